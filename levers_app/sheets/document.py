"""The neutral document: what a sheet contains, without saying how it looks.

A :class:`Document` has a head (kind, title, facts, lead), sections made of blocks, and numbered sources. Texts are made
of inline pieces; a piece's text is data and is never parsed again by a renderer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from levers_app.catalogue.records import Kind


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters; ``strong`` and ``emphasis`` come from Markdown or mark a label."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Leads to another record of the base: ``target`` is a record id such as ``lever:clspd``."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Acronym:
    """A sigle of the glossary: ``expansion`` shows on hover, ``target`` is its glossary entry."""

    text: str
    expansion: str
    target: str


@dataclass(frozen=True, slots=True)
class SourceMark:
    """Cites sources of the document by their numbers, shown as ``7, 10`` in superscript."""

    numbers: tuple[int, ...]


Inline = Text | Link | Acronym | SourceMark
Line = tuple[Inline, ...]
"""One paragraph, list item or cell."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; ``quiet`` ones are remarks (smaller, secondary ink)."""

    line: Line
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: its line, and under it a secondary line (``note``), if any."""

    line: Line
    note: Line = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items in order; ``numbered`` when the order matters (steps)."""

    items: tuple[ListItem, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row: ``label`` at left, ``line`` at right, and what must be checked before use in ``verify``.

    ``target``, when given, is the record that the label leads to.
    """

    label: str
    line: Line
    verify: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A two-column table of labelled rows (actors, legal texts)."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class EvidenceBlock:
    """What evaluations say (EMMIE): ``strength`` is a slug shown with ``strength_label``, apart from the effect."""

    strength: str
    strength_label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ResultItem:
    """One result of an example; ``measured`` tells *mesuré* from *déclaré*."""

    line: Line
    figure: str
    measured: bool


@dataclass(frozen=True, slots=True)
class ResultList:
    """The results of an example, each with its nature."""

    items: tuple[ResultItem, ...]


@dataclass(frozen=True, slots=True)
class RecordItem:
    """A record that a section leads to, as a list shows it.

    ``mark`` is the slug that chooses the sign at left: an outcome for an example, a family for a lever, ``""`` else.
    ``mark_label`` is the same in words; ``meta`` a place and a period, or a reason.
    ``restricted`` examples are shown here only: see :mod:`levers_app.sheets.leaving`.
    """

    target: str
    title: str
    mark: str = ""
    mark_label: str = ""
    meta: str = ""
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class RecordList:
    """Records related to this one."""

    items: tuple[RecordItem, ...]


@dataclass(frozen=True, slots=True)
class AttachedItem:
    """A photo or document of an example.

    Attributes:
        path: where its file is, for those who show or open it; never written out. Empty when the file is not there.
        name: what it is called where it came from.
        caption: what is seen or said there; may be empty.
        media: its type, as « image/jpeg ».
        size: in bytes.
        printed: whether a photo is put on paper.
    """

    path: str
    name: str
    caption: str
    media: str
    size: int
    printed: bool

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown in a sheet."""
        return self.media.startswith("image/")


@dataclass(frozen=True, slots=True)
class Attached:
    """The photos and documents of an example, in the order of its author."""

    items: tuple[AttachedItem, ...]


Block = Paragraph | BulletList | Rows | EvidenceBlock | ResultList | RecordList | Attached


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a sheet.

    Attributes:
        key: stable name inside the document, used as anchor (``conditions``).
        title: heading in full; ``short`` is the same for the list of contents.
        blocks: the whole section.
        count: number of things in it, 0 when a count says nothing.
        essential: the blocks shown in *L’essentiel*; empty when the section is left out there.
        aside: the section stands in the margin when there is room, under the text otherwise.
        level: 1, or more for a heading under another one of the same free text.
    """

    key: str
    title: str
    short: str
    blocks: tuple[Block, ...]
    count: int = 0
    essential: tuple[Block, ...] = ()
    aside: bool = False
    level: int = 1


FactKind = Literal[
    "strength",
    "outcome",
    "place",
    "period",
    "territory",
    "intensity",
    "examples",
    "texts",
    "verify",
    "family",
    "status",
    "confidentiality",
    "stale",
    "edited",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact under the title, in words (``label``); ``kind`` and ``value`` (a slug or a number) choose its sign."""

    kind: FactKind
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source with the number by which the text cites it."""

    number: int
    title: str
    publisher: str
    year: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Review:
    """Where an example stands that is not published: ``told`` says who did what last, ``comment`` what was asked for.

    ``seq`` is the journal line of the version shown: a decision is about that one. ``kept`` are the words that the
    privacy guard pointed out and that the author chose to leave, each with the reason.
    """

    status: str
    told: str
    comment: str
    seq: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A sheet.

    Attributes:
        id: id of the record.
        kind: kind of the record; ``kind_label`` says it in French (« Levier », « Exemple de terrain »).
        family: slug of a lever's family, with its label; empty for the others.
        title: title in full.
        facts: one-glance facts, in order.
        lead: first sentence(s); may be empty.
        sections: in reading order.
        sources: in order of number.
        review: where it stands, for an example that is not published.
        edited: the user has a version of their own of a shipped record.
        short: what a lever is called in lists.
        origin: one sentence for the status bar, such as « Fiche fournie avec Leviers, non modifiée ».
    """

    id: str
    kind: Kind
    kind_label: str
    title: str
    lead: Line
    sections: tuple[Section, ...]
    family: str = ""
    family_label: str = ""
    facts: tuple[Fact, ...] = ()
    sources: tuple[NumberedSource, ...] = ()
    origin: str = ""
    review: Review | None = None
    edited: bool = False
    short: str = ""


def plain(line: Line) -> str:
    """Return a line as plain text, source marks as ``[7, 10]``."""
    return "".join(_plain(piece) for piece in line)


def _plain(piece: Inline) -> str:
    if isinstance(piece, SourceMark):
        return f" [{', '.join(map(str, piece.numbers))}]"
    return piece.text


def lines(block: Block) -> Iterator[Line]:
    """Yield every line of ``block`` in reading order, labels and titles included."""
    return (line for line in _lines(block) if line)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line):
            yield line
        case BulletList(items):
            yield from (line for item in items for line in (item.line, item.note))
        case Rows(rows) | EvidenceBlock(rows=rows):
            yield from (line for row in rows for line in (_words(row.label), row.line, _words(row.verify)))
        case ResultList(items):
            yield from (line for result in items for line in (result.line, _words(result.figure)))
        case RecordList(items):
            yield from (line for item in items for line in ((Link(item.title, item.target),), _words(item.meta)))
        case Attached(items):
            yield from (line for item in items for line in (_words(item.caption), _words(item.name)))


def _words(text: str) -> Line:
    return (Text(text),) if text else ()
