"""Photos on paper: side by side in rows that no page cuts, each over its caption, and no heavier than print needs."""

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from reportlab.lib.rl_accel import fp_str
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from levers_app.briefs import styles
from levers_app.briefs.prose import NBSP, UNBOUNDED, Prose, plain
from levers_app.briefs.tagging import TaggedCanvas
from levers_app.briefs.tags import Tag
from levers_app.sheets.document import AttachedItem
from levers_app.sheets.wording import DAMAGED, attached_facts, attached_kind, attached_words

HALF = (styles.WIDTH - styles.GUTTER) / 2
HIGH = 255.0
"""Points of a photo at most: with its caption, about a third of the page."""
_NARROWEST, _WIDEST = 0.5, 2.0
"""Width for a height of 1: beyond, a photo has a row of its own, such as a street or a plan."""
_PIXELS, _LEAST_PIXELS = 200 / 72, 96 / 72
"""Pixels a point: what print needs, and those under which one would see them."""
_LONG_CAPTION = 132.0
_ABOVE_CAPTION = 3.0
_QUALITY = 85
_BOX = 160.0, 120.0
"""Points of the box that stands for a photo."""
_LOSSLESS_WITHIN = 1.5
"""How much larger than a JPEG a drawing may be, to be kept without loss."""
_DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError),
    *(struct.error, zlib.error, Image.DecompressionBombError, Image.DecompressionBombWarning),
)
"""What Pillow raises on a file that is damaged."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it is put into the file, with what is said of it; in points, how large it may be at most.

    ``alt`` is for who cannot see it. One that cannot be read has no data: a box stands for it, with ``lost`` inside.
    """

    data: bytes
    caption: str
    alt: str
    width: float
    height: float
    lost: str = ""

    @property
    def shape(self) -> float:
        """Its width for a height of 1."""
        return self.width / self.height

    @property
    def is_odd(self) -> bool:
        """Whether it wants a row of its own."""
        return not _NARROWEST < self.shape < _WIDEST


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo in its place: ``left`` edge and size in points, and its caption, if any."""

    picture: Picture
    left: float
    width: float
    height: float
    caption: Prose | None
    tag: Tag

    @property
    def below(self) -> float:
        """Height of what stands under the photo."""
        return _ABOVE_CAPTION + self.caption.height if self.caption else 0.0


class Figures(Flowable):
    """One row of photos; their feet are on one line, so that their captions begin on one line."""

    canv: TaggedCanvas

    def __init__(self, figures: Sequence[Figure]) -> None:
        """Keep one photo or more."""
        super().__init__()
        self._figures = tuple(figures)
        self.tag = Tag("Div", *(figure.tag for figure in figures))
        self._below = max(figure.below for figure in figures)
        self.lead_in = max(figure.height for figure in figures) + self._below
        """Height that must be free for it: all of it, it is never cut."""
        self.spaceBefore, self.spaceAfter = 4, 8

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = available_width, self.lead_in
        return self.width, self.height

    def draw(self) -> None:
        """Draw photos and captions; a photo that stands in the file already is not put there again."""
        for figure in self._figures:
            figure.tag.attributes = self._place(figure)
            with self.canv.marked(figure.tag):
                self._draw_photo(figure)
            self._draw_frame(figure)
            if figure.caption:
                figure.tag.add(figure.caption.tag)
                figure.caption.drawOn(self.canv, figure.left, self._below - figure.below)

    def _draw_photo(self, figure: Figure) -> None:
        canvas, left, foot = self.canv, figure.left, self._below
        if figure.picture.data:
            reader = ImageReader(io.BytesIO(figure.picture.data))  # it keeps the photo decoded: not beyond this turn
            canvas.drawImage(reader, left, foot, figure.width, figure.height)
        else:
            style = styles.CELL_QUIET
            canvas.setFont(style.fontName, style.fontSize)
            canvas.setFillColor(style.textColor)
            middle = foot + (figure.height - style.fontSize) / 2
            canvas.drawCentredString(left + figure.width / 2, middle, figure.picture.lost)

    def _draw_frame(self, figure: Figure) -> None:
        with self.canv.artifact():
            self.canv.setLineWidth(styles.HAIRLINE)
            self.canv.setStrokeColor(styles.LINE)
            self.canv.rect(figure.left, self._below, figure.width, figure.height)

    def _place(self, figure: Figure) -> str:
        """Return where the photo stands on its page, as PDF has it."""
        left, foot = self.canv.absolutePosition(figure.left, self._below)
        return f"/O/Layout/BBox[{fp_str(left, foot, left + figure.width, foot + figure.height)}]"


def figure_rows(pictures: Sequence[Picture]) -> Iterator[Figures | Prose]:
    """Yield photos two by two at one height, those of odd shape alone; what is said at length stands under the row."""
    row: list[Picture] = []
    for picture in pictures:
        if row and (picture.is_odd or row[0].is_odd or len(row) == 2):
            yield from _row(row, alone=False)
            row = []
        row.append(picture)
    if row:
        yield from _row(row, alone=len(pictures) == 1)


def read_picture(item: AttachedItem) -> Picture | None:
    """Return a photo as large as it may be; nothing when it cannot be read, or not all of it."""
    from levers_app.store.photos import MAX_PIXELS  # noqa: PLC0415 - few briefs have photos

    try:
        path = Path(item.path)
        if not item.path or path.stat().st_size != item.size:
            return None
        with Image.open(path, formats=["JPEG", "PNG"]) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            scale = min(styles.WIDTH / image.width, HIGH / image.height, 1 / _LEAST_PIXELS)
            width, height = image.width * scale, image.height * scale
            alt = f"{attached_kind(item)}{NBSP}: {item.caption or item.name}"
            return Picture(_reduced(image, width, height), item.caption, alt, width, height)
    except _DAMAGE:
        return None


def lost_picture(item: AttachedItem) -> Picture:
    """Return what stands for a photo that cannot be read, or is not there: a box that says so over its name."""
    caption = f"{item.caption.removesuffix('.')} ({item.name})" if item.caption else item.name
    lost = DAMAGED if item.path else attached_facts(item)
    return Picture(b"", caption, attached_words(item, lost), *_BOX, lost)


def _reduced(image: Image.Image, width: float, height: float) -> bytes:
    """Return the photo with the pixels that it needs on paper: a JPEG, or a PNG where that keeps a drawing sharp."""
    pixels = max(1, round(width * _PIXELS)), max(1, round(height * _PIXELS))
    is_jpeg = image.format == "JPEG"
    image.draft(None, pixels)  # a JPEG far too large is not read in full
    paper = _on_paper(image)
    paper.thumbnail(pixels, Image.Resampling.LANCZOS)
    photo, drawing = io.BytesIO(), io.BytesIO()
    paper.save(photo, "JPEG", quality=_QUALITY, optimize=True)
    if is_jpeg:
        return photo.getvalue()
    paper.save(drawing, "PNG")
    return (drawing if drawing.tell() <= _LOSSLESS_WITHIN * photo.tell() else photo).getvalue()


def _on_paper(image: Image.Image) -> Image.Image:
    """Return the photo in grey or colours, on white where one could see through it."""
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")


def _row(row: Sequence[Picture], *, alone: bool) -> Iterator[Figures | Prose]:
    """Yield one row, as high as it can be; a photo that is the only one, or of odd shape, takes what it may."""
    free = styles.WIDTH - styles.GUTTER if len(row) > 1 else HALF
    high = HIGH if alone or row[0].is_odd else min(HIGH, free / sum(picture.shape for picture in row))
    figures, left, long = list[Figure](), 0.0, list[Prose]()
    for picture in row:
        height = min(high, picture.height)
        width = picture.shape * height
        caption = plain(picture.caption, styles.CELL_QUIET) if picture.caption else None
        room = width if len(row) > 1 else max(width, HALF)
        if caption and caption.wrap(room, UNBOUNDED)[1] > _LONG_CAPTION:
            long.append(plain(picture.caption, styles.QUIET))
            caption = None
        if caption:
            caption.tag = Tag("Caption")
        figures.append(Figure(picture, left, width, height, caption, Tag("Figure", alt=picture.alt)))
        left += width + styles.GUTTER
    yield Figures(figures)
    yield from long
