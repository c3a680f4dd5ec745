"""The line at the bottom: the base and its index at left, what concerns the page at right."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from levers_app.desktop import first_sight
from levers_app.desktop.theme import Theme

_AROUND = 4
"""Pixels above and below a message."""


class StatusBar(QFrame):
    """Two texts, and a bar while long work runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin while the base opens."""
        super().__init__(parent)
        self.setProperty("look", "status")
        self._base = QWidget(self)
        self._left = QLabel("Ouverture de la base…", self._base)
        self._bar = QProgressBar(self._base)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Préparation de l’index")
        self._bar.hide()
        self._right = QLabel(self)
        for label in (self._left, self._right):
            label.setProperty("textFormat", first_sight.PLAIN_TEXT)
            label.setProperty("ink", "2")
            label.setProperty("role", "label")
        self._inside = QHBoxLayout(self._base)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self._left)
        self._inside.addWidget(self._bar)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._base)
        self._layout.addStretch()
        self._layout.addWidget(self._right)
        self._message = QSize(0, 0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._usual = theme.px(28)
        self._layout.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._layout.setSpacing(theme.px(12))
        self._inside.setSpacing(theme.px(12))
        self._bar.setFixedWidth(theme.px(160))
        self.make_room(self._message)

    def make_room(self, message: QSize) -> None:
        """Give the place of the base, and more if need be, to a message of that size: an empty one when it is gone."""
        self._message = message
        self._base.setVisible(message.isEmpty())
        beside = self.width() - message.width() - 3 * self._layout.contentsMargins().left()
        self._right.setVisible(message.isEmpty() or self._right.sizeHint().width() <= beside)
        self.setFixedHeight(max(self._usual, message.height() + 2 * _AROUND))

    def show_base(self, text: str) -> None:
        """Say what the base holds and how its index is."""
        self._left.setText(text)
        self._left.setAccessibleName(text)

    def show_page(self, text: str) -> None:
        """Say something about the present page."""
        self._right.setText(text)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far long work is; hide the bar when it is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setVisible(done < total)
