"""Paints the rows of lists: sign, meta, title and snippet with the words of the query marked."""

import re
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from levers_app.desktop.directions import cut, isolated, reads_leftwards, units, without_controls
from levers_app.desktop.marks import paint_mark, paint_strength
from levers_app.desktop.rings import shows_ring
from levers_app.desktop.rows import ListRow, Marked
from levers_app.desktop.theme import Theme

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_MAX_LINES = 2
_KEPT_BLOCKS, _KEPT_HEIGHTS = 300, 2_000
_LONGEST = 600
"""Characters of a text that two lines never hold."""
_TELLING = 80
_BREAKS = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_ENDLESS = 100_000.0
_SURELY = 1.0
"""Pixels by which a text is narrower than its room when it fits on one line whatever is rounded."""
_CUT_RIGHT = Qt.TextElideMode.ElideRight
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ONE_LINE = _MIDDLE_LEFT | Qt.TextFlag.TextSingleLine


class RowDelegate(QStyledItemDelegate):
    """Rows of 100 to 120 px (more at large text): meta 13/16, title 16/20, snippet 13/16, two lines each at most."""

    def __init__(self, theme: Theme, parent: QObject | None = None, *, compact: bool = False) -> None:
        """A ``compact`` delegate leaves out snippet and notes, and puts the meta line under the title."""
        super().__init__(parent)
        self._compact = compact
        self._heights: dict[tuple[ListRow, float], int] = {}
        self._blocks: dict[tuple[Marked, str, float], QTextLayout] = {}
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Use another theme from now on."""
        self._theme = theme
        self._heights.clear()
        self._blocks.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Height of the row at the list's width; kept, since layouts ask again and again."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        row = index.data(ROW_ROLE)
        key = (row, width - self._beside(option))
        if key not in self._heights:
            if len(self._heights) > _KEPT_HEIGHTS:
                self._heights.clear()
            self._heights[key] = round(self._height(*key))
        return QSize(width, self._heights[key])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if row.group:
            area = self._paint_group(painter, area, row.group)
        self._paint_ground(painter, option, area, index)
        side, top = self._pads()
        inner = QRectF(
            area.left() + side, area.top() + top, area.width() - self._beside(option), area.height() - 2 * top
        )
        if self._compact:
            self._paint_compact(painter, inner, row)
        else:
            self._paint_full(painter, inner, row)
        painter.restore()

    # -- measures

    def _pads(self) -> tuple[float, float]:
        return (0.0, self._theme.px(8)) if self._compact else (self._theme.px(20), self._theme.px(12))

    def _beside(self, option: QStyleOptionViewItem) -> float:
        """Room at both sides of a row; a scroll bar stands in that at right, so that rows end where the head ends."""
        side, _ = self._pads()
        bar = option.widget.verticalScrollBar() if isinstance(option.widget, QListView) else None
        return 2 * side - (min(bar.width(), side / 2) if bar is not None and bar.isVisible() else 0.0)

    def _text_left(self) -> float:
        return self._theme.px(30) if self._compact else 0.0

    def _height(self, row: ListRow, width: float) -> float:
        _, top = self._pads()
        inner = width - self._text_left()
        meta = self._theme.line("label")
        title = self.lines(row.title, "ui" if self._compact else "card_title", inner)
        height = 2 * top + meta + title * self._step("card_title")
        if row.snippet and not self._compact:
            height += self._theme.px(4) + self.lines(row.snippet, "label", inner) * meta
        return height + (0 if self._compact else self._theme.px(4)) + (self._theme.px(36) if row.group else 0)

    def lines(self, marked: Marked, role: str, width: float) -> int:
        """Number of lines of a text: measured rather than laid out, since a list wants the heights of all its rows."""
        text, metrics, room = _text(marked), self._theme.metrics(role), width - _SURELY
        begins = metrics.horizontalAdvance(text[:_TELLING])  # enough to tell, in most cases
        if begins < room and len(text) > _TELLING:
            begins = metrics.horizontalAdvance(text)
        return 1 if begins < room else _MAX_LINES

    # -- painting

    def _paint_group(self, painter: QPainter, area: QRectF, group: str) -> QRectF:
        height = self._theme.px(36)
        painter.setFont(self._theme.font("ui_strong"))
        painter.setPen(self._theme.colour("ink"))
        side, _ = self._pads()
        head = QRectF(area.left() + side, area.top(), area.width() - 2 * side, height)
        painter.drawText(head, _MIDDLE_LEFT, group)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(area.topLeft() + QPointF(0, height), area.topRight() + QPointF(0, height))
        return area.adjusted(0, height, 0, 0)

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRectF,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and not self._compact
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.fillRect(area, theme.colour("selected" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRectF(area.left(), area.top(), theme.px(3), area.height()), theme.colour("accent"))
        painter.setPen(QPen(theme.colour("line"), 1))
        if not (last and self._compact):
            painter.drawLine(area.bottomLeft() - QPointF(0, 0.5), area.bottomRight() - QPointF(0, 0.5))
        if first and self._compact:
            painter.drawLine(area.topLeft() + QPointF(0, 0.5), area.topRight() + QPointF(0, 0.5))
        if option.state & QStyle.StateFlag.State_HasFocus and shows_ring(option.widget):
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _paint_full(self, painter: QPainter, inner: QRectF, row: ListRow) -> None:
        theme = self._theme
        meta_line = theme.line("label")
        right = self._paint_note(painter, inner, row, meta_line)
        sign = QRectF(inner.left(), inner.top(), theme.px(14), theme.px(14))
        paint_mark(painter, row.mark, theme, sign.translated(0, (meta_line - sign.height()) / 2))
        meta = QRectF(inner.left() + theme.px(20), inner.top(), right - inner.left() - theme.px(28), meta_line)
        self._paint_line(painter, meta, row.meta, "label", theme.colour("ink2"))
        at = inner.top() + meta_line + theme.px(4)
        title = self.laid_out(row.title, "card_title", inner.width())
        at = self._paint_block(painter, title, QPointF(inner.left(), at), self._step("card_title"), "ink")
        if row.snippet:
            snippet = self.laid_out(row.snippet, "label", inner.width())
            self._paint_block(painter, snippet, QPointF(inner.left(), at + theme.px(4)), meta_line, "ink2")

    def _paint_compact(self, painter: QPainter, area: QRectF, row: ListRow) -> None:
        theme = self._theme
        inner = area.adjusted(self._text_left(), 0, 0, 0)
        sign = QRectF(area.left(), inner.top() + theme.px(2), theme.px(16), theme.px(16))
        paint_mark(painter, row.mark, theme, sign)
        title = self.laid_out(row.title, "ui", inner.width())
        at = self._paint_block(painter, title, inner.topLeft(), self._step("ui"), "ink")
        line, metrics = theme.line("label"), theme.metrics("label")
        flag = theme.px(16) + metrics.horizontalAdvance(row.flag) if row.flag else 0.0
        meta = QRectF(inner.left(), at, inner.width() - flag, line)
        self._paint_line(painter, meta, row.meta, "label", theme.colour("ink2"))
        if row.flag:
            left = inner.left() + min(metrics.horizontalAdvance(row.meta), meta.width()) + theme.px(16)
            self._paint_words(painter, row.flag, QPointF(left, at), line, "warn")

    def _paint_note(self, painter: QPainter, inner: QRectF, row: ListRow, height: float) -> float:
        """Paint the words at right and return where they begin."""
        theme, left = self._theme, inner.right() + self._theme.px(8)
        metrics = theme.metrics("label")
        if row.note:
            left = inner.right() - metrics.horizontalAdvance(row.note)
            self._paint_words(painter, row.note, QPointF(left, inner.top()), height, "ink2")
        if row.strength:
            left -= theme.px(26)
            paint_strength(painter, row.strength, theme, QRectF(left, inner.top(), theme.px(18), theme.px(13)))
        if row.flag:
            left -= theme.px(16) + metrics.horizontalAdvance(row.flag)
            self._paint_words(painter, row.flag, QPointF(left, inner.top()), height, "warn")
        return left

    def _paint_words(self, painter: QPainter, text: str, at: QPointF, height: float, ink: str) -> None:
        """Paint a short text whole."""
        box = QRectF(at.x(), at.y(), self._theme.metrics("label").horizontalAdvance(text) + 1, height)
        self._paint_line(painter, box, text, "label", self._theme.colour(ink))

    def _paint_line(self, painter: QPainter, box: QRectF, text: str, role: str, colour: QColor) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(colour)
        painter.drawText(box, _ONE_LINE, self._theme.metrics(role).elidedText(text, _CUT_RIGHT, box.width()))

    def _paint_block(self, painter: QPainter, block: QTextLayout, at: QPointF, line: float, ink: str) -> float:
        """Paint a laid-out text and return the vertical position under it."""
        painter.setPen(self._theme.colour(ink))
        block.draw(painter, at)
        return at.y() + block.lineCount() * line

    def laid_out(self, marked: Marked, role: str, width: float) -> QTextLayout:
        """Return ``marked`` laid out; kept, since rows are painted again at each move."""
        key = (marked, role, width)
        layout = self._blocks.get(key)
        if layout is None:
            if len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.clear()
            layout = self._blocks[key] = self._new_block(marked, role, width)
        return layout

    def _new_block(self, marked: Marked, role: str, width: float) -> QTextLayout:
        """Lay ``marked`` out in at most two lines, the second cut with an ellipsis."""
        text = _text(marked)
        layout = self._wrapped(marked, text, role, width)
        if layout.lineCount() > _MAX_LINES:
            first, rest = cut(text, layout.lineAt(_MAX_LINES - 1).textStart())
            second = self._theme.metrics(role).elidedText(rest, _CUT_RIGHT, width)
            layout = self._wrapped(marked, first + second, role, width, last=units(first))
        return layout

    def _wrapped(self, marked: Marked, text: str, role: str, width: float, last: int = 0) -> QTextLayout:
        """Break ``text`` into lines; the one that begins at ``last``, cut to fit already, is not broken again."""
        layout = QTextLayout(text, self._theme.font(role))
        layout.setTextOption(_wrapping())
        layout.setFormats(list(self._formats(marked, 1 if reads_leftwards(text) else 0, units(text))))
        step, natural, y = self._step(role), self._theme.metrics(role).height(), 0.0
        layout.beginLayout()
        while layout.lineCount() <= _MAX_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 20.0) if not last or line.textStart() < last else _ENDLESS)
            line.setPosition(QPointF(0, y + (step - natural) / 2))
            y += step
        layout.endLayout()
        return layout

    def _step(self, role: str) -> int:
        return self._theme.line("label" if role == "label" else "card_title")

    def _formats(self, marked: Marked, at: int, length: int) -> Iterable[QTextLayout.FormatRange]:
        for piece, is_marked in marked:
            size = units(_shown(piece))
            if is_marked and at < length:
                mark = QTextLayout.FormatRange()
                mark.start = at
                mark.length = min(size, length - at)
                mark.format = QTextCharFormat()
                mark.format.setBackground(self._theme.colour("mark"))
                mark.format.setForeground(self._theme.colour("mark_ink"))
                yield mark
            at += size


def _text(marked: Marked) -> str:
    """Return what is shown of ``marked``: more than its first lines hold is not laid out."""
    return isolated("".join(_shown(piece) for piece, _ in marked))[:_LONGEST]


def _shown(piece: str) -> str:
    """Return ``piece`` on one line, whatever in it would break one (Qt breaks at U+2028 too)."""
    return _BREAKS.sub(" ", without_controls(piece))


@cache
def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option
