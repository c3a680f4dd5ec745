"""The map of France by department: how many examples there are, in numbers first and in tints beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QToolTip, QWidget

from levers_app.catalogue.departments import department_label
from levers_app.catalogue.outlines import OVERSEAS, SIZE, Outlines, Shape
from levers_app.catalogue.typography import NBSP
from levers_app.desktop.map_data import Grid
from levers_app.desktop.map_shades import Figure, Shades, paint_figures
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import number

_CROWN = ("75", "92", "93", "94")
"""Too small to be read at the size of the country: they are drawn again, larger, at the top left."""
_CROWN_BOX = QRectF(30, 30, 1330, 1420)
_SQUARE, _SQUARE_GAP = 640, 60
_SQUARES_AT = (60, 3650)
_LEAST_ROOM = 14
"""Pixels of width under which a department has no number of its own: the crown has them again."""
LEAST_WIDTH = 280
"""Pixels without which its figures have no room."""
_SCALE = 24
"""Pixels of the scale of shades under the map."""


@dataclass(frozen=True)
class Area:
    """A department as it is drawn: its shape, where its number stands, whether it is drawn again, larger."""

    number: str
    path: QPainterPath
    centre: QPointF
    again: bool = False


def areas(outlines: Outlines) -> tuple[Area, ...]:
    """Return what is drawn: the country, squares for the departments overseas, Paris and its neighbours again.

    It takes a while: the window asks for it on a worker.
    """
    country = [_area(number, _path(shapes)) for number, shapes in outlines.items()]
    overseas = [_area(number, _square(place)) for place, number in enumerate(OVERSEAS)]
    crown = [area for area in country if area.number in _CROWN]
    return (*country, *overseas, *_larger(crown))


def _area(number: str, path: QPainterPath, *, again: bool = False) -> Area:
    return Area(number, path, _centre(path), again)


def _path(shapes: Sequence[Shape]) -> QPainterPath:
    path = QPainterPath()
    for (x, y), *rest in shapes:
        path.moveTo(x, y)
        for right, down in rest:
            path.lineTo(right, down)
        path.closeSubpath()
    return path


def _square(place: int) -> QPainterPath:
    path, step = QPainterPath(), _SQUARE + _SQUARE_GAP
    left, top = _SQUARES_AT
    path.addRect(QRectF(left + place % 2 * step, top + place // 2 * step, _SQUARE, _SQUARE))
    return path


def _larger(crown: Sequence[Area]) -> list[Area]:
    if not crown:
        return []
    whole = QRectF()
    for area in crown:
        whole = whole.united(area.path.boundingRect())
    scale = min(_CROWN_BOX.width() / whole.width(), _CROWN_BOX.height() / whole.height())
    move = QTransform().translate(_CROWN_BOX.left(), _CROWN_BOX.top()).scale(scale, scale)
    move = move.translate(-whole.left(), -whole.top())
    return [_area(area.number, move.map(area.path), again=True) for area in crown]


def counts_of(grid: Grid) -> dict[str, int]:
    """Return the number of examples of each department that has any."""
    return {head.key: cells[0].outcomes.total for head, cells in zip(grid.rows, grid.cells, strict=True) if head.key}


def fit(box: QRectF) -> QTransform:
    """Return what brings the plane of the outlines into ``box``, in its middle."""
    scale = min(box.width() / SIZE[0], box.height() / SIZE[1])
    left = box.left() + (box.width() - SIZE[0] * scale) / 2
    top = box.top() + (box.height() - SIZE[1] * scale) / 2
    return QTransform().translate(left, top).scale(scale, scale)


def paint_france(
    painter: QPainter, box: QRectF, drawn: Sequence[Area], counts: Mapping[str, int], theme: Theme
) -> None:
    """Paint the map into ``box``, over the scale of its shades."""
    shades, move = Shades(counts, theme), fit(map_room(box, theme))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    figures = []
    painter.setPen(QPen(theme.colour("border"), 0.6))
    for area in drawn:
        shape, count = move.map(area.path), counts.get(area.number, 0)
        painter.setBrush(shades.tint(count))
        painter.drawPath(shape)
        words = _words(area, count)
        if words and shape.boundingRect().width() >= theme.px(_LEAST_ROOM):
            figures.append(Figure(words, move.map(area.centre), shape, shades.ink(count)))
    paint_figures(painter, figures, theme)
    high = theme.px(_SCALE)
    shades.paint_scale(painter, QRectF(box.left(), box.bottom() - high, box.width(), high))


def map_room(box: QRectF, theme: Theme) -> QRectF:
    """Return the part of ``box`` that the map has over its scale."""
    return box.adjusted(0, 0, 0, -theme.px(_SCALE))


def _words(area: Area, count: int) -> list[str]:
    """Return which department it is, where that is not plain from its place, and how many examples it has."""
    name = [area.number] if area.again or area.number in OVERSEAS else []
    return [*name, *([number(count)] if count else [])]


def _centre(path: QPainterPath) -> QPointF:
    """Return the centre of gravity of the largest part of a shape: its number stands inside, whatever its form."""
    polygon = max(path.toSubpathPolygons(), key=lambda part: part.boundingRect().width())
    points = [polygon.at(place) for place in range(polygon.size())]
    area = across = down = 0.0
    for one, other in zip(points, [*points[1:], points[0]], strict=True):
        cross = one.x() * other.y() - other.x() * one.y()
        area += cross
        across += (one.x() + other.x()) * cross
        down += (one.y() + other.y()) * cross
    return QPointF(across / (3 * area), down / (3 * area)) if area else path.boundingRect().center()


class FranceMap(QWidget):
    """The map beside the table, which says the same to the keyboard and to screen readers.

    Signals:
        chosen: number of the department that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without outlines."""
        super().__init__(parent)
        self._theme = theme
        self._areas: Sequence[Area] = ()
        self._counts: Mapping[str, int] = {}
        self._told: Mapping[str, str] = {}
        self._chosen = ""
        self._picture: QPixmap | None = None
        self.setMouseTracking(True)
        self.setAccessibleName("Carte de France des exemples")
        self.setAccessibleDescription("Le tableau voisin dit la même chose, département par département.")

    def show_map(self, drawn: Sequence[Area], grid: Grid) -> None:
        """Show the departments with their examples."""
        self._areas = drawn
        self._counts = counts_of(grid)
        self._told = {head.key: cells[0].told for head, cells in zip(grid.rows, grid.cells, strict=True)}
        self._picture = None
        self.update()

    def choose(self, number: str) -> None:
        """Show which department is current in the table."""
        if number != self._chosen:
            self._chosen = number
            self.update()

    def told(self, number: str) -> str:
        """Return a department as a sentence."""
        return self._told.get(number) or f"{department_label(number)}{NBSP}: aucun exemple encore."

    def department_at(self, at: QPointF) -> str:
        """Return the number of the department at a place, or nothing."""
        back, _ = fit(map_room(self._box(), self._theme)).inverted()
        there = back.map(at)
        found = [area for area in reversed(self._areas) if area.path.contains(there)]
        return found[0].number if found else ""

    def place_of(self, number: str) -> QPoint:
        """Return a place inside a department."""
        move = fit(map_room(self._box(), self._theme))
        for area in self._areas:
            if area.number == number:
                return move.map(area.centre).toPoint()
        return QPoint(-1, -1)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(self._theme.px(480), self._theme.px(460))

    def minimumSizeHint(self) -> QSize:
        """Large enough for its numbers."""
        return QSize(self._theme.px(LEAST_WIDTH), self._theme.px(260))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        over = self._counts.get(self.department_at(event.position()), 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        number = self.department_at(event.position())
        if number and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(number)

    def event(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.department_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), safe_tip(self.told(number)) if number else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map, painted once for each size; over it the edge of the current department."""
        if self._picture is None or self._picture.deviceIndependentSize().toSize() != self.size():
            self._picture = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        move = fit(map_room(self._box(), self._theme))
        for area in self._areas:
            if area.number == self._chosen:
                painter.drawPath(move.map(area.path))
        painter.end()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.colour("surface"))
        painter = QPainter(picture)
        paint_france(painter, self._box(), self._areas, self._counts, self._theme)
        painter.end()
        return picture

    def _box(self) -> QRectF:
        edge = self._theme.px(12)
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
