"""Looks for passages in the texts of a sheet, on a worker: no Qt here, and what it imports comes behind the window."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from levers_app.desktop.passages import Found, Passage
from levers_app.search.analysis import is_stop_word, tokens
from levers_app.search.snippets import Mark, Marker
from levers_app.services import Services

_GAP = re.compile(r"[^\n.;:!?]{0,20}")
"""What may stand between two words of a passage: no end of a sentence, and only words that say nothing."""
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters that Qt counts twice."""


def look(services: Services, words: str, texts: Sequence[str], full: Sequence[str]) -> Found:
    """Return what ``words`` find in ``texts``, and how many passages in those of the ``full`` sheet.

    Raises:
        LeviersError: the base cannot be read.
    """
    search = PassageSearch(services.engine.marker(words))
    return Found(tuple(map(search.passages, texts)), sum(len(search.passages(text)) for text in full))


class PassageSearch:
    """Finds passages as the search finds records: folded and stemmed words, whole phrases, other words for the same."""

    def __init__(self, marker: Marker) -> None:
        """``marker`` finds what is looked for."""
        self._marker = marker

    def passages(self, text: str) -> tuple[Passage, ...]:
        """Return the passages of ``text`` in order."""
        marks = self._marker.marks(text)
        beyond = [match.start() for match in _BEYOND.finditer(text)]
        return tuple(
            Passage(tuple((_place(mark.start, beyond), _place(mark.end, beyond)) for mark in group))
            for group in _grouped(text, marks)
        )


def _grouped(text: str, marks: Iterable[Mark]) -> list[list[Mark]]:
    """Put different words that follow each other together."""
    groups: list[list[Mark]] = []
    for mark in marks:
        last = groups[-1] if groups else []
        if last and all(mark.key != other.key for other in last) and _follows(text, last[-1], mark):
            last.append(mark)
        else:
            groups.append([mark])
    return groups


def _follows(text: str, before: Mark, after: Mark) -> bool:
    gap = text[before.end : after.start]
    return _GAP.fullmatch(gap) is not None and all(is_stop_word(token.word) for token in tokens(gap))


def _place(index: int, beyond: Sequence[int]) -> int:
    """Return the place of a character as Qt counts, in halves of those ``beyond`` the usual ones."""
    return index + bisect_left(beyond, index)
