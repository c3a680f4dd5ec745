"""How the tables of the map are painted, in the window and in the picture of them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from levers_app.desktop.map_data import Grid, GridCell, Head
from levers_app.desktop.marks import paint_family, paint_strength
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import OUTCOMES, UNEVALUATED, Outcomes
from levers_app.sheets.wording import number

CELL, CELL_HIGH = 20, 22
"""Pixels of a cell under a turned head."""
WIDE, NARROWER, WIDE_HIGH = 112, 72, 36
"""Pixels of the cells of other tables."""
TURNED, LEVEL = 188, 48
"""Height of heads that are turned, with the icon of their family; of the others."""
LABELS, WIDE_LABELS = 152, 216
FAMILY_GAP = 8
_BAR = 4
_SMALLEST = 6
_QUIET = {False: "#C9C5BC", True: "#4A5057"}
"""Of what was not evaluated, in a bar: light, dark."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter
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
    """Return the width of the heads of rows."""
    return theme.px(LABELS if grid.turned else WIDE_LABELS)


def heads_height(grid: Grid, theme: Theme) -> int:
    """Return the height of the heads of columns."""
    return theme.px(TURNED if grid.turned else LEVEL)


def family_width(grid: Grid, column: int, theme: Theme) -> int:
    """Return the width of the columns of the family that begins at ``column``, without the gap before it."""
    family, end = grid.columns[column].family, column
    while end < len(grid.columns) and grid.columns[end].family == family:
        end += 1
    return theme.px(CELL) * (end - column)


def paint_cell(painter: QPainter, area: QRectF, grid: Grid, at: tuple[int, int], theme: Theme) -> None:
    """Paint a cell: its number, a bar of outcomes under it; a dot where an example is wanted."""
    row, column = at
    cell = grid.cells[row][column]
    if begins_family(grid, column):
        area = area.adjusted(theme.px(FAMILY_GAP), 0, 0, 0)
    if cell.blank:
        painter.fillRect(area, theme.colour("list"))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(-0.5, -0.5, -0.5, -0.5))
    if cell.outcomes.total:
        _paint_number(painter, area, cell, theme, turned=grid.turned)
        _paint_bar(painter, area, cell.outcomes, theme)
    elif cell.gap:
        _paint_dot(painter, area, theme)


def _paint_number(painter: QPainter, area: QRectF, cell: GridCell, theme: Theme, *, turned: bool) -> None:
    """Paint how many examples there are: 600 when some of them are evaluated, smaller when the cell is narrow."""
    evaluated, words = bool(cell.outcomes.evaluated), number(cell.outcomes.total)
    font = QFont(theme.font("label" if turned else "ui"))
    font.setWeight(QFont.Weight.DemiBold if evaluated else QFont.Weight.Normal)
    while font.pixelSize() > _SMALLEST and QFontMetricsF(font).horizontalAdvance(words) > area.width() - 2:
        font.setPixelSize(font.pixelSize() - 1)
    painter.setFont(font)
    painter.setPen(theme.colour("ink" if evaluated else "ink2"))
    painter.drawText(area.adjusted(0, 0, 0, -theme.px(_BAR)), _MIDDLE, words)


def _paint_bar(painter: QPainter, area: QRectF, outcomes: Outcomes, theme: Theme) -> None:
    """Paint the outcomes in their order, each as wide as its share."""
    counts = (outcomes.positive, outcomes.mixed, outcomes.negative, outcomes.unevaluated)
    high, left = theme.px(_BAR), area.left()
    for slug, count in zip(OUTCOMES, counts, strict=True):
        width = (area.width() - 1) * count / outcomes.total
        painter.fillRect(QRectF(left, area.bottom() - high - 1, width, high), bar_colour(slug, theme))
        left += width


def bar_colour(outcome: str, theme: Theme) -> QColor:
    """Return the colour of an outcome in a bar; what was not evaluated is a quiet one."""
    return QColor(_QUIET[theme.dark]) if outcome == UNEVALUATED else theme.outcome(outcome)


def _paint_dot(painter: QPainter, area: QRectF, theme: Theme) -> None:
    side = theme.px(3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink2"))
    painter.drawEllipse(QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side))


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
