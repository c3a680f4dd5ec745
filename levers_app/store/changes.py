"""Changes inside one session: the rows of records, and the journal line of each."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, delete, func, insert, select

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import Kind, Record, record_id, slug_of
from levers_app.store.encoding import LAYOUTS, Table, gathered, linked_levers, snapshot
from levers_app.store.tables import CaseLeverRow, JournalRow, LeverLeverRow, TermLeverRow

Action = Literal["create", "update", "delete"]

_ALL_COLUMNS = {"render_nulls": True}
"""One statement for all rows of a table: without it, rows are split by which of their columns are null."""

BATCH = 2000
"""Records written at once: bounds the memory and the parameters of one statement."""


def put(session: Session, records: Sequence[Record], author: str) -> None:
    """Create or replace ``records``, each with its journal line.

    Raises:
        UnknownRecordError: one points at a lever that is neither in the base nor among ``records``.
    """
    _check_links(session, records)
    for start in range(0, len(records), BATCH):
        _put_batch(session, records[start : start + BATCH], author)


def remove(session: Session, snapshots: Mapping[str, str], author: str) -> None:
    """Delete the records of ``snapshots`` (their last state by id), each with its journal line."""
    for kind in LAYOUTS:
        _erase(session, kind, {slug_of(id_) for id_ in snapshots if id_.startswith(f"{kind}:")})
    _write_journal(session, [_line(id_, "delete", author, text) for id_, text in snapshots.items()])


def present(session: Session, kind: Kind, slugs: Collection[str]) -> set[str]:
    """Return those of ``slugs`` that name a record of ``kind``."""
    slug = _column(LAYOUTS[kind].table, "slug")
    return set(session.exec(select(slug).where(slug.in_(slugs))))


def users_of(session: Session, lever: str) -> set[str]:
    """Return the ids of the other records that point at ``lever``, a slug."""
    cases = select(CaseLeverRow.case_slug).where(CaseLeverRow.lever_slug == lever)
    levers = select(LeverLeverRow.lever_slug).where(LeverLeverRow.other_slug == lever)
    terms = select(TermLeverRow.term_slug).where(TermLeverRow.lever_slug == lever)
    queries: tuple[tuple[Kind, Any], ...] = (("case", cases), ("lever", levers), ("term", terms))
    return {record_id(kind, slug) for kind, query in queries for slug in session.exec(query)}


def last_seq(session: Session) -> int:
    """Return the number of the last journal line, 0 when there is none."""
    return session.exec(select(func.max(JournalRow.seq))).one() or 0


def _put_batch(session: Session, records: Sequence[Record], author: str) -> None:
    old: set[str] = set()
    for kind in LAYOUTS:
        slugs = present(session, kind, [record.slug for record in records if record.kind == kind])
        _erase(session, kind, slugs)
        old |= {record_id(kind, slug) for slug in slugs}
    for table, rows in gathered(records).items():
        session.execute(insert(table), rows, execution_options=_ALL_COLUMNS)
    _write_journal(session, [_line(r.id, "update" if r.id in old else "create", author, snapshot(r)) for r in records])


def _erase(session: Session, kind: Kind, slugs: Collection[str]) -> None:
    if not slugs:
        return
    layout = LAYOUTS[kind]
    for table in layout.links:
        session.execute(delete(table).where(_column(table, layout.owner).in_(slugs)))
    session.execute(delete(layout.table).where(_column(layout.table, "slug").in_(slugs)))


def _check_links(session: Session, records: Sequence[Record]) -> None:
    wanted = {slug for record in records for slug in linked_levers(record)}
    wanted -= {record.slug for record in records if record.kind == "lever"}
    missing = sorted(wanted - present(session, "lever", wanted))
    if missing:
        raise UnknownRecordError(record_id("lever", missing[0]))


def _line(id_: str, action: Action, author: str, text: str) -> dict[str, str]:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    return {"record_id": id_, "action": action, "author": author, "at": at, "snapshot": text}


def _write_journal(session: Session, lines: list[dict[str, str]]) -> None:
    if lines:
        session.execute(insert(JournalRow), lines)


def _column(table: Table, name: str) -> Mapped[str]:
    return col(getattr(table, name))
