"""The cover of a note: logo, title, who made it for whom; or the same above the first page."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from levers_app.briefs import styles
from levers_app.briefs.fitting import height_of
from levers_app.briefs.fonts import visible
from levers_app.briefs.logo import logo
from levers_app.briefs.mention import Mention
from levers_app.briefs.prose import NBSP, Prose, paragraph, plain, words
from levers_app.briefs.tagging import Rule
from levers_app.briefs.tags import Tag
from levers_app.briefs.titles import balanced
from levers_app.sheets.edition import Edition

ANCHOR = "note"
_ABOVE = 150.0


def cover(edition: Edition) -> Iterator[Flowable]:
    """Yield a whole page: the title stands at a third of its height, whatever is above and under it."""
    signature = logo(edition.logo)
    yield from signature
    yield Spacer(1, max(0.0, _ABOVE - height_of(signature, styles.WIDTH)))
    yield from _title(edition, styles.COVER)
    yield Rule("100%", styles.STRONG_RULE, lineCap="butt", color=styles.INK, spaceBefore=10, spaceAfter=14)
    for label, text in edition.about:
        yield paragraph(
            [words(f"{label}{NBSP}: ", styles.COVER_LINE), words(text, styles.COVER_LINE, strong=True)],
            styles.COVER_LINE,
        )
    if edition.mention:
        yield Mention(edition.mention, styles.MENTION)


def title_block(edition: Edition) -> Iterator[Flowable]:
    """Yield what stands above the first part of a note without a cover."""
    yield from _title(edition, styles.HEADLINE)
    yield plain(" · ".join(filter(None, (text for _, text in edition.about))), styles.QUIET)
    if edition.mention:
        yield Mention(edition.mention, styles.MENTION_SMALL)
    yield Rule("100%", styles.STRONG_RULE, lineCap="butt", color=styles.INK, spaceBefore=2, spaceAfter=8)


def _title(edition: Edition, style: ParagraphStyle) -> Iterator[Prose]:
    title = balanced(plain(visible(edition.title, edition.kind), style))
    title.anchor, title.tag = ANCHOR, Tag("H1")
    yield title
    if edition.subtitle:
        yield plain(edition.subtitle, styles.SUBTITLE)
