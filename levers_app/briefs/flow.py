"""A document as a flow of paragraphs and tables: identity, lead, sections, sigles, sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import quote, urlsplit

from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs import styles
from levers_app.briefs.blocks import BlockSetter, Piece, stopped, together
from levers_app.briefs.figures import Figures
from levers_app.briefs.fonts import printable
from levers_app.briefs.grid import Grid, Look, Row, Stack, columns, row
from levers_app.briefs.marks import Mark, family_mark, intensity_mark, outcome_mark, strength_mark
from levers_app.briefs.prose import NBSP, UNBOUNDED, Prose, Setter, paragraph, plain, sign, words
from levers_app.briefs.resources import families
from levers_app.briefs.tagging import Rule
from levers_app.briefs.tags import LinkTag, Tag, hold, list_of
from levers_app.catalogue.typography import NARROW, shortened
from levers_app.sheets.document import Acronym, Document, Fact, NumberedSource, Section, lines

BESIDE = {
    "conditions": {"limites"},
    "actions": {"difficultes", "enseignements"},
    "indicateurs": {"couts", "financements"},
}
"""Sections that stand at left of those that follow them, when both are running text."""

_CARD_LABEL = 112.0
_MOST_NEED = 260.0
_UNEVEN = 0.25
_SHORT_ADDRESS = 46
_SCHEMES = ("http", "https", "mailto")
Flow = list[Piece]


class SheetFlow:
    """Lays out one document of a brief."""

    def __init__(self, document: Document, prefix: str, anchors: Mapping[str, str], level: int = 1) -> None:
        """Lay out nothing yet.

        ``prefix`` names the document inside the file; ``anchors`` are where the records of the brief begin; ``level``
        is that of its title among the headings: below a title of the brief, it is the second.
        """
        self._document = document
        self._prefix = prefix
        self._setter = Setter(anchors, prefix, {source.number: source.title for source in document.sources})
        self._blocks = BlockSetter(self._setter)
        self._level = level
        self._tag = Tag("Sect")

    def flow(self) -> Iterator[Flowable]:
        """Yield all flowables of the document, in reading order."""
        for piece in self._pieces():
            hold(self._tag, [piece])
            yield piece

    def _pieces(self) -> Iterator[Piece | Rule]:
        document = self._document
        yield from self._identity()
        if document.lead:
            yield self._setter.prose(document.lead, styles.LEAD)
        yield from self._sections()
        yield from self._sigles()
        yield from self._sources()
        if document.origin:
            yield plain(stopped(document.origin), styles.ORIGIN)

    def _identity(self) -> Iterator[Prose | Rule]:
        document, look = self._document, families().get(self._document.family)
        if look:
            name = words(document.family_label, styles.KIND).clone(textColor=look.ink)
            yield paragraph([*sign(family_mark(document.family), styles.KIND), name], styles.KIND)
        else:
            yield plain(document.kind_label, styles.KIND_QUIET)
        title = plain(titled(document), styles.TITLE)
        title.anchor, title.outline, title.title = self._prefix, 0, printable(titled(document))
        title.tag = Tag(f"H{self._level}")
        yield title
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
            elif both := _side_by_side(first.flow, [item for part in beside for item in part.flow]):
                del parts[: len(beside)]
                yield both
            else:
                yield from _keeping(first.flow)

    def _section(self, section: Section) -> "_Part":
        flow = [f for block in section.blocks for f in self._blocks.flow(block)]
        return _Part(section.key, section.aside, self._headed(section.title, section.key, flow))

    def _headed(self, title: str, key: str, flow: Flow) -> Flow:
        """Return ``flow`` under its heading, as one section."""
        headed = [self._heading(title, f"{self._prefix}-{key}"), *flow]
        section = Tag("Sect")
        hold(section, headed)
        self._tag.add(section)
        return headed

    def _heading(self, text: str, anchor: str) -> Prose:
        heading = plain(text, styles.SECTION)
        heading.anchor, heading.outline, heading.heading, heading.title = anchor, 1, True, printable(text)
        heading.tag = Tag(f"H{self._level + 1}")
        return heading

    def _sigles(self) -> Iterator[Piece]:
        found = {piece.text: piece.expansion for piece in _acronyms(self._document)}
        if not found:
            return
        style = styles.SMALL_INK
        pieces: list[ParaFrag] = []
        for sigle in sorted(found):
            pieces += [words(f"{NARROW}; ", style)] if pieces else []
            pieces += [words(sigle, style, strong=True), words(f"{NBSP}: {found[sigle]}", style)]
        yield from _keeping(self._headed("Sigles", "sigles", [paragraph(pieces, style)]))

    def _sources(self) -> Iterator[Piece]:
        sources = self._document.sources
        if sources:
            listed = [self._source(source) for source in sources]
            list_of([[source] for source in listed], numbered=True)
            yield from _keeping(self._headed("Sources", "sources", list[Piece](listed)))

    def _source(self, source: NumberedSource) -> Prose:
        style = styles.SOURCE
        href, short = address(source.url), short_address(source.url)
        told = f"{shortened(source.title)} ({short})"
        pieces = [words(source.title, style, tag=LinkTag(href, told) if href else None)]
        origin = ", ".join(part for part in (source.publisher, str(source.year or "")) if part)
        pieces += [words(f", {origin}", style)] if origin else []
        if source.url:
            pieces += [words(". ", style), words(short, style, tag=LinkTag(href, told) if href else None)]
        prose = paragraph(pieces, style, str(source.number))
        prose.anchor, prose.whole = self._setter.source_anchor(source.number), True
        return prose


@dataclass(frozen=True, slots=True)
class _Part:
    """A section laid out, its heading first."""

    key: str
    aside: bool
    flow: Flow


def titled(document: Document) -> str:
    """Return the title of a document, or its kind when nothing of it can be seen: a heading is never empty."""
    return document.title if printable(document.title).strip() else document.kind_label


def address(url: str) -> str:
    """Return ``url`` as a link, or nothing when it is no address of the web or of a mailbox."""
    try:
        parts = urlsplit(url.strip())
        return quote(parts.geturl(), safe="%/:=&?~#+!$,;'@()*[]") if parts.scheme in _SCHEMES else ""
    except ValueError:
        return ""


def short_address(url: str) -> str:
    """Return ``url`` as it is printed: without its scheme, and only the site when it is long."""
    bare = url.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return bare if len(bare) <= _SHORT_ADDRESS else bare.partition("/")[0]


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


def _keeping(flow: Flow) -> Flow:
    """Give the heading the room that what it announces needs to begin."""
    heading, following = flow[0], flow[1] if len(flow) > 1 else None
    if isinstance(heading, Prose) and following is not None:
        lead_in = Stack([following], styles.WIDTH).lead_in if isinstance(following, Prose) else following.lead_in
        height = heading.wrap(styles.WIDTH, UNBOUNDED)[1]
        need = height + heading.getSpaceAfter() + following.getSpaceBefore() + lead_in
        heading.need = need if isinstance(following, Figures) else min(need, _MOST_NEED)
    return flow


def _facts(facts: Sequence[Fact]) -> Iterator[ParaFrag]:
    style = styles.FACTS
    for place, fact in enumerate(facts):
        if place:
            yield words(f"{NBSP}{NBSP}· {NBSP}", style).clone(textColor=styles.META)
        if fact.kind == "intensity":
            yield words(f"Intensité{NBSP}", style)
        yield from sign(_fact_mark(fact), style)
        label = f"{fact.value} sur 5, {fact.label.lower()}" if fact.kind == "intensity" else fact.label
        yield words(together(label), style, strong=_is_strong(fact))


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


def _acronyms(document: Document) -> Iterator[Acronym]:
    everything = [document.lead, *(line for s in document.sections for block in s.blocks for line in lines(block))]
    for line in everything:
        yield from (piece for piece in line if isinstance(piece, Acronym))
