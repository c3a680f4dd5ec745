"""One moment of the base as search sees it: cards, facets and, when there is a usable index, its view.

A snapshot never changes. Searches borrow it; its files are closed when it is retired and the last borrower is done.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Any, Self

from levers_app.catalogue.records import Card
from levers_app.search.analysis import fold
from levers_app.search.card_search import CardSearch
from levers_app.search.facets import FacetTable
from levers_app.search.query import Query
from levers_app.search.ranking import Ranked, Ranker
from levers_app.search.results import Sort
from levers_app.search.snippets import Sought
from levers_app.search.view import IndexView
from levers_app.search.widening import Widening

_KINDS = {"lever": 0, "case": 1, "text": 2, "term": 3, "problem": 4}


class Snapshot:
    """Searches run on this; see the module."""

    def __init__(self, cards: Sequence[Card], widening: Widening, view: IndexView | None) -> None:
        """Take ownership of ``view``, whose positions are those of ``cards``."""
        self.cards = cards
        self.view = view
        self.facets = FacetTable(cards)
        self._widening = widening
        self._borrowers = 0
        self._retired = False
        self._lock = Lock()

    def borrow(self) -> Self:
        """Keep the files open until :meth:`give_back`."""
        with self._lock:
            self._borrowers += 1
        return self

    def give_back(self) -> None:
        """End what :meth:`borrow` began."""
        with self._lock:
            self._borrowers -= 1
        self._close_if_done()

    def retire(self) -> None:
        """Close the files as soon as nobody searches any more."""
        self._retired = True
        self._close_if_done()

    def rank(self, query: Query) -> Ranked:
        """Return what ``query`` finds, in the index or, without one, in titles and summaries."""
        return self._ranker.rank(query)

    def sought(self, query: Query) -> Sought:
        """Return what ``query`` looks for in texts."""
        return self._ranker.sought(query)

    def order(self, sort: Sort) -> Callable[[int], tuple[Any, ...] | int]:
        """Return the sort key of card positions for the orders other than relevance."""
        return _ORDERS[sort](self.cards) if sort in _ORDERS else self.usual_order.__getitem__

    @cached_property
    def usual_order(self) -> Sequence[int]:
        """The rank of each card by kind, title and id: what breaks ties."""
        cards = self.cards
        ranks = [0] * len(cards)
        by_name = sorted(
            range(len(cards)), key=lambda at: (_KINDS[cards[at].kind], fold(cards[at].title), cards[at].id)
        )
        for rank, position in enumerate(by_name):
            ranks[position] = rank
        return ranks

    @cached_property
    def _ranker(self) -> Ranker | CardSearch:
        return CardSearch(self.cards) if self.view is None else Ranker(self.view, self._widening, self.cards)

    def _close_if_done(self) -> None:
        with self._lock:
            done = self._retired and self._borrowers == 0
            view, self.view = (self.view, None) if done else (None, self.view)
        if view is not None:
            view.close()


def _by_title(cards: Sequence[Card]) -> Callable[[int], tuple[Any, ...]]:
    return lambda position: (fold(cards[position].title), cards[position].id)


def _by_place(cards: Sequence[Card]) -> Callable[[int], tuple[Any, ...]]:
    def key(position: int) -> tuple[Any, ...]:
        card = cards[position]
        return (not card.place, fold(card.place), fold(card.title), card.id)

    return key


def _by_date(cards: Sequence[Card]) -> Callable[[int], tuple[Any, ...]]:
    """Latest first; what has no date comes last."""

    def key(position: int) -> tuple[Any, ...]:
        card = cards[position]
        return (-(card.end or card.start or 0), -(card.start or 0), fold(card.title), card.id)

    return key


_ORDERS: Mapping[Sort, Callable[[Sequence[Card]], Callable[[int], tuple[Any, ...]]]] = {
    "title": _by_title,
    "place": _by_place,
    "date": _by_date,
}
