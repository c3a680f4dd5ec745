"""Contents and outline: many sheets in a row stand by kind and family, few as they come."""

from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from levers_app.briefs.brief import write_edition
from levers_app.catalogue.brief import Options
from levers_app.sheets.document import Document, Paragraph
from levers_app.sheets.edition import Edition, SheetPart, TextPart
from tests.briefs.accessibility import faults
from tests.briefs.documents import case, edition_of, lever, line, section, titles

FAMILIES = (("humain", "Présence humaine"), ("surete", "Sûreté"))
LEVERS = [f"Levier {number}" for number in range(8)]
CASES = [f"Exemple {number}" for number in range(8)]


def sheets(levers: int = 8, cases: int = 8) -> list[Document]:
    """Return levers of two families in turn, and examples among them."""
    found = []
    for number in range(max(levers, cases)):
        if number < levers:
            family, label = FAMILIES[number % 2]
            found.append(replace(lever(LEVERS[number], str(number)), family=family, family_label=label, lead=()))
        if number < cases:
            found.append(replace(case(CASES[number]), id=f"case:{number}"))
    return found


def dossier(*documents: Document) -> Edition:
    return replace(edition_of(*documents, title="Dossier"), options=Options(cover=True, contents=True), sigles=())


def read(edition: Edition, path) -> PdfReader:
    write_edition(edition, path)
    assert faults(path) == []
    return PdfReader(path)


def names(entries) -> list[str]:
    return [entry for entry in entries if not isinstance(entry, list)]


def test_contents_of_many_sheets_stand_by_kind_and_family(tmp_path):
    text = read(dossier(*sheets()), tmp_path / "a.pdf").pages[1].extract_text().split("Sommaire")[-1]
    told = ["Leviers", "Sûreté", *LEVERS[1::2], "Présence humaine", *LEVERS[::2], "Exemples de terrain", *CASES]
    places = [text.index(f"{words}\n") if f"{words}\n" in text else text.index(words) for words in told]
    assert places == sorted(places)


def test_the_outline_has_the_groups_of_the_contents_each_sheet_over_its_sections(tmp_path):
    pdf = read(dossier(*sheets()), tmp_path / "a.pdf")
    outline = titles(pdf.outline)
    assert names(outline) == ["Sommaire", "Leviers", "Exemples de terrain"]
    families, examples = (entry for entry in outline if isinstance(entry, list))
    assert names(families) == ["Sûreté", "Présence humaine"]
    assert [names(entry) for entry in families if isinstance(entry, list)] == [LEVERS[1::2], LEVERS[::2]]
    assert examples[:3] == [CASES[0], ["Résultats"], CASES[1]]


def test_every_entry_of_the_outline_leads_to_its_sheet(tmp_path):
    pdf = read(dossier(*sheets()), tmp_path / "a.pdf")
    outline: Any = pdf.outline
    _, heads, (family, (first, *_), *_), *_ = outline
    assert (heads.title, family.title) == ("Leviers", "Sûreté")
    (page,) = {pdf.get_destination_page_number(entry) for entry in (heads, family, first)}
    assert first.title in pdf.pages[page or 0].extract_text()


@pytest.mark.parametrize(("levers", "cases", "told"), [(12, 0, 12), (0, 13, 0)])
def test_few_sheets_stand_as_they_come(levers, cases, told, tmp_path):
    made = [replace(lever(f"Levier {number}", str(number)), lead=()) for number in range(levers)]
    made += [replace(case(f"Exemple {number}"), id=f"case:{number}") for number in range(cases)]
    outline = names(titles(read(dossier(*made), tmp_path / "a.pdf").outline))
    assert len([title for title in outline if title.startswith(("Levier ", "Exemple "))]) == told


def test_free_words_keep_their_place_before_the_groups(tmp_path):
    found = dossier(*sheets())
    words = TextPart(0, (section("texte-0", "La demande", Paragraph(line("Un mot."))),))
    found = replace(found, parts=(words, *(SheetPart(place, document) for place, document in enumerate(sheets(), 1))))
    outline = names(titles(read(found, tmp_path / "a.pdf").outline))
    assert outline == ["Sommaire", "La demande", "Leviers", "Exemples de terrain"]


def test_the_outline_is_shown_when_there_are_contents(tmp_path):
    found = dossier(*sheets(1, 1))
    assert read(found, tmp_path / "a.pdf").page_mode == "/UseOutlines"
    assert read(replace(found, options=Options()), tmp_path / "b.pdf").page_mode == "/UseNone"
