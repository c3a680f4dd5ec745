"""Text as runs of one face each: the face of its style, or the first fallback that has what that face lacks."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth

from levers_app.briefs.fonts import fallbacks, give_box, is_joined_form, is_mark, known, printable

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

Run = tuple[str, str]
"""The name of a face, and characters that it has."""

_ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f]")


def shaped(text: str) -> str:
    """Return ``text`` as it is drawn: printable, its Arabic letters joined, still in reading order."""
    if text.isascii() or not _ARABIC.search(text):
        return printable(text)
    # Before printable takes the joiners away, which say what is joined.
    joined = _reshaper().reshape(unicodedata.normalize("NFC", text))
    return printable("".join(map(_drawn, joined)))


def spelled(text: str) -> str:
    """Return ``text`` as it was written: Arabic letters without the forms that join them."""
    return "".join(unicodedata.normalize("NFKC", c) if is_joined_form(c) else c for c in text)


def runs(text: str, face: str) -> list[Run]:
    """Return ``text`` in ``face``, and in other faces where that one lacks a character."""
    if known().issuperset(text):
        return [(face, text)]
    faced = [(name or face, part) for cluster in _clusters(text) for name, part in _faced(cluster)]
    return [(name, "".join(part for _, part in run)) for name, run in groupby(faced, itemgetter(0))]


def width(text: str, face: str, size: float) -> float:
    """Return how wide ``text`` is on one line, in points."""
    return sum(stringWidth(part, name, size) for name, part in runs(text, face))


def _clusters(text: str) -> Iterator[str]:
    """Yield each character with the marks on it."""
    cluster = ""
    for character in text:
        if cluster and not is_mark(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


@lru_cache(maxsize=10_000)
def _faced(cluster: str) -> tuple[Run, ...]:
    """Return ``cluster`` with the name of its face (empty: the one of the style), cut up only when no face has all."""
    if known().issuperset(cluster):
        return (("", cluster),)
    for font in fallbacks():
        if all(ord(character) in font.face.charToGlyph for character in cluster):
            return ((font.fontName, cluster),)
    if len(cluster) > 1:
        return tuple(run for character in cluster for run in _faced(character))
    give_box(cluster)
    return (("", cluster),)


def _drawn(form: str) -> str:
    """Return the joined form of an Arabic letter, or the letter itself when the form cannot be drawn."""
    if is_joined_form(form) and not any(ord(form) in font.face.charToGlyph for font in fallbacks()):
        return unicodedata.normalize("NFKC", form)
    return form


@cache
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - few briefs have a word of Arabic

    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})  # our faces lack that ligature
