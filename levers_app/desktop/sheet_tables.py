"""The tables of a sheet: labelled rows, evidence, results and records, under hairlines."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF, QTextFrameFormat, QTextTable, QTextTableCellFormat

from levers_app.desktop.sheet_writer import SheetWriter, scaled
from levers_app.sheets.document import EvidenceBlock, ListItem, RecordItem, ResultItem, Row
from levers_app.sheets.wording import EVIDENCE_REMARK

VERIFY = "à vérifier"
_LABEL_MIN, _LABEL_MAX = 112, 208
_EVIDENCE_LABEL = 128
_RULE = 3


@dataclass(frozen=True, slots=True)
class Look:
    """Roles of the type scale for the body or the margin.

    Attributes:
        heading: role of a section's title.
        body: role of paragraphs and lists; ``ink`` is their colour.
        cell: role of tables.
        dash: indent of a list, in pixels at scale 1.
    """

    heading: str
    body: str
    ink: str
    cell: str
    dash: int


BODY = Look("section", "body", "ink", "ui", 20)
MARGIN = Look("ui_strong", "label", "ink2", "label", 14)


class SheetTables:
    """Writes tables through a :class:`SheetWriter`."""

    def __init__(self, writer: SheetWriter, look: Look, *, stacked: bool) -> None:
        """``stacked`` puts the label of a row above its text, for narrow columns."""
        self._writer = writer
        self._theme = writer.theme
        self._signs = writer.signs
        self._cells: dict[tuple[bool, int, int, int, int], QTextTableCellFormat] = {}
        self._look = look
        self._stacked = stacked

    # -- labelled rows

    def rows(self, rows: Sequence[Row]) -> None:
        """Labels at left, texts at right, « à vérifier » under the label and its reason under the text."""
        width = 0 if self._stacked else self._label_width(rows)
        table = self._table(len(rows), width)
        for place, row in enumerate(rows):
            self._enter(table, place, 0, right=16)
            self._label(row)
            if not self._stacked:
                self._enter(table, place, 1)
            self._row_text(row)
        self._writer.leave(table)

    def _table(self, rows: int, first: int, *, below: int = 16) -> QTextTable:
        return self._writer.table(rows, (first, 0) if first else (0,), below=below)

    def _label_width(self, rows: Sequence[Row]) -> int:
        metrics = QFontMetricsF(self._writer.format(self._look.cell, strong=True).font())
        widths = sorted(metrics.horizontalAdvance(row.label) for row in rows)
        usual = widths[len(widths) // 2] + self._theme.px(20)
        return round(min(max(usual, self._theme.px(_LABEL_MIN)), self._theme.px(_LABEL_MAX)))

    def _label(self, row: Row) -> None:
        role = self._look.cell
        self._writer.block(role)
        if row.target:
            self._writer.anchor(row.label, row.target, self._writer.format(role, "accent", strong=True))
        else:
            self._writer.text(row.label, role, strong=True)
        if row.verify:
            self._writer.block("label", above=2)
            self._writer.sign(self._signs.icon("alert-triangle", "warn", "label", 14))
            self._writer.text(f"\u00a0{VERIFY}", "label", "warn", strong=True)

    def _row_text(self, row: Row) -> None:
        self._writer.block(self._look.cell)
        self._writer.line(row.line, self._look.cell, self._look.ink)
        if row.verify:
            self._writer.block("label", above=4)
            self._writer.text(row.verify, "label", "warn")

    # -- evidence

    def evidence(self, block: EvidenceBlock) -> None:
        """On the ground of lists, with a rule at left: strength first, then the rows of the EMMIE frame."""
        table = self._table(len(block.rows) + 1, 0 if self._stacked else self._theme.px(_EVIDENCE_LABEL), below=24)
        if not self._stacked:
            table.mergeCells(0, 0, 1, 2)
        last = len(block.rows)
        self._evidence_cell(table, 0, 0, above=12, below=6)
        self._strength(block)
        for place, row in enumerate(block.rows, start=1):
            below = 14 if place == last else 6
            self._evidence_cell(table, place, 0, below=below)
            self._label(row)
            if not self._stacked:
                self._evidence_cell(table, place, 1, below=below)
            self._row_text(row)
        self._writer.leave(table)

    def _strength(self, block: EvidenceBlock) -> None:
        self._writer.block("ui")
        self._writer.sign(self._signs.strength(block.strength, "ui"))
        self._writer.text(f"\u2002{block.strength_label}", "ui", strong=True)
        if self._stacked:
            self._writer.block("label")
            self._writer.text(EVIDENCE_REMARK, "label", "ink3")
        else:
            self._writer.text(f"\u2003{EVIDENCE_REMARK}", "label", "ink3")

    def _evidence_cell(self, table: QTextTable, row: int, column: int, *, above: int = 6, below: int = 6) -> None:
        shape = self._cell(line=False, left=0 if column else 16, right=16, above=above, below=below)
        shape.setBackground(self._theme.colour("list"))
        if column == 0:
            shape.setLeftBorder(_RULE)
            shape.setLeftBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setLeftBorderBrush(self._theme.colour("ink3"))
        self._writer.cell(table, row, column, shape)

    # -- results, steps, records

    def results(self, items: Sequence[ResultItem]) -> None:
        """Each result, then its nature (measured or stated) and its figure."""
        table = self._table(len(items), 0)
        for place, item in enumerate(items):
            self._enter(table, place, 0, line=place > 0, above=8 if place else 0)
            self._writer.block(self._look.cell)
            self._writer.line(item.line, self._look.cell, self._look.ink)
            self._nature(item)
        self._writer.leave(table)

    def _nature(self, item: ResultItem) -> None:
        self._writer.block("ui", above=4)
        self._writer.sign(self._signs.icon("ruler-measure" if item.measured else "message-2", "ink2", "ui", 16))
        word = "mesuré" if item.measured else "déclaré"
        self._writer.text(f"\u2002{word}", "label", "ink2", strong=item.measured, emphasis=not item.measured)
        if item.figure:
            self._writer.text(f"\u2003{item.figure}", "ui", strong=item.measured)

    def steps(self, items: Sequence[ListItem]) -> None:
        """Numbered items, under hairlines."""
        table = self._table(len(items), self._theme.px(24))
        for place, item in enumerate(items):
            self._enter(table, place, 0)
            self._writer.block(self._look.cell)
            self._writer.text(str(place + 1), self._look.cell, "ink3")
            self._enter(table, place, 1)
            self._writer.block(self._look.cell)
            self._writer.line(item.line, self._look.cell, self._look.ink)
            if item.note:
                self._writer.block("label", above=4)
                self._writer.line(item.note, "label", "ink2")
        self._writer.leave(table)

    def records(self, items: Sequence[RecordItem]) -> None:
        """Records that one can go to, each with its sign."""
        signs = any(item.mark for item in items)
        table = self._table(len(items), self._theme.px(24) if signs else 0)
        for place, item in enumerate(items):
            self._enter(table, place, 0)
            if signs:
                self._writer.block("ui")
                self._writer.sign(self._signs.mark(item.mark, "ui", 16))
                self._enter(table, place, 1)
            self._record(item)
        self._writer.leave(table)

    def _record(self, item: RecordItem) -> None:
        self._writer.block("ui")
        self._writer.anchor(item.title, item.target, self._writer.format("ui"))
        meta = " · ".join(part for part in (item.mark_label, item.meta) if part)
        if meta:
            self._writer.block("label")
            self._writer.text(meta, "label", "ink2")

    # -- cells

    def _enter(
        self, table: QTextTable, row: int, column: int, *, line: bool = True, right: int = 0, above: int = 8
    ) -> None:
        self._writer.cell(table, row, column, self._cell(line=line, right=right, above=above))

    def _cell(
        self, *, line: bool, left: int = 0, right: int = 0, above: int = 8, below: int = 8
    ) -> QTextTableCellFormat:
        key = (line, left, right, above, below)
        if key not in self._cells:
            self._cells[key] = self._cell_format(*key)
        return QTextTableCellFormat(self._cells[key])

    def _cell_format(self, line: bool, left: int, right: int, above: int, below: int) -> QTextTableCellFormat:
        shape = QTextTableCellFormat()
        shape.setTopPadding(scaled(self._theme, above))
        shape.setBottomPadding(scaled(self._theme, below))
        shape.setLeftPadding(scaled(self._theme, left))
        shape.setRightPadding(scaled(self._theme, right))
        if line:
            shape.setTopBorder(1)
            shape.setTopBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            shape.setTopBorderBrush(self._theme.colour("line"))
        return shape
