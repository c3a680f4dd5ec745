"""The navigation at left: pages with their counts, folded to a rail of icons in narrow windows."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from levers_app.desktop import first_sight
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.place import Page
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import number

if TYPE_CHECKING:  # the window shows before it is imported: see app.py
    from levers_app.desktop.saved_panel import SavedPanel


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
    Entry("situation", "Diagnostic", "circle-dot", gap=True),
    Entry("map", "Preuves", "grid-dots"),
    Entry("compare", "Comparer", "columns-3"),
    Entry("notes", "Notes", "file-text", gap=True),
    Entry("favourites", "Favoris", "star"),
    Entry("recent", "Récents", "history"),
    Entry("drafts", "Brouillons", "pencil"),
    Entry("review", "À relire", "eye"),
)
_LIST_OF = {"entry": "drafts", "brief": "notes"}
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
        self._label, self._icon, self._rail = label, icon, False
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
        self._rail = rail
        self.setText("" if rail else f"{_GAP}{self._label}")
        self._shown_count.setVisible(not rail)
        self.updateGeometry()

    def show_count(self, count: int | None) -> None:
        """Show how many records the page holds."""
        self._shown_count.setText("" if count is None else number(count))
        self.setAccessibleName(self._label if count is None else f"{self._label}, {count}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """32 px high."""
        return QSize(10, self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """A little less in a rail, where the window may be low and the text large: entries then stand closer."""
        return QSize(10, self._theme.px(24 if self._rail else 32))

    def let_shrink(self) -> None:
        """Take the smallest height where layouts ask for it; buttons of Qt never do."""
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Maximum)

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
    """The pages and, below, the saved searches; all of it scrolls where the window is too low.

    Tab reaches one entry of the pages, the arrows the others.

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
        self._panel: SavedPanel | None = None
        self._area: QScrollArea | None = None
        self._inside = inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self._buttons = [NavButton(entry.label, entry.icon, theme, inside) for entry in ENTRIES]
        for entry, button in zip(ENTRIES, self._buttons, strict=True):
            if entry.gap:
                self._column.addWidget(gap_line(inside))
            self._column.addWidget(button)
            button.setProperty("page", entry.page)
            button.clicked.connect(self._click)
            button.stepped.connect(self._step)
        self._column.addStretch()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 1, 0)  # the line at right
        self._outer.addWidget(inside)
        self.set_rail(rail=False)
        self._let_in(self._buttons[0])

    def add_panel(self, panel: "SavedPanel") -> None:
        """Put the saved searches below the pages, and let it all scroll: the first sight does without."""
        self._panel = panel
        had_focus = self._entry.hasFocus()
        self._area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.verticalScrollBar().setProperty("look", "margin")
        area.setWidget(self._inside)
        self._outer.addWidget(area)
        if had_focus:
            self._entry.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        for button in self._buttons:
            button.let_shrink()
        self._column.insertWidget(self._column.count() - 1, panel)
        panel.left_upwards.connect(self._enter_last)
        entry = self._entry
        self._let_in(self._buttons[-1])  # Qt puts nothing after what Tab does not reach
        QWidget.setTabOrder(self._buttons[-1], panel.list)
        QWidget.setTabOrder(panel.list, panel.icon)
        self._let_in(entry)
        self.set_rail(rail=self._rail)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        for button in self._buttons:
            button.set_theme(theme)
            button.updateGeometry()
        if self._panel is not None:
            self._panel.set_theme(theme)
        self.set_rail(rail=self._rail)

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only (56 px) or icons, words and counts (192 px)."""
        self._rail = rail
        side = self._theme.px(8)
        self._column.setContentsMargins(side, 12, side - 1, 12)  # with the line at right as wide as at left
        for button in self._buttons:
            button.set_rail(rail=rail)
        if self._panel is not None:
            self._panel.set_rail(rail=rail)
        if self._area is not None:
            policy = QtCore.Qt.ScrollBarPolicy
            self._area.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if rail else policy.ScrollBarAsNeeded)
        self.setFixedWidth(self._theme.px(56 if rail else 192))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each page holds."""
        for button in self._buttons:
            button.show_count(counts.get(str(button.property("page"))))

    def set_page(self, page: str) -> None:
        """Mark the page shown, or the list that it is of; none is marked on a search."""
        page = _LIST_OF.get(page, page)
        for button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(button.property("page") == page)
            button.setAutoExclusive(True)
            if button.isChecked():
                self._let_in(button)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the entry that Tab reaches: a focus proxy would have Tab come back here."""
        super().focusInEvent(event)
        self._entry.setFocus(event.reason())

    def _let_in(self, chosen: NavButton) -> None:
        for button in self._buttons:
            focus = first_sight.TAB_FOCUS if button is chosen else first_sight.NO_FOCUS
            button.setProperty("focusPolicy", focus)
        self._entry = chosen

    @Slot()
    def _click(self) -> None:
        button = self.sender()
        assert isinstance(button, NavButton)  # noqa: S101 - connected to those only
        self.page_requested.emit(str(button.property("page")))

    @Slot(int)
    def _step(self, step: int) -> None:
        there = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), 0) + step
        if there < len(self._buttons):
            self._enter(self._buttons[max(there, 0)])
        elif self._panel is not None:
            self._panel.take_focus()

    @Slot()
    def _enter_last(self) -> None:
        self._enter(self._buttons[-1])

    def _enter(self, button: NavButton) -> None:
        self._let_in(button)
        button.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        if self._area is not None:
            self._area.ensureWidgetVisible(button)


def gap_line(parent: QWidget) -> QFrame:
    """Return the hairline between two groups, with as much room above as below."""
    line = QFrame(parent)
    line.setProperty("look", "gap")
    line.setFixedHeight(_GROUP_GAP)
    return line
