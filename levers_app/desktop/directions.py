"""Right-to-left words in a window that reads from left to right, and places in a text as Qt counts them; no Qt here."""

import re
from collections.abc import Iterable

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_CONTROLS = re.compile("[\u2066-\u2069]")
"""Marks that isolate; one too many in a text would end ours."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def without_controls(text: str) -> str:
    """Return ``text`` without its own marks of isolation; nothing that can be seen goes."""
    return _CONTROLS.sub("", text)


def reads_leftwards(text: str) -> bool:
    """Tell whether any letter of ``text`` is written from right to left, or any mark in it turns the direction."""
    return _RIGHT_TO_LEFT.search(text) is not None


def isolated(text: str) -> str:
    """Return ``text`` so that its direction stays its own affair: what stands before and after it keeps its place."""
    plain = without_controls(text)
    if not reads_leftwards(plain):
        return plain
    words = plain.strip()
    before, _, after = plain.partition(words)  # the room around the words belongs to what stands there
    return f"{before}{_FIRST_STRONG}{words}{_POP}{after}"


def around(pieces: Iterable[str]) -> tuple[str, str]:
    """Return what goes before and after ``pieces`` that are written one by one, to isolate them together."""
    return (_FIRST_STRONG, _POP) if any(map(reads_leftwards, pieces)) else ("", "")


def units(text: str) -> int:
    """Length of ``text`` as Qt counts: an emoji is two."""
    return len(_encoded(text)) // 2


def cut(text: str, at: int) -> tuple[str, str]:
    """Cut ``text`` at a place that Qt counted."""
    data = _encoded(text)
    return _decoded(data[: 2 * at]), _decoded(data[2 * at :])


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _decoded(data: bytes) -> str:
    return data.decode("utf-16-le", "surrogatepass")
