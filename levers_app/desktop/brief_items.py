"""The items of a note as a list: model, and the delegate that paints them."""

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from levers_app.desktop.brief_rows import ItemRow
from levers_app.desktop.directions import isolated
from levers_app.desktop.icons import paint_icon
from levers_app.desktop.marks import paint_mark
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Zone = Literal["row", "depth", "seen", "remove"]
ROW = int(Qt.ItemDataRole.UserRole) + 1
DRAGGED = "application/x-leviers-element"
_MOST_LINES = 3
_MOST_KEPT = 3_000
"""Rows whose measures are kept: a note may hold a plan of a thousand actions, and views measure all rows again."""
_TOP, _NUMBER, _TEXT, _CROSS = 10, 44, 52, 32
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_SEEN = "Vu"


class ItemModel(QAbstractListModel):
    """The rows in order; they can be dragged, and dropped between others."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows: tuple[ItemRow, ...] = ()

    def set_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show ``rows``; only what they say is drawn again when there are as many as before."""
        same = len(rows) == len(self.rows)
        if same and tuple(rows) == self.rows:
            return
        if not same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of items."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are dragged; they are dropped between others, never on one."""
        usual = super().flags(index)
        return usual | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """They move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Ours alone: a row goes nowhere else."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Say that a row is dragged; the list knows which."""
        data = QMimeData()
        data.setData(DRAGGED, b"")
        return data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, spoken text or the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        roles = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            Qt.ItemDataRole.ToolTipRole: safe_tip(row.note) if row.note else None,  # a long one is cut
            ROW: row,
        }
        return roles.get(role)


