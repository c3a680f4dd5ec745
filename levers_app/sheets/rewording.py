"""What became of a text, word by word; a comparison costs little, however long and unlike the two texts are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

CONTEXT = 8
"""Words that stay on each side of a change when what lies between two changes is cut."""

MOST = 2000
"""Words compared with as many others at once: beyond, all between the first and the last that are the same is new."""

_LEVELS = (
    re.compile(r"[^\n]*\n+|[^\n]+"),  # paragraphs
    re.compile(r".+?(?:[.!?…]\s+|\Z)", re.DOTALL),  # sentences
    re.compile(r"\w+(?:[^\w\s]\w+)*\s*|[^\w\s]+\s*|\s+"),  # words: « L251-2 » and « l’office » are one each
)
"""Pieces of a text, each in turn: those that are the same are not looked into."""
_WORDS = _LEVELS[-1]
_CRUMB = 3
_LEAST_CUT = 4


class Span(NamedTuple):
    """A part of a text: the same as before (but for spaces), removed, or added."""

    kind: Literal["equal", "removed", "added"]
    text: str


class _Step(NamedTuple):
    """Pieces of the old text, and those of the new one that stand in their place."""

    old: Sequence[str]
    new: Sequence[str]
    same: bool


def word_spans(before: str, after: str) -> tuple[Span, ...]:
    """Return what became of ``before``: all the spans but the removed ones, joined, are ``after``."""
    return tuple(_spans(_refined(before, after)))


def shortened(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return ``spans`` with what stayed the same cut to a few words on each side of a change, and « … »."""
    last = len(spans) - 1
    return tuple(
        Span("equal", _cut(span.text, first=place == 0, last=place == last)) if span.kind == "equal" else span
        for place, span in enumerate(spans)
    )


def bare(text: str) -> str:
    """Return the words of ``text`` with one space between them: two texts that differ by their spaces are the same."""
    return " ".join(word.rstrip() for word in _WORDS.findall(text.lstrip()))


def words_of(text: str) -> Counter[str]:
    """Return how often each word stands in ``text``, to be given to :func:`likeness`."""
    return Counter(word.rstrip().casefold() for word in _WORDS.findall(text))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return how many words two texts share, from 0 to 1, whatever their order."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _refined(before: str, after: str, level: int = 0) -> Iterator[_Step]:
    """Yield what became of ``before``, first by paragraphs, then by words in those that changed."""
    steps = _steps(_LEVELS[level].findall(before), _LEVELS[level].findall(after))
    if _LEVELS[level] is _WORDS:
        yield from _without_crumbs(steps)
        return
    for step in steps:
        if step.same or not step.old or not step.new:
            yield step
        else:
            yield from _refined("".join(step.old), "".join(step.new), level + 1)


def _spans(steps: Iterable[_Step]) -> Iterator[Span]:
    """Yield ``steps`` as texts; what was removed gets a space where it would touch the words beside it."""
    lost = ""
    for same, group in groupby(steps, lambda step: step.same):
        found = list(group)
        old, new = _joined(step.old for step in found), _joined(step.new for step in found)
        if old and not same:
            yield Span("removed", lost + old + (" " if new and not _space_after(old) else ""))
        if new:
            yield Span("equal" if same else "added", new)
        lost = _space_after(old) if same and not _space_after(new) else ""


def _space_after(text: str) -> str:
    return text[len(text.rstrip()) :]


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    """Yield what became of ``old``; the spaces that pieces end with do not count, nor pieces that are spaces only."""
    a, b = [piece.rstrip() for piece in old], [piece.rstrip() for piece in new]
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    old_end, new_end = len(a) - tail, len(b) - tail
    yield _Step(old[:head], new[:head], same=True)
    for tag, i1, i2, j1, j2 in _codes(a[head:old_end], b[head:new_end]):
        gone, come = old[head + i1 : head + i2], new[head + j1 : head + j2]
        yield _Step(gone, come, tag == "equal" or not _joined((gone, come)).strip())
    yield _Step(old[old_end:], new[new_end:], same=True)


def _joined(pieces: Iterable[Sequence[str]]) -> str:
    return "".join(piece for part in pieces for piece in part)


def _codes(a: Sequence[str], b: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if max(len(a), len(b)) > MOST:
        return [("replace", 0, len(a), 0, len(b))]
    # Words that a long text repeats are not looked for by themselves (autojunk): that is what bounds the cost.
    return SequenceMatcher(None, a, b).get_opcodes()


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many pieces two texts begin with that are the same."""
    return next(
        (place for place, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b))
    )


def _without_crumbs(steps: Iterable[_Step]) -> Iterator[_Step]:
    """Yield ``steps``, where a « de » or a comma that stayed between two changes is one change with them."""
    filled = [step for step in steps if step.old or step.new]
    changed = [False, *(not step.same for step in filled), False]
    for step, before, after in zip(filled, changed, changed[2:], strict=False):
        yield step._replace(same=False) if before and after and _is_crumb(step.new) else step


def _is_crumb(words: Sequence[str]) -> bool:
    return len(words) == 1 and len(words[0].rstrip()) <= _CRUMB


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = _WORDS.findall(text)
    before, after = 0 if first else CONTEXT, 0 if last else CONTEXT
    if len(words) < before + after + _LEAST_CUT:
        return text
    head = "".join(words[:before]).rstrip()
    tail = "".join(words[len(words) - after :])
    return " ".join(part for part in (head, "…", tail) if part)
