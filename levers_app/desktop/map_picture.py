"""The picture of a table of the map: all of it, twice as sharp as a screen, in light colours.

Icons are painted where the window is; :func:`png`, which takes longest, may run on a worker.
"""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from levers_app.desktop.map_data import Grid
from levers_app.desktop.map_france import Area, counts_of, paint_france
from levers_app.desktop.map_paint import (
    CellPainter,
    column_width,
    heads_height,
    labels_width,
    paint_column,
    paint_row,
    row_height,
)
from levers_app.desktop.theme import Theme

RATIO = 2
_EDGE, _FOOT = 24, 28


def picture(grid: Grid, title: str, foot: str) -> QImage:
    """Return a picture of ``grid`` between its title and the line ``foot``."""
    theme = Theme()
    widths = [column_width(grid, number, theme) for number in range(len(grid.columns))]
    labels = labels_width(grid, theme)
    head, high, title_high = heads_height(grid, theme), row_height(grid, theme), theme.line("page") + 8
    size = QSize(labels + sum(widths) + 2 * _EDGE, title_high + head + high * len(grid.rows) + _FOOT + 2 * _EDGE)
    size = size.expandedTo(QSize(760, 0))
    image, painter = _begin(size, theme, title, foot)
    top, left = _EDGE + title_high, float(_EDGE + labels)
    for column, width in enumerate(widths):
        paint_column(painter, QRectF(left, top, width, head), grid, column, theme, chosen=False)
        left += width
    cells = CellPainter(theme)
    painter.translate(_EDGE + labels, top + head)
    for row in range(len(grid.rows)):
        cells.paint_row(painter, grid, row, row * high)
    painter.translate(-_EDGE - labels, -top - head)
    for row in range(len(grid.rows)):
        area = QRectF(_EDGE - theme.px(20), top + head + row * high, labels + theme.px(20), high)
        paint_row(painter, area, grid, row, theme, chosen=False)
    painter.end()
    return image


def france_picture(grid: Grid, drawn: Sequence[Area], title: str, foot: str) -> QImage:
    """Return a picture of the map of France."""
    theme, size = Theme(), QSize(900, 900)
    image, painter = _begin(size, theme, title, foot)
    box = QRectF(_EDGE, _EDGE + 40, size.width() - 2 * _EDGE, size.height() - 2 * _EDGE - 40 - _FOOT)
    paint_france(painter, box, drawn, counts_of(grid), theme)
    painter.end()
    return image


def _begin(size: QSize, theme: Theme, title: str, foot: str) -> tuple[QImage, QPainter]:
    """Return an image with its title and its foot, and what paints on it."""
    image = QImage(size * RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("page"))
    painter.setPen(theme.colour("ink"))
    painter.drawText(QRectF(_EDGE, _EDGE, size.width(), theme.line("page") + 8), title)
    painter.setFont(theme.font("label"))
    painter.setPen(theme.colour("ink2"))
    painter.drawText(QRectF(_EDGE, size.height() - _EDGE - 20, size.width() - 2 * _EDGE, 24), foot)
    return image, painter


def png(image: QImage) -> bytes:
    """Return ``image`` as the bytes of a PNG file."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(b"png")).write(image)
    return bytes(held.data().data())
