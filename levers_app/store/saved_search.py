"""A search kept under a name, and what a person may write as a name."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from levers_app.catalogue.typography import whole_characters

NAME_LENGTH = 80
"""Characters of a name at most."""

_BLANKS = re.compile(r"(?:[^\S\u00a0\u202f]|[\x00-\x1f\x7f-\x9f])+")  # no-break spaces are part of the text
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # they would turn what stands beside the name


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A list to find again. A later version may have written a page, a filter or an order that this one lacks.

    Attributes:
        name: what the person calls it; two names that differ by case only are the same.
        page: page of the window that it searches.
        query: words.
        filters: chosen slugs of each facet; none where they cannot be read.
        sort: order of the list.
        position: where it stands among the others; 0 for one that is new.
    """

    name: str
    page: str
    query: str
    filters: Mapping[str, tuple[str, ...]]
    sort: str
    position: int = 0


def clean_name(text: str) -> str:
    """Return ``text`` as a name: one line, nothing that acts beyond it, at most :data:`NAME_LENGTH`; maybe empty."""
    return one_line(_DIRECTIONS.sub("", text))[:NAME_LENGTH].strip()


def one_line(text: str) -> str:
    """Return ``text`` on one line, as a base can hold it: halves of characters become question marks."""
    return _BLANKS.sub(" ", whole_characters(unicodedata.normalize("NFC", text))).strip()


def same_text(text: str) -> str:
    """Return what two names or searches have in common that differ by case, width or blanks only."""
    return " ".join(unicodedata.normalize("NFKC", one_line(text)).casefold().split())
