"""The sources of what a note prints: only those that it cites, numbered from 1 in the order in which it does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from levers_app.sheets.depth import cited_numbers
from levers_app.sheets.document import Document, Inline, Line, NumberedSource, SourceMark
from levers_app.sheets.edition import ComparisonPart, Edition, Part, SheetPart
from levers_app.sheets.rewriting import Change, blocks_with, with_lines

Numbers = Mapping[int, int]
"""The new numbers of sources that are kept, by the old ones."""


def renumbered(document: Document) -> Document:
    """Return a sheet with the sources that its text cites; when it cites none, they are all left as they are."""
    numbers = _numbers(cited_numbers(document), document.sources)
    if not numbers:
        return document
    return replace(with_lines(document, _change(numbers)), sources=_kept(document.sources, numbers))


def with_cited(edition: Edition, cited: Iterable[int]) -> Edition:
    """Return a note whose parts share their sources with those that are ``cited`` on its pages, in reading order."""
    numbers = _numbers(cited, edition.sources)
    parts = tuple(_part(part, _change(numbers)) for part in edition.parts)
    codes = _kept(edition.codes, numbers)
    return replace(edition, parts=parts, sources=_kept(edition.sources, numbers), codes=codes)


def _numbers(cited: Iterable[int], sources: Sequence[NumberedSource]) -> Numbers:
    known = {source.number for source in sources}
    found = dict.fromkeys(number for number in cited if number in known)
    return {number: place for place, number in enumerate(found, start=1)}


def _kept(sources: Iterable[NumberedSource], numbers: Numbers) -> tuple[NumberedSource, ...]:
    kept = (replace(source, number=numbers[source.number]) for source in sources if source.number in numbers)
    return tuple(sorted(kept, key=lambda source: source.number))


def _change(numbers: Numbers) -> Change:
    def changed(piece: Inline) -> Iterable[Inline]:
        if not isinstance(piece, SourceMark):
            return (piece,)
        found = sorted(numbers[number] for number in piece.numbers if number in numbers)
        return (SourceMark(tuple(found)),) if found else ()

    def change(line: Line) -> Line:
        return tuple(found for piece in line for found in changed(piece))

    return change


def _part(part: Part, change: Change) -> Part:
    match part:
        case SheetPart(document=document):
            return replace(part, document=with_lines(document, change))
        case ComparisonPart(comparison=compared):
            rows = tuple(replace(r, cells=tuple(blocks_with(c, change) for c in r.cells)) for r in compared.rows)
            return replace(part, comparison=replace(compared, rows=rows))
        case _:
            return part
