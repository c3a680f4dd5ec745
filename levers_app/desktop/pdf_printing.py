"""Pages of a PDF onto a printer, at the printer's own resolution; runs on a worker thread."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from math import ceil
from pathlib import Path

from pypdfium2 import PdfBitmap, PdfDocument, PdfiumError, PdfPage, raw
from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.pdf_pages import PDFIUM

_MAX_DPI = 600
"""Above this nothing is sharper on paper."""
_PIXELS_RENDERED = 4_000_000
"""At once: 16 MB, where a whole A4 page at 600 dpi would take 140."""
_PIXELS_DRAWN = 500_000
"""At once: Qt keeps the interpreter for itself meanwhile, and the window has to move on."""
_OVERLAP = 8
"""Rows that a strip shares with the next one: no seam, however the printer scales each of them."""
_WHITE = (255, 255, 255, 255)


class PrintingError(LeviersError):
    """The pages did not reach the printer."""

    def __init__(self, reason: str) -> None:
        """``reason`` is the end of a French sentence."""
        super().__init__(
            f"L’impression n’a pas abouti\N{NO-BREAK SPACE}: {reason}. Rien n’est perdu. "
            "Vérifiez l’imprimante et recommencez, ou enregistrez en PDF."
        )


def page_count(path: Path) -> int:
    """Number of pages of the PDF at ``path``.

    Raises:
        PrintingError: the file cannot be read.
    """
    with _opened(path) as document, PDFIUM:
        return len(document)


def page_order(printer: QPrinter, total: int) -> list[int]:
    """Numbers, from 0, of the pages to send, in the order in which they go: range, reverse order, copies."""
    pages = [page for page in range(total) if _wanted(printer, page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def print_pdf(path: Path, printer: QPrinter) -> int:
    """Send the wanted pages of ``path`` to ``printer`` and return how many there were.

    « Imprimer dans un fichier (PDF) » gets the pages as they are, text and all.

    Raises:
        PrintingError: the file cannot be read, or the printer does not take it.
    """
    with _opened(path) as document:
        with PDFIUM:
            total = len(document)
        pages = page_order(printer, total)
        if not pages:
            raise PrintingError("aucune page ne correspond aux numéros demandés")
        if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            _write_pages(document, pages, Path(printer.outputFileName()))
        else:
            draw_pages(document, pages, printer)
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise PrintingError("l’imprimante signale une erreur")
    return len(pages)


def draw_pages(document: PdfDocument, pages: list[int], printer: QPrinter) -> None:
    """Draw ``pages`` of ``document`` on ``printer``, one a sheet.

    Raises:
        PrintingError: the printer does not take them.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError("l’imprimante n’accepte pas de document")
    try:
        for place, number in enumerate(pages):
            if place and not printer.newPage():
                raise PrintingError("l’imprimante a refusé une page")
            with PDFIUM, closing(document[number]) as page:
                _draw(page, painter, printer)
    finally:
        painter.end()


def _write_pages(document: PdfDocument, pages: list[int], path: Path) -> None:
    with PDFIUM, closing(PdfDocument.new()) as chosen:
        chosen.import_pages(document, pages)
        try:
            chosen.save(path)
        except OSError as error:
            raise PrintingError("le fichier choisi ne peut pas être écrit") from error


@contextmanager
def _opened(path: Path) -> Iterator[PdfDocument]:
    try:
        with PDFIUM:
            document = PdfDocument(path)
    except PdfiumError as error:
        raise PrintingError("le document préparé ne peut pas être relu") from error
    try:
        yield document
    finally:
        with PDFIUM:
            document.close()


def _wanted(printer: QPrinter, number: int) -> bool:
    ranges = printer.pageRanges()
    if printer.printRange() != QPrinter.PrintRange.PageRange or ranges.isEmpty():
        return True
    return ranges.contains(number)


def _draw(page: PdfPage, painter: QPainter, printer: QPrinter) -> None:
    """Draw one page as large as the paper allows, in strips from top to bottom that meet on whole device pixels."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel).size().toSize()
    step = ceil(printer.resolution() / _MAX_DPI)
    size = _fitted(QSizeF(*page.get_size()), paper) / step
    left, top = (paper.width() - size.width() * step) // 2, (paper.height() - size.height() * step) // 2
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    for row, rows in _strips(size.height(), _PIXELS_RENDERED // size.width()):
        image = _render(page, size, row, rows, grey=grey)
        for slice_row, slice_rows in _strips(rows, _PIXELS_DRAWN // size.width()):
            place = QRect(left, top + (row + slice_row) * step, size.width() * step, slice_rows * step)
            painter.drawImage(place, image, QRect(0, slice_row, size.width(), slice_rows))


def _strips(end: int, height: int) -> Iterator[tuple[int, int]]:
    """Cut rows into strips of about ``height``: first row and number of rows of each."""
    for row in range(0, end, max(1, height)):
        yield row, min(max(1, height) + _OVERLAP, end - row)


def _render(page: PdfPage, size: QSize, row: int, rows: int, *, grey: bool) -> QImage:
    """Return ``rows`` rows, from ``row`` on, of the page drawn at ``size``."""
    kind = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx
    bitmap = PdfBitmap.new_native(size.width(), rows, kind)
    bitmap.fill_rect(_WHITE, 0, 0, size.width(), rows)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, -row, size.width(), size.height(), 0, raw.FPDF_PRINTING)
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    return QImage(memoryview(bitmap.buffer), size.width(), rows, bitmap.stride, form).copy()


def _fitted(page: QSizeF, paper: QSize) -> QSize:
    """Return the size of the page on the paper: its own when both have the same shape, else shrunk to fit."""
    return page.scaled(QSizeF(paper), Qt.AspectRatioMode.KeepAspectRatio).toSize()
