"""Read-only connections, and what is known of a base without reading its records."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from levers_app.store.errors import DamagedBaseError, storage_errors

BUSY_SECONDS = 5.0
"""How long a connection waits for another program before it gives up."""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open ``path`` for one consistent read; nothing can be written through the connection.

    Raises:
        StorageError: the base is missing, locked, damaged or out of reach.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    with (
        storage_errors(path),
        closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN")
        try:
            yield connection
        except (UnicodeDecodeError, json.JSONDecodeError) as error:  # SQLite sees whole pages only, not what is in them
            raise DamagedBaseError(path) from error
