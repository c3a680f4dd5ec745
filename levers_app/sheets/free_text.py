"""Free words of a note, from the little Markdown that a person types: headings, lists, bold and italics.

Whatever else Markdown knows (HTML, links, pictures, code) stays the text that was typed, and a line that was ended is
a line that ends: people who type a note do not know that Markdown would join it to the next.
"""

from functools import cache
from typing import TYPE_CHECKING

from levers_app.catalogue.typography import french
from levers_app.sheets.document import Block, BulletList, ListItem, Paragraph, Section
from levers_app.sheets.inline import Pen
from levers_app.sheets.parts import House

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LISTS = {"bullet_list_open": False, "ordered_list_open": True}


def free_sections(text: str, house: House) -> tuple[Section, ...]:
    """Return ``text`` as sections, one for each heading; words before the first heading stand in one without title."""
    pen = Pen(house.sigles)
    sections = [("", list[Block]())]
    items: list[ListItem] | None = None
    numbered = False
    for before, token in _with_opening(text):
        if token.type in _LISTS and items is None:
            items, numbered = [], _LISTS[token.type]
        elif token.type in ("bullet_list_close", "ordered_list_close") and token.level == 0:
            sections[-1][1].append(BulletList(tuple(items or ()), numbered))
            items = None
        elif token.type == "inline" and before == "heading_open":
            sections.append((" ".join(token.content.split()), []))
        elif token.type == "inline" and items is not None:
            items.append(ListItem(pen.line(token.content)))
        elif token.type == "inline":
            sections[-1][1].extend(Paragraph(pen.line(line)) for line in token.content.split("\n") if line.strip())
    return tuple(
        Section(f"texte-{place}", title, title, tuple(blocks))
        for place, (title, blocks) in enumerate(sections)
        if title or blocks
    )


def _with_opening(text: str) -> "Iterator[tuple[str, Token]]":
    """Yield each token of the Markdown with the type of the one before it."""
    before = ""
    for token in _markdown().parse(french(text)):
        yield before, token
        before = token.type


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up time: few notes are opened

    return MarkdownIt("zero").enable(["heading", "list"])
