"""Signs drawn as paths, never typed: outcome, strength of evidence, intensity, family, state.

All are black but the icon of a family: the shape tells, and the words stand beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from levers_app.briefs.icon_paths import GRID, STROKE, icon_lines
from levers_app.briefs.resources import families
from levers_app.briefs.styles import INK
from levers_app.catalogue.actions import State

_BARS = (4.0, 7.5, 11.0)
_FILLED = {"forte": 3, "moyenne": 2, "faible": 1, "aucune": 0}
_OUTCOMES = ("positif", "mitige", "negatif", "non-evalue")
_ROUND = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of ``width`` by ``height`` points; ``paint(canvas)`` draws it with its lower left corner at the origin."""

    width: float
    height: float
    paint: Callable[[Canvas], None]

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the sign with its lower left corner at ``x, y``."""
        canvas.saveState()
        canvas.translate(x, y)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        self.paint(canvas)
        canvas.restoreState()


def mark_of(slug: str, size: float = 8.5) -> Mark | None:
    """Return the sign of an outcome or of a family; other slugs have none."""
    if slug in families():
        return family_mark(slug, size * 1.3)
    return outcome_mark(slug, size) if slug in _OUTCOMES else None


def outcome_mark(outcome: str, size: float = 8.5) -> Mark:
    """Disc, left half disc, ring with a cross or ring, all of one size."""

    def paint(canvas: Canvas) -> None:
        line, middle = size / 8, size / 2
        radius = middle - line / 2
        canvas.setLineWidth(line)
        if outcome == "mitige":
            half = canvas.beginPath()
            half.arc(middle - radius, middle - radius, middle + radius, middle + radius, 90, 180)
            half.close()
            canvas.drawPath(half, stroke=0, fill=1)
        if outcome == "negatif":
            arm = size * 0.17
            canvas.line(middle - arm, middle - arm, middle + arm, middle + arm)
            canvas.line(middle - arm, middle + arm, middle + arm, middle - arm)
        canvas.circle(middle, middle, radius, stroke=1, fill=int(outcome == "positif"))

    return Mark(size, size, paint)


def strength_mark(strength: str, height: float = 8.5) -> Mark:
    """Three rising bars, filled by the strength of the evidence."""
    unit = height / 11

    def paint(canvas: Canvas) -> None:
        canvas.setLineWidth(unit * 0.9)
        for place, bar in enumerate(_BARS):
            filled = int(place < _FILLED.get(strength, 0))
            side = 3.1 * unit
            canvas.rect((place * 6.5 + 0.45) * unit, 0.45 * unit, side, (bar - 0.9) * unit, stroke=1, fill=filled)

    return Mark(17 * unit, height, paint)


def state_mark(state: State, size: float = 7.0) -> Mark:
    """Box to be ticked: empty, half filled, ticked or crossed."""

    def paint(canvas: Canvas) -> None:
        line = size / 9
        low, high = size * 0.28, size * 0.72
        canvas.setLineWidth(line)
        canvas.rect(line / 2, line / 2, size - line, size - line)
        if state == "doing":
            canvas.rect(line / 2, line / 2, (size - line) / 2, size - line, fill=1)
        canvas.setLineWidth(size / 6)
        if state == "done":
            canvas.lines([(low, size * 0.5, size * 0.43, low), (size * 0.43, low, high, high)])
        if state == "dropped":
            canvas.lines([(low, low, high, high), (low, high, high, low)])

    return Mark(size, size, paint)


def intensity_mark(level: int, size: float = 6.0) -> Mark:
    """Five dots, ``level`` of them filled."""
    pitch = size * 1.35

    def paint(canvas: Canvas) -> None:
        canvas.setLineWidth(size / 8)
        for place in range(5):
            centre = place * pitch + size / 2
            canvas.circle(centre, size / 2, size * 7 / 16, stroke=1, fill=int(place < level))

    return Mark(4 * pitch + size, size, paint)


def family_mark(family: str, size: float = 11.0) -> Mark:
    """Icon of a family, in the ink that prints it."""
    look = families()[family]

    def paint(canvas: Canvas) -> None:
        canvas.scale(size / GRID, -size / GRID)
        canvas.translate(0, -GRID)
        canvas.setStrokeColor(look.ink)
        canvas.setLineWidth(STROKE)
        canvas.setLineCap(_ROUND)
        canvas.setLineJoin(_ROUND)
        canvas.drawPath(_icon_path(look.icon), stroke=1, fill=0)

    return Mark(size, size, paint)


@cache
def _icon_path(icon: str) -> PDFPathObject:
    path = PDFPathObject()
    for start, *strokes in icon_lines(icon):
        path.moveTo(start[0].real, start[0].imag)
        for stroke in strokes:
            numbers = [number for point in stroke for number in (point.real, point.imag)]
            (path.lineTo if len(stroke) == 1 else path.curveTo)(*numbers)
    return path
