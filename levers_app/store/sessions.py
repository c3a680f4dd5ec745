"""Sessions that write: durable, with foreign keys, one writer at a time."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session, create_engine

from levers_app.store import connecting
from levers_app.store.errors import storage_errors


def engine_of(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Return an engine on ``path``, which must exist; ``foreign_keys`` is off only while tables are rebuilt."""
    address = f"{path.absolute().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=connecting.BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        json_serializer=_compact,
        hide_parameters=True,  # an unforeseen error goes to the log, and the words of a record do not
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


@contextmanager
def transaction(engine: Engine, path: Path) -> Iterator[Session]:
    """Write in one transaction: all of the block, durable when it ends, or nothing.

    Raises:
        StorageError: the base is locked, full, read-only or damaged; it is as it was.
    """
    with storage_errors(path):
        try:
            with Session(engine) as session, session.begin():
                yield session
        except DBAPIError as error:
            raise (error.orig or error) from error


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    # Links are checked at the end: a record may be written before, or replaced while, others point at it.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
