"""Rows of what is advised: a situation, a plan and who carries it, a comparison, the map of what is known."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from benchmarks.generate import AUTHOR
from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, median, milliseconds
from levers_app.catalogue.brief import MOST_COMPARED
from levers_app.catalogue.records import CaseStudy
from levers_app.desktop.compare_data import compared
from levers_app.desktop.map_data import maps
from levers_app.desktop.situation_answer import answer
from levers_app.desktop.situation_note import action_plan
from levers_app.desktop.situation_state import Description, Trouble
from levers_app.insight.carrying import carriers
from levers_app.insight.knowledge import Knowledge
from levers_app.services import Services

_LIMIT = 100
_CHOSEN = 6
"""Levers of a plan that a person would hold."""


def advice(ground: Ground) -> Iterator[Line]:
    """What the window waits for: the worst of all situations of the vocabulary, of plans and of comparisons.

    No words are described: their search has rows of its own.
    """
    services = ground.filled
    gc.collect()
    gc.freeze()  # as the window does once the base is read (desktop.program)
    first = milliseconds(services.knowledge)
    known = services.knowledge()
    first_map = milliseconds(maps, services)  # counts each facet once; later ones find it
    sites = list(_sites(known))
    levers = list(known.levers)
    plans = [tuple(levers[n : n + _CHOSEN]) for n in range(len(levers) - _CHOSEN + 1)]
    planned = [replace(sites[-1], present=(), chosen=plan) for plan in plans]
    told: Sequence[tuple[str, list[float]]] = (
        ("une situation → leviers, raisons, exemples", [milliseconds(answer, services, each) for each in sites]),
        ("la même et six leviers → aussi un plan", [milliseconds(answer, services, each) for each in planned]),
        ("la même → un plan d’actions à remplir", [milliseconds(action_plan, services, each) for each in planned]),
        ("tous les leviers → qui porte, qui paie", _repeated(ground, carriers, known, levers, "inconnu")),
        ("quatre leviers comparés", [milliseconds(compared, services, each[:MOST_COMPARED]) for each in plans]),
        ("la carte de ce qu’on sait", _repeated(ground, maps, services)),
    )
    for what, times in told:
        yield at_most(f"{what}, pire", max(times), _LIMIT, "ms", f"{figure(median(times), 'ms')} (médiane)")
    yield at_most("une situation, un exemple venant d’être écrit", _after_a_write(services, sites[-1]), _LIMIT, "ms")
    yield Line("lire tous les exemples, une fois", figure(first, "ms"))
    yield Line("la carte la première fois, tout étant à compter", figure(first_map, "ms"))
    gc.unfreeze()


def _sites(known: Knowledge) -> Iterator[Description]:
    """Yield each problem alone, each with the two next ones, and all at once."""
    problems = list(known.vocabulary.problems)
    for number, problem in enumerate(problems):
        several = problems[number : number + 3]
        yield Description((Trouble(problem, 1 + number % 5),), "qpv")
        yield Description(tuple(Trouble(each, 1 + number % 5) for each in several), "hors-qpv")
    yield Description(tuple(Trouble(each, 4) for each in problems), "qpv", tuple(list(known.levers)[:3]))


def _after_a_write(services: Services, site: Description) -> float:
    """Return how long the answer takes when an example was written since the last one."""
    example = services.base.reader.record(services.knowledge().cases[0].id)
    if not isinstance(example, CaseStudy):
        raise TypeError(example.id)
    services.base.writer.save(replace(example, lessons=(*example.lessons, "Une leçon de plus")), AUTHOR)
    elapsed = milliseconds(answer, services, site)
    services.base.writer.save(example, AUTHOR)
    return elapsed


def _repeated(ground: Ground, function: Callable[..., object], *arguments: object) -> list[float]:
    return [milliseconds(function, *arguments) for _ in range(ground.repeat(20))]
