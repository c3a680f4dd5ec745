"""A note with all that it prints: the sheets that it names, cut to their depth, with shared sources and sigles.

An :class:`Edition` is to a note what a ``Document`` is to a record: paper, HTML, Markdown and text show the same one.
``sheets.editing`` makes it.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from levers_app.catalogue.brief import Options
from levers_app.sheets.action_table import ActionTable
from levers_app.sheets.comparison import Comparison
from levers_app.sheets.document import AttachedItem, Document, NumberedSource, Section


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet with what is printed of it: all its blocks, and the sources that are listed under it.

    ``item`` is the place of its item in the note; ``one_page`` asks for its lists to be cut until it fits on a page.
    """

    item: int
    document: Document
    one_page: bool = False


@dataclass(frozen=True, slots=True)
class TextPart:
    """Free words; a section without title has none."""

    item: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPart:
    """Levers side by side."""

    item: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class ActionsPart:
    """The actions of a plan."""

    item: int
    table: ActionTable


Part = SheetPart | TextPart | ComparisonPart | ActionsPart


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that is not printed: a restricted example, a draft (which never leaves), or a record that is no more."""

    item: int
    title: str
    why: Literal["restricted", "draft", "gone"]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: the title of a part (its place in the edition), or of one of its sections (``key``).

    Sigles and sources of the whole note have no part, and ``key`` names them.
    """

    level: int
    title: str
    part: int | None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A note as it is shown.

    Attributes:
        title, subtitle: as they stand on the cover or above the first part.
        kind: what its model is called.
        heading: whether the title is shown at all; a sheet that is printed alone has its own.
        about: who made it for whom and when, each with its label.
        parts: in reading order.
        options: what was chosen of the note.
        sigles: what each stands for, in alphabetical order.
        sources: those that all parts share, by number; empty where each sheet lists its own.
        codes: the sources that have a QR code.
        citation: how to cite the note, in one line.
        confidentiality: slug of the strictest of the note and of what is in it; ``mention`` is what every page says.
        base_line: which base it comes from.
        printed: the day.
        logo: the picture of the cover.
        left_out: what is not printed, and why.
        keywords: under which the file is found.
    """

    title: str
    subtitle: str
    kind: str
    heading: bool
    about: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    options: Options
    sigles: tuple[tuple[str, str], ...]
    sources: tuple[NumberedSource, ...]
    codes: tuple[NumberedSource, ...]
    citation: str
    confidentiality: str
    mention: str
    base_line: str
    printed: datetime.date
    logo: AttachedItem | None = None
    left_out: tuple[LeftOut, ...] = ()
    keywords: tuple[str, ...] = ()

    @property
    def sheet_level(self) -> int:
        """Level of the titles of sheets, from 1; their sections are one below.

        They stand under the headings of the free texts only where one of these comes first: no level is skipped.
        """
        if not self.heading:
            return 1
        before = takewhile(lambda part: isinstance(part, TextPart), self.parts)
        titled = any(s.title.strip() for part in before if isinstance(part, TextPart) for s in part.sections)
        return 3 if titled and not self.options.paged else 2

    @property
    def contents(self) -> tuple[ContentsLine, ...]:
        """The titles that a table of contents shows, in reading order."""
        return tuple(self._contents())

    def _contents(self) -> Iterator[ContentsLine]:
        for place, part in enumerate(self.parts):
            match part:
                case SheetPart(document=document):
                    yield ContentsLine(self.sheet_level, document.title, place)
                case ComparisonPart(comparison=compared):
                    yield ContentsLine(self.sheet_level, compared.title, place)
                case ActionsPart(table=table):
                    yield ContentsLine(self.sheet_level, table.title, place)
                case TextPart(sections=sections):
                    yield from (ContentsLine(1 + s.level, s.title, place, s.key) for s in sections if s.title.strip())
        if self.sigles:
            yield ContentsLine(2, "Sigles", None, "sigles")
        if self.sources:
            yield ContentsLine(2, "Sources", None, "sources")
