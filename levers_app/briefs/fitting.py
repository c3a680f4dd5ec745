"""What fits on a page: the fullest of several ways to lay something out, from the fullest to the barest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from reportlab.platypus import Flowable

from levers_app.briefs.prose import UNBOUNDED
from levers_app.sheets.depth import trimmed
from levers_app.sheets.document import Document

_MOST_ITEMS = (12, 9, 7, 6, 5, 4, 3, 2)
_SPARED = ("chez-nous", "conditions", "limites", "couts", "preuves", "resultats", "enseignements")
"""Sections of a one-page sheet that stay whatever happens: benefits never stand without their conditions and limits."""

T = TypeVar("T")


def fullest(ways: Iterable[T], height: Callable[[T], float], room: float) -> T:
    """Return the first of ``ways`` that is no higher than ``room``, or the last one; the others are not made."""
    for way in ways:
        last = way
        if height(way) <= room:
            break
    return last


def one_page_ways(document: Document) -> Iterator[Document]:
    """Yield a sheet whole, then with shorter and shorter lists, then without its last sections."""
    yield document
    for most in _MOST_ITEMS:
        yield replace(document, sections=trimmed(document.sections, most))
    sections = trimmed(document.sections, _MOST_ITEMS[-1])
    while spare := [section for section in sections if section.key not in _SPARED]:
        sections = tuple(section for section in sections if section is not spare[-1])
        yield replace(document, sections=sections)


def height_of(flow: Sequence[Flowable], width: float) -> float:
    """Return how high ``flow`` is in one column; the air between two of them is the larger of what they ask for."""
    height = after = 0.0
    for place, flowable in enumerate(flow):
        before = max(after, flowable.getSpaceBefore()) if place else 0.0
        height += before + flowable.wrap(width, UNBOUNDED)[1]
        after = flowable.getSpaceAfter()
    return height
