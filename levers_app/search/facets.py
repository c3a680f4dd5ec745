"""Counts by facet, from cards alone: a Python integer per value, whose bit ``n`` says whether card ``n`` has it.

Inside a facet the chosen values add up (or); between facets they cut down (and). The counts of a facet leave its own
choice aside: they say what each value would give.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from levers_app.catalogue.records import Card

FacetName = str
Counts = Mapping[FacetName, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Filters:
    """The values chosen in each facet; an empty facet lets everything through."""

    kind: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    problem: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()
    lever: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    department: tuple[str, ...] = ()

    def chosen(self) -> dict[FacetName, tuple[str, ...]]:
        """Return the facets in which something is chosen."""
        return {name: values for name in FACETS if (values := getattr(self, name))}


FACETS: tuple[FacetName, ...] = (
    "kind",
    "family",
    "problem",
    "outcome",
    "territory",
    "strength",
    "lever",
    "region",
    "department",
)
"""The facets, in the order in which they are shown."""
_ONE_VALUE = ("kind", "family", "outcome", "territory", "strength", "region", "department")


class FacetTable:
    """The facets of a list of cards; ``hits`` are integers whose bit ``n`` stands for card ``n``."""

    def __init__(self, cards: Sequence[Card]) -> None:
        """Read the facets of ``cards`` once."""
        self.size = len(cards)
        self.everything = (1 << self.size) - 1
        self._masks = _masks(cards)

    def matching(self, filters: Filters) -> int:
        """Return the cards that ``filters`` let through."""
        hits = self.everything
        for mask in self._chosen_masks(filters).values():
            hits &= mask
        return hits

    def counts(self, hits: int, filters: Filters) -> Counts:
        """Count ``hits`` (found by words, not yet filtered) by value; values without any are left out."""
        chosen = self._chosen_masks(filters)
        return {name: self._counts(name, _cut(hits, chosen, name)) for name in FACETS}

    def _counts(self, name: FacetName, hits: int) -> dict[str, int]:
        counts = ((value, (hits & mask).bit_count()) for value, mask in self._masks[name].items())
        return {value: count for value, count in counts if count}

    def _chosen_masks(self, filters: Filters) -> dict[FacetName, int]:
        return {name: self._any(name, values) for name, values in filters.chosen().items()}

    def _any(self, name: FacetName, values: Iterable[str]) -> int:
        mask = 0
        for value in values:
            mask |= self._masks[name].get(value, 0)
        return mask


def bits(positions: Iterable[int], size: int) -> int:
    """Return the integer whose bits at ``positions`` (each below ``size``) are set."""
    flags = bytearray(b"0") * size
    for position in positions:
        flags[-1 - position] = 49  # "1"
    return int(flags, 2) if size else 0


def positions_of(hits: int) -> list[int]:
    """Return the positions of the bits that are set, lowest first."""
    return [place for place, flag in enumerate(reversed(f"{hits:b}")) if flag == "1"]


def _cut(hits: int, chosen: Mapping[FacetName, int], but: FacetName) -> int:
    for name, mask in chosen.items():
        if name != but:
            hits &= mask
    return hits


def _masks(cards: Sequence[Card]) -> dict[FacetName, dict[str, int]]:
    found: dict[FacetName, dict[str, list[int]]] = {name: defaultdict(list) for name in FACETS}
    for name in _ONE_VALUE:
        positions, value_of = found[name], attrgetter(name)
        for position, value in enumerate(map(value_of, cards)):
            if value:
                positions[value].append(position)
    _add_many(found, cards)
    size = len(cards)
    return {name: {value: bits(at, size) for value, at in sorted(values.items())} for name, values in found.items()}


def _add_many(found: Mapping[FacetName, dict[str, list[int]]], cards: Sequence[Card]) -> None:
    """Add what a card may have several of: situations, levers and, through its levers, the families of an example."""
    family_of = {card.id.removeprefix("lever:"): card.family for card in cards if card.kind == "lever"}
    problems, levers, families = found["problem"], found["lever"], found["family"]
    for position, card in enumerate(cards):
        for problem in card.problems:
            problems[problem].append(position)
        for lever in card.levers if card.kind != "lever" else (card.id.removeprefix("lever:"),):
            levers[lever].append(position)
        if card.kind == "case":
            for family in {family_of[lever] for lever in card.levers if lever in family_of}:
                families[family].append(position)
