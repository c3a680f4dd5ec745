"""The pages of the note that is being composed, made anew behind the window after each change."""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal, Slot

from levers_app.apart import CutShortError, Workbench
from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.brief_proof import Proof, import_writer, proof
from levers_app.desktop.jobs import Jobs, ignore
from levers_app.desktop.paper import PaperCutShortError

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.brief import Brief
    from levers_app.services import Services

PAUSE = 300
"""Milliseconds after a change before the pages are made again: while one types, it would be in vain."""
_PATIENCE = 2.0
"""Seconds after which pages that nobody waits for any more are given up: shorter work is sooner done than anew."""


class _SupersededError(Exception):
    """The note changed meanwhile."""


class BriefPress(QObject):
    """Prints the note asked for last, in a process that stays while notes are composed.

    Signals:
        made: a proof of it.
        failed: why there is none.
        working: whether it is being printed.
    """

    made = Signal(object)
    failed = Signal(object)
    working = Signal(bool)

    def __init__(self, jobs: Jobs, services: "Callable[[], Services]", parent: QObject) -> None:
        """Start nothing yet."""
        super().__init__(parent)
        self._jobs, self._services = jobs, services
        self._bench = Workbench()
        self._folder: QTemporaryDir | None = None
        self._wanted: Brief | None = None
        self._printing: Brief | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether pages are still to come."""
        return self._pause.isActive() or self._printing is not None

    def warm_up(self) -> None:
        """Start the process and have it import what it needs: the first pages come sooner."""
        self._jobs.read(partial(self._bench.run, import_writer), ignore, self._not_warm)

    def ask(self, brief: "Brief", *, at_once: bool = False) -> None:
        """Print ``brief`` in place of any other, once nothing more changes for a moment."""
        self._wanted = brief
        self._pause.start(0 if at_once else PAUSE)

    def rest(self) -> None:
        """Nobody looks: give up what is printed and end the process; no note that is to be written waits for that."""
        self._forget()
        self._jobs.read(self._bench.close, ignore)

    def close(self) -> None:
        """The window closes: end the process, whatever else is dropped."""
        self._forget()
        self._jobs.note(self._bench.close, ignore)

    def _forget(self) -> None:
        self._wanted = None
        self._pause.stop()

    @Slot()
    def _begin(self) -> None:
        services, brief = self._services(), self._wanted
        if brief is None or self._printing is not None:
            return
        self._printing = brief
        self.working.emit(True)
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.filePath("apercu.pdf"))
        begun = time.monotonic()

        def check() -> None:
            late = time.monotonic() - begun > _PATIENCE
            if self._jobs.closing or self._wanted is None or (self._wanted is not brief and late):
                raise _SupersededError

        self._jobs.read(
            lambda: proof(services, brief, path, partial(self._bench.run, check=check)), self._take, self._fail
        )

    def _take(self, made: Proof) -> None:
        if self._end():
            self.made.emit(made)
        elif made.pages is not None:
            made.pages.close()

    def _fail(self, error: Exception) -> None:
        if not self._end(given_up=isinstance(error, _SupersededError)):
            return
        if isinstance(error, CutShortError):
            error = PaperCutShortError()
        self.failed.emit(error)

    def _end(self, *, given_up: bool = False) -> bool:
        """Note that the work ended; begin anew if pages are wanted now, and tell whether these are what is wanted."""
        current = self._printing is self._wanted and not given_up
        self._printing = None
        if not current and self._wanted is not None:
            self._begin()
        else:
            self.working.emit(False)
        return current

    def _not_warm(self, error: Exception) -> None:
        """The first pages will tell what is wrong, if anything is."""
        if not isinstance(error, CutShortError | LeviersError):
            self._jobs.unexpected.emit(error)
