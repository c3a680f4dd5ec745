"""The text of a sheet, with its contents at left and its margin at right when there is room."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from levers_app.desktop.contents_list import ContentsList, Entry
from levers_app.desktop.place import Depth
from levers_app.desktop.sheet_attached import PICTURE_HEIGHT
from levers_app.desktop.sheet_body import SheetBody
from levers_app.desktop.sheet_parts import SOURCES_KEY, TOP_KEY, shown_parts, shown_pictures, shown_sources
from levers_app.desktop.sheet_pictures import SheetPictures
from levers_app.desktop.sheet_tables import BODY, MARGIN
from levers_app.desktop.sheet_text import Contents, SheetText
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import Document

_TEXT, _TEXT_LEAST, _CONTENTS, _MARGIN = 608, 560, 152, 272
_GAP, _SIDE, _TOP, _BOTTOM = 40, 32, 16, 48
_STACKED = 440
"""Under this width of text, the label of a row goes above it."""
_SHARPEST = 2
"""Times its size at scale 1 at which a photo is read at most: more would only fill the memory."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things go, in pixels: ``left`` is the edge of everything, ``text`` that of the text.

    ``contents`` and ``margin`` tell whether they stand beside the text; ``width`` is that of the text.
    """

    left: int
    text: int
    width: int
    contents: bool
    margin: bool
    stacked: bool


def plan(width: int, theme: Theme, *, aside: bool) -> Plan:
    """Share ``width``: the margin first if the sheet has one (``aside``), then the contents; the text keeps its due."""
    px = theme.px
    for contents, margin in ((True, aside), (False, aside)):
        beside = (px(_CONTENTS + _GAP) if contents else 0) + (px(_MARGIN + _GAP) if margin else 0)
        free = width - 2 * px(_SIDE) - beside
        if (contents or margin) and free >= px(_TEXT_LEAST):
            text = min(px(_TEXT), free)
            left = px(_SIDE) + ((free - text) // 2 if contents else 0)
            return Plan(left, left + (px(_CONTENTS + _GAP) if contents else 0), text, contents, margin, stacked=False)
    side = min(max((width - px(_TEXT)) // 2, px(24)), px(40))
    text = max(min(px(_TEXT), width - 2 * side), 1)
    return Plan(side, side, text, contents=False, margin=False, stacked=text < px(_STACKED))


class SheetPage(QWidget):
    """Body, contents and margin.

    Signals:
        arranged: the layout changed; see :attr:`plan`.
        scrolled: the person went to another place of the text.
        written: body and margin have other texts, though maybe the same words.
    """

    arranged = Signal()
    scrolled = Signal()
    written = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._theme = theme
        self._document: Document | None = None
        self._depth: Depth = "essential"
        self._entries: tuple[Entry, ...] = ()
        self.plan = plan(self.width(), theme, aside=False)
        self.contents = ContentsList(theme, self)
        self.body = SheetBody(theme, self)
        self.margin = SheetBody(theme, self)
        bar = self.margin.verticalScrollBar()
        bar.setProperty("look", "margin")
        bar.style().unpolish(bar)  # Qt chose its rules when it was made, before it had this property
        self.margin.setAccessibleName("En marge de la fiche")
        self.pictures = SheetPictures(self)
        self.pictures.arrived.connect(self._show_picture)
        self.pictures.missed.connect(self._rebuild)
        self.contents.raise_()
        self.margin.raise_()
        self.contents.chosen.connect(self.go_to)
        self.body.goal_requested.connect(self.go_to)
        self.margin.goal_requested.connect(self.go_to)
        self.body.verticalScrollBar().valueChanged.connect(self._follow_scroll)

    # -- contents

    def show_sheet(self, document: Document, depth: Depth, theme: Theme, *, scroll: int) -> None:
        """Show a sheet, ``scroll`` pixels down."""
        self._document, self._depth, self._theme = document, depth, theme
        self.pictures.forget_damaged()
        self.plan = self._plan()
        self._place_texts()
        self._build()
        self._place_contents()
        self.body.scroll_to(scroll)
        self._follow_scroll()
        self.arranged.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw the same sheet again with another look, at the same place."""
        self._theme = theme
        if self._document is not None:
            self._rebuild()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The contents: what is in the text, in order."""
        return self._entries

    @Slot(str)
    def go_to(self, key: str) -> None:
        """Go to a part or a source."""
        if self.body.go_to(key):
            self.contents.set_current(key)

    def full_text(self) -> str:
        """Return the words of the full sheet, its title left out, whatever depth is shown."""
        document = self._document
        if document is None:
            return ""
        sources = shown_sources(document, "full")
        contents = Contents(shown_parts(document, "full"), document.lead, sources, document.sources)
        return SheetText(contents, self._theme, BODY).document.toPlainText()

    def _plan(self) -> Plan:
        aside = self._document is not None and any(part.aside for part in shown_parts(self._document, self._depth))
        return plan(self.width(), self._theme, aside=aside)

    @Slot()
    def _rebuild(self) -> None:
        reading = self.body.reading_place()
        self.plan = self._plan()
        self._place_texts()
        self._build()
        self._place_contents()
        self.body.return_to(reading)
        self._follow_scroll()
        self.arranged.emit()

    def _build(self) -> None:
        if self._document is None:
            return
        document, ratio = self._document, self.devicePixelRatioF()
        parts = shown_parts(document, self._depth)
        aside = tuple(part for part in parts if part.aside) if self.plan.margin else ()
        inside = tuple(part for part in parts if part not in aside)
        sources = shown_sources(document, self._depth)
        contents = Contents(inside, document.lead, sources, document.sources)
        stacked = self.plan.stacked
        find = self.pictures.find
        body = SheetText(contents, self._theme, BODY, ratio=ratio, stacked=stacked, find=find)
        self.body.show_text(body, self._theme)
        self.body.setAccessibleName(document.title)
        beside = Contents(aside, cited=document.sources)
        margin = SheetText(beside, self._theme, MARGIN, ratio=ratio, stacked=True, find=find)
        self.margin.show_text(margin, self._theme)
        self.pictures.want(shown_pictures(parts), self._picture_room())
        top = (Entry(TOP_KEY, "En bref"),) if document.lead else ()
        end = (Entry(SOURCES_KEY, "Sources", len(sources)),) if sources else ()
        self._entries = (*top, *(Entry(part.key, part.short, part.count) for part in inside), *end)
        self.contents.show_entries(self._entries, self._theme)
        self.written.emit()

    def _picture_room(self) -> QSize:
        """Return how many pixels of the screen a photo fills at most."""
        ratio, usual = self.devicePixelRatioF(), QSize(_TEXT, PICTURE_HEIGHT)
        room = QSize(round(self._theme.px(_TEXT) * ratio), round(self._theme.px(PICTURE_HEIGHT) * ratio))
        return room.boundedTo(usual * _SHARPEST)

    @Slot(str)
    def _show_picture(self, path: str) -> None:
        """Show a photo that was read meanwhile."""
        self.body.show_picture(path)
        self.margin.show_picture(path)

    # -- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again; the sheet is written again only when something moves beside or under the text."""
        super().resizeEvent(event)
        new, old = self._plan(), self.plan
        if (new.margin, new.stacked) != (old.margin, old.stacked):
            self._rebuild()
            return
        reading = self.body.reading_place()
        self.plan = new
        self._place_texts()
        self._place_contents()
        self.body.return_to(reading)
        self.arranged.emit()

    def _place_texts(self) -> None:
        px, shape = self._theme.px, self.plan
        self.body.setGeometry(self.rect())
        self.body.set_column(shape.text, shape.width, px(_TOP), px(_BOTTOM))
        left = shape.text + shape.width + px(_GAP)
        bar = self.margin.verticalScrollBar().sizeHint().width()
        self.margin.setGeometry(left, px(_TOP), px(_MARGIN) + bar, max(self.height() - px(_TOP), 0))
        self.margin.set_column(0, px(_MARGIN), 0, px(_TOP))
        self.margin.setVisible(shape.margin)

    def _place_contents(self) -> None:
        px, shape = self._theme.px, self.plan
        high = min(self.contents.content_height(), self.height() - px(2 * _TOP))
        self.contents.setGeometry(shape.left, px(_TOP), px(_CONTENTS), max(high, 0))
        self.contents.setVisible(shape.contents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page when the wheel is over what does not scroll by itself."""
        QCoreApplication.sendEvent(self.body.verticalScrollBar(), event)

    @Slot()
    def _follow_scroll(self) -> None:
        keys = tuple(entry.key for entry in self._entries)
        if keys:
            self.contents.set_current(self.body.part_shown(keys))
        self.scrolled.emit()
