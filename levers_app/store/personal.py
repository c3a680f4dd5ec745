"""What is personal: favourites, visits, searches, drafts, notes, settings; in a file of its own, never exported."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from levers_app.catalogue.typography import whole_characters
from levers_app.store import connecting
from levers_app.store.errors import (
    DamagedBaseError,
    FullDiskError,
    NewerBaseError,
    NoPermissionError,
    ReadOnlyError,
    StorageError,
    storage_errors,
)
from levers_app.store.folder import make_private_file, make_private_folder, try_to_write_in
from levers_app.store.saved_search import SavedSearch, clean_name, one_line, same_text

SCHEMA_VERSION = 4
KEPT_VISITS = 500
KEPT_SEARCHES = 50
LONGEST_SEARCH = 200
"""Characters of a search that is remembered; what is longer was pasted."""
SET_ASIDE = "personnel-abimee-"
"""How the name of a damaged file begins that was put aside."""

# Nothing here changes a table that is there: the same statements make a new file and upgrade an older one, which lacks
# tables: version 1 those of searches, version 2 that of drafts, version 3 those of
# notes.
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS favourite (record_id TEXT PRIMARY KEY, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS visit (record_id TEXT PRIMARY KEY, number INTEGER NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS saved_search (
    folded TEXT PRIMARY KEY, name TEXT NOT NULL, page TEXT NOT NULL, query TEXT NOT NULL, filters TEXT NOT NULL,
    sort TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS recent_search (folded TEXT PRIMARY KEY, words TEXT NOT NULL, number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS draft (
    id TEXT PRIMARY KEY, record TEXT NOT NULL, seq INTEGER NOT NULL, fields TEXT NOT NULL, at TEXT NOT NULL,
    discarded INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS brief (
    id TEXT PRIMARY KEY, fields TEXT NOT NULL, at TEXT NOT NULL, discarded INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS brief_model (id TEXT PRIMARY KEY, fields TEXT NOT NULL);
PRAGMA user_version = {SCHEMA_VERSION};
COMMIT;
"""

_COLUMNS = (
    "record_id, position FROM favourite",
    "record_id, number, at FROM visit",
    "key, value FROM setting",
    "folded, name, page, query, filters, sort, position FROM saved_search",
    "folded, words, number FROM recent_search",
    "id, record, seq, fields, at, discarded FROM draft",
    "id, fields, at, discarded FROM brief",
    "id, fields FROM brief_model",
)

_SAVE = """
INSERT INTO saved_search
SELECT ?, ?, ?, ?, ?, ?, coalesce(nullif(?, 0), max(position) + 1, 1) FROM saved_search WHERE true
ON CONFLICT (folded) DO UPDATE SET
    name = excluded.name, page = excluded.page, query = excluded.query, filters = excluded.filters,
    sort = excluded.sort
"""


class History(NamedTuple):
    """What was read and searched, as it was kept: to put it back."""

    visits: tuple[tuple[Any, ...], ...]
    searches: tuple[tuple[Any, ...], ...]


