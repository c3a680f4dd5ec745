"""Levers side by side in a table whose heads stay in place: a column a lever, a row a question."""

from math import ceil
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.compare_data import Compared
from levers_app.desktop.compare_heads import LeverHeads, RowHeads
from levers_app.desktop.frozen_table import set_up
from levers_app.desktop.marks import paint_outcome, paint_strength
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme
from levers_app.insight.comparison import ComparedRow
from levers_app.insight.facts import Line

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIDE, _ABOVE, _DASH, _GAP = 12, 8, 14, 4
_LEAST = 200
"""Pixels of a column, under which the table scrolls."""
_HIGHEST = 100_000.0
_STEP = 60


class CompareModel(QAbstractTableModel):
    """The rows of a comparison."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._vocabulary = vocabulary
        self.shown = Compared(())
        self.rows: tuple[ComparedRow, ...] = ()

    def show(self, shown: Compared, rows: tuple[ComparedRow, ...]) -> None:
        """Show these rows of a comparison."""
        self.beginResetModel()
        self.shown, self.rows = shown, rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of levers."""
        return 0 if parent.isValid() else len(self.shown.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell, spoken words with the lever and the question, or its lines."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(line.text for line in cell)
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.shown.heads[index.column()].title
                same = "" if row.differs else " Identique pour tous."
                return f"{row.label}, {title}. {' '.join(line.text for line in cell)}{same}"
            case _ if role == CELL:
                return (row.key, cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title of a lever, label of a row."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        heads = orientation == Qt.Orientation.Horizontal
        return self.shown.heads[section].title if heads else self.rows[section].label

    def strength(self, column: int) -> str:
        """Return the words of the evidence of a column."""
        return self._vocabulary.strengths[self.shown.heads[column].strength].label


class _CellDelegate(QStyledItemDelegate):
    """Lines with a dash each where there are several; evidence and outcomes by their signs."""

    def __init__(self, theme: Theme, model: CompareModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def height(self, key: str, cell: tuple[Line, ...], width: float) -> int:
        px = self._theme.px
        room, gaps = self._room(cell, width), px(_GAP) * (len(cell) - 1)
        lines = sum(self._high(line, room) for line in cell)
        signs = self._theme.line("ui") + px(_GAP) if key == "examples" else 0
        return ceil(lines + gaps + signs + 2 * px(_ABOVE))

    def _room(self, cell: tuple[Line, ...], width: float) -> float:
        px = self._theme.px
        return max(40.0, width - 2 * px(_SIDE) - (px(_DASH) if len(cell) > 1 else 0))

    def _high(self, line: Line, room: float) -> float:
        return self._theme.metrics("ui").boundingRect(QRectF(0, 0, room, _HIGHEST), _WRAP, line.text).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        key, cell = index.data(CELL)
        return QSize(option.rect.width(), self.height(key, cell, option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        key, cell = index.data(CELL)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus and shows_ring(option.widget):
            paint_ring(painter, area, theme, 4)
        left, top = area.left() + px(_SIDE), area.top() + px(_ABOVE)
        same = not self._model.rows[index.row()].differs
        if key == "strength":
            sign = QRectF(left, top + px(3), px(18), px(13))
            paint_strength(painter, self._model.shown.heads[index.column()].strength, theme, sign)
            left += px(26)
        elif key == "examples":
            self._paint_outcomes(painter, QRectF(left, top, area.right() - left, theme.line("ui")), index.column())
            top += theme.line("ui") + px(_GAP)
        self._paint_lines(painter, QRectF(left, top, area.right() - px(_SIDE) - left, 0), cell, quiet=same)
        painter.restore()

    def _paint_lines(self, painter: QPainter, box: QRectF, cell: tuple[Line, ...], *, quiet: bool) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("ui"))
        dash = px(_DASH) if len(cell) > 1 else 0
        top = box.top()
        for line in cell:
            high = self._high(line, box.width() - dash)
            unsaid = line.kind.endswith("-unsaid") or line.kind == "more" or quiet
            if dash:
                painter.fillRect(QRectF(box.left(), top + px(10), px(7), 1), theme.colour("ink3"))
            painter.setPen(theme.colour("ink3" if unsaid else "ink"))
            painter.drawText(QRectF(box.left() + dash, top, box.width() - dash, high), _WRAP, line.text)
            top += high + px(_GAP)

    def _paint_outcomes(self, painter: QPainter, line: QRectF, column: int) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("ui"))
        left, side = line.left(), px(12)
        for slug, count in self._model.shown.outcomes[column].met:
            paint_outcome(painter, slug, theme, QRectF(left, line.top() + (line.height() - side) / 2, side, side))
            painter.setPen(theme.colour("ink"))
            words = QRectF(left + px(16), line.top(), px(60), line.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(count))
            left += px(16) + theme.metrics("ui").horizontalAdvance(str(count)) + px(14)


class CompareTable(QTableView):
    """The table. Arrows go from cell to cell (a long one scrolls first), Enter opens what a cell comes from.

    Signals:
        opened: the lines of a cell, and its lever.
    """

    opened = Signal(object, str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self.compared = CompareModel(vocabulary, self)
        self.setAccessibleName("Leviers côte à côte")
        self.setAccessibleDescription("Les flèches vont d’une case à l’autre, Entrée ouvre la fiche.")
        self.setModel(self.compared)
        self._delegate = _CellDelegate(theme, self.compared, self)
        self.setItemDelegate(self._delegate)
        set_up(self, LeverHeads(theme, self.compared, self), RowHeads(theme, self.compared, self))
        self.setWordWrap(True)

    def show_rows(self, shown: Compared, rows: tuple[ComparedRow, ...]) -> None:
        """Show these rows of a comparison."""
        same = [row.key for row in rows] == [row.key for row in self.compared.rows]
        at = self.verticalScrollBar().value() if same else 0
        self.compared.show(shown, rows)
        self._fit()
        self.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the levers, and give each row the height of its longest cell."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._fit()

    def _fit(self) -> None:
        columns = self.compared.columnCount()
        if not columns:
            return
        width = max(self._theme.px(_LEAST), self.viewport().width() // columns)
        self.horizontalHeader().setDefaultSectionSize(width)
        for row, compared in enumerate(self.compared.rows):
            high = max(self._delegate.height(compared.key, cell, width) for cell in compared.cells)
            self.setRowHeight(row, max(high, self._theme.px(36)))
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.compared.rowCount():
            self.setCurrentIndex(self.compared.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Down and Up scroll through a cell that is higher than the window, then go on."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(index)
        elif not (event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._scroll(event.key() == Qt.Key.Key_Down)):
            super().keyPressEvent(event)

    def _scroll(self, down: bool) -> bool:
        """Scroll within the current cell; false when what was wanted of it is in view."""
        area, bar = self.visualRect(self.currentIndex()), self.verticalScrollBar()
        hidden = area.bottom() - self.viewport().height() if down else -area.top()
        if hidden <= 1 or area.height() <= self.viewport().height():
            return False
        bar.setValue(bar.value() + (1 if down else -1) * min(hidden, self._theme.px(_STEP)))
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks open what a cell comes from."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        _, cell = index.data(CELL)
        self.opened.emit(cell, self.compared.shown.heads[index.column()].id)
