"""The real window, driven without a person: for the pictures and for the measures."""

import sys
import time
from pathlib import Path
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from levers_app.app import TURN, open_folder
from levers_app.desktop.program import Program, make_application, set_aside_what_stays
from levers_app.desktop.window import MainWindow
from levers_app.paths import DataFolder

_PATIENCE = 300.0


class DrivenWindow:
    """The window over a data folder; it neither finds nor leaves a place or size of its own."""

    def __init__(self, folder: Path) -> None:
        """Make the window; nothing is shown or opened yet."""
        sys.setswitchinterval(TURN)
        self.app = make_application()
        self.program = Program(DataFolder(folder), open_folder, remembers=False)
        set_aside_what_stays(self.program.window)
        self._errors: list[Exception] = []
        self.program.jobs.unexpected.connect(self._keep)

    @property
    def window(self) -> MainWindow:
        """The window itself."""
        return self.program.window

    def show(self, width: int, height: int) -> None:
        """Show the window in this size, whatever the screen."""
        self.window.show()
        self.window.resize(width, height)
        self.pause(0)

    def open_base(self) -> None:
        """Open the base and wait until the window is filled and the index in step."""
        self.program.open_base()
        self.settle()

    def settle(self) -> None:
        """Wait until no job runs, no timer of the search or of the list is due, and everything is painted.

        Raises:
            RuntimeError: an error that nobody expected, or no end to it.
        """
        end = time.monotonic() + _PATIENCE
        while self._is_busy():
            if time.monotonic() > end:
                raise RuntimeError("the window does not come to rest")
            self.pause(5)
        self.pause(0)
        if self._errors:
            raise RuntimeError("unexpected error in the window") from self._errors[0]

    def pause(self, milliseconds: int) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def type_letter(self, letter: str) -> None:
        """Press the key of ``letter`` where the keyboard is."""
        self._press(Qt.Key.Key_unknown, letter)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        self._press(key, "")

    def close(self) -> None:
        """Close the window and wait for its jobs."""
        self.window.close()
        self.program.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _is_busy(self) -> bool:
        window = self.window
        timers = (window.top.search.pause, window.home.search.pause, window.navigator.glance_timer, window.look.pause)
        begins = self.program.services is not None and not self.program.began
        desks = (window.workspace.desk, window.workspace.briefs, window.workspace.advice) if self.program.began else ()
        writes = any(desk.busy for desk in desks)
        return begins or writes or self.program.jobs.busy or any(timer.isActive() for timer in timers)

    def _press(self, key: Qt.Key, text: str) -> None:
        target = QApplication.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(target, event)

    @Slot(object)
    def _keep(self, error: Exception) -> None:
        self._errors.append(error)
