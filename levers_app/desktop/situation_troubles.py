"""The problems of a site: a line that finds them, then a row each with its intensity."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from levers_app.catalogue.vocabulary import Entry
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.intensity_dots import IntensityDots
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.situation_state import Trouble
from levers_app.desktop.suggester import NOTHING_NAMED, Suggester, Suggestion, find_named
from levers_app.desktop.theme import Theme
from levers_app.search.fields import folded


class TroubleRow(QWidget):
    """A problem: its name, its dots with the level in words, and a cross.

    Signals:
        edited: another intensity.
        removed: the problem is to go.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, trouble: Trouble, entry: Entry, levels: dict[str, str], parent: QWidget) -> None:
        """Show ``trouble``, called by its short name; the full one is in a tooltip, and for screen readers."""
        super().__init__(parent)
        self.problem = trouble.problem
        name = text_label(entry.short, self)
        name.setToolTip(safe_tip(entry.label))
        self.dots = IntensityDots(theme, entry.label, levels, self)
        self.dots.setValue(trouble.intensity)
        self._level = QLabel(self)
        self._level.setProperty("role", "quiet")
        self.cross = cross = QToolButton(self)
        cross.setIcon(themed_icon("x", theme))
        cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cross.setAccessibleName(f"Retirer «\u00a0{entry.label}\u00a0»")
        cross.setToolTip(cross.accessibleName())
        cross.clicked.connect(self.removed)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(name, 1)
        above.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.dots)
        below.addWidget(self._level, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addLayout(below)
        self.dots.valueChanged.connect(self._change)
        self._show_level()

    def value(self) -> Trouble:
        """The problem as it is set."""
        return Trouble(self.problem, self.dots.value())

    @Slot()
    def _change(self) -> None:
        self._show_level()
        self.edited.emit()

    def _show_level(self) -> None:
        self._level.setText(self.dots.words())


class TroublesField(QWidget):
    """Finds problems by their words; Enter takes the first one, and the keyboard goes to its intensity.

    Signals:
        edited: a problem or an intensity changed.
    """

    edited = Signal()

    def __init__(self, theme: Theme, problems: Mapping[str, Entry], levels: dict[str, str], parent: QWidget) -> None:
        """``levels`` are the words of intensities."""
        super().__init__(parent)
        self._theme, self._problems, self._levels = theme, problems, levels
        self._folded = [(f" {folded(f'{entry.label} {entry.short}')}", slug) for slug, entry in problems.items()]
        self._rows: list[TroubleRow] = []
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Ajouter un problème\u00a0: halls, trafic, bruit…")
        self.line.setAccessibleName("Ajouter un problème")
        self.line.setClearButtonEnabled(False)
        self.line.returnPressed.connect(self._take_first)
        self.line.textChanged.connect(self._tell_nothing)
        self._suggester = Suggester(self.line, self._suggest)
        self._suggester.taken.connect(self._take, Qt.ConnectionType.QueuedConnection)  # the completer writes its words
        self._nothing = text_label(NOTHING_NAMED, self, role="fault")
        self._nothing.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.line)
        layout.addWidget(self._nothing)
        layout.addLayout(self._column)
        self.setFocusProxy(self.line)

    def value(self) -> tuple[Trouble, ...]:
        """The problems, in the order in which they were added."""
        return tuple(row.value() for row in self._rows)

    def show_value(self, value: Sequence[Trouble]) -> None:
        """Show these problems."""
        if tuple(value) != self.value():
            while self._rows:
                self._drop(self._rows[-1])
            for trouble in value:
                self._append(trouble)

    def row_of(self, problem: str) -> TroubleRow | None:
        """Return the row of a problem, if it is chosen."""
        return next((row for row in self._rows if row.problem == problem), None)

    def _append(self, trouble: Trouble) -> TroubleRow:
        row = TroubleRow(self._theme, trouble, self._problems[trouble.problem], self._levels, self)
        row.dots.entered.connect(self._take_keyboard)
        row.edited.connect(self.edited)
        row.removed.connect(self._remove)
        before: QWidget = self._rows[-1].cross if self._rows else self.line
        self._rows.append(row)
        self._column.addWidget(row)
        for stop in (row.dots, row.cross):  # Qt gives a row no place, since Tab does not stop at it
            QWidget.setTabOrder(before, stop)
            before = stop
        return row

    def _drop(self, row: TroubleRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()

    @Slot(object)
    def _take(self, slug: str) -> None:
        self.line.clear()
        self._suggester.hide()
        row = self.row_of(slug)
        if row is None:
            row = self._append(Trouble(slug))
            self.edited.emit()
        row.dots.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _take_first(self) -> None:
        if (first := self._suggester.first) is not None:
            self._take(first.data)

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, TroubleRow)  # noqa: S101 - connected to those only
        place = self._rows.index(row)
        self._drop(row)
        near = self._rows[min(place, len(self._rows) - 1)].dots if self._rows else self.line
        near.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    @Slot()
    def _take_keyboard(self) -> None:
        """Enter on an intensity: the next problem."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _tell_nothing(self, text: str) -> None:
        self._nothing.setVisible(bool(text.strip()) and self._suggester.first is None)

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        chosen = {row.problem for row in self._rows}
        found, inside = find_named(self._folded, folded(text).split())
        return [Suggestion(self._problems[slug].label, slug) for slug in (*found, *inside) if slug not in chosen]
