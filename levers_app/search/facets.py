"""Counts by facet, from cards alone: a Python integer per value, whose bit ``n`` says whether the card at ``n`` has it.

Inside a facet the chosen values add up (or); between facets they cut down (and). The counts of a facet leave its own
choice aside: they say what each value would give.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from levers_app.catalogue.freshness import STALE
from levers_app.catalogue.records import Card
from levers_app.search.deck import Change, Deck

FacetName = str
Counts = Mapping[FacetName, Mapping[str, int]]
Mask = npt.NDArray[np.bool_]

PERIODS: Mapping[str, tuple[int, int]] = {
    "depuis-2024": (2024, 9999),
    "2020-2023": (2020, 2023),
    "2015-2019": (2015, 2019),
    "avant-2015": (0, 2014),
}
"""Periods by which examples are counted; one that went on in two of them counts in both."""
_OPEN = 9999
"""The last year of what has not ended."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The values chosen in each facet; an empty facet lets everything through.

    ``last_year`` is the last that an example names; ``years`` (first and last, both included) lets through what went on
    in one of them.
    """

    kind: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    problem: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()
    lever: tuple[str, ...] = ()
    intensity: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    department: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    confidentiality: tuple[str, ...] = ()
    freshness: tuple[str, ...] = ()
    last_year: tuple[str, ...] = ()
    years: tuple[int, int] | None = None

    @classmethod
    def of(cls, chosen: Mapping[FacetName, Collection[str]], years: tuple[int, int] | None = None) -> Self:
        """Return the filters of the values ``chosen`` in each facet; other names choose nothing."""
        return cls(**{name: tuple(chosen.get(name, ())) for name in FACETS}, years=years)

    def chosen(self) -> dict[FacetName, tuple[str, ...]]:
        """Return the facets in which something is chosen."""
        return {name: values for name in FACETS if (values := getattr(self, name))}

    def empty(self) -> bool:
        """Whether everything is let through."""
        return not self.chosen() and self.years is None


def _years(card: Card) -> tuple[int, int]:
    """Return the first and the last year of a card; zeros when it has none."""
    return (card.start or card.end or 0, card.end or (_OPEN if card.start else 0))


def _period(card: Card) -> tuple[str, ...]:
    start, end = _years(card)
    return tuple(slug for slug, (first, last) in PERIODS.items() if start and start <= last and end >= first)


def _levers(card: Card) -> tuple[str, ...]:
    return (card.id.removeprefix("lever:"),) if card.kind == "lever" else card.levers


_VALUES: Mapping[FacetName, Callable[[Card], Iterable[str]]] = {
    "kind": lambda card: (card.kind,),
    "problem": lambda card: card.problems,
    "outcome": lambda card: (card.outcome,),
    "territory": lambda card: (card.territory,),
    "strength": lambda card: (card.strength,),
    "lever": _levers,
    "intensity": lambda card: (str(card.intensity),) if card.intensity else (),
    "period": _period,
    "region": lambda card: (card.region,),
    "department": lambda card: (card.department,),
    "place": lambda card: card.place.split(", "),
    "status": lambda card: (card.status,),
    "confidentiality": lambda card: (card.confidentiality,),
    "freshness": lambda card: (STALE,) if card.stale else (),
    "last_year": lambda card: (str(card.last_year or ""),),
}
FACETS: tuple[FacetName, ...] = ("kind", "family", *(name for name in _VALUES if name != "kind"))
"""The facets, in the order in which they are shown."""
_COUNTED = tuple(name for name in FACETS if name != "place")
"""Communes are filtered by, never listed with their counts: there may be thousands."""


class FacetTable:
    """The facets of the cards of a deck; ``hits`` are integers whose bit ``n`` stands for the card at ``n``."""

    def __init__(self, deck: Deck) -> None:
        """Read the facets of all cards once."""
        self.size = len(deck)
        self._families = _families_of_levers(deck)
        positions, cards = deck.numbered()
        self.everything = bits(positions, self.size)
        self._masks = {name: _masks(map(values_of, cards), positions, self.size) for name, values_of in _VALUES.items()}
        self._masks["family"] = _masks(map(self._families_of, cards), positions, self.size)
        self._years = np.zeros((2, self.size), np.int16)
        self._years[:, positions] = np.array([_years(card) for card in cards], np.int16).reshape(-1, 2).T

    def changed(self, deck: Deck, changes: Iterable[Change]) -> "FacetTable":
        """Return the table of ``deck``, which differs from this one's by ``changes``."""
        changes = list(changes)
        if any(card is not None and card.kind == "lever" for _, before, after in changes for card in (before, after)):
            return FacetTable(deck)  # the families of examples are those of their levers
        new = FacetTable(Deck(()))
        new.size, new._families, new.everything = len(deck), self._families, self.everything
        new._masks = {name: dict(values) for name, values in self._masks.items()}
        new._years = np.zeros((2, new.size), np.int16)
        new._years[:, : self.size] = self._years
        for position, before, after in changes:
            new._change(position, before, after)
        return new

    def matching(self, filters: Filters) -> int:
        """Return the cards that ``filters`` let through."""
        hits = self.everything
        for mask in self._chosen_masks(filters).values():
            hits &= mask
        return hits & self.during(filters.years) if filters.years else hits

    def having(self, name: FacetName, values: Iterable[str]) -> int:
        """Return the cards that have one of ``values``."""
        mask = 0
        for value in values:
            mask |= self._masks[name].get(value, 0)
        return mask

    def during(self, years: tuple[int, int]) -> int:
        """Return the cards that went on in one of ``years``, first and last included."""
        start, end = self._years
        return from_mask((start > 0) & (start <= years[1]) & (end >= years[0]))

    def counts(self, hits: int, filters: Filters) -> Counts:
        """Count ``hits`` (found by words, not yet filtered) by value; values without any are left out."""
        chosen = self._chosen_masks(filters)
        if filters.years:
            hits &= self.during(filters.years)
        return {name: self._counts(name, _cut(hits, chosen, name)) for name in _COUNTED}

    def levers_used_for(self, problem: str) -> Mapping[str, int]:
        """Return how many examples of a situation used each lever; levers without any are left out."""
        return self._counts("lever", self.having("problem", (problem,)) & self.having("kind", ("case",)))

    def values(self, name: FacetName) -> Iterable[str]:
        """Return every value that some card has."""
        return self._masks[name].keys()

    def _counts(self, name: FacetName, hits: int) -> dict[str, int]:
        counts = ((value, (hits & mask).bit_count()) for value, mask in self._masks[name].items())
        return {value: count for value, count in counts if count}

    def _chosen_masks(self, filters: Filters) -> dict[FacetName, int]:
        return {name: self.having(name, values) for name, values in filters.chosen().items()}

    def _values(self, card: Card) -> Iterable[tuple[FacetName, str]]:
        for name, values_of in _VALUES.items():
            yield from ((name, value) for value in values_of(card) if value)
        yield from (("family", family) for family in self._families_of(card))

    def _families_of(self, card: Card) -> Iterable[str]:
        """Return the family of a lever, and those of the levers of an example."""
        if card.kind == "case":
            return {self._families[lever] for lever in card.levers if lever in self._families}
        return (card.family,)

    def _change(self, position: int, before: Card | None, after: Card | None) -> None:
        bit = 1 << position
        for name, value in self._values(before) if before is not None else ():
            self._masks[name][value] &= ~bit
        for name, value in self._values(after) if after is not None else ():
            self._masks[name][value] = self._masks[name].get(value, 0) | bit
        self._years[:, position] = _years(after) if after is not None else (0, 0)
        self.everything = self.everything | bit if after is not None else self.everything & ~bit


