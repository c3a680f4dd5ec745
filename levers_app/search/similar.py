"""Finds the examples that say the same as one being written: by the words of the title, the place, what it is about."""

from collections.abc import Collection, Iterable
from functools import lru_cache

from levers_app.catalogue.records import Card
from levers_app.search.analysis import stems

_TITLE, _PLACE, _ABOUT = 0.6, 0.25, 0.15
"""What a title of the same words, the same place and the same situations and levers are worth, of 1 in all."""
_LIKE = 0.5
_LEAST_WORDS = 3
_MOST = 2


def similar(cards: Iterable[Card], title: str, place: str, about: Collection[str], leave_out: str = "") -> list[Card]:
    """Return the examples most like one of that title, place, situations and levers (slugs), the most like first.

    ``leave_out`` is the id of the example itself. Titles of one or two words tell too little to compare.
    """
    words, where, slugs = frozenset(stems(title)), frozenset(stems(place)), frozenset(about)
    if len(words) < _LEAST_WORDS:
        return []
    found = []
    for card in cards:
        if card.kind != "case" or card.id == leave_out:
            continue
        here = bool(where) and _stems(card.place) == where
        likeness = _TITLE * _share(words, _stems(card.title)) + _PLACE * here
        if likeness + _ABOUT >= _LIKE:
            likeness += _ABOUT * _share(slugs, frozenset((*card.problems, *card.levers)))
            found.append((likeness, card.id, card))
    return [card for likeness, _, card in sorted(found, reverse=True) if likeness >= _LIKE][:_MOST]


@lru_cache(maxsize=50_000)
def _stems(text: str) -> frozenset[str]:
    """Return the stems of a title or place: the same ones are compared each time that a draft is kept."""
    return frozenset(stems(text))


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    together = some | others
    return len(some & others) / len(together) if together else 0.0
