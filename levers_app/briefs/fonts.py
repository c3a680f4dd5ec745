"""The four faces of Source Sans 3, embedded and subset; a character they lack prints as a box and stays in the text."""

import re
import unicodedata
from functools import cache

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from levers_app.briefs.resources import FONTS

REGULAR, ITALIC = "SourceSans3", "SourceSans3-Italic"
STRONG, STRONG_ITALIC = "SourceSans3-SemiBold", "SourceSans3-SemiBoldItalic"
_FILES = {
    REGULAR: "SourceSans3_400Regular.ttf",
    ITALIC: "SourceSans3_400Regular_Italic.ttf",
    STRONG: "SourceSans3_600SemiBold.ttf",
    STRONG_ITALIC: "SourceSans3_600SemiBold_Italic.ttf",
}
_NO_BREAK_SPACES = dict.fromkeys(map(ord, "\u2007\u202f"), "\u00a0")  # reportlab breaks lines at these two
_WIDE_CODE = re.compile(r"(?<= <)[0-9A-F]{5,6}(?=>)")
_LOST = "\u25a1"
"""Stands for what is no character at all: controls, halves of surrogate pairs."""


class PrintFont(TTFont):
    """A face whose text can be copied from the page, characters beyond U+FFFF included."""

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Add the subsets; reportlab writes wide characters as a number that no reader understands."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and isinstance(stream, pdfdoc.PDFStream):
                stream.content = _WIDE_CODE.sub(_utf16, stream.content)


@cache
def faces() -> tuple[TTFont, ...]:
    """Register the four faces with reportlab, once, and return them."""
    fonts = tuple(PrintFont(name, str(FONTS / file)) for name, file in _FILES.items())
    for font in fonts:
        registerFont(font)
    registerFontFamily(REGULAR, normal=REGULAR, bold=STRONG, italic=ITALIC, boldItalic=STRONG_ITALIC)
    return fonts


def printable(text: str) -> str:
    """Return ``text`` as paper can show it: composed letters, no invisible control, nothing that PDF cannot hold.

    A character that the faces lack is given their box for a missing glyph, and keeps its own code in the file.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text).translate(_NO_BREAK_SPACES)
    return "".join(map(_shown, composed))


@cache
def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Zl", "Zp") or character in "\t\n\r\x0b\x0c\x85":
        return " "
    if category == "Cf":  # joiners, direction marks, soft hyphens: they act on screen only
        return ""
    shown = _LOST if category in ("Cc", "Cs") else character
    _give_box(ord(shown))
    return shown


def _give_box(code: int) -> None:
    """Map a character that the faces lack to glyph 0: reportlab would print it too, but lose the character."""
    for font in faces():
        font.face.charToGlyph.setdefault(code, 0)


def _utf16(code: re.Match[str]) -> str:
    return chr(int(code.group(), 16)).encode("utf-16-be").hex().upper()
