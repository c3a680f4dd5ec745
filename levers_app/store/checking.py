"""Checks a whole base: the file, the links, the journal, and the content it was given."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from levers_app.catalogue.records import LegalText
from levers_app.store.connecting import reading
from levers_app.store.encoding import snapshot
from levers_app.store.errors import DamagedBaseError
from levers_app.store.opening import Base

_log = logging.getLogger(__name__)

Severity = Literal["error", "warning"]

_LAST_LINES = """
SELECT record_id, action, snapshot FROM journal WHERE seq IN (SELECT max(seq) FROM journal GROUP BY record_id)
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, in one French sentence. An ``error`` means lost or contradictory data."""

    severity: Severity
    text: str


_DAMAGED = Finding("error", "Le fichier de la base est abîmé\u00a0: une partie ne peut pas être lue.")


def check(base: Base) -> list[Finding]:
    """Return what is wrong with ``base``, each fault once; an empty list means that all is well. Nothing is changed.

    Raises:
        StorageError: the base is out of reach: nothing is known of it.
    """
    try:
        return list(_findings(base))
    except DamagedBaseError:
        return [_DAMAGED]


def _findings(base: Base) -> Iterator[Finding]:
    with reading(base.path) as connection:
        if _file_is_damaged(connection):
            yield _DAMAGED
            return  # whatever else is found comes of that
        yield from _link_findings(connection)
        yield from _numbering_findings(connection)
        states = {id_: text for id_, action, text in connection.execute(_LAST_LINES) if action != "delete"}
        told = _content_faults(connection, states)
    told |= _journal_faults(base, states)
    yield from (Finding("error", text) for text in told.values())


def _file_is_damaged(connection: sqlite3.Connection) -> bool:
    faults = [fault for (fault,) in connection.execute("PRAGMA integrity_check(10)") if fault != "ok"]
    if faults:
        _log.info("SQLite finds the base damaged: %s", "; ".join(faults))
    return bool(faults)


def _link_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    broken = Counter((table, parent) for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"))
    for (table, parent), count in broken.items():
        links = "1 lien mène" if count == 1 else f"{count} liens mènent"
        yield Finding(
            "error", f"Table «\u00a0{table}\u00a0»\u00a0: {links} à une fiche absente de «\u00a0{parent}\u00a0»."
        )


def _numbering_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    count, first, last = connection.execute("SELECT count(*), min(seq), max(seq) FROM journal").fetchone()
    if count and (first != 1 or last != count):
        yield Finding("error", f"Il manque des lignes au journal\u00a0: {count} lignes numérotées de {first} à {last}.")


def _content_faults(connection: sqlite3.Connection, states: Mapping[str, str]) -> dict[str, str]:
    """Return by record what is wrong with what was shipped."""
    query = "SELECT record_id, snapshot FROM bundled_record WHERE edited_from IS NULL"
    return {
        id_: f"La fiche fournie «\u00a0{id_}\u00a0» est absente ou n’est plus celle qui a été fournie."
        for id_, shipped in connection.execute(query)
        if states.get(id_) != shipped
    }


def _journal_faults(base: Base, states: Mapping[str, str]) -> dict[str, str]:
    """Return by record where the base and its journal differ."""
    told, seen = dict[str, str](), set[str]()
    for record in (*base.reader.records(sorted(base.reader.ids())), *base.reader.complements()):
        if isinstance(record, LegalText):
            continue
        seen.add(record.id)
        if record.id not in states:
            told[record.id] = f"La fiche «\u00a0{record.id}\u00a0» n’a pas de ligne dans le journal."
        elif states[record.id] != snapshot(record):
            told[record.id] = f"La fiche «\u00a0{record.id}\u00a0» n’est pas celle que décrit le journal."
    for id_ in sorted(states.keys() - seen):
        told[id_] = f"La fiche «\u00a0{id_}\u00a0», présente dans le journal, est absente de la base."
    return told
