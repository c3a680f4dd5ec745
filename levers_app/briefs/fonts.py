"""The faces of paper, embedded and subset: four of Source Sans 3, and those that have what it lacks.

A character that no face has prints as a box, and stays in the text.
"""

import re
import unicodedata
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from levers_app.briefs.resources import FONTS
from levers_app.catalogue.typography import MARK, only_characters

REGULAR, ITALIC = "SourceSans3", "SourceSans3-Italic"
STRONG, STRONG_ITALIC = "SourceSans3-SemiBold", "SourceSans3-SemiBoldItalic"
_FILES = {
    REGULAR: "SourceSans3_400Regular.ttf",
    ITALIC: "SourceSans3_400Regular_Italic.ttf",
    STRONG: "SourceSans3_600SemiBold.ttf",
    STRONG_ITALIC: "SourceSans3_600SemiBold_Italic.ttf",
}
_FALLBACKS = {"NotoEmoji": "NotoEmoji_400Regular.ttf", "DejaVuSans": "DejaVuSans.ttf"}
"""Emoji first: DejaVu draws a few of them, in another manner."""
_NO_BREAK_SPACES = "\u2007\u202f"  # reportlab breaks lines at these two
_CODE = re.compile(r"(?<= <)[0-9A-F]{4,6}(?=>)")
_UNUSED = "0000"
"""What reportlab maps the codes to that show nothing; PDF/UA-1 (7.21.7) wants no zero."""
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Ask for one look or another of the character before them, as the joiners do."""
_BOX = "\u25a1"
"""Is drawn for a character that no face has."""
_boxed: set[str] = set()
"""Those that were met."""


class PrintFont(TTFont):
    """A face whose text can be copied from the page, characters beyond U+FFFF included."""

    def __init__(self, name: str, filename: str) -> None:
        """Read the face."""
        super().__init__(name, filename)
        self._met = WeakKeyDictionary[pdfdoc.PDFDocument, set[str]]()

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802, ARG002 - reportlab's
        """Return the width of ``text`` in points; the words of a text come again and again."""
        return 0.001 * size * _units(self, text)

    def splitString(  # noqa: N802 - reportlab's name
        self, text: str, doc: pdfdoc.PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Return the codes of ``text``, by subset; those of letters met before are looked up all at once."""
        state = self.state.get(doc)
        met = self._met.setdefault(doc, set())
        if state and len(state.subsets) == 1 and text and met.issuperset(text):
            return [(0, text.replace("\u00a0", " ").translate(state.assignments).encode("latin-1"))]  # type: ignore[attr-defined]
        met.update(text)
        found: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return found

    def met(self, doc: pdfdoc.PDFDocument) -> frozenset[str]:
        """Return the characters that ``doc`` draws in this face."""
        return frozenset(self._met.get(doc, ()))

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Add the subsets; reportlab writes wide characters as a number that no reader understands."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and isinstance(stream, pdfdoc.PDFStream):
                stream.content = _CODE.sub(_copied, stream.content)


@lru_cache(maxsize=20_000)
def _units(font: PrintFont, text: str) -> float:
    """Return the width of ``text`` in thousandths of its size."""
    widths: dict[int, float] = font.face.charWidths
    other = font.face.defaultWidth or 0.0
    return sum(widths.get(ord(character), other) for character in text)


@cache
def faces() -> tuple[PrintFont, ...]:
    """Register the four faces with reportlab, once, and return them."""
    fonts = tuple(PrintFont(name, str(FONTS / file)) for name, file in _FILES.items())
    for font in fonts:
        registerFont(font)
    registerFontFamily(REGULAR, normal=REGULAR, bold=STRONG, italic=ITALIC, boldItalic=STRONG_ITALIC)
    return fonts


@cache
def known() -> frozenset[str]:
    """Return the characters of the four faces, less the marks: theirs stand beside the letter, unless it is moved."""
    common = frozenset.intersection(*(frozenset(map(chr, font.face.charToGlyph)) for font in faces()))
    return frozenset(character for character in common if not is_mark(character))


@cache
def fallbacks() -> tuple[PrintFont, ...]:
    """Register the faces for what the four lack, the first time that a text needs them, and return them."""
    fonts = tuple(PrintFont(name, str(FONTS / file)) for name, file in _FALLBACKS.items())
    main = faces()[0].face
    for font in fonts:
        font.face.ascent, font.face.descent = main.ascent, main.descent  # their lines keep the baseline of the others
        registerFont(font)
    return fonts


def printable(text: str) -> str:
    """Return ``text`` as paper can show it: composed letters, only characters, none that acts on screen only."""
    for space in _NO_BREAK_SPACES:
        text = text.replace(space, "\u00a0")
    if _plain().issuperset(text):  # nearly every text: what follows takes ten times as long
        return text
    return "".join(map(_shown, unicodedata.normalize("NFC", only_characters(text))))


def visible(text: str, otherwise: str) -> str:
    """Return ``text``, or ``otherwise`` when nothing of it can be seen: a heading is never empty."""
    return text if printable(text).strip() else otherwise


@cache
def _plain() -> frozenset[str]:
    """Return the characters that are printed as they are, whatever stands around them."""
    return frozenset(c for c in known() if _shown(c) == c == unicodedata.normalize("NFC", only_characters(c)))


@cache
def _shown(character: str) -> str:
    if character in "\t\n\r":
        return " "
    # Joiners, direction marks, soft hyphens act on screen only.
    return "" if unicodedata.category(character) == "Cf" or character in _SELECTORS else character


def give_box(character: str) -> None:
    """Map a character that no face has to the box of the four, which keeps it in the text.

    Not to what stands for a glyph that is missing: PDF/UA-1 (7.21.8) wants none on the page.
    """
    known()  # what they have by themselves
    _boxed.add(character)
    for font in faces():
        box = ord(_BOX)
        font.face.charToGlyph.setdefault(ord(character), font.face.charToGlyph[box])
        font.face.charWidths.setdefault(ord(character), font.face.charWidths[box])


def boxed(doc: pdfdoc.PDFDocument) -> str:
    """Return the characters of a file that stand in it as boxes, in order of their codes."""
    met = frozenset[str]().union(*(font.met(doc) for font in faces()))
    return "".join(sorted(_boxed & met))


def is_mark(character: str) -> bool:
    """Tell whether a character stands on the one before it."""
    return unicodedata.category(character).startswith("M")


def _copied(code: re.Match[str]) -> str:
    """Return what is copied from the page for a code: UTF-16, and the plain letter for one of its Arabic shapes."""
    character = chr(int(code.group(), 16)) if code.group() != _UNUSED else MARK
    plain = unicodedata.normalize("NFKC", character) if is_joined_form(character) else ""
    # Readers turn a line round, hence also the two letters of a ligature, unless they take it apart themselves.
    return (plain if len(plain) == 1 else character).encode("utf-16-be").hex().upper()


def is_joined_form(character: str) -> bool:
    """Tell whether a character is one of the shapes that Arabic letters take in a word."""
    return "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufeff"
