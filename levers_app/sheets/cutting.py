"""What a note prints of a sheet, and which headings of its free texts announce something."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from levers_app.catalogue.brief import Depth
from levers_app.sheets.depth import page_sections
from levers_app.sheets.document import Attached, Document, Section
from levers_app.sheets.edition import Part, TextPart
from levers_app.sheets.parts import first_items

_END, _WORDS = 0, 9
"""What comes after a heading, as a level: nothing, or something that it announces."""


def cut_sections(document: Document, depth: Depth, chosen: Sequence[str], *, photos: bool) -> tuple[Section, ...]:
    """Return the sections that ``depth`` prints, with photos or without; ``chosen`` holds keys, for that depth."""
    found = _sections(document, depth, chosen, photos=photos)
    return tuple(kept for section in found if (kept := _with_photos(section, photos=photos)))


def without_idle_headings(parts: Sequence[Part]) -> list[Part]:
    """Return the parts without headings that announce nothing: a heading of their level follows, or the end."""
    kept: list[Part] = []
    following = _END
    for part in reversed(parts):
        if not isinstance(part, TextPart):
            kept.append(part)
            following = _WORDS
            continue
        sections: list[Section] = []
        for section in reversed(part.sections):
            if section.blocks or following > section.level:
                sections.append(section)
                following = section.level if section.title else _WORDS
        if sections:
            kept.append(replace(part, sections=tuple(reversed(sections))))
    return kept[::-1]


def _sections(document: Document, depth: Depth, chosen: Sequence[str], *, photos: bool) -> Iterable[Section]:
    if depth == "page":
        return page_sections(document)
    if depth == "chosen":
        return (section for section in document.sections if section.key in chosen)
    if depth == "essential":
        return filter(None, (_in_short(section, photos=photos) for section in document.sections))
    return document.sections


def _in_short(section: Section, *, photos: bool) -> Section | None:
    """Return what *L’essentiel* prints of a section: what the window shows, the limits, and photos that are wanted."""
    if section.key == "limites":
        return replace(section, blocks=first_items(section.blocks))
    if photos and _has_photos(section):
        return section
    return replace(section, blocks=section.essential) if section.essential else None


def _has_photos(section: Section) -> bool:
    return any(item.is_picture and item.printed for b in section.blocks if isinstance(b, Attached) for item in b.items)


def _with_photos(section: Section, *, photos: bool) -> Section | None:
    """Return a section with its documents, and the photos that their author chose to print; nothing if it is empty."""
    if not any(isinstance(block, Attached) for block in section.blocks):
        return section
    kept = (_chosen(block, photos=photos) if isinstance(block, Attached) else block for block in section.blocks)
    blocks = tuple(block for block in kept if not isinstance(block, Attached) or block.items)
    count = sum(len(block.items) for block in blocks if isinstance(block, Attached))
    return replace(section, blocks=blocks, count=count) if blocks else None


def _chosen(block: Attached, *, photos: bool) -> Attached:
    return Attached(tuple(item for item in block.items if not item.is_picture or (photos and item.printed)))
