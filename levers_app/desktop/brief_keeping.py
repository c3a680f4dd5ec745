"""Keeping the note that is composed: written a moment after each change, tried again when it cannot be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.brief_shelf import Shelf
    from levers_app.desktop.jobs import Jobs

KEEP_AFTER = 600
"""Milliseconds after the first unkept change."""
RETRY_AFTER = 3_000


class BriefKeeper(QObject):
    """Writes what it is given last.

    Signals:
        kept: the note, with the time at which it was written.
        overtaken: the note as this window had it, and as another one wrote it.
        failed: the note, and why it could not be written; it is tried again.
    """

    kept = Signal(object)
    overtaken = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, jobs: "Jobs", shelf: "Callable[[], Shelf]", parent: QObject) -> None:
        """Begin without a note."""
        super().__init__(parent)
        self._jobs, self._shelf = jobs, shelf
        self._brief: Brief | None = None
        self._written: Brief | None = None
        self._soon = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._again = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        for timer in (self._soon, self._again):
            timer.timeout.connect(self.keep)

    @property
    def busy(self) -> bool:
        """Whether something waits to be written."""
        return self._soon.isActive()

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

    def insist(self, brief: "Brief") -> None:
        """Write the note over what another window wrote."""
        self._brief = brief
        self._write(brief, anyway=True)

    def _write(self, brief: "Brief", *, anyway: bool = False) -> None:
        self._written = brief
        shelf = self._shelf()
        self._jobs.note(
            lambda: shelf.keep(brief, anyway=anyway), self.kept.emit, lambda error: self._fail(brief, error)
        )

    def _fail(self, brief: "Brief", error: Exception) -> None:
        from levers_app.desktop.brief_shelf import ChangedElsewhereError  # noqa: PLC0415 - when a note is written

        if isinstance(error, ChangedElsewhereError):
            self.overtaken.emit(brief, error)
            return
        if self._brief is not None and self._brief.id == brief.id:
            self._written = None
            self._again.start()
        self.failed.emit(brief, error)
