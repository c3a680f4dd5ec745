"""Rows of sense: what was really done on a site, among the first levers that the base proposes for it.

What was done is not what works: the rows watch that the order stays sensible, and are no aim to raise.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from benchmarks.ground import Ground
from benchmarks.harness import Line, decimal
from levers_app.catalogue.records import Card
from levers_app.catalogue.typography import NBSP
from levers_app.insight.asked import Situation, situation
from levers_app.insight.facts import UNKNOWN
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.situation import ranking

REPORTS = Path(__file__).resolve().parents[1] / "tests" / "insight" / "reports.yaml"
"""Sites of published reports that the base does not hold, and what was done there."""
_UNSAID = 3
"""The intensity that is asked for where an example does not say its own."""

Asked = tuple[Knowledge, Situation, Sequence[str]]
"""What is known, the site that is described, and the levers that were pulled there."""


def practice(ground: Ground) -> Iterator[Line]:
    """Yield the shares for each shipped example left out in turn, and for the reports."""
    known = ground.shipped.knowledge()
    for kind, asked in (("exemples laissés de côté", left_out(known)), ("récits hors de la base", reports(known))):
        told = list(asked)
        for first in (10, 15):
            share = decimal(100 * share_among_first(told, first), 0)
            yield Line(
                f"ce qui a été fait, parmi les {first} premiers leviers", f"{share}{NBSP}%", f"{len(told)} {kind}"
            )


def without(known: Knowledge, case: Card) -> tuple[Knowledge, Situation]:
    """Return what is known without an example, and the site that it met."""
    left = known.changed({case.id: None})
    return left, situation(left, [(problem, case.intensity or _UNSAID) for problem in case.problems])


def left_out(known: Knowledge) -> Iterator[Asked]:
    """Yield each example as a question to a base that does not have it."""
    return ((*without(known, case), case.levers) for case in known.cases)


def reports(known: Knowledge) -> Iterator[Asked]:
    """Yield the sites of :data:`REPORTS`."""
    for told in yaml.safe_load(REPORTS.read_text(encoding="utf-8")):
        territory = told.get("territory", UNKNOWN)
        yield known, situation(known, list(told["problems"].items()), territory=territory), tuple(told["done"])


def share_among_first(asked: Iterable[Asked], first: int) -> float:
    """Return how much of what was done stands among the ``first`` levers proposed."""
    done = found = 0
    for known, site, levers in asked:
        proposed = {lever.slug for lever, _ in ranking(known, site)[:first]}
        done += len(levers)
        found += len(proposed & set(levers))
    return found / done
