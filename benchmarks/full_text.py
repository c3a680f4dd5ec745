"""The reference of the search: SQLite FTS5 on the same documents, with what the window asks for."""

import re
import sqlite3
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from levers_app.search.documents import SearchText

_SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE VIRTUAL TABLE document USING fts5(
    id UNINDEXED, title, names, lead, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
"""
_FOUND = """
SELECT id, highlight(document, 1, '[', ']'), snippet(document, 4, '[', ']', '…', 30)
FROM document WHERE document MATCH ? ORDER BY bm25(document, 0, 8, 6, 3, 1) LIMIT ?
"""
_TOTAL = "SELECT count(*) FROM document WHERE document MATCH ?"
_SIZE = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
_BATCH = 1000
_PHRASE_OR_WORD = re.compile(r'"([^"]*)"?|(\w+)')


class FullText:
    """An FTS5 table in a file of its own."""

    def __init__(self, path: Path) -> None:
        """Begin empty at ``path``."""
        for old in path.parent.glob(f"{path.name}*"):
            old.unlink()
        self._connection = sqlite3.connect(path)
        self._connection.executescript(_SCHEMA)

    def index(self, documents: Iterable[SearchText]) -> int:
        """Take in ``documents``, some at a time, and return how many."""
        count, left = 0, iter(documents)
        while batch := [_row(document) for document in islice(left, _BATCH)]:
            with self._connection:
                self._connection.executemany("INSERT INTO document VALUES (?, ?, ?, ?, ?)", batch)
            count += len(batch)
        return count

    def search(self, words: str, limit: int) -> int:
        """Read the best documents that have every word and "phrase", the last one perhaps unfinished.

        Return how many there are.
        """
        if not (match := _match(words)):
            return 0
        self._connection.execute(_FOUND, (match, limit)).fetchall()
        (total,) = self._connection.execute(_TOTAL, (match,)).fetchone()
        return int(total)

    def size(self) -> int:
        """Return the bytes that it takes on disk."""
        (size,) = self._connection.execute(_SIZE).fetchone()
        return int(size)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()


def _row(document: SearchText) -> tuple[str, ...]:
    return document.id, document.title, " ".join(document.names), document.lead, document.body


def _match(words: str) -> str:
    parts = [" ".join(re.findall(r"\w+", phrase or word)) for phrase, word in _PHRASE_OR_WORD.findall(words)]
    tokens = [f'"{part}"' for part in parts if part]
    return " ".join(tokens) + "*" if tokens else ""
