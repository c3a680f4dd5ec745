"""The table of contents: the numbers of pages are written last, onto a page that is laid out already."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from levers_app.briefs import styles
from levers_app.briefs.entries import ContentsEntry
from levers_app.briefs.pages import BriefCanvas
from levers_app.briefs.prose import UNBOUNDED, Prose, paragraph, plain, words
from levers_app.briefs.tagging import TaggedCanvas
from levers_app.briefs.tags import LinkTag, Tag

_NUMBER = 30.0
_BEGINNING = 40.0
"""Height of what stands under the head of a group at the foot of a page."""


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
    lines = [_head(entry) if entry.heads else ContentsLine(entry) for entry in entries]
    _nest(entries, lines)
    yield heading
    yield from lines


def _head(entry: ContentsEntry) -> Prose:
    """Return the head of a group, which begins on the page of its first line."""
    style = styles.CONTENTS_HEAD if entry.depth == 0 else styles.CONTENTS_FAMILY
    head = plain(entry.title, style)
    head.tag = Tag("Caption")
    head.need = head.wrap(styles.WIDTH, UNBOUNDED)[1] + _BEGINNING
    return head


def _nest(entries: Sequence[ContentsEntry], lines: Sequence[Prose | ContentsLine]) -> None:
    """Put the lines under one another as deep as they are."""
    open_groups = [Tag("TOC")]
    depths = [-1]
    for entry, line in zip(entries, lines, strict=True):
        while depths[-1] >= entry.depth:
            open_groups.pop()
            depths.pop()
        if entry.heads:
            group = Tag("TOC")
            open_groups[-1].add(group)
            open_groups.append(group)
            depths.append(entry.depth)
        open_groups[-1].add(line.tag)
