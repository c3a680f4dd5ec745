"""The history of the records, as the journal holds it: what each was, who wrote it and when, and what was deleted.

Like every read, it needs neither SQLModel nor pydantic.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from levers_app.catalogue.plain_data import read_as
from levers_app.catalogue.records import CaseStudy, GlossaryTerm, Lever, LocalComplement, Record
from levers_app.store.connecting import reading
from levers_app.store.errors import DamagedBaseError, UnknownVersionError

CONTENT_AUTHOR = "Leviers"
"""Author of the journal lines of shipped content (the one of ``store.loading``, which is slow to import)."""

_LINES = """
SELECT seq, record_id, action, author, at, snapshot,
  EXISTS (SELECT 1 FROM journal earlier WHERE earlier.record_id = line.record_id AND earlier.seq < line.seq)
FROM journal line
"""
_OF_RECORD = "WHERE record_id = ? ORDER BY seq DESC"
_ONE = "WHERE record_id = ? AND seq = ?"
_IN_BIN = """
WHERE seq IN (SELECT max(seq) FROM journal GROUP BY record_id) AND action = 'delete' AND author <> ?
ORDER BY seq DESC
"""

_MODELS: Mapping[str, type[Record]] = {model.kind: model for model in (Lever, CaseStudy, GlossaryTerm, LocalComplement)}


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one journal line holds it.

    Attributes:
        seq: number of the line.
        action: ``create``, ``update`` or ``delete``.
        author: who wrote it.
        at: when, in UTC.
        record: the record after that, or as it was when it was deleted.
        again: the journal knew the record before: one that is created again was brought back.
    """

    seq: int
    action: str
    author: str
    at: datetime
    record: Record
    again: bool = False


class History:
    """Every version of every record. Each call opens the base for itself and may come from any thread.

    Every call may raise a :class:`~levers_app.store.errors.StorageError`: a
    :class:`~levers_app.store.errors.DamagedBaseError` when a line cannot be read.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is an existing base of the present schema."""
        self._path = path

    def versions(self, record_id: str) -> list[Version]:
        """Return every version of a record, the newest first; none when the journal does not know it."""
        return self._found(_OF_RECORD, record_id)

    def version(self, record_id: str, seq: int) -> Version:
        """Return the version of a record that journal line ``seq`` holds.

        Raises:
            UnknownVersionError: that line is not there, or is one of another record.
        """
        found = self._found(_ONE, record_id, seq)
        if not found:
            raise UnknownVersionError(record_id, seq)
        return found[0]

    def last(self, record_id: str) -> Version | None:
        """Return the present version of a record; None when the journal does not know it."""
        found = self._found(f"{_OF_RECORD} LIMIT 1", record_id)
        return found[0] if found else None

    def original(self, record_id: str) -> Record | None:
        """Return a record as the program ships it, None when it does not."""
        query = "SELECT snapshot FROM bundled_record WHERE record_id = ?"
        with reading(self._path) as connection:
            row = connection.execute(query, (record_id,)).fetchone()
        try:
            return recalled(record_id, row[0]) if row else None
        except ValueError as error:
            raise DamagedBaseError(self._path) from error

    def bin(self) -> list[Version]:
        """Return the last state of every deleted record, the last deleted first; not what is no longer shipped."""
        return self._found(_IN_BIN, CONTENT_AUTHOR)

    def last_seq(self, record_id: str) -> int:
        """Return the number of the last journal line of a record, 0 when it has none.

        Who means to write the record later asks for this first and reads the record then: a write between the two is
        noticed (``Writer.save``), where the other way round it would be lost.
        """
        with reading(self._path) as connection:
            row = connection.execute("SELECT max(seq) FROM journal WHERE record_id = ?", (record_id,)).fetchone()
        return row[0] or 0

    def _found(self, condition: str, *values: str | int) -> list[Version]:
        with reading(self._path) as connection:
            rows = connection.execute(f"{_LINES} {condition}", values).fetchall()
        try:
            return [_version(*row) for row in rows]
        except ValueError as error:
            raise DamagedBaseError(self._path) from error


def recalled(record_id: str, snapshot: str) -> Record:
    """Return the record of a journal line, whatever version of the program wrote it.

    Keys that it did not know yet have their default, those that it will know are left out.

    Raises:
        ValueError: that is no snapshot of ``record_id``.
    """
    model = _MODELS.get(record_id.partition(":")[0])
    if model is None:
        raise ValueError(f"{record_id!r} names no record")
    try:
        record = read_as(model, json.loads(snapshot), strict=True)
    except RecursionError as error:
        raise ValueError("the snapshot is nested beyond measure") from error
    if record.id != record_id:
        raise ValueError(f"the snapshot is one of {record.id!r}, not of {record_id!r}")
    return record


def _version(*row: Any) -> Version:  # noqa: ANN401 - a row of the journal
    seq, record_id, action, author, at, snapshot, again = row
    time = datetime.fromisoformat(at)
    when = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return Version(seq, action, author, when, recalled(record_id, snapshot), bool(again))
