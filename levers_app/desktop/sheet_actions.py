"""What one does with the open sheet: favourite, copy, PDF, print."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from levers_app.catalogue.brief import Options, of_sheets
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.messages import Toasts, tell
from levers_app.desktop.navigator import Navigator
from levers_app.desktop.opening import ask_if_restricted, open_copy
from levers_app.desktop.paper import PaperOrder, brief_order
from levers_app.desktop.pdf_saving import PdfSaving
from levers_app.desktop.place import DRAFT_MARK, Depth
from levers_app.desktop.printing import Printing
from levers_app.desktop.sheet_pane import SheetPane
from levers_app.services import Services
from levers_app.sheets.complement import without_complement
from levers_app.sheets.document import AttachedItem, Document
from levers_app.sheets.html import to_html
from levers_app.sheets.leaving import NOT_COPIED, DraftStaysError, RestrictedError, for_others, is_restricted
from levers_app.sheets.text import to_markdown, to_text

_FOLDER_SETTING = "pdf_folder"


class SheetActions(QObject):
    """Connects the sheet's buttons and keys to what they do."""

    def __init__(self, window: QWidget, sheet: SheetPane, navigator: Navigator, jobs: Jobs, toasts: Toasts) -> None:
        """``toasts`` tell what was done."""
        super().__init__(window)
        self._window = window
        self._sheet = sheet
        self._navigator = navigator
        self._jobs = jobs
        self._toasts = toasts
        self._services: Services | None = None
        self._saving = PdfSaving(window, jobs, toasts, self.pdf_folder)
        self._printing = Printing(window, jobs, toasts, self._saving)
        sheet.page.pictures.begin(jobs)
        for text in (sheet.page.body, sheet.page.margin):
            text.attached_requested.connect(self.open_attached)
        sheet.favourite_toggled.connect(self._set_favourite)
        navigator.favourite_failed.connect(self._put_star_back)
        sheet.copy_requested.connect(self.copy)
        sheet.copy_refused.connect(self._tell_refused)
        sheet.pdf_requested.connect(self.save_pdf)
        sheet.print_requested.connect(self.print_sheet)

    def begin(self, services: Services) -> None:
        """Use the open base."""
        self._services = services

    @Slot()
    def toggle_favourite(self) -> None:
        """Ctrl+D."""
        if (document := self._sheet.document) is not None:
            on = not self._navigator.is_favourite(document.id)
            self._sheet.set_favourite(on)
            self._set_favourite(document.id, on)

    @Slot()
    def copy(self) -> None:
        """Put the sheet on the clipboard, as formatted text, Markdown and plain text, at the depth shown."""
        if (document := self._sheet.document) is not None:
            self._let_out(document, "Copier quand même", self._copy)

    @Slot()
    def _tell_refused(self) -> None:
        self._toasts.show(NOT_COPIED)

    def _copy(self, document: Document) -> None:
        QGuiApplication.clipboard().setMimeData(_mime_data(document, self._sheet.shown_depth))
        self._toasts.show("La fiche est copiée.")

    def _let_out(self, document: Document, anyway: str, do: Callable[[Document], object]) -> None:
        """Do what takes a sheet out of here; with a restricted example only after the person said so, this once."""
        outside = for_others(document)
        if not self._sheet.header.prints_local.isChecked():
            outside = without_complement(outside)
        if document.id.startswith(DRAFT_MARK):
            tell(self._window, DraftStaysError())
        elif is_restricted(document):
            error = RestrictedError(document.title, "Vous pouvez le sortir cette fois\u202f; il portera la mention.")
            tell(self._window, error, Choice(anyway, partial(do, outside)))
        else:
            do(outside)

    @Slot(object)
    def open_attached(self, item: AttachedItem) -> None:
        """Show a photo or document with the program of the system: the person chose it."""
        services, document = self._services, self._sheet.document
        if services is None or document is None:
            return
        path, name, media = Path(item.path), item.name, item.media
        open_it = partial(
            open_copy, self._jobs, lambda: services.copies.make(path, name, media), name, self._toasts.show
        )
        ask_if_restricted(self._window, open_it, restricted=is_restricted(document))

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to save the sheet as PDF."""
        if (document := self._sheet.document) is not None:
            self._let_out(document, "Enregistrer quand même", self._save)

    @Slot()
    def print_sheet(self) -> None:
        """Print through the system's dialog."""
        if (document := self._sheet.document) is not None:
            self._let_out(document, "Imprimer quand même", self._print)

    def _save(self, document: Document) -> None:
        self._saving.ask(self._order(document))

    def _print(self, document: Document) -> None:
        self._printing.ask(self._order(document))

    def _order(self, document: Document) -> PaperOrder:
        services = self._services
        assert services is not None  # noqa: S101 - a sheet is shown: the base is open
        options = Options(complements=self._sheet.header.prints_local.isChecked(), photos=True)
        brief = of_sheets(document.id, options=options)
        edition = partial(services.edition, brief, restricted=is_restricted(document))
        return brief_order(document.title, edition, lambda: self._jobs.closing)

    @Slot(str, bool)
    def _set_favourite(self, record_id: str, on: bool) -> None:
        self._navigator.toggle_favourite(record_id, on=on)
        done = "Ajoutée aux favoris" if on else "Retirée des favoris"
        lasts = self._services is None or self._services.personal.refusal is None
        self._toasts.show(f"{done}." if lasts else f"{done} jusqu’à la fermeture de Leviers.")

    @Slot(str, bool)
    def _put_star_back(self, record_id: str, on: bool) -> None:
        """What could not be kept is not shown as kept."""
        if (document := self._sheet.document) is not None and document.id == record_id:
            self._sheet.set_favourite(not on)
        self._toasts.show("Le changement des favoris n’a pas été enregistré.")

    def pdf_folder(self, folder: Path | None = None, /) -> Path:
        """Return the folder of the last PDF; remember ``folder`` first when it is given."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if self._services is None:
            return folder or Path(documents)
        personal = self._services.personal
        if folder is not None:
            personal.set_setting(_FOLDER_SETTING, str(folder))
        kept = Path(personal.setting(_FOLDER_SETTING, documents))
        return kept if kept.is_dir() else Path(documents)


def _mime_data(document: Document, depth: Depth) -> QMimeData:
    data = QMimeData()
    data.setText(to_text(document, depth))
    data.setHtml(to_html(document, depth))
    data.setData("text/markdown", to_markdown(document, depth).encode())
    return data
