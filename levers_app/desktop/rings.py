"""Who shows the ring of the keyboard: whoever has the focus, while the person works with keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def shows_ring(widget: QWidget) -> bool:
    """Tell whether ``widget`` has the focus and the last move was made with a key."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
