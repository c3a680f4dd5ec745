"""What a brief says to who listens to it: in which order, as what, and in which words."""

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from levers_app.briefs import styles
from levers_app.briefs.about import About
from levers_app.briefs.grid import Grid, Look, columns, row, table
from levers_app.briefs.pages import Page, lay_out
from levers_app.briefs.prose import plain
from levers_app.sheets.document import (
    Acronym,
    BulletList,
    EvidenceBlock,
    Link,
    ListItem,
    Paragraph,
    Row,
    SourceMark,
    Text,
)
from tests.briefs.accessibility import faults, structure
from tests.briefs.documents import DAY, bullets, case, lever, line, printed, section
from tests.briefs.page_content import read_content
from tests.sheets.attached import photo, sheet


@pytest.fixture
def note(tmp_path):
    return tmp_path / "note.pdf"


def read_aloud(path):
    """The elements of a file in order, each with its role and all its words, single spaced."""
    with pikepdf.open(path) as pdf:
        content = read_content(pdf)
        return [(element.role, re.sub(r"\s+", " ", element.said(content)).strip()) for element in structure(pdf)]


def said(path, *roles):
    """What elements of these roles say, in order."""
    return [words for role, words in read_aloud(path) if role in roles]


def entries(path, role, *keys):
    """What the dictionaries of elements of a role hold."""
    with pikepdf.open(path) as pdf:
        found = [element.entry for element in structure(pdf) if element.role == role]
        return [tuple(str(entry.get(key, "")) for key in keys) for entry in found]


def test_headings_of_one_sheet(note):
    printed(note, lever("GLTD"))
    read = read_aloud(note)
    assert [words for role, words in read if role == "H1"] == ["GLTD"]
    assert [words for role, words in read if role == "H2"][:2] == ["Description", "À quelles conditions"]


def test_headings_under_the_title_of_a_brief(note):
    printed(note, lever("GLTD"), case("Un hall"), title="Comité")
    assert said(note, "H1", "H2") == ["Comité", "GLTD", "Un hall", "Sigles"]
    assert "Description" in said(note, "H3")


def test_items_are_one_list_with_their_bullets(note):
    items = BulletList((ListItem(line("Cadrer"), line("Avec le parquet")), ListItem(line("Former"))), numbered=True)
    printed(note, lever("x", "a", section("s", "Étapes", items)))
    read = read_aloud(note)
    place = next(n for n, (role, words) in enumerate(read) if words == "Étapes" and role == "H2")
    assert read[place + 1 : place + 10] == [
        ("L", "1.Cadrer Avec le parquet 2.Former"),
        ("LI", "1.Cadrer Avec le parquet"),
        ("Lbl", "1."),
        ("LBody", "Cadrer Avec le parquet"),
        ("P", "Cadrer"),
        ("P", "Avec le parquet"),
        ("LI", "2.Former"),
        ("Lbl", "2."),
        ("LBody", "Former"),
    ]


def test_labels_head_their_rows(note):
    printed(
        note, lever("x", "a", section("p", "Preuves", EvidenceBlock("forte", "Fortes", (Row("Effet", line("Net")),))))
    )
    last = said(note, "TR")[-2:]
    assert last[0].startswith("Solidité Fortes")
    assert last[1] == "Effet Net"
    assert said(note, "TH")[-1] == "Effet"
    with pikepdf.open(note) as pdf:
        heads = [element for element in structure(pdf) if element.role == "TH"]
        assert {str(head.told("/Scope")) for head in heads} == {"/Row"}


def test_a_paragraph_cut_by_pages_is_one(note):
    text = "Le hall est occupé chaque soir. " * 400
    printed(note, lever("x", "a", section("s", "S", Paragraph(line(text)))))
    assert text.strip() in said(note, "P")
    with pikepdf.open(note) as pdf:
        assert max(len({page for page, _ in element.content}) for element in structure(pdf)) >= 2


def test_columns_are_read_one_after_the_other_even_cut_by_pages(note):
    left = section(
        "conditions", "À quelles conditions", bullets(*[f"Gauche {n}. " + "Calme. " * 30 for n in range(24)])
    )
    right = section("limites", "Limites", bullets(*[f"Droite {n}. " + "Calme. " * 30 for n in range(24)]))
    pdf = printed(note, lever("x", "a", left, right))
    assert len([page for page in pdf.pages if "Gauche" in page.extract_text() and "Droite" in page.extract_text()]) > 1
    sides = [words[:6] for words in said(note, "LBody") if words[:6] in ("Gauche", "Droite")]
    assert sides == ["Gauche"] * 24 + ["Droite"] * 24


