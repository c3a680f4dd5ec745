"""French typography, made right in one place when content enters the base.

Rules: mockups README, section « French » (after the *Lexique des règles typographiques en usage à l'Imprimerie
nationale*): ’ and « » always; U+00A0 before « : », inside guillemets, before % and € and after n°; U+202F before
; ? ! and between thousands; − before a negative figure; – between years.
"""

import re
from collections.abc import Sequence
from functools import cache

NBSP = "\u00a0"
NARROW = "\u202f"
MARK = "\ufffd"
"""Stands for what is no character to be read: one sees that something was there."""
_LINE_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Breaks other than those of a keyboard: word processors paste the first of them."""
_NO_CHARACTER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Controls, halves of characters and codes that are no characters, which neither XML nor fonts may hold (Unicode 23.7);

and what turns round the text around it, and can make it read as another one (Unicode UTS 55).
"""
_SPACES = f"[ {NBSP}{NARROW}]"
_YEAR = r"(?:18|19|20)\d\d"
_FIGURE = rf"\d[\d,{NARROW}]*{_SPACES}?[%€]"
_BEFORE = rf"(?<=[^\s:;?!]){_SPACES}*"
_AFTER = r"(?=[\s)\]»’*]|$)"

# No pattern may start at every place of a long run of the same characters: a pasted text can hold 100,000 of them.
# Source marks such as [gltd-2] and addresses are data, not prose: they go through untouched.
_VERBATIM = r"(\[[a-z0-9][a-z0-9\-, ]*-\d+\]|https?://\S+|(?<!\S)[^\s@]+@\S+)"

_RULES: tuple[tuple[str, str, str], ...] = (
    ("'", r"'", "’"),
    (".", r"\.\.\.", "…"),
    ('"', r'"([^"\n]*)"', r"«\1»"),
    ('«"', rf"«{_SPACES}*", f"«{NBSP}"),
    ('»"', rf"(?<!{_SPACES}){_SPACES}*»", f"{NBSP}»"),
    (":", rf"{_BEFORE}(:[:;?!]*){_AFTER}", rf"{NBSP}\1"),
    (";?!", rf"{_BEFORE}([;?!][:;?!]*){_AFTER}", rf"{NARROW}\1"),
    ("%€", rf"(?<=\d){_SPACES}*([%€])", rf"{NBSP}\1"),
    ("°", rf"\b([nN]°){_SPACES}*(?=\d)", rf"\1{NBSP}"),
    ("-", rf"(?:^|(?<=[\s(]))-{_SPACES}?(?={_FIGURE})", "−"),
    ("-", rf"\b({_YEAR})-(?={_YEAR}\b)", r"\1–"),
)
"""Each rule after the characters without which it has nothing to do: most texts need few rules."""

_THOUSANDS = rf"(?<![\d,])\d{{1,3}}(?:{_SPACES}\d{{3}})+(?!\d)"


def french(text: str) -> str:
    """Return ``text`` with French typography; source marks, addresses and everything else stay as they are.

    Doing it twice changes nothing more.
    """
    pieces = re.split(_VERBATIM, text)
    return "".join(piece if place % 2 else _prose(piece) for place, piece in enumerate(pieces))


def whole_characters(text: str) -> str:
    """Return ``text`` with question marks for halves of characters, as of a broken paste: no file holds them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def only_characters(text: str) -> str:
    """Return ``text`` as all that is written shows it: a mark in place of what is no character, a space for odd breaks.

    Joiners stay, which emoji and Arabic need.
    """
    return _NO_CHARACTER.sub(MARK, _LINE_BREAKS.sub(" ", text))


def shortened(text: str, most: int = 80) -> str:
    """Return ``text`` as a sentence can show it: on one line, of ``most`` characters at most; people give anything."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{whole_words(text, most - 1)}…"


def whole_words(text: str, most: int) -> str:
    """Return the words of ``text`` that ``most`` characters have room for; a word as long as half of that is cut."""
    head = text[:most]
    end = head.rfind(" ") if text[most:] and not text[most].isspace() else -1
    return (head[:end] if end > most / 2 else head).rstrip(f" {NBSP}{NARROW},;:–-·")


def quoted(words: Sequence[str], most: int = 10) -> str:
    """Return ``words`` in guillemets, each shortened, and « … » for those after the first ``most``."""
    shown = [f"«{NBSP}{shortened(word)}{NBSP}»" for word in words[:most]]
    return ", ".join([*shown, "…"] if len(words) > most else shown)


def _prose(text: str) -> str:
    text = re.sub(_THOUSANDS, _with_narrow_spaces, text)
    characters = set(text)
    for triggers, pattern, replacement in _rules():
        if not triggers.isdisjoint(characters):
            text = pattern.sub(replacement, text)
    return text


@cache
def _rules() -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    """Compiled when first needed: the window shows before any text needs them."""
    return tuple((frozenset(t), re.compile(pattern, re.MULTILINE), new) for t, pattern, new in _RULES)


def _with_narrow_spaces(number: re.Match[str]) -> str:
    return re.sub(_SPACES, NARROW, number[0])
