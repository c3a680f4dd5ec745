"""Pages of a PDF onto a printer, at the printer's own resolution; runs on a worker thread."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from levers_app.catalogue.errors import LeviersError

_PRINTER_DPI = 600
"""Above this nothing is sharper on paper."""
_FILE_DPI = 300
"""For « Imprimer dans un fichier », where a page is one picture that is looked at, zoomed and sent by mail."""
_PIXELS = 500_000
"""Pixels drawn at once: Qt keeps the interpreter for itself meanwhile, and the window has to move on."""


class PrintingError(LeviersError):
    """The pages did not reach the printer."""

    def __init__(self, reason: str) -> None:
        """``reason`` is the end of a French sentence."""
        super().__init__(
            f"L’impression n’a pas abouti\N{NO-BREAK SPACE}: {reason}. Rien n’est perdu. "
            "Vérifiez l’imprimante et recommencez, ou enregistrez la fiche en PDF."
        )


def page_count(path: Path) -> int:
    """Number of pages of the PDF at ``path``.

    Raises:
        PrintingError: the file cannot be read.
    """
    return _load(path).pageCount()


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
    """Draw the wanted pages of ``path`` on ``printer`` and return how many were sent.

    Raises:
        PrintingError: the file cannot be read, or the printer does not take it.
    """
    document = _load(path)
    pages = page_order(printer, document.pageCount())
    if not pages:
        raise PrintingError("aucune page ne correspond aux numéros demandés")
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError("l’imprimante, ou le fichier choisi, n’accepte pas de document")
    try:
        for place, page in enumerate(pages):
            if place and not printer.newPage():
                raise PrintingError("l’imprimante a refusé une page")
            _draw(document, page, painter, printer)
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise PrintingError("l’imprimante signale une erreur")
    return len(pages)


def _load(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    if document.load(str(path)) != QPdfDocument.Error.None_:
        raise PrintingError("le document préparé ne peut pas être relu")
    return document


def _wanted(printer: QPrinter, number: int) -> bool:
    ranges = printer.pageRanges()
    if printer.printRange() != QPrinter.PrintRange.PageRange or ranges.isEmpty():
        return True
    return ranges.contains(number)


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    """Draw one page as large as the paper allows, in bands from top to bottom that meet on whole device pixels."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel).size().toSize()
    wanted = _FILE_DPI if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat else _PRINTER_DPI
    step = ceil(printer.resolution() / wanted)
    size = _fitted(document.pagePointSize(page), paper) / step
    left, top = (paper.width() - size.width() * step) // 2, (paper.height() - size.height() * step) // 2
    rows = max(1, _PIXELS // size.width())
    for row in range(0, size.height(), rows):
        band = QRect(0, row, size.width(), min(rows, size.height() - row))
        place = QRect(left, top + row * step, band.width() * step, band.height() * step)
        painter.drawImage(place, _image(document, page, size, band, printer))


def _image(document: QPdfDocument, page: int, size: QSize, band: QRect, printer: QPrinter) -> QImage:
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(size)
    options.setScaledClipRect(band)
    image = QImage(band.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    drawing = QPainter(image)
    drawing.drawImage(0, 0, document.render(page, band.size(), options))
    drawing.end()
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image


def _fitted(page: QSizeF, paper: QSize) -> QSize:
    """Return the size of the page on the paper: its own when both have the same shape, else shrunk to fit."""
    return page.scaled(QSizeF(paper), Qt.AspectRatioMode.KeepAspectRatio).toSize()
