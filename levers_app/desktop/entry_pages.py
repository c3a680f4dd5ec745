"""The pages of the form: which fields stand on each, what they are called, and what is expected there. No Qt here.

The first page is enough to record an example; the others follow the five I's (Intelligence, Intervention,
Implementation, Involvement, Impact: P. Ekblom, *Crime Prevention, Security and Community Safety Using the 5Is
Framework*, 2011), then what is to be kept of it all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.sheets.wording import short_label


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page: its name in the list of steps, its heading, what it is for, and its fields."""

    step: str
    title: str
    about: str
    fields: tuple[str, ...]


PAGES: tuple[FormPage, ...] = (
    FormPage(
        "L’essentiel",
        "L’essentiel",
        "Cette page suffit pour envoyer l’exemple. Les suivantes le rendront utile à d’autres.",
        ("title", "commune", "problems", "levers", "actions", "outcome"),
    ),
    FormPage(
        "Le contexte",
        "Le contexte et le diagnostic",
        "Ce qu’il faut savoir des lieux pour comparer avec les siens.",
        ("organisation", "neighbourhood", "territory", "start", "end", "context", "intensity", "intensity_why"),
    ),
    FormPage(
        "Le choix",
        "Pourquoi cette façon d’agir",
        "Ce que l’on attendait de ces actions, et ce qui a fait écarter les autres.",
        ("rationale",),
    ),
    FormPage(
        "La mise en œuvre",
        "La mise en œuvre",
        "Comment cela s’est fait, combien cela a coûté, ce qui a coincé.",
        ("steps", "cost", "difficulties"),
    ),
    FormPage(
        "Les partenaires",
        "Les partenaires et les habitants",
        "Qui a pris part, et à quoi. Des fonctions et des organismes, jamais de noms de personnes.",
        ("partners", "residents"),
    ),
    FormPage(
        "Les résultats",
        "Ce que cela a donné",
        "Les résultats, même absents ou mauvais, sont ce que vos collègues cherchent le plus.",
        ("results",),
    ),
    FormPage(
        "À retenir",
        "Ce qu’il faut retenir",
        "Ce que vous diriez à un collègue qui commence demain, et d’où cela vient.",
        ("lessons", "sources", "attachments", "confidentiality"),
    ),
)
PAGE_OF: Mapping[str, int] = {name: place for place, page in enumerate(PAGES) for name in page.fields}
_ONE_A_LINE = "Une par ligne."

NEEDED = {"title", "actions"}
BESIDE = {"end", "neighbourhood"}
"""Short fields that stand beside the one before them."""
CHOICES: Mapping[str, tuple[str, str, Callable[[Vocabulary], list[tuple[Any, str]]]]] = {
    "outcome": (
        "Résultat",
        "Un échec dit autant qu’une réussite. «\u00a0Non évalué\u00a0» si personne n’a regardé.",
        lambda words: [(slug, short_label(entry)) for slug, entry in words.outcomes.items()],
    ),
    "territory": (
        "Territoire",
        "",
        lambda words: [(slug, entry.label) for slug, entry in words.territories.items()],
    ),
    "intensity": (
        "Intensité des troubles",
        "",
        lambda words: [
            *((int(slug), f"{slug}. {entry.label}") for slug, entry in words.intensities.items()),
            (None, "Sans avis"),
        ],
    ),
    "confidentiality": (
        "Qui le verra",
        "",
        lambda words: [(slug, entry.label) for slug, entry in words.confidentialities.items()],
    ),
}
"""Label, hint and answers of the fields in which one answer is chosen."""
TEXTS: Mapping[str, tuple[str, str, int]] = {
    "title": ("Titre", "Ce qui s’est fait, en une phrase qu’un collègue comprendrait.", 0),
    "actions": (
        "Ce qui a été fait",
        "Une action par ligne, comme vous la raconteriez à un collègue d’une autre agence.",
        3,
    ),
    "organisation": ("Organisme", "Celui qui a porté l’action.", 0),
    "neighbourhood": ("Quartier ou résidence", "Son nom d’usage.", 0),
    "start": ("Début", "Une année ou un mois\u00a0: 2021, 03/2021, mars 2021.", 0),
    "end": ("Fin", "Vide si l’action continue.", 0),
    "context": ("Contexte", "Le site, les troubles, leur histoire, ce qui avait déjà été essayé.", 6),
    "intensity_why": ("Ce qui le fait dire", "", 2),
    "rationale": ("Pourquoi ce choix", "Ce qui devait se passer, et par quel enchaînement.", 6),
    "steps": ("Étapes", _ONE_A_LINE, 4),
    "cost": ("Coût", "Un ordre de grandeur, et qui a payé.", 2),
    "difficulties": ("Difficultés", _ONE_A_LINE, 4),
    "residents": ("La part des habitants", "Consultés, associés, opposés… et avec quel effet.", 4),
    "lessons": ("Enseignements", _ONE_A_LINE, 4),
}
"""Label, hint and lines at least (0: a single one) of the fields of plain text."""
