"""What fills the home page once the base is open: tiles at left, the way back and recent examples at right."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.home_data import HomeData
from levers_app.desktop.home_page import inset, link_button
from levers_app.desktop.row_list import RowList
from levers_app.desktop.theme import Theme
from levers_app.desktop.tiles import TileGrid

EXAMPLES = ("hall occupé trafic", "gardien agressé", "abattement TFPB", "L272-4")
"""Searches offered under the field: one of each kind that people make (words, a person, a sigle, an article)."""

_TILE, _FAMILY_TILE = 36, 72


class HomeTiles(QWidget):
    """Searches to try, situations and families.

    Signals:
        words_chosen: words of a search to try.
        record_requested: id of a situation.
        family_requested: slug of a family.
        page_requested: name of a page.
    """

    words_chosen = Signal(str)
    record_requested = Signal(str)
    family_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without tiles."""
        super().__init__(parent)
        self._problems = TileGrid(theme, "Situations", _TILE, self)
        self._families = TileGrid(theme, "Familles de leviers", _FAMILY_TILE, self)
        self._problems.chosen.connect(self.record_requested)
        self._families.chosen.connect(self.family_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(inset(self._examples_row()))
        layout.addSpacing(12)
        layout.addLayout(inset(_head("Par situation", self, detail="leviers · exemples")))
        layout.addWidget(self._problems)
        layout.addSpacing(16)
        families = _head("Par famille de leviers", self, link="Tous les leviers", follow=self._open_levers)
        layout.addLayout(inset(families))
        layout.addWidget(self._families)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._problems.set_theme(theme)
        self._families.set_theme(theme)

    def show_data(self, data: HomeData) -> None:
        """Show tiles with their counts."""
        self._problems.set_tiles(data.problems)
        self._families.set_tiles(data.families)

    def _examples_row(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, spacing=12)
        lead = QLabel("Par exemple\u00a0:", row)
        lead.setProperty("ink", "2")
        lead.setProperty("role", "label")
        flow.addWidget(lead)
        for words in EXAMPLES:
            button = link_button(words, row)
            button.clicked.connect(self._try_example)
            flow.addWidget(button)
        return row

    @Slot()
    def _try_example(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)  # noqa: S101 - connected to buttons only
        self.words_chosen.emit(button.text())

    @Slot()
    def _open_levers(self) -> None:
        self.page_requested.emit("levers")


class HomeSide(QWidget):
    """Sheets read last, and recent examples.

    Signals:
        record_requested: record id.
        page_requested: name of a page.
    """

    record_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._recent = RowList(theme, "Reprendre", self, compact=True)
        self._latest = RowList(theme, "Exemples récents", self, compact=True)
        self._recent.opened.connect(self.record_requested)
        self._latest.opened.connect(self.record_requested)
        recent = _head("Reprendre", self, link="Tout", follow=self._open_recent)
        latest = _head("Exemples récents", self, link="Tous", follow=self._open_cases)
        self._recent_box = _box(recent, self._recent, self)
        self._latest_box = _box(latest, self._latest, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self._recent_box)
        layout.addWidget(self._latest_box)
        layout.addStretch()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._recent.set_theme(theme)
        self._latest.set_theme(theme)

    def show_data(self, data: HomeData) -> None:
        """Show the rows; a list without rows goes away with its heading."""
        self._recent.set_rows(data.recent)
        self._latest.set_rows(data.latest)
        self._recent_box.setVisible(bool(data.recent))
        self._latest_box.setVisible(bool(data.latest))

    def fit(self) -> None:
        """Give the lists the height of their rows at the present width."""
        self._recent.fit()
        self._latest.fit()

    @Slot()
    def _open_recent(self) -> None:
        self.page_requested.emit("recent")

    @Slot()
    def _open_cases(self) -> None:
        self.page_requested.emit("cases")


def _head(
    title: str, parent: QWidget, *, detail: str = "", link: str = "", follow: Callable[[], None] | None = None
) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    label = QLabel(title, row)
    label.setProperty("role", "ui_strong")
    layout.addWidget(label)
    if detail:
        quiet = QLabel(detail, row)
        quiet.setProperty("ink", "2")
        quiet.setProperty("role", "label")
        layout.addWidget(quiet)
    layout.addStretch()
    if follow is not None:
        button = link_button(link, row)
        button.setAccessibleName(f"{link}\u00a0: {title}")
        button.clicked.connect(follow)
        layout.addWidget(button)
    return row


def _box(head: QWidget, content: QWidget, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(head)
    layout.addWidget(content)
    return box
