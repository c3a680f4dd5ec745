"""The table of contents: the numbers of pages are written last, onto a page that is laid out already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from levers_app.briefs import styles
from levers_app.briefs.pages import BriefCanvas
from levers_app.briefs.places import anchor, heading_anchor
from levers_app.briefs.prose import UNBOUNDED, paragraph, plain, words
from levers_app.briefs.tagging import TaggedCanvas
from levers_app.briefs.tags import LinkTag, Tag
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Edition, SheetPart, TextPart

_NUMBER = 30.0


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table: where it leads, its words, and its depth from 0."""

    anchor: str
    title: str
    depth: int = 0


def entries(edition: Edition) -> list[ContentsEntry]:
    """Return the lines of the contents of a note."""
    return list(_entries(edition))


def _entries(edition: Edition) -> Iterator[ContentsEntry]:
    for place, part in enumerate(edition.parts):
        name = anchor(place)
        match part:
            case SheetPart(_, document):
                yield ContentsEntry(name, document.title, edition.sheet_level - 2)
            case ComparisonPart(_, comparison):
                yield ContentsEntry(name, comparison.title)
            case ActionsPart(_, table):
                yield ContentsEntry(name, table.title)
            case TextPart(_, sections):
                for number, section in enumerate(sections):
                    if section.title:
                        yield ContentsEntry(heading_anchor(place, number), section.title)


class ContentsLine(Flowable):
    """One line, with room for its number."""

    canv: TaggedCanvas

    def __init__(self, entry: ContentsEntry) -> None:
        """Set its words."""
        super().__init__()
        style = styles.CONTENTS if entry.depth == 0 else styles.CONTENTS_BELOW
        self._anchor = entry.anchor
        self._words = paragraph([words(entry.title, style, tag=LinkTag(f"#{entry.anchor}", entry.title))], style)
        self._words.tag = Tag("Reference")
        self.tag = Tag("TOCI", self._words.tag)
        self.spaceBefore, self.spaceAfter = self._words.getSpaceBefore(), self._words.getSpaceAfter()

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Leave room at right."""
        self.width = available_width
        self.height = self._words.wrap(available_width - _NUMBER, UNBOUNDED)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, and ask for the number on the line of the last of them."""
        self._words.drawOn(self.canv, 0, 0)
        assert isinstance(self.canv, BriefCanvas)  # noqa: S101 - the one of every page
        self.canv.number_later(self._anchor, self.width, self._words.style, self._words.tag)
        with self.canv.artifact():
            self.canv.setStrokeColor(styles.LINE)
            self.canv.setLineWidth(styles.HAIRLINE)
            self.canv.line(0, -2.5, self.width, -2.5)


def contents(entries: Sequence[ContentsEntry]) -> Iterator[Flowable]:
    """Yield the heading and the lines."""
    heading = plain("Sommaire", styles.TITLE)
    heading.anchor, heading.outline, heading.title, heading.tag = "sommaire", 0, "Sommaire", Tag("H2")
    lines = [ContentsLine(entry) for entry in entries]
    Tag("TOC", *(line.tag for line in lines))
    yield heading
    yield from lines
