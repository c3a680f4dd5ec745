"""One moment of the base as search sees it: cards, facets and, when there is a usable index, its view.

A snapshot never changes. Searches borrow it; its files are closed when it is retired and the last borrower is done.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Lock
from typing import Self

from levers_app.catalogue.records import GlossaryTerm
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.analysis import fold, stem
from levers_app.search.card_search import CardSearch
from levers_app.search.completing import Completer
from levers_app.search.deck import Deck
from levers_app.search.facets import FacetTable
from levers_app.search.fields import Values
from levers_app.search.query import Query
from levers_app.search.ranking import Ranked, Ranker
from levers_app.search.snippets import Sought
from levers_app.search.spelling import near_words
from levers_app.search.view import IndexView
from levers_app.search.widening import Widening


class Snapshot:
    """Searches run on this; see the module."""

    def __init__(
        self, deck: Deck, facets: FacetTable, vocabulary: Vocabulary, widening: Widening, view: IndexView | None
    ) -> None:
        """Take ownership of ``view``, whose positions are those of ``deck``."""
        self.deck = deck
        self.view = view
        self.facets = facets
        self.values = Values(vocabulary, lambda: (card for _, card in deck.present()))
        self._widening = widening
        self._completer: Completer | None = None
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

    def near_words(self, word: str, most: int) -> tuple[str, ...]:
        """Return words of the index that ``word`` may stand for, as they are written."""
        view = self.view
        if view is None:
            return ()
        near = near_words(fold(word), view.lexicon, lambda other: len(view.term(stem(other))), most)
        return tuple(map(view.lexicon.accented, near))

    def completer(self, glossary: Callable[[], Sequence[GlossaryTerm]], earlier: Completer | None) -> Completer:
        """Return what completes names; the first time they are gathered, with those of ``glossary``."""
        if self._completer is None:
            self._completer = Completer(self.deck, self.facets, self.values, glossary(), earlier)
        return self._completer

    @cached_property
    def _ranker(self) -> Ranker | CardSearch:
        return (
            CardSearch(self.deck.cards)
            if self.view is None
            else Ranker(self.view, self._widening, self.deck, self.facets)
        )

    def _close_if_done(self) -> None:
        with self._lock:
            done = self._retired and self._borrowers == 0
            view, self.view = (self.view, None) if done else (None, self.view)
        if view is not None:
            view.close()
