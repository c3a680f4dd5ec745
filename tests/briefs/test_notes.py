"""Notes on paper, from the bundled content: what each model makes of them, read back from the PDF."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from levers_app.briefs.brief import write_edition
from levers_app.briefs.codes import encoded
from levers_app.catalogue.brief import Brief, Cover, SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.sheets.editing import edition
from levers_app.sheets.wording import short_address
from tests.briefs.accessibility import faults
from tests.sheets.notes import press

A4 = (595, 842)
COMMITTEE = (
    *("lever:videoprotection", "lever:mediation-sociale"),
    *("case:gites-toulouse-grand-mirail", "case:chambery-correspondants-nuit"),
)
SITUATION = "## La situation\n\nLe hall est **occupé** chaque soir.\n\n- 14 signalements\n- deux départs\n"


def committee(**cover: Any) -> Brief:
    brief = new_brief(MODELS["comite"], [SheetItem(record) for record in COMMITTEE], name="Comité du 27 novembre")
    items = (TextItem(SITUATION), *brief.items[1:])
    return replace(brief, items=items, cover=replace(brief.cover, **cover))


@pytest.fixture
def pdf(library, tmp_path):
    """Write a note and return what was written, and its path."""

    def write(brief, **choices):
        path = tmp_path / f"{brief.model}.pdf"
        return write_edition(edition(brief, press(library), **choices), path), path

    return write


def texts(path: Path) -> list[str]:
    """Return the text of each page, as it is copied from it."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return [re.sub(r"[\s\ufffe]+", " ", page.replace("\u00ad", "").replace("\ufffe", "")) for page in pages]


def sizes(path: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]


def in_order(text: str, *words: str) -> bool:
    """Tell whether each of ``words`` stands somewhere after the one before it."""
    place = 0
    for word in words:
        place = text.find(word, place)
        if place < 0:
            return False
        place += len(word)
    return True


def test_a_committee_note_says_situation_proposals_examples_and_sources_in_that_order(pdf):
    written, path = pdf(committee(subtitle="Quartier Château"))
    text = " ".join(texts(path))
    assert 2 <= written.pages <= 4
    assert in_order(
        text,
        *("Comité du 27 novembre", "Quartier Château", "La situation", "Ce qui est proposé", "Vidéoprotection des"),
        *("À quelles conditions", "Limites", "Médiation sociale", "Ce que d’autres ont fait", "GITeS"),
        *("Vingt ans de correspondants", "Sources", "Pour citer"),
    )
    assert list(written.starts) == sorted(written.starts)
    assert written.starts[0] == 1


def test_each_part_begins_on_the_page_that_is_told(pdf):
    written, path = pdf(committee())
    pages = texts(path)
    for start, words in zip(
        written.starts,
        ("La situation", "Ce qui est proposé", "Vidéoprotection", "Médiation", "Ce que d’autres", "GITeS", "Vingt ans"),
        strict=True,
    ):
        assert words in pages[start - 1]


@pytest.mark.parametrize("kind", ["lever", "case"])
def test_a_sheet_on_one_page_is_on_one_page_and_keeps_conditions_with_limits(kind, library, base, pdf):
    ids = sorted(id_ for id_ in base.reader.ids() if id_.startswith(f"{kind}:"))[::7]
    for record in ids:
        written, path = pdf(new_brief(MODELS["fiche"], [SheetItem(record)]))
        (text,) = texts(path)
        assert written.pages == 1
        sheet = library.sheet(record)
        assert sheet.title.split(maxsplit=1)[0] in text
        assert "Pour citer" in text
        shown = [section.title for section in sheet.sections if section.key in {"conditions", "limites", "resultats"}]
        assert all(title in text for title in shown)


