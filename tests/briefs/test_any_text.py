import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levers_app.briefs.addresses import address
from levers_app.briefs.fonts import printable
from levers_app.briefs.prose import Prose, plain
from levers_app.briefs.styles import BODY
from levers_app.catalogue.typography import only_characters
from levers_app.sheets.document import Paragraph
from levers_app.sheets.wording import short_address
from tests.briefs.documents import lever, line, printed, section, words

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@given(text=ANY_TEXT)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_prints(tmp_path, text):
    printed(tmp_path / "note.pdf", lever(text), title=text)
    with pikepdf.open(tmp_path / "note.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize(
    "text",
    [
        "a<b> & </para> <b>gras</i> &#0; &amp; <img src='/etc/passwd'/>",
        "🏢 hall 🚓 fin",
        "大堂被占用",
        "q̈ z͓",
        "Œuvre ½ ≥ → − ✓",
        "((( \\n )))",
    ],
)
def test_text_is_kept_whatever_it_is(tmp_path, text):
    assert words(printed(tmp_path / "note.pdf", lever(text), title=text)).count(text) > 8


@pytest.mark.parametrize("lost", ["\x00", "\x1b", "\x9f", "\u202e", "\u2066", "\ud800", "\uffff"])
def test_what_is_no_character_becomes_the_mark_that_the_other_forms_show(tmp_path, lost):
    assert printable(f"a{lost}b") == only_characters(f"a{lost}b") == "a\ufffdb"
    assert "Porte\ufffdh" in words(printed(tmp_path / "note.pdf", lever(f"Porte{lost}h")))


def test_letters_are_composed_and_narrow_spaces_do_not_break():
    assert printable("re\u0301ussir\u202f; 5\u202f000\u200b") == "réussir\u00a0; 5\u00a0000"


@pytest.mark.parametrize("text", ["x" * 10_000, "Un hall occupé. " * 6_000, "anticonstitutionnellement" * 400])
def test_huge_texts_print_whole(tmp_path, text):
    pdf = printed(tmp_path / "note.pdf", lever("Court", "a", section("s", "S", Paragraph(line(text)))))
    shown = "".join(page.extract_text() for page in pdf.pages)
    assert sum(shown.count(letter) for letter in set(text)) >= len(text.replace(" ", ""))


def test_a_paragraph_cut_by_a_page_keeps_every_line():
    whole = plain("Un hall occupé depuis trois ans. " * 100, BODY)
    _, height = whole.wrap(300, 1e9)
    parts = [part for part in whole.split(300, height / 3) if isinstance(part, Prose)]
    assert sum(part.wrap(300, 1e9)[1] for part in parts) == height


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://[x", "", "C:\\x", "document:a"])
def test_only_addresses_of_the_web_are_links(url):
    assert address(url) == ""


def test_addresses_are_plain_ascii_and_short_on_paper():
    assert address("https://exemple.fr/é (1)") == "https://exemple.fr/%C3%A9%20(1)"
    assert short_address("https://www.senat.fr/rap/") == "senat.fr/rap"
    assert short_address("https://senat.fr/" + "x" * 90) == "senat.fr"
