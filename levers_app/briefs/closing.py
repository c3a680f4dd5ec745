"""The end of a note: what its sigles stand for, its sources, the codes of the main ones, and how to cite it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from levers_app.briefs.codes import CodeRow, code_row
from levers_app.briefs.figures import Figures
from levers_app.briefs.flow import Flow, keeping
from levers_app.briefs.fonts import printable
from levers_app.briefs.grid import Grid
from levers_app.briefs.prose import NBSP, Prose, Setter, paragraph, plain, words
from levers_app.briefs.sources import listed
from levers_app.briefs.styles import EndLook
from levers_app.briefs.tags import Tag, hold
from levers_app.catalogue.typography import NARROW
from levers_app.sheets.edition import Edition

if TYPE_CHECKING:
    from reportlab.platypus.paraparser import ParaFrag

Closing = Prose | Grid | Figures | CodeRow


class ClosingFlow:
    """Lays out the end of one note."""

    def __init__(self, edition: Edition, setter: Setter, level: int, look: EndLook) -> None:
        """``setter`` sets its lines in ``look``; its headings are of ``level``."""
        self._edition = edition
        self._setter = setter
        self._level = level
        self._look = look

    def flow(self, *, codes: bool = True) -> Iterator[Closing]:
        """Yield what there is of it; without ``codes`` where they stand elsewhere."""
        yield from self._sigles()
        yield from self._sources()
        yield from code_row(self._edition.codes, self._look.code) if codes else ()
        yield from self._citation()

    def _sigles(self) -> Iterator[Closing]:
        sigles = self._edition.sigles
        if not sigles:
            return
        style = self._look.sigles
        pieces: list[ParaFrag] = []
        for sigle, expansion in sigles:
            pieces += [words(f"{NARROW}; ", style)] if pieces else []
            pieces += [words(sigle, style, strong=True), words(f"{NBSP}: {expansion}", style)]
        yield from self._headed("Sigles", "sigles", [paragraph(pieces, style)])

    def _sources(self) -> Iterator[Closing]:
        if self._edition.sources:
            flow = listed(self._edition.sources, self._setter, self._look.source)
            yield from self._headed("Sources", "sources", [*flow])

    def _citation(self) -> Iterator[Closing]:
        style = self._look.citation
        yield paragraph([words(f"Pour citer{NBSP}: ", style, strong=True), words(self._edition.citation, style)], style)

    def _headed(self, title: str, anchor: str, flow: Flow) -> Flow:
        heading = plain(title, self._look.heading)
        heading.anchor, heading.outline, heading.heading, heading.title = anchor, 0, True, printable(title)
        heading.tag = Tag(f"H{self._level}")
        hold(Tag("Sect"), [heading, *flow])
        return keeping([heading, *flow])
