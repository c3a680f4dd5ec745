"""The cards of the base, each at a position that it keeps: facets, orders and the index speak of positions.

A deck never changes; :meth:`Deck.changed` gives the next one, which shares all that did not change.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from levers_app.catalogue.records import KINDS, Card
from levers_app.search.analysis import plain

Ranks = npt.NDArray[np.int32]
Key = Callable[[Card], tuple[Any, ...]]
Change = tuple[int, Card | None, Card | None]
"""A position, the card that was there and the one that is there now."""

_KINDS = {"lever": 0, "case": 1, "text": 2, "term": 3, "problem": 4}


class Order:
    """Cards in one order, as a rank for each position."""

    def __init__(self, cards: Iterable[tuple[int, Card]], key: Key, size: int) -> None:
        """Sort ``cards``, given with their positions, all below ``size``."""
        self._key = key
        self._sorted = sorted((key(card), position) for position, card in cards)
        self.ranks = self._ranked(size)

    def changed(self, changes: Iterable[Change], size: int) -> "Order":
        """Return the same order after ``changes``."""
        new = Order((), self._key, 0)
        new._sorted = self._sorted.copy()
        for position, before, after in changes:
            if before is not None:
                del new._sorted[bisect_left(new._sorted, (self._key(before), position))]
            if after is not None:
                insort(new._sorted, (self._key(after), position))
        new.ranks = new._ranked(size)
        return new

    def _ranked(self, size: int) -> Ranks:
        ranks = np.zeros(size, np.int32)
        places = np.fromiter((position for _, position in self._sorted), np.int32, len(self._sorted))
        ranks[places] = np.arange(len(places), dtype=np.int32)
        return ranks


class Deck:
    """Cards by position. Positions of deleted cards stay empty.

    Attributes:
        cards: the cards, None where there is no longer one.
        positions: record id -> position.
        kinds: for each position the place of the card's kind in ``KINDS``, -1 where there is none.
    """

    def __init__(self, cards: Iterable[Card]) -> None:
        """Give each card its position."""
        self.cards: list[Card | None] = list(cards)
        self.positions = {card.id: position for position, card in enumerate(self.cards) if card is not None}
        self.kinds = np.array([_code(card) for card in self.cards], np.int8)
        self._orders: dict[str, Order] = {}

    def __len__(self) -> int:
        """Return the number of positions."""
        return len(self.cards)

    def at(self, position: int) -> Card:
        """Return the card at ``position``, which must not be empty."""
        card = self.cards[position]
        assert card is not None  # noqa: S101 - hits are cards
        return card

    def present(self) -> Iterable[tuple[int, Card]]:
        """Yield the positions that are not empty, with their cards."""
        return ((position, card) for position, card in enumerate(self.cards) if card is not None)

    def numbered(self) -> tuple[list[int], list[Card]]:
        """Return the positions that are not empty, and their cards."""
        positions = [position for position, card in enumerate(self.cards) if card is not None]
        return positions, [card for card in self.cards if card is not None]

    def ranks(self, name: str) -> Ranks:
        """Return the rank of each card in the order ``name``."""
        order = self._orders.get(name)
        if order is None:
            order = self._orders[name] = Order(self.present(), _KEYS[name], len(self))
        return order.ranks

    def changed(self, ids: Iterable[str], fresh: Mapping[str, Card]) -> tuple["Deck", Sequence[Change]]:
        """Return the deck in which ``ids`` are the ``fresh`` cards, or gone, and what changed."""
        new = Deck(())
        new.cards, new.positions = self.cards.copy(), self.positions.copy()
        changes: list[Change] = []
        for id_ in ids:
            card, position = fresh.get(id_), new.positions.get(id_)
            if position is None and card is not None:
                position = new.positions[id_] = len(new.cards)
                new.cards.append(None)
            if position is not None and (card is not None or new.cards[position] is not None):
                changes.append((position, new.cards[position], card))
                new.cards[position] = card
        new.kinds = np.zeros(len(new), np.int8)
        new.kinds[: len(self)] = self.kinds
        for position, _, card in changes:
            new.kinds[position] = _code(card)
        new._orders = {name: order.changed(changes, len(new)) for name, order in self._orders.items()}
        return new, changes


def _code(card: Card | None) -> int:
    return KINDS.index(card.kind) if card is not None else -1


def _by_kind(card: Card) -> tuple[Any, ...]:
    return (_KINDS[card.kind], plain(card.title), card.id)


def _by_title(card: Card) -> tuple[Any, ...]:
    return (plain(card.title), card.id)


def _by_place(card: Card) -> tuple[Any, ...]:
    return (not card.place, plain(card.place), plain(card.title), card.id)


def _by_date(card: Card) -> tuple[Any, ...]:
    """Latest first; what has no date comes last."""
    return (-card.last_year, -(card.start or 0), plain(card.title), card.id)


_KEYS: Mapping[str, Key] = {"relevance": _by_kind, "title": _by_title, "place": _by_place, "date": _by_date}
