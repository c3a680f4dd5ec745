"""What all small dialogs share: margins, plain text, one row of buttons, freed when closed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.screen_room import fitted


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the person may do: the words of its button, and a bound method, or a partial of one, that it runs."""

    label: str
    run: Callable[[], object]


class ChoiceButtons(QObject):
    """The buttons of some choices; pressing one runs its choice."""

    def __init__(self, choices: tuple[Choice, ...], parent: QWidget, *, look: str = "") -> None:
        """Make one button a choice, children of ``parent``; ``look`` is a look of the style sheet."""
        super().__init__(parent)
        self._choices = choices
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._run)
        for number, choice in enumerate(choices):
            self._group.addButton(plain_button(choice.label, parent, look=look), number)

    def buttons(self) -> list[QAbstractButton]:
        """The buttons, in the order of the choices."""
        return self._group.buttons()

    @Slot(int)
    def _run(self, number: int) -> None:
        self._choices[number].run()


class AnswerLine(QLineEdit):
    """A line that Enter answers; the key ends there, wherever the keyboard is then."""

    answered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            event.accept()
            self.answered.emit()
        else:
            super().keyPressEvent(event)


class _Body(QScrollArea):
    """The parts of a dialog above its buttons: as high as they need, scrolled where the screen is too low for that.

    Tab stops here only when there is something to scroll.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "dialog")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        inside = QWidget(self)
        self.parts = QVBoxLayout(inside)
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(8)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._let_in)

    def heightForWidth(self, width: int) -> int:
        """Height of the parts."""
        return self.parts.totalHeightForWidth(width) if self.parts.hasHeightForWidth() else self.sizeHint().height()

    def sizeHint(self) -> QSize:
        """All parts."""
        return self.parts.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Their width, and a few lines."""
        least = self.parts.totalMinimumSize()
        return QSize(least.width(), min(least.height(), self.fontMetrics().height() * 4))

    @Slot(int, int)
    def _let_in(self, _: int, end: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if end else Qt.FocusPolicy.NoFocus)


class Dialog(QDialog):
    """A small dialog: ``body`` takes its parts from top to bottom, then comes a row of buttons.

    It is shown with ``open()``, no larger than the screen; Escape closes it, and closing frees it.
    """

    def __init__(self, title: str, parent: QWidget | None, *, columns: int = 64) -> None:
        """Show ``title`` in the frame of the window; ``columns`` is the width in characters."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(fitted(QSize(self.fontMetrics().averageCharWidth() * columns, 0), self).width())
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(20)
        body = _Body(title, self)
        self.body = body.parts
        outer.addWidget(body, 1)
        self._state = self._add_state(outer)
        self._buttons = FlowLayout(spacing=8, trailing=True)
        outer.addLayout(self._buttons)

    def open(self) -> None:
        """Show it as large as its parts need, or as the screen allows."""
        fit_to_screen(self)
        super().open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; only without one, or on a chosen answer, the main button."""
        button = self.focusWidget()
        chosen = isinstance(button, QRadioButton) and button.isChecked()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton) and not chosen:
            button.click()
            return
        super().keyPressEvent(event)

    def add_heading(self, text: str) -> QLabel:
        """Add a line in the size of a section."""
        return self._add(text_label(text, self, role="section"))

    def add_text(self, text: str, *, quiet: bool = False) -> QLabel:
        """Add a paragraph, wrapped; ``quiet`` ones are small and in secondary ink."""
        return self._add(text_label(text, self, role="quiet" if quiet else ""))

    def add_choices(self, choices: tuple[Choice, ...]) -> None:
        """Add buttons at the foot that close the dialog and run what others offer."""
        for button in ChoiceButtons(choices, self).buttons():
            button.clicked.connect(self.close)
            self._buttons.addWidget(button)

    def add_button(self, label: str, slot: Callable[[], object]) -> QPushButton:
        """Add a button at the foot for a slot of the dialog itself."""
        button = plain_button(label, self)
        button.clicked.connect(slot)
        self._buttons.addWidget(button)
        return button

    def add_close(self, label: str = "Fermer") -> QPushButton:
        """Add the button that closes, which Enter presses and which has the focus at first."""
        return self.add_main(label, self.close)

    def add_main(self, label: str, slot: Callable[[], object]) -> QPushButton:
        """Add the main button, which Enter presses and which has the focus at first."""
        button = self.add_button(label, slot)
        button.setProperty("look", "main")
        button.setDefault(True)
        button.setFocus()
        return button

    def add_foot(self, widget: QWidget) -> None:
        """Add a part that stays in sight, between the others and the buttons."""
        self._outer.insertWidget(1, widget)

    def show_state(self, text: str) -> None:
        """Show a text above the buttons without having it said; nothing takes it away."""
        self._state.setText(text)
        self._state.setVisible(bool(text))

    def say(self, text: str) -> None:
        """Tell, above the buttons and to a screen reader, what a button did."""
        self.show_state(text)
        announce(self._state, text)

    def _add_state(self, layout: QVBoxLayout) -> QLabel:
        label = text_label("", self, role="quiet")
        label.hide()
        layout.addWidget(label)
        return label

    def _add(self, label: QLabel) -> QLabel:
        self.body.addWidget(label)
        return label


def fit_to_screen(dialog: QDialog) -> None:
    """Give ``dialog`` the size that its parts need, or that its screen has room for."""
    dialog.ensurePolished()
    hint = dialog.sizeHint().expandedTo(dialog.minimumSize())
    high = dialog.heightForWidth(hint.width()) if dialog.hasHeightForWidth() else hint.height()
    dialog.resize(fitted(QSize(hint.width(), max(high, dialog.minimumHeight())), dialog))


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say ``text`` without moving the focus."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def plain_button(label: str, parent: QWidget, *, look: str = "") -> QPushButton:
    """Return a button that never becomes the main one by getting the focus."""
    button = QPushButton(label, parent)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click shows no ring
    if look:
        button.setProperty("look", look)
    return button


def text_label(text: str, parent: QWidget, *, role: str = "") -> QLabel:
    """Return a wrapped label that shows ``text`` as it is, never as markup; ``role`` is a role of the style sheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def open_outside(path: Path) -> bool:
    """Open a file or a folder with the program of the system; false when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
