"""A sheet as a flow of paragraphs and tables: identity, lead, sections, sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs import styles
from levers_app.briefs.blocks import BlockSetter, Piece, together
from levers_app.briefs.breaks import keep_last_two
from levers_app.briefs.figures import Figures
from levers_app.briefs.fonts import printable, visible
from levers_app.briefs.grid import Grid, Look, Row, Stack, columns, row
from levers_app.briefs.marks import Mark, family_mark, intensity_mark, outcome_mark, strength_mark
from levers_app.briefs.prose import NBSP, UNBOUNDED, Prose, Setter, paragraph, plain, sign, words
from levers_app.briefs.resources import families
from levers_app.briefs.runs import width
from levers_app.briefs.sources import listed
from levers_app.briefs.tagging import Rule
from levers_app.briefs.tags import Tag, hold
from levers_app.briefs.titles import balanced
from levers_app.sheets.depth import shown_of
from levers_app.sheets.document import Document, Fact, Section

BESIDE = {
    "conditions": {"limites"},
    "actions": {"difficultes", "enseignements"},
    "indicateurs": {"couts", "financements"},
    "couts": {"preuves"},
}
"""Sections that stand at left of those that follow them, when both are running text."""

_CARD_LABEL = 112.0
_MOST_NEED = 260.0
_UNEVEN = 0.25
Flow = list[Piece]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sheet of a note is set.

    Attributes:
        level: that of its title among the headings, from 1; its sections are one below.
        outline: that of its entry in the outline of the file, from 0.
        flowing: it follows others on their page: its headings are smaller, under a rule.
    """

    level: int = 1
    outline: int = 0
    flowing: bool = False


class SheetFlow:
    """Lays out one sheet of a note."""

    def __init__(self, document: Document, anchor: str, setter: Setter, manner: Manner) -> None:
        """Lay out nothing yet; ``anchor`` names its place in the file."""
        self._document = document
        self._anchor = anchor
        self._setter = setter
        self._blocks = BlockSetter(setter)
        self._manner = manner
        self._tag = Tag("Sect")

    def flow(self) -> Iterator[Flowable]:
        """Yield all flowables of the document but its sources, in reading order."""
        for piece in self._pieces():
            hold(self._tag, [piece])
            yield piece

    def sources(self, look: styles.EndLook) -> Iterator[Piece]:
        """Yield its sources, which stand under its text."""
        if self._document.sources:
            flow = list[Piece](listed(self._document.sources, self._setter, look.source))
            yield from keeping(self._headed("Sources", "sources", flow))

    def _pieces(self) -> Iterator[Piece | Rule]:
        document = self._document
        yield from self._identity()
        if document.lead:
            yield self._setter.prose(document.lead, styles.LEAD)
        yield from self._sections()

    def _identity(self) -> Iterator[Prose | Rule]:
        document, manner, look = self._document, self._manner, families().get(self._document.family)
        if manner.flowing:
            yield Rule("100%", styles.HAIRLINE, lineCap="butt", color=styles.INK, spaceBefore=12, spaceAfter=6)
        if look:
            family = words(document.family_label, styles.KIND).clone(textColor=look.ink)
            kind = [*sign(family_mark(document.family), styles.KIND), family]
        else:
            kind = [words(document.kind_label, styles.KIND_QUIET)]
        origin = f"{NBSP}· {document.origin.rstrip('.')}" if document.origin else ""
        yield paragraph([*kind, *([words(origin, styles.KIND_QUIET)] if origin else [])], styles.KIND)
        name = visible(document.title, document.kind_label)
        title = balanced(plain(name, styles.TITLE_BELOW if manner.flowing else styles.TITLE))
        title.anchor, title.outline, title.title = self._anchor, manner.outline, printable(name)
        title.tag, title.heading = Tag(f"H{manner.level}"), True
        yield title
        if not manner.flowing:
            yield Rule(36, styles.STRONG_RULE, lineCap="butt", color=look.ink if look else styles.INK, hAlign="LEFT")
        if document.facts:
            yield paragraph(list(_facts(document.facts)), styles.FACTS)

    def _sections(self) -> Iterator[Piece]:
        parts = [self._section(section) for section in self._document.sections]
        while parts:
            first = parts.pop(0)
            card = [first, *takewhile(_is_note, parts)] if _is_note(first) else []
            beside = _followers(first, parts)
            if len(card) > 1:
                del parts[: len(card) - 1]
                yield _card(card)
            elif not first.flow:
                continue
            elif both := _side_by_side(first.flow, [item for part in beside for item in part.flow]):
                del parts[: len(beside)]
                yield both
            else:
                yield from keeping(first.flow)

    def _section(self, section: Section) -> "_Part":
        flow = [f for block in section.blocks for f in self._blocks.flow(block)]
        return _Part(section.key, section.aside, self._headed(section.title, section.key, flow, shown_of(section)))

    def _headed(self, title: str, key: str, flow: Flow, shown: str = "") -> Flow:
        """Return ``flow`` under its heading, as one section; ``shown`` tells that there is more: « 4 sur 9 »."""
        headed = [self._heading(title, f"{self._anchor}-{key}", shown), *flow] if title else flow
        section = Tag("Sect")
        hold(section, headed)
        self._tag.add(section)
        return headed

    def _heading(self, text: str, anchor: str, shown: str) -> Prose:
        manner = self._manner
        style = styles.SECTION_BELOW if manner.flowing else styles.SECTION
        heading = paragraph([words(text, style), *_count(shown)], style)
        heading.anchor, heading.outline, heading.heading = anchor, manner.outline + 1, True
        heading.title, heading.tag = printable(text), Tag(f"H{manner.level + 1}")
        return heading


