"""Finds positions on a map, for the privacy guard: « 47.2184, -1.5536 », « 47°13'06"N 1°33'13"W », a link to a map.

Texts come folded (``catalogue.privacy``), with the addresses of their pages. Four decimals tell a building.
"""

from collections.abc import Iterator

from levers_app.catalogue.privacy_reading import Span, compiled

_DEGREES = (
    r"\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d{1,6})?\s?['′]\s?(?:\d{1,2}(?:[.,]\d{1,4})?\s?(?:\"|''|″|”)\s?)?"
    r"(?:[NSEWO](?!\w)|Nord|Sud|Est|Ouest)"
)
_IN_DEGREES = rf"(?<![\w.,]){_DEGREES}(?:\s?[,;/]?\s?{_DEGREES})?"
_IN_DECIMALS = r"(?<![\w.,])[+-]?\d{1,2}\.\d{4,16}(?:\s?[,;/]\s?|\s{1,2})[+-]?\d{1,3}\.\d{4,16}(?![\w.]\d|\d)"
_DECIMALS = r"\.\d{4}"
"""A sign first: it is found fast, and few texts go further."""
_ON_MAP = (
    r"(?:[?&](?:q|ll|sll|query|daddr|destination|center|cp)=(?:loc:)?|/@|/place/|#map=\d{1,2}/)"
    r"(?P<place>-?\d{1,2}\.\d{2,16}(?:[,/~+]|%2C)\+?-?\d{1,3}\.\d{2,16})(?!\d)"
)


def find_positions(text: str) -> Iterator[Span]:
    """Yield coordinates precise enough for a building, and those of the links to a map."""
    if compiled(_DECIMALS).search(text):
        yield from (match.span() for match in compiled(_IN_DECIMALS).finditer(text))
    if "°" in text:
        yield from (match.span() for match in compiled(_IN_DEGREES).finditer(text))
    if "://" in text or "www." in text:
        yield from (match.span("place") for match in compiled(_ON_MAP).finditer(text))
