"""A whole start of the program, as ``main.py`` does it: DATA_FOLDER RECORD_ID."""

import sys

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QPaintEvent

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
        self.navigator.home_ready.connect(self._fill_home)
        self.navigator.sheet_ready.connect(self._show_sheet)
        self.jobs.unexpected.connect(self._give_up)
        QTimer.singleShot(_PATIENCE, self, self._give_up)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Count the window as visible once this, and its parts, are painted."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, self._painted)

    @Slot()
    def _painted(self) -> None:
        _moments.note("visible")

    @Slot()
    def _fill_home(self) -> None:
        QTimer.singleShot(0, self, self._home_filled)

    @Slot()
    def _home_filled(self) -> None:
        _moments.note("home")
        self.navigator.open(sys.argv[2])

    @Slot()
    def _show_sheet(self) -> None:
        QTimer.singleShot(0, self, self._sheet_shown)

    @Slot()
    def _sheet_shown(self) -> None:
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
