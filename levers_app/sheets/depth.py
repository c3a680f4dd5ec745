"""The two depths of a sheet: *L’essentiel* and the whole, the same on screen, on paper and in the clipboard."""

from dataclasses import replace
from typing import Literal

from levers_app.sheets.document import (
    Attached,
    Block,
    BulletList,
    Document,
    NumberedSource,
    RecordList,
    ResultList,
    Rows,
    Section,
    SourceMark,
    lines,
)

Depth = Literal["full", "essential"]


def shown_sections(document: Document, depth: Depth) -> tuple[Section, ...]:
    """Return the sections that ``depth`` shows, their ``blocks`` cut to it."""
    if depth == "full":
        return document.sections
    return tuple(replace(section, blocks=section.essential) for section in document.sections if section.essential)


def shown_sources(document: Document, depth: Depth) -> tuple[NumberedSource, ...]:
    """Return all the sources, or in *L’essentiel* those that its text cites (all when nothing is cited)."""
    if depth == "full":
        return document.sources
    blocks = [block for section in shown_sections(document, depth) for block in section.blocks]
    shown = [document.lead, *(line for block in blocks for line in lines(block))]
    cited = {number for line in shown for piece in line if isinstance(piece, SourceMark) for number in piece.numbers}
    return tuple(source for source in document.sources if source.number in cited) or document.sources


def shown_of(section: Section) -> str:
    """Return « 4 sur 7 » when only some of a section's things are shown, else nothing."""
    shown = sum(map(_size, section.blocks))
    return f"{shown} sur {section.count}" if 0 < shown < section.count else ""


def _size(block: Block) -> int:
    match block:
        case BulletList(items) | ResultList(items) | RecordList(items) | Rows(items) | Attached(items):
            return len(items)
        case _:
            return 0
