"""The filters of a list: which ones its page offers, with the words and the order of their values; no Qt here."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from levers_app.catalogue.departments import department_label
from levers_app.catalogue.freshness import STALE
from levers_app.catalogue.vocabulary import Entry
from levers_app.desktop.place import Page
from levers_app.desktop.rows import Facet, FacetValue
from levers_app.search.analysis import fold
from levers_app.search.facets import PERIODS, Counts
from levers_app.services import Services
from levers_app.sheets.wording import short_label

_OF_CASES = ("territory", "intensity", "period", "region", "department", "family")
PAGE_FACETS: Mapping[Page, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "levers": (("family", "problem", "strength"), ()),
    "cases": (("problem", "outcome", "lever"), (*_OF_CASES, "freshness", "status", "confidentiality")),
    "review": (("problem", "outcome", "lever"), _OF_CASES),
    "search": (
        ("family", "problem", "outcome"),
        (
            *("lever", "territory", "intensity", "strength", "period", "region", "department"),
            *("freshness", "status", "confidentiality"),
        ),
    ),
}
"""What each page offers: the usual filters, and those behind « Plus »: the row is one line in a list 400 px wide."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What one value is called: on screen, and when a person looks for it."""

    label: str
    names: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the values of a facet are called; ``by_count`` puts the most frequent first, else the order is its own.

    ``if_several`` facets are not offered as long as all examples have the same value.
    """

    label: str
    words: Callable[[Services, Collection[str]], Mapping[str, _Words]]
    find: str = ""
    by_count: bool = False
    spells_label: bool = False
    if_several: bool = False


def listed_facets(
    page: Page, counts: Counts, chosen: Mapping[str, Collection[str]], services: Services
) -> Iterable[Facet]:
    """Yield the facets that ``page`` offers and the present result has, and any in which something is chosen."""
    usual, others = PAGE_FACETS.get(page, ((), ()))
    for name in dict.fromkeys((*usual, *others, *(name for name in chosen if name in _KINDS))):
        slugs = {slug: counts.get(name, {}).get(slug, 0) for slug in (*counts.get(name, {}), *chosen.get(name, ()))}
        kind = _KINDS[name]
        if kind.if_several and len(slugs.keys() - {""}) < 2 and name not in chosen:
            continue
        if values := tuple(_values(kind, slugs, services)) if slugs else ():
            yield Facet(name, kind.label, values, name in usual, kind.find, kind.spells_label)


def period_label(slug: str) -> str:
    """Return « Depuis 2024 », « 2020–2023 » or « Avant 2015 »."""
    first, last = PERIODS[slug]
    if last == 9999:
        return f"Depuis {first}"
    return f"{first}–{last}" if first else f"Avant {last + 1}"


def _values(kind: _Kind, counts: Mapping[str, int], services: Services) -> Iterable[FacetValue]:
    words = kind.words(services, counts.keys())
    slugs: Iterable[str] = words
    if kind.by_count:
        slugs = sorted(words, key=lambda slug: (-counts[slug], fold(words[slug].label)))
    return (
        FacetValue(slug, words[slug].label, counts[slug], words[slug].mark, words[slug].names)
        for slug in slugs
        if slug in counts
    )


def _entries(entries: Mapping[str, Entry], *, marked: bool = False, short: bool = False) -> Mapping[str, _Words]:
    return {
        slug: _Words(entry.short if short else entry.label, (entry.label,), slug if marked else "")
        for slug, entry in entries.items()
    }


def _territories(entries: Mapping[str, Entry]) -> Mapping[str, _Words]:
    return {slug: _Words(short_label(entry), (entry.label,)) for slug, entry in entries.items()}


def _levers(services: Services, slugs: Collection[str]) -> Mapping[str, _Words]:
    levers = services.engine.values().of("lever")
    return {value.slug: _Words(value.label, value.names) for value in levers if value.slug in slugs}


_KINDS: Mapping[str, _Kind] = {
    "family": _Kind("Famille", lambda services, _: _entries(services.vocabulary.families, marked=True)),
    "problem": _Kind(
        "Situation", lambda services, _: _entries(services.vocabulary.problems, short=True), "Trouver une situation"
    ),
    "outcome": _Kind("Résultat", lambda services, _: _entries(services.vocabulary.outcomes, marked=True)),
    "lever": _Kind("Levier", _levers, "Trouver un levier", by_count=True),
    "territory": _Kind(
        "Territoire", lambda services, _: _territories(services.vocabulary.territories), spells_label=True
    ),
    "intensity": _Kind("Intensité", lambda services, _: _entries(services.vocabulary.intensities, marked=True)),
    "strength": _Kind("Preuves", lambda services, _: _entries(services.vocabulary.strengths, marked=True)),
    "freshness": _Kind("Actualité", lambda _, __: {STALE: _Words("À actualiser", ("sans nouvelle depuis deux ans",))}),
    "status": _Kind("État", lambda services, _: _entries(services.vocabulary.statuses), if_several=True),
    "confidentiality": _Kind(
        "Diffusion",
        lambda services, _: _entries(services.vocabulary.confidentialities, short=True),
        if_several=True,
    ),
    "last_year": _Kind("Dernière année", lambda _, slugs: {s: _Words(s) for s in sorted(slugs, reverse=True)}),
    "period": _Kind("Période", lambda _, __: {slug: _Words(period_label(slug)) for slug in PERIODS}),
    "region": _Kind("Région", lambda _, slugs: {s: _Words(s) for s in slugs}, "Trouver une région", by_count=True),
    "department": _Kind(
        "Département",
        lambda _, slugs: {slug: _Words(department_label(slug)) for slug in slugs},
        "Trouver un département",
        by_count=True,
    ),
}
