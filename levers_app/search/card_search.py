"""Search without an index: words in titles, sigles, places and summaries. Simpler, but there at once and always."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from levers_app.catalogue.departments import department_label
from levers_app.catalogue.records import Card
from levers_app.search.analysis import plain, stem
from levers_app.search.query import Clause, Query
from levers_app.search.ranking import KIND_WEIGHT, Ranked
from levers_app.search.snippets import Sought

_TITLE_WEIGHT = 3.0


class CardSearch:
    """Finds the cards that hold all the words of a query: their stems, at the beginning of a word."""

    def __init__(self, cards: Sequence[Card | None]) -> None:
        """Keep ``cards``; their words are read at the first search."""
        self._cards = cards

    def rank(self, query: Query) -> Ranked:
        """Return the cards that hold every wanted word and no unwanted one."""
        wanted, unwanted = [_beginnings(c) for c in query.wanted], [_beginnings(c) for c in query.unwanted]
        scores = np.zeros(len(self._cards), np.float32)
        excluded = np.zeros(len(self._cards), np.bool_)
        for position, card in enumerate(self._cards):
            if card is not None:
                title, others = self._texts[position]
                excluded[position] = any(_found(clause, title, others) for clause in unwanted)
                found = [_found(clause, title, others) for clause in wanted]
                if found and all(found) and not excluded[position]:
                    scores[position] = sum(found) * KIND_WEIGHT[card.kind]
        return Ranked(scores, excluded, self.sought(query))

    def sought(self, query: Query) -> Sought:
        """Return what ``query`` looks for in texts."""
        own = frozenset(stem(word) for clause in query.wanted for word in clause.words)
        return Sought(own, tuple(clause.words[-1] for clause in query.wanted if clause.unfinished))

    @cached_property
    def _texts(self) -> list[tuple[str, str]]:
        return [_texts_of(card) if card is not None else ("", "") for card in self._cards]


def _texts_of(card: Card) -> tuple[str, str]:
    """Return title and names, then the rest, folded, each word after a blank."""
    title = " ".join((card.title, card.short, *card.acronyms))
    department = department_label(card.department) if card.department else ""
    return f" {plain(title)}", f" {plain(f'{card.summary} {card.place} {department} {card.region}')}"


def _beginnings(clause: Clause) -> tuple[str, ...]:
    """Return how the words of a clause begin: their stems, or what is written of the last one so far."""
    stems = [stem(word) for word in clause.words]
    if clause.unfinished:
        stems[-1] = clause.words[-1]
    return tuple(f" {word}" for word in stems)


def _found(beginnings: Sequence[str], title: str, others: str) -> float:
    if all(beginning in title for beginning in beginnings):
        return _TITLE_WEIGHT
    return float(all(beginning in title or beginning in others for beginning in beginnings))
