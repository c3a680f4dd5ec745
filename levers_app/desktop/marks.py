"""Signs drawn, never typed: outcome, strength of evidence, intensity, family (mockups README, section Colour)."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from levers_app.desktop.icons import paint_icon
from levers_app.desktop.theme import Theme

FAMILY_ICONS = {
    "surete": "shield",
    "amenagement": "door",
    "presence-humaine": "users",
    "partenariat": "affiliate",
    "developpement-social": "seedling",
    "observation": "eye",
}
KIND_ICONS = {
    "lever": "adjustments",
    "case": "building-community",
    "text": "scale",
    "term": "vocabulary",
    "problem": "map-pin",
    "brief": "file-text",
    "model": "file-plus",
    "words": "pencil",
    "comparison": "columns-3",
    "actions": "list-check",
}
_BARS = (4.0, 7.5, 11.0)
_FILLED = {"forte": 3, "moyenne": 2, "faible": 1, "aucune": 0}


def paint_outcome(painter: QPainter, outcome: str, theme: Theme, box: QRectF) -> None:
    """Disc, half disc, ring with a cross or ring, in a square ``box``: the shape tells, the colour helps."""
    colour = theme.outcome(outcome)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = box.width() * 1.5 / 12
    painter.setPen(QPen(colour, width))
    painter.setBrush(colour if outcome == "positif" else Qt.BrushStyle.NoBrush)
    ring = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawEllipse(ring)
    if outcome == "mitige":
        painter.setBrush(colour)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    elif outcome == "negatif":
        arm = box.width() * 0.17
        centre = box.center()
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))
    painter.restore()


def paint_strength(painter: QPainter, strength: str, theme: Theme, box: QRectF) -> None:
    """Three rising bars in secondary ink, filled by the strength of the evidence."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = box.height() / 12
    colour = theme.colour("ink2")
    for place, height in enumerate(_BARS):
        bar = QRectF(box.left() + place * 6.5 * unit, box.bottom() - height * unit, 4 * unit, height * unit)
        painter.setPen(QPen(colour, unit))
        painter.setBrush(colour if place < _FILLED.get(strength, 0) else Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(unit / 2, unit / 2, -unit / 2, -unit / 2))
    painter.restore()


def paint_intensity(painter: QPainter, level: int, theme: Theme, box: QRectF) -> None:
    """Five dots, ``level`` of them filled; ``box`` is five squares wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = box.height()
    colour = theme.colour("ink2")
    painter.setPen(QPen(colour, side / 8))
    for place in range(5):
        painter.setBrush(colour if place < level else Qt.BrushStyle.NoBrush)
        dot = QRectF(box.left() + place * side * 1.3, box.top(), side, side)
        painter.drawEllipse(dot.adjusted(side / 16, side / 16, -side / 16, -side / 16))
    painter.restore()


def paint_family(painter: QPainter, family: str, theme: Theme, box: QRectF) -> None:
    """Icon of a family in its ink, without ground."""
    paint_icon(painter, FAMILY_ICONS[family], theme.family(family), box)


def paint_family_tile(painter: QPainter, family: str, theme: Theme, box: QRectF) -> None:
    """Icon of a family on its tint."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.family_tint(family))
    painter.drawRoundedRect(box, theme.px(8), theme.px(8))
    painter.restore()
    inset = box.width() * 0.25
    paint_family(painter, family, theme, box.adjusted(inset, inset, -inset, -inset))


def paint_mark(painter: QPainter, mark: str, theme: Theme, box: QRectF, colour: QColor | None = None) -> None:
    """Draw the sign of a slug: a family, an outcome, or a kind of record."""
    if mark in FAMILY_ICONS:
        paint_family(painter, mark, theme, box)
    elif mark in KIND_ICONS:
        paint_icon(painter, KIND_ICONS[mark], colour or theme.colour("ink2"), box)
    elif mark:
        inset = box.width() / 8
        paint_outcome(painter, mark, theme, box.adjusted(inset, inset, -inset, -inset))


def mark_pixmap(mark: str, theme: Theme, size: int, ratio: float) -> QPixmap:
    """Return the sign of ``mark`` as a pixmap, for texts and labels."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, mark, theme, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
