"""The reference of the start: a bare window with a list and a text view."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QTextBrowser, QWidget

from benchmarks.probes.afterwards import SOON, Afterwards
from benchmarks.probes.telling import Moments, megabytes, tell


class BareWindow(QWidget):
    """Ends once it is painted."""

    def __init__(self) -> None:
        """A hundred rows beside a page of text."""
        super().__init__()
        self.moments = Moments()
        self._painted = Afterwards(SOON, self._told, self)
        rows = QListView(self)
        rows.setModel(QStringListModel([f"Ligne {number}" for number in range(100)], rows))
        text = QTextBrowser(self)
        text.setPlainText("Un texte simple. " * 200)
        layout = QHBoxLayout(self)
        layout.addWidget(rows)
        layout.addWidget(text)
        self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Count the window as visible once this, and its parts, are painted."""
        super().paintEvent(event)
        self._painted.ask()

    def _told(self) -> None:
        self.moments.note("visible")
        self.close()


def main() -> None:
    """Show the window and tell."""
    app = QApplication([])
    window = BareWindow()
    window.show()
    app.exec()
    tell(at=window.moments.at, megabytes=megabytes())


if __name__ == "__main__":
    main()
