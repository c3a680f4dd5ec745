"""Reads, through ``sqlite3``: lists are there before SQLModel, SQLAlchemy and pydantic are imported."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import (
    KINDS,
    Card,
    CaseStudy,
    GlossaryTerm,
    Kind,
    LegalText,
    Lever,
    LinkedCase,
    LinkedCases,
    Listed,
    LocalComplement,
    record_id,
)
from levers_app.store.cards import all_cards, case_cards, some_cards
from levers_app.store.connecting import reading
from levers_app.store.decoding import READERS, read_case, read_lever, read_term, read_text

T = TypeVar("T")

_SLUGS: Mapping[Kind, str] = {
    "lever": "SELECT slug FROM lever",
    "case": "SELECT slug FROM case_study",
    "text": "SELECT DISTINCT text_slug FROM legal_reference",
    "term": "SELECT slug FROM glossary_term",
}
_LATEST_CASES = """
SELECT slug, title, outcome, place, start_year, end_year, confidentiality FROM (
  SELECT slug, title, outcome, iif(commune <> '', commune, region) AS place, start_year, end_year, confidentiality,
    row_number() OVER (PARTITION BY outcome ORDER BY coalesce(end_year, start_year, 0) DESC, slug) AS number
  FROM case_study WHERE slug IN ({slugs}))