class ItemDelegate(QStyledItemDelegate):
    """Grip, number, title, sign and depth, what must be known, and a cross."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        """Paint with ``theme``."""
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._titles: dict[tuple[str, float], QTextLayout] = {}
        self._heights: dict[tuple[str, bool, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the title needs at the width of the list."""
        row, width = index.data(ROW), self._view.viewport().width()
        key = (row.title, bool(row.note), width)
        if key not in self._heights:
            if len(self._heights) > _MOST_KEPT:
                self._heights.clear()
            self._heights[key] = self._height(row, width)
        return QSize(width, self._heights[key])

    def _height(self, row: ItemRow, width: int) -> int:
        theme = self._theme
        lines = self._title(row.title, self._room(width)).lineCount()
        height = 2 * theme.px(_TOP) + lines * theme.line("ui") + theme.px(4) + theme.line("label")
        return height + theme.px(2) + theme.line("label") if row.note else height

    def zone_at(self, index: Index, area: QRectF, point: QPoint) -> Zone:
        """Tell what is under the mouse in the row at ``area``."""
        row = index.data(ROW)
        if self._cross(area).contains(QPointF(point)):
            return "remove"
        if row.depth and self._detail(area, row).contains(QPointF(point)):
            return "depth"
        if row.seen and self._seen(area, row).contains(QPointF(point)):
            return "seen"
        return "row"

    def detail_of(self, index: QModelIndex) -> QRectF:
        """Return where the depth of a row stands, for the menu that opens under it."""
        return self._detail(QRectF(self._view.visualRect(index)), index.data(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme, row, area = self._theme, index.data(ROW), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = index.row() == self._view.currentIndex().row()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.fillRect(area, theme.colour("selected" if chosen else "hover"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft() - QPointF(0, 0.5), area.bottomRight() - QPointF(0, 0.5))
        self._paint_sides(painter, area, row)
        title = self._title(row.title, self._room(area.width()))
        painter.setPen(theme.colour("ink"))
        title.draw(painter, QPointF(area.left() + theme.px(_TEXT), area.top() + theme.px(_TOP)))
        self._paint_detail(painter, area, row)
        if row.note:
            self._paint_note(painter, area, row)
        if option.state & QStyle.StateFlag.State_HasFocus and shows_ring(self._view):
            paint_ring(painter, area.adjusted(0, 0, 0, -1), theme, 0)
        painter.restore()

    # -- parts

    def _paint_sides(self, painter: QPainter, area: QRectF, row: ItemRow) -> None:
        theme, px = self._theme, self._theme.px
        high = theme.line("ui")
        grip = QRectF(area.left() + px(4), area.top() + px(_TOP) + (high - px(16)) / 2, px(16), px(16))
        paint_icon(painter, "grip-vertical", theme.colour("ink3"), grip)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("ink3"))
        number = QRectF(area.left(), area.top() + px(_TOP), px(_NUMBER), high)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(row.number))
        cross = QRectF(0, 0, px(16), px(16))
        cross.moveCenter(self._cross(area).center())
        paint_icon(painter, "x", theme.colour("ink2"), cross)

    def _paint_detail(self, painter: QPainter, area: QRectF, row: ItemRow) -> None:
        theme, px = self._theme, self._theme.px
        line = self._detail(area, row)
        sign = QRectF(line.left(), line.center().y() - px(7), px(14), px(14))
        if row.mark:
            paint_mark(painter, row.mark, theme, sign)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink2"))
        words = line.adjusted(px(20), 0, 1, 0)
        painter.drawText(words, _ONE_LINE, self._cut(row.detail, self._room(area.width()) - px(40)))
        if row.depth:
            chevron = QRectF(line.right() - px(14), line.center().y() - px(7), px(14), px(14))
            paint_icon(painter, "chevron-down", theme.colour("ink2"), chevron)

    def _paint_note(self, painter: QPainter, area: QRectF, row: ItemRow) -> None:
        theme, px = self._theme, self._theme.px
        line = self._note(area, row)
        sign = QRectF(line.left(), line.center().y() - px(7), px(14), px(14))
        paint_icon(painter, "history" if row.seen else "alert-triangle", theme.colour("warn"), sign)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("warn"))
        room = line.width() - px(20) - self._seen_width(row)
        painter.drawText(line.adjusted(px(20), 0, 1, 0), _ONE_LINE, self._cut(row.note, room))
        if row.seen:
            painter.setPen(theme.colour("accent"))
            painter.drawText(self._seen(area, row), Qt.AlignmentFlag.AlignCenter, _SEEN)

    # -- measures

    def _room(self, width: float) -> float:
        return max(40.0, width - self._theme.px(_TEXT) - self._theme.px(_CROSS))

    def _lines_end(self, area: QRectF, row: ItemRow) -> float:
        lines = self._title(row.title, self._room(area.width())).lineCount()
        return area.top() + self._theme.px(_TOP) + lines * self._theme.line("ui") + self._theme.px(4)

    def _detail(self, area: QRectF, row: ItemRow) -> QRectF:
        theme, px = self._theme, self._theme.px
        words = theme.metrics("label").horizontalAdvance(row.detail)
        width = min(words + px(20) + (px(20) if row.depth else 0), self._room(area.width()))
        return QRectF(area.left() + px(_TEXT), self._lines_end(area, row), width, theme.line("label"))

    def _note(self, area: QRectF, row: ItemRow) -> QRectF:
        line = self._theme.line("label")
        top = self._lines_end(area, row) + line + self._theme.px(2)
        return QRectF(area.left() + self._theme.px(_TEXT), top, self._room(area.width()), line)

    def _seen(self, area: QRectF, row: ItemRow) -> QRectF:
        metrics, px, line = self._theme.metrics("label"), self._theme.px, self._note(area, row)
        width = self._seen_width(row)
        left = min(line.left() + px(20) + metrics.horizontalAdvance(row.note) + px(4), line.right() - width)
        return QRectF(left, line.top(), width, line.height())

    def _seen_width(self, row: ItemRow) -> float:
        return self._theme.metrics("label").horizontalAdvance(_SEEN) + self._theme.px(16) if row.seen else 0

    def _cross(self, area: QRectF) -> QRectF:
        side = self._theme.px(_CROSS)
        return QRectF(area.right() - side, area.top() + self._theme.px(4), side, side)

    def _cut(self, text: str, room: float) -> str:
        return self._theme.metrics("label").elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _title(self, text: str, width: float) -> QTextLayout:
        """Return a title laid out in at most three lines; kept, since rows are painted again at each move."""
        key = (text, width)
        if key not in self._titles:
            if len(self._titles) > _MOST_KEPT:
                self._titles.clear()
            self._titles[key] = self._laid_out(text, width)
        return self._titles[key]

    def _laid_out(self, text: str, width: float) -> QTextLayout:
        theme = self._theme
        layout = QTextLayout(isolated(" ".join(text.split("\n"))), theme.font("ui"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        step, natural = theme.line("ui"), theme.metrics("ui").height()
        layout.beginLayout()
        while layout.lineCount() < _MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, (layout.lineCount() - 1) * step + (step - natural) / 2))
        layout.endLayout()
        return layout
