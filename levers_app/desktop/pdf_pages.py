"""The pages of a PDF as pixels and as text; no Qt here. Any thread may call, one at a time has PDFium."""

from threading import Lock
from typing import NamedTuple

from pypdfium2 import PdfBitmap, PdfDocument, PdfiumError, raw

PDFIUM = Lock()
"""PDFium is one for the whole program, and not made for several threads: whoever calls it holds this."""
_WHITE = (255, 255, 255, 255)
_TOLD = 4_000
"""Characters of a page that a screen reader is given."""


class Pixels(NamedTuple):
    """A picture, four bytes a pixel: blue, green, red and one that says nothing."""

    width: int
    height: int
    stride: int
    data: bytes


class PdfPages:
    """An open PDF.

    Attributes:
        sizes: width and height of each page, in points.
    """

    def __init__(self, data: bytes) -> None:
        """Read the whole file from ``data``.

        Raises:
            PdfiumError: it is no PDF.
        """
        with PDFIUM:
            self._document = PdfDocument(data)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number) for number in range(len(self._document))
            )
        self._closed = False

    def render(self, number: int, width: int) -> Pixels | None:
        """Return page ``number``, from 0, ``width`` pixels wide; nothing when the document was closed meanwhile."""
        across, down = self.sizes[number]
        height = max(1, round(width * down / across))
        with PDFIUM:
            if self._closed:
                return None
            page = self._document[number]
            bitmap = PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
            bitmap.fill_rect(_WHITE, 0, 0, width, height)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
            pixels = Pixels(width, height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        return pixels

    def text(self, number: int) -> str:
        """Return the words of page ``number``, from 0; nothing when they cannot be read."""
        with PDFIUM:
            if self._closed:
                return ""
            page = self._document[number]
            try:
                text = page.get_textpage()
                words = str(text.get_text_range(0, min(text.count_chars(), _TOLD)))
                text.close()
            except PdfiumError:
                words = ""
            page.close()
        return words

    def close(self) -> None:
        """Let go of the document."""
        with PDFIUM:
            if not self._closed:
                self._closed = True
                self._document.close()
