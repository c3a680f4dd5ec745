"""The cover of a note: logo, title, who made it for whom; or the same above the first page."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from levers_app.briefs import styles
from levers_app.briefs.fonts import visible
from levers_app.briefs.logo import Logo
from levers_app.briefs.prose import NBSP, Prose, paragraph, plain, words
from levers_app.briefs.tagging import Rule
from levers_app.briefs.tags import Tag
from levers_app.briefs.titles import balanced
from levers_app.sheets.edition import Edition

ANCHOR = "note"
_ABOVE = 150.0


def cover(edition: Edition) -> Iterator[Flowable]:
    """Yield a whole page: the title stands at a third of its height, whatever is above and under it."""
    logo = Logo.of(edition.logo)
    if logo:
        yield logo
    yield Spacer(1, _ABOVE - (logo.height if logo else 0.0))
    yield from _title(edition, styles.COVER)
    yield Rule("100%", styles.STRONG_RULE, lineCap="butt", color=styles.INK, spaceBefore=10, spaceAfter=14)
    for label, text in edition.about:
        yield paragraph(
            [words(f"{label}{NBSP}: ", styles.COVER_LINE), words(text, styles.COVER_LINE, strong=True)],
            styles.COVER_LINE,
        )
    if edition.mention:
        yield plain(edition.mention, styles.MENTION)


def title_block(edition: Edition) -> Iterator[Flowable]:
    """Yield what stands above the first part of a note without a cover."""
    yield from _title(edition, styles.HEADLINE)
    told = " · ".join(filter(None, (*(text for _, text in edition.about), edition.mention)))
    yield plain(told, styles.QUIET)
    yield Rule("100%", styles.STRONG_RULE, lineCap="butt", color=styles.INK, spaceBefore=2, spaceAfter=8)


def _title(edition: Edition, style: ParagraphStyle) -> Iterator[Prose]:
    title = balanced(plain(visible(edition.title, edition.kind), style))
    title.anchor, title.tag = ANCHOR, Tag("H1")
    yield title
    if edition.subtitle:
        yield plain(edition.subtitle, styles.SUBTITLE)
