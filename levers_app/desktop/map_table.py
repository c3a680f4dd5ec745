"""A table of the map: frozen heads, cells painted; screen readers and the keyboard go through it cell by cell."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from levers_app.desktop.map_data import Grid, GridCell
from levers_app.desktop.map_paint import (
    FAMILY_GAP,
    begins_family,
    column_width,
    heads_height,
    labels_width,
    paint_cell,
    paint_column,
    paint_row,
    row_height,
)
from levers_app.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
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


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: MapModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, grid, area = self._theme, self._model.grid, QRectF(option.rect)
        painter.save()
        gap = theme.px(FAMILY_GAP) if begins_family(grid, index.column()) else 0
        area_inside = area.adjusted(gap, 0, 0, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area_inside, theme.colour("selected" if chosen else "hover"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, area, grid, (index.row(), index.column()), theme)
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area_inside.adjusted(0, 0, -1, -1))
        painter.restore()


class _Columns(QHeaderView):
    def __init__(self, theme: Theme, model: MapModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._table = parent
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(0, heads_height(self._model.grid, self._theme))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._table.currentIndex().column() == logicalIndex
        paint_column(painter, QRectF(rect), self._model.grid, logicalIndex, self._theme, chosen=chosen)
        painter.restore()


class _Rows(QHeaderView):
    def __init__(self, theme: Theme, model: MapModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._model = model
        self._table = parent
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(labels_width(self._model.grid, self._theme), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._table.currentIndex().row() == logicalIndex
        paint_row(painter, QRectF(rect), self._model.grid, logicalIndex, self._theme, chosen=chosen)
        painter.restore()


class MapTable(QTableView):
    """The table. It is its own twin for keyboard and screen reader: a real table with heads and spoken cells.

    Signals:
        glanced: the cell under the keyboard or the mouse.
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
        self.setItemDelegate(_CellDelegate(theme, self.map, self))
        self.setHorizontalHeader(_Columns(theme, self.map, self))
        self.setVerticalHeader(_Rows(theme, self.map, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        for number in range(len(grid.columns)):
            self.setColumnWidth(number, column_width(grid, number, self._theme))
        self.verticalHeader().setDefaultSectionSize(row_height(grid, self._theme))
        self.horizontalHeader().updateGeometry()
        self.verticalHeader().updateGeometry()
        self.updateGeometries()
        if row >= 0 and self.map.index(row, column).isValid():
            self.setCurrentIndex(self.map.index(row, column))

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

    def _glance(self) -> None:
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        if (cell := self.cell()) is not None:
            self.glanced.emit(cell)
