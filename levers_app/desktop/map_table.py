"""A table of the map: frozen heads, cells painted; screen readers and the keyboard go through it cell by cell."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QTableView,
    QWidget,
)

from levers_app.desktop.frozen_table import set_up
from levers_app.desktop.map_data import Grid, GridCell
from levers_app.desktop.map_paint import (
    FAMILY_GAP,
    LEVEL,
    CellPainter,
    begins_family,
    column_width,
    heads_height,
    labels_width,
    paint_column,
    paint_row,
    row_height,
)
from levers_app.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_STRIPS_AT_ONCE = 3
"""Rows that are painted in one turn: some milliseconds each, and the window goes on in between."""
_LEAST_ROWS = 3
"""Rows that stay in view before turned heads are cut."""
_NOTHING = Grid("", (), (), ())


class MapModel(QAbstractTableModel):
    """The cells of a table of the map."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.grid = _NOTHING

    def show(self, grid: Grid) -> None:
        """Show ``grid``."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of rows."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Number of examples, or the cell as a sentence."""
        if not index.isValid():
            return None
        cell = self.grid.cells[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(cell.outcomes.total) if cell.outcomes.total else ""
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return cell.told
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Label of a row or of a column."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        heads = self.grid.columns if orientation == Qt.Orientation.Horizontal else self.grid.rows
        return heads[section].label


class _Heads(QHeaderView):
    def __init__(self, orientation: Qt.Orientation, theme: Theme, model: MapModel, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._model = model
        self._table = parent
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        theme, grid = self._theme, self._model.grid
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(labels_width(grid, theme), 0)
        room = self._table.height() - _LEAST_ROWS * row_height(grid, theme) - self._table.horizontalScrollBar().height()
        return QSize(0, min(heads_height(grid, theme), max(theme.px(LEVEL), self._table.height() // 2, room)))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        current, across = self._table.currentIndex(), self.orientation() == Qt.Orientation.Horizontal
        chosen = (current.column() if across else current.row()) == logicalIndex
        paint = paint_column if across else paint_row
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, QRectF(rect), self._model.grid, logicalIndex, self._theme, chosen=chosen)
        painter.restore()


class MapTable(QTableView):
    """The table. It is its own twin for keyboard and screen reader: a real table with heads and spoken cells.

    Signals:
        glanced: the cell that became current.
        opened: row and column of a cell; Enter, or a click.
    """

    glanced = Signal(object)
    opened = Signal(int, int)

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        """``name`` is what a screen reader calls the table."""
        super().__init__(parent)
        self._theme = theme
        self.map = MapModel(self)
        self.setAccessibleName(name)
        self.setAccessibleDescription("Les flèches vont d’une case à l’autre, Entrée ouvre la liste des exemples.")
        self.setModel(self.map)
        self._cells = CellPainter(theme)
        self._strips: dict[int, QPixmap] = {}
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._paint_more)
        columns = _Heads(Qt.Orientation.Horizontal, theme, self.map, self)
        set_up(self, columns, _Heads(Qt.Orientation.Vertical, theme, self.map, self))
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._glance)

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self.map.grid

    def show_grid(self, grid: Grid) -> None:
        """Show a table; the cell that was read stays current in the same one."""
        if grid == self.map.grid:
            return
        before, at = self.map.grid.key, self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() and before == grid.key else (-1, -1)
        self.map.show(grid)
        self._strips.clear()
        for number in range(len(grid.columns)):
            self.setColumnWidth(number, column_width(grid, number, self._theme))
        self.verticalHeader().setDefaultSectionSize(row_height(grid, self._theme))
        self.horizontalHeader().updateGeometry()
        self.verticalHeader().updateGeometry()
        self.updateGeometries()
        if row >= 0 and self.map.index(row, column).isValid():
            self.setCurrentIndex(self.map.index(row, column))
        elif self.hasFocus() and self.map.rowCount():  # the keyboard came before the table
            self.choose(0)

    def cell(self) -> GridCell | None:
        """Return the current cell, if there is one."""
        index = self.currentIndex()
        return self.map.grid.cells[index.row()][index.column()] if index.isValid() else None

    def choose(self, row: int, column: int = 0) -> None:
        """Make a cell current."""
        self.setCurrentIndex(self.map.index(row, column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.map.rowCount():
            self.choose(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens; resting on a cell says what it holds."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self.opened.emit(index.row(), index.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turned heads are whole as long as some rows are in view under them; else they take half of the table."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the rows in view together from strips; few new ones at once, the others in the next turns."""
        painter = QPainter(self.viewport())
        area, made = self.viewport().rect(), 0
        left = -self.horizontalHeader().offset()
        for row in range(max(0, self.rowAt(0)), len(self.map.grid.rows)):
            top = self.rowViewportPosition(row)
            if top > area.bottom():
                break
            if row not in self._strips:
                if made == _STRIPS_AT_ONCE:
                    self._more.start()
                    break
                self._strips[row] = self._strip(row)
                made += 1
            painter.drawPixmap(left, top, self._strips[row])
        self._paint_current(painter)
        painter.end()

    def _strip(self, row: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        width, high = max(1, self.horizontalHeader().length()), row_height(self.map.grid, self._theme)
        strip = QPixmap(round(width * ratio), round(high * ratio))
        strip.setDevicePixelRatio(ratio)
        strip.fill(self._theme.colour("surface"))
        painter = QPainter(strip)
        self._cells.paint_row(painter, self.map.grid, row, 0)
        painter.end()
        return strip

    def _paint_current(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if index.isValid():
            gap = self._theme.px(FAMILY_GAP) if begins_family(self.map.grid, index.column()) else 0
            area = QRectF(self.visualRect(index)).adjusted(gap + 1, 1, -1, -1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(area)

    @Slot()
    def _paint_more(self) -> None:
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _glance(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            if index.isValid():
                self.horizontalHeader().headerDataChanged(Qt.Orientation.Horizontal, index.column(), index.column())
                self.verticalHeader().headerDataChanged(Qt.Orientation.Vertical, index.row(), index.row())
        if (cell := self.cell()) is not None:
            self.glanced.emit(cell)
