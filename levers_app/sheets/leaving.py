"""What of a sheet may leave this computer: restricted examples do not, unless the person says so for that one time.

It holds for every way out: the clipboard, a PDF, the printer, the command line.
"""

from dataclasses import replace

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.records import RESTRICTED
from levers_app.catalogue.typography import NBSP, shortened
from levers_app.sheets.document import Block, Document, RecordList, Section

NOT_COPIED = f"Rien n’est copié{NBSP}: cette fiche est restreinte, ou c’est un brouillon."


class RestrictedError(LeviersError):
    """A restricted example was about to leave; ``advice`` is what the person may do."""

    def __init__(self, title: str, advice: str) -> None:
        """Name the example."""
        super().__init__(
            f"«{NBSP}{shortened(title)}{NBSP}» est restreint{NBSP}: il ne sort ni en copie, ni en PDF, ni sur papier. "
            f"Rien n’est sorti. {advice}"
        )


class DraftStaysError(LeviersError):
    """A draft was about to leave: the privacy guard has not asked about it."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Un brouillon ne sort ni en copie, ni en PDF, ni sur papier\u00a0: il peut encore contenir des données "
            "personnelles. Rien n’est sorti. Envoyez-le d’abord."
        )


def is_restricted(document: Document) -> bool:
    """Tell whether a sheet is a restricted example."""
    return any(fact.kind == "confidentiality" and fact.value == RESTRICTED for fact in document.facts)


def for_others(document: Document) -> Document:
    """Return ``document`` without the restricted examples that it leads to; counts of all examples stay."""
    sections = tuple(filter(None, map(_section, document.sections)))
    return document if sections == document.sections else replace(document, sections=sections)


def _section(section: Section) -> Section | None:
    blocks, essential = _blocks(section.blocks), _blocks(section.essential)
    if blocks == section.blocks and essential == section.essential:
        return section
    gone = _count(section.blocks) - _count(blocks)
    return replace(section, blocks=blocks, essential=essential, count=max(0, section.count - gone)) if blocks else None


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept = (_open(block) if isinstance(block, RecordList) else block for block in blocks)
    return tuple(block for block in kept if not isinstance(block, RecordList) or block.items)


def _open(records: RecordList) -> RecordList:
    return RecordList(tuple(item for item in records.items if not item.restricted))


def _count(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.items) for block in blocks if isinstance(block, RecordList))
