"""Telling the person something where they are: a toast, a notice bar, or a sentence in a dialog."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.dialogs import Choice, ChoiceButtons, Dialog, announce, plain_button, text_label
from levers_app.desktop.status_bar import StatusBar

TOAST_MILLISECONDS = 6000
UNDO = "Annuler"
"""The choice that takes back what a message tells."""
_EDGE = 16


def tell(parent: QWidget | None, error: LeviersError, *choices: Choice) -> Dialog:
    """Show a known error as its own sentence, in a dialog that does not stop the program; return the dialog.

    Without a ``parent`` nothing else holds the dialog: keep it.
    """
    dialog = Dialog("Leviers", parent)
    dialog.add_text(str(error))
    dialog.add_choices(choices)
    dialog.add_close()
    dialog.open()
    return dialog


def undoing(run: Callable[[], object]) -> Choice:
    """Return the choice of a message to undo what it tells; ``run`` does that."""
    return Choice(UNDO, run)


class Toasts(QObject):
    """The short messages at the left of the status bar: one at a time, gone after six seconds.

    Those that offer to undo something stay for twelve.
    The bar makes room for them, so that they cover nothing that a person may want to press. A message stays as long as
    the mouse is on it or the keyboard in it.
    """

    def __init__(self, bar: StatusBar, *, milliseconds: int = TOAST_MILLISECONDS) -> None:
        """Show them in ``bar``."""
        super().__init__(bar)
        self._bar = bar
        self._milliseconds = milliseconds
        self._toast: _Toast | None = None
        self._about = ""
        bar.installEventFilter(self)

    def show(self, text: str, *choices: Choice, about: str = "") -> None:
        """Show ``text`` with a button a choice, in place of the earlier message.

        ``about`` is what the choices are about, a record, a draft or a file: see :meth:`update` and :meth:`withdraw`.
        """
        self.clear()
        self._about = about
        undoes = any(choice.label == UNDO for choice in choices)
        self._toast = _Toast(text, choices, self._bar, self._milliseconds * (2 if undoes else 1))
        self._toast.closed.connect(self.clear)
        self._toast.installEventFilter(self)
        self._place()
        self._toast.show()
        announce(self._toast, text)

    def update(self, text: str, *, about: str) -> None:
        """Change the text of the message about something, which stays for as long again; nothing is read out.

        Another message, which took its place, is left as it is.
        """
        if self._toast is not None and about == self._about:
            self._toast.say(text)
            self._place()

    def withdraw(self, about: str) -> None:
        """Take the message about a record or a draft away: it was written since, and what undoes would undo that."""
        if about and about == self._about:
            self.clear()

    def take_focus(self) -> bool:
        """Put the keyboard on the first button of the message; false when there is none."""
        button = self._toast.first_button() if self._toast else None
        if button is None:
            return False
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @Slot()
    def undo(self) -> None:
        """Ctrl+Z: press « Annuler » of the message, if it has that."""
        if self._toast is not None:
            self._toast.undo()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None
            self._about = ""
            self._bar.make_room(QSize(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the bar, and of the text."""
        if event.type() == (QEvent.Type.Resize if watched is self._bar else QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._toast is None:
            return
        self._toast.fit(max(160, self._bar.width() - 2 * _EDGE))
        self._bar.make_room(self._toast.size())
        self._toast.move(_EDGE, (self._bar.height() - self._toast.height()) // 2)


class _Toast(QFrame):
    closed = Signal()

    def __init__(self, text: str, choices: tuple[Choice, ...], parent: QWidget, milliseconds: int) -> None:
        super().__init__(parent)
        self.setProperty("look", "toast")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        self._label = text_label(text, self)
        row.addWidget(self._label, 1)
        self._choices = ChoiceButtons(choices, self, look="toast")
        for button in self._choices.buttons():
            row.addWidget(button)
            button.clicked.connect(self.closed)
            button.installEventFilter(self)
        self.setMinimumHeight(40)
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self.closed)
        self._timer.start()

    def say(self, text: str) -> None:
        """Show another text."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._timer.start()

    def fit(self, width: int) -> None:
        """Be one line if that goes into ``width``, else as many as it needs."""
        beside = self.sizeHint().width() - self._label.sizeHint().width()
        line = self._label.fontMetrics().boundingRect(self._label.text()).width() + beside + 4
        self.resize(min(line, width), self.heightForWidth(min(line, width)))

    def undo(self) -> None:
        for button in self._choices.buttons():
            if button.text() == UNDO:
                button.click()
                return

    def first_button(self) -> QWidget | None:
        buttons = self._choices.buttons()
        return buttons[0] if buttons else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of a button."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._stay_or_go(stay=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEvent) -> None:
        self._stay_or_go(stay=True)

    def leaveEvent(self, event: QEvent) -> None:
        self._stay_or_go(stay=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _stay_or_go(self, *, stay: bool) -> None:
        if stay:
            self._timer.stop()
        else:
            self._timer.start()


class NoticeBar(QFrame):
    """A bar above a page that says what is wrong and what one can do: ``look`` is ``warn`` or ``error``.

    Signals:
        closed: the person took it away.
    """

    closed = Signal()

    def __init__(self, text: str, *choices: Choice, look: str = "warn", closable: bool = True) -> None:
        """Show ``text`` as it is, a button a choice, and « Masquer » when it is ``closable``."""
        super().__init__()
        self.setProperty("look", look)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addWidget(text_label(text, self), 1)
        self._choices = ChoiceButtons(choices, self, look="bar")
        for button in self._choices.buttons():
            self._row.addWidget(button)
        if closable:
            self._add_close()
        self._text = text

    def showEvent(self, event: QShowEvent) -> None:
        """Have it said when it appears."""
        super().showEvent(event)
        announce(self, self._text, urgent=self.property("look") == "error")

    def _add_close(self) -> None:
        button = plain_button("Masquer", self, look="bar")
        button.clicked.connect(self._close)
        self._row.addWidget(button)

    @Slot()
    def _close(self) -> None:
        self.closed.emit()
        self.hide()
        self.deleteLater()
