"""Photos and documents inside the text of a sheet: each can be opened, and photos take the room that the column has."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from levers_app.desktop.sheet_pictures import Picture, fitted
from levers_app.desktop.sheet_writer import SheetWriter, anchored
from levers_app.sheets.document import AttachedItem
from levers_app.sheets.wording import DAMAGED, attached_facts

ATTACHED_SCHEME = "piece"
"""Links of the text say which of its items is meant, never where a file lies."""
PICTURE_HEIGHT = 360
"""Pixels of a photo at most, at scale 1."""
_USUAL = QSize(3000, 2000)
"""Shape of a photo that is still on its way."""
_ICON, _INDENT = 16, 24
_GAP = "\u2002"
_EDGE = 0.12
"""How much of the ink the edge of a photo has: enough to tell white paper from the ground."""

Finder = Callable[[AttachedItem], Picture | None]


class SheetAttached:
    """Writes attached items through a :class:`SheetWriter`.

    Attributes:
        items: what the links lead to, by their address.
    """

    def __init__(self, writer: SheetWriter, document: QTextDocument, ratio: float, find: Finder) -> None:
        """``find`` gives the photos that are read already; ``ratio`` is the screen's."""
        self.items: dict[str, AttachedItem] = {}
        self._writer = writer
        self._theme = writer.theme
        self._document = document
        self._ratio = ratio
        self._find = find
        self._places: dict[str, int] = {}
        self._shown: dict[str, tuple[QSize, int]] = {}
        self._width = 1
        self._begun = False

    def write(self, items: Sequence[AttachedItem]) -> None:
        """Write items one under the other."""
        for item in items:
            href = f"{ATTACHED_SCHEME}:{len(self.items)}"
            if item.path:
                self.items[href] = item
            if item.is_picture and item.path and not self._is_damaged(item):
                self._picture(href, item)
            else:
                self._file(href, item)
            self._begun = True

    def fit(self, width: int) -> None:
        """Give photos the room of a column ``width`` pixels wide."""
        self._width = max(width, 1)
        edit = QTextCursor(self._document)
        edit.beginEditBlock()
        for href in self._places:
            self._place(href)
        edit.endEditBlock()

    def show_picture(self, path: str) -> None:
        """Show a photo that was read meanwhile."""
        for href in self._places:
            if self.items[href].path == path:
                self._place(href)

    # -- writing

    def _picture(self, href: str, item: AttachedItem) -> None:
        """The photo, under it its caption in the same link: what a screen reader says of it; then name and size."""
        title = item.caption or item.name
        label = anchored(self._writer.format("label", "ink2"), href, _tip(item))
        self._writer.block("label", above=20 if self._begun else 0, below=0 if item.caption else 20)
        self._writer.let_grow()
        self._places[href] = self._writer.position
        self._writer.sign(_image_format(href, label, title))
        self._writer.end_line(label)
        self._writer.anchor(title, href, label, tip=_tip(item))
        if item.caption:
            self._writer.block("label", below=20)
            self._writer.text(item.name, "label", "ink3")
        self._writer.text(f"{_GAP}{attached_facts(item)}", "label", "ink3")

    def _file(self, href: str, item: AttachedItem) -> None:
        """A line, and under it the caption: a document, or a photo that cannot be shown."""
        icon = self._writer.signs.icon("paperclip", "ink3", "ui", _ICON)
        self._writer.block("ui", above=4, below=0 if item.caption else 12, indent=_INDENT, hanging=icon)
        if item.path:
            self._writer.anchor(item.name, href, self._writer.format("ui"), tip=_tip(item))
        else:
            self._writer.text(item.name, "ui", "ink2")
        damaged = f" · {DAMAGED}" if item.path and item.is_picture else ""
        self._writer.text(f"{_GAP}{attached_facts(item)}{damaged}", "label", "ink3")
        if item.caption:
            self._writer.block("label", below=12, indent=_INDENT)
            self._writer.text(item.caption, "label", "ink2")

    # -- photos

    def _is_damaged(self, item: AttachedItem) -> bool:
        picture = self._find(item)
        return picture is not None and picture.is_damaged

    def _place(self, href: str) -> None:
        """Give a photo its size and its image; a plain ground stands for it while it is on its way."""
        picture = self._find(self.items[href])
        room = QSize(self._width, self._theme.px(PICTURE_HEIGHT))
        size = fitted(picture.natural if picture else _USUAL, room)
        shown = size, picture.image.cacheKey() if picture else 0
        if self._shown.get(href) == shown:
            return
        self._shown[href] = shown
        image = self._edged(_sharp(picture.image, size, self._ratio)) if picture else self._ground()
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(href), image)
        self._resize(self._places[href], size)

    def _resize(self, position: int, size: QSize) -> None:
        cursor = QTextCursor(self._document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        shape = cursor.charFormat().toImageFormat()
        if QSize(round(shape.width()), round(shape.height())) == size:
            self._document.markContentsDirty(position, 1)
            return
        shape.setWidth(size.width())
        shape.setHeight(size.height())
        cursor.setCharFormat(shape)

    def _edged(self, image: QImage) -> QImage:
        """Return the image with a thin edge: one would not see where a drawing on white ends."""
        ink = QColor(self._theme.colour("ink"))
        ink.setAlphaF(_EDGE)
        edged = image.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(edged)
        painter.setPen(QPen(ink, self._ratio))
        half = self._ratio / 2
        painter.drawRect(QRectF(edged.rect()).adjusted(half, half, -half, -half))
        painter.end()
        return edged

    def _ground(self) -> QImage:
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        image.fill(self._theme.colour("list"))
        return image


def _tip(item: AttachedItem) -> str:
    return f"Ouvrir «\u00a0{item.name}\u00a0»"


def _image_format(name: str, link: QTextCharFormat, title: str) -> QTextImageFormat:
    shape = QTextImageFormat()
    shape.merge(link)
    shape.setName(name)
    shape.setProperty(QTextFormat.Property.ImageAltText, title)
    return shape


def _sharp(image: QImage, size: QSize, ratio: float) -> QImage:
    """Return the image in the very pixels of the screen: the text would draw it without smoothing."""
    pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
    if image.size() == pixels:
        return image
    return image.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
