"""The filters of ``leviers chercher``: the fields of a query as options, by the same names and with the same values."""

from argparse import Namespace
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NARROW, NBSP, quoted
from levers_app.cli.arguments import FILTERS
from levers_app.cli.terminal import printable
from levers_app.search.facets import Filters
from levers_app.search.fields import FIELDS, YEARS, Value, Values, folded, years
from levers_app.services import Services
from levers_app.sheets.wording import period

_OF_CARDS = frozenset({"lever", "department", "region", "place"})
"""Facets whose values are those of the base; the others are in the vocabulary."""
_SHOWN, _MOST_LISTED, _OPEN = 6, 25, 9999
_ALL = {"lever": "leviers chercher --type levier --limite 100"}
"""What lists the values of a facet that are too many for a message."""
_TYPES = {"lever": "leviers", "case": "exemples", "text": "textes", "term": "glossaire"}


class UnknownValueError(LeviersError):
    """An option names nothing that exists."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen filters, and what they let through, in words."""

    filters: Filters
    words: str = ""


def chosen(arguments: Namespace, services: Services) -> Choice:
    """Return what the options of ``arguments`` choose.

    Raises:
        UnknownValueError: a value that names nothing; the sentence has those that are near it.
    """
    asked = {option: _texts(texts) for option in FILTERS if (texts := getattr(arguments, option))}
    facets = {FIELDS[option] for option in asked}
    values = services.engine.values() if facets & _OF_CARDS else Values(services.vocabulary, tuple)
    span, words = None, []
    found: dict[str, tuple[Value, ...]] = {}
    for option, texts in asked.items():
        if FIELDS[option] == YEARS:
            span = _span(option, texts[-1])
            words.append(period(span[0] or None, span[1] if span[1] < _OPEN else None))
        else:
            named = found[FIELDS[option]] = tuple(
                dict.fromkeys(v for text in texts for v in named_values(values, FIELDS[option], option, text))
            )
            words.append(" ou ".join(value.label for value in named))
    slugs = {facet: tuple(value.slug for value in named) for facet, named in found.items()}
    if arguments.type:
        slugs["kind"] = (arguments.type,)
        words.insert(0, _TYPES[arguments.type])
    return Choice(Filters.of(slugs, span), ", et ".join(words))


def _texts(given: Sequence[object]) -> list[str]:
    """Return the values of an option: argparse makes an empty list of « -- »."""
    return [text if isinstance(text, str) else "--" for text in given]


def named_values(values: Values, facet: str, option: str, text: str) -> Collection[Value]:
    """Return the values of ``facet`` that ``text``, given to ``option``, names; ids of records are understood.

    Raises:
        UnknownValueError: there is none; the sentence has those that are near it.
    """
    if found := values.matching(facet, text.removeprefix(f"{facet}:")):
        return found
    raise UnknownValueError(
        f"«{NBSP}--{option}{NBSP}» ne connaît pas {_said(text)}{_ways_on(values.of(facet), facet, text)}."
    )


def _ways_on(values: Sequence[Value], facet: str, text: str) -> str:
    """Return the values whose names look like ``text``, else all of them, or some and where the others are."""
    names = {name: value for value in values for name in value.names}
    near = [names[name] for name in get_close_matches(folded(text), names, _SHOWN)]
    if near:
        title, told = "valeurs proches", [_named(value) for value in near]
    elif len(values) <= _MOST_LISTED:
        title, told = "valeurs possibles", [value.slug for value in values]
    else:
        title, told = "par exemple", [_named(value) for value in values[:_SHOWN]]
    more = f". «{NBSP}{_ALL[facet]}{NBSP}» les donne tous" if facet in _ALL and not near else ""
    return f"{NARROW}; {title}{NBSP}: {', '.join(dict.fromkeys(told))}{more}" if told else ""


def _named(value: Value) -> str:
    """Return a value as it is shown, and as an option takes it where that differs."""
    return value.label if folded(value.slug) == folded(value.label) else f"{value.label} ({value.slug})"


def _span(option: str, text: str) -> tuple[int, int]:
    span = years(text)
    if span is None:
        forms = "une année ou une période comme 2019, 2019..2023 ou 2021.."
        raise UnknownValueError(f"«{NBSP}--{option}{NBSP}» attend {forms}, et non {_said(text)}.")
    return span


def _said(text: str) -> str:
    return quoted([printable(text)])
