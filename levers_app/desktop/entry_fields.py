"""The editors of the form.

Every editor has ``value()``, ``show_value()`` and a signal ``edited``; those of text also ``refused``, with a sentence.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from levers_app.catalogue.draft import MAX_TEXT, cleaned
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.one_of import OneOf

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}
_TOO_LONG = (
    "Ce texte est trop long pour ce champ, qui contient au plus 100\u202f000 caractères\u00a0: rien n’a été collé, et "
    "il reste dans le presse-papiers."
)
_CUT = (
    "Ce texte est trop long pour cette ligne\u00a0: la fin n’a pas été collée, et le presse-papiers le tient toujours "
    "en entier."
)
_MOST_IN_LINE = 10_000
_HIGHEST_LINES = 14
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class LineEditor(QLineEdit):
    """One line."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget, *, placeholder: str = "") -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setMaxLength(_MOST_IN_LINE)
        self.inputRejected.connect(self._tell_cut)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        """What was typed."""
        return self.text()

    def show_value(self, value: str) -> None:
        """Show ``value``; a text that is there already is left alone, with its cursor."""
        if value != self.text():
            self.setMaxLength(max(_MOST_IN_LINE, len(value)))  # what was kept is shown whole
            self.setText(value)
            self.setCursorPosition(0)

    @Slot(object)
    def write(self, value: str) -> None:
        """Write what was chosen for the person, as if it was typed."""
        self.setText(value)
        self.edited.emit()

    @Slot()
    def _tell_cut(self) -> None:
        self.refused.emit(_CUT)


class TextEditor(QPlainTextEdit):
    """Several lines, as high as what is in it; Tab goes on to the next field, and pasted text loses its form."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget, *, least: int = 3, placeholder: str = "") -> None:
        """Begin empty, ``least`` lines high."""
        super().__init__(parent)
        self._least = least
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self.edited)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def value(self) -> str:
        """What was typed, with its non-breaking spaces: Qt's plain text would make common ones of them."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def show_value(self, value: str) -> None:
        """Show ``value``; a text that is there already is left alone, with its cursor."""
        if value != self.value():
            self.setPlainText(value)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text alone, without what no text may hold; what Word or a browser gives only as HTML too."""
        text = source.text()
        if source.hasHtml() and not source.hasFormat("text/plain"):
            page = QTextDocument()
            page.setHtml(source.html())
            text = page.toPlainText()
        if len(text) + self.document().characterCount() > MAX_TEXT:
            self.refused.emit(_TOO_LONG)  # laying out a megabyte would take minutes
            return
        self.textCursor().insertText(cleaned_paste(text))

    def mark(self, passages: Iterable[str], colour: QColor) -> None:
        """Underline every place of ``passages``, as what is told about below."""
        marks = []
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(colour)
        for each in passages:
            words = each.replace("\u00a0", " ")  # as the document reads its own text when it searches
            cursor = self.document().find(words, 0, QTextDocument.FindFlag.FindCaseSensitively)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, form
                marks.append(selection)
                cursor = self.document().find(words, cursor, QTextDocument.FindFlag.FindCaseSensitively)
        self.setExtraSelections(marks)

    def changeEvent(self, event: Any) -> None:
        """Fit another font."""
        super().changeEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit another width."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = min(max(self._least, int(self.document().size().height())), _HIGHEST_LINES)
        margins = self.contentsMargins()
        room = 2 * round(self.document().documentMargin()) + margins.top() + margins.bottom() + 2 * self.frameWidth()
        height = lines * line + room + 12
        if height != self.height():
            self.setFixedHeight(height)


class _Answer(QRadioButton):
    """One answer; an arrow chooses the next one also while none is chosen, where Qt would only go there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, and choose."""
        super().keyPressEvent(event)
        there = self.window().focusWidget()
        if event.key() in _ARROWS and isinstance(there, _Answer) and not self.group().checkedButton():
            there.click()


class ChoiceEditor(QWidget):
    """One of a few values, as radio buttons side by side; the arrows choose."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]], parent: QWidget) -> None:
        """``choices`` are values with their words."""
        super().__init__(parent)
        self._group = OneOf(self)
        self._values: list[Any] = []
        layout = FlowLayout(self, spacing=16)
        for value, label in choices:
            button = _Answer(label, self)
            self._group.add(button, len(self._values))
            self._values.append(value)
            layout.addWidget(button)
        self._group.idClicked.connect(self.edited)

    def value(self) -> Any:
        """The value chosen, None before."""
        chosen = self._group.checkedId()
        return self._values[chosen] if chosen >= 0 else None

    def show_value(self, value: Any) -> None:
        """Choose ``value``, or nothing when it is none of them."""
        chosen = self._values.index(value) if value in self._values else -1
        self._group.setExclusive(False)
        for place, button in enumerate(self._group.buttons()):
            button.setChecked(place == chosen)
        self._group.setExclusive(True)

    def setAccessibleName(self, name: str) -> None:
        """Say the question with each answer."""
        super().setAccessibleName(name)
        for button in self._group.buttons():
            button.setAccessibleName(f"{name}\u00a0: {button.text()}")

    def focus_first(self) -> None:
        """Give the keyboard to the chosen button, or to the first."""
        button = self._group.checkedButton() or self._group.buttons()[0]
        button.setFocus(Qt.FocusReason.TabFocusReason)


def cleaned_paste(text: str) -> str:
    """Return pasted text without what no record may hold; blanks at its ends stay."""
    kept = cleaned(text)
    start = len(text) - len(text.lstrip(" \n"))
    end = len(text.rstrip(" \n"))
    return f"{text[:start]}{kept}{text[end:]}" if kept else text if text.isspace() else kept
