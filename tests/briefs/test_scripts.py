import subprocess
import sys
import unicodedata

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFont

from levers_app.briefs.blocks import label_width
from levers_app.briefs.direction import in_drawing_order, main_direction
from levers_app.briefs.fonts import REGULAR
from levers_app.briefs.marks import outcome_mark
from levers_app.briefs.pages import fitted
from levers_app.briefs.prose import Prose, paragraph, plain, sign, words
from levers_app.briefs.runs import runs, shaped
from levers_app.briefs.styles import BODY, TITLE
from levers_app.sheets.document import Acronym, BulletList, Link, ListItem, Paragraph, SourceMark, Text
from tests.briefs.documents import copied, lever, line, links, printed, section, titles

ARABIC = "السلام عليكم، لا تترك القمامة في الردهة رقم 12 (الطابق 3)."
HEBREW = "שלום עולם, דירה 12 (קומה 3) ב-Paris."
VOWELS = unicodedata.normalize("NFC", "مُحَمَّد שָׁלוֹם")
MIXED = st.text(st.sampled_from("abcé 12,.(«»)שלוםسلام١٢\u064b\u05b7大🏢\U0001fbff"), max_size=60)


def has_glyph(face, character):
    font = getFont(face)
    assert isinstance(font, TTFont)
    return font.face.charToGlyph.get(ord(character), 0) > 0


def drawn(prose, width=400):
    """Return the lines of a paragraph as they are drawn, from left to right."""
    prose.wrap(width, 1e9)
    laid_out = prose.blPara
    if laid_out.kind == 0:
        return [" ".join(parts) for _, parts in laid_out.lines]
    return ["".join(part.text for part in found.words) for found in laid_out.lines]


@pytest.mark.parametrize(
    "text",
    [
        *(ARABIC, HEBREW, VOWELS, "Γεια σου ἀρχή", "Привет Ђ", "Բարեւ", "გამარჯობა", "ⴰⵣⵓⵍ", "ạ̈ q̈ z͓ o̲"),
        *("😀🎉🚨🚓🏢❤️☎️🥳👍🏽🧑\u200d🚒", "🇫🇷🇩🇿", "1️⃣", "→⇒∀∑≥♠♿☐☑✓⚠⚡№℃①½"),
    ],
)
def test_every_character_has_a_face_that_draws_it(text):
    assert [part for face, part in runs(shaped(text), REGULAR) if not all(has_glyph(face, c) for c in part)] == []


def test_what_no_face_has_stays_in_the_face_of_the_style():
    assert runs("大堂", REGULAR) == [(REGULAR, "大堂")]


def test_french_is_one_run():
    assert runs("L’été, à Nœux : 5 €", REGULAR) == [(REGULAR, "L’été, à Nœux : 5 €")]


def test_marks_stay_with_their_letter():
    assert runs("aq\u0308b", REGULAR) == [(REGULAR, "a"), ("DejaVuSans", "q\u0308"), (REGULAR, "b")]


def test_a_mark_that_no_face_has_does_not_take_its_letter_along():
    assert runs("س\u1cd0", REGULAR) == [("DejaVuSans", "س"), (REGULAR, "\u1cd0")]


def test_arabic_letters_are_joined_and_keep_their_marks():
    assert shaped("سلام") == "ﺳﻼﻡ"
    assert shaped("مُحَمَّد").count("\u064e") == 2


def test_a_form_that_cannot_be_drawn_leaves_the_letter():
    assert "\u06c1" in shaped("ہ")


def test_a_persian_joiner_is_heeded():
    assert shaped("می\u200cخواهم").startswith("ﻣﯽﺧ")


def test_a_word_of_hebrew_is_drawn_last_letter_first():
    assert drawn(plain("Le mot שלום, ici", BODY)) == ["Le mot םולש, ici\u00a0"]


def test_what_is_mostly_hebrew_is_read_from_the_right():
    assert drawn(plain("שלום עולם CLSPD.", TITLE)) == [".CLSPD םלוע םולש"]


def test_a_french_sentence_may_begin_in_hebrew():
    assert main_direction("שלום est un mot") == "L"


def test_brackets_are_turned_round():
    assert drawn(plain("דירה (קומה)", TITLE)) == ["(המוק) הריד"]


def test_a_long_text_has_its_lines_in_order():
    first, *_, last = drawn(plain(f"ראשון {'שלום ' * 30}אחרון", BODY), 200)
    assert first.endswith("ןושאר")
    assert last.startswith("ןורחא")


