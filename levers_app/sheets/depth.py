"""How much of a sheet is shown: *L’essentiel* or the whole, on screen, on paper and in the clipboard alike.

A note also prints a sheet on one page, which is :func:`page_sections` with its lists cut (:func:`trimmed`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from levers_app.sheets.document import (
    Attached,
    Block,
    BulletList,
    Document,
    Line,
    ListItem,
    NumberedSource,
    Paragraph,
    RecordList,
    ResultList,
    Rows,
    Section,
    SourceMark,
    Text,
    lines,
)

Depth = Literal["full", "essential"]

_ON_A_PAGE = {
    "lever": ("chez-nous", "conditions", "limites", "couts", "preuves", "textes", "exemples", "mise-en-oeuvre"),
    "case": ("resultats", "contexte", "actions", "difficultes", "enseignements", "cout", "leviers", "pieces"),
}
"""Sections of a one-page sheet, in the order in which they stand there."""
_IN_SHORT = ("preuves", "couts", "contexte")
"""Those of which a one-page sheet shows what *L’essentiel* does."""
_FIRST_STEPS = "Pour commencer"


def shown_sections(document: Document, depth: Depth) -> tuple[Section, ...]:
    """Return the sections that ``depth`` shows, their ``blocks`` cut to it."""
    if depth == "full":
        return document.sections
    return tuple(replace(section, blocks=section.essential) for section in document.sections if section.essential)


def shown_sources(document: Document, depth: Depth) -> tuple[NumberedSource, ...]:
    """Return all the sources, or in *L’essentiel* those that its text cites (all when nothing is cited)."""
    if depth == "full":
        return document.sources
    cited = cited_numbers(replace(document, sections=shown_sections(document, depth)))
    return tuple(source for source in document.sources if source.number in cited) or document.sources


def cited_numbers(document: Document) -> list[int]:
    """Return the numbers of the sources that the text of a sheet cites, in the order in which it first does."""
    shown = [document.lead, *(line for s in document.sections for block in s.blocks for line in lines(block))]
    return numbers_of(shown)


def numbers_of(shown: Iterable[Line]) -> list[int]:
    """Return the numbers of the sources that lines cite, each once, in order."""
    marks = (piece for line in shown for piece in line if isinstance(piece, SourceMark))
    return list(dict.fromkeys(number for mark in marks for number in mark.numbers))


def page_sections(document: Document) -> tuple[Section, ...]:
    """Return what a one-page sheet shows; of sheets that are short anyway, everything."""
    keys = _ON_A_PAGE.get(document.kind)
    if keys is None:
        return document.sections
    found = {section.key: section for section in document.sections}
    return tuple(_on_a_page(found[key]) for key in keys if key in found)


def trimmed(sections: Iterable[Section], items: int, rows: int, records: int) -> tuple[Section, ...]:
    """Return ``sections`` with no list, table or list of records longer than that; counts tell that there are more."""
    return tuple(
        replace(s, blocks=tuple(trimmed_block(block, items, rows, records) for block in s.blocks)) for s in sections
    )


def trimmed_block(block: Block, items: int, rows: int = 1, records: int = 1) -> Block:
    """Return a list or table cut after so many of what it holds; other blocks are left whole."""
    match block:
        case BulletList():
            return replace(block, items=block.items[:items])
        case ResultList():
            return replace(block, items=block.items[:items])
        case RecordList():
            return replace(block, items=block.items[:records])
        case Rows():
            return replace(block, rows=block.rows[:rows])
        case _:
            return block


def _on_a_page(section: Section) -> Section:
    if section.key == "mise-en-oeuvre":
        steps = [item for block in section.blocks if isinstance(block, BulletList) for item in block.items]
        return replace(section, title=_FIRST_STEPS, blocks=(Paragraph(_in_a_row(steps)),), count=0)
    in_short = section.essential if section.key in _IN_SHORT else ()
    return replace(section, blocks=in_short or section.blocks)


def _in_a_row(steps: Sequence[ListItem]) -> Line:
    """Return the titles of steps as one line: « Diagnostiquer → Décider → Évaluer »."""
    titles = (step.line[0] for step in steps if step.line)
    return (Text(" → ".join(title.text.rstrip(".") for title in titles if isinstance(title, Text))),)


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
