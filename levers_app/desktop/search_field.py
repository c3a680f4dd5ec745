"""The search field: tells each pause in typing, and where the keyboard goes next."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from levers_app.desktop.icons import paint_icon, themed_icon
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme

PAUSE = 60
"""Milliseconds without a key after which the words are searched."""


class SearchField(QLineEdit):
    """A field for words.

    Signals:
        edited: the words, at each pause in typing and at once on Enter.
        list_wanted: Down or Enter was pressed: the keyboard goes to the results.
        escaped: Esc was pressed in an empty field.
    """

    edited = Signal(str)
    list_wanted = Signal()
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
        self._clear = QToolButton(self)
        self._clear.setToolTip("Effacer la recherche (Échap)")
        self._clear.setAccessibleName("Effacer la recherche")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self._empty)
        self.textEdited.connect(self._wait)
        self.textChanged.connect(self._arrange)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._clear.setIcon(themed_icon("x", theme))
        self._clear.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._arrange()

    def show_words(self, words: str) -> None:
        """Show ``words`` without searching them again."""
        self.pause.stop()
        if words != self.text():
            self.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lens at left and, while the field is empty, the keys that lead here at right."""
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(18)
        painter = QPainter(self)
        lens = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        paint_icon(painter, "search", theme.colour("ink2"), lens)
        if not self.text():
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink2"))
            box = QRectF(self.rect()).adjusted(0, 0, -theme.px(12), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown_keys("search"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right end."""
        super().resizeEvent(event)
        side = self._theme.px(28)
        self._clear.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down lead to the results, Esc empties."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                if self.pause.isActive():
                    self._tell()
                self.list_wanted.emit()
            case Qt.Key.Key_Escape if self.text():
                self._empty()
            case Qt.Key.Key_Escape:
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
        hint = 0 if self.text() else self.fontMetrics().horizontalAdvance(shown_keys("search"))
        self.setTextMargins(self._theme.px(30), 0, max(self._theme.px(30), hint + self._theme.px(12)), 0)
