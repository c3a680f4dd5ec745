"""Type, inks and measures of the page (mockups README, sections Type and Paper)."""

from functools import cache, lru_cache

from pyphen import Pyphen
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from levers_app.briefs.fonts import REGULAR, STRONG, faces

INK, META, LINE = "#111111", "#444444", "#b9b9b9"
HAIRLINE, STRONG_RULE, BLOCK_RULE = 0.5, 1.5, 3.0

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE = 17 * mm
TOP, FOOT = 15 * mm, 16 * mm
HEAD_HEIGHT = 10 * mm
"""From the top margin to the text: the running head, its rule, and some air."""
WIDTH = PAGE_WIDTH - 2 * SIDE
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
    return Pyphen(lang="fr_FR", left=2, right=3)


def _style(size: float, leading: float, font: str = REGULAR, ink: str = INK, **more: object) -> ParagraphStyle:
    faces()  # reportlab looks the font up when a style is used
    look: dict[str, object] = {
        "fontName": font,
        "fontSize": size,
        "leading": leading,
        "textColor": ink,
        "bulletFontName": font,
        "bulletFontSize": size,
        "bulletColor": ink,
        "allowWidows": 0,
        "allowOrphans": 0,
        "embeddedHyphenation": 1,
        "hyphenationLang": hyphenate,
        "hyphenationMinWordLength": 5,
    }
    return ParagraphStyle(f"{font} {size}", **(look | more))


def _hung(size: float, leading: float, indent: float, **more: object) -> ParagraphStyle:
    return _style(size, leading, leftIndent=indent, bulletIndent=0, **more)


_WHOLE_WORDS = {"hyphenationLang": "", "embeddedHyphenation": 0}

BODY = _style(9.5, 13.5, spaceAfter=4)
QUIET = _style(8.5, 12, ink=META, spaceAfter=4)
LEAD = _style(11, 15.75, spaceBefore=7, spaceAfter=4)
ITEM = _hung(9.5, 13.5, DASH, spaceAfter=2.5)
STEP = _hung(9.5, 13.5, 16, spaceAfter=2.5)
PLAIN_ITEM = _style(9.5, 13.5, spaceAfter=1.5, **_WHOLE_WORDS)
NOTE = _style(8.5, 12, ink=META, leftIndent=DASH, spaceAfter=4)
CELL = _style(9, 12)
CELL_STRONG = _style(9, 12, STRONG, **_WHOLE_WORDS)
CELL_RIGHT = _style(9, 12, alignment=2, **_WHOLE_WORDS)
CELL_QUIET = _style(8.5, 11, ink=META)
REASONS = _style(8, 10.5, ink=META, spaceBefore=4, spaceAfter=4)
SOURCE = _hung(8, 10.5, 14, spaceAfter=2, **_WHOLE_WORDS)
SMALL_INK = _style(8, 10.5, spaceAfter=3)
ORIGIN = _style(8, 10.5, ink=META, spaceBefore=8, **_WHOLE_WORDS)
KIND = _style(9, 12, STRONG, spaceAfter=2, **_WHOLE_WORDS)
KIND_QUIET = _style(9, 12, ink=META, spaceAfter=2, **_WHOLE_WORDS)
COVER = _style(24, 29, STRONG, spaceAfter=2, **_WHOLE_WORDS)
TITLE = _style(18.75, 22.5, STRONG, spaceAfter=5, **_WHOLE_WORDS)
SECTION = _style(11, 15, STRONG, spaceBefore=12, spaceAfter=3, **_WHOLE_WORDS)
FACTS = _style(9, 13, spaceBefore=6, spaceAfter=2, **_WHOLE_WORDS)
RUNNING_SIZE = 8
