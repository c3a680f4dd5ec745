import math
import re
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from levers_app.briefs.blocks import label_width, stopped
from levers_app.briefs.fonts import REGULAR
from levers_app.briefs.icon_paths import GRID, icon_lines
from levers_app.briefs.marks import mark_of
from levers_app.briefs.pages import fitted
from levers_app.briefs.prose import NBSP
from levers_app.briefs.resources import families
from levers_app.briefs.runs import width
from levers_app.briefs.styles import RUNNING_SIZE, SIDE, hyphenate
from levers_app.sheets.document import Fact
from tests.briefs.documents import case, lever, printed


@pytest.mark.parametrize("family", families())
def test_icons_of_families_stay_in_their_grid(family):
    points = [point for line in icon_lines(families()[family].icon) for stroke in line for point in stroke]
    assert all(0 <= point.real <= GRID and 0 <= point.imag <= GRID for point in points)


def test_an_arc_follows_its_circle():
    start, *curves = icon_lines("eye")[0]
    ends = [start[0], *(curve[-1] for curve in curves)]
    assert [round(abs(end - 12 - 12j), 6) for end in ends] == [2] * len(ends)
    assert math.isclose(abs(ends[-1] - start[0]), 0, abs_tol=1e-6)


def test_outcomes_and_families_have_a_sign():
    assert mark_of("mitige")
    assert mark_of("surete")
    assert mark_of("inconnu") is None


def test_words_are_cut_as_in_french():
    assert ("partena", "riat") in hyphenate("partenariat")


@pytest.mark.parametrize("word", ["CLSPD", "lui-même", "x" * 41, "hall"])
def test_sigles_compounds_and_oddities_are_not_cut(word):
    assert hyphenate(word) == ()


def test_running_heads_fit():
    assert fitted("Court", 100) == "Court"
    assert fitted("Long " * 100, 100).endswith("Long…")


@pytest.mark.parametrize("room", range(90, 265, 7))
def test_running_heads_are_cut_between_words_and_go_on_saying_so(room):
    title = "Accompagnement social et psychique des situations à l’origine de troubles"
    cut = fitted(f"{title}, suite", room)
    assert cut.endswith("…, suite")
    assert title.startswith(f"{cut.removesuffix('…, suite')} ")
    assert width(cut, REGULAR, RUNNING_SIZE) <= room


def test_a_running_head_has_the_room_that_the_other_side_leaves(tmp_path):
    title = "Accompagnement social et psychique des situations à l’origine de troubles"
    long = replace(lever("Avec le diagnostic " * 60), title=title)
    pages = printed(tmp_path / "a.pdf", long, title="Note").pages
    assert f"{title}, suite" in pages[1].extract_text()
    both = printed(tmp_path / "b.pdf", long, title="Dossier des quartiers de la rive droite du fleuve, automne " * 2)
    assert re.search("Dossier des quartiers [^…]*… *Accompagnement [^…]*…, suite", both.pages[1].extract_text())


def test_a_row_of_facts_that_goes_over_begins_at_the_margin_and_ends_without_a_dot(tmp_path):
    labels = [f"{count} exemples relevés" for count in range(11, 27)]
    facts = (Fact("strength", "Preuves moyennes", "moyenne"), *(Fact("examples", label) for label in labels))
    printed(tmp_path / "a.pdf", replace(lever("Avec le diagnostic"), facts=facts))
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        text = pdf[0].get_textpage()
        rows = [line for line in text.get_text_range().splitlines() if "relevés" in line]
        lefts = {round(text.get_charbox(text.get_text_range().index(row.split()[0]))[0]) for row in rows[1:]}
    assert len(rows) > 2
    assert not any(row.strip().startswith("·") or row.strip().endswith("·") for row in rows)
    assert max(lefts) - min(lefts) <= 1
    assert min(lefts) <= SIDE + 1
    assert [label for row in rows for label in re.findall(r"\d+ exemples relevés", row.replace(NBSP, " "))] == labels


def test_dots_of_an_intensity_stand_apart_from_its_name(tmp_path):
    printed(tmp_path / "a.pdf", case())
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        page = pdf[0]
        text = page.get_textpage()
        last = text.get_text_range().index("Intensité") + len("Intensité") - 1
        _, low, right, high = text.get_charbox(last)
        dots = [thing.get_bounds() for thing in page.get_objects(max_depth=1) if thing.type == FPDF_PAGEOBJ_PATH]
    lefts = [left for left, bottom, _, top in dots if left > right - 2 and low - 2 < (bottom + top) / 2 < high + 2]
    assert min(lefts) > right + 1.5


def test_labels_have_a_reasonable_width():
    assert label_width(["a"]) < label_width(["Préfet et procureur"]) < label_width(["x" * 1000]) < 150


def test_reasons_end_with_one_stop():
    assert [stopped("Lu"), stopped("Lu.")] == ["Lu.", "Lu."]
