"""The versions of the schema, oldest first; told apart without importing Alembic, which is slow to import."""

import sqlite3
from pathlib import Path

from levers_app.store.connecting import reading
from levers_app.store.errors import DamagedBaseError, ForeignBaseError, NewerBaseError

REVISIONS = ("0001", "0002", "0003", "0004")
HEAD = REVISIONS[-1]
TABLES = {
    *("lever", "case_study", "glossary_term", "legal_reference"),
    *("lever_problem", "lever_lever", "case_problem", "case_lever", "term_lever"),
    *("local_complement", "bundled_record", "journal", "meta"),
}
"""Those of the present schema (``store.tables``)."""


def revision_of(path: Path) -> str:
    """Return the schema version of the base at ``path``.

    Raises:
        ForeignBaseError: it is a database of something else.
        NewerBaseError: a later version of the program wrote it.
        StorageError: it cannot be read.
    """
    with reading(path) as connection:
        revision = _stamp(connection, _tables(connection))
    if revision is None:
        raise ForeignBaseError(path)
    if revision not in REVISIONS:
        raise NewerBaseError(path)
    return revision


def check_tables(path: Path) -> None:
    """Check that every table of the present schema is there: without one, a part of the program fails at each click.

    Raises:
        DamagedBaseError: one is missing.
        StorageError: the base cannot be read.
    """
    with reading(path) as connection:
        if not _tables(connection) >= TABLES:
            raise DamagedBaseError(path)


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def _stamp(connection: sqlite3.Connection, tables: set[str]) -> str | None:
    if not {"alembic_version", "meta"} <= tables:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None
