"""What fits on a page: the fullest of several ways to lay something out, from the fullest to the barest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from reportlab.platypus import Flowable

from levers_app.briefs.prose import UNBOUNDED
from levers_app.sheets.depth import cited_numbers, trimmed
from levers_app.sheets.document import Document, SourceMark, lines
from levers_app.sheets.numbering import renumbered

_CUTS = (
    *((12, 8, 4), (9, 6, 4), (8, 5, 4), (7, 5, 4), (7, 4, 3), (6, 4, 3), (5, 4, 3), (5, 3, 2), (4, 3, 2)),
    *((4, 2, 2), (4, 1, 2), (3, 1, 2), (2, 1, 2)),
)
"""Items of a list, rows of a table and examples that are left, from the fullest to the barest."""
_SPARED = ("chez-nous", "conditions", "limites", "couts", "preuves", "resultats", "enseignements")
"""Sections of a one-page sheet that stay whatever happens: benefits never stand without their conditions and limits."""
_POINTS = 0.16
"""Height of a character of running text, in points."""
_LINE, _SECTION, _SOURCE, _SMALL = 50, 150, 30, 0.6
"""Characters that a line, a section, and the publisher of a source stand for, and how small those of sources are."""

T = TypeVar("T")
W = TypeVar("W")


def fullest(
    ways: Sequence[W],
    make: Callable[[W], T],
    height: Callable[[T], float],
    room: float,
    expected: Sequence[float] = (),
) -> T:
    """Return what ``make`` makes of the first of ``ways`` that is no higher than ``room``, or of the last.

    They come from the fullest to the barest, and few of them are made: each time the one that should just fit by the
    heights ``expected`` of them, set right by the last that was made; without these, the middle of what is left.
    """
    first, last, scale = 0, len(ways) - 1, 1.0
    best: T | None = None
    while first <= last:
        place = (first + last) // 2
        if expected:
            place = next((at for at in range(first, last) if expected[at] * scale <= room), last)
        made = make(ways[place])
        high = height(made)
        if expected:
            scale = high / expected[place]
        if high <= room:
            best, last = made, place - 1
        else:
            first = place + 1
    return make(ways[-1]) if best is None else best


def expected_height(document: Document) -> float:
    """Return about how high a one-page sheet will be, within a tenth for most of the shipped ones."""
    shown = [document.lead, *(line for s in document.sections for block in s.blocks for line in lines(block))]
    letters = sum(len(piece.text) for line in shown for piece in line if not isinstance(piece, SourceMark))
    listed = sum(len(source.title) + _SOURCE for source in document.sources)
    return _POINTS * (letters + _LINE * len(shown) + _SECTION * len(document.sections) + _SMALL * listed)


def one_page_ways(document: Document) -> list[Document]:
    """Return a sheet whole, then with shorter and shorter lists, then without its last sections.

    Their sources are those that what is left of them cites, numbered as it does; those of an example, whose text cites
    none, are all.
    """
    cuts = [document.sections, *(trimmed(document.sections, *cut) for cut in _CUTS)]
    while spare := [section for section in cuts[-1] if section.key not in _SPARED]:
        cuts.append(tuple(section for section in cuts[-1] if section is not spare[-1]))
    ways = [replace(document, sections=cut) for cut in cuts]
    return [_with_cited(way) for way in ways] if cited_numbers(document) else ways


def _with_cited(document: Document) -> Document:
    return renumbered(document) if cited_numbers(document) else replace(document, sources=())


def height_of(flow: Sequence[Flowable], width: float) -> float:
    """Return how high ``flow`` is in one column; the air between two of them is the larger of what they ask for."""
    height = after = 0.0
    for place, flowable in enumerate(flow):
        before = max(after, flowable.getSpaceBefore()) if place else 0.0
        height += before + flowable.wrap(width, UNBOUNDED)[1]
        after = flowable.getSpaceAfter()
    return height
