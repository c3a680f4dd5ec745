"""What PDF/UA-1 asks of the fonts inside a file."""

from collections.abc import Iterator
from typing import Any

from tests.briefs.page_content import Content
from tests.briefs.truetype import read_font


def font_faults(content: Content) -> Iterator[str]:
    """Yield what is wrong with the fonts that the content shows (checkpoints 10 and 31)."""
    for objgen, codes in content.codes.items():
        font = content.fonts[objgen]
        if "/FontFile2" not in font.get("/FontDescriptor", {}):
            yield f"31-009: {font.BaseFont} is not embedded"
        elif "/ToUnicode" not in font:
            yield f"31-027: {font.BaseFont} does not tell its characters"
        else:
            characters = content.characters[objgen]
            yield from (f"10-001: code {code} of {font.BaseFont} is no character" for code in codes - characters.keys())
            if any("\0" in text for text in characters.values()):
                yield f"31-028: {font.BaseFont} has a character zero"
            if any("\ufeff" in text or "\ufffe" in text for text in characters.values()):
                yield f"31-029: {font.BaseFont} has a character that is none"
            yield from _glyphs(font, codes)


def _glyphs(font: Any, codes: set[int]) -> Iterator[str]:
    program = read_font(font.FontDescriptor.FontFile2.read_bytes())
    if "/Encoding" in font or len(program.encodings) != 1:
        yield f"31-025: {font.BaseFont} is symbolic, and encoded in several ways"
    for code in codes:
        glyph = program.glyphs.get(code, 0)
        if glyph == 0:
            yield f"31-030: {font.BaseFont} shows its missing glyph for code {code}"
        elif glyph >= program.count:
            yield f"31-011: {font.BaseFont} lacks the glyph of code {code}"
        elif abs(program.width(glyph) - float(font.Widths[code - int(font.FirstChar)])) > 1:
            yield f"31-016: {font.BaseFont} tells another width for code {code}"
