"""A situation -> the levers to study, in order, each with its reasons; the examples alike; what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from levers_app.catalogue.records import Lever, record_id
from levers_app.insight import rules, sentences
from levers_app.insight.asked import Situation
from levers_app.insight.carrying_sentences import reserved
from levers_app.insight.facts import QPV, Line, Outcomes
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.nearest import Resemblance, nearest

MOST_CONDITIONS = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A lever to study.

    Attributes:
        id: of the lever, with ``title``, ``short`` and ``family`` as its sheet has them.
        strength: how sure evaluations are of it here.
        addressed: slugs of the stated problems that its sheet answers.
        outcomes: how its comparable examples ended.
        too_few: whether too few of them were evaluated to conclude.
        reasons: why, in the order in which they are read; the last one says what gives it its place.
    """

    id: str
    title: str
    short: str
    family: str
    strength: str
    addressed: tuple[str, ...]
    outcomes: Outcomes
    too_few: bool
    reasons: tuple[Line, ...]

    def reason(self, kind: str) -> Line | None:
        """Return the first reason of ``kind``."""
        return next((line for line in self.reasons if line.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Advice:
    """What the base has to say of a situation.

    Attributes:
        grade: the grade of answer that its intensity calls for.
        proposals: levers to study, the first first; ``present`` those that are already there, apart.
        nearest: the examples that resemble most.
        unknown: what the base cannot say.
        order: the rules, to be shown with the answer.
    """

    situation: Situation
    grade: Line
    proposals: tuple[Proposal, ...]
    present: tuple[Proposal, ...]
    nearest: tuple[Resemblance, ...]
    unknown: tuple[Line, ...]
    order: tuple[rules.Rule, ...]


def advise(knowledge: Knowledge, asked: Situation) -> Advice:
    """Return what the base has to say of a situation.

    A lever is proposed when its sheet answers one of the problems, or when a comparable example used it.
    """
    ranked = ranking(knowledge, asked)
    comparable = rules.comparable(knowledge, asked.problems)
    proposals = [_proposal(knowledge, asked, lever, standing, comparable) for lever, standing in ranked]
    present = {record_id("lever", slug) for slug in asked.present}
    return Advice(
        situation=asked,
        grade=sentences.graded(asked.intensity) if ranked else sentences.no_lever(asked),
        proposals=tuple(proposal for proposal in proposals if proposal.id not in present),
        present=tuple(proposal for proposal in proposals if proposal.id in present),
        nearest=nearest(knowledge, asked),
        unknown=tuple(sentences.unknowns(knowledge, asked, [lever for lever, _ in ranked])),
        order=rules.RULES,
    )


def ranking(knowledge: Knowledge, asked: Situation) -> list[tuple[Lever, rules.Standing]]:
    """Return the levers that have to do with a situation and where they stand, the first first."""
    comparable = rules.comparable(knowledge, asked.problems).counted
    found = []
    for lever in knowledge.levers.values():
        outcomes = knowledge.outcomes(comparable & knowledge.having("lever", lever.slug))
        standing = rules.standing(lever, asked, outcomes)
        if standing.addressed or standing.comparable:
            found.append((lever, standing))
    return sorted(found, key=lambda each: each[1], reverse=True)  # stable: equals stay by title


def _proposal(
    knowledge: Knowledge, asked: Situation, lever: Lever, standing: rules.Standing, comparable: rules.Comparable
) -> Proposal:
    cases = comparable.among(knowledge.having("lever", lever.slug))
    outcomes = knowledge.outcomes(cases.counted)
    return Proposal(
        id=lever.id,
        title=lever.title,
        short=lever.short,
        family=lever.family,
        strength=rules.strength_here(lever, asked),
        addressed=tuple(slug for slug, _ in asked.problems if slug in lever.problems),
        outcomes=outcomes,
        too_few=rules.is_few(outcomes),
        reasons=tuple(_reasons(knowledge, asked, lever, standing, cases)),
    )


def _reasons(
    knowledge: Knowledge, asked: Situation, lever: Lever, standing: rules.Standing, cases: rules.Comparable
) -> Iterator[Line]:
    yield sentences.addresses(knowledge, asked, lever, cases.counted)
    if lever.slug in rules.QPV_ONLY and asked.territory != QPV:
        yield from reserved(lever, lever.short)
    yield sentences.declared(knowledge, lever, cases)
    yield sentences.evaluated(knowledge, asked, lever)
    for combination in lever.combines_with:
        if combination.lever in asked.present and combination.lever in knowledge.levers:
            yield sentences.reinforces(lever, knowledge.levers[combination.lever], combination.why, present=True)
    yield from sentences.conditions(lever, MOST_CONDITIONS)
    yield from sentences.legal_steps(lever)
    yield from sentences.legal(lever)
    yield sentences.placed(lever, standing)
