"""Notes in the window: adding a sheet to one, the page of all of them, and the desk on which one is composed."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from levers_app.desktop.brief_desk import BriefDesk
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import Toasts
from levers_app.desktop.place import BRIEF_MARK, DRAFT_MARK, Place
from levers_app.sheets.wording import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.brief_actions import BriefActions
    from levers_app.desktop.brief_page import BriefPage
    from levers_app.desktop.brief_saving import BriefSaving
    from levers_app.desktop.brief_shelf import Added, Shelf
    from levers_app.desktop.notes_page import NotesPage
    from levers_app.desktop.pdf_saving import FolderMemory
    from levers_app.desktop.rows import ListRow
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
        self._actions: BriefActions | None = None
        self._page: NotesPage | None = None
        self._current = ""
        self.desk = BriefDesk(window, toasts, self._the_shelf)
        self.desk.kept.connect(self._follow)
        self.desk.made.connect(self._connect)
        window.look.changed.connect(self._renew)

    def begin(self, services: "Services") -> None:
        """Use the open base; say in the top bar what the present note holds."""
        self._services = services
        self._shelf = None
        self.desk.begin(services)
        self._window.top.show_note(None)
        if not self._window.jobs.closing:
            self._window.jobs.read(
                lambda: self._the_shelf().current() if services.personal.count_briefs() else None, self._show_count
            )

    @property
    def busy(self) -> bool:
        """Whether something waits to be kept or printed."""
        return self.desk.busy

    @property
    def page(self) -> "NotesPage":
        """The page of all notes, made now if it was not yet."""
        return self._page or self._make_page()

    @property
    def saving(self) -> "BriefSaving":
        """What takes the note out of here."""
        if self._saving is None:
            from levers_app.desktop.brief_saving import BriefSaving  # noqa: PLC0415 - when a note leaves

            assert self._services is not None  # noqa: S101 - a note is open
            self._saving = BriefSaving(self._window, self._toasts, self._services, self.desk, self._folder)
        return self._saving

    # -- adding

    def add(self, record: str) -> None:
        """Ctrl+B: put a record into the present note."""
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
        undo = Choice("Annuler", partial(self._take_back, added))
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
            return
        self._window.pages.setCurrentWidget(self.page)
        self._list(focus=True)

    @property
    def panes(self) -> "tuple[QWidget, ...]":
        """What F6 goes through."""
        page = self._window.navigator.place.page
        return self.desk.page.panes if page == "brief" else (self.page.list, self.page.models)

    # -- all notes

    def _list(self, *, focus: bool = False) -> None:
        services, shelf = self._services, self._the_shelf()
        if services is not None:
            self._window.jobs.note(lambda: (focus, _rows(services, shelf)), self._show_rows, self._window.tell_error)

    def _show_rows(self, found: "tuple[bool, tuple[tuple[ListRow, ...], tuple[ListRow, ...]]]") -> None:
        focus, (models, notes) = found
        self.page.show_notes(models, notes)
        if focus and self._window.navigator.place.page == "notes":
            self.page.take_focus()

    @Slot(str)
    def new(self, model: str) -> None:
        """Begin a note after a model (``model:…``)."""
        shelf, key = self._the_shelf(), model.removeprefix("model:")

        def done(brief: "Brief") -> None:
            self.notes_changed.emit()
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
            self.notes_changed.emit()
            self._open(brief)

        self._window.jobs.note(lambda: shelf.take_in(Path(name)), done, self._window.tell_error)

    @Slot(str)
    def copy(self, record: str) -> None:
        """Make another note with the same choices, and open it."""
        shelf, id_ = self._the_shelf(), record.removeprefix(BRIEF_MARK)

        def done(brief: "Brief | None") -> None:
            if brief is not None:
                self.notes_changed.emit()
                self._open(brief)
                self._toasts.show(f"Vous êtes dans la copie\u00a0: «\u00a0{brief.name}\u00a0».")

        self._window.jobs.note(lambda: shelf.copy(id_), done, self._window.tell_error)

    @Slot(str)
    def discard(self, record: str) -> None:
        """Throw a note away; a message offers to take it back."""
        services, id_ = self._services, record.removeprefix(BRIEF_MARK)
        if services is None:
            return
        briefs = services.briefs
        self.desk.let_go(id_)
        self._current = "" if self._current == id_ else self._current
        self._window.jobs.note(lambda: briefs.discard(id_), self._listed_anew, self._window.tell_error)
        if self._window.navigator.place.page == "brief":
            self._window.navigator.show_instead(Place(page="notes"))
        self._toasts.show("La note est jetée.", Choice("Annuler", partial(self._bring_back, id_)))

    def _bring_back(self, id_: str) -> None:
        services = self._services
        if services is not None:
            self._window.jobs.note(lambda: services.briefs.bring_back(id_), self._listed_anew, self._window.tell_error)

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
                self.desk.take(brief)
            self._listed_anew(None)

        self._window.jobs.note(work, done, self._window.tell_error)

    def _listed_anew(self, _: object) -> None:
        self._show_current()
        self.notes_changed.emit()
        if self._window.navigator.place.page == "notes":
            self._list()

    # -- the present note

    @Slot(object)
    def _follow(self, brief: "Brief") -> None:
        """This note is the present one."""
        self._current = brief.id
        self._show_count(brief)

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
        from levers_app.desktop.brief_actions import BriefActions  # noqa: PLC0415 - when a note is opened

        if self._actions is None and self._services is not None:
            self._actions = BriefActions(self._window, self._toasts, self.desk, self._the_shelf(), self._services)
            self._actions.copy_wanted.connect(self.copy)
            self._actions.discard_wanted.connect(self.discard)
        if self._actions is not None:
            self._actions.connect_page(page)
        preview = page.preview
        preview.save_wanted.connect(self.save)
        preview.print_wanted.connect(self.print)
        preview.copy_wanted.connect(self.copy_text)

    def _make_page(self) -> "NotesPage":
        from levers_app.desktop.notes_page import NotesPage  # noqa: PLC0415 - most days nobody composes

        page = self._page = NotesPage(self._window.look.theme, self._window.pages)
        page.new_wanted.connect(self.new)
        page.open_wanted.connect(self._window.navigator.open)
        page.file_wanted.connect(self.ask_file)
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


def _rows(services: "Services", shelf: "Shelf") -> "tuple[tuple[ListRow, ...], tuple[ListRow, ...]]":
    from levers_app.desktop.note_rows import model_rows, note_rows  # noqa: PLC0415 - on a worker, when asked for

    models = shelf.models()
    return model_rows(models), note_rows(services.briefs.all(), models)
