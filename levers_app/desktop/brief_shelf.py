"""The notes of a person as the window works with them: which is the present one, adding to it, keeping. No Qt here.

Every method is called on the window's pool of notes, one after the other.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from levers_app.catalogue.brief import Brief, Item, SheetItem, copy_of
from levers_app.catalogue.brief_file import read_file
from levers_app.catalogue.brief_models import MODELS, Model, after, model_of, new_brief, sheet_item, with_record
from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.brief_changes import inserted, place_for
from levers_app.services import Services
from levers_app.sheets.wording import name_of_day
from levers_app.store.errors import StorageError


class ChangedElsewhereError(LeviersError):
    """The note was written by another window since it was read here."""

    def __init__(self, stored: Brief) -> None:
        """``stored`` is what stands in the file now."""
        super().__init__(
            "Cette note a été modifiée dans une autre fenêtre\u00a0: c’est cette version-là qui est montrée. "
            "Votre dernier changement n’a pas été enregistré."
        )
        self.stored = stored


class ThrownAwayError(LeviersError):
    """The note was thrown away by another window; what was done to it here is kept with it."""

    def __init__(self) -> None:
        """Say what became of the last change."""
        super().__init__("Cette note a été jetée dans une autre fenêtre\u00a0: vos changements sont gardés avec elle.")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a record that was to be added.

    Attributes:
        brief: the note as it is now.
        before: the note as it was, None when it was made for this record.
        what: whether the record was added, or was there already.
    """

    brief: Brief
    before: Brief | None
    what: Literal["added", "there"]


