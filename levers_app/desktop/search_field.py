"""The search field: tells each pause in typing, and where the keyboard goes next."""

from PySide6 import QtCore
from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from levers_app.desktop import first_sight
from levers_app.desktop.icons import icon_pixmap, themed_icon
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme

PAUSE = 60
"""Milliseconds without a key after which the words are searched."""


class SearchField(QLineEdit):
    """A field for words.

    Signals:
        edited: the words, at each pause in typing and at once on Enter.
        list_wanted: Down was pressed: the keyboard goes to the results.
        entered: Enter was pressed after these words.
        escaped: Esc was pressed in an empty field.
    """

    edited = Signal(str)
    list_wanted = Signal()
    entered = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        """``placeholder`` also names the field for a screen reader."""
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName("Rechercher")
        self.setAccessibleDescription(placeholder)
        self.setMaxLength(2_000)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self._tell)
        self._lens = QLabel(self)
        self._keys = QLabel(shown_keys("search"), self)
        self._keys.setProperty("ink", "2")
        self._keys.setProperty("role", "label")
        self._clear = QToolButton(self)
        self._clear.setToolTip("Effacer la recherche (Échap)")
        self._clear.setAccessibleName("Effacer la recherche")
        self._clear.setProperty("focusPolicy", first_sight.NO_FOCUS)
        self._clear.setCursor(QCursor())
        self._clear.hide()
        self._clear.clicked.connect(self._empty)
        self._help: QToolButton | None = None
        self.textEdited.connect(self._wait)
        self.textChanged.connect(self._arrange)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._clear.setIcon(themed_icon("x", theme))
        self._clear.setIconSize(QSize(theme.px(18), theme.px(18)))
        if self._help is not None:
            self._help.setIcon(themed_icon("help", theme))
            self._help.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._lens.setPixmap(icon_pixmap("search", theme.colour("ink2"), theme.px(18), self.devicePixelRatioF()))
        self._arrange()

    def offer_help(self) -> QToolButton:
        """Show a « ? » at the end, behind the first sight of the window, and return it."""
        button = self._help or QToolButton(self)
        if self._help is None:
            self._help = button
            button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
            button.setCursor(QCursor())
            button.setAccessibleName("Comment écrire une recherche")
            button.setToolTip(f"Comment écrire une recherche ({shown_keys('query_help')})")
            QWidget.setTabOrder(self, button)
            self.set_theme(self._theme)
            button.show()
        return button

    def show_words(self, words: str) -> None:
        """Show ``words`` without searching them again."""
        self.pause.stop()
        if words != self.text():
            self.setText(words)

    def put(self, words: str, cursor: int) -> None:
        """Show ``words`` and search them; typing goes on at ``cursor``."""
        self.setText(words)
        self.setCursorPosition(cursor)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lens at the left end, the button and the keys that lead here at the right one."""
        super().resizeEvent(event)
        self._place_signs()

    def _place_signs(self) -> None:
        lens, keys, margin = self._lens.sizeHint(), self._keys.sizeHint(), self._theme.px(12)
        self._lens.setGeometry(margin, (self.height() - lens.height()) // 2, lens.width(), lens.height())
        side, right = self._theme.px(28), self.width() - 4
        top = (self.height() - side) // 2
        if self._help is not None:
            right -= side
            self._help.setGeometry(right, top, side, side)
        self._clear.setGeometry(right - side, top, side, side)
        right -= 4 if self._help is not None else margin - 4
        self._keys.setGeometry(right - keys.width(), (self.height() - keys.height()) // 2, keys.width(), keys.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down lead to the results, Esc empties."""
        match event.key():
            case QtCore.Qt.Key.Key_Return | QtCore.Qt.Key.Key_Enter | QtCore.Qt.Key.Key_Down:
                if self.pause.isActive():
                    self._tell()
                if event.key() == QtCore.Qt.Key.Key_Down:
                    self.list_wanted.emit()
                else:
                    self.entered.emit(self.text())
            case QtCore.Qt.Key.Key_Escape if self.text():
                self._empty()
            case QtCore.Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _wait(self) -> None:
        self.pause.start()

    @Slot()
    def _tell(self) -> None:
        self.pause.stop()
        self.edited.emit(self.text())

    @Slot()
    def _empty(self) -> None:
        self.clear()
        self._tell()

    @Slot()
    def _arrange(self) -> None:
        """Show the button that empties while there is something to empty, the keys that lead here while not."""
        # Not the signal's own text: a slot of textEdited may have emptied the field meanwhile.
        self._clear.setVisible(bool(self.text()))
        self._keys.setVisible(not self.text())
        hint = 0 if self.text() else self._keys.sizeHint().width()
        beside = self._theme.px(28) if self._help is not None else 0
        self.setTextMargins(self._theme.px(30), 0, max(self._theme.px(30), hint + self._theme.px(12)) + beside, 0)
        self._place_signs()
