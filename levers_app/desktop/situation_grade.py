"""The line that says which grade of answer a site calls for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from levers_app.catalogue.typography import NBSP
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.insight.facts import Line


class GradeLine(QLabel):
    """The sentence, or in a low page its beginning, which names the grade; the whole is then in its tooltip.

    The page « Comment cet ordre est fait » begins with it too, so that it can be read without a mouse.
    """

    def __init__(self, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._whole = ""
        self._cut = False

    def show_grade(self, grade: Line | None) -> None:
        """Show ``grade``, or nothing where nothing is described."""
        self._whole = grade.text if grade is not None else ""
        self._show()

    def cut(self, *, low: bool) -> None:
        """Say the whole, or in a low page only which grade it is."""
        self._cut = low
        self._show()

    def _show(self) -> None:
        self.setText(self._whole.partition(f"{NBSP}:")[0] if self._cut else self._whole)
        self.setToolTip(safe_tip(self._whole) if self._cut else "")
        self.setVisible(bool(self._whole))
