"""Designed states: nothing here yet, nothing found, loading, something went wrong. They say what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from levers_app.desktop.flow_layout import clear_layout
from levers_app.desktop.icons import paint_icon
from levers_app.desktop.rings import shows_ring
from levers_app.desktop.scrolling import scrolled
from levers_app.desktop.theme import Theme

_ROW, _TOP = 44, 94
_ICONS = {
    "words": "search",
    "filters": "x",
    "filter": "x",
    "record": "adjustments",
    "problems": "map-pin",
    "levers": "adjustments",
    "cases": "building-community",
}


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way out of an empty state: ``key`` is told when it is chosen."""

    key: str
    label: str
    detail: str = ""


class WayButton(QPushButton):
    """A row of 44 px: icon, where it leads, what it gives at right, a hairline above."""

    def __init__(self, way: WayOn, theme: Theme, parent: QWidget) -> None:
        """Paint ``way``; its words are those of the button, for screen readers too."""
        super().__init__(parent)
        self._way, self._theme = way, theme
        self.setText(way.label.replace("&", "&&"))
        self.setAccessibleName(", ".join(part for part in (way.label, way.detail) if part))
        self.setProperty("key", way.key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """One row; the words are cut before the window widens."""
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairline, ground under the mouse, ring for the keyboard, icon and words."""
        theme, area = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(area, theme.colour("hover"))
        painter.fillRect(QRectF(0, 0, area.width(), 1), theme.colour("line"))
        if shows_ring(self):
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        side = theme.px(18)
        kind, _, value = self._way.key.partition(":")
        icon = QRectF(theme.px(4), (area.height() - side) / 2, side, side)
        paint_icon(painter, _ICONS.get(value if kind == "page" else kind, "arrow-right"), theme.colour("ink2"), icon)
        self._paint_words(painter, area.adjusted(theme.px(34), 0, -theme.px(4), 0))
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, self._way.detail)
        detail = QFontMetricsF(painter.font()).horizontalAdvance(self._way.detail)
        area.setWidth(max(0.0, area.width() - detail - theme.px(12)))
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("accent"))
        words = QFontMetricsF(painter.font()).elidedText(self._way.label, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, words)


class StatePage(QFrame):
    """A sentence, why, and a few ways on, in a column of 608 px.

    Signals:
        chosen: key of the choice.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._theme = theme
        self._title = QLabel(self)
        self._text = QLabel(self)
        self._title.setProperty("role", "sheet")
        self._text.setProperty("role", "body")
        self._text.setProperty("ink", "2")
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName("Avancement")
        self._bar.setTextVisible(False)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(0)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QWidget(self)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._text, self._bar):
            inner.addWidget(widget)
        inner.addSpacing(16)
        inner.addLayout(self._choices)
        inner.addStretch()
        self._column = column
        self._outer = QHBoxLayout()
        self._scroll_in(self._outer)
        self._outer.addStretch(1)
        self._outer.addWidget(column, 20)
        self._outer.addStretch(2)
        self._shown: tuple[str, str, tuple[WayOn, ...], bool] = ("", "", (), False)
        self.set_theme(theme)

    def _scroll_in(self, parts: QHBoxLayout) -> None:
        """Have ``parts`` scroll where the pane is too low for them."""
        inside = QWidget(self)
        inside.setLayout(parts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room above where the pane is low."""
        super().resizeEvent(event)
        self._set_apart()

    def _set_apart(self) -> None:
        px = self._theme.px
        self._outer.setContentsMargins(px(24), min(px(_TOP), self.height() // 7), px(24), px(8))

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._column.setMaximumWidth(theme.px(608))
        self._set_apart()
        title, text, choices, busy = self._shown
        self.show_state(title, text, choices, busy=busy)

    def show_state(self, title: str, text: str, choices: Sequence[WayOn] = (), *, busy: bool = False) -> None:
        """Show a state; ``busy`` adds a bar that moves."""
        self._shown = (title, text, tuple(choices), busy)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._bar.setVisible(busy)
        self._bar.setRange(0, 0)
        clear_layout(self._choices)
        for choice in choices:
            self._choices.addWidget(self._button(choice))

    def show_progress(self, done: int, total: int) -> None:
        """Tell how far the work is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to the first way on."""
        if self.first_way is not None:
            self.first_way.setFocus(reason)

    @property
    def first_way(self) -> QWidget | None:
        """The button of the first way on."""
        first = self._choices.itemAt(0)
        return first.widget() if first is not None else None

    def _button(self, choice: WayOn) -> QPushButton:
        button = WayButton(choice, self._theme, self)
        button.clicked.connect(self._choose)
        return button

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("key")))
