"""A paragraph between sheets: plain text with the marks of Markdown, and buttons that put them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.entry_fields import TextEditor
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.shortcuts import french_keys
from levers_app.desktop.theme import Theme

_BOLD = "Ctrl+B"
"""Bold in a text, as everywhere; elsewhere in the window it puts a sheet into the note."""
_HINT = "## titre, - liste, **gras**. Une ligne vide sépare deux paragraphes."


def way_back(theme: Theme, parent: QWidget, left: SignalInstance) -> QToolButton:
    """Return the button that does what Esc does: ``left`` is emitted, and the keyboard goes back to the list."""
    button = QToolButton(parent)
    button.setIcon(themed_icon("x", theme))
    button.setIconSize(QSize(theme.px(16), theme.px(16)))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName("Revenir à la liste")
    button.setToolTip("Revenir à la liste (Échap)")
    button.clicked.connect(left)
    return button


class ParagraphPanel(QWidget):
    """The editor of one paragraph.

    Signals:
        edited: what stands in it now.
        left: Esc was pressed: the keyboard goes back to the list.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.editor = TextEditor(self, least=4, placeholder=f"Écrivez ici. {_HINT}")
        self.editor.setAccessibleName("Texte du paragraphe")
        self.editor.setAccessibleDescription(_HINT)
        self.editor.edited.connect(self._tell)
        self.editor.installEventFilter(self)
        self._refusal = text_label("", self, role="fault")
        self._refusal.hide()
        self.editor.refused.connect(self._refusal.setText)
        self.editor.refused.connect(self._refusal.show)
        self._quiet = False
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.px(4))
        for label, tip, slot in (
            ("Titre", "Titre\u00a0: la ligne commence par ##", self.make_heading),
            ("Liste", "Liste\u00a0: chaque ligne commence par un tiret", self.make_list),
            ("Gras", f"Gras ({french_keys(_BOLD)})\u00a0: entre deux fois deux étoiles", self.make_bold),
        ):
            button = plain_button(label, self, look="bar")
            button.setToolTip(tip)
            button.clicked.connect(slot)
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(way_back(theme, self, self.left))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(tools)
        column.addWidget(self.editor)
        column.addWidget(self._refusal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key of bold in the text before the window takes it."""
        if isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == QKeySequence(_BOLD):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.make_bold()
                return True
        return super().eventFilter(watched, event)

    def show_text(self, text: str) -> None:
        """Show a paragraph; one that is there already is left alone, with its cursor."""
        self._quiet = True
        self.editor.show_value(text)
        self._quiet = False

    def take_focus(self) -> None:
        """Give the keyboard to the end of the text."""
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def make_heading(self) -> None:
        """Make headings of the lines of the selection, or texts of headings."""
        self._mark_lines("## ")

    @Slot()
    def make_list(self) -> None:
        """Make items of a list of the lines of the selection, or texts of items."""
        self._mark_lines("- ")

    @Slot()
    def make_bold(self) -> None:
        """Put the selection in bold; without one, the words typed next."""
        cursor = self.editor.textCursor()
        words = cursor.selectedText()
        cursor.insertText(f"**{words}**")
        if not words:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, 2)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def _mark_lines(self, mark: str) -> None:
        cursor = self.editor.textCursor()
        document = self.editor.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        lines = [document.findBlockByNumber(number) for number in range(first, last + 1)]
        marked = all(line.text().startswith(mark) for line in lines)
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            line = QTextCursor(document.findBlockByNumber(number))
            if marked:
                line.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(mark))
                line.removeSelectedText()
            elif not document.findBlockByNumber(number).text().startswith(mark):
                line.insertText(mark)
        cursor.endEditBlock()
        self.editor.setFocus()

    @Slot()
    def _tell(self) -> None:
        self._refusal.hide()
        if not self._quiet:
            self.edited.emit(self.editor.value())
