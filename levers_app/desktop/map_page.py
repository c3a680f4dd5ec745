"""The page of the map of what is known."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.map_data import VIEWS, GridCell, Maps, reading
from levers_app.desktop.map_france import LEAST_WIDTH, Area, FranceMap
from levers_app.desktop.map_head import MapHead
from levers_app.desktop.map_legend import Legend
from levers_app.desktop.map_paint import table_width
from levers_app.desktop.map_table import MapTable
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import counted

_CHOOSE = "Choisissez une case\u00a0: flèches ou souris."
_SCROLL_BAR = 12
_WIDEST = 16_777_215
"""What Qt takes for no limit."""


class MapPage(QWidget):
    """Title, tabs, table, and under it what the current cell says; it only tells what was asked.

    Signals:
        view_chosen: key of a table.
        opened: the cell whose examples are wanted.
        case_wanted: row and column of a cell for which an example is to be written.
        csv_wanted, picture_wanted: the table is to be saved.
    """

    view_chosen = Signal(str)
    opened = Signal(object)
    case_wanted = Signal(str, str)
    csv_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._maps: Maps | None = None
        self._view = "problems"
        self.table = MapTable(theme, "Carte des preuves", self)
        self.table.glanced.connect(self._tell_cell)
        self.table.opened.connect(self._open)
        self._legend = Legend(theme, vocabulary, self)
        self._turned = False
        self.france = FranceMap(theme, self)
        self.france.chosen.connect(self._choose_department)
        self.head = MapHead(theme, vocabulary, self)
        self.head.view_chosen.connect(self.view_chosen)
        self.head.csv_wanted.connect(self.csv_wanted)
        self.head.picture_wanted.connect(self.picture_wanted)
        self.head.turned.connect(self._take_turns)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.table, 1)
        middle.addWidget(self._scrolled(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        column.addWidget(self._foot())

    def _scrolled(self) -> QWidget:
        self._around = QScrollArea(self)
        self._around.setAccessibleName("Carte de France")
        self._around.setWidgetResizable(True)
        self._around.setWidget(self.france)
        self._around.viewport().setAutoFillBackground(False)
        self._around.hide()
        return self._around

    def _foot(self) -> QWidget:
        px = self._theme.px
        foot = QFrame(self)
        foot.setProperty("look", "map_foot")
        self._told = text_label(_CHOOSE, foot)
        self._list = plain_button("Voir les exemples", foot)
        self._list.clicked.connect(self._open_current)
        self._write = plain_button("Ajouter un exemple", foot)
        self._write.clicked.connect(self._write_current)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._told, 1)
        for button in (self._list, self._write):
            button.hide()
            row.addWidget(button)
        column = QVBoxLayout(foot)
        column.setContentsMargins(px(20), px(8), px(20), px(8))
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self._legend)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low page the table keeps the room; a narrow one shows the table or the map of France."""
        super().resizeEvent(event)
        self.head.arrange(event.size())
        self._show_parts()

    def _show_parts(self) -> None:
        """Show the map of France beside its table or in turn with it, or the legend of the other tables."""
        departments = self._view == "departments"
        wanted = table_width(self.table.grid, self._theme) + self._theme.px(_SCROLL_BAR)
        beside = departments and self.width() >= wanted + self._theme.px(LEAST_WIDTH)
        alone = departments and not beside and self._turned
        self.head.offer_turn(offered=departments and not beside, map_in_front=alone)
        self.table.setMinimumWidth(wanted if beside else 0)
        self.table.setMaximumWidth(wanted if beside else _WIDEST)
        self._around.setFocusPolicy(Qt.FocusPolicy.TabFocus if alone else Qt.FocusPolicy.NoFocus)
        self._around.setVisible(beside or alone)
        self.table.setVisible(not alone)
        self._legend.setVisible(not departments and self.head.shows_legend(self.height()))

    @Slot()
    def _take_turns(self) -> None:
        self._turned = not self._turned
        self._show_parts()

    # -- what is shown

    def show_maps(self, shown: Maps, drawn: Sequence[Area]) -> None:
        """Show what the base knows now."""
        self._maps = shown
        self.france.show_map(drawn, shown.grids["departments"])
        self.head.tell(f"{counted(shown.total, 'exemple publié', 'exemples publiés')}. {reading(shown)}")
        self.show_view(self._view)

    def show_view(self, key: str) -> None:
        """Bring a table to the front."""
        self._view = key if key in VIEWS else "problems"
        self.head.check(self._view)
        if self._maps is not None:
            grid = self._maps.grids[self._view]
            self.table.setAccessibleName(f"Carte des preuves\u00a0: {VIEWS[self._view]}")
            self.table.show_grid(grid)
            self._tell_cell(self.table.cell())
        self._show_parts()

    @property
    def view(self) -> str:
        """Key of the table in front."""
        return self._view

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to the map that is in front of it."""
        self._front.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _front(self) -> QWidget:
        return self._around if self.table.isHidden() else self.table

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes to."""
        return [self._front, self.head.save]

    @Slot(object)
    def _tell_cell(self, cell: GridCell | None) -> None:
        self._told.setText(cell.told if cell else _CHOOSE)
        self._list.setVisible(cell is not None and cell.leads)
        if self._view == "departments":
            at = self.table.currentIndex()
            self.france.choose(self.table.grid.rows[at.row()].key if at.isValid() else "")
        self._write.setVisible(cell is not None and not cell.outcomes.total and self._view == "problems")

    # -- what the person does

    @Slot(int, int)
    def _open(self, row: int, column: int) -> None:
        cell = self.table.grid.cells[row][column]
        if cell.leads:
            self.opened.emit(cell)

    @Slot(str)
    def _choose_department(self, number: str) -> None:
        """A department was clicked: its list, or why there is none."""
        rows = [head.key for head in self.table.grid.rows]
        if number in rows:
            self.table.choose(rows.index(number))
            self._open(rows.index(number), 0)
        else:
            self.table.setCurrentIndex(self.table.map.index(-1, -1))
            self._tell_cell(None)
            self.france.choose(number)
            self._told.setText(self.france.told(number))

    @Slot()
    def _open_current(self) -> None:
        at = self.table.currentIndex()
        self._open(at.row(), at.column())

    @Slot()
    def _write_current(self) -> None:
        at, grid = self.table.currentIndex(), self.table.grid
        self.case_wanted.emit(grid.rows[at.row()].key, grid.columns[at.column()].key)
