"""A whole start of the program, as ``main.py`` does it: DATA_FOLDER RECORD_ID."""

import sys

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QPaintEvent

from benchmarks.probes.afterwards import AFTER_PAINTING, SOON, Afterwards
from benchmarks.probes.telling import Moments, tell
from levers_app.app import main as run
from levers_app.desktop import program
from levers_app.desktop.window import MainWindow

_PATIENCE = 60_000
_moments = Moments()


class WatchedWindow(MainWindow):
    """Notes when it is painted, when its home page is filled and when a sheet shows; then ends."""

    def __init__(self, *given: object) -> None:
        """``given`` is what the window is given."""
        super().__init__(*given)  # type: ignore[arg-type]
        self._painted = Afterwards(SOON, self._note_visible, self)
        self._home_filled = Afterwards(AFTER_PAINTING, self._note_home, self)
        self._sheet_shown = Afterwards(AFTER_PAINTING, self._note_sheet, self)
        self.navigator.home_ready.connect(self._home_filled.ask)
        self.navigator.sheet_ready.connect(self._sheet_shown.ask)
        self.jobs.unexpected.connect(self._give_up)
        QTimer.singleShot(_PATIENCE, self, self._give_up)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Count the window as visible once this, and its parts, are painted."""
        super().paintEvent(event)
        self._painted.ask()

    def _note_visible(self) -> None:
        _moments.note("visible")

    def _note_home(self) -> None:
        _moments.note("home")
        self.navigator.open(sys.argv[2])

    def _note_sheet(self) -> None:
        _moments.note("sheet")
        self.close()

    @Slot()
    def _give_up(self) -> None:
        QCoreApplication.exit(1)


def main() -> None:
    """Start, and tell."""
    vars(program)["MainWindow"] = WatchedWindow
    status = run(["--donnees", sys.argv[1]])
    tell(at=_moments.at)
    sys.exit(status)


if __name__ == "__main__":
    main()
