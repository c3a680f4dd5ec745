"""Many short texts as one long one, in which words are found at the speed of a text search.

There may be a hundred thousand of them, and they are asked at each pause in typing.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from levers_app.search.analysis import is_stop_word

JUST_THAT, BEGINS, IN_A_ROW, SCATTERED = range(4)
"""How a line answers: it is what is typed, begins so, holds the words in a row, or in any order."""
_LEAST_INSIDE = 3
"""Letters of the longest word that is looked for inside lines."""
_MOST_TRIES = 2_000
"""Lines looked at for words that do not follow each other."""
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Wanted:
    """Folded words that are typed; the last one is only begun unless it is ``finished``."""

    words: tuple[str, ...]
    finished: bool = False

    @cached_property
    def row(self) -> str:
        """The words one after the other, to be looked for in folded words between blanks."""
        return f" {' '.join(self.words)}{' ' if self.finished else ''}"

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words that say something."""
        return tuple(word for word in self.words if not is_stop_word(word))


class FoldedLines:
    """Finds lines, each the folded words of something between single blanks."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Keep ``lines``, which their number names."""
        padded = [f" {line} \n" for line in lines]
        self._text = "\n" + "".join(padded)
        self._starts = [*accumulate(map(len, padded), initial=1)]

    def matching(self, wanted: Wanted) -> Iterator[tuple[int, int]]:
        """Yield the lines that answer and how well: those that begin so first; a line may come again, less good."""
        row = wanted.row
        whole = len(row.rstrip()) + len(" \n")
        yield from ((line, JUST_THAT if self._length(line) == whole else BEGINS) for line in self._with(f"\n{row}"))
        if max(map(len, wanted.words)) >= _LEAST_INSIDE:
            yield from ((line, IN_A_ROW) for line in self._with(row))
            yield from ((line, SCATTERED) for line in self._scattered(wanted.telling))

    def _length(self, line: int) -> int:
        return self._starts[line + 1] - self._starts[line]

    def _scattered(self, words: tuple[str, ...]) -> Iterator[int]:
        if len(words) > 1:
            longest = max(words, key=len)
            for line in islice(self._with(f" {longest}"), _MOST_TRIES):
                text = self._text[self._starts[line] : self._starts[line + 1]]
                if all(f" {word}" in text for word in words):
                    yield line

    def _with(self, text: str) -> Iterator[int]:
        """Yield the lines that hold ``text``, each once."""
        at = self._text.find(text)
        while at >= 0:
            line = bisect_right(self._starts, at + 1) - 1
            yield line
            at = self._text.find(text, self._starts[line + 1] - 1)


def flat(text: str) -> str:
    """Return the words of ``text``, folded, between single blanks; quicker than ``tokens``, and blind to sigles."""
    usual = text.casefold().translate(_USUAL)
    return " ".join((usual if usual.isascii() else _flat(text)).split())


def _flat(text: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()))
    return _NOT_WORD.sub(" ", bare.replace("œ", "oe").replace("æ", "ae"))


_USUAL = {code: _flat(chr(code)) for code in (*range(0x250), *range(0x2010, 0x2040), 0x202F)}
"""What the letters and signs of most texts become: one pass over them is enough."""