def _masks(values: Iterable[Iterable[str]], positions: Sequence[int], size: int) -> dict[str, int]:
    """Return, for each value, the cards that have it; ``values`` are those of the cards at ``positions``."""
    found: dict[str, list[int]] = defaultdict(list)
    for position, several in zip(positions, values, strict=True):
        for value in several:
            if value:
                found[value].append(position)
    return {value: bits(at, size) for value, at in sorted(found.items())}


def bits(positions: Sequence[int], size: int) -> int:
    """Return the integer whose bits at ``positions`` (each below ``size``) are set."""
    mask = np.zeros(size, np.bool_)
    mask[positions] = True
    return from_mask(mask)


def from_mask(mask: Mask) -> int:
    """Return the integer whose bits are those of ``mask``."""
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")


def to_mask(hits: int, size: int) -> Mask:
    """Return the bits of ``hits`` as an array of ``size``."""
    data = np.frombuffer(hits.to_bytes((size + 7) // 8, "little"), np.uint8)
    return np.unpackbits(data, count=size, bitorder="little").view(np.bool_)


def positions_of(hits: int) -> list[int]:
    """Return the positions of the bits that are set, lowest first."""
    found: list[int] = np.flatnonzero(to_mask(hits, hits.bit_length())).tolist()
    return found


def _cut(hits: int, chosen: Mapping[FacetName, int], but: FacetName) -> int:
    for name, mask in chosen.items():
        if name != but:
            hits &= mask
    return hits


def _families_of_levers(deck: Deck) -> Mapping[str, str]:
    return {card.id.removeprefix("lever:"): card.family for _, card in deck.present() if card.kind == "lever"}
