"""Saving as PDF and printing, from the question to the pages; the printer is a PDF file, read back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QDir, Qt, QTimer
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.desktop import pdf_saving, printing
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.messages import Toasts
from levers_app.desktop.paper import PaperOrder, PaperStoppedError, PaperWork, brief_order
from levers_app.desktop.pdf_printing import PrintingError, draw_pages, page_count, page_order, print_pdf
from levers_app.desktop.pdf_saving import PdfSaving
from levers_app.desktop.printing import Printing
from levers_app.desktop.status_bar import StatusBar
from levers_app.desktop.theme import Theme
from tests.briefs.documents import edition_of, lever
from tests.desktop.helpers import open_windows, press, shown_text

GREYS = (0.0, 0.25, 0.5, 0.75)


def write_pages(path: Path) -> None:
    """Four A4 pages, each of one grey."""
    canvas = Canvas(str(path), pagesize=(595.28, 841.89))
    for grey in GREYS:
        canvas.setFillGray(grey)
        canvas.rect(0, 0, 596, 842, fill=1, stroke=0)
        canvas.showPage()
    canvas.save()


def printed_pages(path: Path) -> list[int]:
    """Numbers of the pages of :func:`write_pages` that are in ``path``, in order."""
    with closing(PdfDocument(path)) as document:
        greys = [page.render(scale=0.1).to_pil().convert("L").getpixel((30, 42)) / 255 for page in document]
    return [min(range(4), key=lambda page: abs(GREYS[page] - grey)) for grey in greys]


ORDER = PaperOrder("Contrôle d’accès : halls", write_pages)


class Desk:
    """A window with what saving and printing need."""

    def __init__(self, folder: Path) -> None:
        self.window = QWidget()
        self.window.resize(700, 500)
        self.toasts = toasts = Toasts(StatusBar(Theme(), self.window))
        self.window.show()
        self.jobs = Jobs(self.window)
        self.folder = folder
        self.saving = PdfSaving(self.window, self.jobs, toasts, self.remember)
        self.printing = Printing(self.window, self.jobs, toasts, self.saving)

    def remember(self, folder: Path | None = None, /) -> Path:
        self.folder = folder or self.folder
        return self.folder

    def text(self) -> str:
        return shown_text(self.window).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    application = QApplication.instance()
    assert application is not None
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.window)
    yield desk
    desk.jobs.close()
    for window in QApplication.topLevelWidgets():
        window.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    paths: list[Path] = []

    def remember(path: Path) -> bool:
        paths.append(path)
        return True

    monkeypatch.setattr(pdf_saving, "open_outside", remember)
    return paths


def dialog_of(qtbot: QtBot, kind: type[Any]) -> Any:
    def found() -> list[QWidget]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def save_as(qtbot: QtBot, name: str = "") -> None:
    """Answer the open question, with another name if there is one."""
    dialog = dialog_of(qtbot, QFileDialog)
    field = dialog.findChild(QLineEdit)
    if name:
        field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_proposed_name_comes_from_the_title(qtbot: QtBot, desk: Desk) -> None:
    desk.saving.ask(ORDER)
    assert dialog_of(qtbot, QFileDialog).findChild(QLineEdit).text() == "Contrôle d’accès halls.pdf"


def test_the_pdf_is_where_the_person_said_and_opens(qtbot: QtBot, desk: Desk, opened: list[Path]) -> None:
    desk.saving.ask(ORDER)
    save_as(qtbot, "ma fiche")
    qtbot.waitUntil(lambda: "« ma fiche.pdf » est enregistré." in desk.text())
    press(qtbot, desk.window, "Ouvrir")
    assert printed_pages(desk.folder / "ma fiche.pdf") == [0, 1, 2, 3]
    assert opened == [desk.folder / "ma fiche.pdf"]


def test_the_folder_opens_and_is_remembered(qtbot: QtBot, desk: Desk, tmp_path: Path, opened: list[Path]) -> None:
    (tmp_path / "notes").mkdir()
    desk.saving.ask(ORDER)
    save_as(qtbot, str(tmp_path / "notes" / "a.pdf"))
    qtbot.waitUntil(lambda: "est enregistré" in desk.text())
    press(qtbot, desk.window, "Ouvrir le dossier")
    assert opened == [tmp_path / "notes"]
    assert desk.folder == tmp_path / "notes"


def test_asking_twice_opens_one_question(qtbot: QtBot, desk: Desk) -> None:
    desk.saving.ask(ORDER)
    desk.saving.ask(ORDER)
    assert len(open_windows("Enregistrer en PDF")) == 1


def test_after_giving_up_one_can_ask_again(qtbot: QtBot, desk: Desk) -> None:
    desk.saving.ask(ORDER)
    dialog = dialog_of(qtbot, QFileDialog)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    desk.saving.ask(ORDER)
    assert len(open_windows("Enregistrer en PDF")) == 1


def refuse(path: Path) -> None:
    raise UnknownRecordError("lever:absent")


def test_a_known_error_offers_another_folder(qtbot: QtBot, desk: Desk) -> None:
    desk.saving.ask(PaperOrder("Fiche", refuse))
    save_as(qtbot)
    qtbot.waitUntil(lambda: bool(open_windows("Leviers")))
    told = open_windows("Leviers")[0]
    assert "lever:absent" in shown_text(told)
    press(qtbot, told, "Choisir un autre dossier")
    qtbot.waitUntil(lambda: bool(open_windows("Enregistrer en PDF")))


def test_a_folder_that_nothing_can_be_written_in_is_not_proposed_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lecture seule").mkdir()
    desk.saving.ask(PaperOrder("Fiche", refuse))
    save_as(qtbot, str(tmp_path / "lecture seule" / "a.pdf"))
    qtbot.waitUntil(lambda: bool(open_windows("Leviers")))
    assert desk.folder == tmp_path
    desk.folder = tmp_path / "lecture seule"  # where the last PDF went, when it could still be written
    monkeypatch.setattr("os.access", lambda *_: False)
    press(qtbot, open_windows("Leviers")[0], "Choisir un autre dossier")
    assert dialog_of(qtbot, QFileDialog).directory() == QDir.home()


@pytest.mark.parametrize("part", ["saving", "printing"])
def test_an_unknown_error_goes_to_the_one_hook(
    part: str, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ["HP"])
    with qtbot.waitSignal(desk.jobs.unexpected):
        getattr(desk, part).ask(PaperOrder("Fiche", lambda path: 1 / 0))
        if part == "saving":
            save_as(qtbot)


def test_a_long_work_says_how_far_it_is_and_stops_when_asked(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    work, told = PaperWork(), Event()

    def write(path: Path) -> None:
        work.report(34, 158)
        while not work.stopped:
            told.wait(0.01)
        raise PaperStoppedError

    desk.saving.ask(PaperOrder("Dossier", write, work=work))
    save_as(qtbot)
    qtbot.waitUntil(lambda: "34 sur 158" in shown_text(desk.window))
    press(qtbot, desk.window, "Arrêter")
    qtbot.waitUntil(lambda: "rien n’a été écrit" in shown_text(desk.window))
    assert not list(tmp_path.glob("*.pdf"))


def test_how_far_a_file_is_does_not_take_the_place_of_another_message(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    work, go_on = PaperWork(), Event()

    def write(path: Path) -> None:
        work.report(34, 158)
        go_on.wait(10)
        path.write_bytes(b"%PDF")

    desk.saving.ask(PaperOrder("Dossier", write, work=work))
    save_as(qtbot)
    qtbot.waitUntil(lambda: "34 sur 158" in shown_text(desk.window))
    desk.toasts.show("La note est jetée.")
    work.report(35, 158)
    (look,) = desk.saving.findChildren(QTimer)
    for _ in range(2):
        with qtbot.waitSignal(look.timeout):
            pass
    assert "La note est jetée." in shown_text(desk.window)
    go_on.set()
    qtbot.waitUntil(lambda: "est enregistré" in shown_text(desk.window))


def test_a_short_work_offers_no_stop(qtbot: QtBot, desk: Desk) -> None:
    go_on = Event()
    desk.saving.ask(PaperOrder("Note", lambda path: go_on.wait(10)))
    save_as(qtbot)
    qtbot.waitUntil(lambda: "Préparation" in shown_text(desk.window))
    assert "Arrêter" not in [button.text() for button in desk.window.findChildren(QAbstractButton)]
    go_on.set()
    qtbot.waitUntil(lambda: "est enregistré" in shown_text(desk.window))


def test_a_note_that_is_stopped_leaves_what_stood_there(tmp_path: Path) -> None:
    kept = tmp_path / "note.pdf"
    kept.write_bytes(b"%PDF-1.7 ancien")
    order = brief_order("Note", lambda: edition_of(*[lever(f"Levier {n}", f"l{n}") for n in range(40)]))
    assert order.work is not None
    order.work.stop()
    with pytest.raises(PaperStoppedError):
        order.write_at(kept)
    assert kept.read_bytes() == b"%PDF-1.7 ancien"
    order.work.begin()
    assert page_count(order.write_at(kept)) >= 40
    assert order.work.total == 40


def test_without_a_printer_the_pdf_is_offered(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printer_names", list)
    desk.printing.ask(ORDER)
    told = open_windows("Imprimer")[0]
    assert "Aucune imprimante" in shown_text(told)
    press(qtbot, told, "Enregistrer en PDF")
    qtbot.waitUntil(lambda: bool(open_windows("Enregistrer en PDF")))


@pytest.fixture
def asked(qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QPrintDialog:
    """The print dialog, open for four pages, onto a printer that is a PDF file."""
    monkeypatch.setattr(printing, "printer_names", lambda: ["PDF"])
    monkeypatch.setattr(printing, "new_printer", lambda title: pdf_printer(tmp_path / "papier.pdf"))
    desk.printing.ask(ORDER)
    dialog: QPrintDialog = dialog_of(qtbot, QPrintDialog)
    return dialog


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def prepared(desk: Desk) -> Path:
    return desk.printing._prepared_file()


def test_the_pages_reach_the_printer_and_the_private_file_goes(
    qtbot: QtBot, desk: Desk, asked: QPrintDialog, tmp_path: Path
) -> None:
    private = prepared(desk)
    assert private.parent.stat().st_mode & 0o077 == 0
    press(qtbot, asked, "Imprimer")
    qtbot.waitUntil(lambda: "4 pages envoyées" in desk.text(), timeout=20000)
    assert printed_pages(tmp_path / "papier.pdf") == [0, 1, 2, 3]
    assert not private.parent.exists()


def test_giving_up_prints_nothing_and_leaves_nothing(
    qtbot: QtBot, desk: Desk, asked: QPrintDialog, tmp_path: Path
) -> None:
    private = prepared(desk)
    with qtbot.waitSignal(asked.destroyed):
        press(qtbot, asked, "Annuler")
    assert not private.parent.exists()
    assert not (tmp_path / "papier.pdf").exists()


def test_one_order_is_printed_at_a_time(qtbot: QtBot, desk: Desk, asked: QPrintDialog) -> None:
    desk.printing.ask(ORDER)
    assert len(open_windows("Imprimer")) == 1


def test_a_window_that_closes_while_asking_leaves_no_file(desk: Desk, asked: QPrintDialog) -> None:
    private = prepared(desk)
    asked.close()
    assert not private.parent.exists()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    path = tmp_path / "pages.pdf"
    write_pages(path)
    return path


def chosen(printer: QPrinter, change: Callable[[QPrinter], object]) -> list[int]:
    change(printer)
    return page_order(printer, 4)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda p: None, [0, 1, 2, 3]),
        (lambda p: (p.setPrintRange(QPrinter.PrintRange.PageRange), p.setFromTo(2, 3)), [1, 2]),
        (
            lambda p: (p.setPrintRange(QPrinter.PrintRange.PageRange), p.setPageRanges(QPageRanges.fromString("1,4"))),
            [0, 3],
        ),
        (lambda p: p.setPageOrder(QPrinter.PageOrder.LastPageFirst), [3, 2, 1, 0]),
        (lambda p: (p.setFromTo(1, 1), p.setPrintRange(QPrinter.PrintRange.PageRange), p.setCopyCount(3)), [0, 0, 0]),
        (lambda p: (p.setCopyCount(2), p.setCollateCopies(True)), [0, 1, 2, 3, 0, 1, 2, 3]),
        (lambda p: (p.setCopyCount(2), p.setCollateCopies(False)), [0, 0, 1, 1, 2, 2, 3, 3]),
    ],
)
def test_range_order_and_copies_are_respected(change: Any, expected: list[int], qapp: object, tmp_path: Path) -> None:
    assert chosen(pdf_printer(tmp_path / "papier.pdf"), change) == expected


def test_only_the_wanted_pages_are_printed(qapp: object, pages: Path, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "papier.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pdf(pages, printer) == 2
    assert printed_pages(tmp_path / "papier.pdf") == [1, 2]


def test_a_file_gets_the_text_itself(qapp: object, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "mots.pdf"))
    canvas.drawString(100, 700, "Halls occupés")
    canvas.save()
    print_pdf(tmp_path / "mots.pdf", pdf_printer(tmp_path / "papier.pdf"))
    with closing(PdfDocument(tmp_path / "papier.pdf")) as document:
        assert document[0].get_textpage().get_text_range() == "Halls occupés"


def drawn(pages: Path, printer: QPrinter) -> Path:
    """Draw all pages dot by dot, as on a real printer."""
    with closing(PdfDocument(pages)) as document:
        draw_pages(document, [0, 1, 2, 3], printer)
    return Path(printer.outputFileName())


@pytest.mark.parametrize("mode", [QPrinter.ColorMode.Color, QPrinter.ColorMode.GrayScale])
def test_a_printer_gets_each_page_drawn(mode: QPrinter.ColorMode, qapp: object, pages: Path, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "papier.pdf")
    printer.setColorMode(mode)
    assert printed_pages(drawn(pages, printer)) == [0, 1, 2, 3]


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter])
def test_a_page_fills_the_paper_without_a_gap(
    size: QPageSize.PageSizeId, qapp: object, pages: Path, tmp_path: Path
) -> None:
    printer = pdf_printer(tmp_path / "papier.pdf")
    printer.setPageSize(QPageSize(size))
    with closing(PdfDocument(drawn(pages, printer))) as document:
        image = document[0].render(scale=1.4).to_pil().convert("L")
    column = [image.getpixel((image.width // 2, y)) for y in range(4, image.height - 4)]
    assert max(column) < 20


def test_pages_that_do_not_exist_are_told(qapp: object, pages: Path, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "papier.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(8, 9)
    with pytest.raises(PrintingError, match="aucune page"):
        print_pdf(pages, printer)


def test_a_file_that_cannot_be_written_is_told(qapp: object, pages: Path, tmp_path: Path) -> None:
    with pytest.raises(PrintingError, match="ne peut pas être écrit"):
        print_pdf(pages, pdf_printer(tmp_path / "absent" / "papier.pdf"))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(qapp: object, pages: Path, tmp_path: Path) -> None:
    with pytest.raises(PrintingError, match="n’accepte pas"):
        drawn(pages, pdf_printer(tmp_path / "absent" / "papier.pdf"))


def test_a_damaged_file_is_told(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "abime.pdf").write_bytes(b"%PDF-1.7 rien")
    with pytest.raises(PrintingError, match="relu"):
        page_count(tmp_path / "abime.pdf")