def _count(shown: str) -> list[ParaFrag]:
    return [words(f"{NBSP}{NBSP}{shown}", styles.CELL_QUIET)] if shown else []


@dataclass(frozen=True, slots=True)
class _Part:
    """A section laid out, its heading first."""

    key: str
    aside: bool
    flow: Flow


def _followers(first: _Part, parts: Sequence[_Part]) -> list[_Part]:
    """Return the next sections that may stand beside the first."""
    return list(takewhile(lambda part: part.key in BESIDE.get(first.key, ()), parts))


def _is_note(part: _Part) -> bool:
    """Tell whether a section is a few words for the margin."""
    return part.aside and all(isinstance(item, Prose) for item in part.flow)


def _card(parts: Sequence[_Part]) -> Grid:
    """Return sections of the margin as rows, their headings at left."""
    look = Look(columns((_CARD_LABEL, styles.WIDTH - _CARD_LABEL), styles.GUTTER))
    grid = Grid(look, [_card_row(look, part) for part in parts])
    grid.spaceBefore = styles.SECTION.spaceBefore
    return grid


def _card_row(look: Look, part: _Part) -> Row:
    heading, *texts = (item for item in part.flow if isinstance(item, Prose))
    label = plain(heading.title, styles.LABEL)
    label.anchor, label.outline, label.title, label.tag = heading.anchor, heading.outline, heading.title, heading.tag
    return row(look, [label], texts)


def _side_by_side(left: Flow, right: Flow) -> Grid | None:
    """Return two columns, or nothing when a side is a table, or much shorter than the other."""
    width = (styles.WIDTH - styles.GUTTER) / 2
    texts = [[item for item in side if isinstance(item, Prose)] for side in (left, right)]
    if not right or texts != [left, right]:
        return None
    look = Look(columns((width + styles.GUTTER, width), styles.GUTTER), pad=0, ruled=False, flowing=True)
    both = row(look, *texts)
    heights = sorted(cell.height for cell in both.cells)
    if heights[0] < _UNEVEN * heights[1]:
        return None
    grid = Grid(look, [both])
    grid.spaceBefore = styles.SECTION.spaceBefore
    return grid


def keeping(flow: Flow, width: float = styles.WIDTH) -> Flow:
    """Give the heading the room that what it announces needs to begin, in a column ``width`` wide."""
    heading, *following = flow
    if isinstance(heading, Prose) and following:
        first, texts = following[0], list(_texts(following))
        lead_in = first.lead_in if isinstance(first, Grid | Figures) else Stack(texts, width).lead_in
        height = heading.wrap(width, UNBOUNDED)[1]
        need = height + heading.getSpaceAfter() + first.getSpaceBefore() + lead_in
        heading.need = need if isinstance(first, Figures) else min(need, _MOST_NEED)
        keep_last_two(texts)
    return flow


def _texts(flow: Flow) -> Iterator[Prose]:
    """Yield the paragraphs that ``flow`` begins with."""
    for piece in flow:
        if not isinstance(piece, Prose):
            return
        yield piece


def _facts(facts: Sequence[Fact]) -> Iterator[ParaFrag]:
    """Yield the facts in a row: a line that is full ends without a dot, and the next begins at the margin."""
    style = styles.FACTS
    dot = words(f"{NBSP}{NBSP}· {NBSP}", style).clone(textColor=styles.META)
    left = 0.0
    for fact in facts:
        told = list(_fact(fact))
        wide, between = _wide(told), _wide([dot])
        if not left:
            left = styles.WIDTH
        elif between + wide <= left:
            yield dot
            left -= between
        else:
            yield words("", style).clone(lineBreak=True)
            left = styles.WIDTH
        yield from told
        left = max(0.1, left - wide)


def _fact(fact: Fact) -> Iterator[ParaFrag]:
    style, label = styles.FACTS, fact.label
    if fact.kind == "intensity":
        yield words(f"Intensité{NBSP}{NBSP}", style)
        label = f"{fact.value} sur 5, {fact.label.lower()}"
    yield from sign(_fact_mark(fact), style)
    yield words(together(label), style, strong=_is_strong(fact))


def _wide(pieces: Sequence[ParaFrag]) -> float:
    return sum(width(piece.text, piece.fontName, piece.fontSize) for piece in pieces)


def _is_strong(fact: Fact) -> bool:
    return fact.kind in ("strength", "verify") or (fact.kind == "outcome" and not fact.label[:1].isdigit())


def _fact_mark(fact: Fact) -> Mark | None:
    match fact.kind:
        case "strength":
            return strength_mark(fact.value)
        case "outcome":
            return outcome_mark(fact.value)
        case "intensity":
            return intensity_mark(int(fact.value)) if fact.value.isdecimal() else None
        case _:
            return None