@pytest.mark.parametrize("beside", [(), ("lever:clspd",)])
def test_an_example_on_one_page_names_its_sources_with_their_addresses_and_links(beside, library, pdf):
    record = "case:poitiers-couronneries-hall-occupe"
    written, path = pdf(new_brief(MODELS["fiche"], [SheetItem(id_) for id_ in (*beside, record)]))
    page = written.starts[-1] - 1
    text = texts(path)[page]
    annotations = [each.get_object() for each in PdfReader(path).pages[page].get("/Annots", [])]
    links = {each["/A"]["/URI"] for each in annotations if "/A" in each}
    sources = library.sheet(record).sources
    assert in_order(text, "Sources.", *(source.title for source in sources))
    assert all(short_address(source.url) in text for source in sources)
    assert {source.url for source in sources} <= links


def test_an_example_alone_on_its_page_has_the_codes_of_its_sources(pdf):
    _, path = pdf(new_brief(MODELS["fiche"], [SheetItem("case:poitiers-couronneries-hall-occupe")]))
    (text,) = texts(path)
    assert in_order(text, "Sources.", "Source 1", "Source 2")


@pytest.mark.parametrize("items", [(), (TextItem("## Ce qui est proposé"),)])
def test_sheets_on_one_page_leave_room_for_what_stands_above_them(items, pdf):
    cover = Cover(title="Ce que nous proposons pour les halls", subtitle="Comité", confidentiality="interne")
    sheets = [SheetItem(record, "page") for record in ("lever:clspd", "lever:gltd", "lever:videoprotection")]
    brief = replace(new_brief(MODELS["fiche"]), cover=cover, items=(*items, *sheets))
    written, path = pdf(brief)
    assert [start for start in written.starts if start > 1] == [2, 3]
    assert all("Sources." in text for text in texts(path)[:3])


@pytest.mark.parametrize("count", [2, 3, 4])
def test_levers_side_by_side_fit_one_page_in_landscape(count, pdf):
    slugs = ("videoprotection", "mediation-sociale", "clspd", "controle-acces")[:count]
    _, path = pdf(new_brief(MODELS["comparatif"], [SheetItem(f"lever:{slug}") for slug in slugs]))
    pages = texts(path)
    assert sizes(path) == [(A4[1], A4[0])]
    assert in_order(pages[0], "À quelles conditions", "Limites", "Coûts", "Exemples recensés", "Sources", "Pour citer")


def test_what_a_comparison_has_no_room_for_is_told(pdf):
    slugs = ("videoprotection", "mediation-sociale", "clspd", "controle-acces")
    (text,) = texts(pdf(new_brief(MODELS["comparatif"], [SheetItem(f"lever:{slug}") for slug in slugs]))[1])
    assert "Faute de place, ne sont pas imprimés : pour quoi faire, textes et avec qui." in text


def test_a_heading_of_free_words_stands_with_the_sheet_that_follows_it(pdf):
    for lines in range(24, 44, 2):
        text = "\n".join(["Le hall est occupé chaque soir."] * lines)
        items = (TextItem(f"{text}\n\n## Ce que d’autres ont fait"), SheetItem(COMMITTEE[2]))
        brief = replace(new_brief(MODELS["comite"], name="Comité"), items=items)
        page = next(page for page in texts(pdf(brief)[1]) if "Ce que d’autres ont fait" in page)
        assert "GITeS" in page.partition("Ce que d’autres ont fait")[2]


def test_sigles_of_titles_and_codes_are_explained_at_the_end(pdf):
    items = (SheetItem("lever:clspd", "full"), SheetItem("case:bordeaux-saint-michel-gltd", "full"))
    text = " ".join(texts(pdf(replace(committee(), items=items))[1])).rpartition("Sigles")[2]
    assert all(f"{sigle} :" in text for sigle in ("CLSPD", "CSI", "EMMIE", "GLTD"))


def test_the_contents_of_a_dossier_give_the_pages_where_the_sheets_are(pdf):
    brief = new_brief(MODELS["dossier"], [SheetItem(record) for record in COMMITTEE], name="Dossier Château")
    written, path = pdf(brief)
    pages = texts(path)
    assert "Dossier Château" in pages[0]
    assert " ".join(map(str, written.starts)) in pages[1]
    for words, start in zip(("Vidéoprotection", "Médiation", "GITeS", "Vingt ans"), written.starts, strict=True):
        assert words in pages[1]
        assert words in pages[start - 1]


