"""What the base knows at one moment, ready to be counted: an integer a value, whose bit ``n`` is example ``n``."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from levers_app.catalogue.records import RESTRICTED, Card, Lever
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.insight.facts import OUTCOMES, PUBLISHED, Outcomes

Mask = int
MOST_ORIGINS = 12
"""Examples that one line names; a line may count thousands."""
NO_INTENSITY = 0
"""Stands for what an example does not say."""

_VALUES: Mapping[str, Callable[[Card], Iterable[object]]] = {
    "problem": lambda case: case.problems,
    "lever": lambda case: case.levers,
    "outcome": lambda case: (case.outcome,),
    "intensity": lambda case: (case.intensity or NO_INTENSITY,),
    "territory": lambda case: (case.territory,),
    "year": lambda case: (case.last_year,),
    "department": lambda case: (case.department,),
    "measured": lambda case: (case.measured,),
}


class Knowledge:
    """Levers and published examples. It never changes: any thread may read it.

    Drafts and examples that wait for a second reader are not counted: nobody but their author vouches for them.

    Attributes:
        levers: every lever by its slug, by title.
        cases: the published examples, the latest first, then by title: the order in which equals are shown.
    """

    def __init__(self, vocabulary: Vocabulary, levers: Iterable[Lever], cases: Iterable[Card]) -> None:
        """``cases`` are cards of examples, of any status and in any order."""
        self.vocabulary = vocabulary
        self.levers = {lever.slug: lever for lever in sorted(levers, key=lambda lever: (lever.title, lever.slug))}
        self.cases = sorted((case for case in cases if case.status == PUBLISHED), key=_place)
        self._masks: dict[str, dict[object, Mask]] = {}

    def changed(self, fresh: Mapping[str, Card | None]) -> "Knowledge":
        """Return what is known once examples were written, or deleted (None), by id: no other is read or counted again.

        Bits are moved up or down at the place of each, in the facets that were asked for until now.
        """
        after = Knowledge(self.vocabulary, self.levers.values(), ())
        after.cases, after._masks = list(self.cases), {facet: dict(masks) for facet, masks in self._masks.items()}
        for number in sorted((n for n, case in enumerate(self.cases) if case.id in fresh), reverse=True):
            after._take_out(number)
        for case in fresh.values():
            if case is not None and case.status == PUBLISHED:
                after._put_in(case)
        return after

    def _take_out(self, number: int) -> None:
        del self.cases[number]
        for masks in self._masks.values():
            for value, mask in masks.items():
                masks[value] = mask & (1 << number) - 1 | mask >> number + 1 << number

    def _put_in(self, case: Card) -> None:
        number = bisect(self.cases, _place(case), key=_place)
        self.cases.insert(number, case)
        for facet, masks in self._masks.items():
            for value, mask in masks.items():
                masks[value] = mask & (1 << number) - 1 | mask >> number << number + 1
            for value in _VALUES[facet](case):
                masks[value] = masks.get(value, 0) | 1 << number

    @property
    def everything(self) -> Mask:
        """All examples."""
        return (1 << len(self.cases)) - 1

    def having(self, facet: str, value: object) -> Mask:
        """Return the examples with ``value`` in ``facet``: a problem, a lever, an outcome, an intensity."""
        return self._of(facet).get(value, 0)

    def having_any(self, facet: str, values: Iterable[object]) -> Mask:
        """Return the examples with one of ``values``."""
        found = 0
        for value in values:
            found |= self.having(facet, value)
        return found

    def values(self, facet: str) -> list[object]:
        """Return the values of ``facet`` that examples have."""
        return [value for value, mask in self._of(facet).items() if mask]

    def outcomes(self, among: Mask) -> Outcomes:
        """Count how the examples ``among`` ended."""
        return Outcomes(*((among & self.having("outcome", outcome)).bit_count() for outcome in OUTCOMES))

    def first(self, among: Mask, most: int = MOST_ORIGINS) -> Iterator[Card]:
        """Yield the first examples ``among``, the latest first."""
        for _ in range(most):
            if not among:
                return
            lowest = among & -among
            yield self.cases[lowest.bit_length() - 1]
            among ^= lowest

    def ids(self, among: Mask) -> tuple[str, ...]:
        """Return the ids of the first examples ``among``."""
        return tuple(case.id for case in self.first(among))

    def _of(self, facet: str) -> dict[object, Mask]:
        """Return the masks of a facet, made when it is first asked for; two threads may both make them, alike."""
        masks = self._masks.get(facet)
        if masks is None:
            masks = self._masks[facet] = _masks(self.cases, _VALUES[facet])
        return masks

    @cached_property
    def unrestricted(self) -> "Knowledge":
        """The same without the restricted examples, not even counted: what may leave this computer."""
        kept = [case for case in self.cases if case.confidentiality != RESTRICTED]
        return self if len(kept) == len(self.cases) else Knowledge(self.vocabulary, self.levers.values(), kept)


def _place(case: Card) -> tuple[int, str, str]:
    return (-case.last_year, case.title, case.id)


def _masks(cases: Sequence[Card], values: Callable[[Card], Iterable[object]]) -> dict[object, Mask]:
    """Return the examples of each value; bytes are filled first, since each change of a large integer copies it."""
    size = len(cases) // 8 + 1
    bits: dict[object, bytearray] = {}
    for number, case in enumerate(cases):
        for value in values(case):
            if value not in bits:
                bits[value] = bytearray(size)
            bits[value][number >> 3] |= 1 << (number & 7)
    return {value: int.from_bytes(mask, "little") for value, mask in bits.items()}
