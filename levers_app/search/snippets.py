"""Marks what a search found in a text, and cuts the passage that shows it best."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase
from typing import NamedTuple
from unicodedata import is_normalized

from levers_app.search.analysis import analysed, fold, is_stop_word, piece_around, pieces, stem, tokens

SNIPPET_LENGTH = 160
_BEFORE = 45
"""Characters kept before the first mark, when there are as many."""
_SEEN = 80
"""Characters that the narrowest list shows in two lines, at least: the first mark is among them."""
_WINDOW = SNIPPET_LENGTH - 30
_MARKS_IN_WINDOW = 12
_OTHER_WORD = 0.4
"""What a mark on other words for the same thing is worth, in the choice of a passage."""
_REPEATED = 0.1
_GAP = re.compile(r"[^\n.;:!?]{0,20}")
"""What may stand between two words that follow each other (« gestion urbaine de la proximité »): no end of sentence."""

_TOO_SHORT = 2
_SHORT_STEM = 3
"""A stem of so few letters is that of several words: « loge » is no « logement »."""
_HEAD = 3
"""Letters by which a word is told from most others before it is looked at closely."""
_WRITTEN = {
    letter: letter + "".join(chr(c) for c in range(0xC0, 0x250) if fold(chr(c)) == letter) for letter in ascii_lowercase
}
"""How each letter may be written."""

Stems = tuple[str, ...]


class Span(NamedTuple):
    """A run of characters, ``marked`` when the search found it."""

    text: str
    marked: bool = False


class Mark(NamedTuple):
    """``text[start:end]`` was found; ``key`` names what was looked for, ``worth`` says how much it shows."""

    start: int
    end: int
    key: str
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search looks for in texts.

    Attributes:
        own: stems of the person's own words.
        phrases: runs of stems that must stand whole.
        beginnings: folded beginnings of unfinished words.
        others: other words for the same thing, each a run of stems.
    """

    own: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    others: frozenset[Stems] = frozenset()
    phrases: frozenset[Stems] = frozenset()

    @property
    def shows(self) -> bool:
        """Whether a passage of a text would show anything: one or two letters do not."""
        words = (*self.own, *self.beginnings, *(word for phrase in self.phrases for word in phrase))
        return max(map(len, words), default=0) > _TOO_SHORT


NOTHING_SOUGHT = Sought()


