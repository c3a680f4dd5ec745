"""Rows of what is advised: a situation, a plan and who carries it, a comparison, the map of what is known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from benchmarks.generate import AUTHOR
from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, median, milliseconds
from levers_app.catalogue.records import CaseStudy
from levers_app.insight.asked import Situation, situation
from levers_app.insight.carrying import carriers
from levers_app.insight.combination import plan
from levers_app.insight.comparison import MOST, compare
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.knowledge_map import knowledge_map
from levers_app.insight.situation import advise
from levers_app.services import Services

_LIMIT = 100
_CHOSEN = 6
"""Levers of a plan that a person would hold."""


def advice(ground: Ground) -> Iterator[Line]:
    """What a person waits for after each change of a situation, the worst of all situations of the vocabulary."""
    services = ground.filled
    first = milliseconds(services.knowledge)
    known = services.knowledge()
    asked = list(_situations(known))
    advise(known, asked[0])  # counts each facet once
    plans = [[lever.slug for lever in list(known.levers.values())[n : n + _CHOSEN]] for n in range(len(known.levers))]
    levers = list(known.levers)
    told: Sequence[tuple[str, list[float]]] = (
        ("une situation → leviers, raisons, exemples", [milliseconds(advise, known, each) for each in asked]),
        ("des leviers → un plan", [milliseconds(plan, known, asked[-1], each) for each in plans]),
        ("tous les leviers → qui porte, qui paie", _repeated(ground, carriers, known, levers, "inconnu")),
        ("quatre leviers comparés", [milliseconds(compare, known, each[:MOST]) for each in plans if len(each) >= MOST]),
        ("la carte de ce qu’on sait", _repeated(ground, knowledge_map, known)),
    )
    for what, times in told:
        yield at_most(f"{what}, pire", max(times), _LIMIT, "ms", f"{figure(median(times), 'ms')} (médiane)")
    yield at_most("une situation, un exemple venant d’être écrit", _after_a_write(services, asked[-1]), _LIMIT, "ms")
    yield Line("lire et compter tous les exemples, une fois", figure(first, "ms"))


def _situations(known: Knowledge) -> Iterator[Situation]:
    """Yield each problem alone, each with the two next ones, and all at once."""
    problems = list(known.vocabulary.problems)
    for number, problem in enumerate(problems):
        yield situation(known, [(problem, 1 + number % 5)], "qpv")
        yield situation(known, [(each, 1 + number % 5) for each in problems[number : number + 3]], "hors-qpv")
    yield situation(known, [(each, 4) for each in problems], "qpv", list(known.levers)[:3])


def _after_a_write(services: Services, asked: Situation) -> float:
    """Return how long the advice takes when an example was written since the last one."""
    example = services.base.reader.record(services.knowledge().cases[0].id)
    if not isinstance(example, CaseStudy):
        raise TypeError(example.id)
    services.base.writer.save(replace(example, lessons=(*example.lessons, "Une leçon de plus")), AUTHOR)
    elapsed = milliseconds(lambda: advise(services.knowledge(), asked))
    services.base.writer.save(example, AUTHOR)
    return elapsed


def _repeated(ground: Ground, function: Callable[..., object], *arguments: object) -> list[float]:
    return [milliseconds(function, *arguments) for _ in range(ground.repeat(20))]
