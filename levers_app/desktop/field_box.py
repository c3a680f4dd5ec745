"""A field of the form: a label, what is expected, an editor, and what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from levers_app.desktop.dialogs import announce, text_label
from levers_app.desktop.entry_fields import LineEditor, TextEditor
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.sheets.wording import counted


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
        line = self._head = FlowLayout(head, spacing=8)
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

    def add_beside(self, part: QWidget) -> None:
        """Put something beside the label."""
        self._head.addWidget(part)

    @Slot(str)
    def _show_refusal(self, text: str) -> None:
        """Say what was not taken, until something is typed: nothing is wrong with what stands there."""
        self._refusal = text
        self.show_fault(self.fault)
        QTimer.singleShot(0, self._show_told)

    @Slot()
    def forget_refusal(self) -> None:
        """What was said of a paste is no longer of use."""
        if self._refusal:
            self._refusal = ""
            self.show_fault(self.fault)

    @Slot()
    def _show_told(self) -> None:
        self._show_parts(self._fault)

    def _show_parts(self, *parts: QWidget) -> None:
        """Scroll the page to each of ``parts``, of which the last is sure to be seen."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        for part in parts if area is not None else ():
            area.ensureWidgetVisible(part)  # type: ignore[union-attr]

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
                frame.show()  # now, not in a turn to come: Tab is told what stands there
        self.remarks = list(remarks)
        self._more.setText(f"Et {counted(more, 'autre passage', 'autres passages')}, après ceux-ci." if more else "")
        self._more.setVisible(bool(more))
        self._layout.removeWidget(self._more)
        self._layout.addWidget(self._more)

    def take_focus(self) -> None:
        """Give the keyboard to the editor, where its text ends: all of it chosen, the next letter would replace it."""
        focus, point = getattr(self.editor, "focus_first", None), getattr(self.editor, "focus_words", None)
        words = getattr(self.remarks[0], "words", "") if self.remarks else ""
        if point is not None and words and point(words):
            return
        if focus is not None:
            focus()
        else:
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line = self.window().focusWidget()
        if isinstance(line, QLineEdit) and self.isAncestorOf(line):
            line.end(False)
        elif isinstance(line, TextEditor) and line is self.editor and line.textCursor().atStart():
            line.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def bring_into_sight(self) -> None:
        """Scroll the page to this field: to the part that has the keyboard, with what is pointed out below it."""
        part = QApplication.focusWidget()
        here = [part] if part is not None and self.isAncestorOf(part) else []
        self._show_parts(self, *self.remarks[:1], *here)

    def sizeHint(self) -> QSize:
        """As its parts need."""
        return self._layout.sizeHint()
