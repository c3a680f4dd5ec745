"""What is done with a recorded example: publish, send back, delete; and with any record: its history, the bin."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from levers_app.catalogue.profile import Profile
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import BRIEF_MARK, DRAFT_MARK
from levers_app.desktop.sheet_pane import SheetPane
from levers_app.store.discarding import KEPT_DISCARDED

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.desktop.history_dialog import HistoryWords
    from levers_app.desktop.versions import VersionShown
    from levers_app.desktop.window import MainWindow
    from levers_app.recording import Written
    from levers_app.services import Services
    from levers_app.sheets.document import Document


class RecordActions(QObject):
    """Works on the sheet that is open.

    Signals:
        recorded: id of a record that was changed or deleted: index and lists follow.
        drafts_changed: a draft came back, or something that was typed about a lever is kept or done with.
        profile_changed: the person declared another profile.
        note_wanted_back: id of a note that is to be taken out of the bin.
    """

    recorded = Signal(str)
    profile_changed = Signal()
    drafts_changed = Signal()
    note_wanted_back = Signal(str)

    def __init__(self, window: "MainWindow", sheet: SheetPane, toasts: Toasts) -> None:
        """Connect the bar of the sheet."""
        super().__init__(window)
        self._window = window
        self._sheet = sheet
        self._toasts = toasts
        self._services: Services | None = None
        sheet.review.published.connect(self.publish)
        sheet.review.returned.connect(self.send_back)
        sheet.review.profile_wanted.connect(self.show_profile)
        sheet.history_requested.connect(self.show_history)
        sheet.delete_requested.connect(self.delete)
        sheet.original_requested.connect(self.compare)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services
        self._window.jobs.read(lambda: services.recorder.profile, self._know_profile, self._window.tell_error)

    # -- review

    @Slot()
    def publish(self) -> None:
        """The example that is shown may be read by everyone."""
        self._review("publie", "", "L’exemple est publié.")

    @Slot(str)
    def send_back(self, comment: str) -> None:
        """Give the example back to its author with a comment."""
        self._review("brouillon", comment, "L’exemple est renvoyé à son auteur.")

    def _review(self, status: str, comment: str, said: str) -> None:
        services, document = self._services, self._sheet.document
        if services is None or document is None or document.review is None:
            return
        id_, seq = document.id, document.review.seq
        slug = id_.partition(":")[2]
        refused = partial(self._tell_not_reviewed, document)
        self._write(lambda: services.recorder.review(slug, status, seq, comment), id_, said, refused=refused)

    def _tell_not_reviewed(self, document: "Document", error: Exception) -> None:
        from levers_app.catalogue.guard import PersonalCommentError  # noqa: PLC0415 - most days nobody reviews

        here = self._sheet.document
        if isinstance(error, PersonalCommentError) and here is not None and here.id == document.id:
            self._sheet.review.show_refusal(str(error))
        else:
            self._window.tell_error(error)

    # -- deleting and bringing back

    @Slot()
    def delete(self) -> None:
        """Put the example that is shown into the bin."""
        services, document = self._services, self._sheet.document
        if services is None or document is None or not document.id.startswith("case:"):
            return
        id_ = document.id
        self._write(lambda: services.recorder.delete(id_), id_, "L’exemple est dans la corbeille.", gone=True)

    @Slot()
    def show_bin(self) -> None:
        """What was deleted, and the way back."""
        services = self._services
        if services is not None:
            self._window.jobs.read(lambda: _bin(services), self._show_bin, self._window.tell_error)

    @Slot()
    def show_history(self) -> None:
        """Every version of the record that is shown."""
        services, document = self._services, self._sheet.document
        if services is None or document is None:
            return
        self._window.jobs.read(lambda: (document, _history(services, document.id)), self._show, self._window.tell_error)

    def _show(self, found: "tuple[Document, list[VersionShown]]") -> None:
        from levers_app.desktop.history_dialog import HistoryWords  # noqa: PLC0415 - when asked for

        document, versions = found
        title = f"Historique\u00a0: {document.title}"
        self._open_history(HistoryWords(title, _NO_HISTORY), versions, self._restore)

    def _show_bin(self, versions: "list[VersionShown]") -> None:
        from levers_app.desktop.history_dialog import HistoryWords  # noqa: PLC0415 - when asked for

        words = HistoryWords("Corbeille", _EMPTY_BIN, "Rétablir", _KEPT, "Ce qui a été jeté", "Ce qui s’y trouve")
        self._open_history(words, versions, self._restore)

    def _open_history(
        self,
        words: "HistoryWords",
        versions: "list[VersionShown]",
        restore: "Callable[[VersionShown], None]",
    ) -> None:
        from levers_app.desktop.history_dialog import HistoryDialog  # noqa: PLC0415 - when asked for

        HistoryDialog(words, versions, restore, self._window.look.theme, self._window).open()

    def _restore(self, version: "VersionShown") -> None:
        services = self._services
        if services is None:
            return
        id_, seq = version.record_id, version.seq
        self._toasts.withdraw(id_)  # it undoes what comes now
        if id_.startswith(BRIEF_MARK):
            self.note_wanted_back.emit(id_)
        elif id_.startswith(DRAFT_MARK):
            bring_back = services.recorder.drafts.bring_back
            self._window.jobs.note(
                lambda: bring_back(id_.removeprefix(DRAFT_MARK)), self._brought_back, self._window.tell_error
            )
        else:
            self._write(lambda: services.recorder.restore(id_, seq), id_, "La version est rétablie.")

    def _brought_back(self, _: object) -> None:
        self.drafts_changed.emit()
        self._window.navigator.go_page("drafts")

    # -- what was changed here

    @Slot()
    def compare(self) -> None:
        """The shipped sheet beside the version made here, and the way back to it."""
        services, document = self._services, self._sheet.document
        if services is not None and document is not None and document.edited:
            self._window.jobs.read(
                lambda: (document, _original(services, document.id)), self._show_original, self._window.tell_error
            )

    def _show_original(self, found: "tuple[Document, list[VersionShown]]") -> None:
        from levers_app.desktop.history_dialog import HistoryWords  # noqa: PLC0415 - when asked for

        document, versions = found
        title = f"Comparer à l’original\u00a0: {document.title}"
        self._open_history(HistoryWords(title, back="Revenir à l’original"), versions, self._return)

    def _return(self, version: "VersionShown") -> None:
        services, id_ = self._services, version.record_id
        if services is None:
            return
        said = "La fiche est de nouveau celle de Leviers."
        self._write(lambda: services.recorder.return_to_original(id_), id_, said)

    # -- profile

    @Slot()
    def show_profile(self) -> None:
        """Who writes."""
        services = self._services
        if services is not None:
            self._window.jobs.note(lambda: services.recorder.profile, self._show_profile, self._window.tell_error)

    def _show_profile(self, profile: Profile) -> None:
        from levers_app.desktop.profile_dialog import ProfileDialog  # noqa: PLC0415 - when asked for

        ProfileDialog(profile, self._keep_profile, self._window).open()

    def _keep_profile(self, profile: Profile) -> None:
        services = self._services
        if services is not None:
            self._window.jobs.note(
                lambda: services.recorder.set_profile(profile), self._profile_kept, self._window.tell_error
            )

    def _profile_kept(self, _: object) -> None:
        self._toasts.show("Votre profil est enregistré.")
        if self._services is not None:
            self._know_profile(self._services.recorder.profile)
        self.profile_changed.emit()

    def _know_profile(self, profile: Profile) -> None:
        self._sheet.review.show_role(may_publish=profile.role == "relecteur")

    # -- shared

    def _write(
        self,
        work: "Callable[[], Written]",
        id_: str,
        said: str,
        *,
        gone: bool = False,
        refused: "Callable[[Exception], None] | None" = None,
    ) -> None:
        """Do ``work`` on the sheet ``id_``, which is ``gone`` then or not; say so, and offer to undo it.

        ``refused`` tells why it was not done, if a dialog is not the place.
        """

        def done(written: "Written") -> None:
            if gone:
                self._window.navigator.forget(id_)
            self.tell(written, id_, said)

        self._window.jobs.note(work, done, refused or self._window.tell_error)

    def tell(self, written: "Written", id_: str, said: str) -> None:
        """Say what was written, on the sheet ``id_``, and offer to undo it."""
        self.recorded.emit(id_)
        undo = undoing(partial(self._undo, written, id_))
        self._toasts.show(said, undo, about=written.record_id)

    def _undo(self, written: "Written", id_: str) -> None:
        services = self._services
        if services is not None:
            undo = services.recorder.undo
            self._window.jobs.note(lambda: undo(written), partial(self._undone, id_), self._window.tell_error)

    def _undone(self, id_: str, _: object) -> None:
        self.recorded.emit(id_)
        self._toasts.show("C’est annulé.")


_NO_HISTORY = "Cette fiche n’est pas de celles que l’on modifie\u00a0: elle n’a pas d’historique."
_EMPTY_BIN = "La corbeille est vide. Exemples supprimés, brouillons et notes jetés y restent, et reviennent d’ici."
_KEPT = (
    f"Les {KEPT_DISCARDED} derniers brouillons jetés et les {KEPT_DISCARDED} dernières notes jetées sont gardés, "
    "et tous les exemples supprimés."
)


# On workers, and imported there: histories are opened on few days.


def _history(services: "Services", id_: str) -> "list[VersionShown]":
    from levers_app.desktop.versions import versions  # noqa: PLC0415

    return versions(services, id_)


def _bin(services: "Services") -> "list[VersionShown]":
    from levers_app.desktop.versions import thrown_away  # noqa: PLC0415

    return thrown_away(services)


def _original(services: "Services", id_: str) -> "list[VersionShown]":
    from levers_app.desktop.versions import local_version  # noqa: PLC0415

    return local_version(services, id_)
