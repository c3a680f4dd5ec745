"""Where pages end: no item of a list is parted from the others, and a sheet that is a little too long is set closer."""

from collections import Counter
from dataclasses import replace

import pypdfium2
import pytest

from levers_app.briefs import styles
from levers_app.briefs.brief import write_edition
from levers_app.briefs.fitting import height_of
from levers_app.briefs.grid import Grid, Look, columns, row
from levers_app.briefs.prose import plain
from levers_app.sheets.document import Document, EvidenceBlock, Paragraph, Row, Section
from tests.briefs.accessibility import faults
from tests.briefs.documents import bullets, edition_of, lever, line, section
from tests.briefs.test_ending import SOURCES, lines

OFFSETS = range(28, 47)
"""Lines above what may be cut: it comes to the foot of the page, then past it."""
_WORDS = "Les habitants et les gardiens disent ce qu’ils ont vu, et le bailleur dit ce qu’il en fera. "
_ROWS = ("Effet", "Mécanisme", "Modérateurs", "Mise en œuvre", "Économie")


def sheet(above: int, *under: Section) -> Document:
    """Return a lever with ``under`` below so many lines."""
    filling = [Paragraph(line("Une ligne."))] * above
    return replace(lever("Avec le diagnostic"), sections=(section("description", "Description", *filling), *under))


def pages(document: Document, path) -> list[str]:
    """Return the words of each page."""
    write_edition(edition_of(document), path)
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def numbered(word: str, count: int) -> list[str]:
    return [f"{word}{number}z" for number in range(count)]


@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_an_item_of_a_list_is_never_alone_on_a_page(count, tmp_path):
    for above in OFFSETS:
        items = section("objectifs", "Objectifs", bullets(*numbered("but", count)))
        for page in pages(sheet(above, items), tmp_path / "a.pdf"):
            assert page.count("but") != 1
            assert "Objectifs" not in page or "but" in page


def test_an_item_is_not_alone_in_a_column_that_goes_over(tmp_path):
    for above in OFFSETS:
        left = section("conditions", "Conditions", bullets(*numbered("gauche", 6)))
        right = section("limites", "Limites", bullets(*numbered("droite", 3)))
        counts = [
            Counter(word for word in ("gauche", "droite") for _ in range(page.count(word)))
            for page in pages(sheet(above, left, right), tmp_path / "a.pdf")
        ]
        assert all(number != 1 for count in counts for number in count.values())


def test_no_source_is_alone_under_their_heading_or_on_the_next_page(tmp_path):
    for above in range(8, 40):
        document = replace(sheet(above), sources=SOURCES[:4])
        assert all(page.count("Rapport") != 1 for page in pages(document, tmp_path / "a.pdf"))


def test_a_high_box_begins_on_the_page_that_has_room_for_its_first_rows(tmp_path):
    box = EvidenceBlock("moyenne", "Preuves moyennes", tuple(Row(label, line(_WORDS * 2)) for label in _ROWS))
    evidence, after = section("preuves", "Preuves", box), section("contexte", "Contexte", Paragraph(line(_WORDS * 40)))
    first, second = pages(sheet(24, evidence, after), tmp_path / "a.pdf")[:2]
    assert "Effet" in first
    assert "Économie" in second
    assert "Solidité" in second
    assert faults(tmp_path / "a.pdf") == []


def test_a_sheet_whose_last_lines_would_need_a_page_is_set_closer(tmp_path):
    pitches = []
    for above in (20, 33):
        path = tmp_path / f"{above}.pdf"
        write_edition(edition_of(sheet(above)), path)
        assert faults(path) == []
        with pypdfium2.PdfDocument(path) as pdf:
            (page,) = map(lines, pdf)
        first, second = [foot for foot, words in page if words.strip() == "Une ligne."][:2]
        pitches.append(round(second - first, 1))
    assert pitches == [17.5, 16.0]


def test_a_sheet_that_is_much_too_long_keeps_its_air(tmp_path):
    path = tmp_path / "a.pdf"
    write_edition(edition_of(sheet(60)), path)
    with pypdfium2.PdfDocument(path) as pdf:
        page = lines(pdf[0])
    first, second = [foot for foot, words in page if words.strip() == "Une ligne."][:2]
    assert round(second - first, 1) == 17.5


@pytest.mark.parametrize("room", [40, 60, 80])
def test_parts_that_stand_on_one_page_after_all_are_as_high_as_the_whole(room):
    """Sigles that came along to the last page kept the air of the foot where they had been cut."""
    whole = plain(_WORDS * 20, styles.SMALL_INK)
    high = height_of([whole], styles.WIDTH)
    parts = whole.split(styles.WIDTH, room)
    assert len(parts) == 2
    assert height_of(parts, styles.WIDTH) == pytest.approx(high)


def test_rows_that_stand_on_one_page_after_all_are_as_high_as_the_whole():
    look = Look(columns((80, styles.WIDTH - 80), 12))
    grid = Grid(look, [row(look, [plain("Qui", styles.CELL)], [plain(_WORDS, styles.CELL)]) for _ in range(9)])
    high = height_of([grid], styles.WIDTH)
    assert height_of(grid.split(styles.WIDTH, 100), styles.WIDTH) == pytest.approx(high)
