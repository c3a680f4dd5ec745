"""Signs inside a text: marks, bars and icons as pictures of the document, drawn once each."""

from collections.abc import Callable
from math import floor

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QTextCharFormat, QTextDocument, QTextImageFormat

from levers_app.desktop.icons import paint_icon
from levers_app.desktop.marks import paint_mark, paint_strength
from levers_app.desktop.theme import Theme


class SheetSigns:
    """Draws signs at the screen's ratio and gives the formats that put them in a line of a role."""

    def __init__(self, document: QTextDocument, theme: Theme, ratio: float) -> None:
        """The pictures live in ``document``: nothing else is ever loaded."""
        self._document = document
        self._theme = theme
        self._ratio = ratio
        self._formats: dict[str, QTextImageFormat] = {}

    def mark(self, slug: str, role: str, size: int) -> QTextImageFormat:
        """The sign of a family, an outcome or a kind, ``size`` pixels at scale 1."""

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_mark(painter, slug, self._theme, box)

        return self._sign(f"mark-{slug}-{size}", role, (size, size), paint)

    def strength(self, slug: str, role: str) -> QTextImageFormat:
        """The three bars of the strength of evidence."""

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_strength(painter, slug, self._theme, box)

        return self._sign(f"strength-{slug}", role, (18, 12), paint)

    def icon(self, name: str, ink: str, role: str, size: int) -> QTextImageFormat:
        """A bundled icon."""

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_icon(painter, name, self._theme.colour(ink), box)

        return self._sign(f"icon-{name}-{ink}-{size}", role, (size, size), paint)

    def _sign(
        self, name: str, role: str, size: tuple[int, int], paint: Callable[[QPainter, QRectF], None]
    ) -> QTextImageFormat:
        name = f"{name}-{role}"
        if name not in self._formats:
            self._formats[name] = self._draw(name, role, size, paint)
        return self._formats[name]

    def _draw(
        self, name: str, role: str, size: tuple[int, int], paint: Callable[[QPainter, QRectF], None]
    ) -> QTextImageFormat:
        """Centre the sign on the capitals, in a picture no higher than the font's own line: it moves nothing."""
        font = self._theme.font(role)
        metrics = QFontMetricsF(font)
        wide, high = (self._theme.px(side) for side in size)
        tall = floor(metrics.ascent() + metrics.descent())
        middle = tall - metrics.descent() - metrics.capHeight() / 2
        pixmap = QPixmap(round(wide * self._ratio), round(tall * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint(painter, QRectF(0, round(middle - high / 2), wide, high))
        painter.end()
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), pixmap)
        shape = QTextImageFormat()
        shape.setFont(font)
        shape.setName(name)
        shape.setWidth(wide)
        shape.setHeight(tall)
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        return shape
