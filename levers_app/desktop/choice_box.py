"""A box of choices inside a page that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceBox(QComboBox):
    """Changes by keys and clicks; the wheel scrolls the page, unless the keyboard is here."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without choices."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A person who scrolls past chooses nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
