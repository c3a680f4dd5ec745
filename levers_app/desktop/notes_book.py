"""The page of all notes: begun after a model or from a file, opened, renamed, copied, thrown away."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from levers_app.desktop.brief_desk import BriefDesk
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import BRIEF_MARK, Place
from levers_app.services import Services
from levers_app.store.discarding import KEPT_DISCARDED

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.brief_shelf import Shelf
    from levers_app.desktop.notes_page import NotesPage
    from levers_app.desktop.pdf_saving import FolderMemory
    from levers_app.desktop.rows import ListRow
    from levers_app.desktop.versions import VersionShown
    from levers_app.desktop.window import MainWindow

_NOT_THERE = "Cette note n’existe plus."
_NONE = "Aucune note n’a été jetée."
_KEPT = (
    f"Les {KEPT_DISCARDED} dernières notes jetées sont gardées, ici et dans la corbeille\u00a0; "
    "les plus anciennes disparaissent à mesure."
)


class NotesBook(QObject):
    """Owns the page.

    Signals:
        changed: there are more notes or fewer, or another name.
    """

    changed = Signal()

    def __init__(
        self,
        window: "MainWindow",
        toasts: Toasts,
        desk: BriefDesk,
        shelf: "Callable[[], Shelf]",
        folder: "FolderMemory",
    ) -> None:
        """Build nothing yet."""
        super().__init__(window)
        self._window, self._toasts, self._desk = window, toasts, desk
        self._the_shelf, self._folder = shelf, folder
        self._services: Services | None = None
        self._page: NotesPage | None = None
        self._wanted = ""
        window.look.changed.connect(self._renew)

    def begin(self, services: Services) -> None:
        """Use the open base."""
        self._services = services

    @property
    def page(self) -> "NotesPage":
        """The page, made now if it was not yet."""
        return self._page or self._make_page()

    def show(self) -> None:
        """Bring the page to the front."""
        self._window.pages.setCurrentWidget(self.page)
        self._list(focus=True)

    def _open(self, brief: "Brief") -> None:
        self._window.navigator.open(BRIEF_MARK + brief.id)

    def _list(self, *, focus: bool = False) -> None:
        services, shelf = self._services, self._the_shelf()
        if services is not None:
            self._window.jobs.note(lambda: (focus, _rows(services, shelf)), self._show_rows, self._window.tell_error)

    def _show_rows(self, found: "tuple[bool, tuple[tuple[ListRow, ...], tuple[ListRow, ...], int]]") -> None:
        focus, rows = found
        self.page.show_notes(*rows)
        if focus and self._window.navigator.place.page == "notes":
            self.page.take_focus(self._wanted)
            self._wanted = ""

    @Slot(str)
    def new(self, model: str) -> None:
        """Begin a note after a model (``model:…``)."""
        shelf, key = self._the_shelf(), model.removeprefix("model:")

        def done(brief: "Brief") -> None:
            self.changed.emit()
            self._open(brief)

        self._window.jobs.note(lambda: shelf.new(shelf.model(key)), done, self._window.tell_error)

    @Slot()
    def ask_file(self) -> None:
        """Ask for the file of a note that a colleague or another computer saved."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - when asked for

        from levers_app.catalogue.brief_file import SUFFIX  # noqa: PLC0415 - the same

        dialog = QFileDialog(
            self._window, "Ouvrir un fichier de note", str(self._folder()), f"Note de Leviers (*{SUFFIX})"
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    @Slot(str)
    def open_file(self, name: str) -> None:
        """Keep the note of a file as a note of this person, and open it."""
        shelf = self._the_shelf()

        def done(brief: "Brief") -> None:
            self.changed.emit()
            self._open(brief)

        self._window.jobs.note(lambda: shelf.take_in(Path(name)), done, self._window.tell_error)

    @Slot(str)
    def copy(self, record: str) -> None:
        """Make another note with the same choices, and open it."""
        shelf, id_ = self._the_shelf(), record.removeprefix(BRIEF_MARK)

        def done(brief: "Brief | None") -> None:
            if brief is not None:
                self.changed.emit()
                self._open(brief)
                self._toasts.show(f"Vous êtes dans la copie\u00a0: «\u00a0{brief.name}\u00a0».")

        self._window.jobs.note(lambda: shelf.copy(id_), done, self._window.tell_error)

    @Slot(str)
    def discard(self, record: str) -> None:
        """Throw a note away; a message offers to take it back."""
        shelf, id_ = self._the_shelf(), record.removeprefix(BRIEF_MARK)

        def done(_: object) -> None:
            self.list_anew()
            self._toasts.show("La note est jetée.", undoing(partial(self._undo, id_)), about=BRIEF_MARK + id_)

        self._desk.let_go(id_)
        self._window.jobs.note(lambda: shelf.discard(id_), done, self._window.tell_error)
        if self._window.navigator.place.page == "brief":
            self._window.navigator.show_instead(Place(page="notes"))

    def _undo(self, id_: str) -> None:
        briefs = self._desk.services.briefs
        self._window.jobs.note(lambda: briefs.bring_back(id_), lambda _: self.list_anew(), self._window.tell_error)

    # -- those that were thrown away

    @Slot()
    def show_thrown_away(self) -> None:
        """List the notes that can still be brought back."""
        services = self._services
        if services is not None:
            self._window.jobs.read(lambda: _thrown_away(services), self._show_thrown_away, self._window.tell_error)

    def _show_thrown_away(self, notes: "list[VersionShown]") -> None:
        from levers_app.desktop.history_dialog import HistoryDialog, HistoryWords  # noqa: PLC0415 - when asked for

        words = HistoryWords("Notes jetées", _NONE, "Rétablir", _KEPT, "Notes jetées", "Ce qu’elle contient")
        window = self._window
        HistoryDialog(words, notes, self._restore, window.look.theme, window).open()

    def _restore(self, note: "VersionShown") -> None:
        self.bring_back(note.record_id)

    @Slot(str)
    def bring_back(self, record: str) -> None:
        """Take a note back that was thrown away, and show it among the others."""
        id_, briefs = record.removeprefix(BRIEF_MARK), self._desk.services.briefs
        self._toasts.withdraw(record)  # it would do the same

        def work() -> "Brief | None":
            briefs.bring_back(id_)
            return briefs.get(id_)

        def done(brief: "Brief | None") -> None:
            self._toasts.show("La note est de nouveau dans la liste." if brief else _NOT_THERE)
            self._wanted = record
            self.changed.emit()
            if self._window.navigator.place.page == "notes":
                self._list(focus=True)
            else:
                self._window.navigator.go_page("notes")

        self._window.jobs.note(work, done, self._window.tell_error)

    @Slot(str)
    def ask_name(self, record: str) -> None:
        """Ask for another name of a note."""
        from levers_app.desktop.name_dialog import NameDialog  # noqa: PLC0415 - when asked for

        name = next((row.plain_title for row in self.page.list.rows.rows if row.id == record), "")
        dialog = NameDialog("Renommer la note", "Nom de la note", name, self._window)
        dialog.named.connect(partial(self._rename, record.removeprefix(BRIEF_MARK)))
        dialog.open()

    def _rename(self, id_: str, name: str) -> None:
        shelf = self._the_shelf()

        def work() -> "Brief | None":
            brief = shelf.open(id_)
            return None if brief is None else shelf.keep(replace(brief, name=name))

        def done(brief: "Brief | None") -> None:
            if brief is not None:
                self._desk.take(brief)
            self.list_anew()

        self._window.jobs.note(work, done, self._window.tell_error)

    @Slot()
    def list_anew(self) -> None:
        """There are more notes or fewer, or another name: the page follows, if it is shown."""
        self.changed.emit()
        if self._window.navigator.place.page == "notes":
            self._list()

    # -- parts

    def _make_page(self) -> "NotesPage":
        from levers_app.desktop.notes_page import NotesPage  # noqa: PLC0415 - most days nobody composes

        page = self._page = NotesPage(self._window.look.theme, self._window.pages)
        page.new_wanted.connect(self.new)
        page.open_wanted.connect(self._window.navigator.open)
        page.file_wanted.connect(self.ask_file)
        page.thrown_away_wanted.connect(self.show_thrown_away)
        page.list.rename_wanted.connect(self.ask_name)
        page.list.copy_wanted.connect(self.copy)
        page.list.discard_wanted.connect(self.discard)
        self._window.pages.addWidget(page)
        return page

    @Slot()
    def _renew(self) -> None:
        """Make the page anew in another look."""
        old = self._page
        if old is None:
            return
        shown = self._window.pages.currentWidget() is old
        self._page = None
        self._window.pages.removeWidget(old)
        old.deleteLater()
        if shown:
            self._window.pages.setCurrentWidget(self.page)
            self._list(focus=True)


def _rows(services: "Services", shelf: "Shelf") -> "tuple[tuple[ListRow, ...], tuple[ListRow, ...], int]":
    from levers_app.desktop.note_rows import model_rows, note_rows  # noqa: PLC0415 - on a worker, when asked for

    models = shelf.models()
    return model_rows(models), note_rows(services.briefs.all(), models), len(services.briefs.discarded())


def _thrown_away(services: "Services") -> "list[VersionShown]":
    from levers_app.desktop.versions import thrown_notes  # noqa: PLC0415 - on a worker, when asked for

    return thrown_notes(services)
