"""How the tables of the map are painted, in the window and in the picture of them."""

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from levers_app.desktop.map_data import Grid, GridCell, Head
from levers_app.desktop.marks import paint_family, paint_strength
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import OUTCOMES, UNEVALUATED, Outcomes
from levers_app.sheets.wording import number

CELL, CELL_HIGH = 20, 22
"""Pixels of a cell under a turned head."""
WIDE, NARROWER, WIDE_HIGH = 100, 64, 36
"""Pixels of the cells of other tables."""
TURNED, LEVEL = 188, 48
"""Height of heads that are turned, with the icon of their family; of the others."""
LABELS = (112, 232)
"""Least and greatest room of the words before a row."""
FAMILY_GAP = 8
_BAR = 4
_SMALLEST = 6
_QUIET = {False: "#C9C5BC", True: "#4A5057"}
"""Of what was not evaluated, in a bar: light, dark."""
_WRAP_BOTTOM = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def begins_family(grid: Grid, column: int) -> bool:
    """Tell whether a column is the first one of its family, which stands apart from the one before."""
    return grid.turned and (not column or grid.columns[column].family != grid.columns[column - 1].family)


def column_width(grid: Grid, column: int, theme: Theme) -> int:
    """Return the width of a column, with the gap before its family."""
    if not grid.turned:
        return theme.px(WIDE if grid.key == "families" else NARROWER)
    return theme.px(CELL) + (theme.px(FAMILY_GAP) if begins_family(grid, column) else 0)


def row_height(grid: Grid, theme: Theme) -> int:
    """Return the height of a row."""
    return theme.px(CELL_HIGH if grid.turned else WIDE_HIGH)


def labels_width(grid: Grid, theme: Theme) -> int:
    """Return the width of the heads of rows: that of the longest one, icon and edges included."""
    least, most = LABELS
    words = max((theme.metrics("label").horizontalAdvance(head.label) for head in grid.rows), default=0.0)
    icon = 22 if any(head.family for head in grid.rows) else 0
    return theme.px(20 + icon + 12) + min(max(theme.px(least), ceil(words)), theme.px(most))


def heads_height(grid: Grid, theme: Theme) -> int:
    """Return the height of the heads of columns."""
    return theme.px(TURNED if grid.turned else LEVEL)


def table_width(grid: Grid, theme: Theme) -> int:
    """Return the width of a table with its heads."""
    columns = sum(column_width(grid, number, theme) for number in range(len(grid.columns)))
    return labels_width(grid, theme) + columns


def bar_colour(outcome: str, theme: Theme) -> QColor:
    """Return the colour of an outcome in a bar; what was not evaluated is a quiet one."""
    return QColor(_QUIET[theme.dark]) if outcome == UNEVALUATED else theme.outcome(outcome)


