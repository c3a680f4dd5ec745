"""A picture of the real window, drawn where there is no screen."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NBSP
from levers_app.desktop.place import Place
from levers_app.desktop.program import Program, make_application
from levers_app.desktop.rows import Listing

if TYPE_CHECKING:  # as everywhere in this package: see app.py
    from levers_app.services import Services

_PATIENCE = 60_000
"""Milliseconds before giving up; the whole takes about two seconds."""


class PictureError(LeviersError):
    """The window could not be drawn, or its picture not written."""

    def __init__(self, path: Path) -> None:
        """``path`` is where the picture was to be."""
        super().__init__(
            f"L’image de la fenêtre n’a pas pu être écrite dans «{NBSP}{path}{NBSP}». "
            "Vérifiez que ce nom est libre et qu’il reste de la place sur le disque."
        )


def draw_window(services: "Services", words: str, path: Path) -> None:
    """Write a picture of the window as it shows a search for ``words`` and the first sheet found.

    Nothing is remembered of it: no visit, no state of the window.

    Raises:
        PictureError: the picture cannot be made.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read when the application is made
    make_application()
    program = Program(services.folder, lambda _: services, remembers=False)
    sitting = _Sitting(program, words, path)
    try:
        sitting.hold()
    finally:
        program.window.close()
        program.jobs.close()


class _Sitting(QObject):
    """Leads the window to what is to be seen, step by step as it announces what it shows.

    Signals:
        ended: the picture is taken, or there will be none.
    """

    ended = Signal()

    def __init__(self, program: Program, words: str, path: Path) -> None:
        super().__init__(program)
        self._program = program
        self._words = words
        self._path = path
        self._error: Exception | None = PictureError(path)
        self._navigator = program.window.navigator
        program.index_followed.connect(self._search)
        self._navigator.listing_ready.connect(self._wait_for_sheet)
        self._navigator.sheet_ready.connect(self._settle)
        self._navigator.sheet_failed.connect(self._settle)
        program.jobs.unexpected.connect(self._give_up)

    def hold(self) -> None:
        """Show the window until the picture is taken."""
        loop = QEventLoop(self)
        self.ended.connect(loop.quit)
        QTimer.singleShot(_PATIENCE, self, self.ended.emit)
        self._program.window.show()
        self._program.open_base()
        loop.exec()
        if self._error is not None:
            raise self._error

    @Slot()
    def _search(self) -> None:
        self._navigator.search(self._words)

    @Slot(object, object)
    def _wait_for_sheet(self, _place: Place, listing: Listing) -> None:
        if not listing.rows:
            self._settle()

    @Slot()
    def _settle(self) -> None:
        QTimer.singleShot(0, self, self._take)

    @Slot()
    def _take(self) -> None:
        self._program.window.top.search.setFocus()
        if self._program.window.grab().save(str(self._path)):
            self._error = None
        self.ended.emit()

    @Slot(object)
    def _give_up(self, error: Exception) -> None:
        self._error = error
        self.ended.emit()
