"""Photos on paper, read back from the file: all of them once, whole, with their words, and never a broken brief."""

import io
import pickle
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from levers_app.briefs import styles
from levers_app.briefs.brief import write_edition
from levers_app.briefs.figures import HIGH, read_picture
from levers_app.catalogue.brief import Options
from tests.briefs.accessibility import faults
from tests.briefs.documents import bullets, case, edition_of, printed, section, words
from tests.sheets.attached import item, photo, sheet
from tests.store.pictures import DOCUMENTS, drawing, png_of, saved

THIRD = styles.PAGE_HEIGHT / 3


@pytest.fixture
def note(tmp_path):
    return tmp_path / "note.pdf"


def images(path: Path):
    """The images in the file, by their filter and size in pixels."""
    with pikepdf.open(path) as pdf:
        found = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        return [(str(image.Filter[0]), int(image.Width), int(image.Height)) for image in found]


def places(path: Path):
    """Where photos are drawn on each page: left, foot, width and height in points."""
    with pypdfium2.PdfDocument(path) as pdf:
        kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        bounds = [[photo.get_bounds() for photo in page.get_objects([kind])] for page in pdf]
    return [[(left, low, right - left, top - low) for left, low, right, top in page] for page in bounds]


def colours(path: Path, dots: int = 100):
    """The first page, drawn small."""
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf[0].render(scale=dots / 72).to_pil()


def test_photos_are_printed_with_their_captions(note, tmp_path):
    both = photo(tmp_path / "a.jpg", caption="Le hall <b>avant</b>"), photo(tmp_path / "b.jpg", (400, 600), "Après")
    text = words(printed(note, sheet(*both)))
    assert len(images(note)) == 2
    assert text.index("Photos et documents") < text.index("Le hall <b>avant</b>") < text.index("Après")
    assert "a.jpg" not in text


def test_the_same_photo_is_in_the_file_once(note, tmp_path):
    hall = photo(tmp_path / "hall.jpg", (2400, 1600))
    printed(note, sheet(hall), case(), sheet(hall))
    assert len(images(note)) == 1
    assert [len(page) for page in places(note)] == [1, 0, 1]


def test_a_sheet_with_photos_travels_to_another_process(note, tmp_path):
    document = sheet(photo(tmp_path / "hall.jpg"))
    printed(note, pickle.loads(pickle.dumps(document)))  # noqa: S301 - made a line before
    assert len(images(note)) == 1


def test_photos_that_are_not_chosen_are_counted(note, tmp_path):
    left = [photo(tmp_path / f"{n}.jpg", (600 + n, 400), "Secret", printed=False) for n in range(2)]
    text = words(printed(note, sheet(*left, photo(tmp_path / "hall.jpg"))))
    assert "2 photos non imprimées." in text
    assert "Secret" not in text
    assert len(images(note)) == 1


def test_nothing_is_said_when_all_are_printed(note, tmp_path):
    assert "imprimée" not in words(printed(note, sheet(photo(tmp_path / "hall.jpg"))))


def test_documents_are_named(note, tmp_path):
    minutes = item(tmp_path / "compte rendu.pdf", DOCUMENTS["note.pdf"], "Ce qui fut dit.", printed=False)
    text = words(printed(note, sheet(minutes)))
    assert "– Document : Ce qui fut dit (compte rendu.pdf, 1 ko)" in text
    assert str(tmp_path) not in text


def test_a_missing_or_damaged_photo_leaves_a_box_with_its_caption(note, tmp_path):
    gone, cut, other, odd = (photo(tmp_path / f"{name}.jpg", caption=name) for name in ("a", "b", "c", "d"))
    Path(gone.path).unlink()
    Path(cut.path).write_bytes(Path(cut.path).read_bytes()[:900])
    Path(other.path).write_bytes(b"\xff\xd8\xff".ljust(other.size, b"\0"))
    whole = photo(tmp_path / "e.jpg", (600, 401))
    bomb = item(tmp_path / "f.png", png_of(30_000, 30_000), "f")
    text = words(printed(note, sheet(gone, cut, other, whole, bomb, odd)))
    assert [f"{name} ({name}.jpg)" in text for name in "abc"] == [True] * 3
    assert "f (f.png)" in text
    assert text.count("image illisible") == 4
    assert len(images(note)) == 2


@pytest.mark.parametrize("caption", ["Logo\u00a0: Office", "Logo\u00a0: " + "Office public " * 60])
def test_a_damaged_logo_leaves_a_box_that_says_whose_it_is(note, tmp_path, caption):
    logo = item(tmp_path / "logo.png", b"no picture at all", caption)
    write_edition(replace(edition_of(case()), logo=logo, heading=True, options=Options(cover=True)), note)
    first = re.sub(r"\s+", " ", PdfReader(note).pages[0].extract_text())
    assert "image illisible" in first
    assert "Logo : Office" in first
    assert "Un hall libéré" in first
    assert faults(note) == []


def test_a_logo_whose_file_is_not_there_leaves_nothing(note, tmp_path):
    logo = replace(photo(tmp_path / "logo.png", caption="Logo"), path="")
    write_edition(replace(edition_of(case()), logo=logo, heading=True, options=Options(cover=True)), note)
    assert "Logo" not in PdfReader(note).pages[0].extract_text()


def test_a_photo_whose_file_is_not_there_says_so(note, tmp_path):
    gone = replace(photo(tmp_path / "a.jpg"), path="")
    assert "fichier absent a.jpg" in words(printed(note, sheet(gone)))