class Personal:
    """Favourites, visits, searches and settings. Any thread may call it; every call may raise a ``StorageError``.

    Where the file cannot be written, what it holds is read, and changes last as long as this object.

    Attributes:
        notice: a French sentence for the person when the file was damaged, else empty.
        refusal: why the file cannot be written, or None.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the file at ``path``; a damaged one is renamed and kept, and a new one begun.

        Raises:
            StorageError: the disk fails, or a later version of the program wrote the file.
        """
        self._path = path
        self._memory: sqlite3.Connection | None = None
        self._damaged: Path | None = None
        self._turn = Lock()
        self.notice = ""
        self.refusal: StorageError | None = None
        try:
            self._open()
        except (ReadOnlyError, NoPermissionError, FullDiskError) as error:
            self.refusal = error
            self._memory = self._in_memory()

    def close(self) -> None:
        """Forget what is not kept."""
        if self._memory is not None:
            self._memory.close()

    def favourites(self) -> list[str]:
        """Return the ids of the favourites, in the order they were added."""
        return self._column("SELECT record_id FROM favourite ORDER BY position")

    def add_favourite(self, record_id: str) -> None:
        """Put a record at the end of the favourites; one that is there already stays in its place."""
        self._write(
            "INSERT OR IGNORE INTO favourite SELECT ?, coalesce(max(position), 0) + 1 FROM favourite", record_id
        )

    def remove_favourite(self, record_id: str) -> None:
        """Take a record out of the favourites, if it is there."""
        self._write("DELETE FROM favourite WHERE record_id = ?", record_id)

    def visits(self, limit: int) -> list[str]:
        """Return the ids of the records read last, latest first, each once."""
        return self._column("SELECT record_id FROM visit ORDER BY number DESC LIMIT ?", limit)

    def add_visit(self, record_id: str) -> None:
        """Note that a record was read now."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self.connection() as connection, connection:
            connection.execute(
                "INSERT OR REPLACE INTO visit SELECT ?, coalesce(max(number), 0) + 1, ? FROM visit", (record_id, at)
            )
            connection.execute("DELETE FROM visit WHERE number <= (SELECT max(number) FROM visit) - ?", (KEPT_VISITS,))

    def recent_searches(self, limit: int = KEPT_SEARCHES) -> list[str]:
        """Return the words searched last, latest first, each once."""
        return self._column("SELECT words FROM recent_search ORDER BY number DESC LIMIT ?", limit)

    def add_search(self, words: str) -> None:
        """Note that ``words`` were searched now; nothing is noted of a text that is empty or very long."""
        words = one_line(words)
        if not words or len(words) > LONGEST_SEARCH:
            return
        with self.connection() as connection, connection:
            connection.execute(
                "INSERT OR REPLACE INTO recent_search SELECT ?, ?, coalesce(max(number), 0) + 1 FROM recent_search",
                (same_text(words), words),
            )
            connection.execute(
                "DELETE FROM recent_search WHERE folded NOT IN"
                " (SELECT folded FROM recent_search ORDER BY number DESC LIMIT ?)",
                (KEPT_SEARCHES,),
            )

    def clear_history(self) -> History:
        """Forget visits and recent searches, and return them; saved searches and favourites stay."""
        with self.connection() as connection:
            connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is no longer in the file either
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                visits = connection.execute("SELECT record_id, number, at FROM visit ORDER BY number").fetchall()
                searches = connection.execute(
                    "SELECT folded, words, number FROM recent_search ORDER BY number"
                ).fetchall()
                connection.execute("DELETE FROM visit")
                connection.execute("DELETE FROM recent_search")
        return History(tuple(visits), tuple(searches))

    def restore_history(self, history: History) -> None:
        """Put back what :meth:`clear_history` returned, behind what was read and searched since."""
        last_visit, last_search = (
            max((row[at] for row in rows), default=0) for rows, at in zip(history, (1, 2), strict=True)
        )
        with self.connection() as connection, connection:
            connection.execute("UPDATE visit SET number = number + ?", (last_visit,))
            connection.execute("UPDATE recent_search SET number = number + ?", (last_search,))
            connection.executemany("INSERT OR IGNORE INTO visit VALUES (?, ?, ?)", history.visits)
            connection.executemany("INSERT OR IGNORE INTO recent_search VALUES (?, ?, ?)", history.searches)

    def saved_searches(self) -> list[SavedSearch]:
        """Return the searches kept under a name, in the order they were saved in."""
        query = "SELECT name, page, query, filters, sort, position FROM saved_search ORDER BY position, folded"
        with self.connection() as connection:
            rows = connection.execute(query).fetchall()
        return [
            SavedSearch(name, page, words, _filters(filters), sort, at) for name, page, words, filters, sort, at in rows
        ]

    def save_search(self, search: SavedSearch) -> None:
        """Keep ``search``, in place of the one of the same name if there is one.

        Raises:
            ValueError: the name is empty.
        """
        name = clean_name(search.name)
        if not name:
            raise ValueError("a saved search has a name")
        filters = json.dumps(dict(search.filters))
        row = (same_text(name), name, search.page, one_line(search.query), filters, search.sort, search.position)
        with self.connection() as connection, connection:
            connection.execute(_SAVE, row)

    def rename_search(self, name: str, new: str) -> bool:
        """Give a saved search another name; false, and nothing is done, when that is empty or taken."""
        new = clean_name(new)
        with self.connection() as connection, connection:
            changed = connection.execute(
                "UPDATE OR IGNORE saved_search SET folded = ?, name = ? WHERE folded = ? AND ? <> ''",
                (same_text(new), new, same_text(clean_name(name)), new),
            )
            return changed.rowcount > 0

    def remove_search(self, name: str) -> None:
        """Forget a saved search, if it is there."""
        self._write("DELETE FROM saved_search WHERE folded = ?", same_text(clean_name(name)))

    def count_briefs(self) -> int:
        """Return how many notes there are, without reading them."""
        with self.connection() as connection:
            (number,) = connection.execute("SELECT count(*) FROM brief WHERE NOT discarded").fetchone()
            return int(number)

    def setting(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - any JSON value
        """Return what was set under ``key``, or ``default``."""
        found = self._column("SELECT value FROM setting WHERE key = ?", key)
        return json.loads(found[0]) if found else default

    def settings(self) -> dict[str, object]:
        """Return every setting at once, for the start of the program."""
        with self.connection() as connection:
            return {key: json.loads(value) for key, value in connection.execute("SELECT key, value FROM setting")}

    def set_setting(self, key: str, value: object) -> None:
        """Keep ``value``, anything that JSON holds, under ``key``."""
        text = whole_characters(json.dumps(value, ensure_ascii=False))
        self._write("INSERT OR REPLACE INTO setting VALUES (?, ?)", key, text)

    def drop_setting(self, key: str) -> None:
        """Forget what was set under ``key``."""
        self._write("DELETE FROM setting WHERE key = ?", key)

    def _open(self) -> None:
        with storage_errors(self._path.parent):
            make_private_folder(self._path.parent)
            try_to_write_in(self._path.parent)  # SQLite keeps a file there while it writes
        try:
            self._prepare()
        except DamagedBaseError:
            self.notice = self._set_aside()
            self._prepare()
            if self._damaged is not None:
                self._take_over(self._damaged)

    def _prepare(self) -> None:
        with storage_errors(self._path):
            make_private_file(self._path)
        with self.connection() as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > SCHEMA_VERSION:
                raise NewerBaseError(self._path)
            if version < SCHEMA_VERSION:
                connection.executescript(_SCHEMA)
            _read_each_table(connection)
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()  # a small file: a few milliseconds
            if verdict != "ok":
                raise DamagedBaseError(self._path)

    def _set_aside(self) -> str:
        kept = self._path.with_name(f"{SET_ASIDE}{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.db")
        with storage_errors(self._path):
            self._path.rename(kept)
        self._damaged = kept
        return (
            "Le fichier de vos favoris, recherches, brouillons et réglages était abîmé. "
            f"Il est conservé sous le nom «\u00a0{kept.name}\u00a0», et un nouveau a été commencé "
            "avec ce qui se lisait encore. Les fiches et les exemples ne sont pas touchés."
        )

    def _take_over(self, damaged: Path) -> None:
        """Bring what can still be read of a damaged file into the new one, drafts first, row by row."""
        with self.connection() as connection, closing(sqlite3.connect(damaged)) as source:
            for columns in reversed(_COLUMNS):
                names, _, table = columns.partition(" FROM ")
                places = ", ".join("?" * len(names.split(",")))
                statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - our own names
                with suppress(sqlite3.Error), connection:
                    for row in _readable(source, f"SELECT {columns} NOT INDEXED"):
                        connection.execute(statement, row)

    def _in_memory(self) -> sqlite3.Connection:
        """Return a copy of the file, empty when it is not there or not to be used."""
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        with suppress(StorageError):
            try:
                self._copy_into(memory)
            except DamagedBaseError:
                self.notice = (
                    "Vos favoris et vos réglages ne peuvent pas être lus\u00a0: le fichier est abîmé. "
                    "Il a été laissé tel quel."
                )
        memory.executescript(_SCHEMA)
        return memory

    def _copy_into(self, memory: sqlite3.Connection) -> None:
        with connecting.reading(self._path) as source:
            (verdict,) = source.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise DamagedBaseError(self._path)
            (version,) = source.execute("PRAGMA user_version").fetchone()
            if version == SCHEMA_VERSION:
                _read_each_table(source)
            if 1 <= version <= SCHEMA_VERSION:
                source.backup(memory)

    def _write(self, statement: str, *values: str) -> None:
        with self.connection() as connection, connection:
            connection.execute(statement, values)

    def _column(self, query: str, *values: str | int) -> list[str]:
        with self.connection() as connection:
            return [value for (value,) in connection.execute(query, values)]

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one use, or lend what is in memory where the file cannot be written."""
        if self._memory is not None:
            with self._turn, storage_errors(self._path):
                yield self._memory
            return
        with (
            storage_errors(self._path),
            closing(sqlite3.connect(self._path, timeout=connecting.BUSY_SECONDS)) as connection,
        ):
            yield connection


def _readable(source: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that come before the first one that cannot be read."""
    with suppress(sqlite3.Error):
        yield from source.execute(query)


def _read_each_table(connection: sqlite3.Connection) -> None:
    """Meet a missing part at the start, where the file can be put aside, and not at the first use of it."""
    for columns in _COLUMNS:
        connection.execute(f"SELECT {columns} LIMIT 0")


def _filters(text: str) -> dict[str, tuple[str, ...]]:
    """Read the filters of a saved search; a facet whose values make no sense here keeps its name only."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return {"": ()}
    return {name: tuple(slugs) if _are_slugs(slugs) else () for name, slugs in found.items()}


def _are_slugs(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(slug, str) for slug in value)
