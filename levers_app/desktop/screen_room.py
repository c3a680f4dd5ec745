"""The room that a screen has for a window and its frame, and windows brought back into it."""

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_FRAME = QMargins(8, 40, 8, 8)
"""What the frame of a window takes at most; its true size is known once it shows, too late to choose one."""


def room(widget: QWidget) -> QRect:
    """Where the contents of a window may be on the screen of ``widget``: panels and frame left out."""
    return _room(widget.screen())


def fitted(size: QSize, widget: QWidget) -> QSize:
    """Return ``size``, or as much of it as the screen of ``widget`` has room for."""
    return size.boundedTo(room(widget).size())


def bring_back(window: QWidget) -> None:
    """Put a window that does not fill its screen, whole, on a screen that exists."""
    if window.isMaximized() or window.isFullScreen():
        return
    place = window.geometry()
    area = _room(QGuiApplication.screenAt(place.center()) or window.screen())
    if not area.contains(place):
        size = place.size().boundedTo(area.size())
        left = min(max(place.left(), area.left()), area.right() + 1 - size.width())
        top = min(max(place.top(), area.top()), area.bottom() + 1 - size.height())
        window.setGeometry(QRect(left, top, size.width(), size.height()))


def _room(screen: QScreen) -> QRect:
    return screen.availableGeometry().marginsRemoved(_FRAME)
