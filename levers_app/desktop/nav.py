"""The navigation at left: pages with their counts, folded to a rail of icons in narrow windows."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from levers_app.desktop.icons import paint_icon
from levers_app.desktop.place import Page
from levers_app.desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the navigation; ``gap`` draws a line above it."""

    page: Page
    label: str
    icon: str
    gap: bool = False


ENTRIES = (
    Entry("home", "Accueil", "home"),
    Entry("problems", "Situations", "map-pin", gap=True),
    Entry("levers", "Leviers", "adjustments"),
    Entry("cases", "Exemples", "building-community"),
    Entry("texts", "Textes", "scale"),
    Entry("terms", "Glossaire", "vocabulary"),
    Entry("favourites", "Favoris", "star", gap=True),
    Entry("recent", "Récents", "history"),
)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NavButton(QAbstractButton):
    """One entry: icon, label, count.

    Signals:
        stepped: +1 or -1, for the arrow down or up.
    """

    stepped = Signal(int)

    def __init__(self, entry: Entry, theme: Theme, parent: QWidget) -> None:
        """Begin without a count."""
        super().__init__(parent)
        self.entry = entry
        self.theme = theme
        self.rail = False
        self._count: int | None = None
        self.setText(entry.label)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """Show how many records the page holds."""
        self._count = count
        self.setAccessibleName(self.entry.label if count is None else f"{self.entry.label}, {count}")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """32 px, and 24 more for the line above a group."""
        return QSize(10, self.theme.px(32) + (self.theme.px(24) if self.entry.gap else 0))

    def minimumSizeHint(self) -> QSize:
        """A little less where the window is low and the text large: entries then stand closer."""
        return QSize(10, self.theme.px(24) + (self.theme.px(8) if self.entry.gap else 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the page, the arrows go on to the next entry."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground when chosen or under the mouse, ring for the keyboard, icon and words."""
        theme, area = self.theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.entry.gap:
            painter.setPen(QPen(theme.colour("line"), 1))
            gap = max(theme.px(6), round(area.height()) - theme.px(32))
            line = area.adjusted(theme.px(12), gap / 2, -theme.px(12), 0)
            painter.drawLine(line.topLeft(), line.topRight())
            area.setTop(area.top() + gap)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(area, theme.px(6), theme.px(6))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        self._paint_words(painter, area)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        theme, chosen = self.theme, self.isChecked()
        side = theme.px(18)
        left = area.left() + ((area.width() - side) / 2 if self.rail else theme.px(12))
        box = QRectF(left, area.center().y() - side / 2, side, side)
        paint_icon(painter, self.entry.icon, theme.colour("accent" if chosen else "ink2"), box)
        if self.rail:
            return
        painter.setFont(theme.font("ui_strong" if chosen else "ui"))
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        words = area.adjusted(theme.px(40), 0, -theme.px(12), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.entry.label)
        if self._count is not None:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink3"))
            count = f"{self._count:,}".replace(",", "\u202f")
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


class Nav(QFrame):
    """The pages; Tab reaches one entry of them, the arrows the others.

    Signals:
        page_requested: name of the page that was clicked or entered.
    """

    page_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with no counts and no page chosen."""
        super().__init__(parent)
        self.setProperty("look", "nav")
        self.setAccessibleName("Navigation")
        self._theme = theme
        self._rail = False
        self._buttons = [NavButton(entry, theme, self) for entry in ENTRIES]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(0)
        for button in self._buttons:
            layout.addWidget(button)
            button.clicked.connect(self._click)
            button.stepped.connect(self._step)
        layout.addStretch()
        self.set_rail(rail=False)
        self._let_in(self._buttons[0])

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        for button in self._buttons:
            button.theme = theme
            button.updateGeometry()
            button.update()
        self.set_rail(rail=self._rail)

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only (56 px) or icons, words and counts (192 px)."""
        self._rail = rail
        for button in self._buttons:
            button.rail = rail
            button.update()
        self.setFixedWidth(self._theme.px(56 if rail else 192))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each page holds."""
        for button in self._buttons:
            button.show_count(counts.get(button.entry.page))

    def set_page(self, page: str) -> None:
        """Mark the page shown; none is marked on a search."""
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(button.entry.page == page)
            button.setAutoExclusive(True)
            if button.isChecked():
                self._let_in(button)

    def _let_in(self, chosen: NavButton) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is chosen else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(chosen)

    @Slot()
    def _click(self) -> None:
        button = self.sender()
        assert isinstance(button, NavButton)  # noqa: S101 - connected to those only
        self.page_requested.emit(button.entry.page)

    @Slot(int)
    def _step(self, step: int) -> None:
        here = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), 0)
        button = self._buttons[min(max(here + step, 0), len(self._buttons) - 1)]
        self._let_in(button)
        button.setFocus(Qt.FocusReason.TabFocusReason)
