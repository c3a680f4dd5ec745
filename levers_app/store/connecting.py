"""Read-only connections, and what is known of a base without reading its records."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from levers_app.store.errors import DamagedBaseError, PendingWritesError, storage_errors
from levers_app.store.folder import has_content, write_ahead_file

SQLITE_VERSION = sqlite3.sqlite_version

BUSY_SECONDS = 5.0
"""How long a connection waits for another program before it gives up."""

_CANNOT_CREATE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
_NO_ROOM = {sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMMAP}


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open ``path`` for one consistent read; nothing can be written through the connection.

    Raises:
        StorageError: the base is missing, locked, damaged or out of reach.
    """
    with storage_errors(path), closing(_begun(path)) as connection:
        try:
            yield connection
        except (UnicodeDecodeError, json.JSONDecodeError) as error:  # SQLite sees whole pages only, not what is in them
            raise DamagedBaseError(path) from error


def _begun(path: Path) -> sqlite3.Connection:
    """Return a connection that has begun to read.

    Even to read, SQLite wants to create files beside a base, for those who write meanwhile. Where they cannot be
    created nobody writes, and the base is read as it is, unless its last writes were left beside it.
    """
    try:
        return _begin(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _CANNOT_CREATE and error.sqlite_errorcode not in _NO_ROOM:
            raise
        if has_content(write_ahead_file(path)) or has_content(path.with_name(f"{path.name}-journal")):
            raise PendingWritesError(path) from error
        return _begin(path, "mode=ro&immutable=1")


def _begin(path: Path, options: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{options}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("BEGIN")
        connection.execute("PRAGMA schema_version").fetchone()  # BEGIN alone touches nothing
    except sqlite3.Error:
        connection.close()
        raise
    return connection
