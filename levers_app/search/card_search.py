"""Search without an index: words in titles, sigles, places and summaries. Slower to rank, but always there."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from levers_app.catalogue.records import Card
from levers_app.search.analysis import is_stop_word, stem, tokens
from levers_app.search.query import Clause, Query
from levers_app.search.ranking import KIND_WEIGHT, Ranked
from levers_app.search.snippets import Sought

_TITLE_WEIGHT = 3.0


class CardSearch:
    """Finds the cards that hold all the words of a query."""

    def __init__(self, cards: Sequence[Card | None]) -> None:
        """Keep ``cards``; their words are read at the first search."""
        self._cards = cards

    def rank(self, query: Query) -> Ranked:
        """Return the cards that hold every wanted word and no unwanted one."""
        scores = np.zeros(len(self._cards), np.float32)
        excluded = np.zeros(len(self._cards), np.bool_)
        for position, (title, others) in enumerate(self._words):
            card = self._cards[position]
            score = sum(_found(clause, title, others) or float("-inf") for clause in query.wanted)
            excluded[position] = any(_found(clause, title, others) for clause in query.unwanted)
            if card and score > 0 and not excluded[position]:
                scores[position] = score * KIND_WEIGHT[card.kind]
        return Ranked(scores, excluded, self.sought(query))

    def sought(self, query: Query) -> Sought:
        """Return what ``query`` looks for in texts."""
        own = frozenset(stem(word) for clause in query.wanted for word in clause.words)
        return Sought(own, tuple(clause.words[-1] for clause in query.wanted if clause.unfinished))

    @cached_property
    def _words(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        return [_words_of(card) if card else (frozenset(), frozenset()) for card in self._cards]


def _words_of(card: Card) -> tuple[frozenset[str], frozenset[str]]:
    title = _folded(" ".join((card.title, card.short, *card.acronyms)))
    return title, _folded(f"{card.summary} {card.place} {card.department} {card.region}") - title


def _folded(text: str) -> frozenset[str]:
    """Return the words of ``text`` and their stems; a stem is marked so that it is not taken for a beginning."""
    words = {token.word for token in tokens(text) if not is_stop_word(token.word)}
    return frozenset(words | {f"={stem(word)}" for word in words})


def _found(clause: Clause, title: frozenset[str], others: frozenset[str]) -> float:
    return _in(clause, title) * _TITLE_WEIGHT or _in(clause, title | others)


def _in(clause: Clause, words: frozenset[str]) -> float:
    if clause.unfinished:
        return float(any(word.startswith(clause.words[-1]) for word in words))
    return float(all(f"={stem(word)}" in words for word in clause.words))
