"""Writes blocks, inline pieces, signs and tables into a text document; no markup is ever made or read."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from math import floor

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPixmap,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from levers_app.desktop.icons import paint_icon
from levers_app.desktop.marks import paint_mark, paint_strength
from levers_app.desktop.sheet_parts import source_label
from levers_app.desktop.theme import SEMIBOLD, Theme
from levers_app.sheets.document import Acronym, Inline, Line, Link, NumberedSource, SourceMark, Text

NARROW = "\u202f"
_BREAKS = dict.fromkeys((*range(0x20), *map(ord, "\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufffc")), " ")
"""Characters that a text document takes for its own marks (blocks, frames, objects) or that cannot be seen."""


def scaled(theme: Theme, pixels: float) -> int:
    """A length at the scale of the theme; unlike ``Theme.px``, nothing stays nothing."""
    return theme.px(pixels) if pixels else 0


def safe_tip(text: str) -> str:
    """Return ``text`` for a tooltip: wrapped at a readable width, and never read as markup."""
    return f"<qt>{escape(text)}</qt>"


class SheetWriter:
    """Writes at the end of a document, with the fonts, line heights and colours of a theme."""

    def __init__(self, document: QTextDocument, theme: Theme, ratio: float, sources: Sequence[NumberedSource]) -> None:
        """``ratio`` is the screen's, for the signs; ``sources`` are those that the text may cite."""
        self.theme = theme
        self._document = document
        self._ratio = ratio
        self._sources: Mapping[int, NumberedSource] = {source.number: source for source in sources}
        self._cursor = QTextCursor(document)
        self._formats: dict[tuple[str, str, bool, bool], QTextCharFormat] = {}
        self._fresh = True

    @property
    def position(self) -> int:
        """Where the next character goes."""
        return self._cursor.position()

    # -- blocks

    def block(self, role: str, *, above: int = 0, below: int = 0, indent: int = 0, level: int = 0) -> None:
        """Begin a paragraph with the line height of ``role``.

        Args:
            role: role of the type scale.
            above: space before, in pixels at scale 1; ``below`` likewise after.
            below: see ``above``.
            indent: of all lines; :meth:`hang` puts something before the first one.
            level: heading level for screen readers, 0 for running text.
        """
        shape = QTextBlockFormat()
        shape.setLineHeight(self.theme.line(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setTopMargin(scaled(self.theme, above))
        shape.setBottomMargin(scaled(self.theme, below))
        shape.setLeftMargin(scaled(self.theme, indent))
        shape.setHeadingLevel(level)
        self._begin(shape, role)

    def _begin(self, shape: QTextBlockFormat, role: str) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape, self.format(role))
        self._fresh = False

    def hang(self, text: str, role: str, indent: int) -> None:
        """Put a dash or a number at left of the paragraph just begun, whose lines all start at ``indent``."""
        shape = self._cursor.blockFormat()
        shape.setTextIndent(-self.theme.px(indent))
        shape.setTabPositions([QTextOption.Tab(self.theme.px(indent), QTextOption.TabType.LeftTab)])
        self._cursor.setBlockFormat(shape)
        self.text(text, role, "ink3")
        self._cursor.insertText("\t", self.format(role))

    # -- pieces

    def format(self, role: str, ink: str = "ink", *, strong: bool = False, emphasis: bool = False) -> QTextCharFormat:
        """Return the character format of a role; do not change it, it is shared."""
        key = (role, ink, strong, emphasis)
        if key not in self._formats:
            font = self.theme.font(role)
            font.setItalic(emphasis)
            if strong:
                font.setWeight(SEMIBOLD)
            shape = QTextCharFormat()
            shape.setFont(font)
            shape.setForeground(self.theme.colour(ink))
            self._formats[key] = shape
        return self._formats[key]

    def text(self, text: str, role: str, ink: str = "ink", *, strong: bool = False, emphasis: bool = False) -> None:
        """Write plain characters."""
        self._put(text, self.format(role, ink, strong=strong, emphasis=emphasis))

    def anchor(self, text: str, href: str, shape: QTextCharFormat, *, tip: str = "") -> None:
        """Write characters that lead to ``href``, with a tooltip."""
        shape = QTextCharFormat(shape)
        shape.setAnchor(True)
        shape.setAnchorHref(href)
        if tip:
            shape.setToolTip(safe_tip(tip))
        self._put(text, shape)

    def line(self, line: Line, role: str, ink: str = "ink") -> None:
        """Write the pieces of a line."""
        for piece in line:
            self._piece(piece, role, ink)

    def _piece(self, piece: Inline, role: str, ink: str) -> None:
        match piece:
            case Text(text, strong, emphasis):
                self.text(text, role, ink, strong=strong, emphasis=emphasis)
            case Link(text, target):
                self.anchor(text, target, self._underlined(role, "accent", "accent"))
            case Acronym(text, expansion, target):
                dotted = self._underlined(role, ink, "border", QTextCharFormat.UnderlineStyle.DotLine)
                self.anchor(text, target, dotted, tip=expansion)
            case SourceMark(numbers):
                self._mark(numbers, role)

    def _underlined(
        self,
        role: str,
        ink: str,
        line: str,
        style: QTextCharFormat.UnderlineStyle = QTextCharFormat.UnderlineStyle.SingleUnderline,
    ) -> QTextCharFormat:
        shape = QTextCharFormat(self.format(role, ink))
        shape.setUnderlineStyle(style)
        shape.setUnderlineColor(self.theme.colour(line))
        return shape

    def _mark(self, numbers: tuple[int, ...], role: str) -> None:
        shape = QTextCharFormat(self.format(role, "accent"))
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        self.text(NARROW, role)
        for place, number in enumerate(numbers):
            if place:
                self._put(", ", shape)
            self.anchor(str(number), f"#source-{number}", shape, tip=self._source_tip(number))

    def _source_tip(self, number: int) -> str:
        source = self._sources.get(number)
        return f"{number}. {source.title} ({source_label(source)})" if source else ""

    def _put(self, text: str, shape: QTextCharFormat) -> None:
        self._cursor.insertText(text.translate(_BREAKS), shape)

    # -- signs

    def mark(self, slug: str, role: str, size: int) -> None:
        """Draw the sign of a family, an outcome or a kind, ``size`` pixels at scale 1, in a line of ``role``."""
        with self._sign(f"mark-{slug}", role, size, size) as (painter, box):
            paint_mark(painter, slug, self.theme, box)

    def strength(self, slug: str, role: str) -> None:
        """Draw the three bars of the strength of evidence."""
        with self._sign(f"strength-{slug}", role, 18, 12) as (painter, box):
            paint_strength(painter, slug, self.theme, box)

    def icon(self, name: str, ink: str, role: str, size: int) -> None:
        """Draw a bundled icon."""
        with self._sign(f"icon-{name}-{ink}", role, size, size) as (painter, box):
            paint_icon(painter, name, self.theme.colour(ink), box)

    @contextmanager
    def _sign(self, name: str, role: str, wide: int, high: int) -> Iterator[tuple[QPainter, QRectF]]:
        """Give a painter and a box half as high above the line as capitals, then put the picture in the text.

        The picture is no higher than the font's own line: it moves nothing.
        """
        metrics = QFontMetricsF(self.format(role).font())
        width, height = self.theme.px(wide), floor(metrics.ascent() + metrics.descent())
        middle = height - metrics.descent() - metrics.capHeight() / 2
        pixmap = QPixmap(round(width * self._ratio), round(height * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        yield painter, QRectF(0, round(middle - self.theme.px(high) / 2), width, self.theme.px(high))
        painter.end()
        name = f"{name}-{role}-{wide}"
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), pixmap)
        shape = QTextImageFormat()
        shape.setFont(self.format(role).font())
        shape.setName(name)
        shape.setWidth(width)
        shape.setHeight(height)
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        self._cursor.insertImage(shape)

    # -- tables

    def table(self, rows: int, widths: Sequence[int], *, below: int) -> QTextTable:
        """Insert a table as wide as the column; a width of 0 takes what is left. Fill it, then call :meth:`leave`.

        Its own margins make the room around it: Qt forgets those of the paragraphs before and after.
        """
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setBorderCollapse(True)
        shape.setCellSpacing(0)
        shape.setCellPadding(0)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        shape.setTopMargin(self.theme.px(8))
        shape.setBottomMargin(self.theme.px(below))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, width) if width else QTextLength() for width in widths]
        )
        return self._cursor.insertTable(rows, len(widths), shape)

    def cell(self, table: QTextTable, row: int, column: int, shape: QTextTableCellFormat) -> None:
        """Go on in a cell, which gets ``shape``."""
        cell = table.cellAt(row, column)
        cell.setFormat(shape)
        self._cursor = cell.firstCursorPosition()
        self._fresh = True

    def leave(self, table: QTextTable) -> None:
        """Go on after ``table``."""
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        self._fresh = True
