"""The pages: margins, running head, foot with « page / pages », outline and what the file says of itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from levers_app.briefs import styles
from levers_app.briefs.about import LANGUAGE, PRODUCER, PROGRAM, About, metadata
from levers_app.briefs.ending import Ending, Room
from levers_app.briefs.entries import Run
from levers_app.briefs.fonts import REGULAR
from levers_app.briefs.mention import draw_line, draw_mention
from levers_app.briefs.outline import OutlineEntry, also_named, grouped
from levers_app.briefs.prose import draw_sign
from levers_app.briefs.runs import shaped, width
from levers_app.briefs.tagging import FOOTER, HEADER, PagePlace, TaggedCanvas
from levers_app.briefs.tags import Tag
from levers_app.catalogue.typography import whole_words

SUITE = ", suite"
"""Ends the running head of a page that goes on with a sheet."""
rl_config.useA85 = 0  # streams as bytes, not as text: a fifth smaller, and quicker


class BriefCanvas(TaggedCanvas):
    """Draws signs inside lines; writes last what needs to know all pages: their feet, and the numbers of the contents.

    Attributes:
        starts: the page, from 1, on which each named place is.
    """

    def __init__(
        self,
        file: BinaryIO,
        about: About,
        contents: Sequence[Run] = (),
        **options: Any,  # noqa: ANN401 - whatever reportlab passes
    ) -> None:
        """Open a file that says ``about`` of itself; with ``contents``, its outline is open and grouped as they are."""
        super().__init__(file, **options)
        self.starts: dict[str, int] = {}
        self._contents = contents
        self._also_named = also_named(contents)
        self._outline: list[OutlineEntry] = []
        self._about = about
        self._feet: list[float] = []
        self._numbers: list[_Number] = []
        self.setNamedCB("mark", draw_sign)  # type: ignore[arg-type] # the label is whatever the fragment gives
        self.setDateFormatter(lambda *_: f"{about.printed:D:%Y%m%d}000000Z")

    @property
    def document(self) -> pdfdoc.PDFDocument:
        """What it writes."""
        return self._doc

    def bookmarkHorizontal(self, key: str, relativeX: float, relativeY: float, **options: Any) -> None:  # noqa: ANN401, N802, N803 - reportlab's
        """Name a place, and remember its page."""
        self.starts.setdefault(key, self.getPageNumber())
        for name in (key, *self._also_named.get(key, ())):
            super().bookmarkHorizontal(name, relativeX, relativeY, **options)

    def addOutlineEntry(self, title: str, key: str, level: int = 0, closed: bool | None = None) -> None:  # noqa: N802 - reportlab's
        """Remember an entry: the outline is written last."""
        self._outline.append(OutlineEntry(title, key, level, bool(closed)))

    def leave_foot(self, width: float) -> None:
        """Leave the place of the foot of this page, ``width`` points wide."""
        self._feet.append(width)
        self.doForm(_foot_name(self.getPageNumber()))

    def number_later(self, anchor: str, right: float, style: ParagraphStyle, tag: Tag) -> None:
        """Have the page of ``anchor`` written here, up to ``right``, once it is known."""
        x, y = self.absolutePosition(right, style.leading - style.fontSize)
        self._numbers.append(_Number(anchor, x, y, style, tag, self.place))

    def save(self) -> None:
        """Write numbers and feet, then the file."""
        pages = self.getPageNumber() - 1
        for number in self._numbers:
            self._write_number(number)
        for page, page_width in enumerate(self._feet, start=1):
            self.beginForm(_foot_name(page), 0, 0, page_width + 2 * styles.SIDE, styles.FOOT)
            _draw_rule(self, styles.FOOT - 6, page_width)
            taken = draw_mention(self, styles.SIDE, styles.FOOT - 16, self._about.mention)
            foot = fitted(shaped(self._about.foot), page_width - taken - 60)
            _draw_sides(self, styles.FOOT - 16, (foot, f"{page} / {pages}"), page_width, taken)
            self.endForm()
        self._write_outline()
        self._doc.Catalog.Metadata = metadata(self._about)
        super().save()

    def _write_outline(self) -> None:
        """Write the entries, each at most one below the one before it: reportlab refuses others."""
        level = -1
        for entry in grouped(self._outline, self._contents):
            level = min(entry.level, level + 1)
            super().addOutlineEntry(entry.title, entry.key, level, entry.closed)
        if self._contents:
            self.showOutline()

    def _write_number(self, number: "_Number") -> None:
        text = str(self.starts.get(number.anchor, ""))
        style = number.style
        left = number.x - width(text, style.fontName, style.fontSize)
        with self.again(number.place, number.tag):
            self.setFillColor(style.textColor)
            line = self.beginText(left, number.y)
            line.setFont(style.fontName, style.fontSize)
            line.textOut(text)
            self.drawText(line)


@dataclass(frozen=True, slots=True)
class _Number:
    """The number of a page that is to be written: of which place, where, how, as content of what."""

    anchor: str
    x: float
    y: float
    style: ParagraphStyle
    tag: Tag
    place: PagePlace


class Page(PageTemplate):
    """A page with its running head, upright or in landscape."""

    def __init__(
        self,
        name: str,
        after: str,
        head: tuple[str, str] = ("", ""),
        *,
        landscape: bool = False,
    ) -> None:
        """``after`` names the page that follows this one."""
        size = (styles.PAGE_WIDTH, styles.PAGE_HEIGHT)
        wide, high = reversed(size) if landscape else size
        self._text_width = wide - 2 * styles.SIDE
        frame = Frame(styles.SIDE, styles.FOOT + 6, self._text_width, text_height(landscape=landscape), 0, 0, 0, 0)
        super().__init__(name, [frame], pagesize=(wide, high), autoNextPageTemplate=after)
        self._base = high - styles.TOP - styles.RUNNING_SIZE
        self._head = _sides(head, self._text_width)

    def beforeDrawPage(self, canvas: Canvas, _document: BaseDocTemplate) -> None:  # noqa: N802 - reportlab's name
        """Draw the running head, if there is one, and leave the place of the foot."""
        assert isinstance(canvas, BriefCanvas)  # noqa: S101 - the one that lay_out gives
        if any(self._head):
            with canvas.artifact(HEADER):
                _draw_sides(canvas, self._base, self._head, self._text_width)
                _draw_rule(canvas, self._base - 8, self._text_width)
        with canvas.artifact(FOOTER):
            canvas.leave_foot(self._text_width)


def text_height(*, landscape: bool = False) -> float:
    """Return how high the text of a page may be."""
    high = styles.PAGE_WIDTH if landscape else styles.PAGE_HEIGHT
    return high - styles.TOP - styles.HEAD_HEIGHT - styles.FOOT - 6


class Later(Flowable):
    """Flowables that are made when their turn comes: few of them are in memory at any time."""

    def __init__(self, flow: Iterable[Flowable]) -> None:
        """Stand for ``flow``."""
        super().__init__()
        self.flow = flow


class _BriefDocument(BaseDocTemplate):
    def filterFlowables(self, flowables: list[Flowable]) -> None:  # noqa: N802 - reportlab's name
        """Put flowables in the place of what stands for them."""
        while isinstance(first := flowables[0], Later | Ending):
            flowables[:1] = first.flow if isinstance(first, Later) else first.flow(self._room)

    @property
    def _room(self) -> Room:
        """What the page has left now."""
        frame: Any = self.frame
        return Room(frame._y - frame._y1p, frame._prevASpace, frame._height)  # noqa: SLF001 - nothing else tells


def lay_out(
    file: BinaryIO, story: Iterable[Flowable], templates: Sequence[Page], about: About, contents: Sequence[Run] = ()
) -> BriefCanvas:
    """Lay ``story``, which shows ``contents``, out in pages, write the PDF and return what it was drawn on."""
    document = _BriefDocument(
        file,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        pageTemplates=list(templates),
        title=about.title,
        author=about.author,
        creator=PROGRAM,
        producer=PRODUCER,
        subject=about.subject,
        keywords=list(about.keywords),
        lang=LANGUAGE,
        displayDocTitle=1,
        initialFontName=REGULAR,
        invariant=1,
    )
    document.build(list(story), canvasmaker=lambda path, **options: BriefCanvas(path, about, contents, **options))
    assert isinstance(document.canv, BriefCanvas)  # noqa: S101 - made a line before
    return document.canv


def _foot_name(page: int) -> str:
    return f"foot-{page}"


def fitted(text: str, room: float) -> str:
    """Return ``text``, cut between words with « … » when it is wider than ``room`` points; « , suite » stays."""
    name, tail = (text.removesuffix(SUITE), SUITE) if text.endswith(SUITE) else (text, "")
    name = name[:300]
    if _width(f"{name}{tail}") <= room:
        return f"{name}{tail}"
    fitting = next((most for most in range(len(name), 0, -1) if _width(f"{name[:most]}…{tail}") <= room), 0)
    return f"{whole_words(name, fitting)}…{tail}"


def _sides(sides: tuple[str, str], room: float) -> tuple[str, str]:
    """Return both sides of a running head: each has half of the room, and what the other leaves of it."""
    left, right = map(shaped, sides)
    room -= styles.GUTTER
    right = fitted(right, room - min(_width(left), room / 2))
    return fitted(left, room - _width(right)), right


def _draw_sides(canvas: Canvas, base: float, sides: tuple[str, str], text_width: float, taken: float = 0.0) -> None:
    """Draw words at both ends of a line; those at left begin after what is ``taken`` of it."""
    left, right = sides
    canvas.setFillColor(styles.META)
    draw_line(canvas, styles.SIDE + taken, base, left)
    draw_line(canvas, styles.SIDE + text_width - _width(right), base, right)


def _width(text: str) -> float:
    return width(text, REGULAR, styles.RUNNING_SIZE)


def _draw_rule(canvas: Canvas, y: float, text_width: float) -> None:
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(styles.HAIRLINE)
    canvas.line(styles.SIDE, y, styles.SIDE + text_width, y)
