"""Drafts and notes that were thrown away: they stay in the personal file for a while, numbered, to be brought back."""

import sqlite3
from typing import Literal

KEPT_DISCARDED = 30
"""How many of each can still be brought back."""

_Table = Literal["draft", "brief"]


def throw_away(connection: sqlite3.Connection, table: _Table, id_: str) -> None:
    """Number a row above those thrown away before; the first of too many is deleted. Drafts sent are below zero."""
    highest = f"SELECT max(discarded) + 1 FROM {table}"  # noqa: S608 - our own names
    latest = f"SELECT id FROM {table} ORDER BY discarded DESC LIMIT ?"  # noqa: S608 - our own names
    connection.execute(f"UPDATE {table} SET discarded = ({highest}) WHERE id = ?", (id_,))  # noqa: S608 - our own names
    connection.execute(f"DELETE FROM {table} WHERE discarded > 0 AND id NOT IN ({latest})", (KEPT_DISCARDED,))  # noqa: S608 - our own names


def bring_back(connection: sqlite3.Connection, table: _Table, id_: str) -> None:
    """Undo :func:`throw_away`."""
    connection.execute(f"UPDATE {table} SET discarded = 0 WHERE id = ?", (id_,))  # noqa: S608 - our own names
