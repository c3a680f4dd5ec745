"""Bundled Tabler icons, drawn in the colours of the theme and sharp at the screen's ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from levers_app.desktop.theme import Theme, icon_file

STROKE = "1.6"
"""Width of a line in the 24-unit grid of the icons (mockups README, section Icons)."""


def paint_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draw the icon ``name`` inside ``box``, whatever the painter's device and ratio."""
    _renderer(name, colour.name()).render(painter, box)


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a pixmap of ``size`` logical pixels."""
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint_icon(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def themed_icon(name: str, theme: Theme, *, token: str = "ink2", checked: str = "") -> QIcon:
    """Return an icon for buttons: ``token`` colour, greyed when disabled, filled icon ``checked`` in accent when on."""
    icon = QIcon()
    size = theme.px(20)
    ratio = _highest_ratio()
    icon.addPixmap(icon_pixmap(name, theme.colour(token), size, ratio), QIcon.Mode.Normal, QIcon.State.Off)
    icon.addPixmap(icon_pixmap(name, theme.colour("disabled"), size, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
    if checked:
        icon.addPixmap(icon_pixmap(checked, theme.colour("accent"), size, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return icon


def window_icon() -> QIcon:
    """The lever on its fulcrum, for windows and the task bar: the same blue on light and dark bars."""
    icon = QIcon()
    for size in (16, 32, 64, 256):
        icon.addPixmap(icon_pixmap("leviers", Theme().colour("accent"), size))
    return icon


def _highest_ratio() -> float:
    """Ratio of the sharpest screen: its icons look right on the others too."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = icon_file(name).read_text(encoding="utf-8")
    svg = svg.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    return QSvgRenderer(QByteArray(svg.encode()))
