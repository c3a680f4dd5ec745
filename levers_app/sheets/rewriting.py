"""The same document with other lines: for what changes words or marks wherever they stand."""

from collections.abc import Callable
from dataclasses import replace

from levers_app.sheets.document import (
    Block,
    BulletList,
    Document,
    EvidenceBlock,
    Line,
    Paragraph,
    ResultList,
    Row,
    Rows,
    Section,
)

Change = Callable[[Line], Line]


def with_lines(document: Document, change: Change) -> Document:
    """Return ``document`` with every line of its text, in reading order, as ``change`` returns it."""
    lead = change(document.lead)
    return replace(document, lead=lead, sections=tuple(section_with(s, change) for s in document.sections))


def section_with(section: Section, change: Change) -> Section:
    """Return ``section`` with the lines of its blocks as ``change`` returns them; those of *L’essentiel* are left."""
    return replace(section, blocks=blocks_with(section.blocks, change))


def blocks_with(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """Return ``blocks`` with their lines as ``change`` returns them."""
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph(line):
            return replace(block, line=change(line))
        case BulletList(items):
            return replace(block, items=tuple(replace(i, line=change(i.line), note=change(i.note)) for i in items))
        case Rows(rows):
            return replace(block, rows=_rows(rows, change))
        case EvidenceBlock(rows=rows):
            return replace(block, rows=_rows(rows, change))
        case ResultList(items):
            return replace(block, items=tuple(replace(item, line=change(item.line)) for item in items))
        case _:
            return block


def _rows(rows: tuple[Row, ...], change: Change) -> tuple[Row, ...]:
    return tuple(replace(row, line=change(row.line)) for row in rows)
