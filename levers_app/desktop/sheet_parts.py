"""What a sheet shows at each depth: plain data between the neutral document and the widgets that draw it."""

from collections.abc import Iterable
from dataclasses import dataclass

from levers_app.desktop.place import Depth
from levers_app.sheets.document import (
    Attached,
    AttachedItem,
    Block,
    BulletList,
    Document,
    EvidenceBlock,
    NumberedSource,
    Paragraph,
    RecordList,
    ResultList,
    Rows,
    SourceMark,
    lines,
)

TOP_KEY = "top"
SOURCES_KEY = "sources"


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown now.

    Attributes:
        key: anchor of the section.
        title: heading; ``short`` is the same for the list of contents.
        blocks: what is shown of it.
        count: number of things in the whole section, 0 when a count says nothing.
        note: « 4 sur 7 » when only some are shown, else ``""``.
        aside: whether it goes to the margin when there is room.
    """

    key: str
    title: str
    short: str
    blocks: tuple[Block, ...]
    count: int = 0
    note: str = ""
    aside: bool = False


def shown_parts(document: Document, depth: Depth) -> tuple[Part, ...]:
    """Return the sections of ``document`` that ``depth`` shows, each with the blocks of that depth."""
    parts = []
    for section in document.sections:
        blocks = section.blocks if depth == "full" else section.essential
        if blocks:
            note = out_of(sum(map(_size, blocks)), section.count)
            parts.append(Part(section.key, section.title, section.short, blocks, section.count, note, section.aside))
    return tuple(parts)


def shown_sources(document: Document, depth: Depth) -> tuple[NumberedSource, ...]:
    """Return all the sources, or in *L’essentiel* those that its text cites (all when nothing is cited)."""
    if depth == "full":
        return document.sources
    cited = set(_cited(document, shown_parts(document, depth)))
    return tuple(source for source in document.sources if source.number in cited) or document.sources


def shown_pictures(parts: Iterable[Part]) -> tuple[AttachedItem, ...]:
    """Return the photos that ``parts`` show, in order, those whose file is gone left out."""
    attached = (block for part in parts for block in part.blocks if isinstance(block, Attached))
    return tuple(item for block in attached for item in block.items if item.is_picture and item.path)


def has_two_depths(document: Document) -> bool:
    """Whether *L’essentiel* says less than the full sheet."""
    return any(section.blocks != section.essential for section in document.sections)


def out_of(shown: int, count: int) -> str:
    """Return « 4 sur 7 », or nothing when all is shown."""
    return f"{shown} sur {count}" if 0 < shown < count else ""


def source_label(source: NumberedSource) -> str:
    """Return publisher and year, as far as they are known."""
    return ", ".join(str(part) for part in (source.publisher, source.year) if part)


def _cited(document: Document, parts: Iterable[Part]) -> Iterable[int]:
    shown = [document.lead, *(line for part in parts for block in part.blocks for line in lines(block))]
    for line in shown:
        for piece in line:
            if isinstance(piece, SourceMark):
                yield from piece.numbers


def _size(block: Block) -> int:
    match block:
        case BulletList(items) | ResultList(items) | RecordList(items) | Attached(items):
            return len(items)
        case Rows(rows):
            return len(rows)
        case Paragraph() | EvidenceBlock():
            return 0
