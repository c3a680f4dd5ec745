"""Chosen levers -> a plan: what it covers, what it lacks, what holds it together, what to watch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from levers_app.catalogue.records import Lever, record_id
from levers_app.insight import plan_sentences as sentences
from levers_app.insight import rules
from levers_app.insight.asked import Situation, levers
from levers_app.insight.carrying_sentences import reserved
from levers_app.insight.facts import Line, Outcomes, UnfitQuestionError
from levers_app.insight.knowledge import Knowledge, Mask
from levers_app.insight.situation import ranking

MOST_SUGGESTED = 3
MOST_TOGETHER = 12
MOST_CONDITIONS = 2


@dataclass(frozen=True, slots=True)
class Covered:
    """A family or a stated problem (its slug), the levers of the plan that cover it, and what else could.

    ``suggested`` are ids of levers, those that reinforce the plan first; there are none when it is covered.
    """

    slug: str
    levers: tuple[str, ...]
    suggested: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Together:
    """Levers of the plan that examples used together, and how these ended, failures included."""

    levers: tuple[str, ...]
    outcomes: Outcomes
    line: Line


@dataclass(frozen=True, slots=True)
class Plan:
    """What chosen levers make together; levers already in place are part of it.

    Attributes:
        levers: ids, chosen ones and those already in place, by title.
        grade: what the intensity calls for, and whether the plan is there.
        families, problems: what is covered, and the gaps, in the order of the vocabulary.
        reinforcements: levers known to reinforce each other, and why.
        together: pairs that examples used together, then all of them; the most met first.
        warnings: conditions, limits and displacement, as the sheets have them.
        unknown: what the base cannot say of this combination.
    """

    levers: tuple[str, ...]
    grade: tuple[Line, ...]
    families: tuple[Covered, ...]
    problems: tuple[Covered, ...]
    reinforcements: tuple[Line, ...]
    together: tuple[Together, ...]
    warnings: tuple[Line, ...]
    unknown: tuple[Line, ...]


def plan(knowledge: Knowledge, asked: Situation, chosen: Iterable[str]) -> Plan:
    """Return what the levers ``chosen`` make for a situation.

    Raises:
        UnfitQuestionError: no lever is chosen and none is in place, or one is unknown.
    """
    slugs = levers(knowledge, {*levers(knowledge, chosen), *asked.present})
    if not slugs:
        raise UnfitQuestionError(
            "Aucun levier n’est choisi. Retenez-en au moins un pour voir ce qu’il couvre et ce qui manque."
        )
    held = [knowledge.levers[slug] for slug in slugs]
    usable = [lever for lever in held if rules.is_within_reach(lever, asked)]
    others = _others(knowledge, asked, held)
    families = tuple(_families(knowledge, usable, others))
    together = tuple(_together(knowledge, held))
    return Plan(
        levers=tuple(lever.id for lever in held),
        grade=tuple(sentences.grade_held(asked.intensity, families, usable, closed=len(held) - len(usable))),
        families=families,
        problems=tuple(_problems(knowledge, asked, usable, others)),
        reinforcements=tuple(_reinforcements(held)),
        together=together,
        warnings=(*_out_of_reach(asked, held), *_warnings(held)),
        unknown=tuple(sentences.plan_unknowns(held, together)),
    )


def _others(knowledge: Knowledge, asked: Situation, held: list[Lever]) -> list[Lever]:
    """Return the levers that could be added: those that reinforce the plan first, then in the order of the advice.

    What neither has to do with the site nor reinforces the plan is not among them: nothing speaks for it.
    """
    near = {combination.lever for lever in held for combination in lever.combines_with}
    slugs = {lever.slug for lever in held}
    ranked = [lever for lever, _ in ranking(knowledge, asked)]
    ranked += [lever for lever in knowledge.levers.values() if lever.slug in near and lever not in ranked]
    others = [lever for lever in ranked if lever.slug not in slugs and rules.is_within_reach(lever, asked)]
    return sorted(others, key=lambda lever: lever.slug not in near)


def _families(knowledge: Knowledge, held: list[Lever], others: list[Lever]) -> Iterator[Covered]:
    for slug, family in knowledge.vocabulary.families.items():
        there = [lever for lever in held if lever.family == slug]
        could = [] if there else [lever for lever in others if lever.family == slug][:MOST_SUGGESTED]
        yield _covered(slug, there, could, sentences.family_covered(family, there, could, held))


def _problems(knowledge: Knowledge, asked: Situation, held: list[Lever], others: list[Lever]) -> Iterator[Covered]:
    for slug, _ in asked.problems:
        there = [lever for lever in held if slug in lever.problems]
        could = [] if there else [lever for lever in others if slug in lever.problems][:MOST_SUGGESTED]
        problem = knowledge.vocabulary.problems[slug]
        yield _covered(slug, there, could, sentences.problem_covered(problem, there, could))


def _covered(slug: str, there: list[Lever], could: list[Lever], line: Line) -> Covered:
    return Covered(slug, tuple(lever.id for lever in there), tuple(lever.id for lever in could), line)


def _reinforcements(held: list[Lever]) -> Iterator[Line]:
    by_slug = {lever.slug: lever for lever in held}
    for lever in held:
        for combination in lever.combines_with:
            if combination.lever in by_slug:
                yield sentences.reinforce(lever, by_slug[combination.lever], combination.why)


def _together(knowledge: Knowledge, held: list[Lever]) -> Iterator[Together]:
    """Yield the pairs that examples met, the most met first, then the whole plan when it is more than a pair."""
    pairs = [(pair, _using(knowledge, pair)) for pair in combinations(held, 2)]
    met = sorted(((pair, using) for pair, using in pairs if using), key=lambda each: -each[1].bit_count())
    sets: list[tuple[tuple[Lever, ...], Mask]] = list(met[:MOST_TOGETHER])
    if len(held) > 2 and (all_ := _using(knowledge, held)):
        sets.append((tuple(held), all_))
    for members, using in sets:
        outcomes = knowledge.outcomes(using)
        line = sentences.met_together(knowledge, members, using)
        yield Together(tuple(record_id("lever", lever.slug) for lever in members), outcomes, line)


def _using(knowledge: Knowledge, members: Iterable[Lever]) -> Mask:
    found = knowledge.everything
    for lever in members:
        found &= knowledge.having("lever", lever.slug)
    return found


def _out_of_reach(asked: Situation, held: list[Lever]) -> Iterator[Line]:
    """Yield what of the plan cannot be had on the site: it covers nothing there."""
    for lever in held:
        if not rules.is_within_reach(lever, asked):
            yield from reserved(lever, lever.short)


def _warnings(held: list[Lever]) -> Iterator[Line]:
    """Yield displacement first, which a plan that holds one place moves to the next, then limits and conditions."""
    limits = [(lever, limit) for lever in held for limit in lever.limits]
    yield from (sentences.displacement(lever, limit) for lever, limit in limits if sentences.is_displacement(limit))
    yield from (sentences.limit(lever, limit) for lever, limit in limits if not sentences.is_displacement(limit))
    for lever in held:
        yield from (sentences.condition(lever, text) for text in lever.success_conditions[:MOST_CONDITIONS])
        yield from (sentences.to_verify(lever, text) for text in lever.legal if text.verify)
