"""The first page: search at once, then situations, families, where one was and recent examples (``home_parts``)."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from levers_app.desktop import first_sight
from levers_app.desktop.search_field import SearchField
from levers_app.desktop.theme import Theme

if TYPE_CHECKING:  # the window shows before these are imported: see app.py
    from levers_app.desktop.home_data import HomeData
    from levers_app.desktop.home_parts import HomeSide, HomeTiles

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
        self._tiles: HomeTiles | None = None
        self._side: HomeSide | None = None
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", first_sight.NO_FOCUS)
        self.setProperty("horizontalScrollBarPolicy", first_sight.SCROLL_BAR_OFF)
        self.search = SearchField(theme, "Un lieu, un trouble, un levier, un sigle, un article…", self)
        self.search.setProperty("look", "home")
        self.search.textEdited.connect(self.words_typed)
        self._waiting = QLabel(self)
        self._waiting.setProperty("ink", "2")
        body = QFrame(self)
        body.setProperty("look", "surface")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._main = QWidget(body)
        self._main.setLayout(self._column)
        self._fill_column()
        self._body.addWidget(self._main, 656)
        self.setWidget(body)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.search.set_theme(theme)
        for part in (self._tiles, self._side):
            if part is not None:
                part.set_theme(theme)
        self._main.setMaximumWidth(theme.px(760))
        self._arrange()

    def show_data(self, data: "HomeData") -> None:
        """Show tiles, the way back and recent examples."""
        if self._tiles is None or self._side is None:
            self._tiles, self._side = self._build_parts()
        self._tiles.show_data(data)
        self._side.show_data(data)
        self._arrange()

    def say(self, text: str) -> None:
        """Say ``text`` where the tiles will be."""
        self._waiting.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when two do not fit."""
        super().resizeEvent(event)
        self._arrange()

    def _build_parts(self) -> "tuple[HomeTiles, HomeSide]":
        from levers_app.desktop.home_parts import HomeSide, HomeTiles  # noqa: PLC0415 - behind the window, see app.py

        tiles, side = HomeTiles(self._theme, self._main), HomeSide(self._theme, self)
        for part in (tiles, side):
            part.record_requested.connect(self.record_requested)
            part.page_requested.connect(self.page_requested)
        tiles.family_requested.connect(self.family_requested)
        tiles.words_chosen.connect(self.words_typed)
        self._waiting.hide()
        self._column.insertWidget(self._column.count() - 1, tiles)
        self._body.addWidget(side, 288, QtCore.Qt.AlignmentFlag.AlignTop)
        self._body.addStretch(1)
        return tiles, side

    def _arrange(self) -> None:
        theme = self._theme
        wide = self.contentsRect().width() >= theme.px(900)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(theme.px(40 if wide else 24))
        margin = theme.px(48 if wide else 24)
        beside = theme.px(40 + 288) if wide and self._side is None else 0
        self._body.setContentsMargins(margin - _INSET, theme.px(24), margin + beside, theme.px(24))
        if self._side is not None:
            self._side.setMaximumWidth(theme.px(288) if wide else theme.px(760))
            self._side.fit()

    def _fill_column(self) -> None:
        question = QLabel("Que se passe-t-il sur place\u202f?", self)
        question.setProperty("role", "sheet")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(inset(question))
        self._column.addLayout(inset(self.search))
        self._column.addLayout(inset(self._waiting))
        self._column.addStretch()


def link_button(text: str, parent: QWidget) -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton(text, parent)
    button.setProperty("look", "link")
    button.setProperty("role", "label")
    button.setProperty("focusPolicy", first_sight.TAB_FOCUS)  # a click shows no ring
    button.setFlat(True)
    return button


def inset(widget: QWidget) -> QHBoxLayout:
    """Return a row that holds ``widget``, in line with the text of the tiles."""
    row = QHBoxLayout()
    row.setContentsMargins(_INSET, 0, _INSET, 0)
    row.addWidget(widget)
    return row
