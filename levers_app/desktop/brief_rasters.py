"""The pages of a note as pictures, drawn behind the window, one after the other, what is looked at first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from levers_app.desktop.jobs import Job, Jobs, ignore

if TYPE_CHECKING:
    from levers_app.desktop.pdf_pages import PdfPages, Pixels

_MOST_PIXELS = 40_000_000
"""Kept at most, at four bytes each: a few pages in large, or all thumbnails of a file of sheets."""
_WIDEST = 6_000


class Rasters(QObject):
    """Draws pages of the present proof when they are asked for; those of the proof before it serve meanwhile.

    Signals:
        ready: a page, from 0, was drawn.
        told: a page and its words.
    """

    ready = Signal(int)
    told = Signal(int, str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Begin without pages."""
        super().__init__(parent)
        self._jobs = jobs
        self._pages: PdfPages | None = None
        self._images: dict[tuple[int, int], QImage] = {}
        self._old: dict[tuple[int, int], QImage] = {}
        self._queue: list[tuple[int, int]] = []
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether pages are still being drawn."""
        return self._job is not None

    def show(self, pages: "PdfPages | None") -> None:
        """Draw from ``pages`` from now on."""
        old, self._pages = self._pages, pages
        self._old = {**self._old, **self._images} if pages is not None else {}
        self._images, self._queue = {}, []
        if old is not None:
            self._jobs.note(old.close, ignore)

    def image(self, number: int, width: int, *, first: bool = False) -> QImage | None:
        """Return a page ``width`` pixels wide, or one that was there before it; it is drawn if it is not yet."""
        key = (number, min(width, _WIDEST))
        if key in self._images:
            return self._images[key]
        if self._pages is not None and number < len(self._pages.sizes):
            self._want(key, first=first)
        return self._old.get(key)

    def tell(self, number: int) -> None:
        """Read the words of a page."""
        pages = self._pages
        if pages is not None:
            self._jobs.read(lambda: (pages, number, pages.text(number)), self._take_words)

    def _want(self, key: tuple[int, int], *, first: bool) -> None:
        if key in self._queue:
            self._queue.remove(key)
        self._queue.insert(0 if first else len(self._queue), key)
        self._next()

    def _next(self) -> None:
        pages = self._pages
        if self._job is not None or not self._queue or pages is None:
            return
        number, width = self._queue.pop(0)
        self._job = self._jobs.read(
            lambda: (pages, number, width, _image(pages.render(number, width))), self._take, self._fail
        )

    def _take(self, drawn: "tuple[PdfPages, int, int, QImage | None]") -> None:
        pages, number, width, image = drawn
        self._job = None
        if pages is self._pages and image is not None:
            self._make_room(image.width() * image.height())
            self._images[number, width] = image
            self._old.pop((number, width), None)
            self.ready.emit(number)
        self._next()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._jobs.unexpected.emit(error)

    def _take_words(self, told: "tuple[PdfPages, int, str]") -> None:
        pages, number, words = told
        if pages is self._pages:
            self.told.emit(number, words)

    def _make_room(self, pixels: int) -> None:
        """Forget what was drawn first, the pages of earlier proofs before those of the present one."""
        for kept in (self._old, self._images):
            total = pixels + sum(i.width() * i.height() for each in (self._old, self._images) for i in each.values())
            while kept and total > _MOST_PIXELS:
                image = kept.pop(next(iter(kept)))
                total -= image.width() * image.height()


def _image(pixels: "Pixels | None") -> QImage | None:
    if pixels is None:
        return None
    form = QImage.Format.Format_RGB32
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, form).copy()
