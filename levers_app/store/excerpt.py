"""Short plain summaries of long texts, for lists."""

import re

SUMMARY_LENGTH = 240

_MARKS = re.compile(r"\s*\[[a-z0-9][a-z0-9\-, ]*-\d+\]|\*\*|^#+ ", re.MULTILINE)
_BREAKS = re.compile(r"[ \t\r\n]+")  # no-break spaces are part of the text


def excerpt(text: str) -> str:
    """Return the beginning of ``text`` without source marks, Markdown or line ends, cut at a word."""
    plain = _BREAKS.sub(" ", _MARKS.sub("", text[: 4 * SUMMARY_LENGTH])).strip()
    if len(plain) <= SUMMARY_LENGTH:
        return plain
    cut = plain[: SUMMARY_LENGTH - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;:.\u00a0\u202f ") + "…"
