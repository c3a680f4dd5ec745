"""Cards: what lists need of every record, one query a kind."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from levers_app.catalogue.freshness import stale_before
from levers_app.catalogue.records import Card, Kind
from levers_app.store.excerpt import excerpt

_LEVERS = """
SELECT l.slug, l.title, l.short, l.summary, l.acronyms, l.family, l.strength,
  (SELECT group_concat(problem, ' ') FROM
    (SELECT problem FROM lever_problem WHERE lever_slug = l.slug ORDER BY position)),
  (SELECT count(*) FROM legal_reference WHERE lever_slug = l.slug AND verify <> '')
FROM lever l {where} ORDER BY l.slug
"""
_CASES = """
SELECT c.slug, c.title, c.summary, c.outcome, c.territory, c.commune, c.region, c.department,
  c.start_year, c.end_year, c.intensity, c.measured, c.status, c.confidentiality,
  (SELECT group_concat(problem, ' ') FROM
    (SELECT problem FROM case_problem WHERE case_slug = c.slug ORDER BY position)),
  (SELECT group_concat(lever_slug, ' ') FROM
    (SELECT lever_slug FROM case_lever WHERE case_slug = c.slug ORDER BY position)),
  (SELECT max(at) FROM journal WHERE record_id = 'case:' || c.slug) < :stale_before
    AND NOT EXISTS (SELECT 1 FROM bundled_record WHERE record_id = 'case:' || c.slug)
FROM case_study c {where} ORDER BY c.slug
"""
_COUNTED = """
SELECT slug, title, outcome, territory, iif(commune <> '', commune, region), department, region, start_year, end_year,
  intensity, measured, status, confidentiality
FROM case_study ORDER BY slug
"""
_TEXTS = """
SELECT t.text_slug, min(t.text), min(t.article), min(t.says), group_concat(DISTINCT t.lever_slug),
  sum(t.verify <> '')
FROM (SELECT text_slug AS slug, * FROM legal_reference ORDER BY text_slug, lever_slug, position) t {where}
GROUP BY t.text_slug ORDER BY t.text_slug
"""
_TERMS = """
SELECT g.slug, g.term, g.expansion, g.definition,
  (SELECT group_concat(lever_slug, ' ') FROM
    (SELECT lever_slug FROM term_lever WHERE term_slug = g.slug ORDER BY position))
FROM glossary_term g {where} ORDER BY g.slug
"""


def all_cards(connection: sqlite3.Connection) -> Iterator[Card]:
    """Yield the card of every record: levers, examples, texts, terms."""
    for query, card in _KINDS.values():
        yield from map(card, connection.execute(query.format(where=""), _now()))


def case_cards(connection: sqlite3.Connection) -> Iterator[Card]:
    """Yield the card of every example, for counting: never ``stale`` and without summary, in half the time."""
    problems = _linked(connection, "SELECT case_slug, problem FROM case_problem ORDER BY case_slug, position")
    levers = _linked(connection, "SELECT case_slug, lever_slug FROM case_lever ORDER BY case_slug, position")
    for slug, title, outcome, territory, place, *row in connection.execute(_COUNTED):
        department, region, start, end, intensity, measured, status, confidentiality = row
        yield Card(
            id=f"case:{slug}",
            kind="case",
            title=title,
            problems=problems.get(slug, ()),
            levers=levers.get(slug, ()),
            outcome=outcome,
            territory=territory,
            place=place,
            department=department,
            region=region,
            start=start,
            end=end,
            intensity=intensity,
            measured=bool(measured),
            status=status,
            confidentiality=confidentiality,
        )


def some_cards(connection: sqlite3.Connection, kind: Kind, slugs: Collection[str]) -> Iterator[Card]:
    """Yield the cards of those of ``slugs`` that name a record of ``kind``."""
    if slugs and kind in _KINDS:
        query, card = _KINDS[kind]
        where = "WHERE slug IN (SELECT value FROM json_each(:slugs))"
        values = {**_now(), "slugs": json.dumps(list(slugs))}
        yield from map(card, connection.execute(query.format(where=where), values))


def _now() -> dict[str, str]:
    """Return what queries need to know of the present moment, as the journal writes it."""
    return {"stale_before": stale_before(datetime.now(UTC)).isoformat(timespec="milliseconds")}


def text_title(text: str, article: str) -> str:
    """Return a legal text with its article, which content writes « - » when there is none."""
    return f"{text}, {article}" if article not in ("", "-") else text


def _lever(row: tuple[Any, ...]) -> Card:
    slug, title, short, summary, acronyms, family, strength, problems, to_verify = row
    return Card(
        id=f"lever:{slug}",
        kind="lever",
        title=title,
        short=short,
        summary=excerpt(summary),
        acronyms=tuple(json.loads(acronyms)),
        family=family,
        strength=strength,
        problems=_slugs(problems),
        to_verify=to_verify,
    )


def _case(row: tuple[Any, ...]) -> Card:
    slug, title, summary, outcome, territory, commune, region, department, start, end, intensity, measured = row[:12]
    return Card(
        id=f"case:{slug}",
        kind="case",
        title=title,
        summary=summary,
        problems=_slugs(row[14]),
        levers=_slugs(row[15]),
        outcome=outcome,
        territory=territory,
        place=commune or region,
        department=department,
        region=region,
        start=start,
        end=end,
        intensity=intensity,
        measured=bool(measured),
        status=row[12],
        confidentiality=row[13],
        stale=bool(row[16]),
    )


def _text(row: tuple[Any, ...]) -> Card:
    slug, text, article, says, levers, to_verify = row
    return Card(
        id=f"text:{slug}",
        kind="text",
        title=text_title(text, article),
        summary=excerpt(says),
        levers=tuple(levers.split(",")),
        to_verify=to_verify,
    )


def _term(row: tuple[Any, ...]) -> Card:
    slug, term, expansion, definition, levers = row
    summary = excerpt(f"{expansion}. {definition}" if expansion else definition)
    return Card(id=f"term:{slug}", kind="term", title=term, summary=summary, levers=_slugs(levers))


def _linked(connection: sqlite3.Connection, query: str) -> dict[str, tuple[str, ...]]:
    """Return the slugs linked to each record; lists that are the same are kept once."""
    found: dict[str, list[str]] = {}
    for owner, slug in connection.execute(query):
        found.setdefault(owner, []).append(slug)
    kept: dict[tuple[str, ...], tuple[str, ...]] = {}
    return {owner: kept.setdefault(slugs, slugs) for owner, listed in found.items() for slugs in (tuple(listed),)}


def _slugs(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split(" ")) if joined else ()


_KINDS: Mapping[Kind, tuple[str, Callable[[tuple[Any, ...]], Card]]] = {
    "lever": (_LEVERS, _lever),
    "case": (_CASES, _case),
    "text": (_TEXTS, _text),
    "term": (_TERMS, _term),
}
