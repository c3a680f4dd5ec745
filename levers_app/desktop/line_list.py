"""A list of sentences, each of which leads to what it comes from."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from levers_app.desktop.directions import isolated
from levers_app.desktop.icons import paint_icon
from levers_app.desktop.inside_text import is_copying
from levers_app.desktop.line_rows import LineRow
from levers_app.desktop.marks import paint_mark
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole) + 1
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_COLUMN = 608
"""A column of text is never wider than this."""
_SIDE, _ABOVE, _MARK, _ARROW = 20, 6, 24, 18
_QUIET_ABOVE, _AIR = 1, 14  # over a row said in passing; over one with which such a group begins
_HIGHEST = 100_000.0
_KEPT = 1_000


class LineModel(QAbstractListModel):
    """Rows in order; headings cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows: Sequence[LineRow] = ()

    def set_rows(self, rows: Sequence[LineRow]) -> None:
        """Show ``rows``."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, spoken words, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _ if role == _ROW:
                return row
        return None


class LineDelegate(QStyledItemDelegate):
    """Headings 600, sentences 15/20, remarks 13/16, all wrapped; at right a note, and an arrow where a row leads."""

    def __init__(self, theme: Theme, parent: "LineList") -> None:
        """``theme`` is the look."""
        super().__init__(parent)
        self._theme = theme
        self._heights: dict[tuple[LineRow, float], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height of the row at the list's width; kept, since layouts ask again and again."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        key = (index.data(_ROW), float(width))
        if key not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[key] = self._height(*key)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme, row = self._theme, index.data(_ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.begins:
            area = self._part(painter, area, first=index.row() == 0)
        if row.leads and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus and shows_ring(option.widget):
            paint_ring(painter, area, theme, 4)
        if row.heading:
            self._paint_heading(painter, area, row, first=index.row() == 0)
        else:
            self._paint_row(painter, area, row)
        painter.restore()

    # -- measures

    def _height(self, row: LineRow, width: float) -> int:
        px = self._theme.px
        if row.heading:
            return ceil(self._lines(row, self._heading_width(row, width)) + px(20) + px(8))
        words = max(self._lines(row, self._text_width(row, width)), self._note_height(row, width))
        return ceil(words + self._above(row) + px(_ABOVE) + (px(_AIR) if row.begins else 0))

    def _above(self, row: LineRow) -> int:
        return self._theme.px(_QUIET_ABOVE if row.quiet else _ABOVE)

    def _lines(self, row: LineRow, width: float) -> float:
        return self._metrics(row).boundingRect(QRectF(0, 0, max(width, 40.0), _HIGHEST), _WRAP, row.text).height()

    def _metrics(self, row: LineRow) -> QFontMetricsF:
        return self._theme.metrics(self._role(row))

    def _role(self, row: LineRow) -> str:
        return "ui_strong" if row.heading else "label" if row.quiet else "ui"

    def _column(self, width: float) -> float:
        px = self._theme.px
        return min(width - 2 * px(_SIDE), float(px(_COLUMN)))

    def _heading_width(self, row: LineRow, width: float) -> float:
        return self._column(width) - self._note_width(row, width)

    def _text_width(self, row: LineRow, width: float) -> float:
        px = self._theme.px
        arrow = px(_ARROW) if row.leads else 0
        return self._column(width) - px(_MARK) - arrow - self._note_width(row, width)

    def _note_width(self, row: LineRow, width: float) -> float:
        """Return the room of a note: as wide as its words, and a third of the row at most."""
        if not row.note:
            return 0.0
        words = self._theme.metrics("label").horizontalAdvance(row.note)
        return min(words, self._column(width) * 0.36) + self._theme.px(12)

    def _note_height(self, row: LineRow, width: float) -> float:
        if not row.note:
            return 0.0
        room = self._note_width(row, width) - self._theme.px(11)
        return self._theme.metrics("label").boundingRect(QRectF(0, 0, room, _HIGHEST), _WRAP, row.note).height()

    # -- painting

    def _part(self, painter: QPainter, area: QRectF, *, first: bool) -> QRectF:
        """Part a group from what stands above, and return where its first row is."""
        px = self._theme.px
        if not first:
            line = QRectF(area.left() + px(_SIDE), area.top() + px(_AIR) / 2, self._column(area.width()), 1)
            painter.fillRect(line, self._theme.colour("line"))
        return area.adjusted(0, px(_AIR), 0, 0)

    def _paint_heading(self, painter: QPainter, area: QRectF, row: LineRow, *, first: bool) -> None:
        theme, px = self._theme, self._theme.px
        left, top = area.left() + px(_SIDE), area.top() + px(20)
        if not first:
            painter.fillRect(QRectF(left, area.top() + px(10), self._column(area.width()), 1), theme.colour("line"))
        painter.setFont(theme.font("ui_strong"))
        painter.setPen(theme.colour("ink"))
        words = QRectF(left, top, self._heading_width(row, area.width()), area.bottom() - top)
        painter.drawText(words, _WRAP, isolated(row.text))
        self._paint_note(painter, area, row, top, "ink3")

    def _paint_row(self, painter: QPainter, area: QRectF, row: LineRow) -> None:
        theme, px = self._theme, self._theme.px
        left, top = area.left() + px(_SIDE), area.top() + self._above(row)
        side = px(14)
        sign = QRectF(left, top + (theme.line("ui") - side) / 2, side, side)
        if row.warns:
            paint_icon(painter, "alert-triangle", theme.colour("warn"), sign)
        elif row.mark:
            paint_mark(painter, row.mark, theme, sign)
        elif not row.quiet:
            painter.fillRect(QRectF(left + px(2), sign.center().y(), px(7), 1), theme.colour("ink3"))
        painter.setFont(theme.font(self._role(row)))
        painter.setPen(theme.colour("ink2" if row.quiet else "ink"))
        words = QRectF(left + px(_MARK), top, self._text_width(row, area.width()), area.bottom() - top)
        painter.drawText(words, _WRAP, isolated(row.text))
        self._paint_note(painter, area, row, top, "warn" if row.warns else "ink2")
        if row.leads:
            right = left + self._column(area.width())
            arrow = QRectF(right - px(14), sign.top(), px(14), px(14))
            paint_icon(painter, "chevron-right", theme.colour("accent"), arrow)

    def _paint_note(self, painter: QPainter, area: QRectF, row: LineRow, top: float, ink: str) -> None:
        if not row.note:
            return
        theme, px = self._theme, self._theme.px
        right = area.left() + px(_SIDE) + self._column(area.width()) - (px(_ARROW) if row.leads else 0)
        width = self._note_width(row, area.width()) - px(11)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour(ink))
        box = QRectF(right - width, top + px(2), width, area.bottom() - top)
        painter.drawText(box, int(Qt.TextFlag.TextWordWrap | _RIGHT), isolated(row.note))


class LineList(QListView):
    """Sentences; Enter or a click goes where one comes from.

    Signals:
        opened: the row.
        dropped: the row; Suppr was pressed on it.
    """

    opened = Signal(object)
    dropped = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(LineModel(self))
        self.setItemDelegate(LineDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    @property
    def rows(self) -> Sequence[LineRow]:
        """What is shown."""
        return self._lines().rows

    def _lines(self) -> LineModel:
        model = self.model()
        assert isinstance(model, LineModel)  # noqa: S101 - set in the constructor
        return model

    def set_rows(self, rows: Sequence[LineRow]) -> None:
        """Show ``rows`` from their top; the same ones stay where they are scrolled to."""
        model = self._lines()
        if tuple(rows) != tuple(model.rows):
            model.set_rows(rows)
            self.scrollToTop()

    def go_to(self, key: str) -> None:
        """Bring the row with this key into view, and the keyboard to it."""
        for number, row in enumerate(self.rows):
            if row.key == key:
                index = self.model().index(number, 0)
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place_below(self) -> QPoint:
        """Return where the current row ends, for what opens under it."""
        return self.visualRect(self.currentIndex()).bottomLeft()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if is_copying(event):
            event.ignore()
            return
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.dropped.emit(index.data(_ROW))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes on."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if (row := index.data(_ROW)).leads:
            self.opened.emit(row)