def test_a_jpeg_cut_short_is_never_shown_in_part(tmp_path):
    data = saved(drawing((600, 400)), "JPEG")
    assert read_picture(item(tmp_path / "a.jpg", data[: len(data) // 2])) is None


@pytest.mark.parametrize("size", [(2400, 1800), (1800, 2400), (2400, 300), (300, 2400), (2400, 1), (1, 2400)])
def test_a_photo_is_never_cut_nor_larger_than_its_place(note, tmp_path, size):
    printed(note, sheet(photo(tmp_path / "a.png", size, "Dit")))
    ((left, _, width, height),) = places(note)[0]
    assert left >= styles.SIDE - 1
    assert width <= styles.WIDTH + 0.1
    assert height <= HIGH + 0.1 < THIRD
    if min(size) > 100:
        assert width / height == pytest.approx(size[0] / size[1], rel=0.01)


def test_a_small_photo_is_not_blown_up(note, tmp_path):
    printed(note, sheet(photo(tmp_path / "a.jpg", (96, 96))))
    assert places(note)[0][0][2:] == pytest.approx((72, 72))


def test_two_photos_stand_side_by_side_at_one_height(note, tmp_path):
    printed(note, sheet(photo(tmp_path / "a.jpg", (2400, 1800)), photo(tmp_path / "b.jpg", (1800, 2400))))
    (first, foot, wide, high), (second, other_foot, narrow, other_high) = places(note)[0]
    assert (foot, high) == pytest.approx((other_foot, other_high))
    assert second == pytest.approx(first + wide + styles.GUTTER)
    assert second + narrow == pytest.approx(styles.SIDE + styles.WIDTH)


def test_a_plan_has_its_own_row(note, tmp_path):
    sizes = (1200, 900), (2400, 800), (1200, 900), (1200, 901), (1200, 902)
    printed(note, sheet(*(photo(tmp_path / f"{n}.png", size) for n, size in enumerate(sizes))))
    feet = [round(foot) for page in places(note) for _, foot, _, _ in page]
    assert len(set(feet)) == 4
    assert places(note)[0][1][2] == pytest.approx(styles.WIDTH)


def test_photos_are_no_heavier_than_print_needs(note, tmp_path):
    noise = Image.effect_noise((2400, 1800), 80).convert("RGB")
    printed(note, sheet(item(tmp_path / "a.jpg", saved(noise, "JPEG", quality=88))))
    ((form, width, _),) = images(note)
    assert form == "/DCTDecode"
    assert 800 < width < 1200
    assert note.stat().st_size < (tmp_path / "a.jpg").stat().st_size / 3


def test_a_drawing_stays_sharp_and_a_photograph_in_png_light(note, tmp_path):
    noise = Image.effect_noise((1200, 900), 80).convert("RGB")
    printed(note, sheet(photo(tmp_path / "a.png"), item(tmp_path / "b.png", saved(noise, "PNG"))))
    assert [form for form, _, _ in images(note)] == ["/FlateDecode", "/DCTDecode"]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_prints_in_its_colours(note, tmp_path, mode):
    if mode == "I;16":
        image = Image.new("I;16", (400, 400), 0x8080)
    else:
        image = Image.new("RGB", (400, 400), "#808080").convert(mode)
    printed(note, sheet(item(tmp_path / "a.png", saved(image, "PNG"))))
    left, foot, width, height = places(note)[0][0]
    page = colours(note, 72)
    box = (int(left) + 5, int(page.height - foot - height) + 5, int(left + width) - 5, int(page.height - foot) - 5)
    small = page.crop(box).convert("L").resize((1, 1), Image.Resampling.BOX)
    assert abs(small.getpixel((0, 0)) - 128) < 6


def test_what_is_seen_through_is_white(note, tmp_path):
    clear = saved(Image.new("RGBA", (400, 400), (0, 0, 0, 0)), "PNG")
    printed(note, sheet(item(tmp_path / "a.png", clear)))
    left, foot, width, height = places(note)[0][0]
    page = colours(note, 72)
    assert page.getpixel((int(left + width / 2), int(page.height - foot - height / 2))) == (255, 255, 255)


@pytest.mark.parametrize("caption", ["x" * 5_000, "Un hall occupé. " * 300, "שלום עולם", "👩‍🚒", "a\nb"])
def test_any_caption_is_printed_whole(note, tmp_path, caption):
    pdf = printed(note, sheet(photo(tmp_path / "a.jpg", caption=caption), photo(tmp_path / "b.jpg", (400, 600))))
    shown = "".join(page.extract_text() for page in pdf.pages)
    letters = {letter for letter in caption if letter.isascii() and letter.isalpha()}
    assert all(shown.count(letter) >= caption.count(letter) for letter in letters)


def test_the_heading_stays_with_its_photos(note, tmp_path):
    photos = photo(tmp_path / "a.jpg", (2400, 1800), "Dit"), photo(tmp_path / "b.jpg", (1800, 2400), "Aussi")
    pieces = sheet(*photos).sections[0]
    for filling in range(14, 44, 3):
        lines = section("s", "S", bullets(*["Un hall"] * filling))
        pdf = printed(note, replace(case(), sections=(lines, pieces)))
        page = next(n for n, p in enumerate(pdf.pages) if "Photos et documents" in p.extract_text())
        assert len(places(note)[page]) == 2


def test_the_same_photos_give_the_same_bytes_wherever_they_lie(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        printed(tmp_path / f"{name}.pdf", sheet(photo(tmp_path / name / "hall.jpg", caption="Dit")))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_file_tells_nothing_of_where_photos_lie(note, tmp_path):
    printed(note, sheet(photo(tmp_path / "hall.jpg", caption="Dit")))
    with pikepdf.open(note) as pdf:
        bare = io.BytesIO()
        pdf.save(bare, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    assert str(tmp_path).encode() not in bare.getvalue()
