"""The text of a sheet: its words, its links, its shape; content is never markup."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat

from levers_app.desktop.sheet_parts import shown_parts
from levers_app.desktop.sheet_tables import BODY
from levers_app.desktop.sheet_text import Contents, SheetText
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import BulletList, Document, ListItem, Paragraph, Row, Rows, Section, Text
from levers_app.sheets.wording import EVIDENCE_REMARK
from tests.desktop.sheet_samples import sample_sheet
from tests.sheets.strategies import NASTY

pytestmark = pytest.mark.usefixtures("qapp")


def written(document: Document, *, scale: float = 1.0, dark: bool = False, stacked: bool = False) -> SheetText:
    contents = Contents(shown_parts(document, "full"), document.lead, document.sources, document.sources)
    return SheetText(contents, Theme(dark=dark, scale=scale), BODY, stacked=stacked)


def formats(text: SheetText) -> Iterator[tuple[str, QTextCharFormat]]:
    """Each run of characters with its format."""
    for block in blocks(text):
        run = block.begin()
        while not run.atEnd():
            yield run.fragment().text(), run.fragment().charFormat()
            run += 1


def links(text: SheetText) -> list[str]:
    return list(dict.fromkeys(shape.anchorHref() for _, shape in formats(text) if shape.isAnchor()))


def blocks(text: SheetText) -> Iterator[QTextBlock]:
    block = text.document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_every_word_is_there_in_order() -> None:
    words = written(sample_sheet()).document.toPlainText()
    expected = ["CLSPD", "Condition 7", "Preuves moyennes", "Effet", "CSI L251-2", "à vérifier", "Version de 2022 lue."]
    assert sorted(expected, key=words.index) == expected
    assert {"mesuré", "28 puis 11"} <= set(words.replace("\u2003", "\n").replace("\u2002", "\n").split("\n"))


@pytest.mark.parametrize("stacked", [False, True])
def test_the_strength_of_the_evidence_is_said_to_be_no_effect(*, stacked: bool) -> None:
    text = written(sample_sheet(), stacked=stacked).document.toPlainText()
    assert " ".join(EVIDENCE_REMARK.split()) in text  # Qt gives plain spaces


def test_links_lead_to_records_sources_and_addresses() -> None:
    assert links(written(sample_sheet())) == [
        "term:clspd",
        "lever:gltd",
        "#source-1",
        "#source-2",
        "text:csi-l251-2",
        "case:toulouse",
        "case:rezé",
        "https://exemple.fr/guide?a=1&b=%C3%A9",
    ]


def test_a_file_address_is_only_text() -> None:
    text = written(sample_sheet())
    assert "Registre" in text.document.toPlainText()
    assert not any("passwd" in link for link in links(text))


def test_tooltips_are_escaped() -> None:
    hostile = sample_sheet(sources=(sample_sheet().sources[0].__class__(1, "<img src='x'>", "", None, ""),))
    tips = {shape.toolTip() for _, shape in formats(written(hostile)) if shape.toolTip()}
    assert "<qt>Conseil local</qt>" in tips
    assert not any("<img" in tip for tip in tips)


def test_headings_have_a_level_for_screen_readers() -> None:
    headings = [block.text() for block in blocks(written(sample_sheet())) if block.blockFormat().headingLevel() == 2]
    assert headings[:2] == ["Description", "À quelles conditions"]
    assert headings[-1] == "Sources"


def test_each_part_and_source_has_its_place() -> None:
    text = written(sample_sheet())
    assert text.document.findBlock(text.positions["conditions"]).text() == "À quelles conditions"
    assert text.document.findBlock(text.positions["source-2"]).text().startswith("2\tRegistre")


@pytest.mark.parametrize(("scale", "height"), [(1.0, 24), (1.5, 36), (2.0, 48)])
def test_lines_are_as_high_as_the_tokens_say(scale: float, height: int) -> None:
    text = written(sample_sheet(), scale=scale)
    shape = text.document.findBlock(text.positions["description"]).next().blockFormat()
    assert shape.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
    assert shape.lineHeight() == height


def test_narrow_columns_put_labels_above_texts() -> None:
    words = written(sample_sheet(), stacked=True).document.toPlainText()
    assert words.index("CSI L251-2") < words.index("Ce qu’il dit")


@settings(max_examples=60)
@given(st.text(max_size=40) | st.sampled_from(NASTY))
def test_any_text_stays_text(text: str) -> None:
    item, row = ListItem((Text(text),), (Text(text),)), Row(text, (Text(text),), text)
    section = Section("a", text, text, (Paragraph((Text(text),)), BulletList((item,)), Rows((row,))))
    made = written(sample_sheet(lead=(), sections=(section,), sources=()))
    pictures = [shape for _, shape in formats(made) if shape.isImageFormat()]
    assert len(pictures) == bool(text)  # the warning sign alone
    assert links(made) == []


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_read_as_written(text: str) -> None:
    section = Section("a", "Titre", "Titre", (Paragraph((Text(text),)),))
    assert text in written(sample_sheet(sections=(section,))).document.toPlainText()


def test_a_very_long_text_is_kept_whole() -> None:
    section = Section("a", "Titre", "Titre", (Paragraph((Text("mot " * 25_000),)),))
    assert written(sample_sheet(sections=(section,))).document.characterCount() > 100_000
