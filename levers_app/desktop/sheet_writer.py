"""Writes blocks, inline pieces, signs and tables into a text document; no markup is ever made or read."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
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

from levers_app.desktop.directions import around, isolated, without_controls
from levers_app.desktop.sheet_parts import source_label
from levers_app.desktop.sheet_signs import SheetSigns
from levers_app.desktop.theme import SEMIBOLD, Theme, load_italics
from levers_app.sheets.document import Acronym, Inline, Line, Link, NumberedSource, SourceMark, Text

NARROW = "\u202f"
_BREAKS = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufffc]")
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
        self.signs = SheetSigns(document, theme, ratio)
        self._sources: Mapping[int, NumberedSource] = {source.number: source for source in sources}
        self._cursor = QTextCursor(document)
        self._formats: dict[tuple[str, str, bool, bool], QTextCharFormat] = {}
        self._blocks: dict[tuple[str, int, int, int, int, bool], QTextBlockFormat] = {}
        self._fresh = True

    @property
    def position(self) -> int:
        """Where the next character goes."""
        return self._cursor.position()

    # -- blocks

    def block(
        self,
        role: str,
        *,
        above: int = 0,
        below: int = 0,
        indent: int = 0,
        level: int = 0,
        hanging: str | QTextImageFormat = "",
    ) -> None:
        """Begin a paragraph with the line height of ``role``.

        Args:
            role: role of the type scale.
            above: space before, in pixels at scale 1; ``below`` likewise after.
            below: see ``above``.
            indent: of all lines.
            level: heading level for screen readers, 0 for running text.
            hanging: a dash, a number or a sign, put at left of the first line inside the indent.
        """
        key = (role, above, below, indent, level, bool(hanging))
        if key not in self._blocks:
            self._blocks[key] = self._block_format(*key)
        if self._fresh:
            self._cursor.setBlockFormat(self._blocks[key])
        else:
            self._cursor.insertBlock(self._blocks[key], self.format(role))
        self._fresh = False
        if isinstance(hanging, QTextImageFormat):
            self.sign(hanging)
            self.text("\t", role)
        elif hanging:
            self.text(f"{hanging}\t", role, "ink3")

    def let_grow(self) -> None:
        """Let lines of this paragraph grow with what stands in them, such as a picture."""
        shape = self._cursor.blockFormat()
        shape.setLineHeight(shape.lineHeight(), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        self._cursor.setBlockFormat(shape)

    def _block_format(
        self, role: str, above: int, below: int, indent: int, level: int, hanging: bool
    ) -> QTextBlockFormat:
        theme = self.theme
        shape = QTextBlockFormat()
        shape.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # dash, indent and edge stay where they are
        shape.setLineHeight(theme.line(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setTopMargin(scaled(theme, above))
        shape.setBottomMargin(scaled(theme, below))
        shape.setLeftMargin(scaled(theme, indent))
        shape.setHeadingLevel(level)
        if hanging:
            shape.setTextIndent(-theme.px(indent))
            shape.setTabPositions([QTextOption.Tab(theme.px(indent), QTextOption.TabType.LeftTab)])
        return shape

    # -- pieces

    def format(self, role: str, ink: str = "ink", *, strong: bool = False, emphasis: bool = False) -> QTextCharFormat:
        """Return the character format of a role; do not change it, it is shared."""
        key = (role, ink, strong, emphasis)
        if key not in self._formats:
            font = QFont(self.theme.font(role))
            if emphasis:
                load_italics()
                font.setItalic(True)
            if strong:
                font.setWeight(SEMIBOLD)
            shape = QTextCharFormat()
            shape.setFont(font)
            shape.setForeground(self.theme.colour(ink))
            self._formats[key] = shape
        return self._formats[key]

    def text(self, text: str, role: str, ink: str = "ink", *, strong: bool = False, emphasis: bool = False) -> None:
        """Write plain characters."""
        self._put(isolated(text), self.format(role, ink, strong=strong, emphasis=emphasis))

    def anchor(self, text: str, href: str, shape: QTextCharFormat, *, tip: str = "") -> None:
        """Write characters that lead to ``href``, with a tooltip."""
        self._put(isolated(text), anchored(shape, href, tip))

    def line(self, line: Line, role: str, ink: str = "ink") -> None:
        """Write the pieces of a line, in the order in which its first words are read."""
        before, after = around([piece.text for piece in line if not isinstance(piece, SourceMark)])
        self._put(before, self.format(role))
        for piece in line:
            self._piece(piece, role, ink)
        self._put(after, self.format(role))

    def _piece(self, piece: Inline, role: str, ink: str) -> None:
        match piece:
            case Text(text, strong, emphasis):
                self._put(without_controls(text), self.format(role, ink, strong=strong, emphasis=emphasis))
            case Link(text, target):
                self._put(without_controls(text), anchored(self._underlined(role, "accent", "accent"), target))
            case Acronym(text, expansion, target):
                dotted = self._underlined(role, ink, "border", QTextCharFormat.UnderlineStyle.DotLine)
                self._put(without_controls(text), anchored(dotted, target, expansion))
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
        self._cursor.insertText(_BREAKS.sub(" ", text), shape)

    def sign(self, shape: QTextImageFormat) -> None:
        """Put a sign of :attr:`signs`, or a picture, in the line."""
        self._cursor.insertImage(shape)

    def end_line(self, shape: QTextCharFormat) -> None:
        """Go on in the next line of the same paragraph."""
        self._cursor.insertText("\u2028", shape)

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


def anchored(shape: QTextCharFormat, href: str, tip: str = "") -> QTextCharFormat:
    """Return ``shape`` leading to ``href``, with a tooltip."""
    anchor = QTextCharFormat(shape)
    anchor.setAnchor(True)
    anchor.setAnchorHref(href)
    if tip:
        anchor.setToolTip(safe_tip(tip))
    return anchor
