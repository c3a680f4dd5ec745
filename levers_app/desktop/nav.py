"""The navigation at left: pages with their counts, folded to a rail of icons in narrow windows."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from levers_app.desktop import first_sight
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.place import Page
from levers_app.desktop.theme import Theme


class Entry(NamedTuple):
    """One page of the navigation; ``gap`` puts a line above it."""

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
_GROUP_GAP = 24
_GAP = "\u2002"
"""Room between icon and label, beside the little that the style leaves."""


class NavButton(QPushButton):
    """One entry: icon, label, count. Drawn by the style sheet: painting in Python would name ``Qt`` (first_sight).

    Signals:
        stepped: +1 or -1, for the arrow down or up.
    """

    stepped = Signal(int)

    def __init__(self, label: str, icon: str, theme: Theme, parent: QWidget) -> None:
        """Begin without a count."""
        super().__init__(parent)
        self._label, self._icon = label, icon
        self._shown_count = QLabel(self)
        self._shown_count.setProperty("ink", "3")
        self._shown_count.setProperty("role", "label")
        self._row = QHBoxLayout(self)
        self._row.addStretch()
        self._row.addWidget(self._shown_count)
        self.setProperty("look", "nav")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.set_theme(theme)
        self.show_count(None)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._row.setContentsMargins(0, 0, theme.px(12), 0)
        self.setIcon(themed_icon(self._icon, theme, checked=self._icon))
        self.setIconSize(QSize(theme.px(18), theme.px(18)))

    def set_rail(self, *, rail: bool) -> None:
        """Show the icon alone, or icon, label and count."""
        self.setText("" if rail else f"{_GAP}{self._label}")
        self._shown_count.setVisible(not rail)

    def show_count(self, count: int | None) -> None:
        """Show how many records the page holds."""
        self._shown_count.setText("" if count is None else f"{count:,}".replace(",", "\u202f"))
        self.setAccessibleName(self._label if count is None else f"{self._label}, {count}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """32 px high."""
        return QSize(10, self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """A little less where the window is low and the text large: entries then stand closer."""
        return QSize(10, self._theme.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the page, the arrows go on to the next entry."""
        match event.key():
            case QtCore.Qt.Key.Key_Down:
                self.stepped.emit(1)
            case QtCore.Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case QtCore.Qt.Key.Key_Return | QtCore.Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)


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
        self._buttons = [NavButton(entry.label, entry.icon, theme, self) for entry in ENTRIES]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(0)
        for entry, button in zip(ENTRIES, self._buttons, strict=True):
            if entry.gap:
                layout.addWidget(_line(self))
            layout.addWidget(button)
            button.setProperty("page", entry.page)
            button.clicked.connect(self._click)
            button.stepped.connect(self._step)
        layout.addStretch()
        self.set_rail(rail=False)
        self._let_in(self._buttons[0])

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        for button in self._buttons:
            button.set_theme(theme)
            button.updateGeometry()
        self.set_rail(rail=self._rail)

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only (56 px) or icons, words and counts (192 px)."""
        self._rail = rail
        for button in self._buttons:
            button.set_rail(rail=rail)
        self.setFixedWidth(self._theme.px(56 if rail else 192))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each page holds."""
        for button in self._buttons:
            button.show_count(counts.get(str(button.property("page"))))

    def set_page(self, page: str) -> None:
        """Mark the page shown; none is marked on a search."""
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(button.property("page") == page)
            button.setAutoExclusive(True)
            if button.isChecked():
                self._let_in(button)

    def _let_in(self, chosen: NavButton) -> None:
        for button in self._buttons:
            focus = first_sight.TAB_FOCUS if button is chosen else first_sight.NO_FOCUS
            button.setProperty("focusPolicy", focus)
        self.setFocusProxy(chosen)

    @Slot()
    def _click(self) -> None:
        button = self.sender()
        assert isinstance(button, NavButton)  # noqa: S101 - connected to those only
        self.page_requested.emit(str(button.property("page")))

    @Slot(int)
    def _step(self, step: int) -> None:
        here = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), 0)
        button = self._buttons[min(max(here + step, 0), len(self._buttons) - 1)]
        self._let_in(button)
        button.setFocus(QtCore.Qt.FocusReason.TabFocusReason)


def _line(parent: QWidget) -> QFrame:
    """Return the hairline between two groups, with as much room above as below."""
    line = QFrame(parent)
    line.setProperty("look", "gap")
    line.setFixedHeight(_GROUP_GAP)
    return line