def test_lines_keep_their_order_when_a_page_cuts_them():
    prose = plain(f"ראשון {'שלום ' * 100}אחרון", BODY)
    whole = drawn(prose, 200)
    parts = [part for part in prose.split(200, 100) if isinstance(part, Prose)]
    assert len(parts) == 2
    assert [found for part in parts for found in drawn(part, 200)] == whole


def test_a_sign_stays_at_the_left_of_its_words():
    prose = paragraph([*sign(outcome_mark("positif"), TITLE), words("שלום", TITLE)], TITLE)
    assert drawn(prose)[0].strip() == "םולש"
    assert [hasattr(part, "cbDefn") for part in prose.blPara.lines[0].words].index(True) == 1


@given(text=MIXED)
def test_no_character_is_lost_or_doubled_in_drawing_order(text):
    places = [place for _, place in in_drawing_order([(c, (c, n)) for n, c in enumerate(text)], main_direction(text))]
    assert sorted(places, key=lambda place: place[1]) == [(c, n) for n, c in enumerate(text)]


@pytest.mark.parametrize("text", [ARABIC, HEBREW, "Il a lu le mot שלום sur la porte.", VOWELS, "🏢 Привет שלום z͓"])
def test_what_is_copied_is_what_was_written(tmp_path, text):
    printed(tmp_path / "note.pdf", lever("Court", "a", section("s", "S", Paragraph(line(text)))))
    assert text in unicodedata.normalize("NFC", copied(tmp_path / "note.pdf"))


def test_what_is_copied_from_a_long_arabic_text_is_in_order(tmp_path):
    text = " ".join(f"السلام عليكم {number}" for number in range(100, 200))
    printed(tmp_path / "note.pdf", lever("Court", "a", section("s", "S", Paragraph(line(text)))))
    assert text in copied(tmp_path / "note.pdf")


def test_heads_outline_and_metadata_keep_plain_letters(tmp_path):
    pdf = printed(tmp_path / "note.pdf", lever("سلام 🏢 חדר"), title="سلام")
    assert pdf.metadata
    assert (pdf.metadata.title, titles(pdf.outline)[0]) == ("سلام", "سلام 🏢 חדר")
    assert fitted(shaped(ARABIC), 60).endswith("…")


def test_labels_in_other_scripts_have_their_width():
    assert label_width(["Préfet"]) < label_width(["🏢🏢🏢🏢🏢🏢🏢🏢🏢🏢"])


def test_links_are_kept_in_mixed_text(tmp_path):
    mixed = Paragraph((Text("Voir "), Link("שלום et la suite", "lever:gltd"), Acronym("سلام", "Paix", "lever:gltd")))
    pdf = printed(tmp_path / "note.pdf", lever("A", "a", section("s", "S", mixed)), lever("Court", "gltd"))
    assert links(pdf).count(1) >= 2


def test_french_words_are_still_cut_beside_other_scripts():
    found = drawn(plain("Le mot שלום anticonstitutionnellement vôtre", BODY), 100)
    assert any(text.rstrip().endswith("\u00ad") for text in found)


def test_fallbacks_are_embedded_only_where_they_are_used(tmp_path):
    items = BulletList((ListItem(line("🏢")), ListItem(line(HEBREW))))
    printed(tmp_path / "note.pdf", lever("Court", "a", section("s", "S", items)))
    with pikepdf.open(tmp_path / "note.pdf") as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
    assert {"NotoEmoji-Regular", "DejaVuSans"} <= names


def test_a_french_brief_pays_nothing_for_other_scripts(tmp_path):
    code = f"""
import datetime, sys
from pathlib import Path
from levers_app.briefs.brief import write_edition
from levers_app.briefs.fonts import fallbacks
from levers_app.sheets.document import Document
from tests.briefs.documents import edition_of
for name in ("bidi", "arabic_reshaper"):
    sys.modules.pop(name, None)  # what reads PDF in tests imports them
sheet = Document("case:noeux", "case", "Exemple", "L’été à Nœux", (), ())
write_edition(edition_of(sheet), Path({str(tmp_path / "n.pdf")!r}))
sys.exit(fallbacks.cache_info().currsize or "bidi" in sys.modules or "arabic_reshaper" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_mark_of_source_follows_arabic_text(tmp_path):
    text = Paragraph((Text("سلام"), SourceMark((1,))))
    printed(tmp_path / "note.pdf", lever("Court", "a", section("s", "S", text)))
    assert "سلام" in copied(tmp_path / "note.pdf")
