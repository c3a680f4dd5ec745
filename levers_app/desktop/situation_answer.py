"""What the base has to say of a described site, made off the GUI thread; no Qt here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levers_app.desktop.situation_state import Description
from levers_app.insight.asked import Situation, situation
from levers_app.insight.carrying import Carriers, plan_carriers
from levers_app.insight.combination import Plan, plan
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.rules import RULES
from levers_app.insight.situation import Advice, advise
from levers_app.search.mentions import mentions
from levers_app.services import Services

if TYPE_CHECKING:
    from levers_app.insight.facts import Line


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a description.

    Attributes:
        description: what was asked.
        advice: levers, examples, what is not known.
        plan, carried: of the levers kept and those in place; None when there are none.
        titles: of the records and rules that sentences come from, by id.
    """

    description: Description
    advice: Advice
    plan: Plan | None
    carried: Carriers | None
    titles: Mapping[str, str]


def answer(services: Services, description: Description) -> Answer:
    """Return what the base has to say of a site with at least one problem.

    Raises:
        UnfitQuestionError: no problem is chosen, or something is unknown.
        StorageError: the base cannot be read.
    """
    known = services.knowledge()
    asked = asked_of(services, known, description)
    advice = advise(known, asked)
    chosen = [slug for slug in description.chosen if slug in known.levers]
    held = bool(chosen or asked.present)
    made = plan(known, asked, chosen) if held else None
    carried = plan_carriers(known, made, asked.territory) if made else None
    titles = titles_of(known, _origins(advice, made, carried))
    return Answer(description, advice, made, carried, titles)


def asked_of(services: Services, known: Knowledge, description: Description) -> Situation:
    """Return a description as it is asked of what is ``known``.

    Raises:
        UnfitQuestionError: no problem is chosen.
    """
    problems = [(trouble.problem, trouble.intensity) for trouble in description.troubles]
    present = [slug for slug in description.present if slug in known.levers]
    named = mentions(services.engine, description.words) if description.words.strip() else ()
    return situation(known, problems, description.territory, present, named)


def titles_of(known: Knowledge, ids: Iterable[str]) -> dict[str, str]:
    """Return the titles of records, and the words of rules, by id; those that are not known are left out."""
    wanted = set(ids)
    titles = {case.id: case.title for case in known.cases if case.id in wanted}
    titles |= {lever.id: lever.title for lever in known.levers.values()}
    titles |= {f"problem:{slug}": entry.label for slug, entry in known.vocabulary.problems.items()}
    return titles | {rule.id: rule.says for rule in RULES}


def _origins(advice: Advice, made: Plan | None, carried: Carriers | None) -> Iterator[str]:
    lines: list[Line] = [*advice.unknown]
    for proposal in (*advice.proposals, *advice.present):
        lines += proposal.reasons
    if made is not None:
        lines += [each.line for each in (*made.families, *made.problems)]
        lines += [each.line for each in made.together]
        lines += [*made.reinforcements, *made.warnings, *made.unknown]
    if carried is not None:
        lines += carried.territory
    for line in lines:
        yield from line.origins
