"""Where the mouse and the keyboard are: the ground under the one, the ring of the other while one works with keys."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from levers_app.desktop.theme import Theme


def shows_ring(widget: QWidget) -> bool:
    """Tell whether ``widget`` has the focus and the last move was made with a key."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def paint_ring(painter: QPainter, area: QRectF, theme: Theme, radius: float) -> None:
    """Paint two pixels of accent inside the edge of ``area``, its corners ``radius`` wide at the usual text size."""
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(radius), theme.px(radius))


def paint_row_ground(
    painter: QPainter, option: QStyleOptionViewItem, area: QRectF, theme: Theme, radius: float, *, chosen: bool = False
) -> None:
    """Paint what lies under the row of a list at ``area``: the ground of a chosen or hovered one, then the ring."""
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected" if chosen else "hover"))
        painter.drawRoundedRect(area, theme.px(radius), theme.px(radius))
    if option.state & QStyle.StateFlag.State_HasFocus and shows_ring(option.widget):
        paint_ring(painter, area, theme, radius)
