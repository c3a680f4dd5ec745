"""Marks what a search found in a text, and cuts the passage that shows it best."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from levers_app.search.analysis import analysed, is_stop_word, pieces, stem, tokens

SNIPPET_LENGTH = 160
_BEFORE = 45
"""Characters kept before the first mark, when there are as many."""
_OTHER_WORD = 0.4
"""What a mark on other words for the same thing is worth, in the choice of a passage."""
_REPEATED = 0.1
_MAX_GAP = 20
"""Characters between two words that follow each other: « gestion urbaine de la proximité »."""

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
        beginnings: folded beginnings of unfinished words.
        others: other words for the same thing, each a run of stems.
    """

    own: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    others: frozenset[Stems] = frozenset()


class Marker:
    """Finds in any text what one search looks for; keeps what it learned of each word."""

    def __init__(self, sought: Sought) -> None:
        """Prepare to look for ``sought``."""
        self._sought = sought
        self._parts = {word for run in sought.others for word in run}
        self._known: dict[str, tuple[Mark, ...]] = {}

    def marks(self, text: str) -> list[Mark]:
        """Return what is found in ``text``, in order, none over another."""
        found = [
            Mark(piece.start() + mark.start, piece.start() + mark.end, mark.key, mark.worth)
            for piece in pieces(text)
            for mark in self._marks_of(piece[0])
        ]
        return list(self._whole_runs(text, found)) if self._parts else found

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the whole of ``text``, cut where marks begin and end."""
        return tuple(_spans(text, 0, len(text), self.marks(text)))

    def snippet(self, body: str, instead: str) -> tuple[Span, ...]:
        """Return the best passage of ``body``, or the beginning of ``instead`` when nothing is found in it."""
        line, marks = max(self._marked_lines(body), key=lambda found: _worth(found[1]), default=("", []))
        return _passage(line, marks) if marks else _passage(instead, self.marks(instead))

    def _marked_lines(self, body: str) -> Iterator[tuple[str, list[Mark]]]:
        for line in body.split("\n"):
            marks = self.marks(line)
            if marks:
                yield line, _best_window(marks)

    def _marks_of(self, surface: str) -> tuple[Mark, ...]:
        known = self._known.get(surface)
        if known is None:
            known = self._known[surface] = tuple(self._look_at(surface))
        return known

    def _look_at(self, surface: str) -> Iterator[Mark]:
        for token in analysed(surface):
            if is_stop_word(token.word):
                continue
            own = stem(token.word)
            begun = next((b for b in self._sought.beginnings if token.word.startswith(b)), None)
            if own in self._sought.own or begun is not None or (token.joined and stem(token.joined) in self._sought.own):
                yield Mark(token.start, token.end, begun or own)
            elif own in self._parts:
                yield Mark(token.start, token.end, own, _OTHER_WORD)

    def _whole_runs(self, text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
        """Keep the person's own words, and the others only where a whole run of them stands."""
        whole = {place for start in range(len(marks)) for place in self._run_at(text, marks, start)}
        return (mark for place, mark in enumerate(marks) if mark.worth == 1 or place in whole)

    def _run_at(self, text: str, marks: Sequence[Mark], start: int) -> range:
        for run in self._sought.others:
            found = marks[start : start + len(run)]
            if tuple(mark.key for mark in found) == run and _follow(text, found):
                return range(start, start + len(run))
        return range(0)


def _follow(text: str, marks: Sequence[Mark]) -> bool:
    gaps = [(before.end, after.start) for before, after in zip(marks, marks[1:], strict=False)]
    return all(
        end - start <= _MAX_GAP and all(is_stop_word(token.word) for token in tokens(text[start:end]))
        for start, end in gaps
    )


def _worth(marks: Iterable[Mark]) -> float:
    """Return how much a group of marks shows: different words first, then how often."""
    best: dict[str, float] = {}
    count = 0
    for mark in marks:
        best[mark.key] = max(mark.worth, best.get(mark.key, 0.0))
        count += 1
    return sum(best.values()) + _REPEATED * min(count, 5)


def _best_window(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of the window that shows the most; the first of equals."""
    room = SNIPPET_LENGTH - 2 * _BEFORE // 3
    windows = ([mark for mark in marks[at : at + 12] if mark.end <= marks[at].start + room] for at in range(len(marks)))
    return max(windows, key=_worth) or [marks[0]]


def _passage(line: str, marks: Sequence[Mark]) -> tuple[Span, ...]:
    """Return about ``SNIPPET_LENGTH`` characters of ``line`` around ``marks``, cut between words."""
    first = marks[0].start if marks else 0
    start = 0 if len(line) <= SNIPPET_LENGTH else max(0, min(first - _BEFORE, len(line) - SNIPPET_LENGTH))
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
