"""Records as rows of the tables; :mod:`levers_app.store.decoding` is the way back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel

from levers_app.catalogue.records import CaseStudy, GlossaryTerm, Kind, Lever, LocalComplement, Record
from levers_app.catalogue.slugs import slugify
from levers_app.catalogue.validation import encode_record
from levers_app.store.excerpt import excerpt
from levers_app.store.tables import (
    CaseLeverRow,
    CaseProblemRow,
    CaseRow,
    LegalReferenceRow,
    LeverLeverRow,
    LeverProblemRow,
    LeverRow,
    LocalComplementRow,
    TermLeverRow,
    TermRow,
)

Table = type[SQLModel]
Values = dict[str, Any]
Rows = Iterator[tuple[Table, Values]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the records of one kind are kept: their own table, the link tables and the links' column for the owner."""

    table: Table
    links: tuple[Table, ...]
    owner: str


LAYOUTS: Mapping[Kind, Layout] = {
    "lever": Layout(LeverRow, (LegalReferenceRow, LeverProblemRow, LeverLeverRow), "lever_slug"),
    "case": Layout(CaseRow, (CaseProblemRow, CaseLeverRow), "case_slug"),
    "term": Layout(TermRow, (TermLeverRow,), "term_slug"),
    "local": Layout(LocalComplementRow, (), "slug"),
}


def snapshot(record: Record) -> str:
    """Return ``record`` as JSON, the same text for equal records."""
    return json.dumps(encode_record(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def linked_levers(record: Record) -> tuple[str, ...]:
    """Return the slugs of the levers that ``record`` points at."""
    match record:
        case Lever():
            return tuple(combination.lever for combination in record.combines_with)
        case CaseStudy():
            return record.levers
        case GlossaryTerm():
            return record.see
        case LocalComplement():
            return (record.slug,)


def rows_of(record: Record) -> Rows:
    """Yield the rows that hold ``record``, its own first."""
    data = encode_record(record)
    match record:
        case Lever():
            yield from _lever_rows(record.slug, data)
        case CaseStudy():
            yield from _case_rows(record.slug, data)
        case GlossaryTerm():
            see = data.pop("see")
            yield TermRow, data
            yield from _links(TermLeverRow, {"term_slug": record.slug}, "lever_slug", see)
        case LocalComplement():
            yield LocalComplementRow, data


def _lever_rows(slug: str, data: Values) -> Rows:
    problems, others, legal = data.pop("problems"), data.pop("combines_with"), data.pop("legal")
    owner = {"lever_slug": slug}
    yield LeverRow, {**data, "strength": data["evidence"].pop("strength")}
    yield from _links(LeverProblemRow, owner, "problem", problems)
    for position, other in enumerate(others):
        yield LeverLeverRow, {**owner, "position": position, "other_slug": other["lever"], "why": other["why"]}
    for position, text in enumerate(legal):
        yield LegalReferenceRow, {**owner, "position": position, "text_slug": _text_slug(text), **text}


def _case_rows(slug: str, data: Values) -> Rows:
    problems, levers, period = data.pop("problems"), data.pop("levers"), data.pop("period")
    drawn = {"summary": excerpt(data["context"]), "measured": any(result["measured"] for result in data["results"])}
    dates = {"start_year": period.pop("start"), "end_year": period.pop("end"), **period}
    yield CaseRow, {**data, **drawn, **dates}
    yield from _links(CaseProblemRow, {"case_slug": slug}, "problem", problems)
    yield from _links(CaseLeverRow, {"case_slug": slug}, "lever_slug", levers)


def _links(table: Table, owner: Values, column: str, slugs: Iterable[str]) -> Rows:
    for position, slug in enumerate(slugs):
        yield table, {**owner, "position": position, column: slug}


def _text_slug(text: Values) -> str:
    return slugify(f"{text['text']} {text['article']}") or "sans-nom"


def gathered(records: Iterable[Record]) -> dict[Table, list[Values]]:
    """Return the rows of many records by table, to be inserted table by table."""
    tables: dict[Table, list[Values]] = {}
    for record in records:
        for table, values in rows_of(record):
            tables.setdefault(table, []).append(values)
    return tables
