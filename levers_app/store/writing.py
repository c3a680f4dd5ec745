"""The one door for writes."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlmodel import Session, col, select

from levers_app.catalogue.content import Bundle
from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import Record, slug_of
from levers_app.store.changes import last_seq, put, remove, users_of
from levers_app.store.encoding import snapshot
from levers_app.store.errors import ChangedMeanwhileError, DamagedBaseError, RecordInUseError, UnknownVersionError
from levers_app.store.history import recalled
from levers_app.store.loading import LoadReport, load
from levers_app.store.sessions import engine_of, transaction
from levers_app.store.tables import BundledRow, JournalRow


class Writer:
    """Writes records with their links and their journal line, each call in one transaction, durable when it returns.

    Any thread may call it; writers of several threads or programs wait for each other. Every call may raise a
    :class:`~levers_app.store.errors.StorageError`, and then the base is as it was.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is an existing base of the present schema."""
        self._path = path
        self._engine = engine_of(path)

    def save(self, record: Record, author: str, expected: int | None = None) -> int:
        """Create or replace ``record`` and return the number of its journal line.

        ``expected`` is the last journal line of the record that the author knows of, 0 when they know of none: nothing
        is written over what they did not see.

        Raises:
            UnknownRecordError: it points at a lever that the base does not have.
            ChangedMeanwhileError: someone else wrote it after ``expected``.
        """
        with transaction(self._engine, self._path) as session:
            _check_last(session, record.id, expected)
            return _write(session, [record], author)

    def save_many(self, records: Sequence[Record], author: str) -> int:
        """Create or replace all of ``records``, or none; return the number of the last journal line.

        Raises:
            UnknownRecordError: one points at a lever that neither the base nor ``records`` have.
        """
        with transaction(self._engine, self._path) as session:
            return _write(session, records, author)

    def restore(self, record_id: str, seq: int, author: str, expected: int | None = None) -> int:
        """Write a record again as journal line ``seq`` holds it, deleted or not; return the number of the new line.

        Raises:
            UnknownVersionError: that line is not there, or is one of another record.
            UnknownRecordError: it points at a lever that the base no longer has.
            ChangedMeanwhileError: someone else wrote it after ``expected``, as in :meth:`save`.
        """
        with transaction(self._engine, self._path) as session:
            _check_last(session, record_id, expected)
            return _write(session, [self._version(session, record_id, seq)], author)

    def delete(self, record_id: str, author: str, expected: int | None = None) -> int:
        """Delete a record and return the number of its journal line, which holds its last state.

        Raises:
            UnknownRecordError: there is no such record.
            RecordInUseError: other records point at this lever.
            ChangedMeanwhileError: someone else wrote it after ``expected``, as in :meth:`save`.
        """
        with transaction(self._engine, self._path) as session:
            _check_last(session, record_id, expected)
            state = _last_state(session, record_id)
            if record_id.startswith("lever:"):
                _check_unused(session, record_id, state)
            remove(session, {record_id: state}, author)
            _mark_edited(session, {record_id: None})
            return last_seq(session)

    def load_bundle(self, bundle: Bundle) -> LoadReport:
        """Bring the shipped content into the base; what a user changed or deleted stays theirs."""
        with transaction(self._engine, self._path) as session:
            return load(session, bundle)

    def close(self) -> None:
        """Give the file back; a later call opens it again."""
        self._engine.dispose()

    def _version(self, session: Session, record_id: str, seq: int) -> Record:
        line = session.get(JournalRow, seq)
        if line is None or line.record_id != record_id:
            raise UnknownVersionError(record_id, seq)
        try:
            return recalled(record_id, line.snapshot)
        except ValueError as error:
            raise DamagedBaseError(self._path) from error


def _write(session: Session, records: Sequence[Record], author: str) -> int:
    put(session, records, author)
    _mark_edited(session, {record.id: record for record in records})
    return last_seq(session)


def _mark_edited(session: Session, states: Mapping[str, Record | None]) -> None:
    """Note which shipped records are now the user's own (None: deleted); one that is as shipped again no longer is."""
    ids = states.keys() & set(session.exec(select(BundledRow.record_id)))
    for row in session.exec(select(BundledRow).where(col(BundledRow.record_id).in_(ids))):
        record = states[row.record_id]
        if record is not None and row.snapshot == snapshot(record):
            row.edited_from = None
        elif row.edited_from is None:
            row.edited_from = row.version


def _check_last(session: Session, record_id: str, expected: int | None) -> None:
    """Check that the last journal line of a record is ``expected``, if that is given."""
    if expected is None:
        return
    line = _last_line(session, record_id)
    if line is None and expected:
        raise UnknownRecordError(record_id)
    if line is not None and line.seq is not None and line.seq != expected:
        raise ChangedMeanwhileError(record_id, line.seq, line.author, deleted=line.action == "delete")


def _last_line(session: Session, record_id: str) -> JournalRow | None:
    lines = select(JournalRow).where(JournalRow.record_id == record_id).order_by(col(JournalRow.seq).desc())
    return session.exec(lines.limit(1)).first()


def _last_state(session: Session, record_id: str) -> str:
    line = _last_line(session, record_id)
    if line is None or line.action == "delete":
        raise UnknownRecordError(record_id)
    return line.snapshot


def _check_unused(session: Session, record_id: str, state: str) -> None:
    users = users_of(session, slug_of(record_id))
    if users:
        raise RecordInUseError(json.loads(state)["title"], len(users))
