"""The notes of this person and their own models: personal, kept while they compose, until they are thrown away."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from levers_app.catalogue.brief import Brief, decoded, encoded
from levers_app.catalogue.brief_models import Model, decoded_model, encoded_model
from levers_app.catalogue.typography import whole_characters
from levers_app.store.discarding import bring_back, throw_away
from levers_app.store.personal import Personal

T = TypeVar("T")


class Briefs:
    """The notes in the personal file. Any thread may call it; every call may raise a ``StorageError``."""

    def __init__(self, personal: Personal) -> None:
        """Use the file of ``personal``."""
        self._personal = personal

    def all(self) -> list[Brief]:
        """Return the notes, the one changed last first; one that cannot be read is left in the file."""
        return self._listed("NOT discarded ORDER BY at DESC, rowid DESC")

    def discarded(self) -> list[Brief]:
        """Return the notes that were thrown away, the last one first: so many as can still be brought back."""
        return self._listed("discarded > 0 ORDER BY discarded DESC")

    def _listed(self, which: str) -> list[Brief]:
        with self._personal.connection() as connection:
            rows = connection.execute(f"SELECT fields, at FROM brief WHERE {which}").fetchall()  # noqa: S608 - ours
        return [replace(brief, at=at) for fields, at in rows if (brief := _read(decoded, fields))]

    def get(self, id_: str) -> Brief | None:
        """Return a note; None when there is none of that id, or when it was thrown away."""
        with self._personal.connection() as connection:
            row = connection.execute("SELECT fields, at FROM brief WHERE id = ? AND NOT discarded", (id_,)).fetchone()
        brief = _read(decoded, row[0]) if row else None
        return replace(brief, at=row[1]) if brief else None

    def keep(self, brief: Brief, known: str = "") -> str:
        """Write ``brief``, durable when this returns; return the time, in UTC and ISO form.

        With ``known``, only over what was written at that time: nothing is written over something else, and the time
        returned is empty. One that was thrown away stays so: this may come late, from another thread.
        """
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._personal.connection() as connection, connection:
            done = connection.execute(
                "INSERT INTO brief VALUES (?, ?, ?, 0)"
                " ON CONFLICT (id) DO UPDATE SET fields = excluded.fields, at = excluded.at WHERE ? IN ('', brief.at)",
                (brief.id, whole_characters(json.dumps(encoded(brief), ensure_ascii=False)), at, known),
            )
        return at if done.rowcount else ""

    def discard(self, id_: str) -> None:
        """Throw a note away; :meth:`bring_back` undoes it until many others were thrown away."""
        with self._personal.connection() as connection, connection:
            throw_away(connection, "brief", id_)

    def bring_back(self, id_: str) -> None:
        """Undo :meth:`discard`."""
        with self._personal.connection() as connection, connection:
            bring_back(connection, "brief", id_)

    def models(self) -> list[Model]:
        """Return this person's own models, by name."""
        with self._personal.connection() as connection:
            rows = connection.execute("SELECT fields FROM brief_model").fetchall()
        found = [model for (fields,) in rows if (model := _read(decoded_model, fields))]
        return sorted(found, key=lambda model: model.name.casefold())

    def keep_model(self, model: Model) -> None:
        """Write a model of this person's own."""
        fields = whole_characters(json.dumps(encoded_model(model), ensure_ascii=False))
        with self._personal.connection() as connection, connection:
            connection.execute("INSERT OR REPLACE INTO brief_model VALUES (?, ?)", (model.key, fields))

    def remove_model(self, key: str) -> None:
        """Forget a model; notes that were made after it stay as they are."""
        with self._personal.connection() as connection, connection:
            connection.execute("DELETE FROM brief_model WHERE id = ?", (key,))


def _read(read: Callable[[object], T], fields: str) -> T | None:
    try:
        return read(json.loads(fields))
    except (ValueError, TypeError, RecursionError):
        return None
