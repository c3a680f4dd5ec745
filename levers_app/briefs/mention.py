"""Who may read a note, in a box that nobody overlooks: under its title, and at the foot of each page."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from levers_app.briefs import styles
from levers_app.briefs.direction import in_drawing_order, is_mixed, main_direction
from levers_app.briefs.fonts import REGULAR, STRONG
from levers_app.briefs.prose import plain
from levers_app.briefs.runs import runs, shaped, width
from levers_app.briefs.tagging import TaggedCanvas

_PAD = 5.0
_FOOT_PAD = 3.0


class Mention(Flowable):
    """The mention as a line of its own, boxed."""

    canv: TaggedCanvas

    def __init__(self, text: str, style: ParagraphStyle) -> None:
        """``text`` is a word or two."""
        super().__init__()
        self._said = plain(text, style)
        self.tag = self._said.tag
        self._wide = width(shaped(text), style.fontName, style.fontSize) + 2 * _PAD
        self.spaceBefore, self.spaceAfter = style.spaceBefore, style.spaceAfter

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take a line."""
        self.width = available_width
        self.height = self._said.wrap(available_width - 2 * _PAD, available_height)[1] + _PAD
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, then the box around them."""
        self._said.drawOn(self.canv, _PAD, _PAD / 2)
        with self.canv.artifact():
            _draw_box(self.canv, 0, 0, min(self._wide, self.width), self.height)


def draw_mention(canvas: Canvas, x: float, base: float, text: str) -> float:
    """Draw the mention at the left end of a foot, and return the width that it takes; none when there is no mention."""
    if not text:
        return 0.0
    size = styles.RUNNING_SIZE
    canvas.setFillColor(styles.INK)
    draw_line(canvas, x + _FOOT_PAD, base, shaped(text), STRONG)
    wide = width(shaped(text), STRONG, size) + 2 * _FOOT_PAD
    _draw_box(canvas, x, base - _FOOT_PAD, wide, size + _FOOT_PAD)
    return wide + 2 * _FOOT_PAD


def draw_line(canvas: Canvas, x: float, base: float, text: str, font: str = REGULAR) -> None:
    """Draw a line of a running head or foot, in the order in which its characters are read."""
    parts = [(part, face) for face, part in runs(text, font)]
    line = canvas.beginText(x, base)
    for part, face in in_drawing_order(parts, main_direction(text)) if is_mixed(text) else parts:
        line.setFont(face, styles.RUNNING_SIZE)
        line.textOut(part)
    canvas.drawText(line)


def _draw_box(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(styles.STRONG_RULE / 2)
    canvas.rect(x, y, wide, high)
