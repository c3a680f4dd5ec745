"""QR codes of the main sources: paper has no other way to follow a link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from levers_app.briefs import styles
from levers_app.briefs.addresses import address
from levers_app.briefs.prose import UNBOUNDED, Prose, paragraph, plain, words
from levers_app.briefs.squares import squares
from levers_app.briefs.tagging import TaggedCanvas
from levers_app.briefs.tags import LinkTag, Tag, list_of
from levers_app.catalogue.typography import shortened
from levers_app.sheets.document import NumberedSource
from levers_app.sheets.wording import short_address

_LONGEST = 300
"""Characters of an address beyond which the squares would be too small to be read."""
_SMALL = 48.0
_GAP = 9.0
_ALT = "Code QR de cette adresse"


@dataclass(frozen=True, slots=True)
class Code:
    """The code of an address: rows of squares, dark ones true."""

    rows: tuple[tuple[bool, ...], ...]

    def draw(self, canvas: Canvas, x: float, y: float, side: float) -> None:
        """Draw it with its lower left corner at ``x, y``; a run of dark squares is one rectangle, without seams."""
        step = side / len(self.rows)
        canvas.setFillColor(styles.INK)
        for place, line in enumerate(self.rows, start=1):
            left = 0
            for dark, run in groupby(line):
                length = len(list(run))
                if dark:
                    canvas.rect(x + left * step, y + side - place * step, length * step, step, stroke=0, fill=1)
                left += length


class CodeRow(Flowable):
    """Codes side by side, each with the words that say where it leads."""

    canv: TaggedCanvas

    def __init__(self, codes: Sequence[tuple[Code, Prose]], side: float) -> None:
        """Keep one or two, each ``side`` points wide."""
        super().__init__()
        self._side = side
        self._codes = tuple((code, told, Tag("Figure", alt=_ALT)) for code, told in codes)
        self.tag = list_of([[told] for _, told in codes])
        for _, told, figure in self._codes:
            told.tag.add(figure)
        self._column = (styles.WIDTH - styles.GUTTER) / 2
        self.spaceBefore, self.spaceAfter = 6, 8

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Take the whole width."""
        heights = [told.wrap(self._column - self._side - _GAP, UNBOUNDED)[1] for _, told, _ in self._codes]
        self.width, self.height = available_width, max(self._side, *heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw codes and words from the top."""
        for place, (code, told, figure) in enumerate(self._codes):
            left = place * (self._column + styles.GUTTER)
            with self.canv.marked(figure):
                code.draw(self.canv, left, self.height - self._side, self._side)
            told.drawOn(self.canv, left + self._side + _GAP, self.height - told.height)


class CodedSources(Flowable):
    """Sources in small letters, their codes at right, each over its number: for a page that is short of room."""

    canv: TaggedCanvas

    def __init__(self, told: Prose, codes: Sequence[tuple[int, Code]]) -> None:
        """``told`` names the sources."""
        super().__init__()
        self._told = told
        self._codes = tuple(
            (code, plain(f"Source {number}", styles.CODE_NUMBER), Tag("Figure", alt=_ALT)) for number, code in codes
        )
        self.tag = Tag("Sect", told.tag)
        for _, label, figure in self._codes:
            label.tag.add(figure)
            self.tag.add(label.tag)
        self.spaceBefore, self.spaceAfter = 8, 4

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = available_width
        room = available_width - len(self._codes) * (_SMALL + _GAP)
        under = max((label.wrap(_SMALL, UNBOUNDED)[1] for _, label, _ in self._codes), default=0.0)
        self.height = max(self._told.wrap(room, UNBOUNDED)[1], _SMALL + under if self._codes else 0.0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, then the codes from the right."""
        self._told.drawOn(self.canv, 0, self.height - self._told.height)
        for place, (code, label, figure) in enumerate(reversed(self._codes), start=1):
            left = self.width - place * _SMALL - (place - 1) * _GAP
            with self.canv.marked(figure):
                code.draw(self.canv, left, self.height - _SMALL, _SMALL)
            label.drawOn(self.canv, left, self.height - _SMALL - label.height)


def code_row(sources: Sequence[NumberedSource], side: float) -> Iterator[CodeRow]:
    """Yield the codes of ``sources``, ``side`` points high, in a row; too long addresses have none."""
    found = [(code, _told(source)) for source in sources if (code := encoded(source.url))]
    if found:
        yield CodeRow(found, side)


@lru_cache(maxsize=100)
def encoded(url: str) -> Code | None:
    """Return the code of an address of the web; nothing when it is none, or too long."""
    href = address(url)
    if not href.startswith("http") or len(href) > _LONGEST:
        return None
    return Code(squares(href))


def _told(source: NumberedSource) -> Prose:
    style = styles.CELL_QUIET
    pieces = [words(f"{source.number}. ", style, strong=True), words(source.title, style)]
    link = LinkTag(address(source.url), f"{shortened(source.title)} ({short_address(source.url)})")
    pieces += [words(". ", style), words(short_address(source.url), style, tag=link)]
    return paragraph(pieces, style)
