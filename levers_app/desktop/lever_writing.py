"""Writing about a lever: a version of its sheet for this organisation, and « Chez nous »."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from levers_app.catalogue.records import Kind, Lever, LocalComplement, record_id
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.lever_dialog import LeverDialog, changed_lever
from levers_app.desktop.local_dialog import LocalDialog, changed_complement
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.record_actions import RecordActions
from levers_app.desktop.sheet_pane import SheetPane
from levers_app.desktop.texts_editing import Subject, Texts, TextsEditing
from levers_app.store.errors import StorageError
from levers_app.store.unsaved import Unsaved

if TYPE_CHECKING:
    from levers_app.desktop.texts_dialog import TextsDialog
    from levers_app.desktop.window import MainWindow
    from levers_app.recording import Recorder, Written
    from levers_app.services import Services
    from levers_app.store.reading import Reader

LeverRecord = Lever | LocalComplement


@dataclass(frozen=True, slots=True)
class _Way:
    """How one kind of record is read, shown, changed and written, and what is said then."""

    kind: Kind
    read: "Callable[[Reader, str], LeverRecord]"
    dialog: "Callable[[Any, MainWindow], TextsDialog]"
    changed: Callable[[Any, Texts], LeverRecord]
    write: "Callable[[Recorder, Any, int], Written]"
    said: str


@dataclass(frozen=True, slots=True)
class _Opened:
    """A record as a dialog shows it, the journal line that its texts change, and what was typed and not saved."""

    way: _Way
    record: LeverRecord
    seq: int
    unsaved: Unsaved | None = None


class LeverWriting(QObject):
    """Opens the dialogs, and says what becomes of what is typed into them."""

    def __init__(self, window: "MainWindow", sheet: SheetPane, toasts: Toasts, records: RecordActions) -> None:
        """``records`` tells of what was written, and undoes it."""
        super().__init__(window)
        self._window, self._sheet, self._toasts, self._records = window, sheet, toasts, records
        self._services: Services | None = None
        sheet.local_requested.connect(self.show_local)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services

    @Slot()
    def show_local(self) -> None:
        """« Chez nous » of the lever that is shown."""
        document = self._sheet.document
        if document is not None and document.kind == "lever":
            self._open(_LOCAL, document.id.partition(":")[2])

    def edit_lever(self, slug: str) -> None:
        """Make or change the local version of a lever."""
        self._open(_VERSION, slug)

    def resume(self, id_: str) -> None:
        """Go on with what was typed about a lever, or in « Chez nous », and not saved."""
        kind, _, slug = id_.partition(":")
        self._open(_LOCAL if kind == _LOCAL.kind else _VERSION, slug)

    def _open(self, way: _Way, slug: str) -> None:
        services = self._services
        if services is not None:  # noted: what is still to be kept of the dialog that was closed last comes first
            self._window.jobs.note(lambda: _opened(services, way, slug), self._show, self._window.tell_error)

    def _show(self, opened: _Opened, unkept: str = "") -> None:
        """Show the dialog; ``unkept`` says why what was typed is not kept, if it is not."""
        services = self._services
        if services is None:
            return
        unsaved = services.recorder.unsaved
        subject = Subject(
            keep=lambda texts: unsaved.keep(opened.record.id, texts, opened.seq),
            save=lambda texts, over: _save(services, opened, texts, over=over),
            lasting=services.personal.refusal is None,
        )
        dialog = opened.way.dialog(opened.record, self._window)
        editing = TextsEditing(dialog, self._window.jobs, subject, self)
        editing.saved.connect(partial(self._tell_saved, opened))
        editing.left.connect(partial(self._tell_left, opened))
        editing.dropped.connect(partial(self._tell_dropped, opened))
        editing.ended.connect(self._records.drafts_changed)
        editing.lost.connect(partial(self._show_again, opened))
        self._window.closing.connect(editing.keep)
        if opened.unsaved is not None:
            editing.resume(opened.unsaved, unkept)
        dialog.open()

    def _tell_saved(self, opened: _Opened, written: "Written | None") -> None:
        if written is not None:
            self._records.tell(written, record_id("lever", opened.record.slug), opened.way.said)

    def _tell_left(self, opened: _Opened) -> None:
        said = "Vos modifications sont gardées, sans être enregistrées."
        self._toasts.show(said, Choice("Reprendre", partial(self._open, opened.way, opened.record.slug)))

    def _tell_dropped(self, opened: _Opened, texts: Texts) -> None:
        bring_back = partial(self._bring_back, opened, texts)
        self._toasts.show("Vos modifications sont abandonnées.", undoing(bring_back))

    def _bring_back(self, opened: _Opened, texts: Texts) -> None:
        services = self._services
        if services is None:
            return
        keep = services.recorder.unsaved.keep

        def done(_: datetime) -> None:
            self._open(opened.way, opened.record.slug)

        self._window.jobs.note(lambda: keep(opened.record.id, texts, opened.seq), done, self._window.tell_error)

    def _show_again(self, opened: _Opened, texts: Texts, error: Exception) -> None:
        """Show what could not be kept when its dialog closed."""
        self._show(replace(opened, unsaved=Unsaved(texts, opened.seq, datetime.now(UTC))), str(error))


# On workers.


def _opened(services: "Services", way: _Way, slug: str) -> _Opened:
    """Return a record and its journal line, read before it: what is written between is then told, not lost."""
    id_ = record_id(way.kind, slug)
    seq, unsaved = services.base.history.last_seq(id_), services.recorder.unsaved.get(id_)
    record = way.read(services.base.reader, slug)
    return _Opened(way, record, seq if unsaved is None else unsaved.seq, unsaved)


def _save(services: "Services", opened: _Opened, texts: Texts, *, over: bool) -> "Written | None":
    """Write the texts into the record as it is now; what somebody wrote meanwhile is an error, or gone ``over``.

    Raises:
        ChangedMeanwhileError: somebody wrote it since the texts were begun, and not ``over``.
        LeviersError: it cannot be written; the texts are kept.
    """
    way, id_ = opened.way, opened.record.id
    seq = services.base.history.last_seq(id_)
    record = way.read(services.base.reader, opened.record.slug)
    changed = way.changed(record, texts)
    written = way.write(services.recorder, changed, seq if over else opened.seq) if changed != record else None
    with suppress(StorageError):  # they are saved: texts too many are no reason to say that they are not
        services.recorder.unsaved.drop(id_)
    return written


_VERSION = _Way(
    "lever",
    lambda reader, slug: reader.lever(slug),
    LeverDialog,
    changed_lever,
    lambda recorder, lever, seq: recorder.edit_lever(lever, seq),
    "Votre version de la fiche est enregistrée.",
)
_LOCAL = _Way(
    "local",
    lambda reader, slug: reader.complement(slug),
    LocalDialog,
    changed_complement,
    lambda recorder, complement, seq: recorder.complete(complement, seq),
    "«\u00a0Chez nous\u00a0» est enregistré.",
)
