"""The drafts of this person: personal, written while they type, and kept until the example is sent or thrown away."""

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

from levers_app.catalogue.draft import Draft, decoded, encoded
from levers_app.catalogue.records import Attachment
from levers_app.catalogue.typography import whole_characters
from levers_app.store.discarding import KEPT_DISCARDED, bring_back, throw_away
from levers_app.store.personal import Personal


class Drafts:
    """The drafts in the personal file. Any thread may call it; every call may raise a ``StorageError``."""

    def __init__(self, personal: Personal) -> None:
        """Use the file of ``personal``."""
        self._personal = personal

    def all(self) -> list[Draft]:
        """Return the drafts, the one changed last first."""
        query = f"{_SELECT} WHERE NOT discarded ORDER BY {_LATEST}"
        with self._personal.connection() as connection:
            return [draft for row in connection.execute(query) if (draft := _draft(row)) is not None]

    def discarded(self) -> list[Draft]:
        """Return the drafts that were thrown away, the last one first; not those that were sent."""
        with self._personal.connection() as connection:
            rows = connection.execute(f"{_SELECT} WHERE discarded > 0 ORDER BY discarded DESC")
            return [draft for row in rows if (draft := _draft(row)) is not None]

    def get(self, id_: str) -> Draft | None:
        """Return a draft; None when there is none of that id, or when it was thrown away."""
        with self._personal.connection() as connection:
            row = connection.execute(f"{_SELECT} WHERE id = ? AND NOT discarded", (id_,)).fetchone()
        return _draft(row) if row else None

    def of_record(self, record_id: str) -> Draft | None:
        """Return the draft that changes an example, if one was begun."""
        query = f"{_SELECT} WHERE record = ? AND NOT discarded ORDER BY {_LATEST} LIMIT 1"
        with self._personal.connection() as connection:
            row = connection.execute(query, (record_id,)).fetchone()
        return _draft(row) if row else None

    def keep(self, draft: Draft) -> str:
        """Write ``draft``, durable when this returns; return the time, in UTC and ISO form.

        One that was thrown away or sent stays so: this may come late, from another thread.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        fields = json.dumps(encoded(draft.entry), ensure_ascii=False)
        with self._personal.connection() as connection, connection:
            connection.execute(
                "INSERT INTO draft VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET"
                " record = excluded.record, seq = excluded.seq, fields = excluded.fields, at = excluded.at",
                (draft.id, draft.record, draft.seq, whole_characters(fields), at),
            )
        return at

    def attach(self, id_: str, attachment: Attachment) -> None:
        """Add a file to a draft, if it is still there and does not have it."""
        draft = self.get(id_)
        if draft is not None and attachment.digest not in {each.digest for each in draft.entry.attachments}:
            entry = replace(draft.entry, attachments=(*draft.entry.attachments, attachment))
            self.keep(replace(draft, entry=entry))

    def discard(self, id_: str) -> None:
        """Throw a draft away; :meth:`bring_back` undoes it until many others were thrown away."""
        with self._personal.connection() as connection, connection:
            throw_away(connection, "draft", id_)

    def settle(self, draft: Draft) -> None:
        """Note that ``draft``, kept before or not, was sent: it is needed only to undo that, as by :meth:`discard`.

        Its number is below zero: sent ones are not among those thrown away, and take no place of theirs.
        """
        self.keep(draft)
        with self._personal.connection() as connection, connection:
            connection.execute(
                "UPDATE draft SET discarded = (SELECT min(0, min(discarded)) - 1 FROM draft) WHERE id = ?", (draft.id,)
            )
            connection.execute(
                "DELETE FROM draft WHERE discarded < 0 AND id NOT IN (SELECT id FROM draft ORDER BY discarded LIMIT ?)",
                (KEPT_DISCARDED,),
            )

    def bring_back(self, id_: str) -> None:
        """Undo :meth:`discard` or :meth:`settle`."""
        with self._personal.connection() as connection, connection:
            bring_back(connection, "draft", id_)


_SELECT = "SELECT id, record, seq, fields, at FROM draft"
_LATEST = "at DESC, rowid DESC"
"""The one written last first, even of two in one millisecond: writing a row again gives it the highest number."""


def _draft(row: sqlite3.Row | tuple[str, str, int, str, str]) -> Draft | None:
    """Return the draft of a row; None for one that no version of the program wrote: it is left in the file."""
    id_, record, seq, fields, at = row
    try:
        return Draft(id_, decoded(json.loads(fields)), record, seq, at)
    except (ValueError, TypeError, RecursionError):
        return None
