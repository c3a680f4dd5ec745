"""A page that scrolls follows the caret of the text that is written in it."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

_AROUND = 48
"""Pixels to be seen around the caret."""
_SETTLES = 100
"""Milliseconds in which a text that grew makes its page longer."""


class CaretSight(QObject):
    """Scrolls ``area`` to the caret when that moves, and again when the page grows under it."""

    def __init__(self, area: QScrollArea) -> None:
        """Live as long as ``area``."""
        super().__init__(area)
        self._area = area
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES)
        area.verticalScrollBar().rangeChanged.connect(self._show_longer)

    @Slot()
    def follow(self) -> None:
        """The caret is elsewhere."""
        self._soon.start()
        self._settling.start()

    @Slot()
    def _show_longer(self) -> None:
        if self._settling.isActive():  # later on the page is where the person scrolled it
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        editor, inside = self._area.window().focusWidget(), self._area.widget()
        if isinstance(editor, QPlainTextEdit) and inside is not None and inside.isAncestorOf(editor):
            caret = editor.viewport().mapTo(inside, editor.cursorRect().center())
            self._area.ensureVisible(caret.x(), caret.y(), 0, _AROUND)
