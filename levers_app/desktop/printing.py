"""« Imprimer »: a private PDF, the system's print dialog, then the pages go to the printer behind the window."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Slot
from PySide6.QtWidgets import QDialog, QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.dialogs import Choice, Dialog, fit_to_screen
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.messages import Toasts, tell
from levers_app.desktop.paper import PaperOrder
from levers_app.desktop.pdf_saving import PdfSaving

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

# QtPrintSupport and PDFium are imported inside functions: start-up does not pay for printing.


class Printing(QObject):
    """Prints orders, one at a time; the prepared file is private and goes away with the work."""

    def __init__(self, window: QWidget, jobs: Jobs, toasts: Toasts, saving: PdfSaving) -> None:
        """``window`` owns the dialogs; ``saving`` takes over where there is no printer."""
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._toasts = toasts
        self._saving = saving
        self._order: PaperOrder | None = None
        self._folder: QTemporaryDir | None = None
        self._printer: QPrinter | None = None

    def ask(self, order: PaperOrder) -> None:
        """Ask how to print ``order``; does nothing while another is under way."""
        if self._folder is not None:
            return
        self._order = order
        if not printer_names():
            self._tell_no_printer()
            return
        self._folder = QTemporaryDir()
        self._jobs.read(partial(_prepare, order, self._prepared_file()), self._show_dialog, self._failed)

    def _tell_no_printer(self) -> None:
        dialog = Dialog("Imprimer", self._window)
        dialog.add_heading("Aucune imprimante")
        dialog.add_text(
            "Aucune imprimante n’est installée sur cet ordinateur. Vous pouvez enregistrer en PDF et imprimer ailleurs."
        )
        dialog.add_choices((Choice("Enregistrer en PDF", self._save_instead),))
        dialog.add_close()
        dialog.open()

    def _save_instead(self) -> None:
        if self._order is not None:
            self._saving.ask(self._order)

    def _show_dialog(self, pages: int) -> None:
        self._printer = new_printer(self._order.title if self._order else "")
        dialog = print_dialog(self._printer, pages, self._window)
        dialog.finished.connect(self._answered)
        fit_to_screen(dialog)
        QDialog.open(dialog)  # QPrintDialog hides it behind an open() of its own, which wants a receiver

    @Slot(int)
    def _answered(self, result: int) -> None:
        if result != QDialog.DialogCode.Accepted or self._printer is None:
            self._finish()
            return
        self._toasts.show("Impression en cours…")
        self._jobs.read(partial(_send, self._prepared_file(), self._printer), self._printed, self._failed)

    def _printed(self, pages: int) -> None:
        self._finish()
        self._toasts.show("1 page envoyée." if pages == 1 else f"{pages} pages envoyées.")

    def _failed(self, error: Exception) -> None:
        self._finish()
        self._toasts.clear()
        if isinstance(error, LeviersError):
            tell(self._window, error, Choice("Enregistrer en PDF", self._save_instead))
        else:
            self._jobs.unexpected.emit(error)

    def _finish(self) -> None:
        """Let go of the printer and remove the prepared file."""
        self._printer = None
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    def _prepared_file(self) -> Path:
        assert self._folder is not None  # noqa: S101 - only called between ask and _finish
        return Path(self._folder.filePath("impression.pdf"))


def printer_names() -> list[str]:
    """Names of the printers that the system knows."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - see the head of the file

    return QPrinterInfo.availablePrinterNames()


def new_printer(title: str) -> "QPrinter":
    """Return the default printer, ready for a document named ``title``."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - see the head of the file

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    return printer


def print_dialog(printer: "QPrinter", pages: int, parent: QWidget) -> "QPrintDialog":
    """Return the system's dialog for a document of ``pages`` pages."""
    from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - see the head of the file

    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Imprimer")
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    return dialog


def _prepare(order: PaperOrder, path: Path) -> int:
    from levers_app.desktop.pdf_printing import page_count  # noqa: PLC0415 - see the head of the file

    return page_count(order.write_at(path))


def _send(path: Path, printer: "QPrinter") -> int:
    from levers_app.desktop.pdf_printing import print_pdf  # noqa: PLC0415 - see the head of the file

    return print_pdf(path, printer)
