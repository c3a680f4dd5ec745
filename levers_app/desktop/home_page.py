"""The first page: search, situations, families, where one was, recent examples."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.home_data import HomeData
from levers_app.desktop.row_list import RowList
from levers_app.desktop.search_field import SearchField
from levers_app.desktop.theme import Theme
from levers_app.desktop.tiles import TileGrid

EXAMPLES = ("hall occupé trafic", "gardien agressé", "abattement TFPB", "L272-4")
"""Searches offered under the field: one of each kind that people make (words, a person, a sigle, an article)."""


_INSET = 8
"""Tiles light up a little beyond their text; everything else stands in by as much."""


class HomePage(QScrollArea):
    """Home.

    Signals:
        words_typed: words of the search field.
        family_requested: slug of a family.
        record_requested: record id.
        page_requested: name of a page.
    """

    words_typed = Signal(str)
    family_requested = Signal(str)
    record_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without data: the field is ready before the base is."""
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._question = QLabel("Que se passe-t-il sur place\u202f?", self)
        self._question.setProperty("role", "sheet")
        self.search = SearchField(theme, "Un lieu, un trouble, un levier, un sigle, un article…", self)
        self.search.setProperty("look", "home")
        self.search.textEdited.connect(self._typed)
        self._problems = TileGrid(theme, "Situations", 36, self)
        self._families = TileGrid(theme, "Familles de leviers", 80, self)
        self._recent = RowList(theme, "Reprendre", self, compact=True)
        self._latest = RowList(theme, "Exemples récents", self, compact=True)
        self._problems.chosen.connect(self.record_requested)
        self._families.chosen.connect(self.family_requested)
        self._recent.opened.connect(self.record_requested)
        self._latest.opened.connect(self.record_requested)
        self._examples = QWidget(self)
        self._tiles = QWidget(self)
        self._waiting = QLabel("Ouverture de la base… Vous pouvez déjà écrire ce que vous cherchez.", self)
        self._waiting.setProperty("ink", "2")
        body = QFrame(self)
        body.setProperty("look", "surface")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._main = self._main_column()
        self._side = self._side_column()
        self._body.addWidget(self._main, 656)
        self._body.addWidget(self._side, 288, Qt.AlignmentFlag.AlignTop)
        self.setWidget(body)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.search.set_theme(theme)
        for part in (self._problems, self._families, self._recent, self._latest):
            part.set_theme(theme)
        self._main.setMaximumWidth(theme.px(760))
        self._arrange()

    def show_data(self, data: HomeData) -> None:
        """Show tiles, the way back and recent examples."""
        self._waiting.hide()
        self._tiles.show()
        self._problems.set_tiles(data.problems)
        self._families.set_tiles(data.families)
        self._recent.set_rows(data.recent)
        self._latest.set_rows(data.latest)
        self._resume.setVisible(bool(data.recent))
        self._recent_box.setVisible(bool(data.latest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when two do not fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        wide = self.contentsRect().width() >= theme.px(900)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(theme.px(40 if wide else 24))
        side = theme.px(48 if wide else 24)
        self._body.setContentsMargins(side - _INSET, theme.px(24), side, theme.px(24))
        self._side.setMaximumWidth(theme.px(288) if wide else theme.px(760))
        for part in (self._recent, self._latest):
            part.fit()

    def _main_column(self) -> QWidget:
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(_inset(self._question))
        layout.addLayout(_inset(self.search))
        layout.addLayout(_inset(self._examples_row()))
        layout.addSpacing(12)
        layout.addLayout(_inset(self._waiting))
        layout.addWidget(self._tiles_box())
        layout.addStretch()
        return column

    def _tiles_box(self) -> QWidget:
        layout = QVBoxLayout(self._tiles)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(_inset(self._head("Par situation", "leviers · exemples")))
        layout.addWidget(self._problems)
        layout.addSpacing(16)
        layout.addLayout(_inset(self._head("Par famille de leviers", link="Tous les leviers", page="levers")))
        layout.addWidget(self._families)
        self._tiles.hide()
        return self._tiles

    def _side_column(self) -> QWidget:
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        self._resume = self._box(self._head("Reprendre", link="Tout", page="recent"), self._recent)
        self._recent_box = self._box(self._head("Exemples récents", link="Tous", page="cases"), self._latest)
        layout.addWidget(self._resume)
        layout.addWidget(self._recent_box)
        layout.addStretch()
        return column

    def _box(self, head: QWidget, content: QWidget) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addWidget(content)
        box.setVisible(False)
        return box

    def _examples_row(self) -> QWidget:
        flow = FlowLayout(self._examples, spacing=8)
        lead = QLabel("Par exemple\u00a0:", self._examples)
        lead.setProperty("ink", "2")
        lead.setProperty("role", "label")
        flow.addWidget(lead)
        for words in EXAMPLES:
            button = self._link(words, self._try_example)
            flow.addWidget(button)
        return self._examples

    def _head(self, title: str, detail: str = "", *, link: str = "", page: str = "") -> QWidget:
        row = QWidget(self)
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
        if link:
            button = self._link(link, self._open_page)
            button.setProperty("page", page)
            button.setAccessibleName(f"{link} : {title}")
            layout.addWidget(button)
        return row

    def _link(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "link")
        button.setFlat(True)
        button.clicked.connect(slot)
        button.setProperty("role", "label")
        return button

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.words_typed.emit(text)

    @Slot()
    def _try_example(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)  # noqa: S101 - connected to buttons only
        self.words_typed.emit(button.text())

    @Slot()
    def _open_page(self) -> None:
        self.page_requested.emit(str(self.sender().property("page")))


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_INSET, 0, _INSET, 0)
    row.addWidget(widget)
    return row
