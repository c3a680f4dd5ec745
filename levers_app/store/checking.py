"""Checks a whole base: the file, the links, the journal, and the content it was given."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from levers_app.catalogue.records import LegalText
from levers_app.store.connecting import reading
from levers_app.store.encoding import snapshot
from levers_app.store.errors import StorageError
from levers_app.store.opening import Base

Severity = Literal["error", "warning"]

_LAST_LINES = """
SELECT record_id, action, snapshot FROM journal WHERE seq IN (SELECT max(seq) FROM journal GROUP BY record_id)
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, in one French sentence. An ``error`` means lost or contradictory data."""

    severity: Severity
    text: str


def check(base: Base) -> list[Finding]:
    """Return what is wrong with ``base``; an empty list means that all is well. Nothing is changed."""
    try:
        return list(_findings(base))
    except StorageError as error:
        return [Finding("error", str(error))]


def _findings(base: Base) -> Iterator[Finding]:
    with reading(base.path) as connection:
        yield from _file_findings(connection)
        yield from _link_findings(connection)
        yield from _numbering_findings(connection)
        states = {id_: text for id_, action, text in connection.execute(_LAST_LINES) if action != "delete"}
        yield from _content_findings(connection, states)
    yield from _journal_findings(base, states)


def _file_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    faults = [fault for (fault,) in connection.execute("PRAGMA integrity_check(10)") if fault != "ok"]
    if faults:
        yield Finding("error", f"Le fichier de la base est abîmé\u00a0: {faults[0]}")


def _link_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(
            "error", f"Un lien de la table «\u00a0{table}\u00a0» mène à une fiche absente de «\u00a0{parent}\u00a0»."
        )


def _numbering_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    count, first, last = connection.execute("SELECT count(*), min(seq), max(seq) FROM journal").fetchone()
    if count and (first != 1 or last != count):
        yield Finding("error", f"Il manque des lignes au journal\u00a0: {count} lignes numérotées de {first} à {last}.")


def _content_findings(connection: sqlite3.Connection, states: Mapping[str, str]) -> Iterator[Finding]:
    query = "SELECT record_id, snapshot FROM bundled_record WHERE edited_from IS NULL"
    for id_, shipped in connection.execute(query):
        if states.get(id_) != shipped:
            yield Finding(
                "error", f"La fiche fournie «\u00a0{id_}\u00a0» est absente ou n’est plus celle qui a été fournie."
            )


def _journal_findings(base: Base, states: Mapping[str, str]) -> Iterator[Finding]:
    seen = set()
    for record in base.reader.records(sorted(base.reader.ids())):
        if isinstance(record, LegalText):
            continue
        seen.add(record.id)
        if record.id not in states:
            yield Finding("error", f"La fiche «\u00a0{record.id}\u00a0» n’a pas de ligne dans le journal.")
        elif states[record.id] != snapshot(record):
            yield Finding("error", f"La fiche «\u00a0{record.id}\u00a0» n’est pas celle que décrit le journal.")
    for id_ in sorted(states.keys() - seen):
        yield Finding("error", f"La fiche «\u00a0{id_}\u00a0», présente dans le journal, est absente de la base.")
