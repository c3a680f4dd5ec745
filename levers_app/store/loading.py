"""Brings the content shipped with the program into the base, and never over what a user changed.

What is shipped is kept beside the records (``bundled_record``), so that the user's version and the newer one can be
compared; a record counts as the user's own as soon as it was edited or deleted here, or was here before it was shipped.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlmodel import Session, select

from levers_app.catalogue.content import Bundle
from levers_app.catalogue.records import Lever, Record, record_id, slug_of
from levers_app.store.changes import present, put, remove, users_of
from levers_app.store.encoding import LAYOUTS, linked_levers, snapshot
from levers_app.store.tables import BundledRow, MetaRow

CONTENT_AUTHOR = "Leviers"
"""Author of the journal lines of shipped content."""

CONTENT_VERSION = "content_version"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading one version of the content did: numbers of records.

    ``kept`` counts the shipped changes that were set aside because the record is the user's own.
    """

    version: int
    created: int
    updated: int
    deleted: int
    kept: int


def load(session: Session, bundle: Bundle) -> LoadReport:
    """Create, update and delete the records that ``bundle`` brings, changes or no longer has."""
    shipped = {row.record_id: row for row in session.exec(select(BundledRow))}
    here = _here(session, bundle.records)
    own = {id_ for id_, row in shipped.items() if row.edited_from is not None} | (here - shipped.keys())
    changed = [r for r in bundle.records if r.id not in shipped or shipped[r.id].snapshot != snapshot(r)]
    written = [r for r in changed if r.id not in own]
    written += _wanted_back(bundle.levers, written, here)
    put(session, written, CONTENT_AUTHOR)
    taken = {r.id for r in written}
    for record in {r.id: r for r in (*changed, *written)}.values():
        row = _as_shipped(shipped.get(record.id), record, bundle.version)
        if record.id in taken:
            row.edited_from = None
        session.add(row)
    gone = shipped.keys() - {r.id for r in bundle.records}
    deleted = _drop(session, [shipped[id_] for id_ in gone])
    session.merge(MetaRow(key=CONTENT_VERSION, value=str(bundle.version)))
    created = len(taken - here)
    return LoadReport(bundle.version, created, len(taken) - created, deleted, len({r.id for r in changed} - taken))


def _here(session: Session, records: Iterable[Record]) -> set[str]:
    found: set[str] = set()
    for kind in LAYOUTS:
        slugs = present(session, kind, [record.slug for record in records if record.kind == kind])
        found |= {record_id(kind, slug) for slug in slugs}
    return found


def _wanted_back(levers: Iterable[Lever], written: Iterable[Record], here: Collection[str]) -> list[Lever]:
    """Return the levers that the user deleted and that a record to be written points at."""
    by_slug = {lever.slug: lever for lever in levers}
    there = {*here, *(record.id for record in written)}
    waiting, back = list(written), list[Lever]()
    while waiting:
        for slug in linked_levers(waiting.pop()):
            if record_id("lever", slug) not in there:
                there.add(record_id("lever", slug))
                waiting.append(by_slug[slug])
                back.append(by_slug[slug])
    return back


def _as_shipped(row: BundledRow | None, record: Record, version: int) -> BundledRow:
    """Return the row that keeps ``record`` as shipped; without one, the user's own, if any, was here before."""
    text = snapshot(record)
    if row is None:
        return BundledRow(record_id=record.id, version=version, snapshot=text, edited_from=0)
    if row.snapshot != text:
        row.version, row.snapshot = version, text
    return row


def _drop(session: Session, gone: Iterable[BundledRow]) -> int:
    """Delete the records that are no longer shipped, but for the user's own and the levers that those need."""
    snapshots = {row.record_id: row.snapshot for row in gone if row.edited_from is None}
    while needed := {id_ for id_ in snapshots if _users(session, id_) - snapshots.keys()}:
        snapshots = {id_: text for id_, text in snapshots.items() if id_ not in needed}
    remove(session, snapshots, CONTENT_AUTHOR)
    for row in gone:
        session.delete(row)
    return len(snapshots)


def _users(session: Session, id_: str) -> set[str]:
    return users_of(session, slug_of(id_)) if id_.startswith("lever:") else set()
