"""What the sigles of a note stand for: those of its texts, titles and names, and the abbreviations of codes."""

import re
from collections.abc import Iterator, Sequence

from levers_app.sheets.action_table import ActionTable
from levers_app.sheets.comparison import Comparison
from levers_app.sheets.document import Block, Document, EvidenceBlock, Section, lines, plain
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Part, SheetPart, TextPart
from levers_app.sheets.inline import Sigles
from levers_app.sheets.wording import CODES, EMMIE

_CODE = re.compile(rf"\b({'|'.join(CODES.values())}) [LRD]?\d")
"""An abbreviation of a code stands before an article: « CSI L251-2 »."""


def note_sigles(parts: Sequence[Part], sigles: Sigles) -> tuple[tuple[str, str], ...]:
    """Return every sigle that is read somewhere in ``parts``, in alphabetical order, each with what it stands for."""
    texts = list(_texts(parts))
    codes = {short: name for name, short in CODES.items()}
    found = {short: codes[short] for text in texts for short in _CODE.findall(text)}
    if any(isinstance(block, EvidenceBlock) for part in parts for block in _blocks(part)):
        found["EMMIE"] = EMMIE
    return tuple(sorted((found | sigles.found_in(texts)).items()))


def _texts(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        match part:
            case SheetPart(_, document):
                yield from _named(document)
            case ComparisonPart(_, comparison):
                yield from _compared(comparison)
            case TextPart(_, sections):
                yield from (section.title for section in sections)
            case ActionsPart(_, table):
                yield from _said(table)
        yield from (plain(line) for block in _blocks(part) for line in lines(block))


def _named(document: Document) -> Iterator[str]:
    yield from (document.title, document.family_label, plain(document.lead))
    yield from (fact.label for fact in document.facts)
    yield from (section.title for section in document.sections)


def _said(table: ActionTable) -> Iterator[str]:
    for group in table.groups:
        yield group.title
        yield from (text for row in group.rows for cell in row.cells for text in cell)


def _compared(comparison: Comparison) -> Iterator[str]:
    yield comparison.title
    yield from (lever.title for lever in comparison.levers)


def _blocks(part: Part) -> Iterator[Block]:
    sections: Sequence[Section] = ()
    match part:
        case SheetPart(_, document):
            sections = document.sections
        case TextPart(_, sections):
            pass
        case ComparisonPart(_, comparison):
            yield from (block for row in comparison.rows for cell in row.cells for block in cell)
    yield from (block for section in sections for block in section.blocks)
