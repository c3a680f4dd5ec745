"""Sources on paper: those that the page cites, numbered as it does, with their addresses where there is room."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from levers_app.briefs.brief import write_edition
from levers_app.sheets.comparison import comparison
from levers_app.sheets.document import (
    BulletList,
    Document,
    EvidenceBlock,
    Line,
    ListItem,
    NumberedSource,
    SourceMark,
    Text,
)
from levers_app.sheets.edition import ComparisonPart, Edition, SheetPart
from tests.briefs.accessibility import faults
from tests.briefs.documents import copied, edition_of, lever, section

TITLE = "Une évaluation longue de la présence des agents dans les quartiers d’habitat social et de ses effets durables"


def sources(count: int, first: int = 1, title: str = TITLE) -> tuple[NumberedSource, ...]:
    """Return sources that their addresses tell apart."""
    return tuple(
        NumberedSource(n, f"{title} {n}", "Sénat", 2025, f"https://a{n}.fr") for n in range(first, first + count)
    )


def citing(numbers: range, words: str = "Une condition") -> BulletList:
    items: list[Line] = [(Text(words), SourceMark((number,))) for number in numbers]
    return BulletList(tuple(map(ListItem, items)))


def sheet(count: int, first: int = 1, title: str = TITLE) -> Document:
    """Return a lever that cites so many sources in its limits, then in its conditions, which are printed first."""
    half = first + count // 2
    parts = (
        section("limites", "Limites", citing(range(first, half))),
        section("conditions", "Conditions", citing(range(half, first + count))),
        section("preuves", "Preuves", EvidenceBlock("moyenne", "Preuves moyennes", ())),
    )
    return replace(lever("Médiation", f"l{first}"), lead=(), sections=parts, sources=sources(count, first, title))


def compared(*sheets: Document) -> Edition:
    """Return a comparison for each two of ``sheets``, which share their sources."""
    pairs = [sheets[place : place + 2] for place in range(0, len(sheets), 2)]
    parts = tuple(ComparisonPart(place, comparison(pair)) for place, pair in enumerate(pairs))
    every = tuple(source for each in sheets for source in each.sources)
    return replace(edition_of(title=""), heading=len(parts) > 1, parts=parts, sources=every, sigles=())


def listed(text: str) -> list[int]:
    """Return the numbers of the sources that are listed, in order."""
    under = text.rpartition("Sources")[2]
    return [int(number) for number in re.findall(r"(\d+)\s+Une évaluation", under)]


def cited(path) -> list[int]:
    """Return the numbers of marks in the text, in the order in which they first stand there."""
    with pypdfium2.PdfDocument(path) as pdf:
        found = []
        for page in pdf:
            text = page.get_textpage()
            words = text.get_text_range().partition("Sources")[0]
            found += re.findall(r"(?:condition|autres?\)?)[\s\xa0]*(\d+)", words)
        return list(dict.fromkeys(map(int, found)))


@pytest.mark.parametrize("count", [6, 20, 60])
def test_a_cut_sheet_numbers_the_sources_that_are_left_as_it_cites_them(count, tmp_path):
    document = sheet(count)
    document = replace(document, sections=document.sections[1::-1])
    path = tmp_path / "a.pdf"
    write_edition(replace(edition_of(document), parts=(SheetPart(0, document, one_page=True),), sigles=()), path)
    numbers = listed(copied(path))
    assert numbers == list(range(1, len(numbers) + 1))
    assert sorted(cited(path)) == numbers
    assert faults(path) == []


@pytest.mark.parametrize("levers", [2, 4])
def test_comparisons_list_only_the_sources_that_their_tables_cite(levers, tmp_path):
    path = tmp_path / "a.pdf"
    write_edition(compared(*(sheet(40, 1 + 40 * place) for place in range(levers))), path)
    numbers = listed(copied(path))
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers == cited(path)
    assert len(numbers) < 40 * levers
    assert faults(path) == []


def test_a_code_has_the_number_of_its_source_on_the_page(tmp_path):
    document = sheet(6)
    found = edition_of(document)
    found = replace(found, parts=(SheetPart(0, document, one_page=True),), codes=(replace(document.sources[5]),))
    write_edition(found, tmp_path / "a.pdf")
    text = copied(tmp_path / "a.pdf")
    (number,) = re.findall(r"Source (\d)\b", text)
    assert f"{number} {TITLE} 6" in text.replace("\xa0", " ")


def test_addresses_stand_where_there_is_room_and_titles_are_cut_between_words(tmp_path):
    few, many = tmp_path / "few.pdf", tmp_path / "many.pdf"
    write_edition(compared(sheet(4), sheet(4, 5)), few)
    assert "a1.fr" in copied(few)
    assert f"{TITLE} 1" in copied(few)
    write_edition(compared(sheet(40, 1, TITLE * 3), sheet(40, 41, TITLE * 3)), many)
    last_words = re.findall(r"([^\s…]+)…", copied(many))
    assert last_words
    assert all(word in TITLE.split() for word in last_words)


def test_a_sheet_on_one_page_tells_addresses_when_it_has_room(tmp_path):
    path = tmp_path / "a.pdf"
    document = sheet(4)
    write_edition(replace(edition_of(document), parts=(SheetPart(0, document, one_page=True),)), path)
    assert all(f"a{number}.fr" in copied(path) for number in range(1, 5))
