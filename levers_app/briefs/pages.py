"""The pages: margins, running head, foot with « page / pages », outline and what the file says of itself."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from levers_app.briefs import styles
from levers_app.briefs.about import AUTHOR, LANGUAGE, PRODUCER, About, metadata
from levers_app.briefs.direction import in_drawing_order, is_mixed, main_direction
from levers_app.briefs.fonts import REGULAR
from levers_app.briefs.prose import draw_sign
from levers_app.briefs.runs import runs, shaped, width
from levers_app.briefs.tagging import FOOTER, HEADER, TaggedCanvas

rl_config.useA85 = 0  # streams as bytes, not as text: a fifth smaller, and quicker


class BriefCanvas(TaggedCanvas):
    """Draws signs inside lines; writes the feet last, when the number of pages is known."""

    def __init__(self, file: BinaryIO, about: About, **options: Any) -> None:  # noqa: ANN401 - whatever reportlab passes
        """Open a file that says ``about`` of itself."""
        super().__init__(file, **options)
        self._foot = fitted(shaped(about.foot), styles.WIDTH - 60)
        self.setNamedCB("mark", draw_sign)  # type: ignore[arg-type] # the label is whatever the fragment gives
        self.setDateFormatter(lambda *_: f"{about.printed:D:%Y%m%d}000000Z")
        self._about = about

    def save(self) -> None:
        """Draw the foot of each page, then write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(foot_name(page))
            _draw_rule(self, styles.FOOT - 6)
            _draw_sides(self, styles.FOOT - 16, self._foot, f"{page} / {pages}")
            self.endForm()
        self._doc.Catalog.Metadata = metadata(self._about)
        super().save()


class SheetPage(PageTemplate):
    """A page of one sheet, with its running head."""

    def __init__(self, name: str, after: str, head: tuple[str, str], begun: Callable[[], None] | None = None) -> None:
        """``after`` names the page that follows this one; ``begun`` is called when the page begins."""
        low, high = styles.FOOT + 6, styles.PAGE_HEIGHT - styles.TOP - styles.HEAD_HEIGHT
        frame = Frame(styles.SIDE, low, styles.WIDTH, high - low, 0, 0, 0, 0)
        super().__init__(name, [frame], pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT), autoNextPageTemplate=after)
        right = fitted(shaped(head[1]), styles.WIDTH / 2)
        room = styles.WIDTH - _width(right) - styles.GUTTER
        self._head = (fitted(shaped(head[0]), room), right)
        self._begun = begun

    def beforeDrawPage(self, canvas: Canvas, _document: BaseDocTemplate) -> None:  # noqa: N802 - reportlab's name
        """Draw the running head, and leave the place of the foot."""
        if self._begun:
            self._begun()
        assert isinstance(canvas, TaggedCanvas)  # noqa: S101 - lay_out makes no other
        base = styles.PAGE_HEIGHT - styles.TOP - styles.RUNNING_SIZE
        with canvas.artifact(HEADER):
            _draw_sides(canvas, base, *self._head)
            _draw_rule(canvas, base - 8)
        with canvas.artifact(FOOTER):
            canvas.doForm(foot_name(canvas.getPageNumber()))


class Later(Flowable):
    """Flowables that are made when their turn comes: few of them are in memory at any time."""

    def __init__(self, flow: Iterable[Flowable]) -> None:
        """Stand for ``flow``."""
        super().__init__()
        self.flow = flow


class _BriefDocument(BaseDocTemplate):
    def filterFlowables(self, flowables: list[Flowable]) -> None:  # noqa: N802 - reportlab's name
        """Put flowables in the place of what stands for them."""
        if isinstance(flowables[0], Later):
            flowables[:1] = flowables[0].flow


def lay_out(file: BinaryIO, story: Sequence[Flowable], templates: Sequence[SheetPage], about: About) -> int:
    """Lay ``story`` out in pages, write the PDF to ``file`` and return the number of pages."""
    document = _BriefDocument(
        file,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        pageTemplates=list(templates),
        title=about.title,
        author=AUTHOR,
        creator=AUTHOR,
        producer=PRODUCER,
        subject=about.subject,
        keywords=list(about.keywords),
        lang=LANGUAGE,
        displayDocTitle=1,
        initialFontName=REGULAR,
        invariant=1,
    )
    document.build(list(story), canvasmaker=lambda path, **options: BriefCanvas(path, about, **options))
    return document.page


def foot_name(page: int) -> str:
    """Return the name of the form that holds the foot of a page."""
    return f"foot-{page}"


def fitted(text: str, room: float) -> str:
    """Return ``text``, cut with « … » when it is wider than ``room`` points."""
    text = text[:300]
    if _width(text) <= room:
        return text
    while text and _width(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _draw_sides(canvas: Canvas, base: float, left: str, right: str) -> None:
    canvas.setFillColor(styles.META)
    _draw_line(canvas, styles.SIDE, base, left)
    _draw_line(canvas, styles.PAGE_WIDTH - styles.SIDE - _width(right), base, right)


def _draw_line(canvas: Canvas, x: float, base: float, text: str) -> None:
    parts = [(part, face) for face, part in runs(text, REGULAR)]
    line = canvas.beginText(x, base)
    for part, face in in_drawing_order(parts, main_direction(text)) if is_mixed(text) else parts:
        line.setFont(face, styles.RUNNING_SIZE)
        line.textOut(part)
    canvas.drawText(line)


def _width(text: str) -> float:
    return width(text, REGULAR, styles.RUNNING_SIZE)


def _draw_rule(canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(styles.HAIRLINE)
    canvas.line(styles.SIDE, y, styles.PAGE_WIDTH - styles.SIDE, y)