class Marker:
    """Finds in any text what one search looks for; keeps what it learned of each word."""

    def __init__(self, sought: Sought) -> None:
        """Prepare to look for ``sought``."""
        self._sought = sought
        self._phrased = {word for run in sought.phrases for word in run}
        self._parts = {word for run in sought.others | sought.phrases for word in run}
        self._runs: dict[str, list[Stems]] = defaultdict(list)
        for run in sought.others | sought.phrases:
            self._runs[run[0]].append(run)
        self._known: dict[str, tuple[Mark, ...]] = {}
        self._pattern = _beginnings({*sought.own, *sought.beginnings, *self._parts})

    def marks(self, text: str) -> list[Mark]:
        """Return what is found in ``text``, in order, none over another."""
        found = [mark for start, piece in self._candidates(text) for mark in self._placed(start, piece)]
        return list(self._whole_runs(text, found)) if self._parts else found

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the whole of ``text``, cut where marks begin and end."""
        return tuple(_spans(text, 0, len(text), self.marks(text)))

    def snippet(self, body: str, instead: str) -> tuple[Span, ...]:
        """Return the best passage of ``body``, or the beginning of ``instead`` when nothing is found in it."""
        marks = self.marks(body)
        if not marks:
            return _passage(instead, self.marks(instead))
        best = _best_window(body, marks)
        start = body.rfind("\n", 0, best[0].start) + 1
        line = body[start:].partition("\n")[0]
        return _passage(line, [Mark(m.start - start, m.end - start, m.key, m.worth) for m in best])

    def _candidates(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the pieces of ``text`` that may be what is sought: those that begin like it."""
        if self._pattern is None:
            return
        if not is_normalized("NFC", text):
            yield from ((piece.start(), piece[0]) for piece in pieces(text))
            return
        done = 0
        for match in self._pattern.finditer(text):
            if match.start() >= done:
                start, piece = piece_around(text, match.start())
                done = start + max(len(piece), 1)
                yield start, piece

    def _placed(self, start: int, surface: str) -> Iterator[Mark]:
        known = self._known.get(surface)
        if known is None:
            known = self._known[surface] = tuple(self._look_at(surface))
        for mark in known:
            yield Mark(start + mark.start, start + mark.end, mark.key, mark.worth)

    def _look_at(self, surface: str) -> Iterator[Mark]:
        for token in analysed(surface):
            if is_stop_word(token.word):
                continue
            own = stem(token.word)
            begun = next((b for b in self._sought.beginnings if token.word.startswith(b)), None)
            if (
                own in self._sought.own
                or begun is not None
                or (token.joined and stem(token.joined) in self._sought.own)
            ):
                yield Mark(token.start, token.end, begun or own)
            elif own in self._parts and (own in self._phrased or _is_telling(own, token.word)):
                yield Mark(token.start, token.end, own, _OTHER_WORD)

    def _whole_runs(self, text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
        """Keep the person's own words, and phrases and others only where a whole run of them stands."""
        worth = {place: mark.worth for place, mark in enumerate(marks) if mark.worth == 1}
        for start, mark in enumerate(marks):
            for run in self._runs.get(mark.key, ()):
                found = marks[start : start + len(run)]
                if tuple(other.key for other in found) == run and _follow(text, found):
                    whole = 1.0 if run in self._sought.phrases else _OTHER_WORD
                    worth |= {place: max(whole, worth.get(place, 0)) for place in range(start, start + len(run))}
        return (mark._replace(worth=worth[place]) for place, mark in enumerate(marks) if place in worth)


def _is_telling(stemmed: str, word: str) -> bool:
    """Tell whether a stem stands for ``word`` among others for the same thing: a short one is that of many words."""
    return len(stemmed) > _SHORT_STEM or word.removesuffix("s") in (stemmed, stemmed + stemmed[-1])


def _beginnings(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern for words that begin like ``words``, written with or without accents, points or spaces."""
    heads = sorted({word[:_HEAD] for word in words if word})
    if not heads:
        return None
    firsts = "".join({_WRITTEN.get(head[0], re.escape(head[0])) for head in heads})
    return re.compile(rf"(?<!\w)(?=[{firsts}œæ])(?:{'|'.join(map(_written, heads))})", re.IGNORECASE)


def _written(head: str) -> str:
    between = r"\.?" if head.isalpha() else r"[.\s]{0,2}"
    letters = between.join(f"[{_WRITTEN[c]}]" if c in _WRITTEN else re.escape(c) for c in head)
    return letters.replace(f"[{_WRITTEN['o']}]{between}[{_WRITTEN['e']}]", "(?:œ|oe)").replace(
        f"[{_WRITTEN['a']}]{between}[{_WRITTEN['e']}]", "(?:æ|ae)"
    )


def _follow(text: str, marks: Sequence[Mark]) -> bool:
    gaps = [text[before.end : after.start] for before, after in pairwise(marks)]
    return all(_GAP.fullmatch(gap) and all(is_stop_word(token.word) for token in tokens(gap)) for gap in gaps)


def _worth(marks: Iterable[Mark]) -> float:
    """Return how much a group of marks shows: different words first, then how often."""
    best: dict[str, float] = {}
    count = 0
    for mark in marks:
        best[mark.key] = max(mark.worth, best.get(mark.key, 0.0))
        count += 1
    return sum(best.values()) + _REPEATED * min(count, 5)


def _best_window(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of the window, inside one line, that shows the most; the first of equals."""
    best: list[Mark] = []
    most, line_end = 0.0, -1
    for at, first in enumerate(marks):
        if first.start > line_end:
            line_end = text.find("\n", first.start) % (len(text) + 1)
        limit = min(first.start + _WINDOW, line_end)
        window = [mark for mark in marks[at : at + _MARKS_IN_WINDOW] if mark.end <= limit] or [first]
        worth = _worth(window)
        if worth > most:
            best, most = window, worth
    return best


def _passage(line: str, marks: Sequence[Mark]) -> tuple[Span, ...]:
    """Return about ``SNIPPET_LENGTH`` characters of ``line`` around ``marks``, cut between words."""
    first = marks[0].start if marks else 0
    start = max(0, first - _BEFORE) if first > _SEEN else 0
    end = min(len(line), start + SNIPPET_LENGTH)
    if start > 0:
        start = min(line.find(" ", start) + 1 or start, first)
    if end < len(line):
        last = max((mark.end for mark in marks if mark.end <= end), default=start)
        end = max(line.rfind(" ", start, end + 1), last) if line.rfind(" ", start, end + 1) > start else end
    spans = _spans(line, start, end, [mark for mark in marks if start <= mark.start and mark.end <= end])
    before = (Span("… "),) if start > 0 else ()
    after = (Span(" …"),) if end < len(line) else ()
    return (*before, *spans, *after)


def _spans(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Span]:
    for mark in marks:
        if mark.start > start:
            yield Span(text[start : mark.start])
        yield Span(text[mark.start : mark.end], marked=True)
        start = mark.end
    if start < end:
        yield Span(text[start:end])