def test_a_dossier_has_links_in_its_contents_and_an_outline(pdf):
    _, path = pdf(new_brief(MODELS["dossier"], [SheetItem(record) for record in COMMITTEE], name="Dossier"))
    reader = PdfReader(path)
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles[:2] == ["Sommaire", "Vidéoprotection des parties communes"]
    assert len(list(reader.pages[1]["/Annots"])) >= len(COMMITTEE)  # type: ignore[call-overload]


def test_a_heading_that_announces_a_sheet_stands_on_its_page(pdf):
    items = (TextItem("Avant-propos\n\n## Ce qui est proposé"), SheetItem("lever:clspd", "full"))
    brief = replace(new_brief(MODELS["dossier"], name="Dossier"), items=items)
    written, path = pdf(brief)
    pages = texts(path)
    assert "Ce qui est proposé" in pages[written.starts[1] - 1]
    assert "Ce qui est proposé" not in pages[written.starts[0] - 1]


@pytest.mark.parametrize(("level", "mention"), [("interne", "Interne"), ("restreint", "Restreint")])
def test_every_page_bears_its_mention_its_number_and_the_date(level, mention, pdf):
    written, path = pdf(committee(confidentiality=level))
    assert texts(path)[0].count(f"{mention} ") == 2
    for number, text in enumerate(texts(path), start=1):
        assert f"{mention} Leviers" in text
        assert f"{number} / {written.pages}" in text
        assert "imprimé le 26 novembre 2026" in text


def test_the_file_says_who_made_it_for_what(pdf):
    _, path = pdf(committee(author="N. Petit", organisation="Office de la Loire"))
    said = PdfReader(path).metadata
    assert said is not None
    assert (said.title, said.author) == ("Comité du 27 novembre", "N. Petit, Office de la Loire")


def test_the_same_note_gives_the_same_bytes(pdf):
    first = pdf(committee())[1].read_bytes()
    assert pdf(committee())[1].read_bytes() == first


@pytest.mark.parametrize("model", sorted(MODELS))
def test_every_model_is_accessible(model, pdf):
    records = COMMITTEE[:2] if model == "comparatif" else COMMITTEE[:1] if model == "fiche" else COMMITTEE
    brief = new_brief(MODELS[model], [SheetItem(record) for record in records], name="Note")
    brief = replace(brief, options=replace(brief.options, codes=True), cover=Cover(subtitle="Château"))
    assert faults(pdf(brief)[1]) == []
    assert faults(pdf(replace(brief, cover=Cover(confidentiality="interne")))[1]) == []


@pytest.mark.parametrize("record", ["lever:clspd", "case:gites-toulouse-grand-mirail"])
def test_one_sheet_with_contents_and_no_cover_is_accessible(record, pdf):
    brief = new_brief(MODELS["dossier"], [SheetItem(record)])
    brief = replace(brief, options=replace(brief.options, cover=False))
    assert faults(pdf(brief)[1]) == []


def test_the_codes_of_a_note_are_those_of_its_two_main_sources(pdf, library):
    found = edition(committee(), press(library))
    assert len(found.codes) == 2
    for source in found.codes:
        assert encoded(source.url)
    assert encoded("javascript:alert(1)") is None
    assert encoded("https://a.fr/" + "x" * 400) is None


def test_a_note_without_any_part_is_refused(library, tmp_path):
    with pytest.raises(ValueError, match="part"):
        write_edition(edition(Brief("1"), press(library)), tmp_path / "n.pdf")
    assert not list(tmp_path.iterdir())


def test_progress_may_stop_the_writing(library, tmp_path):
    class StopError(Exception):
        pass

    def progress(done, total):
        if done:
            raise StopError

    brief = new_brief(MODELS["dossier"], [SheetItem(record) for record in COMMITTEE])
    with pytest.raises(StopError):
        write_edition(edition(brief, press(library)), tmp_path / "n.pdf", progress=progress)
    assert not list(tmp_path.iterdir())
