"""Lays a sheet out as a text document, for the body or for the margin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextDocument

from levers_app.desktop.sheet_attached import Finder, SheetAttached
from levers_app.desktop.sheet_parts import SOURCES_KEY, TOP_KEY, Part, out_of, source_label
from levers_app.desktop.sheet_tables import Look, SheetTables
from levers_app.desktop.sheet_writer import SheetWriter
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import (
    Attached,
    AttachedItem,
    Block,
    BulletList,
    EvidenceBlock,
    Line,
    ListItem,
    NumberedSource,
    Paragraph,
    RecordList,
    ResultList,
    Rows,
)
from levers_app.sheets.markup import LINKED_SCHEMES


@dataclass(frozen=True, slots=True)
class Contents:
    """What a text is made of: its parts in order, then ``sources``; ``cited`` are all those a mark may name."""

    parts: tuple[Part, ...]
    lead: Line = ()
    sources: tuple[NumberedSource, ...] = ()
    cited: tuple[NumberedSource, ...] = ()


class SealedDocument(QTextDocument):
    """A text document that knows its own pictures only: Qt's reads local files that its view does not provide."""

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing."""


class SheetText:
    """Writes contents into a document, and remembers where each part begins.

    Attributes:
        document: the document written.
        positions: the character at which each part begins, by key, in order; ``source-7`` is the source 7.
    """

    def __init__(
        self,
        contents: Contents,
        theme: Theme,
        look: Look,
        *,
        ratio: float = 1.0,
        stacked: bool = False,
        find: Finder = lambda _: None,
    ) -> None:
        """Write it all; ``ratio`` is the screen's, ``stacked`` puts labels above texts, for narrow columns.

        ``find`` gives the photos that are read already; the others come by :meth:`show_picture`.
        """
        self.document: QTextDocument = SealedDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(theme.font(look.body))
        self.positions: dict[str, int] = {}
        self._look = look
        self._writer = SheetWriter(self.document, theme, ratio, contents.cited)
        self._tables = SheetTables(self._writer, look, stacked=stacked)
        self._attached = SheetAttached(self._writer, self.document, ratio, find)
        edit = QTextCursor(self.document)
        edit.beginEditBlock()
        self._write(contents)
        edit.endEditBlock()

    @property
    def attached(self) -> Mapping[str, AttachedItem]:
        """The photos and documents that links of this text lead to, by their address."""
        return self._attached.items

    def fit(self, width: int) -> None:
        """Give photos the room of a column ``width`` pixels wide."""
        self._attached.fit(width)

    def show_picture(self, path: str) -> None:
        """Show a photo that was read meanwhile."""
        self._attached.show_picture(path)

    def _write(self, contents: Contents) -> None:
        if contents.lead:
            self.positions[TOP_KEY] = 0
            self._writer.block("lead")
            self._writer.line(contents.lead, "lead")
        for part in contents.parts:
            self._heading(part.key, part.title, part.note)
            for block in part.blocks:
                self._block(block)
        if contents.sources:
            self._sources(contents)

    def _heading(self, key: str, title: str, note: str) -> None:
        self._writer.block(self._look.heading, above=24 if self.positions else 0, below=8, level=2)
        self.positions[key] = self._writer.position
        self._writer.text(title, self._look.heading)
        if note:
            self._writer.text(f"\u2002{note}", "label", "ink3")

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case BulletList(items, numbered=True):
                self._tables.steps(items)
            case BulletList(items):
                self._dashes(items)
            case Rows(rows):
                self._tables.rows(rows)
            case EvidenceBlock():
                self._tables.evidence(block)
            case ResultList(items):
                self._tables.results(items)
            case RecordList(items):
                self._tables.records(items)
            case Attached(items):
                self._attached.write(items)

    def _paragraph(self, paragraph: Paragraph) -> None:
        role, ink = ("label", "ink2") if paragraph.quiet else (self._look.body, self._look.ink)
        self._writer.block(role, below=12)
        self._writer.line(paragraph.line, role, ink)

    def _dashes(self, items: Sequence[ListItem]) -> None:
        role, indent = self._look.body, self._look.dash
        for item in items:
            self._writer.block(role, below=0 if item.note else 4, indent=indent, hanging="–")
            self._writer.line(item.line, role, self._look.ink)
            if item.note:
                self._writer.block("label", below=8, indent=indent)
                self._writer.line(item.note, "label", "ink2")

    # -- sources

    def _sources(self, contents: Contents) -> None:
        self._heading(SOURCES_KEY, "Sources", out_of(len(contents.sources), len(contents.cited)))
        for source in contents.sources:
            self._writer.block("ui", below=8, indent=28, hanging=str(source.number))
            self.positions[f"source-{source.number}"] = self._writer.position
            self._source(source)

    def _source(self, source: NumberedSource) -> None:
        """The title leads to its address when that is one that a person may want to open; it is never loaded."""
        address = _address(source.url)
        if address:
            self._writer.anchor(source.title, address, self._writer.format("ui"), tip=source.url)
        else:
            self._writer.text(source.title, "ui")
        label = source_label(source)
        if label:
            self._writer.text(f" {label}", "label", "ink3")
        if address:
            self._writer.text("\u00a0", "ui")
            self._writer.sign(self._writer.signs.icon("external-link", "ink3", "label", 14))


def _address(text: str) -> str:
    """Return a web or mail address in the form that a browser takes, or nothing."""
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    known = url.isValid() and url.scheme() in LINKED_SCHEMES
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded) if known else ""
