"""Files of attachments that nothing refers to any more: put into a draft, and taken out before it was sent.

A file stays as long as something names it that is there or may come back: an example, any line of the journal, any
draft, also one thrown away. All of them are in the base or in the personal file beside it, which is the only one for a
data folder; so every text of both is searched, whatever it is, and a part that cannot be read keeps everything.
"""

import logging
import re
import sqlite3
import time
from pathlib import Path

from levers_app.store.attachments import Attachments
from levers_app.store.connecting import reading
from levers_app.store.opening import Base
from levers_app.store.personal import SET_ASIDE, Personal

YOUNG = 86400
"""Seconds during which a file stays whatever refers to it: it may be on its way into a draft, or be brought back."""
_SETTING = "attachments_watched"
_DIGEST = re.compile(r'"([0-9a-f]{64})"')
_WITH_DIGEST = f'*"{"[0-9a-f]" * 64}"*'
"""A text that holds a JSON string like a digest, under whatever key."""
_COLUMNS = """
SELECT part.name, field.name FROM sqlite_master part JOIN pragma_table_info(part.name) field WHERE part.type = 'table'
"""

_log = logging.getLogger(__name__)


def unused(base: Base, personal: Personal, attachments: Attachments) -> list[Path]:
    """Return the files that neither the base nor the personal file names.

    Raises:
        StorageError: not all of them can be read.
    """
    files = attachments.files()
    if not files:
        return []
    with personal.connection() as connection:  # first: what is sent goes from here into the base
        named = _named(connection)
    with reading(base.path) as connection:
        named |= _named(connection)
    return [path for path in files if path.stem not in named]


def remove_unused(base: Base, personal: Personal, attachments: Attachments) -> int:
    """Take away the files that nothing refers to, unless they are young; return how many went.

    Those that were added before this personal file and this base were first seen together are left alone: drafts that
    were lost, or writes that a copy of the base lacks, may come back and refer to them.

    Raises:
        StorageError: something cannot be read; nothing was taken away.
    """
    if base.read_only or personal.refusal is not None:
        return 0
    now = time.time()
    since = _watched_since(base, personal, now)
    gone = sum(attachments.remove(path, since, now - YOUNG) for path in unused(base, personal, attachments))
    if gone:
        _log.info("Files of attachments that nothing refers to any more, taken away: %d", gone)
    return gone


def _named(connection: sqlite3.Connection) -> set[str]:
    found: set[str] = set()
    for table, column in connection.execute(_COLUMNS).fetchall():
        query = f'SELECT "{column}" FROM "{table}" WHERE "{column}" GLOB ?'  # noqa: S608 - names of our own tables
        for (text,) in connection.execute(query, (_WITH_DIGEST,)):
            found.update(_DIGEST.findall(str(text)))
    return found


def _watched_since(base: Base, personal: Personal, now: float) -> float:
    """Return since when all drafts and all writes are known; note the last line of the journal for the next time.

    That line is still there in a base that went on, and not in one that was begun anew or put back from a copy.
    """
    noted = personal.setting(_SETTING)
    since, *line = noted if noted is not None else (now, 0, "")
    if not _has_line(base, *line) or any(base.path.parent.glob(f"{SET_ASIDE}*")):
        since = now
    last = [since, *_last_line(base)]
    if last != noted:
        personal.set_setting(_SETTING, last)
    return float(since)


def _has_line(base: Base, seq: int, at: str) -> bool:
    with reading(base.path) as connection:
        return connection.execute("SELECT 1 FROM journal WHERE seq = ? AND at = ?", (seq, at)).fetchone() is not None


def _last_line(base: Base) -> tuple[int, str]:
    with reading(base.path) as connection:
        row = connection.execute("SELECT seq, at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return row or (0, "")
