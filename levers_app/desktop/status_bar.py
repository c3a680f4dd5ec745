"""The line at the bottom: the base and its index at left, what concerns the page at right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from levers_app.desktop import first_sight
from levers_app.desktop.theme import Theme


class StatusBar(QFrame):
    """Two texts, and a bar while long work runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin while the base opens."""
        super().__init__(parent)
        self.setProperty("look", "status")
        self._left = QLabel("Ouverture de la base…", self)
        self._right = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Préparation de l’index")
        self._bar.hide()
        for label in (self._left, self._right):
            label.setProperty("textFormat", first_sight.PLAIN_TEXT)
            label.setProperty("ink", "2")
            label.setProperty("role", "label")
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._left)
        self._layout.addWidget(self._bar)
        self._layout.addStretch()
        self._layout.addWidget(self._right)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self.setFixedHeight(theme.px(28))
        self._layout.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._layout.setSpacing(theme.px(12))
        self._bar.setFixedWidth(theme.px(160))

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