WHERE number <= ? ORDER BY outcome, number
"""
_OUTCOME_COUNTS = "SELECT outcome, count(*) FROM case_study WHERE slug IN ({slugs}) GROUP BY outcome"
_PROBLEM_COUNTS: Mapping[Kind, str] = {
    "lever": "SELECT problem, count(*) FROM lever_problem GROUP BY problem",
    "case": "SELECT problem, count(*) FROM case_problem GROUP BY problem",
}


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One accepted write: ``action`` is ``create``, ``update`` or ``delete``, ``at`` a UTC time in ISO form."""

    seq: int
    record_id: str
    action: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from.

    Attributes:
        bundled: it is shipped with the program.
        edited: the user has a version of their own.
        newer: the shipped one has changed since the user's version was begun.
    """

    bundled: bool
    edited: bool
    newer: bool


class Reader:
    """Every read. Each call opens the base for itself, sees one moment of it, and may come from any thread.

    Every call may raise a :class:`~levers_app.store.errors.StorageError`; those that take an identifier raise
    :class:`~levers_app.catalogue.errors.UnknownRecordError` when it names nothing.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is an existing base of the present schema."""
        self._path = path

    def cards(self) -> list[Card]:
        """Return the card of every record: levers, examples, texts, terms, each kind by slug."""
        with reading(self._path) as connection:
            return list(all_cards(connection))

    def cards_of(self, ids: Iterable[str]) -> dict[str, Card]:
        """Return the cards of ``ids`` in that order; ids of no record are left out."""
        wanted = list(ids)
        with reading(self._path) as connection:
            found = {card.id: card for kind in KINDS for card in some_cards(connection, kind, _slugs(wanted, kind))}
        return {id_: found[id_] for id_ in wanted if id_ in found}

    def lever(self, slug: str) -> Lever:
        """Return a whole lever."""
        return self._one(read_lever, record_id("lever", slug))

    def case(self, slug: str) -> CaseStudy:
        """Return a whole example."""
        return self._one(read_case, record_id("case", slug))

    def term(self, slug: str) -> GlossaryTerm:
        """Return a glossary term."""
        return self._one(read_term, record_id("term", slug))

    def complement(self, slug: str) -> LocalComplement:
        """Return what this organisation adds to a lever, empty when it adds nothing."""
        query = "SELECT slug, contacts, agreement, practice, notes FROM local_complement WHERE slug = ?"
        with reading(self._path) as connection:
            row = connection.execute(query, (slug,)).fetchone()
        return LocalComplement(*row) if row else LocalComplement(slug)

    def complements(self) -> list[LocalComplement]:
        """Return what this organisation adds to levers."""
        query = "SELECT slug, contacts, agreement, practice, notes FROM local_complement ORDER BY slug"
        with reading(self._path) as connection:
            return [LocalComplement(*row) for row in connection.execute(query)]

    def text(self, slug: str) -> LegalText:
        """Return a legal text with what each lever says of it."""
        return self._one(read_text, record_id("text", slug))

    def record(self, id_: str) -> Listed | LegalText:
        """Return the record of any kind that ``id_`` names."""
        found = list(self.records([id_]))
        if not found:
            raise UnknownRecordError(id_)
        return found[0]

    def records(self, ids: Iterable[str]) -> Iterator[Listed | LegalText]:
        """Yield the records of many ids through one connection; ids of no record are left out."""
        with reading(self._path) as connection:
            for id_ in ids:
                kind, _, slug = id_.partition(":")
                record = READERS[kind](connection, slug) if kind in READERS else None
                if record is not None:
                    yield record

    def levers(self) -> list[Lever]:
        """Return every lever whole, by slug."""
        with reading(self._path) as connection:
            slugs = sorted(slug for (slug,) in connection.execute(_SLUGS["lever"]))
            return [lever for slug in slugs if (lever := read_lever(connection, slug))]

    def case_cards(self) -> list[Card]:
        """Return the card of every example, by slug; never ``stale`` and without summary: quicker, for counting."""
        with reading(self._path) as connection:
            return list(case_cards(connection))

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """Return every glossary term."""
        with reading(self._path) as connection:
            slugs = [slug for (slug,) in connection.execute(_SLUGS["term"])]
            return tuple(term for slug in slugs if (term := read_term(connection, slug)))

    def cases_of_lever(self, slug: str, most: int) -> LinkedCases:
        """Return the examples that used a lever, ``most`` of each outcome at most."""
        return self._linked_cases("SELECT case_slug FROM case_lever WHERE lever_slug = ?", slug, most)

    def cases_of_problem(self, slug: str, most: int) -> LinkedCases:
        """Return the examples that met a situation, ``most`` of each outcome at most."""
        return self._linked_cases("SELECT case_slug FROM case_problem WHERE problem = ?", slug, most)

    def levers_of_problem(self, slug: str) -> list[Card]:
        """Return the levers that answer a situation."""
        with reading(self._path) as connection:
            linked = connection.execute("SELECT lever_slug FROM lever_problem WHERE problem = ?", (slug,))
            return list(some_cards(connection, "lever", {lever for (lever,) in linked}))

    def ids(self) -> set[str]:
        """Return the id of every record."""
        with reading(self._path) as connection:
            return {record_id(kind, slug) for kind, query in _SLUGS.items() for (slug,) in connection.execute(query)}

    def counts(self) -> dict[Kind, int]:
        """Return the number of records of each kind."""
        with reading(self._path) as connection:
            counted = {k: f"SELECT count(*) FROM ({query})" for k, query in _SLUGS.items()}  # noqa: S608 - our own
            return {kind: connection.execute(query).fetchone()[0] for kind, query in counted.items()}

    def ids_of_status(self, status: str) -> list[str]:
        """Return the examples with a status of the vocabulary, by title."""
        query = "SELECT slug FROM case_study WHERE status = ? ORDER BY title, slug"
        with reading(self._path) as connection:
            return [record_id("case", slug) for (slug,) in connection.execute(query, (status,))]

    def problem_counts(self) -> dict[tuple[str, Kind], int]:
        """Return the number of levers and of examples of each situation: (situation, kind) -> count."""
        with reading(self._path) as connection:
            return {
                (problem, kind): count
                for kind, query in _PROBLEM_COUNTS.items()
                for problem, count in connection.execute(query)
            }

    def family_counts(self) -> dict[str, int]:
        """Return the number of levers of each family."""
        with reading(self._path) as connection:
            return dict(connection.execute("SELECT family, count(*) FROM lever GROUP BY family"))

    def latest_cases(self, limit: int) -> list[Card]:
        """Return the examples that ended last, by title where years are the same."""
        query = """SELECT slug FROM case_study
            ORDER BY coalesce(end_year, start_year, 0) DESC, title LIMIT ?"""
        with reading(self._path) as connection:
            slugs = [slug for (slug,) in connection.execute(query, (limit,))]
        return list(self.cards_of(record_id("case", slug) for slug in slugs).values())

    def partners(self, limit: int = 500) -> list[str]:
        """Return the partners and organisations that examples name, the most named first."""
        query = """SELECT name FROM (
            SELECT value AS name FROM case_study, json_each(partners) UNION ALL SELECT organisation FROM case_study)
            WHERE name <> '' GROUP BY name ORDER BY count(*) DESC, name LIMIT ?"""
        with reading(self._path) as connection:
            return [name for (name,) in connection.execute(query, (limit,))]

    def origin(self, id_: str) -> Origin:
        """Return where the record ``id_`` comes from."""
        query = "SELECT version, edited_from FROM bundled_record WHERE record_id = ?"
        with reading(self._path) as connection:
            row = connection.execute(query, (id_,)).fetchone()
        if row is None:
            return Origin(bundled=False, edited=False, newer=False)
        version, edited_from = row
        edited = edited_from is not None
        return Origin(bundled=True, edited=edited, newer=edited and version > edited_from)

    def journal_after(self, seq: int, limit: int = 1000) -> list[JournalLine]:
        """Return the journal lines that follow number ``seq``, oldest first."""
        query = "SELECT seq, record_id, action, author, at FROM journal WHERE seq > ? ORDER BY seq LIMIT ?"
        with reading(self._path) as connection:
            return [JournalLine(*row) for row in connection.execute(query, (seq, limit))]

    def last_journal_line(self) -> JournalLine | None:
        """Return the last journal line, or None before the first write."""
        query = "SELECT seq, record_id, action, author, at FROM journal ORDER BY seq DESC LIMIT 1"
        with reading(self._path) as connection:
            row = connection.execute(query).fetchone()
        return JournalLine(*row) if row else None

    def base_id(self) -> str:
        """Return the identifier of this base, which an index or an exchange file remembers."""
        return self._meta("base_id")

    def content_version(self) -> int:
        """Return the version of the shipped content that the base holds, 0 before the first load."""
        return int(self._meta("content_version") or 0)

    def _meta(self, key: str) -> str:
        with reading(self._path) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def _one(self, read: Callable[[sqlite3.Connection, str], T | None], id_: str) -> T:
        with reading(self._path) as connection:
            found = read(connection, id_.partition(":")[2])
        if found is None:
            raise UnknownRecordError(id_)
        return found

    def _linked_cases(self, slugs: str, slug: str, most: int) -> LinkedCases:
        with reading(self._path) as connection:
            counts = dict(connection.execute(_OUTCOME_COUNTS.format(slugs=slugs), (slug,)))
            rows = connection.execute(_LATEST_CASES.format(slugs=slugs), (slug, most))
            return LinkedCases(counts, [LinkedCase(f"case:{row[0]}", *row[1:]) for row in rows])


def _slugs(ids: Iterable[str], kind: Kind) -> list[str]:
    return [id_.partition(":")[2] for id_ in ids if id_.startswith(f"{kind}:")]
