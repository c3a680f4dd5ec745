"""Tagged PDF, which reportlab does not write: what each piece of a page is, in reading order (ISO 32000-1, 14.7, 14.8).

How a new flowable is tagged. Everything drawn is either content of a :class:`Tag` or an artifact, and there is one way
for each: ``with self.canv.marked(tag): …`` around what is read (a photo, a QR code), ``with self.canv.artifact(): …``
around what is only seen (rules, boxes, signs whose words stand beside them). A paragraph does it by itself: give its
``tag`` when it is more than a paragraph (``prose.tag = Tag("H2")``), and nothing else.

Order is that of the tree, not of drawing: put tags under one another where the flow is made (:func:`hold`,
:func:`list_of`, ``grid.table``), so that columns, and parts cut by a page, are read one after the other. A tag that
stands nowhere when it is first drawn comes at the end of the document; one that draws nothing is left out.
"""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Protocol

ROW_HEAD, COLUMN_HEAD = "/O/Table/Scope/Row", "/O/Table/Scope/Column"
NUMBERED = "/O/List/ListNumbering/Decimal"
_RUNS = count()  # reportlab tells the links of a paragraph apart, and orders them, by number

Content = tuple[int, int | str]
"""A page, and either the number of marked content on it or the name of an annotation in the file."""


class Tag:
    """A structure element.

    Attributes:
        role: its standard type, as « H1 » or « LBody ».
        kids: what is under it: elements, content, areas of links.
        parent: the element over it, once it is put there.
        alt: words for who cannot see it.
        actual: its characters, where those drawn have another order or shape.
        expansion: the words of a sigle.
        attributes: what else is told of it, as PDF has it (:data:`ROW_HEAD`).
        number: of its object in the file.
    """

    parent: "Tag | None" = None
    alt = actual = expansion = attributes = ""
    number = 0

    def __init__(
        self, role: str, *kids: "Tag", alt: str = "", actual: str = "", expansion: str = "", attributes: str = ""
    ) -> None:
        """Make an element over ``kids``."""
        self.role = role
        self.kids: list[Tag | Content] = []
        for name, told in (("alt", alt), ("actual", actual), ("expansion", expansion), ("attributes", attributes)):
            if told:  # most of the many thousands in a file have none
                setattr(self, name, told)
        for kid in kids:
            self.add(kid)

    def add(self, kid: "Tag") -> None:
        """Put ``kid`` and what stands over it under this one, after the others, unless that is done."""
        top = kid.top
        if top is not self.top:
            top.parent = self
            self.kids.append(top)

    def come_under(self, paragraph: "Tag") -> None:
        """Take its place in a paragraph, after what was read there."""
        paragraph.add(self)

    @property
    def top(self) -> "Tag":
        """The highest element over it, or itself."""
        tag = self
        while tag.parent is not None:
            tag = tag.parent
        return tag


class RunTag(Tag):
    """An element inside a paragraph, such as a sigle; ``run`` and ``key`` make a link of it for reportlab."""

    key = ""
    """Where reportlab finds what the link opens; it draws none without."""

    def __init__(self, role: str, within: Tag | None = None, *, expansion: str = "") -> None:
        """Make an element without any words, which may be part of another one (``within``)."""
        super().__init__(role, expansion=expansion)
        self._within = within
        self.run = next(_RUNS)

    def come_under(self, paragraph: Tag) -> None:
        """Take its place in a paragraph, after what was read there."""
        if self._within:
            self._within.add(self)
        paragraph.add(self)


class LinkTag(RunTag):
    """A link: ``href`` is an address, or ``#`` and the name of a place in the file; ``told`` says where it leads."""

    def __init__(self, href: str, told: str, within: Tag | None = None, *, expansion: str = "") -> None:
        """Make a link."""
        super().__init__("Link", within, expansion=expansion)
        self.href, self.told = href, told
        self.key = f"#{self.run}"


class Piece(Protocol):
    """Something that is drawn, and the element that it draws, if it is not only seen."""

    @property
    def tag(self) -> Tag | None:
        """The element."""


class Item(Protocol):
    """A paragraph, with the element of its bullet, if it has one."""

    tag: Tag
    label: Tag | None
    bulletText: str | None  # noqa: N815 - reportlab's name


def hold(parent: Tag, pieces: Iterable[Piece]) -> None:
    """Put the elements of ``pieces`` under ``parent``, in order."""
    for piece in pieces:
        if piece.tag:
            parent.add(piece.tag)


def list_of(items: Iterable[Sequence[Item]], *, numbered: bool = False) -> Tag:
    """Make one list of ``items``, of one paragraph or more each: a bullet before the first is its label."""
    whole = Tag("L", attributes=NUMBERED if numbered else "")
    for paragraphs in items:
        item, body = Tag("LI"), Tag("LBody")
        if paragraphs[0].bulletText:
            paragraphs[0].label = Tag("Lbl")
            item.add(paragraphs[0].label)
        item.add(body)
        if len(paragraphs) == 1:
            paragraphs[0].tag = body
        else:
            hold(body, paragraphs)
        whole.add(item)
    return whole
