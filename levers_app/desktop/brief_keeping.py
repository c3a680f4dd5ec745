"""Keeping the note that is composed: written a moment after each change, tried again when it cannot be."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from levers_app.desktop.keeping import KEEP_AFTER, RETRY_AFTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.brief_shelf import Shelf
    from levers_app.desktop.jobs import Jobs


class BriefKeeper(QObject):
    """Writes what it is given last.

    Signals:
        kept: the note, with the time at which it was written.
        overtaken: the note as this window had it, and as another one wrote it.
        thrown_away: the note, written, and the error that says that another window threw it away.
        failed: the note, and why it could not be written; it is tried again, and told once.
    """

    kept = Signal(object)
    overtaken = Signal(object, object)
    thrown_away = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, jobs: "Jobs", shelf: "Callable[[], Shelf]", parent: QObject) -> None:
        """Begin without a note."""
        super().__init__(parent)
        self._jobs, self._shelf = jobs, shelf
        self._brief: Brief | None = None
        self._written: Brief | None = None
        self._waiting: dict[str, Brief] = {}
        self._soon = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._again = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._soon.timeout.connect(self.keep)
        self._again.timeout.connect(self.retry)

    @property
    def busy(self) -> bool:
        """Whether something waits to be written."""
        return self._soon.isActive()

    def waits(self, id_: str) -> bool:
        """Tell whether what was done to a note last could not be written yet."""
        return id_ in self._waiting

    def forget(self, id_: str) -> None:
        """A note was written or thrown away elsewhere: what waits of it is no longer true."""
        self._waiting.pop(id_, None)

    def watch(self, brief: "Brief | None") -> None:
        """This is the note from now on, as it is in the file."""
        self._brief = self._written = brief
        self._soon.stop()

    def change(self, brief: "Brief") -> None:
        """The note is this one now."""
        self._brief = brief
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def keep(self) -> None:
        """Write the note now, unless it is in the file as it is."""
        self._soon.stop()
        brief = self._brief
        if brief is not None and brief is not self._written:
            self._write(brief)

    @Slot()
    def retry(self) -> None:
        """Write the note now, and those that could not be written before."""
        self.keep()
        shelf = self._shelf()
        for brief in tuple(self._waiting.values()):
            self._jobs.note(partial(shelf.keep_held, brief.id), partial(self._take, brief), partial(self._fail, brief))

    def insist(self, brief: "Brief") -> None:
        """Write the note over what another window wrote."""
        self._brief = brief
        self._write(brief, anyway=True)

    def _write(self, brief: "Brief", *, anyway: bool = False) -> None:
        self._written = brief
        shelf = self._shelf()
        self._jobs.note(
            lambda: shelf.keep_or_hold(brief, anyway=anyway), partial(self._take, brief), partial(self._fail, brief)
        )

    def _take(self, brief: "Brief", kept: "Brief | None") -> None:
        self._waiting.pop(brief.id, None)
        if kept is not None:
            self.kept.emit(kept)

    def _fail(self, brief: "Brief", error: Exception) -> None:
        from levers_app.desktop.brief_shelf import (  # noqa: PLC0415 - when a note is written
            ChangedElsewhereError,
            ThrownAwayError,
        )

        if isinstance(error, ChangedElsewhereError | ThrownAwayError):
            self._waiting.pop(brief.id, None)
            signal = self.overtaken if isinstance(error, ChangedElsewhereError) else self.thrown_away
            signal.emit(brief, error)
            return
        told = brief.id in self._waiting
        self._waiting[brief.id] = brief
        self._again.start()
        if self._brief is not None and self._brief.id == brief.id:
            self._written = None
        if not told:
            self.failed.emit(brief, error)
