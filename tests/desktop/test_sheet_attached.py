"""Photos and documents in the sheet on screen: shown, opened by mouse and keyboard, and never by what a text says."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument, QTextFormat, QTextImageFormat
from pytestqt.qtbot import QtBot

from levers_app.catalogue.brief import of_sheets
from levers_app.catalogue.records import Attachment
from levers_app.desktop import opening
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.paper import brief_order
from levers_app.desktop.program import Program
from levers_app.desktop.sheet_body import SheetBody
from levers_app.desktop.sheet_pane import SheetPane
from levers_app.desktop.sheet_pictures import read_picture
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import AttachedItem
from tests.desktop.helpers import open_dialog, press, shown_text
from tests.desktop.journeys import settle
from tests.desktop.test_sheet_pane import select_link
from tests.sheets.attached import item, photo, sheet
from tests.store.pictures import DOCUMENTS, drawing, png_of, saved

RED, BLUE, WHITE = 0xFFFE0000, 0xFF0000FE, 0xFFFFFFFF
CASE = "case:rennes-villejean-hall-bourbonnais"


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.close()


@pytest.fixture
def pane(qtbot: QtBot, jobs: Jobs) -> SheetPane:
    pane = SheetPane(Theme())
    pane.page.pictures.begin(jobs)
    pane.resize(1000, 700)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


@pytest.fixture
def show(qtbot: QtBot, pane: SheetPane, jobs: Jobs) -> Callable[..., SheetBody]:
    """Show the sheet of an example with these items, its photos read."""

    def show(*items: AttachedItem) -> SheetBody:
        pane.show_document(sheet(*items), depth="full", favourite=False)
        qtbot.waitUntil(lambda: not jobs.busy)
        return pane.page.body

    return show


def pictures(body: SheetBody) -> list[QTextImageFormat]:
    """The photos of the text, signs left out."""
    shapes, block = [], body.document().begin()
    while block.isValid():
        run = block.begin()
        while not run.atEnd():
            shape = run.fragment().charFormat()
            if shape.isImageFormat() and shape.isAnchor():
                shapes.append(shape.toImageFormat())
            run += 1
        block = block.next()
    return shapes


def size(shape: QTextImageFormat) -> tuple[int, int]:
    return round(shape.width()), round(shape.height())


def image(body: SheetBody, name: str) -> QImage:
    found = body.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert isinstance(found, QImage)
    return found


def is_like(colour: int, other: int) -> bool:
    """Whether two colours are one, but for what JPEG loses."""
    return all(abs((colour >> shift & 255) - (other >> shift & 255)) < 8 for shift in (0, 8, 16))


# -- what is shown


def test_a_photo_is_shown_over_its_caption(show: Callable[..., SheetBody], tmp_path: Path) -> None:
    body = show(photo(tmp_path / "hall.jpg", (1200, 900), "Le hall <b>repeint</b>"))
    (shape,) = pictures(body)
    assert size(shape) == (480, 360)
    shown = image(body, shape.name())
    assert shown.size() == QSize(480, 360)
    assert is_like(shown.pixel(50, 50), RED)
    assert is_like(shown.pixel(400, 300), BLUE)
    assert "Le hall <b>repeint</b>\nhall.jpg\u200220 ko" in body.toPlainText()


def test_a_screen_reader_says_the_caption_or_the_name(show: Callable[..., SheetBody], tmp_path: Path) -> None:
    body = show(photo(tmp_path / "a.jpg", caption="Le hall"), photo(tmp_path / "b.jpg"))
    alternatives = [shape.property(QTextFormat.Property.ImageAltText.value) for shape in pictures(body)]
    assert alternatives == ["Le hall", "b.jpg"]
    for href, words in (("piece:0", "Le hall"), ("piece:1", "b.jpg")):
        select_link(body, href)
        assert body.textCursor().selectedText() == f"\ufffc\u2028{words}"


@pytest.mark.parametrize(
    ("pixels", "shown"),
    [
        ((2400, 1200), (608, 304)),
        ((1200, 2400), (180, 360)),
        ((200, 100), (200, 100)),
        ((2400, 2), (608, 1)),
        ((2, 2400), (1, 360)),
    ],
)
def test_a_photo_fits_the_column_and_is_never_blown_up(
    show: Callable[..., SheetBody], tmp_path: Path, pixels: tuple[int, int], shown: tuple[int, int]
) -> None:
    (shape,) = pictures(show(photo(tmp_path / "a.png", pixels)))
    assert size(shape) == shown


def test_photos_follow_the_width_of_the_column(pane: SheetPane, show: Callable[..., SheetBody], tmp_path: Path) -> None:
    body = show(photo(tmp_path / "a.png", (2400, 1200)))
    for width in (400, 330, 1000):
        pane.resize(width, 700)
        (shape,) = pictures(body)
        assert size(shape)[0] == pane.page.plan.width
        assert image(body, shape.name()).width() == pane.page.plan.width


def test_what_is_seen_through_is_white_on_any_ground(tmp_path: Path) -> None:
    clear = item(tmp_path / "a.png", saved(drawing(mode="RGBA").point(lambda _: 0), "PNG"))
    assert read_picture(clear, QSize(600, 360)).image.pixel(30, 20) == WHITE


def test_another_look_keeps_the_photos(
    qtbot: QtBot, jobs: Jobs, pane: SheetPane, show: Callable[..., SheetBody], tmp_path: Path
) -> None:
    hall = photo(tmp_path / "a.jpg", (2400, 1800))
    body = show(hall)
    pane.set_theme(Theme(dark=True, scale=1.5))
    (shape,) = pictures(body)
    assert size(shape) == (720, 540)  # at once, from what was read before
    qtbot.waitUntil(lambda: not jobs.busy)
    found = pane.page.pictures.find(hall)
    assert found is not None
    assert found.image.height() == 540


def test_a_photo_on_its_way_holds_its_place(qtbot: QtBot, jobs: Jobs, pane: SheetPane, tmp_path: Path) -> None:
    pane.show_document(sheet(photo(tmp_path / "a.jpg", (1200, 800))), depth="full", favourite=False)
    (shape,) = pictures(pane.page.body)
    assert size(shape) == (540, 360)
    qtbot.waitUntil(lambda: not jobs.busy)


def test_photos_are_read_once(monkeypatch: pytest.MonkeyPatch, show: Callable[..., SheetBody], tmp_path: Path) -> None:
    read: list[str] = []

    def counted(shown: AttachedItem, room: QSize) -> object:
        read.append(shown.name)
        return read_picture(shown, room)

    monkeypatch.setattr("levers_app.desktop.sheet_pictures.read_picture", counted)
    items = photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg")
    for shown in (items, items[:1], items):
        show(*shown)
    assert read == ["a.jpg", "b.jpg"]


def test_many_photos_do_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch, pane: SheetPane, show: Callable[..., SheetBody], tmp_path: Path
) -> None:
    monkeypatch.setattr("levers_app.desktop.sheet_pictures._MOST_KEPT", 2_700_000)
    items = [photo(tmp_path / f"{n}.jpg", (600, 360)) for n in range(4)]
    for shown in items:
        show(shown)
    assert [pane.page.pictures.find(shown) is not None for shown in items] == [False, True, True, True]


# -- files that are not as they should be


def test_a_photo_whose_file_is_gone_is_told_in_a_line(show: Callable[..., SheetBody], tmp_path: Path) -> None:
    body = show(replace(photo(tmp_path / "a.jpg", caption="Le hall"), path=""))
    assert "a.jpg\u2002fichier absent\nLe hall" in body.toPlainText()
    assert pictures(body) == []


def cut_short(whole: AttachedItem) -> None:
    path = Path(whole.path)
    path.write_bytes(path.read_bytes()[:-200])


def remove(whole: AttachedItem) -> None:
    Path(whole.path).unlink()


@pytest.mark.parametrize("harm", [cut_short, remove])
def test_a_damaged_photo_is_told_in_a_line(
    show: Callable[..., SheetBody], tmp_path: Path, harm: Callable[[AttachedItem], None]
) -> None:
    whole, damaged = photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg", caption="Le hall")
    harm(damaged)
    body = show(damaged, whole)
    assert "b.jpg\u20026 ko · image illisible\nLe hall" in body.toPlainText()
    assert len(pictures(body)) == 1


def test_a_photo_that_is_whole_again_shows_again(show: Callable[..., SheetBody], tmp_path: Path) -> None:
    damaged = photo(tmp_path / "a.jpg")
    data = Path(damaged.path).read_bytes()
    cut_short(damaged)
    assert pictures(show(damaged)) == []
    Path(damaged.path).write_bytes(data)
    assert len(pictures(show(damaged))) == 1


@pytest.mark.parametrize("data", [png_of(60_000, 60_000), b"GIF89a", DOCUMENTS["note.pdf"]])
def test_what_is_no_photo_is_not_read_as_one(qtlog: object, tmp_path: Path, data: bytes) -> None:
    with qtlog.disabled():  # type: ignore[attr-defined]
        assert read_picture(item(tmp_path / "a.png", data), QSize(600, 360)).is_damaged


# -- opening


def test_tab_and_enter_ask_for_the_very_item(
    qtbot: QtBot, pane: SheetPane, show: Callable[..., SheetBody], tmp_path: Path
) -> None:
    both = photo(tmp_path / "a.jpg"), item(tmp_path / "note.pdf", DOCUMENTS["note.pdf"])
    body = show(*both)
    for number, wanted in enumerate(both):
        select_link(body, f"piece:{number}")
        with qtbot.waitSignal(body.attached_requested) as asked:
            qtbot.keyClick(body, Qt.Key.Key_Return)
        assert asked.args == [wanted]


def test_the_link_with_the_keyboard_has_a_frame(show: Callable[..., SheetBody], tmp_path: Path) -> None:
    body = show(photo(tmp_path / "a.jpg", (300, 200), "Le hall"))
    select_link(body, "piece:0")
    picture, caption = body._link_boxes()
    assert picture.width() == 306
    assert caption.top() == pytest.approx(picture.bottom(), abs=8)


@pytest.mark.parametrize(
    "href", ["piece:7", "piece:", "piece:/etc/passwd", "piece://x/0", "file:///etc/passwd", "PIECE:00"]
)
def test_other_links_open_nothing(qtbot: QtBot, show: Callable[..., SheetBody], tmp_path: Path, href: str) -> None:
    body = show(photo(tmp_path / "a.jpg"))
    with qtbot.assertNotEmitted(body.attached_requested):
        body.anchorClicked.emit(QUrl(href))


def test_no_path_is_in_the_text_nor_in_what_is_copied_from_it(show: Callable[..., SheetBody], tmp_path: Path) -> None:
    body = show(photo(tmp_path / "a.jpg", caption="Le hall"), item(tmp_path / "note.pdf", DOCUMENTS["note.pdf"]))
    body.selectAll()
    copied = body.createMimeDataFromSelection()
    for words in (body.document().toHtml(), copied.html(), copied.text()):
        assert "note.pdf" in words
        assert str(tmp_path) not in words


# -- in the window


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system is asked to open."""
    paths: list[Path] = []

    def note(path: Path) -> bool:
        paths.append(path)
        return True

    monkeypatch.setattr(opening, "open_outside", note)
    return paths


