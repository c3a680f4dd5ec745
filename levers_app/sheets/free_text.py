"""Free words of a note, from the little Markdown that a person types: headings, lists, bold and italics.

It is read line by line: people who type a note do not know that Markdown joins a line to the next one, takes « 2026. »
for the first item of a list, or drops what is nested too deep. Whatever else Markdown knows (HTML, links, pictures,
code) stays the text that was typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from levers_app.catalogue.typography import french
from levers_app.sheets.document import Block, BulletList, ListItem, Paragraph, Section, plain
from levers_app.sheets.inline import Pen, Sigles
from levers_app.sheets.parts import House

DEEPEST = 3
"""Levels of headings in one text; deeper ones are of the last."""

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_BULLET = re.compile(r"\s*[-*•–]\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")
_CONTINUED = re.compile(r"[ \t]{2,}(?=\S)|\t(?=\S)")
_BARE = Pen(Sigles(()))
"""For titles: emphasis is read, sigles are left for the words under them."""


@dataclass(slots=True)
class _List:
    numbered: bool
    items: list[str]


@dataclass(slots=True)
class _Part:
    """A heading and what stands under it, as it was typed."""

    title: str = ""
    signs: int = 1
    blocks: list[str | _List] = field(default_factory=list)


def free_sections(text: str, house: House) -> tuple[Section, ...]:
    """Return ``text`` as sections, one for each heading; words before the first heading stand in one without title.

    The levels of the headings follow one another from 1, whatever numbers of « # » were typed.
    """
    pen = Pen(house.sigles)
    parts = [part for part in _parts(text) if part.title or part.blocks]
    levels = _levels([part.signs if part.title else 0 for part in parts])
    return tuple(
        Section(f"texte-{place}", part.title, part.title, tuple(_blocks(part.blocks, pen)), level=level)
        for place, (part, level) in enumerate(zip(parts, levels, strict=True))
    )


def _parts(text: str) -> Iterator[_Part]:
    part, after_blank = _Part(), True
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            yield part
            title = _CLOSING.sub("", line[heading.end() :])
            part = _Part(plain(_BARE.line(french(title.strip()))), len(heading[1]))
        elif line.strip():
            _take(line, part.blocks, after_blank=after_blank)
        after_blank = not line.strip()
    yield part


def _take(line: str, blocks: list[str | _List], *, after_blank: bool) -> None:
    """Add a line to the list that is open at the end of ``blocks``, or as a list or paragraph of its own."""
    last = blocks[-1] if blocks else None
    bullet, number = _BULLET.match(line), _NUMBER.match(line)
    if bullet and isinstance(last, _List):  # one under a numbered item is an item as well: lists have one level
        last.items.append(line[bullet.end() :])
    elif bullet:
        blocks.append(_List(numbered=False, items=[line[bullet.end() :]]))
    elif number and isinstance(last, _List) and last.numbered and int(number[1]) in (1, len(last.items) + 1):
        last.items.append(line[number.end() :])
    elif number and int(number[1]) == 1:
        blocks.append(_List(numbered=True, items=[line[number.end() :]]))
    elif isinstance(last, _List) and not after_blank and _CONTINUED.match(line):
        last.items[-1] += " " + line.strip()
    else:
        blocks.append(line)


def _blocks(typed: Sequence[str | _List], pen: Pen) -> Iterator[Block]:
    for each in typed:
        if isinstance(each, _List):
            items = (pen.line(french(item.strip())) for item in each.items)
            yield BulletList(tuple(map(ListItem, items)), each.numbered)
        else:
            yield Paragraph(pen.line(french(each.strip())))


def _levels(signs: Sequence[int]) -> Iterator[int]:
    """Yield the level of each heading from its number of « # »: one under another is one deeper, never two."""
    above: list[int] = []
    for count in signs:
        while above and above[-1] >= count:
            above.pop()
        if count:
            above.append(count)
        yield min(max(1, len(above)), DEEPEST)
