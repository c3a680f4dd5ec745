"""A paragraph as it is drawn and as it is read: order of letters, soft hyphens, runs that are elements of their own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from reportlab.lib.abag import ABag
from reportlab.platypus.paragraph import (  # type: ignore[attr-defined]
    _SplitFragHY,
    _SplitWord,
    _SplitWordEnd,
    _SplitWordHY,
    _SplitWordLL,
)
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs.direction import Direction, in_drawing_order
from levers_app.briefs.runs import spelled
from levers_app.briefs.tags import Tag

SOFT_HYPHEN = "\u00ad"
"""Drawn as a hyphen, and read as nothing (ISO 32000-1, 14.8.2.2.3)."""
_LETTER = "x"
"""Stands for a sign while a line is put in order: it goes where a letter would."""
_WORDS_ONLY = 0
"""What reportlab calls a paragraph of one run: its lines are the room left and words, not fragments."""

_BREAK = 3
"""What it calls the piece at the end of a line that cuts a word."""
_SPACES = (" ", "\u00a0")

LaidOut = ABag
"""A paragraph in lines, as reportlab keeps it."""


def soften(laid_out: LaidOut, words: Sequence[Any]) -> None:
    """Make soft those hyphens that stand where reportlab cut a word; ``words`` are what it cut into lines."""
    lines = laid_out.lines
    if laid_out.kind == _WORDS_ONLY:
        for line in lines:
            if isinstance(line[1][-1], _SplitWordHY):
                line[1][-1] = _SplitWordHY(line[1][-1][:-1] + SOFT_HYPHEN)
    else:
        for line, following in pairwise(lines):
            if isinstance(words[following.sFW - 1], _SplitFragHY):
                last = next(piece for piece in reversed(line.words) if piece.text)
                last.text = last.text[:-1] + SOFT_HYPHEN


def reorder(laid_out: LaidOut, direction: Direction) -> None:
    """Put each line in the order in which it is drawn; it remembers what is written there."""
    put = _ordered_words if laid_out.kind == _WORDS_ONLY else _ordered_fragments
    laid_out.lines = [put(line, direction) for line in laid_out.lines]


def told(laid_out: LaidOut, own: Tag, direction: Direction | None) -> tuple[Tag | None, list[Any]]:
    """Return the element of the first words (nothing when all is blank) and lines that tell where another one begins.

    The words of a line are followed by a space, unless they are a part of one: many a reader would join the lines.
    """
    lines = laid_out.lines
    if laid_out.kind == _WORDS_ONLY:
        if not any(word.strip() for line in lines for word in line[1]):
            return None, lines
        tag = getattr(laid_out, "tag", own)
        if direction:
            return _spelling(tag, own, _spaced(" ".join(line[2] for line in lines))), lines
        for line in lines:
            line[1][-1] = _spaced(line[1][-1])
        return tag, lines
    if direction:
        lines = [_spelled_out(line, own) for line in lines]
    else:
        for line in lines:
            _end_with_space(line)
    read = [piece for line in lines for piece in line.words if is_read(piece)]
    if not read:
        return None, lines
    first = getattr(read[0], "tag", own)
    if all(getattr(piece, "tag", own) is first for piece in read):
        return first, lines
    return first, list(_switching(lines, own, first))


def is_sign(piece: ParaFrag) -> bool:
    """Tell whether a fragment is drawn, not written."""
    return hasattr(piece, "cbDefn")


def is_read(piece: ParaFrag) -> bool:
    """Tell whether a fragment has words."""
    return not is_sign(piece) and bool(piece.text.strip())


def _spaced(text: str) -> str:
    """Return the last words of a line with a space after them."""
    is_part = isinstance(text, _SplitWord | _SplitWordLL) and not isinstance(text, _SplitWordEnd)
    return text if is_part or text.endswith(_SPACES) else f"{text} "


def _end_with_space(line: Any) -> None:  # noqa: ANN401 - a line of reportlab's
    last = next((piece for piece in reversed(line.words) if is_read(piece)), None)
    if last and not _cuts_a_word(line.words):
        last.text = _spaced(last.text)


def _cuts_a_word(pieces: Sequence[ParaFrag]) -> bool:
    return bool(pieces[-1]._fkind == _BREAK)  # noqa: SLF001 - how reportlab tells


def _switching(lines: Sequence[Any], own: Tag, tag: Tag) -> Iterator[Any]:
    """Yield lines in which a callback stands before each run of another element; ``tag`` is that of the first."""
    for line in lines:
        told: list[Any] = []
        for piece in line.words:
            following = getattr(piece, "tag", own) if is_read(piece) else tag
            if following is not tag:
                tag = following
                # It keeps the text before it: reportlab ends links before the space that ends that text.
                told.append(ABag(cbDefn=ABag(kind="tag", name="tag", label=tag), text=told[-1].text if told else ""))
            told.append(piece)
        yield line.clone(words=told)


def _ordered_words(line: tuple[float, list[str]], direction: Direction) -> tuple[float, list[str], str]:
    """Return a line of one fragment in drawing order, and as it is written."""
    room, parts = line
    written = " ".join(parts)
    return room, [text for text, _ in in_drawing_order([(written, None)], direction)], written


def _ordered_fragments(line: Any, direction: Direction) -> Any:  # noqa: ANN401 - a line of reportlab's
    """Return a line of several fragments in drawing order, with those that are written."""
    pieces = [(_LETTER if is_sign(piece) else piece.text, piece) for piece in line.words]
    drawn = [
        piece if is_sign(piece) else piece.clone(text=text, written=piece)
        for text, piece in in_drawing_order(pieces, direction)
    ]
    ends = [piece for text, piece in pieces if not text]  # where reportlab cut a word
    return line.clone(words=drawn + ends, written=line.words)


def _spelled_out(line: Any, own: Tag) -> Any:  # noqa: ANN401 - a line of reportlab's
    """Return a line whose runs are elements that spell what is written, in the order of reading."""
    spans: dict[int, Tag] = {}
    last: Tag | None = None
    for piece in line.written:
        if is_read(piece):
            last = spans[id(piece)] = _spelling(getattr(piece, "tag", own), own, piece.text)
        elif last and not is_sign(piece):  # a space between two words of another script
            last.actual += piece.text
    if last and not _cuts_a_word(line.written):
        last.actual = _spaced(last.actual)
    words = [piece.clone(tag=spans[id(piece.written)]) if is_read(piece) else piece for piece in line.words]
    return line.clone(words=words)


def _spelling(tag: Tag, own: Tag, text: str) -> Tag:
    """Return an element under ``tag``, that of a run of a paragraph, which spells what stands there."""
    span = Tag("Span", actual=spelled(text))
    tag.come_under(own)
    tag.add(span)
    return span
