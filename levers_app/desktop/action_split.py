"""A list of actions and the form of the chosen one: side by side, or one under the other where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from levers_app.desktop.scrolling import scrolled
from levers_app.desktop.theme import Theme

_SIDE_BY_SIDE = 620
_LIST = 300
_ANY = 16_777_215


class ActionSplit(QFrame):
    """Holds both; the form scrolls."""

    def __init__(self, actions: QWidget, form: QWidget, theme: Theme, parent: QWidget) -> None:
        """``actions`` stand at left or above, ``form`` at right or below."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "surface")
        self._left = QFrame(self)
        self._left.setProperty("look", "brief_left")
        inside = QVBoxLayout(self._left)
        inside.setContentsMargins(0, 0, 1, 0)
        inside.addWidget(actions)
        self._both = QHBoxLayout(self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addWidget(self._left)
        self._area = scrolled(form, self)
        self._both.addWidget(self._area, 1)

    def show_top(self) -> None:
        """Scroll the form to its top."""
        self._area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the one beside the other, or under it."""
        super().resizeEvent(event)
        px = self._theme.px
        beside = self.width() >= px(_SIDE_BY_SIDE)
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._left.setMaximumWidth(min(px(_LIST), self.width() * 45 // 100) if beside else _ANY)
        self._left.setMinimumWidth(self._left.maximumWidth() if beside else 0)
        self._left.setMaximumHeight(_ANY if beside else self.height() * 40 // 100)
