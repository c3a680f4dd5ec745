"""Briefs keep every rule of PDF/UA-1 that a machine can check, whatever is printed."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levers_app.sheets.document import Acronym, BulletList, Link, ListItem, Paragraph, Row, Rows, SourceMark, Text
from tests.briefs.accessibility import faults
from tests.briefs.documents import bullets, case, lever, line, printed, section
from tests.sheets.attached import item, photo, sheet
from tests.store.pictures import DOCUMENTS

HOSTILE = [
    "a<b> & </para> <b>gras</i> &#0; ((( \\n )))",
    "🏢 hall 👩‍🚒 👨‍👩‍👧‍👦 🇫🇷 ❤️",
    "大堂被占用 \U0001fbff",
    "q̈ z͓ é́́",
    "x" * 10_000,
    "Un hall occupé. " * 400,
    "anticonstitutionnellement" * 40,
    "\x00\x1b\ud800\ufeff\ufffe\uffff",
    "السلام عليكم، لا تترك القمامة في الردهة رقم 12 (الطابق 3). " * 12,
    "Il a lu le mot שלום sur la porte de la דירה 12. " * 30,
    "lui-même, partena\u00adriat " * 60,
    *("", "   ", "\u00a0", "\u00ad", "a\nb\tc"),
]


def sheet_of(text):
    """The sheet of a lever that says ``text`` in every kind of block and run."""
    mixed = (Text("Voir "), Link(text, "lever:gltd"), SourceMark((1, 7)), Acronym(text[:9], text, "lever:gltd"))
    blocks = (
        Paragraph((*mixed, Text(text))),
        BulletList((ListItem(line(text), line(text)), ListItem(mixed)), numbered=True),
        Rows(tuple(Row(text[:80], line(text), verify=text[:200], target="lever:gltd") for _ in range(3))),
    )
    return lever(text, "a", section("s", f"Suite {text[:60]}", *blocks))


@pytest.fixture
def note(tmp_path):
    return tmp_path / "note.pdf"


def test_bundled_sheets_have_no_fault(note, documents):
    of_all_kinds = list(documents.values())[::29]
    assert {document.kind for document in of_all_kinds} == {"lever", "case", "text", "term", "problem"}
    printed(note, *of_all_kinds, title="Comité")
    assert faults(note) == []


@pytest.mark.parametrize("kind", ["lever", "case", "text", "term", "problem"])
def test_a_sheet_of_each_kind_has_no_fault(note, documents, kind):
    printed(note, next(document for document in documents.values() if document.kind == kind))
    assert faults(note) == []


def test_several_sheets_without_a_title_have_no_fault(note):
    printed(note, lever("A"), lever("B", "gltd"), case())
    assert faults(note) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_sheet_of_any_text_has_no_fault(note, text):
    printed(note, sheet_of(text), lever("Court", "gltd"), title=text[:200])
    assert faults(note) == []


@given(text=st.text(st.characters(codec=None), max_size=60))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_a_fault(tmp_path, text):
    printed(tmp_path / "note.pdf", sheet_of(text), lever("Court", "gltd"), title=text)
    assert faults(tmp_path / "note.pdf") == []


def test_photos_have_no_fault(note, tmp_path):
    lost = photo(tmp_path / "c.jpg", caption="Perdue")
    Path(lost.path).unlink()
    said = photo(tmp_path / "a.jpg", caption="Le hall " * 200)
    minutes = item(tmp_path / "compte rendu.pdf", DOCUMENTS["note.pdf"], "Dit", printed=False)
    left = photo(tmp_path / "d.jpg", printed=False)
    printed(note, sheet(said, photo(tmp_path / "b.jpg", (400, 600)), lost, minutes, left))
    assert faults(note) == []


def test_tables_and_columns_cut_by_pages_have_no_fault(note):
    for filling in range(10, 40, 6):
        rows = Rows(tuple(Row(f"Acteur {n}", line("Il fait ceci. " * (40 if n == 3 else 4))) for n in range(30)))
        long = section("conditions", "Conditions", bullets(*["Le calme revient. " * 6] * filling))
        beside = section("limites", "Limites", bullets(*["Un hall occupé. " * 6] * filling))
        printed(note, lever("x", "a", long, beside, section("acteurs", "Acteurs", rows)))
        assert faults(note) == []
