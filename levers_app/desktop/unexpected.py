"""Errors that nobody foresaw: one place that logs them and shows one calm dialog with a report to copy."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.diagnostic import versions, without_home
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.messages import tell

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_REPORTS_KEPT = 5


def report(error: BaseException) -> str:
    """Return versions and traceback, without the person's name in the paths."""
    return without_home(f"{versions()}\n\n{''.join(traceback.format_exception(error))}")


class UnexpectedErrors(QObject):
    """The hook for all errors that reach an edge: slots, threads, background jobs, Qt's own complaints.

    An error of the same kind at the same place is told once, then only logged.
    """

    _arrived = Signal(object)

    def __init__(self, show_log: Callable[[], object], parent: QObject | None = None) -> None:
        """``show_log`` opens the log; nothing is hooked before :meth:`install`."""
        super().__init__(parent)
        self._show_log = show_log
        self._told: set[tuple[str, str, int]] = set()
        self._dialog: ErrorDialog | None = None
        self._sentence: Dialog | None = None
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks of Python and Qt."""
        sys.excepthook = self._in_main_thread
        threading.excepthook = self._in_thread
        qInstallMessageHandler(_log_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back, before the application object goes."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    @Slot(object)
    def handle(self, error: BaseException) -> None:
        """Log ``error`` and tell the person; any thread may call this."""
        if isinstance(error, LeviersError):
            _log.warning("%s", type(error).__name__)
        else:
            _log.error("Unexpected error", exc_info=error)
        self._arrived.emit(error)

    def _in_main_thread(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self.handle(error)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_value)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        if isinstance(error, LeviersError):
            self._sentence = tell(QApplication.activeWindow(), error)
        elif self._dialog is not None:
            self._dialog.add(report(error))
        elif (place := _place(error)) not in self._told:
            self._told.add(place)
            self._open(report(error))

    def _open(self, text: str) -> None:
        self._dialog = ErrorDialog(text, QApplication.activeWindow())
        self._dialog.log_requested.connect(self._open_log)
        self._dialog.destroyed.connect(self._forget)
        self._dialog.open()

    @Slot()
    def _open_log(self) -> None:
        self._show_log()

    @Slot()
    def _forget(self) -> None:
        self._dialog = None


class ErrorDialog(Dialog):
    """What happened, what was kept, what to do, and a report to copy.

    Signals:
        log_requested: the person wants to see the log.
    """

    log_requested = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """``text`` is the report to copy."""
        super().__init__("Erreur inattendue", parent)
        self._reports = [text]
        self.add_heading("Quelque chose n’a pas fonctionné")
        self.add_text(
            "Leviers a rencontré une erreur qu’il ne connaît pas. Ce qui était enregistré est intact, "
            "et vous pouvez continuer à travailler."
        )
        self.add_text(
            "Si cela se reproduit, copiez le rapport et envoyez-le à la personne qui vous aide. "
            "Il contient des versions et des noms de fichiers du programme, aucune fiche."
        )
        self.add_button("Copier le rapport", self._copy)
        self.add_button("Ouvrir le journal", self._ask_log)
        self.add_close()

    def add(self, text: str) -> None:
        """Add the report of an error that came while this dialog was open."""
        if len(self._reports) < _REPORTS_KEPT:
            self._reports.append(text)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._reports))
        self.say("Le rapport est copié.")

    @Slot()
    def _ask_log(self) -> None:
        self.log_requested.emit()
        self.close()


def _place(error: BaseException) -> tuple[str, str, int]:
    """Where the error was raised: the same place again is the same fault."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return (type(error).__name__, last.filename if last else str(error), (last.lineno or 0) if last else 0)


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _qt_log.log(_LEVELS[kind], "%s", message)
