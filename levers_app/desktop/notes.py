"""Notes in the window: adding a sheet to one, the page of all of them, and the desk on which one is composed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from levers_app.desktop.brief_desk import BriefDesk
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.notes_book import NotesBook
from levers_app.desktop.place import BRIEF_MARK, DRAFT_MARK, Place, sheet_of
from levers_app.sheets.wording import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.brief_commands import BriefCommands
    from levers_app.desktop.brief_page import BriefPage
    from levers_app.desktop.brief_saving import BriefSaving
    from levers_app.desktop.brief_shelf import Added, Shelf
    from levers_app.desktop.pdf_saving import FolderMemory
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

_DRAFT = "Un brouillon ne va pas dans une note\u00a0: envoyez-le d’abord, puis ajoutez la fiche de l’exemple."


class Notes(QObject):
    """Owns what has to do with notes.

    Signals:
        notes_changed: there are more notes or fewer.
    """

    notes_changed = Signal()

    def __init__(self, window: "MainWindow", toasts: Toasts, folder: "FolderMemory") -> None:
        """Build nothing yet; ``folder`` remembers where the last file went."""
        super().__init__(window)
        self._window, self._toasts, self._folder = window, toasts, folder
        self._services: Services | None = None
        self._shelf: Shelf | None = None
        self._saving: BriefSaving | None = None
        self.actions: BriefCommands | None = None
        self._current = ""
        self.desk = BriefDesk(window, toasts, self._the_shelf)
        self.desk.kept.connect(self._follow)
        self.desk.made.connect(self._connect)
        self.book = NotesBook(window, toasts, self.desk, self._the_shelf, folder)
        self.book.changed.connect(self._show_current)
        self.book.changed.connect(self.notes_changed)
        self.desk.brought_back.connect(self.book.list_anew)

    def begin(self, services: "Services") -> None:
        """Use the open base; say in the top bar what the present note holds."""
        self._services = services
        self._shelf = None
        self.desk.begin(services)
        self.book.begin(services)
        self._window.top.show_note(None)
        self._window.jobs.note(
            lambda: self._the_shelf().current() if services.personal.count_briefs() else None,
            self._show_count,
            self._window.tell_error,
        )

    @property
    def busy(self) -> bool:
        """Whether something waits to be kept or printed; tests wait for that."""
        return self.desk.busy

    @property
    def saving(self) -> "BriefSaving":
        """What takes the note out of here."""
        if self._saving is None:
            from levers_app.desktop.brief_saving import BriefSaving  # noqa: PLC0415 - when a note leaves

            self._saving = BriefSaving(self._window, self._toasts, self.desk, self._folder)
        return self._saving

    # -- adding

    def add(self, record: str) -> None:
        """Ctrl+B: put a record into the present note."""
        record = sheet_of(record)
        if record.startswith(DRAFT_MARK):
            self._toasts.show(_DRAFT)
            return
        if self._services is None or not record or record.startswith(BRIEF_MARK):
            return
        self.desk.keep()
        shelf, current = self._the_shelf(), self._current
        self._window.jobs.note(lambda: shelf.add(record, current), self._added, self._window.tell_error)

    def _added(self, added: "Added") -> None:
        brief = added.brief
        self.desk.take(brief)
        self._follow(brief)
        name, count = f"«\u00a0{brief.name}\u00a0»", counted(len(brief.items), "élément")
        way = Choice("Ouvrir la note", partial(self._window.navigator.open, BRIEF_MARK + brief.id))
        if added.what == "there":
            self._toasts.show(f"Déjà dans {name}\u00a0: {count}.", way)
            return
        undo = undoing(partial(self._take_back, added))
        self._toasts.show(f"Ajouté à {name}\u00a0: {count}.", undo, way)
        if added.before is None:
            self.notes_changed.emit()

    def _take_back(self, added: "Added") -> None:
        shelf = self._the_shelf()
        self._window.jobs.note(
            lambda: shelf.take_back(added), partial(self._taken_back, added), self._window.tell_error
        )

    def _taken_back(self, added: "Added", brief: "Brief | None") -> None:
        if brief is None:
            self.desk.let_go(added.brief.id)
            self._show_current()
            self.notes_changed.emit()
        else:
            self.desk.take(brief)
            self._follow(brief)
        self._toasts.show("C’est annulé.")

    # -- opening

    @Slot()
    def open_current(self) -> None:
        """Open the present note, or the page of notes where there is none."""
        if self._services is None:
            return
        self.desk.keep()
        shelf, current = self._the_shelf(), self._current
        self._window.jobs.note(lambda: shelf.current(current), self._open, self._window.tell_error)

    def _open(self, brief: "Brief | None") -> None:
        if brief is None:
            self._window.navigator.go_page("notes")
        else:
            self._window.navigator.open(BRIEF_MARK + brief.id)

    def show_place(self, place: Place) -> None:
        """Show all notes, or the one of a place."""
        self._window.status.show_page("")
        if place.page == "brief":
            self.desk.show_place(place)
        else:
            self.book.show()

    @property
    def panes(self) -> "tuple[QWidget, ...]":
        """What F6 goes through."""
        page = self._window.navigator.place.page
        return self.desk.page.panes if page == "brief" else (self.book.page.list, self.book.page.models)

    # -- the present note

    @Slot(object)
    def _follow(self, brief: "Brief") -> None:
        """This note is the present one."""
        self._current = brief.id
        self._show_count(brief)

    @Slot()
    def _show_current(self) -> None:
        shelf, current = self._the_shelf(), self._current
        self._window.jobs.note(lambda: shelf.current(current), self._show_count, self._window.tell_error)

    def _show_count(self, brief: "Brief | None") -> None:
        if brief is None:
            self._window.top.show_note(None)
        else:
            self._window.top.show_note(len(brief.items), brief.name)

    # -- parts

    def _the_shelf(self) -> "Shelf":
        if self._shelf is None:
            from levers_app.desktop.brief_shelf import Shelf  # noqa: PLC0415 - most days nobody composes

            assert self._services is not None  # noqa: S101 - the base is open
            self._shelf = Shelf(self._services)
        return self._shelf

    @Slot(object)
    def _connect(self, page: "BriefPage") -> None:
        """Connect a new page of the desk to what is done there beside composing."""
        from levers_app.desktop.brief_commands import BriefCommands  # noqa: PLC0415 - when a note is opened

        if self.actions is None:
            self.actions = BriefCommands(self._window, self._toasts, self.desk, self._the_shelf)
            self.actions.copy_wanted.connect(self.book.copy)
            self.actions.discard_wanted.connect(self.book.discard)
        self.actions.connect_page(page)
        preview = page.preview
        preview.save_wanted.connect(self.save)
        preview.print_wanted.connect(self.print)
        preview.copy_wanted.connect(self.copy_text)

    # -- taking it out

    @Slot()
    def save(self) -> None:
        """Ask in which form and where to save the note."""
        self.saving.save()

    @Slot()
    def print(self) -> None:
        """Print through the system's dialog."""
        self.saving.print()

    @Slot()
    def copy_text(self) -> None:
        """Put the note on the clipboard."""
        self.saving.copy()
