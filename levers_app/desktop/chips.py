"""Small buttons above a list, painted: words and a sign (the order, the chips of the filters), words and a count."""

from html import escape
from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QToolButton, QWidget

from levers_app.desktop.icons import paint_icon
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme

_HEIGHT, _GAP, _SIGN, _TAB = 24, 4, 14, 32
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class SignButton(QToolButton):
    """Words, then a sign: 24 px high, without an edge; ``pads`` is the room at left and right."""

    pads = (4, 4)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def sign(self) -> str:
        """Name of the icon after the words."""
        return "chevron-down"

    def sizeHint(self) -> QSize:
        """Words, sign and the room around them."""
        px, (left, right) = self.theme.px, self.pads
        words = self.theme.metrics("label").horizontalAdvance(self.text())
        return QSize(round(words) + px(left + _GAP + _SIGN + right), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge and ground by state, words, sign."""
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = theme.colour("ink" if self._is_lively() else "ink2")
        painter.setFont(theme.font("label"))
        painter.setPen(ink)
        words = QRectF(self.rect()).adjusted(theme.px(self.pads[0]), 0, 0, 0)
        words.setRight(self._sign_area().left())
        text = theme.metrics("label").elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words.adjusted(0, 0, 1, 0), _MIDDLE_LEFT, text)
        side = theme.px(_SIGN)
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(self._sign_area().center())
        paint_icon(painter, self.sign(), ink, sign)
        painter.end()

    def _sign_area(self) -> QRectF:
        px, right = self.theme.px, self.pads[1]
        return QRectF(self.width() - px(_SIGN + right + _GAP), 0, px(_SIGN + 2 * _GAP), self.height())

    def _is_lively(self) -> bool:
        return self.underMouse()

    def _paint_ground(self, painter: QPainter) -> None:
        if shows_ring(self):
            paint_ring(painter, QRectF(self.rect()), self.theme, 4)


class Chip(SignButton):
    """A filter: a chevron says whether its values are open, a cross drops what is chosen.

    Signals:
        dropped: the cross was clicked, or Suppr pressed.
        values_wanted: Down was pressed: the keyboard goes to the values.
        stepped: Left (-1) or Right (1) was pressed: the keyboard goes to the chip beside.
    """

    dropped = Signal()
    values_wanted = Signal()
    stepped = Signal(int)
    pads = (10, 8)

    def __init__(self, facet: str, theme: Theme, parent: QWidget) -> None:
        """``facet`` is the name of its filter."""
        super().__init__(theme, parent)
        self._active = self._opened = False
        self._state: tuple[str, bool, bool, str] | None = None
        self.setProperty("facet", facet)

    def show_state(self, text: str, *, opened: bool, active: bool, meaning: str = "") -> None:
        """Show ``text``, whether the values are open, and whether any is chosen; ``meaning`` says it in full."""
        state = (text, opened, active, meaning)
        if state == self._state:
            return
        self._state = state
        self._active, self._opened = active, opened
        self.setText(text)
        drop = "Pour le retirer\u00a0: la croix, ou Suppr."
        self.setToolTip(f"<p>{escape(meaning)}</p><p>{drop}</p>" if active else "")
        self.setAccessibleDescription("Suppr retire ce filtre" if active else "")
        self.updateGeometry()
        self.update()

    def sign(self) -> str:
        """The cross of a filter in use, else whether the values are open."""
        return "x" if self._active else "chevron-up" if self._opened else "chevron-down"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Suppr drops the choice, Down goes to the values, Left and Right to the chips beside."""
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self._active:
                self.dropped.emit()
            case Qt.Key.Key_Down:
                self.values_wanted.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross drops the choice; the words open the values."""
        if self._active and self._sign_area().contains(event.position()):
            self.setDown(False)
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def _is_lively(self) -> bool:
        return self._active or self._opened

    def _paint_ground(self, painter: QPainter) -> None:
        theme, ring = self.theme, shows_ring(self)
        fill = "selected" if self._active else "hover" if self.underMouse() else "surface" if self._opened else ""
        edge = "accent" if ring or self._active else "border" if self._opened else "line"
        width = 2 if ring else 1
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)


class CountTab(QRadioButton):
    """One of several views: its name, how many it holds if that is said, and a line under the chosen one."""

    def __init__(self, kind: str, label: str, theme: Theme, parent: QWidget) -> None:
        """``kind`` is that of the records, empty for all."""
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._count: int | None = None
        self.setText(label)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.updateGeometry()

    def show_count(self, count: int) -> None:
        """Show how many records of this kind answer."""
        if count == self._count:
            return
        self._count = count
        self.setText(f"{self._label} {count}")
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """As wide as when chosen, so that nothing moves."""
        return QSize(ceil(self._words_width() + self._count_width()), self._theme.px(_TAB))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, count, line or ring."""
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        if shows_ring(self):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, QRectF(self.rect()), theme, 4)
        area = QRectF(self.rect()).adjusted(0, 0, 0, -theme.px(6))
        role = "ui_strong" if chosen else "ui"
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("ink" if chosen or self.underMouse() else "ink2"))
        painter.drawText(area, _MIDDLE_LEFT, self._label)
        words = theme.metrics(role).horizontalAdvance(self._label)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink3"))
        if self._count is not None:
            painter.drawText(area.adjusted(words + theme.px(8), 0, 0, 0), _MIDDLE_LEFT, str(self._count))
        if chosen:
            painter.fillRect(0, self.height() - 2, self.width(), 2, theme.colour("accent"))
        painter.end()

    def _words_width(self) -> float:
        return self._theme.metrics("ui_strong").horizontalAdvance(self._label)

    def _count_width(self) -> float:
        if self._count is None:
            return 0.0
        return self._theme.px(8) + self._theme.metrics("label").horizontalAdvance(str(self._count))
