"""The life of the window: made and shown first, then given the base and the index, then closed in order."""

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.french import install_french
from levers_app.desktop.icons import window_icon
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.look import Look
from levers_app.desktop.single_instance import SingleInstance
from levers_app.desktop.theme import load_fonts
from levers_app.desktop.window import MainWindow
from levers_app.desktop.window_state import WindowState, load_state, save_state
from levers_app.paths import DataFolder
from levers_app.store.folder import make_private_folder

if TYPE_CHECKING:  # imported behind the window: YAML, Whoosh and the sheets cost as much as Qt itself
    from levers_app.desktop.unexpected import UnexpectedErrors
    from levers_app.services import Services

Opener = Callable[[DataFolder], "Services"]


class Program(QObject):
    """Window, jobs and services of one session.

    Attributes:
        calm: milliseconds after which work that nobody waits for may begin.
        began: whether that work was begun.

    Signals:
        index_followed: the index is in step with the base, or could not be brought there.
    """

    calm = 500
    index_followed = Signal()
    _index_progressed = Signal(int, int)
    _index_lost = Signal()

    def __init__(self, folder: DataFolder, opener: Opener, *, remembers: bool = True) -> None:
        """Make the window; :meth:`open_base` fills it. One that does not remember leaves no trace of itself."""
        super().__init__()
        self.folder = folder
        self._opener = opener
        self._remembers = remembers
        self.jobs = Jobs(self)
        state = load_state(folder.window) if remembers else WindowState()
        self.look = Look(state.mode, state.zoom, self)
        self.look.apply()
        self.window = MainWindow(self.look, self.jobs, folder, state)
        self.services: Services | None = None
        self.began = False
        self._unexpected: UnexpectedErrors | None = None
        self._index_progressed.connect(self.window.show_index_progress)
        self._index_lost.connect(self._mend_index)
        self._follows = False
        self.window.base_wanted.connect(self.open_base)
        self.window.closing.connect(self._remember)
        self.jobs.unexpected.connect(self._tell_unexpected)
        self.window.navigator.first_shown.connect(self._go_on_soon)

    @Slot()
    def open_base(self) -> None:
        """Open the base behind the window; asked again after an error was mended."""
        self.window.show_opening()
        self.jobs.write(self._open, self._opened, self.window.show_base_error)

    @Slot()
    def begin(self) -> None:
        """Open the base behind the window, and make ready meanwhile what lies behind its first sight.

        Qt's parts are imported here, a few at a time, and never on a worker: PySide makes its types when they are
        first named, and two threads doing so at once crash it (segmentation fault in libshiboken, PySide 6.11).
        """
        gc.enable()  # see app.open_window
        self.open_base()
        self.look.follow_system()
        QGuiApplication.setWindowIcon(window_icon())
        QTimer.singleShot(0, self._import_home)

    @Slot()
    def _import_home(self) -> None:
        from levers_app.desktop import home_parts  # noqa: F401, PLC0415 - behind the window, see app.py

    @Slot()
    def _go_on_soon(self) -> None:
        """Once what was asked for first is painted, go on with what it did without."""
        QTimer.singleShot(0, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self.watch_errors()
        self.window.build_workspace()
        QTimer.singleShot(self.calm, self._begin_index)

    @Slot()
    def _begin_index(self) -> None:
        self.began = True
        self._mend_index()
        self.jobs.write(self._tidy, self._tidied)

    @Slot()
    def _mend_index(self) -> None:
        """Bring the index in step with the base: at start, and when it was damaged or deleted under the window."""
        if not self._follows:
            self._follows = True
            self.window.show_counts()
            self.jobs.write(self._follow_index, self._indexed, self._not_indexed)

    @Slot(object)
    def _tell_unexpected(self, error: Exception) -> None:
        self.watch_errors()
        if self._unexpected is not None:
            self._unexpected.handle(error)

    def watch_errors(self) -> None:
        """Log what happens, and tell the person of errors that nobody expected; from the first one on at the latest."""
        if self._unexpected is not None:
            return
        from levers_app.desktop.unexpected import UnexpectedErrors  # noqa: PLC0415 - behind the window, see app.py
        from levers_app.logs import set_up_logging  # noqa: PLC0415 - the same

        set_up_logging(self.folder.log)
        self._unexpected = UnexpectedErrors(self.window.show_log, self)
        self._unexpected.install()

    def close(self) -> None:
        """Wait for the jobs, give the base back, stop watching."""
        self.jobs.close()
        if self.services is not None:
            self.services.close()
        if self._unexpected is not None:
            from levers_app.logs import close_logging  # noqa: PLC0415 - imported by watch_errors

            self._unexpected.uninstall()
            close_logging()

    def _open(self) -> "Services":
        services = self._opener(self.folder)
        try:
            services.base.check_tables()
        except LeviersError:
            services.close()
            raise
        return services

    def _opened(self, services: "Services") -> None:
        self.services = services
        self.window.begin(services)
        if notice := f"{services.read_only_notice()} {services.personal.notice}".strip():
            self.window.show_notice(notice)

    def _follow_index(self) -> None:
        assert self.services is not None  # noqa: S101 - started by _opened only
        self.services.engine.on_loss = self._index_lost.emit
        self.services.follow_index(self._index_progressed.emit, lambda: self.jobs.closing)

    def _tidy(self) -> None:
        assert self.services is not None  # noqa: S101 - the base is open
        self.services.tidy()

    def _tidied(self, _: object) -> None:
        """Nobody waits for it."""

    def _indexed(self, _: object) -> None:
        self._follows = False
        self.window.index_changed()
        self.index_followed.emit()

    def _not_indexed(self, error: Exception) -> None:
        """The lists and the search by titles go on; the person is told, unless the reason has been told already."""
        self._follows = False
        if isinstance(error, LeviersError):
            if self.services is None or not self.services.base.read_only:
                self.window.show_notice(str(error))
            self.window.index_changed()
        else:
            self.jobs.unexpected.emit(error)
        self.index_followed.emit()

    @Slot()
    def _remember(self) -> None:
        if self._remembers:
            save_state(self.folder.window, self.window.state())


def run_window(folder: DataFolder, opener: Opener) -> int:
    """Show the window of ``folder`` and run it until it is closed; return the exit status.

    A second start on the same folder brings the first window to the front and ends.
    """
    app = make_application()
    with suppress(OSError):  # told by the base when it opens, in the window
        make_private_folder(folder.root)
    instance = SingleInstance(folder.root)
    try:
        if not instance.claim():
            return 0
    except LeviersError as error:
        return _tell_and_end(app, error)
    program = Program(folder, opener)
    instance.raised.connect(program.window.come_to_front)
    set_aside_what_stays(program.window)
    program.window.show()
    QTimer.singleShot(0, program.begin)
    QTimer.singleShot(program.calm, instance.listen)
    status = app.exec()
    program.close()
    instance.release()
    return status


def set_aside_what_stays(window: MainWindow) -> None:
    """Take what was read of the base out of the sight of Python's collector, once.

    It stays as long as the window, and going through it again and again would stop the window for 0.1 s each time.
    """
    window.base_read.connect(gc.freeze, QtCore.Qt.ConnectionType.SingleShotConnection)


def _tell_and_end(app: QApplication, error: LeviersError) -> int:
    """Tell why there will be no window: in a dialog, since who double-clicked sees no terminal, and there too."""
    from levers_app.desktop.messages import tell  # noqa: PLC0415 - not needed by a window that opens

    print(error, file=sys.stderr)  # noqa: T201 - for who started it in a terminal
    Look().apply()
    dialog = tell(None, error)
    dialog.finished.connect(app.quit)
    app.exec()
    return 1


def make_application() -> QApplication:
    """Make the application object: style, fonts, Qt's own texts in French."""
    # The style by its name, as on a command line: QApplication.setStyle would have PySide build all that styles know.
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    assert isinstance(app, QApplication)  # noqa: S101 - this program makes no other kind
    app.setApplicationName("Leviers")
    app.setApplicationDisplayName("Leviers")
    QGuiApplication.setDesktopFileName("leviers")
    install_french(app)
    load_fonts()
    return app
