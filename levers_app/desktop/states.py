"""Designed states: nothing here yet, nothing found, loading, something went wrong. They say what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from levers_app.desktop.flow_layout import clear_layout
from levers_app.desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way out of an empty state: ``key`` is told when it is chosen."""

    key: str
    label: str
    detail: str = ""


class StatePage(QFrame):
    """A sentence, why, and a few ways on, in a column of 608 px.

    Signals:
        chosen: key of the choice.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._theme = theme
        self._title = QLabel(self)
        self._text = QLabel(self)
        self._title.setProperty("role", "sheet")
        self._text.setProperty("role", "body")
        self._text.setProperty("ink", "2")
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName("Avancement")
        self._bar.setTextVisible(False)
        self._choices = QVBoxLayout()
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QWidget(self)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._text, self._bar):
            inner.addWidget(widget)
        inner.addLayout(self._choices)
        inner.addStretch()
        self._column = column
        self._outer = QHBoxLayout(self)
        self._outer.addStretch(1)
        self._outer.addWidget(column, 20)
        self._outer.addStretch(1)
        self._shown: tuple[str, str, tuple[WayOn, ...], bool] = ("", "", (), False)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._column.setMaximumWidth(theme.px(608))
        margins = theme.px(24)
        self._outer.setContentsMargins(margins, theme.px(72), margins, margins)
        title, text, choices, busy = self._shown
        self.show_state(title, text, choices, busy=busy)

    def show_state(self, title: str, text: str, choices: Sequence[WayOn] = (), *, busy: bool = False) -> None:
        """Show a state; ``busy`` adds a bar that moves."""
        self._shown = (title, text, tuple(choices), busy)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._bar.setVisible(busy)
        self._bar.setRange(0, 0)
        clear_layout(self._choices)
        for choice in choices:
            self._choices.addWidget(self._button(choice))

    def show_progress(self, done: int, total: int) -> None:
        """Tell how far the work is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to the first way on."""
        first = self._choices.itemAt(0)
        if first is not None and (button := first.widget()) is not None:
            button.setFocus(reason)

    def _button(self, choice: WayOn) -> QPushButton:
        label = f"{choice.label}  ·  {choice.detail}" if choice.detail else choice.label
        button = QPushButton(label.replace("&", "&&"), self)
        button.setProperty("look", "row")
        button.setProperty("key", choice.key)
        button.clicked.connect(self._choose)
        return button

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("key")))
