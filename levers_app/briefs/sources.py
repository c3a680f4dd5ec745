"""Numbered sources on paper: a list, or one paragraph where room is short."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs import styles
from levers_app.briefs.addresses import address
from levers_app.briefs.prose import NBSP, Prose, Setter, paragraph, words
from levers_app.briefs.tags import LinkTag, list_of
from levers_app.catalogue.typography import shortened
from levers_app.sheets.document import NumberedSource
from levers_app.sheets.wording import short_address, source_details


def listed(sources: Sequence[NumberedSource], setter: Setter, style: ParagraphStyle) -> list[Prose]:
    """Return one line for each source, to which its marks lead."""
    found = []
    for source in sources:
        prose = paragraph(_named(source, style, addressed=True), style, str(source.number))
        prose.anchor, prose.whole = setter.source_anchor(source.number), True
        found.append(prose)
    list_of([[prose] for prose in found], numbered=True)
    return found


def run_in(
    sources: Sequence[NumberedSource],
    setter: Setter,
    style: ParagraphStyle = styles.REASONS,
    *,
    addressed: bool = False,
) -> Prose:
    """Return all sources as one paragraph, to which all their marks lead; they may be followed by their addresses."""
    pieces = [words("Sources. ", style, strong=True)]
    for source in sources:
        named = _named(source, style, addressed=addressed)
        pieces += [words(f"{source.number}{NBSP}", style, strong=True), *named, words(f"{NBSP}{NBSP} ", style)]
    prose = paragraph(pieces, style)
    prose.anchor = setter.source_anchor(sources[0].number)
    return prose


def _named(source: NumberedSource, style: ParagraphStyle, *, addressed: bool) -> list[ParaFrag]:
    named = [_linked(source, source.title, style)]
    if details := source_details(source):
        named.append(words(f", {details}", style))
    if addressed and source.url:
        named += [words(". ", style), _linked(source, short_address(source.url), style)]
    return named


def _linked(source: NumberedSource, text: str, style: ParagraphStyle) -> ParaFrag:
    href = address(source.url)
    told = f"{shortened(source.title)} ({short_address(source.url)})"
    return words(text, style, tag=LinkTag(href, told) if href else None)
