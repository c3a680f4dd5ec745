"""The fields of the query language: ``famille:sûreté``, ``ville:"Saint-Denis"``, ``annee:2019..2023``.

A field is a facet by another name. What a person writes after the colon is looked for among the values of that facet,
by its slug, its words or the beginning of them, whatever the accents. One of several values (``a,b``) is enough.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from levers_app.catalogue.departments import DEPARTMENTS, department_label
from levers_app.catalogue.freshness import STALE
from levers_app.catalogue.records import Card
from levers_app.catalogue.vocabulary import Entry, Vocabulary
from levers_app.search.analysis import fold, tokens
from levers_app.sheets.wording import short_label, uncapitalised

YEARS = "years"
QUOTES = frozenset('"«»“”')
"""What opens and closes a phrase, and a value of several words."""
FIELDS: Mapping[str, str] = {
    "famille": "family",
    "situation": "problem",
    "levier": "lever",
    "ville": "place",
    "departement": "department",
    "region": "region",
    "resultat": "outcome",
    "annee": YEARS,
    "type": "kind",
    "territoire": "territory",
    "intensite": "intensity",
    "preuves": "strength",
    "etat": "status",
    "diffusion": "confidentiality",
    "actualite": "freshness",
    "derniere": "last_year",
}
"""Name of each field, folded, and the facet that it is."""
ACCENTED: Mapping[str, str] = {
    "departement": "département",
    "region": "région",
    "resultat": "résultat",
    "annee": "année",
    "intensite": "intensité",
    "etat": "état",
    "actualite": "actualité",
    "derniere": "dernière",
}
"""How a field is shown where it is not written without accents."""
OTHER_NAMES = {
    "lieu": "ville",
    "trouble": "situation",
    "commune": "ville",
    "dept": "departement",
    "issue": "resultat",
    "date": "annee",
}
"""Other names of fields, and the field."""
_KINDS = {"lever": ("levier", "leviers"), "case": ("exemple", "exemples"), "text": ("texte", "textes", "loi")}
_KINDS |= {"term": ("glossaire", "sigle", "mot")}
_RANGE = re.compile(r"^\s*(\d{4})?\s*(\.{2,}|…|-|–)?\s*(\d{4})?\s*$")  # 2019, 2019..2023, 2019-, ..2020


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: its slug, how it is shown, the words it may be called by, and how it is best written."""

    slug: str
    label: str
    names: tuple[str, ...]
    written: str


def field_of(name: str) -> str | None:
    """Return the field called ``name`` in any writing (« Département », « dept »), or nothing."""
    folded = fold(name)
    folded = OTHER_NAMES.get(folded, folded)
    return next((known for known in (folded, folded.removesuffix("s")) if known in FIELDS), None)


def years(text: str) -> tuple[int, int] | None:
    """Return the first and last year that ``text`` names: « 2019 », « 2019..2023 », « ..2020 », « 2021.. »."""
    match = _RANGE.match(text)
    if match is None or not (match[1] or match[3]):
        return None
    first, last = int(match[1] or 0), int(match[3] or 9999)
    if not match[2]:
        if match[1] and match[3]:
            return None
        last = first or last
        first = last
    return (min(first, last), max(first, last))


class Values:
    """The values of every field, as a base has them."""

    def __init__(self, vocabulary: Vocabulary, cards: Callable[[], Iterable[Card]]) -> None:
        """``cards`` gives the cards when the first field is asked for."""
        self._vocabulary = vocabulary
        self._cards = cards
        self._known: dict[str, tuple[Value, ...]] = {}

    def of(self, facet: str) -> tuple[Value, ...]:
        """Return the values of ``facet``, in the order in which they are shown."""
        if not self._known:
            self._known = self._gathered()
        return self._known.get(facet, ())

    def matching(self, facet: str, text: str) -> tuple[Value, ...]:
        """Return the values that ``text`` names: those called so, else those with words beginning so."""
        wanted = folded(text)
        if not wanted:
            return ()
        values = self.of(facet)
        if facet == "department" and wanted.isdigit():
            return tuple(value for value in values if value.slug == wanted.zfill(2))
        exact = tuple(value for value in values if wanted in value.names)
        return exact or tuple(value for value in values if any(_begins(name, wanted) for name in value.names))

    def _gathered(self) -> dict[str, tuple[Value, ...]]:
        words, cards = self._vocabulary, list(self._cards())
        levers = (card for card in cards if card.kind == "lever")
        cases = [card for card in cards if card.kind == "case"]
        return {
            "family": _entries(words.families, short_label),
            "problem": _entries(words.problems, lambda entry: entry.short),
            "outcome": _entries(words.outcomes, short_label),
            "territory": _entries(words.territories, short_label),
            "strength": _entries(words.strengths, lambda entry: entry.slug),
            "intensity": _entries(words.intensities, lambda entry: entry.slug),
            "status": _entries(words.statuses, lambda entry: entry.label),
            "confidentiality": _entries(words.confidentialities, lambda entry: entry.short),
            "freshness": (_value(STALE, "À actualiser"),),
            "last_year": _places(str(card.last_year or "") for card in cases),
            "kind": tuple(_value(kind, *names) for kind, names in _KINDS.items()),
            "lever": tuple(
                _value(card.id.removeprefix("lever:"), card.short or card.title, card.title, *card.acronyms)
                for card in sorted(levers, key=lambda card: fold(card.short or card.title))
            ),
            "department": tuple(
                _department(number) for number in sorted({*DEPARTMENTS, *(c.department for c in cases)} - {""})
            ),
            "region": _places(card.region for card in cases),
            "place": _places(name for card in cases for name in card.place.split(", ")),
        }


def _entries(entries: Mapping[str, Entry], written: Callable[[Entry], str]) -> tuple[Value, ...]:
    return tuple(
        _value(entry.slug, entry.label, entry.short, written(entry), written=uncapitalised(written(entry)))
        for entry in entries.values()
    )


def _places(names: Iterable[str]) -> tuple[Value, ...]:
    return tuple(_value(name, name) for name in sorted(set(names) - {""}, key=fold))


def _department(number: str) -> Value:
    name = DEPARTMENTS.get(number, number)
    return _value(number, department_label(number), name, written=name)


def _value(slug: str, label: str, *others: str, written: str = "") -> Value:
    """Return a value by its names; one whose best name holds quotation marks is written by its slug."""
    written = written or label
    written = slug if QUOTES.intersection(written) else written
    return Value(slug, label, tuple(dict.fromkeys(folded(name) for name in (slug, label, *others))), written)


def quoted_value(words: str) -> str:
    """Return a value as it is written after its field: in quotation marks when it has several words or a comma."""
    return f'"{words}"' if re.search(r"[\s,]", words) else words


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Return the words of ``text``, folded."""
    return " ".join(token.word for token in tokens(text))


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or f" {wanted}" in name