class Shelf:
    """Reads and writes notes, and knows what was read last of each."""

    def __init__(self, services: Services) -> None:
        """Use the notes of ``services``."""
        self._services = services
        self._briefs = services.briefs
        self._times: dict[str, str] = {}
        self._held: dict[str, Brief] = {}

    def open(self, id_: str) -> Brief | None:
        """Return a note as it is kept, or as it would be if it could be written."""
        return self._held.get(id_) or self._seen(self._briefs.get(id_))

    def current(self, preferred: str = "") -> Brief | None:
        """Return the note opened or changed last here (``preferred``), else the one changed last at all."""
        briefs = self._briefs.all()
        found = next((brief for brief in briefs if brief.id == preferred), briefs[0] if briefs else None)
        return None if found is None else self._held.get(found.id, found)

    def keep(self, brief: Brief, *, anyway: bool = False) -> Brief:
        """Write a note and return it with its time; ``anyway`` even over what another window wrote.

        Raises:
            ChangedElsewhereError: another window wrote it since; nothing was changed.
            ThrownAwayError: another window threw it away; it is written, and stays thrown away.
            StorageError: it cannot be written.
        """
        at = self._briefs.keep(brief, "" if anyway else self._times.get(brief.id, brief.at))
        self._held.pop(brief.id, None)
        stored = self._briefs.get(brief.id)
        if not at and stored is not None:
            self._seen(stored)
            raise ChangedElsewhereError(stored)
        at = self._times[brief.id] = at or self._briefs.keep(brief)
        if stored is None:
            raise ThrownAwayError
        return replace(brief, at=at)

    def keep_or_hold(self, brief: Brief, *, anyway: bool = False) -> Brief:
        """Write what a person composes as :meth:`keep` does; what cannot be written is held, and shown when opened."""
        try:
            return self.keep(brief, anyway=anyway)
        except StorageError:
            self._held[brief.id] = brief
            raise

    def keep_held(self, id_: str) -> Brief | None:
        """Try again to write what :meth:`keep_or_hold` could not; None when nothing of that note is held any more."""
        return self.keep(self._held[id_]) if id_ in self._held else None

    def discard(self, id_: str) -> None:
        """Throw a note away, with what could not be written of it."""
        self._briefs.discard(id_)
        self._held.pop(id_, None)

    def new(self, model: Model, name: str = "") -> Brief:
        """Make a note after ``model``, signed with the profile of this person, and keep it."""
        profile = self._services.recorder.profile
        called = name or self.free_name(model.name)
        return self.keep(new_brief(model, name=called, organisation=profile.organisation, author=profile.name))

    def add(self, record: str, preferred: str = "") -> Added:
        """Put a record at the end of the present note, or into a new one.

        Raises:
            UnknownRecordError: there is no such record.
            StorageError: the note cannot be written.
        """
        self._services.sheet(record)
        before = self.current(preferred)
        if before is not None and record in before.records:
            return Added(before, before, "there")
        seq = self._services.last_seq(record)
        if before is not None and before.id not in self._held:
            self._seen(before)
        if before is None:
            model = MODELS["fiche" if record.startswith("lever:") else "exemple"]
            brief = self.new(model, self.free_name("Note"))
            return Added(self.keep(with_record(brief, record, model, seq)), None, "added")
        model, grown = self.model(before.model), before
        if _is_lone(before):
            model = MODELS["dossier"]
            grown = after(before, model)
        return Added(self.keep(_with_record(grown, record, model, seq)), before, "added")

    def take_back(self, added: Added) -> Brief | None:
        """Undo :meth:`add`; return the note, None when it went with it.

        Raises:
            ChangedElsewhereError: the note was changed since.
        """
        if added.before is None:
            self.discard(added.brief.id)
            return None
        return self.keep(replace(added.before, at=added.brief.at))

    def item(self, record: str, brief: Brief) -> SheetItem:
        """Return a record as an item of ``brief``."""
        return sheet_item(record, self.model(brief.model), self._services.last_seq(record))

    def model(self, key: str) -> Model:
        """Return a model of the program or of this person; a note whose own model is gone is as a file of sheets."""
        return self.models().get(key, MODELS["dossier"])

    def models(self) -> dict[str, Model]:
        """Return all models, this person's own after those of the program."""
        return {**MODELS, **{model.key: model for model in self._briefs.models()}}

    def keep_model(self, brief: Brief, key: str, name: str) -> None:
        """Keep the choices of a note as a model of this person's own."""
        self._briefs.keep_model(model_of(brief, key, name))

    def copy(self, id_: str) -> Brief | None:
        """Return another note with the same choices, kept."""
        brief = self._held.get(id_) or self._briefs.get(id_)
        return None if brief is None else self.keep(copy_of(brief, self.free_name(f"{brief.name} (copie)", day=False)))

    def _seen(self, brief: Brief | None) -> Brief | None:
        """Note which version of a note the person is shown, and return it."""
        if brief is not None:
            self._times[brief.id] = brief.at
        return brief

    def take_in(self, path: Path) -> Brief:
        """Return the note of a file, kept as one of this person's own.

        Raises:
            BriefFileError: it holds no note.
            StorageError: it cannot be kept.
        """
        brief = read_file(path)
        return self.keep(replace(brief, name=self.free_name(brief.name.strip() or path.stem, day=False)))

    def free_name(self, name: str, *, day: bool = True) -> str:
        """Return « Note du 26 novembre 2026 », with a number when there is such a note already."""
        wanted = name_of_day(name, datetime.now().astimezone().date()) if day else name
        taken = {brief.name for brief in self._briefs.all()}
        names = (wanted, *(f"{wanted} ({n})" for n in range(2, len(taken) + 3)))
        return next(each for each in names if each not in taken)


def _with_record(brief: Brief, record: str, model: Model, seq: int) -> Brief:
    """Return ``brief`` with a record at the place that it has in such a note."""
    if model.compares:
        return with_record(brief, record, model, seq)
    return inserted(brief, place_for(brief, record), sheet_item(record, model, seq))


def _is_lone(brief: Brief) -> bool:
    """Tell whether a note still holds the one record that it was made for: with a second one it becomes a file."""
    if len(brief.items) != 1 or not isinstance(brief.items[0], SheetItem) or brief.model not in {"fiche", "exemple"}:
        return False
    model, items = MODELS[brief.model], list[Item](brief.items)
    fresh = new_brief(model, items)
    return (fresh.items, fresh.options) == (brief.items, brief.options) and not brief.cover.title
