"""Typing errors: the nearest existing word, when a word exists nowhere."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from string import ascii_lowercase
from typing import Protocol

from levers_app.search.analysis import MOST_LETTERS

MIN_LETTERS = 4
"""Shorter words are not corrected: too many others are one letter away."""

_SOUNDS = {"eau": "o", "au": "o", "ph": "f", "qu": "k", "ain": "in", "ein": "in", "ai": "e", "ei": "e", "y": "i"}
_SOUNDS |= {"em": "an", "en": "an", "am": "an", "h": ""}
"""Letters that are written for others which sound alike, in French, in the order in which they are replaced."""
_DOUBLE = re.compile(r"(.)\1+")
_LEAST_PART = 4
"""Letters of a word that is looked for inside another."""
_ALIKE, _SAME_LETTERS, _OTHER_LENGTH = 0.7, 2, 3
"""How alike words are that only resemble each other: they begin with the same letters and are nearly of a length."""


class Words(Protocol):
    """The words that exist, folded."""

    def __contains__(self, word: str) -> bool:
        """Tell whether ``word`` exists."""

    def starting_with(self, beginning: str) -> list[str]:
        """Return the words that begin so."""


def nearest(
    word: str, words: Words, frequency: Callable[[str], int], *, unfinished: bool, exists: bool = False
) -> str | None:
    """Return the most frequent word one letter away from ``word`` (missing, added, changed or two swapped).

    A finished word that has none may be written as it sounds: « sovage » is « sauvage ».

    ``None`` when ``word`` exists (unless that is known: ``exists``), or begins an existing word while it is
    ``unfinished``, or when nothing is near.
    """
    known = not exists and (word in words or (unfinished and bool(words.starting_with(word))))
    if known or len(word) < MIN_LETTERS or not word.isalpha():
        return None
    near = sorted({other for other in _edits(word) if other in words and other != word})
    if not near and unfinished:
        near = sorted({full for other in _edits(word) for full in words.starting_with(other)[:1]})
    if not near and not unfinished:
        near = sorted(
            other for other in words.starting_with(word[:1]) if other.isalpha() and sound(other) == sound(word)
        )
    return max(near, key=frequency, default=None)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return about how a folded word sounds: the same for « sovage » and « sauvage »."""
    for letters, sounded in _SOUNDS.items():
        word = word.replace(letters, sounded)
    return _DOUBLE.sub(r"\1", word).rstrip("estx")


def near_words(word: str, words: Words, frequency: Callable[[str], int], most: int) -> list[str]:
    """Return existing words that ``word`` may stand for: one letter away, frequent first; alike ones; else parts."""
    if not MIN_LETTERS <= len(word) <= MOST_LETTERS or not word.isalpha():
        return []
    away = sorted({other for other in _edits(word) if other in words and len(other) >= MIN_LETTERS})
    alike = _alike(word, words)
    close = get_close_matches(word, alike, most, _ALIKE)
    found = (*sorted(away, key=frequency, reverse=True), *close) or tuple(_within(word, words))
    return [other for other in dict.fromkeys(found) if other != word][:most]


def _within(word: str, words: Words) -> Iterator[str]:
    """Yield the longest words with which ``word`` ends and begins: « multipartenarial » has « partenariale »."""
    ends = (word[place:] for place in range(1, len(word) - _LEAST_PART + 1))
    begins = (word[:place] for place in range(len(word) - 1, _LEAST_PART - 1, -1))
    for parts in (ends, begins):
        yield from islice((whole for part in parts for whole in (part, f"{part}s", f"{part}e") if whole in words), 1)


def _alike(word: str, words: Words) -> list[str]:
    """Return the words that begin like ``word`` and are about as long."""
    begun = words.starting_with(word[:_SAME_LETTERS])
    return [other for other in begun if abs(len(other) - len(word)) <= _OTHER_LENGTH and other.isalpha()]


def _edits(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
