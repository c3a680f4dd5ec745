import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.records import GlossaryTerm
from levers_app.sheets.document import Acronym, SourceMark, Text, plain
from levers_app.sheets.inline import Pen, Sigles, first_sentence, sigles_of

GLOSSARY = (
    GlossaryTerm("gup-gusp", "GUP / GUSP", "Gestion urbaine (et sociale) de proximité", ""),
    GlossaryTerm("cipdr", "CIPDR", "Comité interministériel", ""),
    GlossaryTerm("sg-cipdr", "SG-CIPDR", "Secrétariat général du CIPDR", ""),
    GlossaryTerm("limit-s", "LIMIT’s", "Limiter l’implication des mineurs", ""),
    GlossaryTerm("point-de-deal", "Point de deal", "Point de vente", ""),
)


@pytest.fixture
def pen():
    return Pen(Sigles(GLOSSARY), {"gltd-1": 1, "gltd-2": 2, "gltd-3": 3})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Réparer vite [gltd-2]", "Réparer vite [2]"),
        ("Réparer vite [gltd-2]. Puis", "Réparer vite [2]. Puis"),
        ("Réparer vite. [gltd-2]", "Réparer vite [2]."),
        ("Réparer [gltd-3, gltd-1] vite", "Réparer [1, 3] vite"),
        ("Réparer [gltd-3] [gltd-1]\u202f; puis", "Réparer [1, 3]\u202f; puis"),
        ("Réparer [autre-9] vite", "Réparer [autre-9] vite"),
    ],
)
def test_marks_become_numbers(pen, text, written):
    assert plain(pen.line(text)) == written


def test_marks_have_no_space_before(pen):
    assert pen.line("Vite [gltd-2].") == (Text("Vite"), SourceMark((2,)), Text("."))


def test_markdown_emphasis(pen):
    assert pen.line("La **veille** et *l’écoute*") == (
        Text("La "),
        Text("veille", strong=True),
        Text(" et "),
        Text("l’écoute", emphasis=True),
    )


@pytest.mark.parametrize("text", ["<b>x</b>", "[a](http://b.fr)", "![a](b)", "&amp; &lt;", "`x`", "# x", "a * b * c"])
def test_no_other_markdown(pen, text):
    assert pen.line(text) == (Text(text),)


def test_paragraphs_join_their_lines(pen):
    assert [plain(line) for line in pen.paragraphs("Un\nseul.\n\nDeux.\r\n\r\n\n")] == ["Un seul.", "Deux."]


@pytest.mark.parametrize(
    ("text", "found"), [("la GUP", ["GUP"]), ("l’actuel SG-CIPDR.", ["SG-CIPDR"]), ("LIMIT’s", ["LIMIT’s"])]
)
def test_sigles_are_whole_words(pen, text, found):
    assert [piece.text for piece in pen.line(text) if isinstance(piece, Acronym)] == found


@pytest.mark.parametrize("text", ["GUPS", "éGUP", "gup", "PRE-GUP", "Point de deal", "GUP_x"])
def test_what_is_no_sigle(pen, text):
    assert pen.line(text) == (Text(text),)


def test_a_sigle_is_marked_once_a_section(pen):
    assert sum(isinstance(piece, Acronym) for piece in pen.line("GUP, GUSP, GUP")) == 1
    assert isinstance(pen.new_section().line("GUP")[0], Acronym)


def test_the_subject_of_the_sheet_is_not_marked():
    pen = Pen(Sigles(GLOSSARY), known=frozenset({"term:gup-gusp"})).new_section()
    assert pen.line("La GUP") == (Text("La GUP"),)


def test_sigles_of_a_term():
    assert sigles_of("CAL / CALEOL") == ("CAL", "CALEOL")
    assert sigles_of("Guetteur (chouf)") == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Effet net [gltd-1]. Mais rare.", "Effet net [gltd-1]."),
        ("Loi n° 3 de M. Dupont. Suite", "Loi n° 3 de M. Dupont."),
        ("Baisse de 30 %. En 2020", "Baisse de 30 %."),
        ("Voir art. L251-2 du code", "Voir art. L251-2 du code"),
        ("Dit «\u00a0oui\u00a0». Puis", "Dit «\u00a0oui\u00a0»."),
        ("Un\n\nDeux", "Un"),
    ],
)
def test_first_sentence(text, first):
    assert first_sentence(text) == first


@given(st.text())
def test_no_character_is_lost(text):
    pen = Pen(Sigles(GLOSSARY), {"gltd-1": 1})
    assert kept("".join(plain(line) for line in pen.paragraphs(text))) == kept(text)


@given(st.text(alphabet="ab .*_[]gltd-1,\nGUP"))
def test_no_letter_is_lost_near_marks_and_emphasis(text):
    pen = Pen(Sigles(GLOSSARY), {"gltd-1": 1})
    without_marks = re.sub(r"\[[a-z0-9][a-z0-9\-, ]*-\d+\]", "", text)
    written = "".join(
        piece.text for line in pen.paragraphs(text) for piece in line if not isinstance(piece, SourceMark)
    )
    assert sorted(kept(without_marks)) == sorted(kept(re.sub(r"\[[a-z0-9][a-z0-9\-, ]*-\d+\]", "", written)))


def kept(text):
    """What must survive: everything but spaces and the signs of Markdown."""
    return re.sub(r"[\s*_\x00\ufffd]", "", text)
