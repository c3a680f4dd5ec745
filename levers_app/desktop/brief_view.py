"""One page of a note, as large as one likes; wheel and keys go on to the next one."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from levers_app.desktop.brief_rasters import Rasters
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme

Fit = Literal["page", "width", ""]
_EDGE = 20
_PIXELS_A_POINT = 96 / 72
"""At which a page is as large as on paper, on a usual screen."""
_STEP, _LEAST, _MOST = 1.2, 0.2, 5.0
_NOTCH = 120


class PageView(QAbstractScrollArea):
    """Shows a page of the proof.

    Signals:
        turned: another page is shown, from 0.
        zoomed: the page has another size.
    """

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, rasters: Rasters, theme: Theme, parent: QWidget) -> None:
        """Begin without pages."""
        super().__init__(parent)
        self._rasters, self._theme = rasters, theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._last: QImage | None = None
        self._turns = 0
        self.fit: Fit = "page"
        self._scale = 1.0
        self.page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(160), theme.px(120))
        self.viewport().setAutoFillBackground(False)
        rasters.ready.connect(self._show_drawn)
        rasters.told.connect(self._describe)

    # -- what is shown

    def show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show a new proof at the page where one was, or at its last one."""
        self._sizes = sizes
        self._last = self._last if sizes else None
        page = min(self.page, max(0, len(sizes) - 1))
        turned, self.page = page != self.page, page
        self._arrange()
        self._tell()
        if turned:
            self.turned.emit(page)

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sizes)

    def size_of(self, page: int) -> tuple[float, float]:
        """Width and height of a page, in points."""
        return self._sizes[page]

    def go_to(self, page: int) -> None:
        """Show another page from its top."""
        if 0 <= page < self.pages and page != self.page:
            self.page = page
            self._arrange()
            self.verticalScrollBar().setValue(0)
            self._tell()
            self.turned.emit(page)

    def set_fit(self, fit: Fit) -> None:
        """Show the whole page, or its whole width."""
        self.fit = fit
        self._arrange()
        self.zoomed.emit()

    @property
    def scale(self) -> float:
        """Size of the page, 1 as on paper."""
        return self._scale

    def zoom(self, scale: float) -> None:
        """Show the page in this size."""
        self.fit = ""
        self._scale = min(_MOST, max(_LEAST, scale))
        self._arrange()
        self.zoomed.emit()

    @Slot()
    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom(self._scale * _STEP)

    @Slot()
    def zoom_out(self) -> None:
        """One step smaller."""
        self.zoom(self._scale / _STEP)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, its edge, and a ring when the keyboard is here."""
        painter = QPainter(self.viewport())
        if self._sizes:
            box = self._box()
            image = self._rasters.image(self.page, round(box.width() * self.devicePixelRatioF()), first=True)
            image = self._last = image or self._last
            painter.fillRect(box, Qt.GlobalColor.white)
            if image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.width() != round(box.width()))
                painter.drawImage(box, image)
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        if shows_ring(self):
            paint_ring(painter, QRectF(self.viewport().rect()), self._theme, 0)
        painter.end()

    def _box(self) -> QRectF:
        """Return where the page is, on whole device pixels."""
        across, down = self._sizes[self.page]
        width, height = (round(side * self._scale * _PIXELS_A_POINT) for side in (across, down))
        port, edge = self.viewport().size(), self._theme.px(_EDGE)
        left = max(edge, (port.width() - width) // 2) - self.horizontalScrollBar().value()
        return QRectF(left, edge - self.verticalScrollBar().value(), width, height)

    def _arrange(self) -> None:
        """Choose the size that fits, and how far there is to scroll."""
        if not self._sizes:
            self.viewport().update()
            return
        across, down = (side * _PIXELS_A_POINT for side in self._sizes[self.page])
        edge, port = 2 * self._theme.px(_EDGE), self.maximumViewportSize()
        if self.fit == "page":
            self._scale = min((port.width() - edge) / across, (port.height() - edge) / down)
        elif self.fit == "width":
            beside = self.verticalScrollBar().sizeHint().width()
            self._scale = (port.width() - edge - beside) / across
        self._scale = min(_MOST, max(_LEAST, self._scale))
        for bar, side, room in (
            (self.horizontalScrollBar(), across, port.width()),
            (self.verticalScrollBar(), down, port.height()),
        ):
            bar.setRange(0, max(0, round(side * self._scale) + edge - room))
            bar.setPageStep(room)
            bar.setSingleStep(self._theme.px(40))
        self.viewport().update()

    @Slot(int)
    def _show_drawn(self, page: int) -> None:
        if page == self.page:
            self.viewport().update()

    # -- for screen readers

    def _tell(self) -> None:
        self.setAccessibleName(f"Aperçu, page {self.page + 1} sur {self.pages}" if self.pages else "Aperçu")
        self.setAccessibleDescription("")
        if self.pages:
            self._rasters.tell(self.page)

    @Slot(int, str)
    def _describe(self, page: int, words: str) -> None:
        if page == self.page:
            self.setAccessibleDescription(words)

    # -- moves

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()
        self.zoomed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint the page where it is now."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; beyond the end, turn the page; with Ctrl, zoom."""
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turn:
                self.zoom(self._scale * (_STEP if turn > 0 else 1 / _STEP))
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.minimum() if turn > 0 else bar.maximum())
        if not at_end or not turn:
            self._turns = 0
            super().wheelEvent(event)
            return
        self._turns += turn  # touchpads send many small turns
        if abs(self._turns) >= _NOTCH:
            self._turn(-1 if self._turns > 0 else 1)
            self._turns = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll and turn, + and − zoom."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right | Qt.Key.Key_Space:
                self._turn(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                self._turn(-1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.pages - 1)
            case Qt.Key.Key_Down if bar.value() == bar.maximum():
                self._turn(1)
            case Qt.Key.Key_Up if bar.value() == bar.minimum():
                self._turn(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case _:
                super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        self.go_to(self.page + step)
        if step < 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
