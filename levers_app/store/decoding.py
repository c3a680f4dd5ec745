"""Rows of the tables as records.

What is in the base was validated when it was written: records are built as they are, without pydantic, which would
cost a tenth of a second at start-up.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from levers_app.catalogue.records import (
    Actor,
    Attachment,
    CaseStudy,
    Combination,
    Confirmed,
    Evidence,
    GlossaryTerm,
    LegalReference,
    LegalText,
    Lever,
    Listed,
    Period,
    Result,
    Source,
    Step,
    TextCitation,
)

Values = dict[str, Any]

_PARTS: Mapping[str, Callable[..., Any]] = {
    "actors": Actor,
    "attachments": Attachment,
    "combines_with": Combination,
    "confirmed": Confirmed,
    "evidence": Evidence,
    "legal": LegalReference,
    "other_sources": Source,
    "period": Period,
    "results": Result,
    "source": Source,
    "sources": Source,
    "steps": Step,
}

_LEVER_LISTS = (
    *("acronyms", "objectives", "actors", "success_conditions", "limits", "steps", "indicators", "funding"),
    *("evidence", "sources"),
)
_CASE_LISTS = (
    *("actions", "partners", "results", "difficulties", "lessons", "source", "other_sources"),
    *("attachments", "confirmed"),
)


def read_lever(connection: sqlite3.Connection, slug: str) -> Lever | None:
    """Return the lever ``slug``, or None."""
    data = _row(connection, "SELECT * FROM lever WHERE slug = ?", slug, _LEVER_LISTS)
    if data is None:
        return None
    data["evidence"]["strength"] = data.pop("strength")
    data["problems"] = _column(connection, "SELECT problem FROM lever_problem WHERE lever_slug = ?", slug)
    data["combines_with"] = _rows(connection, "SELECT other_slug AS lever, why FROM lever_lever", slug)
    data["legal"] = _rows(connection, "SELECT text, article, says, source, verify FROM legal_reference", slug)
    return Lever(**_built(data))


def read_case(connection: sqlite3.Connection, slug: str) -> CaseStudy | None:
    """Return the example ``slug``, or None."""
    data = _row(connection, "SELECT * FROM case_study WHERE slug = ?", slug, _CASE_LISTS)
    if data is None:
        return None
    del data["summary"], data["measured"]
    data["steps"] = tuple(json.loads(data["steps"]))  # texts here, where a lever's are parts
    data["period"] = {name: data.pop(f"{name}_year") for name in ("start", "end")}
    data["period"] |= {name: data.pop(name) for name in ("start_month", "end_month")}
    data["problems"] = _column(connection, "SELECT problem FROM case_problem WHERE case_slug = ?", slug)
    data["levers"] = _column(connection, "SELECT lever_slug FROM case_lever WHERE case_slug = ?", slug)
    return CaseStudy(**_built(data))


def read_term(connection: sqlite3.Connection, slug: str) -> GlossaryTerm | None:
    """Return the glossary term ``slug``, or None."""
    data = _row(connection, "SELECT * FROM glossary_term WHERE slug = ?", slug, ())
    if data is None:
        return None
    data["see"] = _column(connection, "SELECT lever_slug FROM term_lever WHERE term_slug = ?", slug)
    return GlossaryTerm(**_built(data))


def read_text(connection: sqlite3.Connection, slug: str) -> LegalText | None:
    """Return the legal text ``slug`` as the levers quote it, or None when none does."""
    rows = connection.execute(
        "SELECT r.text, r.article, r.lever_slug, r.says, r.verify, r.source, l.sources FROM legal_reference r"
        " JOIN lever l ON l.slug = r.lever_slug WHERE r.text_slug = ? ORDER BY r.lever_slug, r.position",
        (slug,),
    ).fetchall()
    if not rows:
        return None
    citations = (
        TextCitation(lever, says, _source(json.loads(sources), source), verify)
        for _, _, lever, says, verify, source, sources in rows
    )
    return LegalText(slug, rows[0][0], rows[0][1], tuple(citations))


READERS: Mapping[str, Callable[[sqlite3.Connection, str], Listed | LegalText | None]] = {
    "lever": read_lever,
    "case": read_case,
    "text": read_text,
    "term": read_term,
}


def _built(data: Values) -> Values:
    return {name: _value(name, value) for name, value in data.items()}


def _value(name: str, value: object) -> object:
    if isinstance(value, list):
        part = _PARTS.get(name)
        return tuple(part(**item) for item in value) if part else tuple(value)
    return _PARTS[name](**_built(value)) if isinstance(value, dict) else value


def _source(sources: list[Values], source_id: str) -> Source:
    found = (Source(**source) for source in sources if source["id"] == source_id)
    return next(found, Source(title="", publisher="", url=""))


def _row(connection: sqlite3.Connection, query: str, slug: str, lists: tuple[str, ...]) -> Values | None:
    cursor = connection.execute(query, (slug,))
    row = cursor.fetchone()
    if row is None:
        return None
    data = dict(zip((name for name, *_ in cursor.description), row, strict=True))
    return {**data, **{name: json.loads(data[name]) for name in lists}}


def _rows(connection: sqlite3.Connection, query: str, slug: str) -> list[Values]:
    cursor = connection.execute(f"{query} WHERE lever_slug = ? ORDER BY position", (slug,))
    names = [name for name, *_ in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _column(connection: sqlite3.Connection, query: str, slug: str) -> list[str]:
    return [value for (value,) in connection.execute(f"{query} ORDER BY position", (slug,))]
