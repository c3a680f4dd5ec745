"""Turns untrusted data (YAML, JSON, forms) into records, or says in French what is wrong and where.

Pydantic checks types and keys; the rules that need several fields or a vocabulary are below it.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from levers_app.catalogue.marks import cited_sources
from levers_app.catalogue.records import CaseStudy, GlossaryTerm, Kind, Lever, LocalComplement, Period, Record
from levers_app.catalogue.typography import french
from levers_app.catalogue.vocabulary import Entry, Vocabulary

MAX_FIELD = 100_000
"""Longest text of one field, in characters: some forty printed pages."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE_NAME = "attachments.name"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FIRST_DIRECTION, _SURROGATES = 0x202A, 0xD800
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_VERBATIM_FIELDS = {
    "slug",
    "id",
    "url",
    "family",
    "strength",
    "lever",
    "levers",
    "see",
    "problems",
    "studied",
    "outcome",
    "territory",
    "status",
    "confidentiality",
    "digest",
    "key",
    "media",
}

_MODELS: Mapping[Kind, type[Record]] = {
    model.kind: model for model in (Lever, CaseStudy, GlossaryTerm, LocalComplement)
}

R = TypeVar("R", Lever, CaseStudy, GlossaryTerm, LocalComplement)


class InvalidRecordError(ValueError):
    """One fault of one record: ``key`` is a path such as ``results.2.measured``, ``reason`` a French phrase."""

    def __init__(self, key: str, reason: str) -> None:
        """Keep key and reason apart, so that a form can show the reason beside its field."""
        super().__init__(f"{key}\u00a0: {reason}")
        self.key = key
        self.reason = reason


def read_record(model: type[R], data: object) -> R:
    """Return ``data`` as a record of type ``model``, with French typography in its prose.

    Raises:
        InvalidRecordError: the first fault found.
    """
    try:
        record: R = _adapter(model.kind).validate_python(_prepared(data, ""))
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        raise InvalidRecordError(".".join(str(part) for part in details["loc"]), _reason(details)) from error
    return record


def encode_record(record: Record) -> dict[str, Any]:
    """Return ``record`` as plain data that JSON holds."""
    data: dict[str, Any] = _adapter(record.kind).dump_python(record)
    return data


def check_record(record: Record, vocabulary: Vocabulary) -> None:
    """Check the values that come from closed vocabularies, and what several fields must agree on.

    Raises:
        InvalidRecordError: the first fault found.
    """
    match record:
        case Lever():
            _known("family", (record.family,), vocabulary.families)
            _known("problems", record.problems, vocabulary.problems)
            _known("evidence.strength", (record.evidence.strength,), vocabulary.strengths)
            _known("evidence.studied", record.evidence.studied, vocabulary.problems)
            if record.slug in {c.lever for c in record.combines_with}:
                raise InvalidRecordError("combines_with", "le levier se combine avec lui-même")
            _check_marks(record)
        case CaseStudy():
            _known("problems", record.problems, vocabulary.problems)
            _known("outcome", (record.outcome,), vocabulary.outcomes)
            _known("territory", (record.territory,), vocabulary.territories)
            if record.intensity is not None:
                _known("intensity", (str(record.intensity),), vocabulary.intensities)
            _known("status", (record.status,), vocabulary.statuses)
            _known("confidentiality", (record.confidentiality,), vocabulary.confidentialities)
            _check_period(record.period)
            if record.source is None and not is_users(record.slug):
                raise InvalidRecordError("source", "clé absente")
    if not SLUG.fullmatch(record.slug):
        raise InvalidRecordError("slug", "un identifiant s’écrit en minuscules sans accent, chiffres et tirets")


def is_users(slug: str) -> bool:
    """Tell whether a slug was given to a record that a person created: theirs are UUIDs."""
    return _UUID.fullmatch(slug) is not None


def _check_period(period: Period) -> None:
    start, end = period.start, period.end
    for month, year in ((period.start_month, start), (period.end_month, end)):
        if month is not None and (year is None or not 1 <= month <= 12):
            raise InvalidRecordError("period", "un mois va de 1 à 12, avec son année")
    if start is None or end is None:
        return
    if (end, period.end_month or 12) < (start, period.start_month or 1):
        raise InvalidRecordError("period", f"la fin ({end}) précède le début ({start})")


def _texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string inside a record, in order, each with its path, such as ``steps.0.detail``."""
    parts: Iterable[tuple[object, object]] = ()
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        parts = enumerate(value)
    elif dataclasses.is_dataclass(value):
        parts = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
    for name, part in parts:
        yield from _texts(part, f"{key}.{name}" if key else str(name))


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(_MODELS[kind])


def _prepared(value: object, key: str) -> object:
    """Refuse what no text may hold, then put prose in French typography; data fields stay as they are."""
    if isinstance(value, str):
        _check_text(value, key)
        verbatim = key == _FILE_NAME or key.rpartition(".")[2] in _VERBATIM_FIELDS
        return value.strip() if verbatim else french(value.strip())
    if isinstance(value, dict):
        return {k: _prepared(v, f"{key}.{k}" if key else str(k)) for k, v in value.items()}
    if isinstance(value, list):
        # Items of a list of slugs are slugs: their key is the list's own, and the position is told by pydantic.
        return [_prepared(v, key) for v in value]
    return value


def _check_text(text: str, key: str) -> None:
    if len(text) > MAX_FIELD:
        raise InvalidRecordError(key, f"le texte dépasse {MAX_FIELD // 1000} 000 caractères")
    if bad := _FORBIDDEN.search(text):
        code = ord(bad[0])
        raise InvalidRecordError(key, f"le texte contient {_kind_of_character(code)}")


def _kind_of_character(code: int) -> str:
    if code >= _SURROGATES:
        return "un demi-caractère Unicode"
    if code >= _FIRST_DIRECTION:  # what follows would be shown in another order than it is written
        return f"un caractère qui renverse le sens d’écriture (U+{code:04X})"
    return f"un caractère de contrôle (U+{code:04X})"


def _known(key: str, values: tuple[str, ...], allowed: Mapping[str, Entry]) -> None:
    for value in values:
        if value not in allowed:
            raise InvalidRecordError(key, f"« {value} » n’est pas une valeur connue")


def _check_marks(lever: Lever) -> None:
    ids = [source.id for source in lever.sources]
    repeated = next((i for i in ids if ids.count(i) > 1), None)
    if repeated is not None:
        raise InvalidRecordError("sources", f"l’identifiant de source « {repeated} » est donné deux fois")
    for key, source in _cited(lever):
        if source not in ids:
            raise InvalidRecordError(key, f"la source « {source} » est citée mais absente")


def _cited(lever: Lever) -> Iterator[tuple[str, str]]:
    """Yield the path of each text that cites a source, and the id of that source."""
    for key, text in _texts(dataclasses.replace(lever, sources=())):
        yield from ((key, source) for source in cited_sources(text))
    for place, reference in enumerate(lever.legal):
        if reference.source:
            yield f"legal.{place}.source", reference.source


_REASONS = {
    "missing": "clé absente",
    "unexpected_keyword_argument": "clé inconnue",
    "string_type": "un texte est attendu",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "bool_type": "« true » ou « false » est attendu",
    "bool_parsing": "« true » ou « false » est attendu",
    "tuple_type": "une liste est attendue",
    "dataclass_type": "un groupe de clés est attendu",
    "dataclass_exact_type": "un groupe de clés est attendu",
}


def _reason(details: ErrorDetails) -> str:
    return _REASONS.get(details["type"], "valeur d’une forme inattendue")
