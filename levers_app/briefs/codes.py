"""QR codes of the main sources: paper has no other way to follow a link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from levers_app.briefs import styles
from levers_app.briefs.addresses import address, short_address
from levers_app.briefs.prose import UNBOUNDED, Prose, paragraph, words
from levers_app.sheets.document import NumberedSource

SIDE = 62.0
"""Points: 22 mm, which a telephone reads from a sheet held in the hand."""
_LONGEST = 300
"""Characters of an address beyond which the squares would be too small to be read."""
_GAP = 9.0


@dataclass(frozen=True, slots=True)
class Code:
    """The code of an address: rows of squares, dark ones true."""

    rows: tuple[tuple[bool, ...], ...]

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its lower left corner at ``x, y``; a run of dark squares is one rectangle, without seams."""
        step = SIDE / len(self.rows)
        canvas.setFillColor(styles.INK)
        for place, line in enumerate(self.rows, start=1):
            left = 0
            for dark, run in groupby(line):
                length = len(list(run))
                if dark:
                    canvas.rect(x + left * step, y + SIDE - place * step, length * step, step, stroke=0, fill=1)
                left += length


class CodeRow(Flowable):
    """Codes side by side, each with the words that say where it leads."""

    def __init__(self, codes: Sequence[tuple[Code, Prose]]) -> None:
        """Keep one or two."""
        super().__init__()
        self._codes = tuple(codes)
        self._column = (styles.WIDTH - styles.GUTTER) / 2
        self.spaceBefore, self.spaceAfter = 6, 8

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Take the whole width."""
        heights = [told.wrap(self._column - SIDE - _GAP, UNBOUNDED)[1] for _, told in self._codes]
        self.width, self.height = available_width, max(SIDE, *heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw codes and words from the top."""
        for place, (code, told) in enumerate(self._codes):
            left = place * (self._column + styles.GUTTER)
            code.draw(self.canv, left, self.height - SIDE)
            told.drawOn(self.canv, left + SIDE + _GAP, self.height - told.height)


def code_row(sources: Sequence[NumberedSource]) -> Iterator[CodeRow]:
    """Yield the codes of ``sources`` as one row; those whose address is too long for one are left out."""
    found = [(code, _told(source)) for source in sources if (code := encoded(source.url))]
    if found:
        yield CodeRow(found)


def encoded(url: str) -> Code | None:
    """Return the code of an address of the web; nothing when it is none, or too long."""
    href = address(url)
    if not href.startswith("http") or len(href) > _LONGEST:
        return None
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(href)
    code.make()
    return Code(tuple(tuple(bool(dark) for dark in line) for line in code.modules))


def _told(source: NumberedSource) -> Prose:
    style = styles.CELL_QUIET
    pieces = [words(f"{source.number}. ", style, strong=True), words(source.title, style)]
    pieces += [words(f". {short_address(source.url)}", style, href=address(source.url))]
    return paragraph(pieces, style)
