"""The sentences about the map of what is known."""

from collections.abc import Iterator

from levers_app.catalogue.records import Lever
from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.insight import rules
from levers_app.insight.facts import Line, Outcomes
from levers_app.insight.quoting import of_rule, outcome_words
from levers_app.insight.sentences import confidence
from levers_app.sheets.wording import counted, uncapitalised


def map_notes(total: int, gaps: int) -> Iterator[Line]:
    """Say how to read the map, and what it lacks."""
    if not total:
        text = f"Aucun exemple publié{NBSP}: la carte ne montre que ce que les fiches proposent. Publiez un exemple."
        yield of_rule("no-example", text, "rule:comparables")
    else:
        text = f"Un exemple peut compter dans plusieurs cases{NARROW}; le nombre dit ce qui est documenté, pas ce qui "
        text += "marche."
        yield of_rule("reading", text, "rule:petits-nombres")
    if gaps:
        cells = counted(gaps, "case proposée n’a", "cases proposées n’ont")
        yield of_rule("gaps", f"{cells} encore aucun exemple{NBSP}: le vôtre y serait utile.", "rule:exemples")


def cell_text(words: Vocabulary, problem: str, lever: Lever, outcomes: Outcomes) -> str:
    """Say what one cell holds, and what the sheet of its lever says of the evaluations."""
    label = uncapitalised(words.problems[problem].short)
    strength = uncapitalised(words.strengths[rules.strength_for(lever, problem)].label)
    title = f"{lever.short} et {label}{NBSP}:"
    if not outcomes.total:
        proposed = "proposé par la fiche" if problem in lever.problems else "la fiche ne le propose pas"
        return f"{title} {proposed}, aucun exemple encore ({strength})."
    few = confidence(outcomes)
    return f"{title} {counted(outcomes.total, 'exemple')} ({outcome_words(outcomes)}), {strength}. {few}".strip()
