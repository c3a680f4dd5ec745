"""How the map of France is shaded: a few classes of counts, their scale, and figures that can be read on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import number

_SHARES = (0.12, 0.33, 0.75, 1.0)
"""Of the darkest tint, class by class. None lies in the middle, where neither ink reaches a contrast of 4.5."""
_DARK = 0.5
"""Share from which on a figure is written in the ink of dark grounds."""
_HALO, _LINE = 3, 14
_STEPS = 12
_BOX, _GAP = 12, 16


@dataclass(frozen=True, slots=True)
class Figure:
    """Words on the map: where they would stand best, and the shape that they tell of."""

    lines: Sequence[str]
    at: QPointF
    shape: QPainterPath
    ink: QColor


class Shades:
    """The classes of a map whose largest count is ``most``: 1, 2–3, 4–6, 7–9 of at most nine.

    Their limits grow as squares do, since most departments have few examples.
    """

    def __init__(self, counts: Mapping[str, int], theme: Theme) -> None:
        """``counts`` are those of the departments."""
        most = max(counts.values(), default=0)
        parts = len(_SHARES)
        self._theme = theme
        self.limits = sorted({-(-most * part**2 // parts**2) for part in range(1, parts + 1)} - {0})
        """The largest count of each class."""
        self._shares = _SHARES[parts - len(self.limits) :]

    def tint(self, count: int) -> QColor:
        """Return the tint of a department."""
        if not count:
            return self._theme.colour("list")
        low, high, share = self._theme.colour("selected"), self._theme.colour("accent"), self._share(count)
        parts = zip(low.getRgb()[:3], high.getRgb()[:3], strict=True)  # type: ignore[index]
        return QColor(*(round(one + (other - one) * share) for one, other in parts))

    def ink(self, count: int) -> QColor:
        """Return the ink of a figure inside a department."""
        return self._theme.colour("on_accent" if count and self._share(count) > _DARK else "ink")

    def _share(self, count: int) -> float:
        return next(share for limit, share in zip(self.limits, self._shares, strict=True) if count <= limit)

    @property
    def classes(self) -> list[tuple[int, str]]:
        """A count of each class, and the class in words; none is the first."""
        lows = [1, *(limit + 1 for limit in self.limits[:-1])]
        said = (number(n) if n == m else f"{number(n)}–{number(m)}" for n, m in zip(lows, self.limits, strict=False))
        return [(0, "0"), *zip(self.limits, said, strict=True)]

    def paint_scale(self, painter: QPainter, line: QRectF) -> None:
        """Paint the scale from the right end of ``line`` on: what each tint means."""
        theme, px = self._theme, self._theme.px
        metrics = theme.metrics("label")
        words = [("Exemples", -1), *((said, count) for count, said in self.classes)]
        side = px(_BOX)
        parts = [metrics.horizontalAdvance(said) + (side + px(4) if count >= 0 else 0) for said, count in words]
        gap = min(px(_GAP), (line.width() - sum(parts)) / (len(parts) - 1))
        left = line.right() - sum(parts) - gap * (len(parts) - 1)
        painter.setFont(theme.font("label"))
        for said, count in words:
            if count >= 0:
                painter.setPen(QPen(theme.colour("border"), 1))
                painter.setBrush(self.tint(count))
                painter.drawRect(QRectF(left, line.center().y() - side / 2, side, side))
                left += side + px(4)
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QRectF(left, line.top(), line.width(), line.height()), Qt.AlignmentFlag.AlignVCenter, said)
            left += metrics.horizontalAdvance(said) + gap


def paint_figures(painter: QPainter, figures: Iterable[Figure], theme: Theme) -> None:
    """Paint figures inside their shapes, at least their last line; those that fit nowhere in ink with a halo.

    One that would touch another is left out: the table has it.
    """
    step = theme.px(_LINE)
    painter.setFont(theme.font("label"))
    taken: list[QRectF] = []
    outside = []
    for figure in figures:
        boxes = [(lines, _box(lines, theme)) for lines in (figure.lines, figure.lines[-1:])]
        found = next(((lines, place) for lines, box in boxes if (place := _inside(figure, box))), None)
        if found is None:
            outside.append(figure)
        else:
            _write(painter, *found, step, figure.ink)
            taken.append(found[1])
    for figure in outside:
        lines = figure.lines[-1:]
        box = _box(lines, theme)
        box.moveCenter(figure.at)
        around = box.adjusted(-_HALO, -_HALO, _HALO, _HALO)
        if not any(map(around.intersects, taken)):
            _write(painter, lines, box, step, theme.colour("ink"), halo=theme.colour("surface"))
            taken.append(around)


def _box(lines: Sequence[str], theme: Theme) -> QRectF:
    metrics = theme.metrics("label")
    wide = max(map(metrics.horizontalAdvance, lines))
    return QRectF(0, 0, wide, theme.px(_LINE) * (len(lines) - 1) + metrics.capHeight())


def _inside(figure: Figure, box: QRectF) -> QRectF | None:
    """Return ``box`` where it lies inside the shape, as near as can be to its best place; nothing where it fits not."""
    whole = figure.shape.boundingRect()
    if box.width() > whole.width() or box.height() > whole.height():
        return None
    for at in _places(figure.at, whole):
        box.moveCenter(at)
        if figure.shape.contains(box.adjusted(-1, -1, 1, 1)):
            return QRectF(box)
    return None


def _places(best: QPointF, whole: QRectF) -> Iterator[QPointF]:
    """Yield the best place, then those of a grid over the shape, the nearest first."""
    yield best
    steps = range(1, _STEPS)
    grid = (
        QPointF(whole.left() + whole.width() * x / _STEPS, whole.top() + whole.height() * y / _STEPS)
        for x, y in product(steps, steps)
    )
    yield from sorted(grid, key=lambda point: (point - best).manhattanLength())


def _write(
    painter: QPainter, lines: Sequence[str], box: QRectF, step: int, ink: QColor, *, halo: QColor | None = None
) -> None:
    """Write lines into ``box``, whose bottom is the foot of the last one."""
    metrics = painter.fontMetrics()
    for place, line in enumerate(lines):
        foot = QPointF(
            box.center().x() - metrics.horizontalAdvance(line) / 2, box.bottom() - step * (len(lines) - 1 - place)
        )
        if halo is not None:
            outline = QPainterPath()
            outline.addText(foot, painter.font(), line)
            painter.strokePath(outline, QPen(halo, 2 * _HALO, j=Qt.PenJoinStyle.RoundJoin))
        painter.setPen(ink)
        painter.drawText(foot, line)
