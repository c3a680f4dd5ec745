"""The head of the page of the map: its title, how it is read, its tables as tabs, and what can be done with it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.chips import CountTab
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.map_data import VIEWS
from levers_app.desktop.map_legend import ReadingMenu
from levers_app.desktop.one_of import OneOf
from levers_app.desktop.theme import Theme

_WRAP = int(Qt.TextFlag.TextWordWrap)
_READING_FROM, _LEGEND_FROM, _TITLE_FROM = 560, 480, 420
"""Heights of the page under which words on how to read go behind a button, then the legend; the title gets smaller."""
_APART, _CLOSE = 20, 10
_HIGHEST = 10_000


class MapHead(QFrame):
    """Title and buttons, then how the map is read, then the tabs; in a low page all of it on as few lines as it takes.

    Attributes:
        save: the button with the forms in which the map is saved.
        turn: shown where table and map of France take turns.

    Signals:
        view_chosen: key of a table.
        csv_wanted, picture_wanted: the table is to be saved.
        turned: the table is to make way for the map of France, or come back.
    """

    view_chosen = Signal(str)
    csv_wanted = Signal()
    picture_wanted = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin without words on how to read."""
        super().__init__(parent)
        self.setProperty("look", "page_head")
        self._theme = theme
        self._joined = False
        self._words = ""
        self._title = text_label("Carte des preuves", self, role="page")
        self._title.setWordWrap(False)
        self._reading = text_label("", self, role="quiet")
        self._tabs = self._views()
        self.turn = plain_button("Voir la carte", self, look="bar")
        self.turn.clicked.connect(self.turned)
        self.turn.hide()
        self._menu = ReadingMenu(theme, vocabulary, self)
        self._read = self._button("Lire la carte", "help", self._menu)
        self.save = self._button("Enregistrer", "download", self._forms())
        self.save.setAccessibleName("Enregistrer la carte")
        self._compose()

    def _views(self) -> QWidget:
        tabs = QWidget(self)
        self._flow = FlowLayout(tabs, spacing=self._theme.px(_APART), close=True)
        self._flow.set_least(self._theme.px(_CLOSE))
        group = OneOf(self)
        self._views_of: dict[str, CountTab] = {}
        for key, label in VIEWS.items():
            tab = self._views_of[key] = CountTab(key, label, self._theme, tabs)
            tab.clicked.connect(self._choose)
            group.add(tab)
            self._flow.addWidget(tab)
        return tabs

    def _button(self, label: str, icon: str, menu: QMenu) -> QPushButton:
        button = plain_button("", self, look="bar")
        button.setProperty("words", label)
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.setIcon(themed_icon(icon, self._theme, token="ink"))
        button.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        button.setMenu(menu)
        return button

    def _forms(self) -> QMenu:
        menu = QMenu(self)
        self.save_picture_action = menu.addAction("En image (PNG)…")
        self.save_picture_action.triggered.connect(self.picture_wanted)
        self.save_csv_action = menu.addAction("En tableau (CSV)…")
        self.save_csv_action.triggered.connect(self.csv_wanted)
        return menu

    def _compose(self) -> None:
        px = self._theme.px
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(8))
        for button in (self.turn, self._read, self.save):
            self._buttons.addWidget(button)
        self._first = QHBoxLayout()
        self._first.setSpacing(px(_APART))
        self._first.addWidget(self._title)
        self._first.addStretch()
        self._first.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(12), px(20), 0)
        self._column.setSpacing(px(4))
        self._column.addLayout(self._first)
        self._column.addWidget(self._reading)
        self._column.addWidget(self._tabs)

    # -- what is shown

    def tell(self, words: str) -> None:
        """Say how the map is read."""
        self._words = words
        self._menu.tell(words)
        self._read.setAccessibleDescription(words)
        self._reading.setText(words)
        self._balance()

    def check(self, view: str) -> None:
        """Show which table is in front."""
        self._views_of[view].setChecked(True)

    def offer_turn(self, *, offered: bool, map_in_front: bool) -> None:
        """Offer the map of France, or the table where the map is in front."""
        self.turn.setText("Voir le tableau" if map_in_front else "Voir la carte")
        self.turn.setVisible(offered)

    def arrange(self, size: QSize) -> None:
        """Fit a page of this size: what goes first is what the button « Lire la carte » has too."""
        high = size.height() / self._theme.scale
        low = high < _TITLE_FROM
        self._reading.setVisible(high >= _READING_FROM)
        self._read.setVisible(high < _READING_FROM)
        for button in (self._read, self.save):
            button.setText("" if low else f"\u2002{button.property('words')}")
        self._title.setProperty("role", "section" if low else "page")
        self._title.style().unpolish(self._title)
        self._title.style().polish(self._title)
        self._join(joined=low and self._wanted() <= size.width())
        self._balance()

    def shows_legend(self, height: int) -> bool:
        """Tell whether a page of this height has room for the legend under the table."""
        return height >= self._theme.px(_LEGEND_FROM)

    def _wanted(self) -> int:
        """Return the width of title, tabs and buttons on one line."""
        px = self._theme.px
        edges = 2 * px(20) + 2 * px(_APART)
        buttons = self._buttons.sizeHint().width()
        return edges + self._title.sizeHint().width() + self._tabs_width() + buttons

    def _tabs_width(self) -> int:
        tabs = self._views_of.values()
        return sum(tab.sizeHint().width() for tab in tabs) + (len(tabs) - 1) * self._theme.px(_CLOSE)

    def _join(self, *, joined: bool) -> None:
        """Put the tabs beside the title, or under it."""
        if joined == self._joined:
            return
        self._joined = joined
        self._tabs.setMinimumWidth(self._tabs_width() if joined else 0)
        below = self._theme.px(6) if joined else 0
        for part in (self._buttons, self._title):
            part.setContentsMargins(0, 0, 0, below)
        if joined:
            self._column.removeWidget(self._tabs)
            self._first.insertWidget(1, self._tabs, 1, Qt.AlignmentFlag.AlignBottom)
        else:
            self._first.removeWidget(self._tabs)
            self._column.addWidget(self._tabs)

    def _balance(self) -> None:
        """Break the words on how to read into lines of about one length: no word stands alone on the last one."""
        room = max(1, self.width() - 2 * self._theme.px(20))
        least = self._high(room)
        wide = next(width for width in range(room // 2, room + 8, 8) if self._high(width) <= least)
        self._reading.setMaximumWidth(wide + 8)

    def _high(self, width: int) -> float:
        metrics = self._theme.metrics("label")
        return metrics.boundingRect(QRectF(0, 0, width, _HIGHEST), _WRAP, self._words).height()

    @Slot()
    def _choose(self) -> None:
        self.view_chosen.emit(str(self.sender().property("kind")))
