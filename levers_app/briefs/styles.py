"""Type, inks and measures of the page (mockups README, sections Type and Paper)."""

from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypedDict, Unpack

from pyphen import Pyphen
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from levers_app.briefs.fonts import REGULAR, STRONG, faces

INK, META, LINE = HexColor("#111111"), HexColor("#444444"), HexColor("#bdbdbd")
HAIRLINE, STRONG_RULE, BLOCK_RULE = 0.5, 1.5, 3.0

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 17 * mm
TOP, FOOT = 15 * mm, 16 * mm
HEAD_HEIGHT = 10 * mm
"""From the top margin to the text: the running head, its rule, and some air."""
WIDTH = PAGE_WIDTH - 2 * SIDE
LANDSCAPE_WIDTH = PAGE_HEIGHT - 2 * SIDE
GUTTER = 6 * mm
DASH = 11.5
"""Indent of a list item, in points."""

_LONGEST_WORD = 40
"""Longer words are no French: they are cut where the line ends, without looking for syllables."""


@lru_cache(maxsize=20_000)
def hyphenate(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to cut ``word``, the longest head first, as reportlab asks; sigles and compounds are not cut."""
    if len(word) > _LONGEST_WORD or word.isupper() or "-" in word:
        return ()
    return tuple(_french().iterate(word))


@cache
def _french() -> Pyphen:
    return Pyphen(lang="fr_FR", left=3, right=4)


class _Details(TypedDict, total=False):
    spaceBefore: float
    spaceAfter: float
    leftIndent: float
    alignment: Literal[0, 1, 2, 4]


def _style(
    size: float, leading: float, font: str = REGULAR, *, ink: Color = INK, cut: bool = True, **details: Unpack[_Details]
) -> ParagraphStyle:
    """Return a style; ``cut`` allows hyphens at the end of lines."""
    faces()  # reportlab looks the font up when a style is used
    style = ParagraphStyle(
        f"{font} {size}",
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=ink,
        bulletFontName=font,
        bulletFontSize=size,
        bulletColor=ink,
        allowWidows=0,
        allowOrphans=0,
        embeddedHyphenation=int(cut),
        hyphenationMinWordLength=5,
        **details,
    )
    if cut:
        style.hyphenationLang = hyphenate  # type: ignore[assignment] # or a function, as breakLines says
    return style


BODY = _style(9.5, 13.5, spaceAfter=4)
QUIET = _style(8.5, 12, ink=META, spaceAfter=4)
LEAD = _style(11, 15.75, spaceBefore=7, spaceAfter=4)
ITEM = _style(9.5, 13.5, leftIndent=DASH, spaceAfter=2.5)
STEP = _style(9.5, 13.5, leftIndent=16, spaceAfter=2.5)
PLAIN_ITEM = _style(9.5, 13.5, spaceAfter=1.5, cut=False)
NOTE = _style(8.5, 12, ink=META, leftIndent=DASH, spaceAfter=4)
LABEL = _style(9.5, 13.5, STRONG, cut=False)
CELL = _style(9, 12)
CELL_STRONG = _style(9, 12, STRONG, cut=False)
CELL_RIGHT = _style(9, 12, alignment=TA_RIGHT, cut=False)
CELL_QUIET = _style(8.5, 11, ink=META)
REASONS = _style(8, 10.5, ink=META, spaceBefore=4, spaceAfter=4)
SOURCE = _style(8, 10.5, leftIndent=14, spaceAfter=2, cut=False)
SMALLEST = _style(7, 8.75, ink=META, spaceBefore=3, spaceAfter=1)
CODE_NUMBER = _style(7, 9, ink=META, cut=False)
SMALL_INK = _style(8, 10.5, spaceAfter=3)
ORIGIN = _style(8, 10.5, ink=META, spaceBefore=8, cut=False)
KIND = _style(9, 12, STRONG, spaceAfter=2, cut=False)
KIND_QUIET = _style(9, 12, ink=META, spaceAfter=2, cut=False)
COMPARED = _style(11.5, 14.5, STRONG, spaceAfter=2, cut=False)
COMPARED_CELL = _style(8.5, 11)
COMPARED_ITEM = _style(8.5, 11, leftIndent=DASH, spaceAfter=1.5)
COMPARED_QUIET = _style(8, 10.5, ink=META)
COMPARED_4 = _style(10.5, 13, STRONG, spaceAfter=2, cut=False)
COMPARED_CELL_4 = _style(8, 10)
COMPARED_ITEM_4 = _style(8, 10, leftIndent=DASH, spaceAfter=1)
COMPARED_QUIET_4 = _style(7.5, 9.5, ink=META)
ACTION = _style(8.25, 10.5, spaceAfter=2)
ACTION_DETAIL = _style(8.25, 10.5, ink=META, spaceAfter=2)
ACTION_HEAD = _style(8.25, 10.5, STRONG, ink=META, cut=False)
COVER = _style(24, 29, STRONG, spaceAfter=2, cut=False)
TITLE = _style(18.75, 22.5, STRONG, spaceAfter=5, cut=False)
TITLE_BELOW = _style(14, 17.5, STRONG, spaceAfter=3, cut=False)
HEADLINE = _style(22, 26.5, STRONG, spaceAfter=3, cut=False)
SUBTITLE = _style(12, 16, ink=META, spaceAfter=5, cut=False)
COVER_LINE = _style(10.5, 15.5, spaceAfter=3, cut=False)
MENTION = _style(10.5, 15.5, STRONG, spaceBefore=14, cut=False)
MENTION_SMALL = _style(9.5, 12, STRONG, spaceBefore=3, spaceAfter=5, cut=False)
CONTENTS = _style(10.5, 14, spaceBefore=5, spaceAfter=5, cut=False)
CONTENTS_BELOW = _style(9.5, 13, leftIndent=14, spaceBefore=3, spaceAfter=3, cut=False)
CONTENTS_HEAD = _style(11, 15, STRONG, spaceBefore=14, spaceAfter=2, cut=False)
CONTENTS_FAMILY = _style(9.5, 13, STRONG, leftIndent=14, spaceBefore=8, spaceAfter=2, cut=False)
PART = _style(15, 19, STRONG, spaceBefore=16, spaceAfter=5, cut=False)
SECTION_BELOW = _style(10, 13.5, STRONG, spaceBefore=8, spaceAfter=2, cut=False)
SECTION = _style(11, 15, STRONG, spaceBefore=12, spaceAfter=3, cut=False)
FACTS = _style(9, 13, spaceBefore=6, spaceAfter=2, cut=False)
RUNNING_SIZE = 8


class EndLook(NamedTuple):
    """How the end of a note is set: headings, sigles, sources, how to cite it, and the side of its codes.

    A side of 62 points, or 22 mm, is read by a telephone from a sheet held in the hand.
    """

    heading: ParagraphStyle
    sigles: ParagraphStyle
    source: ParagraphStyle
    citation: ParagraphStyle
    code: float


ROOMY = EndLook(SECTION, SMALL_INK, SOURCE, ORIGIN, 62)
TIGHT = EndLook(
    _style(11, 13.5, STRONG, spaceBefore=8, spaceAfter=2, cut=False),
    _style(8, 9.5, spaceAfter=2),
    _style(8, 9.5, leftIndent=14, spaceAfter=1, cut=False),
    _style(8, 9.5, ink=META, spaceBefore=4, cut=False),
    48,
)
"""The same letters with less air, where a page more would hold a few lines."""
