"""What fits on a page: the fullest of several ways to lay something out, from the fullest to the barest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from reportlab.platypus import Flowable

from levers_app.briefs.prose import UNBOUNDED
from levers_app.sheets.depth import trimmed
from levers_app.sheets.document import Document

_CUTS = (
    *((12, 8, 4), (9, 6, 4), (8, 5, 4), (7, 5, 4), (7, 4, 3), (6, 4, 3), (5, 4, 3), (5, 3, 2), (4, 3, 2)),
    *((4, 2, 2), (4, 1, 2), (3, 1, 2), (2, 1, 2)),
)
"""Items of a list, rows of a table and examples that are left, from the fullest to the barest."""
_SPARED = ("chez-nous", "conditions", "limites", "couts", "preuves", "resultats", "enseignements")
"""Sections of a one-page sheet that stay whatever happens: benefits never stand without their conditions and limits."""

T = TypeVar("T")
W = TypeVar("W")


def fullest(ways: Sequence[W], make: Callable[[W], T], height: Callable[[T], float], room: float) -> T:
    """Return what ``make`` makes of the first of ``ways`` that is no higher than ``room``, or of the last.

    They come from the fullest to the barest, and few of them are made: the middle of what is left is tried each time.
    """
    first, last = 0, len(ways) - 1
    best: T | None = None
    while first <= last:
        middle = (first + last) // 2
        made = make(ways[middle])
        if height(made) <= room:
            best, last = made, middle - 1
        else:
            first = middle + 1
    return make(ways[-1]) if best is None else best


def one_page_ways(document: Document) -> list[Document]:
    """Return a sheet whole, then with shorter and shorter lists, then without its last sections."""
    cuts = [document.sections, *(trimmed(document.sections, *cut) for cut in _CUTS)]
    while spare := [section for section in cuts[-1] if section.key not in _SPARED]:
        cuts.append(tuple(section for section in cuts[-1] if section is not spare[-1]))
    return [replace(document, sections=cut) for cut in cuts]


def height_of(flow: Sequence[Flowable], width: float) -> float:
    """Return how high ``flow`` is in one column; the air between two of them is the larger of what they ask for."""
    height = after = 0.0
    for place, flowable in enumerate(flow):
        before = max(after, flowable.getSpaceBefore()) if place else 0.0
        height += before + flowable.wrap(width, UNBOUNDED)[1]
        after = flowable.getSpaceAfter()
    return height
