"""The only door to the data: SQLite, through SQLModel for writes and ``sqlite3`` for reads (quick to import)."""

from sqlite3 import sqlite_version as SQLITE_VERSION  # noqa: N812 - a constant of ours

__all__ = ["SQLITE_VERSION"]
