"""Fields of several rows: results, each measured or stated, and sources. An empty row always waits at the end."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from levers_app.catalogue.draft import ResultLine, SourceLine, readable_year
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.theme import Theme

_MOST = 60


class _Row(QWidget):
    """A row: its fields, and a cross."""

    edited = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, number: int) -> None:
        super().__init__(parent)
        self._number = number
        self._names: dict[QWidget, str] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._cross = QToolButton(self)
        self._cross.setIcon(themed_icon("x", theme))
        self._cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.name(self._cross, "Retirer la ligne {}")
        self._cross.setToolTip("Retirer cette ligne")
        self._cross.clicked.connect(self.removed)
        room = self._cross.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._cross.setSizePolicy(room)
        self._cross.hide()

    def name(self, part: QWidget, name: str) -> None:
        """Name a part of this row; « {} » stands for its number."""
        self._names[part] = name
        part.setAccessibleName(name.format(self._number))

    def set_number(self, number: int) -> None:
        """Name the parts by another number: a row before this one went."""
        self._number = number
        for part, name in self._names.items():
            part.setAccessibleName(name.format(number))

    def line(self, *parts: QWidget) -> QHBoxLayout:
        """Put fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, part in enumerate(parts):
            row.addWidget(part, 0 if place else 1)
        self._layout.addLayout(row)
        return row

    def last_line(self, *parts: QWidget) -> None:
        """Put fields side by side, then the cross: Tab reaches it when the row is written."""
        self.line(*parts).addWidget(self._cross)

    def field(self, name: str, placeholder: str, width: int = 0) -> LineEditor:
        """Return a line of this row."""
        editor = LineEditor(self, placeholder=placeholder)
        self.name(editor, f"{name} {{}}")
        if width:
            editor.setFixedWidth(width)
        editor.edited.connect(self.edited)
        return editor

    def faulty(self) -> QLineEdit | None:
        """The field in which something cannot be recorded, if there is one."""
        return None

    def describe_fault(self, description: str) -> None:
        """Tell a screen reader what is wrong, in the field in which it is."""
        for part in self._names:
            if isinstance(part, LineEditor):
                part.setAccessibleDescription(description if part is self.faulty() else part.placeholderText())

    def let_remove(self, *, possible: bool) -> None:
        """An empty row has no cross."""
        self._cross.setVisible(possible)

    def focus_first(self) -> None:
        field = self.findChild(QLineEdit)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)


class ResultRow(_Row):
    """What was found, the figure if there is one, and whether it was measured."""

    def __init__(self, theme: Theme, parent: QWidget, number: int) -> None:
        """Begin empty."""
        super().__init__(theme, parent, number)
        self._statement = self.field("Résultat", "Ce qui a changé, ou n’a pas changé")
        self._figure = self.field("Chiffre du résultat", "Chiffre, comme «\u00a0−30\u00a0% de plaintes\u00a0»")
        self._measured = QCheckBox("mesuré", self)
        self.name(self._measured, "Résultat {} mesuré, et non seulement déclaré")
        self._measured.setToolTip("Cochez si le résultat vient d’un comptage ou d’une enquête, et non d’un avis")
        self._measured.clicked.connect(self.edited)
        self.line(self._statement)
        self.last_line(self._figure, self._measured)

    def value(self) -> ResultLine:
        """What was typed."""
        return ResultLine(self._statement.value(), self._figure.value(), self._measured.isChecked())

    def show_value(self, value: ResultLine) -> None:
        """Show a result."""
        self._statement.show_value(value.statement)
        self._figure.show_value(value.figure)
        self._measured.setChecked(value.measured)


class SourceRow(_Row):
    """Title, publisher, year and address of a source."""

    def __init__(self, theme: Theme, parent: QWidget, number: int) -> None:
        """Begin empty."""
        super().__init__(theme, parent, number)
        self._title = self.field("Titre de la source", "Titre du document ou de la page")
        self._publisher = self.field("Auteur ou éditeur de la source", "Auteur, organisme ou journal")
        self._year = self.field("Année de la source", "Année", theme.px(80))
        self._url = self.field("Adresse de la source", "Adresse sur internet, si elle existe")
        self.line(self._title)
        self.line(self._publisher, self._year)
        self.last_line(self._url)

    def value(self) -> SourceLine:
        """What was typed."""
        return SourceLine(self._title.value(), self._publisher.value(), self._year.value(), self._url.value())

    def show_value(self, value: SourceLine) -> None:
        """Show a source."""
        self._title.show_value(value.title)
        self._publisher.show_value(value.publisher)
        self._year.show_value(value.year)
        self._url.show_value(value.url)

    def faulty(self) -> QLineEdit | None:
        """The year, when it is none."""
        return self._year if readable_year(self._year.value()) is None else None


EntryRow = ResultRow | SourceRow


class RowsEditor(QWidget):
    """Rows of one kind.

    Signals:
        edited: something in them changed.
        removed: a row went by its cross; the value before that.
    """

    edited = Signal()
    removed = Signal(object)

    def __init__(self, make: Callable[[Theme, QWidget, int], EntryRow], theme: Theme, parent: QWidget) -> None:
        """``make`` gives an empty row."""
        super().__init__(parent)
        self._make = make
        self._theme = theme
        self._rows: list[EntryRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._add()
        self._nothing: Any = self._rows[0].value()

    def value(self) -> tuple[Any, ...]:
        """The rows in which something was typed."""
        return tuple(value for row in self._rows if (value := row.value()) != self._nothing)

    def show_value(self, value: Sequence[Any]) -> None:
        """Show rows, and an empty one."""
        if tuple(value) == self.value():
            return
        while len(self._rows) > len(value) + 1:
            self._take(self._rows[-1])
        while len(self._rows) < len(value) + 1:
            self._add()
        for row, shown in zip(self._rows, (*value, self._nothing), strict=False):
            row.show_value(shown)
        self._show_crosses()

    def setAccessibleDescription(self, description: str) -> None:
        """Describe what is wrong in a row where it stands; the other fields say what they are for themselves."""
        super().setAccessibleDescription(description)
        for row in self._rows:
            row.describe_fault(description)

    def focus_first(self) -> None:
        """Give the keyboard to what is wrong in a row, or to the first row."""
        wrong = next((field for row in self._rows if (field := row.faulty()) is not None), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._rows[0].focus_first()

    def _add(self) -> None:
        row = self._make(self._theme, self, len(self._rows) + 1)
        row.edited.connect(self._change)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._layout.addWidget(row)

    def _show_crosses(self) -> None:
        for row in self._rows:
            row.let_remove(possible=row.value() != self._nothing)

    @Slot()
    def _change(self) -> None:
        if self._rows[-1].value() != self._nothing and len(self._rows) < _MOST:
            self._add()
        self._show_crosses()
        self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        row, before = self.sender(), self.value()
        if isinstance(row, ResultRow | SourceRow):
            if len(self._rows) > 1:
                self._take(row)
            else:
                row.show_value(self._nothing)
            self._rows[-1].focus_first()
            self._change()
            self.removed.emit(before)

    def _take(self, row: EntryRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        for number, left in enumerate(self._rows, start=1):
            left.set_number(number)
