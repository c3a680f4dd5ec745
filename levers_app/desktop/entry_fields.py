"""The fields of the form: a label, what is expected, an editor, and what is wrong with it.

Every editor has ``value()``, ``show_value()`` and a signal ``edited``; those of text also ``refused``, with a sentence.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from levers_app.catalogue.draft import MAX_TEXT, cleaned
from levers_app.desktop.dialogs import announce, text_label
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.sheets.wording import counted

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}
_TOO_LONG = (
    "Ce texte est trop long pour une rubrique, qui tient 100\u202f000 caractères\u00a0: rien n’a été collé, et il "
    "reste dans le presse-papiers. Ajoutez plutôt le document lui-même, sous «\u00a0Photos et documents\u00a0»."
)
_CUT = (
    "Ce texte est trop long pour cette ligne\u00a0: la fin n’a pas été collée, et le presse-papiers le tient toujours "
    "en entier."
)
_MOST_IN_LINE = 10_000
_HIGHEST_LINES = 14


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

    @Slot()
    def _tell_cut(self) -> None:
        self.refused.emit(_CUT)


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


class ChoiceEditor(QWidget):
    """One of a few values, as radio buttons side by side; the arrows choose."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]], parent: QWidget) -> None:
        """``choices`` are values with their words."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        layout = FlowLayout(self, spacing=16)
        for value, label in choices:
            button = QRadioButton(label, self)
            self._group.addButton(button, len(self._values))
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


class FieldBox(QWidget):
    """An editor with its label above, a hint, and below it what is wrong and what the privacy guard points out."""

    def __init__(self, label: str, editor: QWidget, parent: QWidget, *, hint: str = "", optional: bool = False) -> None:
        """``optional`` fields say so."""
        super().__init__(parent)
        self.editor = editor
        self.label = label
        editor.setParent(self)
        self._about = " ".join(filter(None, ("Facultatif." if optional else "", hint)))
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(self._about)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        head = QWidget(self)
        line = FlowLayout(head, spacing=8)
        name = QLabel(label, head)
        name.setProperty("role", "ui_strong")
        line.addWidget(name)
        if optional:
            aside = QLabel("facultatif", head)
            aside.setProperty("role", "quiet")
            line.addWidget(aside)
        self._layout.addWidget(head)
        if hint:
            self._layout.addWidget(text_label(hint, self, role="quiet"))
        self._layout.addWidget(editor)
        self._fault = text_label("", self, role="fault")
        self._fault.hide()
        self._layout.addWidget(self._fault)
        if isinstance(editor, LineEditor | TextEditor):
            editor.refused.connect(self._show_refusal)
            editor.edited.connect(self.forget_refusal)
        self._refusal = ""
        self.fault = ""
        self.remarks: list[QFrame] = []
        self._more = text_label("", self, role="quiet")
        self._more.hide()

    @Slot(str)
    def _show_refusal(self, text: str) -> None:
        """Say what was not taken, until something is typed: nothing is wrong with what stands there."""
        self._refusal = text
        self.show_fault(self.fault)
        QTimer.singleShot(0, self._bring_into_sight)

    @Slot()
    def forget_refusal(self) -> None:
        """What was said of a paste is no longer of use."""
        if self._refusal:
            self._refusal = ""
            self.show_fault(self.fault)

    @Slot()
    def _bring_into_sight(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self._fault)

    def show_fault(self, text: str) -> None:
        """Say under the editor what is wrong with it; nothing takes that away."""
        self.fault = text
        shown = self._refusal or text
        if shown == self._fault.text():
            return
        self._fault.setText(shown)
        self._fault.setVisible(bool(shown))
        self.editor.setAccessibleDescription(" ".join(filter(None, (shown, self._about))))
        self.editor.setProperty("faulty", bool(text))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if shown:
            announce(self.editor, shown)

    def show_remarks(self, remarks: Sequence[QFrame], more: int = 0) -> None:
        """Show frames below the editor in place of the earlier ones, and say how many more there are."""
        for frame in self.remarks:
            if frame not in remarks:
                frame.hide()
                frame.deleteLater()
        for frame in remarks:
            if frame not in self.remarks:
                self._layout.addWidget(frame)
        self.remarks = list(remarks)
        self._more.setText(f"Et {counted(more, 'autre passage', 'autres passages')}, après ceux-ci." if more else "")
        self._more.setVisible(bool(more))
        self._layout.removeWidget(self._more)
        self._layout.addWidget(self._more)

    def take_focus(self) -> None:
        """Give the keyboard to the editor."""
        focus = getattr(self.editor, "focus_first", None)
        if focus is not None:
            focus()
        else:
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        """As its parts need."""
        return self._layout.sizeHint()


def cleaned_paste(text: str) -> str:
    """Return pasted text without what no record may hold; blanks at its ends stay."""
    kept = cleaned(text)
    start = len(text) - len(text.lstrip(" \n"))
    end = len(text.rstrip(" \n"))
    return f"{text[:start]}{kept}{text[end:]}" if kept else text if text.isspace() else kept
