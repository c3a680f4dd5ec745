"""One segment of the index: its files, and what was read of them.

A segment never changes, but for the documents that later writes take out of it, which each view knows for itself.
So views share their segments: after a save, only the new small one is opened and read.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.reading import SegmentReader

from levers_app.search.codec import ArrayMatcher, Documents, Weights

Positions = npt.NDArray[np.int32]

NOWHERE = -1
_KEPT_POSTINGS = 2_000_000
"""Postings of one segment kept in memory at most: 16 MB."""
_FURTHER = 1 << 17
"""More than any position: a document and a position make one number."""


class Segment:
    """Reads one segment; the last view that gives it back closes its files. One thread reads the disk at a time.

    Attributes:
        ids: record id of each document; those that list words have none.
        cards: position of each document's card, or :data:`NOWHERE`.
        strays: documents of records without a card by then, by record id: deleted while nobody followed.
    """

    def __init__(self, reader: SegmentReader, positions: Mapping[str, int]) -> None:
        """Take ownership of ``reader``, for one user; ``positions`` gives the position of each card."""
        self._reader = reader
        column = reader.column_reader("id")
        self.ids: Sequence[str] = [column[document] for document in range(reader.doc_count_all())]
        self.cards = np.fromiter((positions.get(id_, NOWHERE) for id_ in self.ids), np.int32, len(self.ids))
        lost: list[int] = np.flatnonzero(self.cards == NOWHERE).tolist()
        self.strays = {self.ids[document]: document for document in lost if self.ids[document]}
        self._kept: dict[str, tuple[Documents, Weights] | None] = {}
        self._kept_size = 0
        self._users = 1
        self._lock = Lock()

    def borrow(self) -> None:
        """Keep the files open until :meth:`give_back`."""
        with self._lock:
            self._users += 1

    def give_back(self) -> None:
        """Close the files when nobody else uses them."""
        with self._lock:
            self._users -= 1
            if self._users == 0:
                self._reader.close()

    def postings(self, term: str) -> tuple[Documents, Weights] | None:
        """Return the documents that hold ``term`` and what it is worth in each, or nothing."""
        with suppress(KeyError):  # in one step: another thread may forget them
            return self._kept[term]
        with self._lock:
            there = self._reader.doc_frequency("terms", term)
            found = self._matcher(term.encode()).arrays() if there else None
        self._keep(term, found)
        return found

    def phrase(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return the documents where ``words`` follow each other."""
        starts: npt.NDArray[np.int64] | None = None
        for place, word in enumerate(words):
            with self._lock:
                if not self._reader.doc_frequency("terms", word):
                    return np.empty(0, np.int64)
                matcher = self._matcher(word.encode())
                counts, positions = matcher.positions()
                documents = np.repeat(matcher.arrays()[0].astype(np.int64), counts)
            here = documents * _FURTHER + positions - place
            starts = here if starts is None else np.intersect1d(starts, here)
        return np.unique(starts // _FURTHER) if starts is not None else np.empty(0, np.int64)

    def body(self, document: int) -> str:
        """Return the indexed text of a document."""
        with self._lock:
            return str(self._reader.stored_fields(document).get("body", ""))

    def words(self) -> list[str]:
        """Return the entries « folded accented » of the list of words."""
        with self._lock:
            return [word.decode() for word in self._reader.lexicon("words")]

    def verify(self, deleted: frozenset[int]) -> set[str]:
        """Return the ids of the documents not ``deleted``, after reading everything.

        Raises:
            Exception: of any kind, when the files are damaged.
        """
        with self._lock:
            for term in self._reader.lexicon("terms"):
                matcher = self._matcher(term)
                matcher.arrays()
                matcher.positions()
            present = {document for document, id_ in enumerate(self.ids) if id_} - deleted
            for document in present:
                self._reader.stored_fields(document)
        return {self.ids[document] for document in present}

    def _matcher(self, term: bytes) -> ArrayMatcher:
        """Return the postings of ``term``, those of deleted documents included."""
        matcher: Any = self._reader.postings("terms", term)
        found: ArrayMatcher = matcher if isinstance(matcher, ArrayMatcher) else matcher.child
        return found

    def _keep(self, term: str, found: tuple[Documents, Weights] | None) -> None:
        """Remember the postings of ``term``, after forgetting all when they grow too many."""
        if self._kept_size > _KEPT_POSTINGS:
            self._kept.clear()
            self._kept_size = 0
        self._kept[term] = found
        self._kept_size += 20 + (len(found[0]) if found is not None else 0)
