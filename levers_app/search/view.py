"""One state of the index, read-only: postings by card position, phrases, completions and texts.

Whoosh's own matchers score one document at a time, which takes 300 ms for three common words among 10,000 examples.
Here each term's postings are read once into compact arrays and kept; sets and sums are made of those.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from threading import Lock

from whoosh.reading import IndexReader

from levers_app.search.schema import decode_positions

_KEPT_POSTINGS = 2_000_000
"""Postings kept in memory at most: 16 MB."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The cards that hold a term, and what it is worth in each, before its rarity is counted."""

    positions: "array[int]"
    weights: "array[float]"

    def __len__(self) -> int:
        """Return the number of cards."""
        return len(self.positions)

    def scores(self, factor: float = 1.0) -> dict[int, float]:
        """Return card position -> worth, multiplied by ``factor``."""
        return dict(zip(self.positions, [weight * factor for weight in self.weights], strict=True))

    def among(self, positions: set[int]) -> "Postings":
        """Return the same for the cards at ``positions`` only."""
        kept = [(at, weight) for at, weight in zip(self.positions, self.weights, strict=True) if at in positions]
        return Postings(array("I", (at for at, _ in kept)), array("f", (weight for _, weight in kept)))


_NONE = Postings(array("I"), array("f"))


class Lexicon:
    """Every word of the base, folded and sorted, with its accented form. It never changes."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Read entries such as « securite sécurité »; of several accented forms the most accented stays."""
        self._accented: dict[str, str] = {}
        for entry in entries:
            folded, _, accented = entry.partition(" ")
            if _accents(accented) >= _accents(self._accented.get(folded, "")):
                self._accented[folded] = accented
        self._sorted = sorted(self._accented)

    def __contains__(self, word: str) -> bool:
        """Tell whether a folded word exists."""
        return word in self._accented

    def lists(self, entry: str) -> bool:
        """Tell whether the word of an entry is known."""
        return entry.partition(" ")[0] in self._accented

    def extended(self, entries: Iterable[str]) -> "Lexicon":
        """Return this lexicon with ``entries`` added."""
        new = list(entries)
        return Lexicon([*map(" ".join, self._accented.items()), *new]) if new else self

    def starting_with(self, beginning: str) -> list[str]:
        """Return the folded words that begin with ``beginning``, in alphabetical order."""
        start = bisect_left(self._sorted, beginning)
        return self._sorted[start : bisect_left(self._sorted, beginning + "\uffff", start)]

    def accented(self, word: str) -> str:
        """Return a folded word as the base writes it."""
        return self._accented.get(word, word)


