"""The bar that finds words in the open sheet: a field, how many passages, the next and the previous one."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from levers_app.desktop.dialogs import announce
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import counted

NOTHING = "Aucun passage"
FAILED = "Recherche impossible"
_ONE_LINE = 560
"""Under this width, the way to the full sheet goes to a line of its own."""


class FindBar(QFrame):
    """Stands above the sheet while one looks for something in it; Esc is left to the window.

    Signals:
        edited: the words, at each key.
        next_asked, previous_asked: to the next passage, to the one before.
        full_asked: the person wants what the full sheet says.
        closing: the bar is no longer wanted.
    """

    edited = Signal(str)
    next_asked = Signal()
    previous_asked = Signal()
    full_asked = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hidden at first."""
        super().__init__(parent)
        self.setProperty("look", "find")
        self.setAccessibleName("Chercher dans la fiche")
        self.field = FindField(self)
        self._count = QLabel(self)
        self._count.setProperty("ink", "2")
        self._count.setProperty("role", "label")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._previous = self._button("chevron-up", "Passage précédent", shown_keys("find_previous"))
        self._next = self._button("chevron-down", "Passage suivant", shown_keys("find_next"))
        self._full = QPushButton(self)
        self._full.setProperty("look", "link")
        self._full.setToolTip(f"Afficher la fiche complète\u00a0({shown_keys('full')})")
        self._close = self._button("x", "Fermer la recherche dans la fiche", "Échap")
        self._grid = QGridLayout(self)
        self._lay_out()
        self._connect()
        self.offer_full(0)
        self.show_count(0, 0, asked=False)
        self.set_theme(theme)
        self.hide()

    def _button(self, icon: str, label: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setAccessibleName(label)
        button.setToolTip(f"{label}\u00a0({keys})")
        return button

    def _lay_out(self) -> None:
        self._grid.setSpacing(0)
        for column, widget in enumerate((self.field, self._previous, self._next, self._count)):
            self._grid.addWidget(widget, 0, column)
        self._grid.addWidget(self._close, 0, 6)
        self._grid.setColumnStretch(0, 20)
        self._grid.setColumnStretch(5, 1)

    def _connect(self) -> None:
        self.field.textEdited.connect(self.edited)
        self.field.next_asked.connect(self.next_asked)
        self.field.previous_asked.connect(self.previous_asked)
        self._next.clicked.connect(self.next_asked)
        self._previous.clicked.connect(self.previous_asked)
        self._full.clicked.connect(self._ask_full)
        self._close.clicked.connect(self.closing)

    # -- looks

    def set_theme(self, theme: Theme) -> None:
        """Use another look."""
        self._theme = theme
        for button in (self._previous, self._next, self._close):
            button.setIcon(themed_icon(button.property("icon_name"), theme))
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._count.setContentsMargins(theme.px(8), 0, theme.px(12), 0)
        self.field.setMaximumWidth(theme.px(320))
        self._place_full()

    def arrange(self, left: int, right: int) -> None:
        """Align with the text of the sheet."""
        self._grid.setContentsMargins(left, self._theme.px(6), right, self._theme.px(6))
        self._place_full()
        self._grid.activate()  # as in the head of the sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the way to the full sheet where there is room."""
        super().resizeEvent(event)
        self._place_full()

    def _place_full(self) -> None:
        margins = self._grid.contentsMargins()
        wide = self.width() - margins.left() - margins.right() >= self._theme.px(_ONE_LINE)
        row, column, columns = (0, 4, 1) if wide else (1, 0, 7)
        self._grid.removeWidget(self._full)
        self._grid.addWidget(self._full, row, column, 1, columns, Qt.AlignmentFlag.AlignLeft)

    # -- contents

    def show_words(self, words: str) -> None:
        """Show other words, without telling that they changed."""
        if words != self.field.text():
            self.field.setText(words)

    def take_focus(self) -> None:
        """Give the keyboard to the field, its words selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, place: int, total: int, *, asked: bool = True) -> None:
        """Say which passage of how many is shown; nothing is said while nothing is ``asked``."""
        text = f"{place} sur {total}" if total else NOTHING if asked else ""
        self._say(text, f"Passage {text}" if total else text)
        for button in (self._previous, self._next):
            button.setEnabled(total > 0)

    def show_failure(self, sentence: str) -> None:
        """Say why nothing could be looked for."""
        self.show_count(0, 0, asked=False)
        self._say(FAILED, sentence)

    def offer_full(self, count: int) -> None:
        """Say how many passages the full sheet has, and offer to show it; 0 when it has no others."""
        self._full.setText(f"{count} dans la fiche complète")
        self._full.setAccessibleName(f"Afficher la fiche complète\u00a0: {counted(count, 'passage')}")
        self._full.setVisible(count > 0)

    def _say(self, text: str, in_words: str) -> None:
        if text != self._count.text():
            self._count.setText(text)
            self._count.setToolTip(in_words)
            self._count.setAccessibleName(in_words)
            announce(self.field, in_words)

    @Slot()
    def _ask_full(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes away once the full sheet is there
        self.full_asked.emit()


class FindField(QLineEdit):
    """A field in which Enter goes to the next passage, and Maj + Enter to the one before.

    Signals:
        next_asked, previous_asked: Enter was pressed.
    """

    next_asked = Signal()
    previous_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self.setPlaceholderText("Chercher dans la fiche")
        self.setAccessibleName("Chercher dans la fiche")
        self.setAccessibleDescription("Entrée va au passage suivant, Maj\u00a0+\u00a0Entrée au précédent")
        self.setMaxLength(2_000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes through the passages."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_asked.emit()
        else:
            self.next_asked.emit()
