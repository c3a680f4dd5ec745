"""One state of the index, read-only: postings by card position, phrases and texts.

A card keeps its position for as long as the program runs (:mod:`levers_app.search.deck`), and segments are shared by
the states that hold them (:mod:`levers_app.search.segment`).
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.filedb.filestore import Storage
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from levers_app.search.codec import Weights
from levers_app.search.lexicon import Lexicon
from levers_app.search.segment import NOWHERE, Positions, Segment

Scores = npt.NDArray[np.float32]
"""A number for each card; 0 where there is nothing."""
_KEPT_PHRASES = 1000


@dataclass(frozen=True, slots=True)
class Postings:
    """The cards that hold a term, and what it is worth in each, before its rarity is counted."""

    positions: Positions
    weights: Weights

    def __len__(self) -> int:
        """Return the number of cards."""
        return len(self.positions)

    def among(self, cards: npt.NDArray[np.bool_]) -> "Postings":
        """Return the same for some cards only."""
        kept = cards[self.positions]
        return Postings(self.positions[kept], self.weights[kept])


_NONE = Postings(np.empty(0, np.int32), np.empty(0, np.float32))


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A segment as one view sees it: documents taken out since have no card in ``cards`` any more."""

    name: str
    segment: Segment
    cards: Positions
    deleted: frozenset[int]


class IndexView:
    """A frozen state of the index, which any thread may use.

    Attributes:
        generation: number of the state, as Whoosh counts them.
        size: number of cards found in the index.
        leaves: its segments.
        lexicon: all its words.
    """

    def __init__(
        self,
        storage: Storage,
        toc: TOC,
        positions: Mapping[str, int],
        lexicon: Lexicon | None = None,
        earlier: "IndexView | None" = None,
    ) -> None:
        """Open the state that ``toc`` names in ``storage``; ``positions`` gives the position of each card.

        ``lexicon``, when it is known already, saves reading it; ``earlier`` is an open view over the same positions,
        whose segments are shared.
        """
        self.generation = int(toc.generation)
        self.leaves: list[_Leaf] = []
        try:
            self._open(storage, toc, positions, earlier)
            self.lexicon = lexicon or Lexicon(word for leaf in self.leaves for word in leaf.segment.words())
        except BaseException:
            self.close()
            raise
        self._phrases: dict[tuple[str, ...], Postings] = {}
        self._positions = positions
        self._leaf_of = np.full(len(positions), NOWHERE, np.int32)
        self._document_of = np.full(len(positions), NOWHERE, np.int32)
        for number, leaf in enumerate(self.leaves):
            documents = np.flatnonzero(leaf.cards != NOWHERE)
            self._leaf_of[leaf.cards[documents]] = number
            self._document_of[leaf.cards[documents]] = documents
        self.size = int(np.count_nonzero(self._leaf_of != NOWHERE))

    def close(self) -> None:
        """Let go of the files."""
        for leaf in self.leaves:
            leaf.segment.give_back()

    def verified_ids(self) -> frozenset[str]:
        """Return the record ids of the index, after reading all of it: damage that hides until then shows.

        Raises:
            Exception: of any kind, when the files are damaged.
        """
        return frozenset(id_ for leaf in self.leaves for id_ in leaf.segment.verify(leaf.deleted))

    def places(self, ids: Collection[str]) -> dict[str, list[int]]:
        """Return where the documents of ``ids`` lie: name of the segment -> document numbers in it."""
        found: dict[str, list[int]] = defaultdict(list)
        for position in (self._positions[id_] for id_ in ids if id_ in self._positions):
            if self._leaf_of[position] != NOWHERE:
                found[self.leaves[self._leaf_of[position]].name].append(int(self._document_of[position]))
        for leaf in self.leaves:
            strays = leaf.segment.strays
            found[leaf.name] += {strays[id_] for id_ in strays.keys() & ids} - leaf.deleted
        return found

    def rarity(self, found: int) -> float:
        """Return how much a term found in ``found`` cards tells (BM25's inverse document frequency)."""
        return math.log(1 + (self.size - found + 0.5) / (found + 0.5))

    def term(self, term: str) -> Postings:
        """Return the cards that hold ``term``."""
        positions, weights = [], []
        for leaf in self.leaves:
            found = leaf.segment.postings(term)
            if found is not None:
                cards = leaf.cards[found[0]]
                there = cards != NOWHERE
                positions.append(cards[there])
                weights.append(found[1][there])
        return Postings(np.concatenate(positions), np.concatenate(weights)) if positions else _NONE

    def phrase(self, words: tuple[str, ...]) -> Postings:
        """Return the cards that hold the stems ``words`` one after the other."""
        if len(words) == 1:
            return self.term(words[0])
        found = self._phrases.get(words)
        if found is None:
            found = self._find_phrase(words)
            if len(self._phrases) > _KEPT_PHRASES:
                self._phrases.clear()
            self._phrases[words] = found
        return found

    def body(self, position: int) -> str:
        """Return the indexed text of a card; empty when the index does not hold it."""
        number = int(self._leaf_of[position])
        return self.leaves[number].segment.body(int(self._document_of[position])) if number != NOWHERE else ""

    def _open(self, storage: Storage, toc: TOC, positions: Mapping[str, int], earlier: "IndexView | None") -> None:
        known = {leaf.name: leaf.segment for leaf in earlier.leaves} if earlier is not None else {}
        entries: list[Any] = toc.segments
        for entry in entries:
            name = str(entry.segment_id())
            if (segment := known.get(name)) is not None:
                segment.borrow()
            else:
                segment = Segment(SegmentReader(storage, toc.schema, entry), positions)
            deleted = frozenset(entry.deleted_docs())
            cards = segment.cards.copy()
            cards[list(deleted)] = NOWHERE
            self.leaves.append(_Leaf(name, segment, cards, deleted))

    def _find_phrase(self, words: tuple[str, ...]) -> Postings:
        everywhere = [self.term(word) for word in words]
        if not all(map(len, everywhere)):
            return _NONE
        positions = np.concatenate([leaf.cards[leaf.segment.phrase(words)] for leaf in self.leaves])
        positions = positions[positions != NOWHERE]
        least = np.full(len(self._leaf_of), np.inf, np.float32)
        for postings in everywhere:
            least[postings.positions] = np.minimum(least[postings.positions], postings.weights)
        return Postings(positions, least[positions])