def test_a_head_that_pages_repeat_is_read_once(note):
    look = Look(columns((100, styles.WIDTH - 100), 12))
    head = row(look, [plain("Levier", styles.CELL_STRONG)], [plain("Effet", styles.CELL_STRONG)])
    rows = [row(look, [plain(f"Nom {n}", styles.CELL)], [plain("Net. " * 30, styles.CELL)]) for n in range(60)]
    grid = Grid(look, rows, [head], table([head, *rows], heads=1))
    with note.open("wb") as file:
        about = About("Comparaison", "Leviers", "", (), DAY, "")
        title = plain("Comparaison", styles.TITLE)
        assert lay_out(file, [title, grid], [Page("a", "a")], about).getPageNumber() > 2
    assert said(note, "TH")[:3] == ["Levier", "Effet", "Nom 0"]
    assert said(note, "TH").count("Effet") == 1
    with pypdfium2.PdfDocument(note) as pdf:
        assert all("Effet" in page.get_textpage().get_text_range() for page in pdf)
    assert [fault for fault in faults(note) if "ours" not in fault] == []


def test_lines_and_cut_words_are_read_as_they_were_written(note):
    text = "Les partenaires anticonstitutionnellement responsables agissent conventionnellement, quotidiennement. " * 9
    pdf = printed(note, lever("x", "a", section("s", "S", Paragraph(line(text)))))
    assert re.search("\\w\u00ad\\s", pdf.pages[0].extract_text() + pdf.pages[-1].extract_text())
    assert text.strip() in [words.replace("\u00ad", "") for words in said(note, "P")]


def test_letters_from_right_to_left_are_read_as_they_were_written(note):
    text = "السلام عليكم، لا تترك القمامة في الردهة رقم 12 (الطابق 3). " * 20
    printed(note, lever("x", "a", section("s", "S", Paragraph(line(text)))))
    assert text.strip() in said(note, "P")


def test_links_in_mixed_text_are_read_in_order(note):
    mixed = Paragraph((Text("Le mot "), Link("שלום עולם", "lever:a"), Text(" et "), Link("la suite", "lever:a")))
    printed(note, lever("Court", "a", section("s", "S", mixed)))
    assert "Le mot שלום עולם et la suite" in said(note, "P")
    assert {"שלום עולם", "la suite"} <= set(said(note, "Link"))


def test_links_say_where_they_lead(note):
    text = Paragraph((Link("la médiation", "case:toulouse"), SourceMark((1,))))
    printed(note, lever("x", "a", section("s", "S", text)), case())
    with pikepdf.open(note) as pdf:
        told = {str(area.Contents) for page in pdf.pages for area in page.get("/Annots", ())}
    assert "Aller à la fiche\u00a0: la médiation" in told
    assert "Source\u00a01\u00a0: Rapport d’évaluation" in told
    assert "Rapport d’évaluation (senat.fr/rap/l24-682/l24-682_mono.html)" in told


def test_marks_of_sources_are_references(note):
    printed(note, lever("x", "a", section("s", "S", Paragraph((Text("Un hall"), SourceMark((1, 7)), Text("."))))))
    assert said(note, "Reference")[-1] == "1, 7"
    assert "Un hall 1, 7." in said(note, "P")


def test_a_sigle_tells_its_words_where_it_is_read_first(note):
    sigle = Acronym("GPO", "Groupe de partenariat opérationnel", "term:gpo")
    printed(note, lever("x", "a", section("s", "S", Paragraph((sigle, Text(" et "), sigle, Text(" ensemble"))))))
    assert ("Groupe de partenariat opérationnel",) in entries(note, "Span", "/E")
    assert [words for words in said(note, "Span") if words == "GPO"] == ["GPO"]


def test_photos_have_words(note, tmp_path):
    lost = photo(tmp_path / "b.jpg", caption="Le toit.")
    Path(lost.path).unlink()
    printed(note, sheet(photo(tmp_path / "a.jpg", caption="Le hall"), lost, photo(tmp_path / "c.jpg")))
    alts = [alt for (alt,) in entries(note, "Figure", "/Alt")]
    assert alts == ["Photo\u00a0: Le hall", "Photo\u00a0: Le toit (b.jpg, image illisible)", "Photo\u00a0: c.jpg"]
    assert said(note, "Caption") == ["Le hall", "Le toit (b.jpg)"]


def test_heads_feet_and_signs_are_only_seen(note):
    printed(note, lever("GLTD"), title="Comité du 27")
    words = " ".join(said(note, "Document"))
    assert words.count("Comité du 27") == 1
    assert "imprimé le" not in words


def test_metadata_say_the_same_as_properties(note):
    printed(note, lever("L’été & <b> 🏢"), title="Comité\x00 « du » 27")
    with pikepdf.open(note) as pdf, pdf.open_metadata() as told:
        assert told["dc:title"] == str(pdf.docinfo["/Title"]) == "Comité\ufffd « du » 27"
        assert told["dc:creator"] == ["Leviers"]
        assert told["dc:language"] == {"fr-FR"}
        assert told["xmp:CreateDate"] == "2026-11-23T00:00:00Z"
        assert told["pdf:Keywords"] == str(pdf.docinfo["/Keywords"])
