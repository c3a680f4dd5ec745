"""The form of one action of a plan: a field for each of its texts, and what the sheet of its lever has for it."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from levers_app.catalogue.actions import STATES, TEXTS, Action
from levers_app.desktop.action_rows import one_line
from levers_app.desktop.choice_box import ChoiceBox
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.entry_fields import LineEditor, TextEditor
from levers_app.desktop.field_box import FieldBox
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.theme import Theme

_STATE = "state"
_ROWS = (
    ("what",),
    ("detail",),
    ("who", "when"),
    ("partners",),
    ("cost",),
    ("carried",),
    ("indicator",),
    (_STATE,),
    ("follow_up",),
)
"""The fields, those of a row side by side."""
_LINES = {"what", "who", "when"}
"""Fields of one line."""
_EMPTY = {
    "who": "Qui en répond",
    "when": "Date, trimestre, rythme",
    "cost": "Un montant seul, comme 12\u202f000\u00a0€, entre dans le total",
}
"""What is written in fields as long as they are empty."""
_FROM_SHEET = ("who", "partners", "cost", "carried", "indicator")
_MENU = 480


class ActionForm(QWidget):
    """Shows one action; it only tells what was changed.

    Signals:
        edited: a field, and what stands in it now.
        open_wanted: the sheet of the lever is to be shown.
    """

    edited = Signal(str, str)
    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin with an empty action."""
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self.fields: dict[str, FieldBox] = {}
        self._takers: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(20))
        column.setSpacing(theme.px(4))
        column.addLayout(self._lever_row())
        for key, label in TEXTS.items():
            self.fields[key] = self._field(key, label)
        for key in _FROM_SHEET:
            self.fields[key].add_beside(self._taker(key))
        for row in _ROWS:
            column.addSpacing(theme.px(6))
            column.addLayout(self._row(row))
        column.addStretch(1)
        stops = [self._open, *(stop for row in _ROWS for key in row for stop in self._stops(key))]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # -- what is shown

    def show_action(self, action: Action, lever: str) -> None:
        """Show an action; texts that are there already are left alone, with their cursor. ``lever`` is its title."""
        self._quiet = True
        for key, box in self.fields.items():
            box.editor.show_value(getattr(action, key))  # type: ignore[attr-defined]
        self.state.setCurrentIndex(self.state.findData(action.state))
        self._quiet = False
        self._lever.setText(lever or "Action propre, sans levier")
        self._open.setVisible(bool(lever))

    def offer(self, proposals: Mapping[str, Sequence[str]]) -> None:
        """Offer what the sheet of the lever has, by field."""
        for key, button in self._takers.items():
            texts = proposals.get(key, ())
            button.setVisible(bool(texts))
            old = button.menu()
            menu = QMenu(button)
            menu.setToolTipsVisible(True)
            for text in texts:
                action = menu.addAction(self._short(one_line(text)))
                action.setToolTip(safe_tip(text))
                action.triggered.connect(partial(self._take_over, key, text))
            button.setMenu(menu)
            if old is not None:
                old.deleteLater()

    def take_focus(self) -> None:
        """Give the keyboard to what is done."""
        self.fields["what"].take_focus()
        self.fields["what"].bring_into_sight()

    # -- parts

    def _lever_row(self) -> QHBoxLayout:
        self._lever = text_label("", self, role="quiet")
        self._open = plain_button("Ouvrir la fiche", self, look="link")
        self._open.clicked.connect(self.open_wanted)
        row = QHBoxLayout()
        row.addWidget(self._lever, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _row(self, keys: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(16))
        low = Qt.AlignmentFlag.AlignBottom if len(keys) > 1 else Qt.AlignmentFlag(0)  # editors stand on one line
        for key in keys:
            row.addWidget(self._state_box() if key == _STATE else self.fields[key], 1, low)
        return row

    def _stops(self, key: str) -> list[QWidget]:
        """Return where the keyboard stops for a field: the editor first, then what the sheet has for it."""
        editor = self.state if key == _STATE else self.fields[key].editor
        return [editor, *([self._takers[key]] if key in self._takers else [])]

    def _field(self, key: str, label: str) -> FieldBox:
        empty = _EMPTY.get(key, "")
        one_line = key in _LINES
        editor = LineEditor(self, placeholder=empty) if one_line else TextEditor(self, least=2, placeholder=empty)
        editor.edited.connect(partial(self._tell, key))
        return FieldBox(label, editor, self)

    def _taker(self, key: str) -> QPushButton:
        button = self._takers[key] = plain_button("De la fiche…", self, look="link")
        button.setAccessibleName(f"{TEXTS[key]}\u00a0: reprendre de la fiche")
        button.hide()
        return button

    def _state_box(self) -> FieldBox:
        self.state = ChoiceBox(self)
        for state, label in STATES.items():
            self.state.addItem(label, state)
        self.state.activated.connect(self._tell_state)
        return FieldBox("État", self.state, self)

    def _short(self, text: str) -> str:
        """Return a text as wide as a menu may be; « & » is no mark of a key in it."""
        wide = QFontMetrics(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, self._theme.px(_MENU))
        return wide.replace("&", "&&")

    # -- what the person does

    def _tell(self, key: str) -> None:
        if not self._quiet:
            self.edited.emit(key, self.fields[key].editor.value())  # type: ignore[attr-defined]

    @Slot()
    def _tell_state(self) -> None:
        self.edited.emit(_STATE, str(self.state.currentData()))

    def _take_over(self, key: str, text: str) -> None:
        """Put a text of the sheet after what stands in a field, unless it is there; Ctrl+Z takes it back."""
        box, editor = self.fields[key], self.fields[key].editor
        if isinstance(editor, LineEditor):
            editor.end(False)
            if text not in editor.value():
                editor.insert(f", {one_line(text)}" if editor.value().strip() else one_line(text))
                self._tell(key)  # what the program inserts is no typing for a line
        elif isinstance(editor, TextEditor):
            editor.moveCursor(QTextCursor.MoveOperation.End)
            if text not in editor.value():
                editor.insertPlainText(f"\n{text}" if editor.value().strip() else text)
        box.take_focus()