class CellPainter:
    """Paints cells, a row at a time: hundreds of them, so what they share is made once.

    A number, 600 where examples are evaluated, over a bar of outcomes; a dot where an example is wanted.
    """

    def __init__(self, theme: Theme) -> None:
        """``theme`` is the look."""
        self._theme = theme
        self._fonts: dict[tuple[str, bool, int], tuple[QFont, float, float]] = {}
        self._inks = {True: theme.colour("ink"), False: theme.colour("ink2")}
        self._bars = {slug: bar_colour(slug, theme) for slug in OUTCOMES}

    def paint_row(self, painter: QPainter, grid: Grid, row: int, top: int) -> None:
        """Paint a row of cells from the left edge on."""
        theme, high, left = self._theme, row_height(grid, self._theme), 0
        gap, line, ground = theme.px(FAMILY_GAP), theme.colour("line"), theme.colour("list")
        for column, cell in enumerate(grid.cells[row]):
            width = column_width(grid, column, theme)
            begins = begins_family(grid, column)
            start, wide = (left + gap, width - gap) if begins else (left, width)
            if cell.blank:
                painter.fillRect(start, top, wide, high, ground)
            if begins or not column:
                painter.fillRect(start, top, 1, high, line)
            if not row:
                painter.fillRect(start, top, wide, 1, line)
            painter.fillRect(start + wide - 1, top, 1, high, line)
            painter.fillRect(start, top + high - 1, wide, 1, line)
            if cell.outcomes.total:
                self._paint_number(painter, cell, QRect(start, top, wide, high), turned=grid.turned)
                self._paint_bar(painter, cell.outcomes, start, top + high - 1, wide - 1)
            elif cell.gap:
                side = theme.px(3)
                middle = (start + (wide - side) // 2, top + (high - side) // 2)
                painter.fillRect(*middle, side, side, self._inks[False])
            left += width

    def _paint_number(self, painter: QPainter, cell: GridCell, area: QRect, *, turned: bool) -> None:
        evaluated, words = bool(cell.outcomes.evaluated), number(cell.outcomes.total)
        font, wide, rise = self._font(words, evaluated, area.width() - 2, turned=turned)
        painter.setFont(font)
        painter.setPen(self._inks[evaluated])
        middle = area.top() + (area.height() - self._theme.px(_BAR) + rise) / 2
        painter.drawText(QPointF(area.left() + (area.width() - wide) / 2, middle), words)

    def _font(self, words: str, strong: bool, room: int, *, turned: bool) -> tuple[QFont, float, float]:
        """Return the font of a number, how wide it is in it, and how high figures are: smaller in a narrow cell."""
        key = (words, strong, room)
        if key not in self._fonts:
            font = QFont(self._theme.font("label" if turned else "ui"))
            font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
            while font.pixelSize() > _SMALLEST and QFontMetricsF(font).horizontalAdvance(words) > room:
                font.setPixelSize(font.pixelSize() - 1)
            metrics = QFontMetricsF(font)
            self._fonts[key] = (font, metrics.horizontalAdvance(words), metrics.capHeight())
        return self._fonts[key]

    def _paint_bar(self, painter: QPainter, outcomes: Outcomes, left: int, bottom: int, width: int) -> None:
        """Paint the outcomes in their order, each as wide as its share."""
        high, done = self._theme.px(_BAR), 0
        for slug, count in outcomes.met:
            start, end = width * done // outcomes.total, width * (done + count) // outcomes.total
            painter.fillRect(left + start, bottom - high, end - start, high, self._bars[slug])
            done += count


def paint_column(painter: QPainter, area: QRectF, grid: Grid, column: int, theme: Theme, *, chosen: bool) -> None:
    """Paint the head of a column: turned, under the line of its family and over the bars of its evidence; or level."""
    head = grid.columns[column]
    painter.fillRect(area, theme.colour("surface"))
    painter.setFont(theme.font("label"))
    if not grid.turned:
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        painter.drawText(area.adjusted(4, 2, -4, -theme.px(6)), _WRAP_BOTTOM, head.label)
        return
    px = theme.px
    if begins_family(grid, column):
        area = area.adjusted(px(FAMILY_GAP), 0, 0, 0)
        paint_family(painter, head.family, theme, QRectF(area.left(), area.top() + px(2), px(14), px(14)))
    painter.fillRect(QRectF(area.left(), area.top() + px(20), area.width(), 2), theme.family(head.family))
    strength = QRectF(area.center().x() - px(8), area.bottom() - px(14), px(16), px(10))
    paint_strength(painter, head.strength, theme, strength)
    _paint_turned(painter, area.adjusted(0, px(24), 0, -px(18)), head, theme, chosen=chosen)


def _paint_turned(painter: QPainter, area: QRectF, head: Head, theme: Theme, *, chosen: bool) -> None:
    painter.save()
    painter.translate(area.left(), area.bottom())
    painter.rotate(-90)
    painter.setPen(theme.colour("ink" if chosen else "ink2"))
    room = area.height()
    words = theme.metrics("label").elidedText(head.label, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(0, 0, room, area.width()), _MIDDLE_LEFT, words)
    painter.restore()


def paint_row(painter: QPainter, area: QRectF, grid: Grid, row: int, theme: Theme, *, chosen: bool) -> None:
    """Paint the head of a row."""
    head, px = grid.rows[row], theme.px
    painter.fillRect(area, theme.colour("surface"))
    left = area.left() + px(20)
    if head.family:
        paint_family(painter, head.family, theme, QRectF(left, area.center().y() - px(8), px(16), px(16)))
        left += px(22)
    painter.setFont(theme.font("label"))
    painter.setPen(theme.colour("ink" if chosen else "ink2"))
    room = area.right() - left - px(4)
    words = theme.metrics("label").elidedText(head.label, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(left, area.top(), room, area.height()), _MIDDLE_LEFT, words)
