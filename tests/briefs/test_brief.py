import datetime
import subprocess
import sys
from dataclasses import replace

import pikepdf
from pypdf import PdfReader

from levers_app.briefs.brief import write_edition
from levers_app.briefs.flow import SheetFlow
from levers_app.catalogue.brief import Options
from levers_app.sheets.document import EvidenceBlock, Paragraph, Row
from levers_app.sheets.wording import EVIDENCE_REMARK
from tests.briefs.documents import bullets, case, edition_of, lever, line, links, printed, section, titles, words


def long_section(paragraphs):
    return section(
        "suite", "Mise en œuvre", *[Paragraph(line(f"Paragraphe {n}. " + "Un hall. " * 30)) for n in paragraphs]
    )


def test_a_sheet_prints_all_it_contains_in_order(tmp_path):
    text = words(printed(tmp_path / "note.pdf", lever("Diagnostic")))
    order = [
        "Sûreté",
        "Fiche fournie",
        "Preuves moyennes",
        "Description",
        "À quelles conditions",
        "Limites",
        "Textes",
        "Exemples",
        "Sources",
        "Rapport d’évaluation, Sénat, 2025",
        "Sigles",
        "Pour citer",
    ]
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_the_number_of_pages_is_returned_and_printed(tmp_path):
    path = tmp_path / "note.pdf"
    pages = write_edition(edition_of(lever("x", "a", long_section(range(30)))), path).pages
    pdf = PdfReader(path)
    assert len(pdf.pages) == pages > 1
    assert f"{pages} / {pages}" in pdf.pages[-1].extract_text()
    assert "imprimé le 23 novembre 2026" in pdf.pages[-1].extract_text()


def test_each_sheet_begins_a_page_under_the_title_of_the_brief(tmp_path):
    pdf = printed(tmp_path / "note.pdf", lever("GLTD"), case("Un hall libéré"), title="Comité du 27")
    first, second = (page.extract_text() for page in pdf.pages)
    assert first.index("Comité du 27") < first.index("GLTD")
    assert "Un hall libéré" not in first
    assert "Comité du 27" in second


def test_following_pages_say_so(tmp_path):
    pdf = printed(tmp_path / "note.pdf", lever("GLTD", "gltd", long_section(range(30))))
    assert "Levier, suite" in pdf.pages[1].extract_text()


def test_outline_lists_sheets_and_their_sections(tmp_path):
    pdf = printed(tmp_path / "note.pdf", lever("GLTD"), case())
    told = titles(pdf.outline)
    assert [told[0], told[2]] == ["GLTD", "Un hall libéré"]
    assert told[1][:2] == ["Description", "À quelles conditions"]


def test_the_file_says_what_it_is(tmp_path):
    told = printed(tmp_path / "note.pdf", lever("GLTD"), title="Comité").metadata
    assert told
    assert (told.title, told.author, told.subject) == ("Comité", "Leviers", "Dossier")
    assert told.creation_date == datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)


def test_viewers_are_told_the_language_and_show_the_title(tmp_path):
    printed(tmp_path / "note.pdf", lever())
    with pikepdf.open(tmp_path / "note.pdf") as pdf:
        assert pdf.Root.Lang == "fr-FR"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_only_our_fonts_are_in_the_file_and_embedded(tmp_path):
    printed(tmp_path / "note.pdf", lever(), case())
    with pikepdf.open(tmp_path / "note.pdf") as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert names == {"SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Italic"}


def test_sources_and_sheets_of_the_brief_are_linked(tmp_path):
    found = links(printed(tmp_path / "note.pdf", lever("A"), lever("B", "gltd"), case()))
    assert {0, 1, 2, "https://www.senat.fr/rap/l24-682/l24-682_mono.html"} <= set(found)


def test_records_out_of_the_brief_and_unknown_sources_are_plain_words(tmp_path):
    found = links(printed(tmp_path / "note.pdf", lever("A")))
    assert sorted(map(str, found)) == ["0", *["https://www.senat.fr/rap/l24-682/l24-682_mono.html"] * 2]


def test_what_must_be_checked_says_why(tmp_path):
    text = words(printed(tmp_path / "note.pdf", lever("Le conseil")))
    assert "Le conseil [à vérifier]" in text
    assert "À vérifier. CSI L132-5 : Version de 2019 lue." in text


def test_results_say_measured_or_declared(tmp_path):
    text = words(printed(tmp_path / "note.pdf", case()))
    assert "Mesuré Appels −20 %" in text
    assert "Déclaré Calme" in text


def test_an_intensity_is_said_in_words(tmp_path):
    assert "5 sur 5, emprise forte" in words(printed(tmp_path / "note.pdf", case()))


def test_same_input_gives_the_same_bytes(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        printed(tmp_path / name, lever(), case(), title="Comité")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_progress_is_told_sheet_by_sheet(tmp_path):
    told = []
    write_edition(edition_of(lever(), case()), tmp_path / "n.pdf", progress=lambda *step: told.append(step))
    assert told == [(0, 2), (1, 2)]


def test_progress_goes_forward_where_sheets_share_a_page(tmp_path):
    told = []
    note = replace(edition_of(lever(), case(), lever("Autre", "autre")), options=Options(paged=False))
    write_edition(note, tmp_path / "n.pdf", progress=lambda *step: told.append(step))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_sheet_is_laid_out_when_its_turn_comes(tmp_path, monkeypatch):
    told: list[object] = []
    flow = SheetFlow.flow

    def told_flow(sheet):
        told.append("laid out")
        yield from flow(sheet)

    monkeypatch.setattr(SheetFlow, "flow", told_flow)
    write_edition(edition_of(lever(), case()), tmp_path / "n.pdf", progress=lambda *s: told.append(s))
    assert told == [(0, 2), "laid out", (1, 2), "laid out"]


def test_a_heading_is_never_left_at_the_foot(tmp_path):
    for filling in range(24, 40):
        more = section("objectifs", "Objectifs atteints", bullets("Calme " * 60))
        pdf = printed(tmp_path / "n.pdf", lever("x", "a", section("s", "S", bullets(*["Un hall"] * filling)), more))
        page = next(p.extract_text() for p in pdf.pages if "Objectifs atteints" in p.extract_text())
        assert "Calme" in page


def test_the_evidence_is_never_cut_in_two(tmp_path):
    for filling in range(15, 30):
        rows = tuple(Row(label, line("Un hall calme.")) for label in ("Effet", "Mécanisme", "Économie"))
        box = section("p", "Ce qu’on sait", EvidenceBlock("forte", "Preuves fortes", rows))
        pdf = printed(tmp_path / "n.pdf", lever("x", "a", section("s", "S", bullets(*["Hall"] * filling)), box))
        page = next(p.extract_text() for p in pdf.pages if "Preuves fortes" in p.extract_text())
        assert "Ce qu’on sait" in page
        assert "Économie" in page


def test_the_strength_of_the_evidence_is_said_to_be_no_effect_in_the_words_of_the_screen(tmp_path):
    box = section("p", "Preuves", EvidenceBlock("forte", "Preuves fortes", ()))
    assert " ".join(EVIDENCE_REMARK.split()) in words(printed(tmp_path / "n.pdf", lever("x", "a", box)))


def test_reportlab_is_loaded_only_when_a_brief_is_asked_for():
    code = "import sys, levers_app.briefs, levers_app.sheets.document; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
