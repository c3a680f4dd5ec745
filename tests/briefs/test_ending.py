"""The last page of a note: never a few lines alone, whatever length the text before has."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest

from levers_app.briefs.brief import write_edition
from levers_app.briefs.styles import FOOT, HEAD_HEIGHT, PAGE_HEIGHT, TOP
from levers_app.catalogue.brief import Options
from levers_app.sheets.document import Document, NumberedSource
from levers_app.sheets.edition import Edition
from tests.briefs.accessibility import faults
from tests.briefs.documents import bullets, case, edition_of, lever, section

SOURCES = tuple(
    NumberedSource(number, f"Rapport {number}", "Sénat", 2025, f"https://a.fr/{number}") for number in range(1, 13)
)
FEWEST = 0.12
"""Part of its height that a last page has filled."""


def sheet(steps: int) -> Document:
    """Return a lever so long, with a dozen sources."""
    made = lever(
        "Avec le diagnostic", "a", section("mise-en-oeuvre", "Mise en œuvre", bullets(*["Une étape."] * steps))
    )
    return replace(made, sources=SOURCES)


def alone(steps: int) -> Edition:
    return edition_of(sheet(steps))


def with_codes(steps: int) -> Edition:
    return replace(alone(steps), codes=SOURCES[:2])


def flowing(steps: int) -> Edition:
    found = edition_of(case(), replace(sheet(steps), sources=()), title="Comité")
    return replace(found, options=Options(paged=False, codes=True), sources=SOURCES, codes=SOURCES[:2])


def dossier(steps: int) -> Edition:
    return edition_of(case(), sheet(steps), title="Dossier")


def with_sigles(steps: int) -> Edition:
    sigles = tuple((f"S{number}", "Service de tranquillité de la ville") for number in range(60))
    return replace(dossier(steps), sigles=sigles)


def in_the_middle(steps: int) -> Edition:
    """Return a dossier whose first sheet is the long one: its sources end it."""
    return edition_of(sheet(steps), case(), title="Dossier")


def lines(page: pypdfium2.PdfPage) -> list[tuple[float, str]]:
    """Return the lines of text between head and foot, each with how far it is from the top."""
    text = page.get_textpage()
    found = [text.get_rect(place) for place in range(text.count_rects())]
    high = PAGE_HEIGHT - TOP - HEAD_HEIGHT
    return [
        (high - low, text.get_text_bounded(left, low, right, top))
        for left, low, right, top in found
        if FOOT < low < high
    ]


@cache
def lengths(make: Callable[[int], Edition]) -> list[list[list[tuple[float, str]]]]:
    """Return the lines of each page of notes that are longer and longer, by a line each time."""
    found = []
    with TemporaryDirectory() as folder:
        for steps in range(4, 38):
            path = Path(folder) / f"{steps}.pdf"
            write_edition(make(steps), path)
            with pypdfium2.PdfDocument(path) as pdf:
                found.append([lines(page) for page in pdf])
    return found


@pytest.mark.parametrize("make", [alone, with_codes, flowing, dossier, in_the_middle])
def test_no_page_holds_a_few_lines_alone(make):
    room = PAGE_HEIGHT - TOP - HEAD_HEIGHT - FOOT
    for pages in lengths(make):
        assert all(max(foot for foot, _ in page) > FEWEST * room for page in pages)


def test_an_end_that_is_a_little_too_long_has_less_air_and_ends_on_the_page():
    leadings = set()
    for (page,) in (pages for pages in lengths(alone) if len(pages) == 1):
        third, fourth = (next(foot for foot, words in page if name in words) for name in ("Rapport 3", "Rapport 4"))
        leadings.add(round(fourth - third, 1))
    assert leadings == {12.5, 10.5}


@pytest.mark.parametrize("make", [alone, with_codes, flowing, dossier])
def test_the_end_says_all_once_and_in_order(make):
    for pages in lengths(make):
        text = " ".join(words for page in pages for _, words in page)
        assert [text.count(words) for words in ("Sigles", "Pour citer", "Rapport 12")] == [1, 1, 1]
        assert text.index("Rapport 12") < text.index("Pour citer")


def test_no_heading_is_left_at_the_foot_by_what_comes_along():
    for pages in lengths(alone):
        assert all(page[-1][1].strip() not in {"Sources", "Sigles", "Mise en œuvre", "Exemples"} for page in pages)


def test_a_long_end_of_a_dossier_has_pages_of_its_own_when_there_is_no_room_under_the_last_sheet():
    apart = set()
    for pages in lengths(with_sigles):
        first = pages[-1][0][1].strip()
        apart.add(first == "Sigles")
        assert sum("Sigles" in words for page in pages[:-1] for _, words in page) == 0
    assert apart == {True, False}


@pytest.mark.parametrize("make", [alone, with_codes, flowing, dossier, in_the_middle])
def test_endings_are_accessible_and_the_same_each_time(make, tmp_path):
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for steps in range(4, 38, 5):
        write_edition(make(steps), first)
        write_edition(make(steps), second)
        assert faults(first) == []
        assert first.read_bytes() == second.read_bytes()