@pytest.fixture
def kept(qtbot: QtBot, program: Program) -> list[Attachment]:
    """A photo and a document of an example whose sheet is open."""
    services = program.services
    assert services is not None
    hall = services.attachments.add_bytes(saved(drawing((1200, 900)), "JPEG"), "hall.jpg")
    added = [replace(hall, caption="Le hall repeint.", printed=True)]
    added.append(services.attachments.add_bytes(DOCUMENTS["note.pdf"], "compte rendu.pdf"))
    example = services.base.reader.case(CASE.removeprefix("case:"))
    services.base.writer.save(replace(example, attachments=tuple(added)), "Nadia")
    program.window.navigator.open(CASE)
    settle(qtbot, program)
    program.window.workspace.browse.sheet.choose_depth("full")
    settle(qtbot, program)
    return added


def place_of(body: SheetBody, href: str) -> QPoint:
    """The middle of a link, scrolled into sight."""
    select_link(body, href)
    body.ensureCursorVisible()
    return body._link_boxes()[0].center().toPoint()


def test_a_file_of_a_restricted_example_is_handed_over_only_when_the_person_says_so(
    qtbot: QtBot, program: Program, kept: list[Attachment], opened: list[Path]
) -> None:
    services = program.services
    assert services is not None
    example = services.base.reader.case(CASE.removeprefix("case:"))
    services.base.writer.save(replace(example, confidentiality="restreint"), "Nadia")
    program.window.workspace.records.recorded.emit(CASE)
    settle(qtbot, program)
    body = program.window.workspace.browse.sheet.page.body
    for button, count in (("Annuler", 0), ("Ouvrir quand même", 1)):
        qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place_of(body, "piece:1"))
        settle(qtbot, program)
        dialog = open_dialog(Dialog)
        assert "Cet exemple est restreint" in shown_text(dialog)
        press(qtbot, dialog, button)
        settle(qtbot, program)
        assert len(opened) == count


