"""What is personal: favourites, visits and small settings, in a file of their own that is never exported."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from levers_app.store import connecting
from levers_app.store.errors import (
    DamagedBaseError,
    NewerBaseError,
    NoPermissionError,
    ReadOnlyError,
    StorageError,
    storage_errors,
)
from levers_app.store.folder import make_private_file, make_private_folder, try_to_write_in

SCHEMA_VERSION = 1
KEPT_VISITS = 500

_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS favourite (record_id TEXT PRIMARY KEY, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS visit (record_id TEXT PRIMARY KEY, number INTEGER NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
PRAGMA user_version = {SCHEMA_VERSION};
COMMIT;
"""


class Personal:
    """Favourites, visits and settings. Any thread may call it; every call may raise a ``StorageError``.

    Where the file cannot be written, what it holds is read, and changes last as long as this object.

    Attributes:
        notice: a French sentence for the person when a damaged file had to be set aside, else empty.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the file at ``path``; a damaged one is renamed and kept, and a new one begun.

        Raises:
            StorageError: the disk is full or fails, or a later version of the program wrote the file.
        """
        self._path = path
        self._memory: sqlite3.Connection | None = None
        self._turn = Lock()
        self.notice = ""
        try:
            self._open()
        except (ReadOnlyError, NoPermissionError):
            self._memory = _in_memory(path)

    @property
    def read_only(self) -> bool:
        """Whether changes are forgotten when this object is closed."""
        return self._memory is not None

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
        with self._connection() as connection, connection:
            connection.execute(
                "INSERT OR REPLACE INTO visit SELECT ?, coalesce(max(number), 0) + 1, ? FROM visit", (record_id, at)
            )
            connection.execute("DELETE FROM visit WHERE number <= (SELECT max(number) FROM visit) - ?", (KEPT_VISITS,))

    def setting(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - any JSON value
        """Return what was set under ``key``, or ``default``."""
        found = self._column("SELECT value FROM setting WHERE key = ?", key)
        return json.loads(found[0]) if found else default

    def settings(self) -> dict[str, object]:
        """Return every setting at once, for the start of the program."""
        with self._connection() as connection:
            return {key: json.loads(value) for key, value in connection.execute("SELECT key, value FROM setting")}

    def set_setting(self, key: str, value: object) -> None:
        """Keep ``value``, anything that JSON holds, under ``key``."""
        self._write("INSERT OR REPLACE INTO setting VALUES (?, ?)", key, json.dumps(value, ensure_ascii=False))

    def _open(self) -> None:
        with storage_errors(self._path.parent):
            make_private_folder(self._path.parent)
            try_to_write_in(self._path.parent)  # SQLite keeps a file there while it writes
        try:
            self._prepare()
        except DamagedBaseError:
            self.notice = self._set_aside()
            self._prepare()

    def _prepare(self) -> None:
        with storage_errors(self._path):
            make_private_file(self._path)
        with self._connection() as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > SCHEMA_VERSION:
                raise NewerBaseError(self._path)
            if version < SCHEMA_VERSION:
                connection.executescript(_SCHEMA)

    def _set_aside(self) -> str:
        kept = self._path.with_name(f"personnel-abimee-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.db")
        with storage_errors(self._path):
            self._path.rename(kept)
        return (
            "Vos favoris et vos réglages ne pouvaient plus être lus\u00a0: le fichier était abîmé. "
            f"Il est conservé sous le nom «\u00a0{kept.name}\u00a0», et un nouveau a été commencé. "
            "Les fiches et les exemples ne sont pas touchés."
        )

    def _write(self, statement: str, *values: str) -> None:
        with self._connection() as connection, connection:
            connection.execute(statement, values)

    def _column(self, query: str, *values: str | int) -> list[str]:
        with self._connection() as connection:
            return [value for (value,) in connection.execute(query, values)]

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        if self._memory is not None:
            with self._turn, storage_errors(self._path):
                yield self._memory
            return
        with (
            storage_errors(self._path),
            closing(sqlite3.connect(self._path, timeout=connecting.BUSY_SECONDS)) as connection,
        ):
            yield connection


def _in_memory(path: Path) -> sqlite3.Connection:
    """Return a copy of the file at ``path``, empty when it is not there or not to be used."""
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    with suppress(StorageError), connecting.reading(path) as source:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        (verdict,) = source.execute("PRAGMA quick_check(1)").fetchone()
        if (version, verdict) == (SCHEMA_VERSION, "ok"):
            source.backup(memory)
    memory.executescript(_SCHEMA)
    return memory
