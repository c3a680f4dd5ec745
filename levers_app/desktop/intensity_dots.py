"""How strong a problem is, in five dots: keys 1 to 5, arrows, or a click."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from levers_app.catalogue.typography import NBSP
from levers_app.desktop.marks import paint_intensity
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import uncapitalised

_LEAST, _MOST = 1, 5
_DOT, _STEP, _PAD = 10, 1.3, 6


class IntensityDots(QSlider):
    """A slider from 1 to 5 that looks like the dots of the sheets; its value is what a screen reader says.

    Signals:
        entered: Enter was pressed: the level is set.
    """

    entered = Signal()

    def __init__(self, theme: Theme, problem: str, labels: dict[str, str], parent: QWidget) -> None:
        """``labels`` are the words of each level, « 1 » to « 5 »."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._labels = theme, labels
        self.setRange(_LEAST, _MOST)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"Intensité de «{NBSP}{problem}{NBSP}»")
        self.valueChanged.connect(self._tell)
        self._tell(self.value())

    def words(self) -> str:
        """Return the level in words: « 4, emprise partielle »."""
        label = self._labels.get(str(self.value()), "")
        return f"{self.value()}, {uncapitalised(label)}" if label else str(self.value())

    def sizeHint(self) -> QSize:
        """Five dots, with room around for the mouse."""
        px = self._theme.px
        return QSize(round(px(_DOT) * (4 * _STEP + 1)) + 2 * px(_PAD), px(_DOT) + 2 * px(_PAD))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure sets the level; the arrows change it."""
        level = event.key() - Qt.Key.Key_0
        if _LEAST <= level <= _MOST:
            self.setValue(level)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The dot under the mouse, and those before it."""
        px = self._theme.px
        at = (event.position().x() - px(_PAD)) / (px(_DOT) * _STEP)
        self.setValue(int(max(0.0, at)) + 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drawing over the dots sets them too."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: the press has set the level."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots, and the ring for the keyboard."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shows_ring(self):
            paint_ring(painter, QRectF(self.rect()), self._theme, 4)
        box = QRectF(px(_PAD), (self.height() - px(_DOT)) / 2, px(_DOT) * 6.2, px(_DOT))
        paint_intensity(painter, self.value(), self._theme, box)
        painter.end()

    def _tell(self, _: int) -> None:
        self.setToolTip(f"Intensité {self.words()}")
        self.setAccessibleDescription(f"{self.words()}. Les chiffres 1 à 5 la règlent.")