def test_a_click_opens_the_file_with_the_system(
    qtbot: QtBot, program: Program, kept: list[Attachment], opened: list[Path]
) -> None:
    services = program.services
    assert services is not None
    body = program.window.workspace.browse.sheet.page.body
    assert len(pictures(body)) == 1
    for number in range(2):
        qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place_of(body, f"piece:{number}"))
        settle(qtbot, program)
    assert [path.name for path in opened] == ["hall.jpg", "compte rendu.pdf"]
    for path, attachment in zip(opened, kept, strict=True):
        assert path.read_bytes() == services.attachments.path_of(attachment).read_bytes()


def test_what_another_program_writes_does_not_reach_the_file_that_is_kept(
    qtbot: QtBot, program: Program, kept: list[Attachment], opened: list[Path]
) -> None:
    services, body = program.services, program.window.workspace.browse.sheet.page.body
    assert services is not None
    select_link(body, "piece:1")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    settle(qtbot, program)
    (copy,) = opened
    assert not copy.stat().st_mode & 0o222
    copy.chmod(0o600)  # a program that insists
    copy.write_bytes(b"autre chose")
    assert services.attachments.check([("Halls", each) for each in kept]) == []


def test_nothing_is_left_of_what_was_opened_once_the_window_is_closed(
    qtbot: QtBot, program: Program, kept: list[Attachment], opened: list[Path]
) -> None:
    select_link(program.window.workspace.browse.sheet.page.body, f"piece:{len(kept) - 1}")
    qtbot.keyClick(program.window.workspace.browse.sheet.page.body, Qt.Key.Key_Return)
    settle(qtbot, program)
    program.window.close()
    program.close()
    assert not opened[0].parent.parent.exists()