class IndexView:
    """A frozen state of the index. Any thread may use it; reading the disk is one thread at a time."""

    def __init__(self, reader: IndexReader, positions: Mapping[str, int], lexicon: Lexicon | None = None) -> None:
        """Take ownership of ``reader``; ``positions`` gives the place of each record id in the list of cards.

        ``lexicon``, when it is known already, saves reading it.
        """
        self._reader = reader
        self._lock = Lock()
        self._kept: dict[str, Postings] = {}
        self._kept_size = 0
        # Segment by segment: Whoosh's own joined readers take twice as long.
        self._leaves: list[tuple[IndexReader, int]] = reader.leaf_readers()
        self._ids = self._read_ids()
        self._doc = {positions[id_]: doc for doc, id_ in self._ids.items() if id_ in positions}
        self._position = {doc: position for position, doc in self._doc.items()}
        self.lexicon = lexicon or Lexicon(word.decode() for word in reader.lexicon("words"))

    @property
    def size(self) -> int:
        """Number of cards found in the index."""
        return len(self._doc)

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._reader.close()

    def verified_ids(self) -> frozenset[str]:
        """Return the ids of the records in the index, after reading all of it.

        Raises:
            Exception: of any kind, when the files are damaged.
        """
        with self._lock:
            for doc in self._reader.all_doc_ids():
                self._reader.stored_fields(doc)
            for _ in self._reader.iter_postings():
                pass
        return frozenset(self._ids.values())

    def rarity(self, found: int) -> float:
        """Return how much a term found in ``found`` cards tells (BM25's inverse document frequency)."""
        return math.log(1 + (self.size - found + 0.5) / (found + 0.5))

    def term(self, term: str) -> Postings:
        """Return the cards that hold ``term``."""
        kept = self._kept.get(term)
        if kept is None:
            with self._lock:
                kept = self._read(term)
                self._keep(term, kept)
        return kept

    def phrase(self, words: tuple[str, ...]) -> Postings:
        """Return the cards that hold the stems ``words`` one after the other."""
        if len(words) == 1:
            return self.term(words[0])
        key = " ".join(words)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._find_phrase(words)
            with self._lock:
                self._keep(key, kept)
        return kept

    def body(self, position: int) -> str:
        """Return the indexed text of a card; empty when the index does not hold it."""
        doc = self._doc.get(position)
        if doc is None:
            return ""
        with self._lock:
            return str(self._reader.stored_fields(doc).get("body", ""))

    def _read_ids(self) -> dict[int, str]:
        """Return document number -> record id; the documents that list words have none."""
        ids: dict[int, str] = {}
        for leaf, offset in self._leaves:
            column = leaf.column_reader("id")
            gone = leaf.is_deleted if leaf.has_deletions() else None
            for doc in range(leaf.doc_count_all()):
                id_ = column[doc]
                if id_ and not (gone and gone(doc)):
                    ids[doc + offset] = id_
        return ids

    def _keep(self, key: str, postings: Postings) -> None:
        if self._kept_size > _KEPT_POSTINGS:
            self._kept.clear()
            self._kept_size = 0
        self._kept[key] = postings
        self._kept_size += len(postings) + 20

    def _read(self, term: str) -> Postings:
        positions, weights = array("I"), array("f")
        for leaf, offset in self._leaves:
            if not leaf.doc_frequency("terms", term):
                continue
            matcher = leaf.postings("terms", term)
            while matcher.is_active():
                position = self._position.get(matcher.id() + offset)
                if position is not None:
                    positions.append(position)
                    weights.append(matcher.weight())
                matcher.next()
        return Postings(positions, weights) if positions else _NONE

    def _find_phrase(self, words: tuple[str, ...]) -> Postings:
        everywhere = [self.term(word) for word in words]
        common = set.intersection(*(set(postings.positions) for postings in everywhere))
        if not common:
            return _NONE
        with self._lock:
            starts = self._starts(words, sorted(self._doc[position] for position in common))
        weights = [postings.scores() for postings in everywhere]
        found = sorted(starts)
        return Postings(array("I", found), array("f", (min(w[position] for w in weights) for position in found)))

    def _starts(self, words: tuple[str, ...], docs: list[int]) -> set[int]:
        """Return the cards, among ``docs`` that hold all ``words``, where they follow each other."""
        possible: dict[int, set[int]] = {}
        for place, word in enumerate(words):
            for doc, positions in self._places(word, docs):
                shifted = {position - place for position in positions}
                possible[doc] = shifted if place == 0 else possible[doc] & shifted
            docs = [doc for doc in docs if possible.get(doc)]
        return {self._position[doc] for doc in docs}

    def _places(self, word: str, docs: list[int]) -> Iterator[tuple[int, Iterable[int]]]:
        """Yield where ``word`` stands in each of ``docs``, which all hold it."""
        for leaf, offset in self._leaves:
            here = docs[bisect_left(docs, offset) : bisect_left(docs, offset + leaf.doc_count_all())]
            if not here:
                continue
            matcher = leaf.postings("terms", word)
            for doc in here:
                matcher.skip_to(doc - offset)
                yield doc, decode_positions(matcher.value())


def _accents(word: str) -> int:
    return sum(not character.isascii() for character in word)
