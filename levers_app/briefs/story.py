"""A note as pages: cover, contents, its parts one after the other, and the end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from levers_app.briefs import cover, styles
from levers_app.briefs.action_pages import ActionsFlow
from levers_app.briefs.closing import ClosingFlow
from levers_app.briefs.codes import CodedSources, encoded
from levers_app.briefs.comparing import ComparisonFlow, Way
from levers_app.briefs.contents import contents
from levers_app.briefs.ending import Ending, ended
from levers_app.briefs.entries import Run, runs
from levers_app.briefs.fitting import expected_height, fullest, height_of, one_page_ways
from levers_app.briefs.flow import Manner, SheetFlow
from levers_app.briefs.free_words import free_words
from levers_app.briefs.pages import SUITE, Later, Page, text_height
from levers_app.briefs.places import anchor, heading_anchor, sheet_anchors
from levers_app.briefs.prose import Setter
from levers_app.briefs.sources import run_in
from levers_app.briefs.styles import ROOMY, EndLook
from levers_app.sheets.comparison import Comparison
from levers_app.sheets.depth import cited_numbers
from levers_app.sheets.document import Document, NumberedSource, Section
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Edition, Part, SheetPart, TextPart
from levers_app.sheets.numbering import with_cited

Begun = Callable[[int], None]
"""Told the place of the part that is laid out now."""

_COVER, _CONTENTS, _TEXT, _END = "garde", "sommaire", "texte", "fin"
_LEAST = 110.0
"""Height without which a sheet does not begin at the foot of a page."""


class Story:
    """Lays out one edition.

    A part that follows others on their page stands on pages called ``texte``; the others on pages of their own.
    """

    def __init__(self, edition: Edition, begun: Begun) -> None:
        """Lay out nothing yet."""
        self._edition = edition
        self._begun = begun
        self._anchors = sheet_anchors(edition.parts)
        self._explained: set[str] = set()
        self._ways: dict[int, Way] = {}
        self._alone = len(edition.parts) == 1 and not edition.options.cover and not edition.options.contents

    @property
    def starts(self) -> tuple[str, ...]:
        """The name of the place where each part begins."""
        return tuple(anchor(place) for place in range(len(self._edition.parts)))

    @property
    def contents(self) -> list[Run]:
        """What its contents name, if it shows them."""
        return runs(self._edition) if self._edition.options.contents else []

    def flowables(self) -> Iterator[Flowable]:
        """Yield all of it; the parts are made when their turn comes."""
        self._choose_ways()
        edition = self._edition
        if edition.options.cover:
            yield from cover.cover(edition)
        if edition.options.contents:
            yield from self._turn(_CONTENTS) if edition.options.cover else ()
            if edition.heading and not edition.options.cover:
                yield from cover.title_block(edition)
            yield from contents(list(chain.from_iterable(self.contents)))
        before = _CONTENTS if edition.options.contents else _COVER if edition.options.cover else ""
        begun: set[str] = set()
        for place, part in enumerate(edition.parts):
            if isinstance(part, TextPart) and not self._told_in(place):
                continue
            page = self._page_of(place, part)
            yield from self._turn(f"{page}-suite" if page in begun else page) if before and page != before else ()
            begun.add(page)
            titled = not before and self._titled_on_top and not isinstance(part, ComparisonPart)
            title = list(cover.title_block(edition)) if titled else []
            yield from title
            flow = self._part(place, part, title, follows=page == before)
            yield Later(self._ended(part, flow) if part is edition.parts[-1] and not self._fits_alone else flow)
            before = page

    def templates(self) -> Iterator[Page]:
        """Yield the kinds of pages, the first one first."""
        edition = self._edition
        title, kind = edition.title, edition.kind
        if edition.options.cover:
            yield Page(_COVER, _COVER)
        if edition.options.contents:
            yield Page(_CONTENTS, _CONTENTS, (title, "Sommaire"))
        told: set[str] = set()
        for place, part in enumerate(edition.parts):
            name = self._page_of(place, part)
            if name in told:
                continue
            told.add(name)
            after = f"{name}-suite"
            head, following = self._heads(part)
            yield Page(name, after, head, landscape=_is_wide(part))
            yield Page(after, after, following, landscape=_is_wide(part))
        yield Page(_END, _END, (title, kind if edition.heading else "suite"))

    # -- parts

    def _part(self, place: int, part: Part, title: list[Flowable], *, follows: bool) -> Iterator[Flowable]:
        self._begun(place)
        edition, name = self._edition, anchor(place)
        match part:
            case TextPart():
                sections = self._told_in(place)
                names = [heading_anchor(place, number) for number in range(len(sections))]
                yield from free_words(sections, self._setter(), names)
            case ComparisonPart(_, comparison):
                yield from self._compared(place, comparison).flow(self._ways[place], text_height(landscape=True))
            case ActionsPart(_, table):
                yield from ActionsFlow(table, self._setter(), name, 2 if edition.heading else 1).flow()
            case SheetPart(_, document, one_page):
                announcing = self._announcing(place)
                words = list(free_words(announcing, self._setter(), [self._announced_at(place)] * len(announcing)))
                yield from words
                level = edition.sheet_level
                manner = Manner(level, max(0, level - 2), not edition.options.paged)
                yield CondPageBreak(_LEAST if follows else 0)
                if one_page:
                    yield from self._on_one_page(document, name, manner, [*title, *words])
                else:
                    yield from self._sheet(document, name, manner)

    def _compared(self, place: int, comparison: Comparison) -> ComparisonFlow:
        edition, titled = self._edition, not place and self._titled_on_top
        compared = replace(comparison, title=edition.title) if titled else comparison
        level = 2 if edition.heading and not titled else 1
        sources = edition.sources if self._compares_alone else ()
        return ComparisonFlow(compared, self._setter(together=self._compares_alone), anchor(place), level, sources)

    def _choose_ways(self) -> None:
        """See how much of each comparison a page has room for: the note has the sources that its pages cite."""
        cited: list[int] = []
        for place, part in enumerate(self._edition.parts):
            if isinstance(part, ComparisonPart):
                flow = self._compared(place, part.comparison)
                self._ways[place] = flow.way(text_height(landscape=True))
                cited += flow.cited(self._ways[place])
            elif isinstance(part, SheetPart):
                cited += cited_numbers(part.document)
        self._explained.clear()
        if self._ways and self._edition.sources:
            self._edition = with_cited(self._edition, cited)

    def _ended(self, part: Part, flow: Iterator[Flowable]) -> Iterator[Flowable]:
        """Yield the last part, and the end of the note under it."""

        def end(look: EndLook) -> Iterator[Flowable]:
            return self._closing(look).flow()

        own = self._stands_apart(part)
        apart = _END if own and self._has_end and not self._closes_alone else ""
        if not _is_wide(part):
            yield from ended(flow, end, apart, whole=own)
        else:
            yield from chain(flow, self._turn(apart), [Ending(end=end)]) if apart else chain(flow, end(ROOMY))

    def _sheet(self, document: Document, name: str, manner: Manner) -> Iterable[Flowable]:
        sheet = SheetFlow(document, name, self._setter(document, name), manner)
        if manner.flowing:
            return chain(sheet.flow(), sheet.sources(ROOMY))
        return [Ending(list(sheet.flow()), sheet.sources)]

    def _on_one_page(self, document: Document, name: str, manner: Manner, above: Sequence[Flowable]) -> list[Flowable]:
        """Return as much of a sheet as fits under what is ``above`` it, with the end of a note that is no more."""
        explained = set(self._explained)
        end = list(self._closing(ROOMY).flow(codes=False)) if self._fits_alone else []

        def sheet(way: Document) -> tuple[Document, list[Flowable]]:
            self._explained.clear()
            self._explained.update(explained)
            return way, list(SheetFlow(way, name, setter(way), manner).flow())

        def setter(way: Document) -> Setter:
            return self._setter(way, name, together=not self._edition.sources)

        def page(way: Document, flow: list[Flowable], *, addressed: bool = False) -> list[Flowable]:
            sources = [self._coded(way.sources, setter(way), addressed=addressed)] if way.sources else []
            return [*flow, *sources, *end]

        def high(flow: Sequence[Flowable]) -> float:
            return height_of([*above, *flow], styles.WIDTH)

        ways = one_page_ways(document)
        expected = list(map(expected_height, ways))
        made = fullest(ways, sheet, lambda made: high(page(*made)), text_height(), expected)
        return fullest((True, False), lambda told: page(*made, addressed=told), high, text_height())

    def _coded(self, sources: Sequence[NumberedSource], setter: Setter, *, addressed: bool) -> Flowable:
        codes = {source.url for source in self._edition.codes} if self._fits_alone else ()
        found = [(s.number, code) for s in sources if s.url in codes and (code := encoded(s.url))]
        return CodedSources(run_in(sources, setter, addressed=addressed), found)

    def _closing(self, look: EndLook) -> ClosingFlow:
        edition = replace(self._edition, sources=(), codes=(), sigles=()) if self._compares_alone else self._edition
        level = edition.sheet_level if self._closes_alone else int(edition.heading)
        return ClosingFlow(edition, self._setter(), level + 1, look)

    # -- free words

    def _told_in(self, place: int) -> Sequence[Section]:
        """Return what stands on the page of free words: their last heading goes with the sheet that it announces."""
        part = self._edition.parts[place]
        sections = part.sections if isinstance(part, TextPart) else ()
        return sections[: len(sections) - len(self._announcing(place + 1))]

    def _announcing(self, place: int) -> Sequence[Section]:
        """Return the heading that announces a sheet which stands on a page of its own."""
        parts = self._edition.parts
        before = parts[place - 1] if 0 < place < len(parts) else None
        if not self._edition.options.paged or not isinstance(before, TextPart) or before.sections[-1].blocks:
            return ()
        return before.sections[-1:] if isinstance(parts[place], SheetPart) else ()

    def _announced_at(self, place: int) -> str:
        """Return the name of the heading that announces a sheet, among those of its free words."""
        before = self._edition.parts[place - 1] if place else None
        count = len(before.sections) if isinstance(before, TextPart) else 0
        return heading_anchor(place - 1, count - 1)

    # -- shared

    @property
    def _titled_on_top(self) -> bool:
        """Whether the title of the note stands above its first part."""
        options = self._edition.options
        return self._edition.heading and not options.cover and not options.contents

    @property
    def _compares_alone(self) -> bool:
        """Whether the note is one comparison, which has all of it on one page."""
        return self._alone and isinstance(self._edition.parts[0], ComparisonPart)

    @property
    def _has_end(self) -> bool:
        """Whether the end of the note is more than a line: then it has a page of its own, unless all flows."""
        edition = self._edition
        flows = self._compares_alone or (len(edition.parts) == 1 and isinstance(edition.parts[0], ActionsPart))
        return not flows and bool(edition.sigles or edition.sources or edition.codes)

    @property
    def _closes_alone(self) -> bool:
        """Whether the note is one sheet, whose end stands under it."""
        return self._alone and isinstance(self._edition.parts[0], SheetPart)

    @property
    def _fits_alone(self) -> bool:
        """Whether the note is one sheet that has a page with its end."""
        part = self._edition.parts[0]
        return self._closes_alone and isinstance(part, SheetPart) and part.one_page

    def _setter(self, document: Document | None = None, name: str = "note", *, together: bool = False) -> Setter:
        own = document.sources if document and not self._edition.sources else ()
        sources = self._edition.sources or own
        prefix = "note" if self._edition.sources else name
        return Setter(self._anchors, prefix, _titles(sources), self._explained, together)

    def _page_of(self, place: int, part: Part) -> str:
        return f"page-{place + 1}" if self._stands_apart(part) else _TEXT

    def _stands_apart(self, part: Part) -> bool:
        """Tell whether a part has pages of its own."""
        return _is_wide(part) or (isinstance(part, SheetPart) and self._edition.options.paged)

    def _heads(self, part: Part) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the running heads of the first page of a part and of those that follow it."""
        title, kind = self._edition.title, self._edition.kind
        if isinstance(part, SheetPart) and self._edition.options.paged:
            document = part.document
            if not self._edition.heading:
                return ("Leviers", document.kind_label), (document.title, f"{document.kind_label}{SUITE}")
            return (title, document.kind_label), (title, f"{document.title}{SUITE}")
        if isinstance(part, ComparisonPart):
            return (title if self._edition.heading else "Leviers", "Comparatif"), (title, f"Comparatif{SUITE}")
        first = "Leviers" if self._titled_on_top and part is self._edition.parts[0] else title
        if isinstance(part, ActionsPart):
            return (first, "Plan d’actions"), (title, f"Plan d’actions{SUITE}")
        return (first, kind), (title, kind)

    @staticmethod
    def _turn(page: str) -> Iterator[Flowable]:
        yield NextPageTemplate(page)
        yield PageBreak()


def _is_wide(part: Part) -> bool:
    """Tell whether a part is a table that needs pages in landscape."""
    return isinstance(part, ComparisonPart | ActionsPart)


def _titles(sources: Sequence[NumberedSource]) -> dict[int, str]:
    return {source.number: source.title for source in sources}