def test_a_file_that_went_meanwhile_is_told(
    qtbot: QtBot, program: Program, kept: list[Attachment], opened: list[Path]
) -> None:
    services, body = program.services, program.window.workspace.browse.sheet.page.body
    assert services is not None
    services.attachments.path_of(kept[1]).unlink()
    select_link(body, "piece:1")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert opened == []
    said = "«\u00a0compte rendu.pdf\u00a0» ne peut pas être ouvert\u00a0: le fichier n’est plus là."
    assert said in shown_text(program.window)


@pytest.mark.usefixtures("kept")
def test_a_copy_of_the_sheet_names_them_only(program: Program) -> None:
    services = program.services
    assert services is not None
    program.window.workspace.sheet_actions.copy()
    data = QGuiApplication.clipboard().mimeData()
    copies = [data.text(), data.html(), bytes(data.data("text/markdown").data()).decode()]
    assert all("Le hall repeint" in copy and "compte rendu.pdf" in copy for copy in copies)
    assert not any(str(services.folder.root) in copy or "<img" in copy for copy in copies)


@pytest.mark.usefixtures("kept")
def test_the_pdf_made_in_another_process_has_the_photo(program: Program, tmp_path: Path) -> None:
    services = program.services
    assert services is not None
    order = brief_order("Hall", partial(services.edition, of_sheets(CASE)))
    pdf = PdfReader(order.write_at(tmp_path / "note.pdf"))
    assert sum(len(page.images) for page in pdf.pages) == 1
    assert "Le hall repeint." in " ".join(page.extract_text() for page in pdf.pages)
