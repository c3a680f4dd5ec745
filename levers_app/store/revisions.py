"""The versions of the schema, oldest first; told apart without importing Alembic, which is slow to import."""

import sqlite3
from pathlib import Path

from levers_app.store.connecting import reading
from levers_app.store.errors import ForeignBaseError, NewerBaseError

REVISIONS = ("0001", "0002")
HEAD = REVISIONS[-1]


def revision_of(path: Path) -> str:
    """Return the schema version of the base at ``path``.

    Raises:
        ForeignBaseError: it is a database of something else.
        NewerBaseError: a later version of the program wrote it.
        StorageError: it cannot be read.
    """
    with reading(path) as connection:
        revision = _stamp(connection)
    if revision is None:
        raise ForeignBaseError(path)
    if revision not in REVISIONS:
        raise NewerBaseError(path)
    return revision


def _stamp(connection: sqlite3.Connection) -> str | None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not {"alembic_version", "meta"} <= tables:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None
