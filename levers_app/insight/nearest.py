"""The examples that resemble a situation most, found by splitting sets, never by scoring thousands one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from levers_app.catalogue.records import Card
from levers_app.insight import sentences
from levers_app.insight.asked import Situation
from levers_app.insight.facts import UNEVALUATED, UNKNOWN, Line
from levers_app.insight.knowledge import Knowledge, Mask
from levers_app.insight.rules import comparable

MOST_NEAREST = 8


@dataclass(frozen=True, slots=True)
class Resemblance:
    """An example: what it has in common with the situation, what differs, what it does not say."""

    id: str
    title: str
    outcome: str
    place: str
    start: int | None
    end: int | None
    alike: tuple[Line, ...]
    differs: tuple[Line, ...]
    unsaid: tuple[Line, ...]


def nearest(knowledge: Knowledge, asked: Situation, most: int = MOST_NEAREST) -> tuple[Resemblance, ...]:
    """Return the examples that resemble most, the most alike first; failures among the others, as they come.

    The order is that of ``rule:ressemblance``: each criterion splits those that the one before leaves equal.
    """
    wanted = {problem for problem, _ in asked.problems}
    sharing = knowledge.having_any("problem", wanted)
    found = _best(sharing, list(_criteria(knowledge, asked)), most)
    cases = (case for among in found for case in knowledge.first(among, most))
    return tuple(_resemblance(knowledge, asked, case) for case, _ in zip(cases, range(most), strict=False))


def _resemblance(knowledge: Knowledge, asked: Situation, case: Card) -> Resemblance:
    alike = tuple(sentences.alike(knowledge, asked, case))
    differs = tuple(sentences.differs(knowledge, asked, case))
    unsaid = tuple(sentences.unsaid(asked, case))
    return Resemblance(case.id, case.title, case.outcome, case.place, case.start, case.end, alike, differs, unsaid)


def _criteria(knowledge: Knowledge, asked: Situation) -> Iterator[Sequence[Mask]]:
    """Yield the classes of each criterion, the best first; what is in none of them comes last."""
    yield _by_weight(knowledge, asked)
    yield (_named(knowledge, asked.named),)
    near = comparable(knowledge, asked.problems)
    yield (_same(knowledge, asked), near.near, near.unsaid)
    if asked.territory != UNKNOWN:
        yield (knowledge.having("territory", asked.territory), knowledge.having("territory", UNKNOWN))
    yield (knowledge.having_any("lever", asked.present),)
    yield (knowledge.everything & ~knowledge.having("outcome", UNEVALUATED),)


def _by_weight(knowledge: Knowledge, asked: Situation) -> Sequence[Mask]:
    """Return the examples by the intensities of the problems they share, added up."""
    sums: dict[int, Mask] = {0: knowledge.everything}
    for problem, intensity in asked.problems:
        having = knowledge.having("problem", problem)
        split: dict[int, Mask] = {}
        for weight, mask in sums.items():
            split[weight + intensity] = split.get(weight + intensity, 0) | mask & having
            split[weight] = split.get(weight, 0) | mask & ~having
        sums = split
    return [sums[weight] for weight in sorted(sums, reverse=True)]


def _named(knowledge: Knowledge, ids: Iterable[str]) -> Mask:
    wanted = set(ids)
    return sum(1 << number for number, case in enumerate(knowledge.cases) if case.id in wanted) if wanted else 0


def _same(knowledge: Knowledge, asked: Situation) -> Mask:
    found = 0
    for problem, intensity in asked.problems:
        found |= knowledge.having("problem", problem) & knowledge.having("intensity", intensity)
    return found


def _best(among: Mask, criteria: Sequence[Sequence[Mask]], most: int) -> Iterator[Mask]:
    """Yield sets of equals, the best first, until they hold ``most`` examples."""
    if not among or most <= 0:
        return
    if not criteria:
        yield among
        return
    for members in (*criteria[0], -1):
        taken = among & members
        among &= ~taken
        for equals in _best(taken, criteria[1:], most):
            yield equals
            most -= equals.bit_count()
