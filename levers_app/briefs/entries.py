"""What the contents and the outline of a note name: its parts in order, many sheets in a row by kind and family."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from levers_app.briefs.places import anchor, heading_anchor
from levers_app.briefs.resources import families
from levers_app.sheets.document import Document
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Edition, Part, SheetPart, TextPart

_MANY = 12
"""Sheets in a row that are found without groups."""
_KINDS = {
    "lever": "Leviers",
    "case": "Exemples de terrain",
    "problem": "Situations",
    "text": "Textes juridiques",
    "term": "Glossaire",
}
_Sheet = tuple[str, Document]
"""A sheet, after the name of its place."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: where it leads, its words, its depth from 0, and whether it is the head of a group."""

    anchor: str
    title: str
    depth: int = 0
    heads: bool = False


Run = list[ContentsEntry]


def runs(edition: Edition) -> list[Run]:
    """Return the lines in runs: one that begins with a head holds many sheets that follow one another."""
    found = []
    depth = max(0, edition.sheet_level - 2)
    for is_sheet, run in groupby(enumerate(edition.parts), lambda placed: isinstance(placed[1], SheetPart)):
        parts = list(run)
        if is_sheet and len(parts) > _MANY:
            sheets = [(anchor(place), part.document) for place, part in parts if isinstance(part, SheetPart)]
            found.append(list(_grouped(sheets, depth)))
        else:
            found.append([entry for place, part in parts for entry in _of_part(place, part, depth)])
    return found


def _of_part(place: int, part: Part, depth: int) -> Iterator[ContentsEntry]:
    name = anchor(place)
    match part:
        case SheetPart(_, document):
            yield ContentsEntry(name, document.title, depth)
        case ComparisonPart(_, comparison):
            yield ContentsEntry(name, comparison.title)
        case ActionsPart(_, table):
            yield ContentsEntry(name, table.title)
        case TextPart(_, sections):
            for number, section in enumerate(sections):
                if section.title.strip():
                    yield ContentsEntry(heading_anchor(place, number), section.title)


def _grouped(sheets: Sequence[_Sheet], depth: int) -> Iterator[ContentsEntry]:
    for kind, of_kind in _by(sheets, lambda document: document.kind).items():
        name = f"{of_kind[0][0]}-{kind}"
        yield ContentsEntry(name, _KINDS.get(kind, of_kind[0][1].kind_label), depth, heads=True)
        order = list(families())
        of_families = sorted(
            _by(of_kind, lambda document: document.family).items(),
            key=lambda family: order.index(family[0]) if family[0] in order else len(order),
        )
        for family, members in of_families:
            below = depth + 1
            if len(of_families) > 1:
                label = members[0][1].family_label or "Autres"
                yield ContentsEntry(f"{name}-{family or 'autres'}", label, below, heads=True)
                below += 1
            yield from (ContentsEntry(place, document.title, below) for place, document in members)


def _by(sheets: Iterable[_Sheet], key: Callable[[Document], str]) -> dict[str, list[_Sheet]]:
    found: dict[str, list[_Sheet]] = {}
    for sheet in sheets:
        found.setdefault(key(sheet[1]), []).append(sheet)
    return found
