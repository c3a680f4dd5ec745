"""The sentences about a plan: what it covers and lacks, what holds it together, what to watch."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from levers_app.catalogue.records import LegalReference, Lever
from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.catalogue.vocabulary import Entry
from levers_app.insight import rules
from levers_app.insight.facts import Line
from levers_app.insight.knowledge import Knowledge, Mask
from levers_app.insight.quoting import after, lever_words, of_cases, of_levers, of_rule, quote
from levers_app.insight.sentences import graded, told_outcomes
from levers_app.sheets.wording import counted, legal_label

if TYPE_CHECKING:
    from levers_app.insight.combination import Covered, Together

WATCHED = {
    "reserved": "Réservé aux QPV",
    "displacement": "Risques de report",
    "limit": "Limites",
    "condition": "Conditions à réunir",
    "verify": "À vérifier avant d’agir",
}
"""What is to be watched, by the kind of its lines: they name their lever, and stand under these words."""
_DISPLACEMENT = re.compile(r"\b(déplac|report (?:vers|constaté|de)|dispersion|recomposition)", re.IGNORECASE)


def grade_held(intensity: int, families: "Sequence[Covered]", held: Sequence[Lever], *, closed: int) -> Iterator[Line]:
    """Say which grade of answer is called for, and whether the plan is there; ``closed`` levers are out of reach."""
    yield graded(intensity)
    covered = sum(bool(family.levers) for family in families)
    text = f"Ce plan réunit {counted(len(held), 'levier')} et {counted(covered, 'famille')} sur {len(families)}"
    if closed:
        text += f", hors {counted(closed, 'levier réservé', 'leviers réservés')} aux QPV"
    called = rules.grade(intensity)
    missing = len(families) - covered
    if called == rules.TOGETHER and missing:
        yield of_rule("grade-gap", f"{text}{NBSP}: il manque {counted(missing, 'famille')}.", "rule:reponse-graduee")
    elif called == rules.REINFORCED and (len(held) < 2 or covered < 2):
        yield of_rule("grade-gap", f"{text}{NBSP}: une réponse renforcée en réunit plusieurs.", "rule:reponse-graduee")
    elif held:
        yield of_levers("grade-held", f"{text}.", held)
    else:
        yield of_rule("grade-gap", f"{text}.", "rule:qpv")


def family_covered(family: Entry, there: Sequence[Lever], could: Sequence[Lever], held: Sequence[Lever]) -> Line:
    """Say which levers of the plan are of a family; when none, which could be, and why the first of them."""
    if there:
        return of_levers("family", f"{family.label}{NBSP}: {lever_words(there)}.", there)
    if not could:
        text = f"{family.label}{NBSP}: rien encore, et aucun levier de cette famille n’a trait à ce site."
        return of_rule("family-gap", text, "rule:reponse-graduee")
    first = could[0]
    why = [(lever, each.why) for lever in held for each in lever.combines_with if each.lever == first.slug]
    told = f" {_brings(*why[0], first)}" if why else ""
    text = f"{family.label}{NBSP}: rien encore. À étudier{NBSP}: {lever_words(could)}.{told}"
    return of_levers("family-gap", text, [*could, *(lever for lever, _ in why[:1])])


def problem_covered(problem: Entry, there: Sequence[Lever], could: Sequence[Lever]) -> Line:
    """Say which levers of the plan answer a problem; when none, which could."""
    if there:
        return of_levers("problem", f"{problem.short}{NBSP}: {lever_words(there)}.", there)
    if could:
        text = f"{problem.short}{NBSP}: aucun levier du plan n’y répond. À étudier{NBSP}: {lever_words(could)}."
        return of_levers("problem-gap", text, could)
    text = f"{problem.short}{NBSP}: aucun levier de la base ne dit y répondre."
    return Line("problem-gap", text, (f"problem:{problem.slug}",), 1)


def reinforce(lever: Lever, other: Lever, why: str) -> Line:
    """Say that the sheet of ``lever`` names ``other`` as a reinforcement, and why."""
    return of_levers("combines", _brings(lever, why, other), (lever,))


def _brings(lever: Lever, why: str, other: Lever) -> str:
    """Return what ``other`` brings to ``lever``, whose sheet says ``why``: it is the subject, so it comes first."""
    return after(f"{other.short}, avec {lever.short}", why)


def met_together(knowledge: Knowledge, members: Sequence[Lever], using: Mask) -> Line:
    """Say how the examples that used some levers together ended."""
    outcomes = knowledge.outcomes(using)
    count = counted(outcomes.total, "exemple les réunit", "exemples les réunissent")
    text = f"{' + '.join(lever.short for lever in members)}{NBSP}: {told_outcomes(outcomes, count)}"
    return of_cases("together", text, knowledge, using)


def is_displacement(limit: str) -> bool:
    """Tell whether a limit says that the trouble may go elsewhere."""
    return _DISPLACEMENT.search(limit) is not None


def displacement(lever: Lever, limit: str) -> Line:
    """Return a limit that says that the trouble may go elsewhere."""
    return quote("displacement", lever, limit, lever.short)


def limit(lever: Lever, text: str) -> Line:
    """Return another limit."""
    return quote("limit", lever, text, lever.short)


def condition(lever: Lever, text: str) -> Line:
    """Return a condition."""
    return quote("condition", lever, text, lever.short)


def to_verify(lever: Lever, text: LegalReference) -> Line:
    """Return what must be checked of a legal text before it is used."""
    label = legal_label(text.text, text.article)
    return quote("verify", lever, text.verify, f"{lever.short}, {label}")


def plan_unknowns(held: Sequence[Lever], together: "Sequence[Together]") -> Iterator[Line]:
    """Yield what the base cannot say of a combination."""
    if len(held) == 1:
        text = f"Un seul levier{NBSP}: il n’y a pas encore de combinaison à juger. Ajoutez-en un autre."
        yield of_levers("single", text, held)
        return
    if not together:
        yield of_rule("no-example", "Aucun exemple ne réunit deux de ces leviers.", "rule:comparables")
    if len(held) > 2 and not any(len(each.levers) == len(held) for each in together):
        text = f"Aucun exemple ne réunit les {len(held)} leviers{NARROW}; les effets ne s’additionnent pas d’eux-mêmes."
        yield of_rule("no-example", text, "rule:comparables")
