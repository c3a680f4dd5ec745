"""The page of the map of what is known."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.chips import CountTab
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.map_data import VIEWS, GridCell, Maps, reading
from levers_app.desktop.map_france import Area, FranceMap
from levers_app.desktop.map_paint import bar_colour
from levers_app.desktop.map_table import MapTable
from levers_app.desktop.marks import paint_outcome
from levers_app.desktop.one_of import OneOf
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import OUTCOMES
from levers_app.sheets.wording import counted, short_label

_CHOOSE = "Choisissez une case\u00a0: flèches ou souris."
_READING_FROM, _LEGEND_FROM, _TITLE_FROM, _BESIDE_FROM = 560, 480, 420, 900


class Legend(QWidget):
    """What the colours of bars mean, each with the sign of its outcome, and the dot."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Show the outcomes, then what a dot means."""
        super().__init__(parent)
        self._theme = theme
        self._words = [(slug, short_label(vocabulary.outcomes[slug])) for slug in OUTCOMES]
        self._dot = "proposé, aucun exemple encore"
        words = ", ".join(word for _, word in self._words)
        self.setAccessibleName(f"Légende\u00a0: {words}\u202f; point\u00a0: {self._dot}")

    def sizeHint(self) -> QSize:
        """One line."""
        px = self._theme.px
        words = sum(self._theme.metrics("label").horizontalAdvance(word) for _, word in self._words)
        dot = self._theme.metrics("label").horizontalAdvance(self._dot)
        return QSize(round(words + dot) + px(4 * 60 + 20), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign, bar and word of each outcome; the dot."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("label"))
        left, middle = 0.0, self.height() / 2
        for slug, word in self._words:
            paint_outcome(painter, slug, theme, QRectF(left, middle - px(6), px(12), px(12)))
            painter.fillRect(QRectF(left + px(16), middle - px(2), px(14), px(4)), bar_colour(slug, theme))
            left = self._write(painter, word, left + px(36)) + px(20)
        painter.fillRect(QRectF(left, middle - px(1.5), px(3), px(3)), theme.colour("ink2"))
        self._write(painter, self._dot, left + px(10))
        painter.end()

    def _write(self, painter: QPainter, word: str, left: float) -> float:
        painter.setPen(self._theme.colour("ink2"))
        width = self._theme.metrics("label").horizontalAdvance(word)
        painter.drawText(QRectF(left, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
        return left + width


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
        self.france = FranceMap(theme, self)
        self.france.chosen.connect(self._choose_department)
        self.france.hide()
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.table, 6)
        self._middle.addWidget(self.france, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(self._middle, 1)
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        px = self._theme.px
        head = QFrame(self)
        head.setProperty("look", "page_head")
        self._title = text_label("Carte des preuves", head, role="page")
        self._reading = text_label("", head, role="quiet")
        self._save = plain_button("\u2002Enregistrer", head)
        self._save.setAccessibleName("Enregistrer la carte")
        self._save.setIcon(themed_icon("download", self._theme, token="ink"))
        self._save.setIconSize(QSize(px(18), px(18)))
        menu = QMenu(self._save)
        self.save_picture_action = menu.addAction("En image (PNG)…")
        self.save_picture_action.triggered.connect(self.picture_wanted)
        self.save_csv_action = menu.addAction("En tableau (CSV)…")
        self.save_csv_action.triggered.connect(self.csv_wanted)
        self._save.setMenu(menu)
        tabs = QWidget(head)
        flow = FlowLayout(tabs, spacing=px(20), close=True)
        group = OneOf(self)
        self._tabs: dict[str, CountTab] = {}
        for key, label in VIEWS.items():
            tab = self._tabs[key] = CountTab(key, label, self._theme, tabs)
            tab.clicked.connect(self._turn)
            group.add(tab)
            flow.addWidget(tab)
        below = QHBoxLayout()
        below.addWidget(tabs, 1)
        below.addWidget(self._save)
        column = QVBoxLayout(head)
        column.setContentsMargins(px(20), px(12), px(20), 0)
        column.setSpacing(px(4))
        column.addWidget(self._title)
        column.addWidget(self._reading)
        column.addLayout(below)
        return head

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
        """In a low page the table keeps the room: how to read it goes, then the legend."""
        super().resizeEvent(event)
        self._title.setVisible(self._has_room(_TITLE_FROM))
        self._reading.setVisible(self._has_room(_READING_FROM))
        self._show_parts()
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop)

    def _show_parts(self) -> None:
        """Show the map of France, or the legend of the other tables, where there is room."""
        departments, beside = self._view == "departments", self.width() >= self._theme.px(_BESIDE_FROM)
        self.france.setVisible(departments and (beside or self._has_room(_READING_FROM)))
        self._legend.setVisible(not departments and self._has_room(_LEGEND_FROM))

    def _has_room(self, high: int) -> bool:
        return self.height() >= self._theme.px(high)

    # -- what is shown

    def show_maps(self, shown: Maps, drawn: Sequence[Area]) -> None:
        """Show what the base knows now."""
        self._maps = shown
        self.france.show_map(drawn, shown.grids["departments"])
        self._reading.setText(f"{counted(shown.total, 'exemple publié', 'exemples publiés')}. {reading(shown)}")
        self.show_view(self._view)

    def show_view(self, key: str) -> None:
        """Bring a table to the front."""
        self._view = key if key in VIEWS else "problems"
        self._tabs[self._view].setChecked(True)
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
        """Give the keyboard to the table."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes to."""
        return [self.table, self._save]

    @Slot(object)
    def _tell_cell(self, cell: GridCell | None) -> None:
        self._told.setText(cell.told if cell else _CHOOSE)
        self._list.setVisible(cell is not None and cell.leads)
        if self._view == "departments":
            at = self.table.currentIndex()
            self.france.choose(self.table.grid.rows[at.row()].key if at.isValid() else "")
        self._write.setVisible(cell is not None and not cell.outcomes.total and self._view == "problems")

    # -- what the person does

    @Slot()
    def _turn(self) -> None:
        self.view_chosen.emit(str(self.sender().property("kind")))

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
