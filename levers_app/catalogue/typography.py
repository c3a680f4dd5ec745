"""French typography, made right in one place when content enters the base.

Rules: mockups README, section « French » (after the *Lexique des règles typographiques en usage à l'Imprimerie
nationale*): ’ and « » always; U+00A0 before « : », inside guillemets, before % and € and after n°; U+202F before
; ? ! and between thousands; − before a negative figure; – between years.
"""

import re

NBSP = "\u00a0"
NARROW = "\u202f"
_SPACES = f"[ {NBSP}{NARROW}]"

# Source marks such as [gltd-2] and addresses are data, not prose: they go through untouched.
_VERBATIM = re.compile(r"(\[[a-z0-9][a-z0-9\-, ]*-\d+\]|https?://\S+|\S+@\S+)")

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"'"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r'"([^"\n]*)"'), r"«\1»"),
    (re.compile(rf"«{_SPACES}*"), f"«{NBSP}"),
    (re.compile(rf"{_SPACES}*»"), f"{NBSP}»"),
    # A piece that begins with a space goes on after a source mark or an address: « [gltd-2] ; puis ».
    (re.compile(rf"(?:(?<=[^\s;?!]){_SPACES}*|^{_SPACES}+)([;?!]+)(?=[\s)\]»’*]|$)"), rf"{NARROW}\1"),
    (re.compile(rf"(?:(?<=\S){_SPACES}*|^{_SPACES}+):(?=\s|$)"), f"{NBSP}:"),
    (re.compile(rf"(?<=\d){_SPACES}*([%€])"), rf"{NBSP}\1"),
    (re.compile(rf"\b([nN]°){_SPACES}*(?=\d)"), rf"\1{NBSP}"),
    (re.compile(rf"(?:(?<=^)|(?<=[\s(]))-{_SPACES}?(?=\d[\d,{NARROW}]*{_SPACES}?[%€])", re.MULTILINE), "−"),
    (re.compile(r"\b((?:18|19|20)\d\d)-((?:18|19|20)\d\d)\b"), r"\1–\2"),
)
_THOUSANDS = re.compile(rf"(?<![\d,])\d{{1,3}}(?:{_SPACES}\d{{3}})+(?!\d)")


def french(text: str) -> str:
    """Return ``text`` with French typography; source marks, addresses and everything else stay as they are.

    Doing it twice changes nothing more.
    """
    pieces = _VERBATIM.split(text)
    return "".join(piece if place % 2 else _prose(piece) for place, piece in enumerate(pieces))


def _prose(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _THOUSANDS.sub(lambda number: re.sub(_SPACES, NARROW, number.group()), text)
