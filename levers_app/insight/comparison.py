"""Two to four levers on the same rows, and which rows differ."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from levers_app.catalogue.brief import FEWEST_COMPARED, MOST_COMPARED
from levers_app.catalogue.records import Lever
from levers_app.catalogue.typography import NBSP
from levers_app.insight.asked import levers
from levers_app.insight.facts import Line, UnfitQuestionError
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.quoting import actor_words, of_cases, of_levers, problem_words, quote
from levers_app.insight.sentences import told_outcomes
from levers_app.sheets.wording import counted, evidence_texts, legal_label, sentence

_NUMBER = r"(?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|dix-huit|vingt|trente)"
_DURATION = re.compile(rf"\b{_NUMBER}(?: à {_NUMBER})? (?:heures?|jours?|semaines?|mois|ans?|années?)\b", re.IGNORECASE)
"""A length of time. Sheets have no field for it: what they say of it is found in their conditions and steps."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row: a cell a lever, each cell some lines; ``differs`` tells whether they say different things."""

    key: str
    label: str
    cells: tuple[tuple[Line, ...], ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Levers side by side: their ids, by title, and the rows; ``common`` are problems that all of them answer."""

    levers: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
    common: tuple[str, ...]


def compare(knowledge: Knowledge, chosen: Iterable[str]) -> Comparison:
    """Return the levers ``chosen`` side by side.

    Raises:
        UnfitQuestionError: fewer than two or more than four different levers, or an unknown one.
    """
    slugs = levers(knowledge, chosen)
    if not FEWEST_COMPARED <= len(slugs) <= MOST_COMPARED:
        advice = "Ajoutez-en pour comparer" if len(slugs) < FEWEST_COMPARED else "Retirez-en pour les lire côte à côte"
        count = counted(len(slugs), "levier choisi", "leviers choisis") if slugs else "Aucun levier choisi"
        raise UnfitQuestionError(f"{count}{NBSP}: on en compare de {FEWEST_COMPARED} à {MOST_COMPARED}. {advice}.")
    held = [knowledge.levers[slug] for slug in slugs]
    common = tuple(slug for slug in knowledge.vocabulary.problems if all(slug in lever.problems for lever in held))
    return Comparison(tuple(lever.id for lever in held), tuple(_rows(knowledge, held)), common)


def _rows(knowledge: Knowledge, held: list[Lever]) -> Iterator[ComparedRow]:
    for key, (label, cell) in _ROWS.items():
        cells = tuple(tuple(cell(knowledge, lever)) for lever in held)
        texts = {tuple(line.text for line in lines) for lines in cells}
        yield ComparedRow(key, label, cells, len(texts) > 1)


def _what_for(_: Knowledge, lever: Lever) -> Iterator[Line]:
    return (quote("objective", lever, text) for text in lever.objectives)


def _problems(knowledge: Knowledge, lever: Lever) -> Iterator[Line]:
    ordered = [slug for slug in knowledge.vocabulary.problems if slug in lever.problems]
    if ordered:
        yield of_levers("problems", f"{sentence(problem_words(knowledge.vocabulary, ordered))}.", (lever,))


def _family(knowledge: Knowledge, lever: Lever) -> Iterator[Line]:
    yield of_levers("family", knowledge.vocabulary.families[lever.family].label, (lever,))


def _conditions(_: Knowledge, lever: Lever) -> Iterator[Line]:
    return (quote("condition", lever, text) for text in lever.success_conditions)


def _limits(_: Knowledge, lever: Lever) -> Iterator[Line]:
    return (quote("limit", lever, text) for text in lever.limits)


def _time(_: Knowledge, lever: Lever) -> Iterator[Line]:
    texts = (*lever.success_conditions, *(step.detail for step in lever.steps))
    told = [quote("time", lever, text) for text in texts if _DURATION.search(text)]
    yield from told or [_unsaid("time", lever, "La fiche ne dit rien du temps.")]


def _cost(_: Knowledge, lever: Lever) -> Iterator[Line]:
    yield quote("cost", lever, lever.costs) if lever.costs else _unsaid("cost", lever, "Pas de coût sourcé.")


def _funding(_: Knowledge, lever: Lever) -> Iterator[Line]:
    told = [quote("funding", lever, text) for text in lever.funding]
    yield from told or [_unsaid("funding", lever, "La fiche ne cite aucun financement.")]


def _law(_: Knowledge, lever: Lever) -> Iterator[Line]:
    told = [quote("legal", lever, f"{legal_label(text.text, text.article)}{NBSP}: {text.says}") for text in lever.legal]
    yield from told or [_unsaid("legal", lever, "La fiche ne cite aucun texte.")]


def _partners(_: Knowledge, lever: Lever) -> Iterator[Line]:
    return (quote("partner", lever, actor_words(actor)) for actor in lever.actors)


def _strength(knowledge: Knowledge, lever: Lever) -> Iterator[Line]:
    yield of_levers("strength", knowledge.vocabulary.strengths[lever.evidence.strength].label, (lever,))


def _evidence(label: str) -> Callable[[Knowledge, Lever], Iterator[Line]]:
    def cell(_: Knowledge, lever: Lever) -> Iterator[Line]:
        text = dict(evidence_texts(lever.evidence)).get(label, "")
        yield quote("evidence", lever, text) if text else _unsaid("evidence", lever, "La fiche n’en dit rien.")

    return cell


def _examples(knowledge: Knowledge, lever: Lever) -> Iterator[Line]:
    using = knowledge.having("lever", lever.slug)
    outcomes = knowledge.outcomes(using)
    if not outcomes.total:
        yield _unsaid("examples", lever, "Aucun exemple publié.")
        return
    yield of_cases("examples", told_outcomes(outcomes, counted(outcomes.total, "exemple")), knowledge, using)


def _unsaid(kind: str, lever: Lever, text: str) -> Line:
    """Return what a sheet does not say, which is worth knowing too."""
    return of_levers(f"{kind}-unsaid", text, (lever,))


_EMMIE = {
    "effect": ("Ce qu’on sait de l’effet", "Effet"),
    "mechanism": ("Comment cela agirait", "Mécanisme"),
    "moderators": ("Où et pour qui", "Modérateurs"),
    "implementation": ("Mise en œuvre", "Mise en œuvre"),
    "economics": ("Économie", "Économie"),
}
_ROWS: dict[str, tuple[str, Callable[[Knowledge, Lever], Iterator[Line]]]] = {
    "family": ("Famille", _family),
    "objectives": ("Pour quoi faire", _what_for),
    "problems": ("Problèmes", _problems),
    "strength": ("Preuves", _strength),
    **{key: (label, _evidence(row)) for key, (label, row) in _EMMIE.items()},
    "conditions": ("À quelles conditions", _conditions),
    "limits": ("Limites", _limits),
    "time": ("Temps", _time),
    "costs": ("Coûts", _cost),
    "funding": ("Financements", _funding),
    "legal": ("Droit", _law),
    "partners": ("Partenaires", _partners),
    "examples": ("Exemples", _examples),
}
"""The rows, in the order in which they are read."""
