import math

import pytest

from levers_app.briefs.blocks import label_width, stopped
from levers_app.briefs.icon_paths import GRID, icon_lines
from levers_app.briefs.marks import mark_of
from levers_app.briefs.pages import fitted
from levers_app.briefs.resources import families
from levers_app.briefs.styles import hyphenate


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
    assert fitted("Long " * 100, 100).endswith("…")


def test_labels_have_a_reasonable_width():
    assert label_width(["a"]) < label_width(["Préfet et procureur"]) < label_width(["x" * 1000]) < 150


def test_reasons_end_with_one_stop():
    assert [stopped("Lu"), stopped("Lu.")] == ["Lu.", "Lu."]
