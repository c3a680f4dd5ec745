"""Words written from right to left, and emoji, in lists and sheets: they show, and nothing around them moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from levers_app.desktop.directions import cut, isolated, units
from levers_app.desktop.row_delegate import RowDelegate
from levers_app.desktop.rows import Marked
from levers_app.desktop.sheet_parts import Part
from levers_app.desktop.sheet_tables import BODY
from levers_app.desktop.sheet_text import Contents, SheetText
from levers_app.desktop.sheet_title import WrappedTitle
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import Acronym, BulletList, Line, ListItem, Paragraph, Text

ARABIC = "مكتب الوساطة في بهو العمارة"


def laid_out(marked: Marked, width: float = 400) -> QTextLayout:
    """A title as a list shows it."""
    return RowDelegate(Theme()).laid_out(marked, "card_title", width)


def in_sheet(*blocks: Paragraph | BulletList) -> SheetText:
    """A sheet with one part."""
    return SheetText(Contents((Part("context", "Contexte", "Contexte", blocks),)), Theme(), BODY)


def place(text: SheetText, words: str) -> float:
    """How far from the left edge of the column the inside of ``words`` is."""
    cursor = text.document.find(words)
    text.document.setTextWidth(600)
    text.document.documentLayout().documentSize()
    block, at = cursor.block(), cursor.selectionStart() - cursor.block().position() + len(words) // 2
    line = block.layout().lineForTextPosition(at)
    return float(line.cursorToX(at)[0])  # type: ignore[index]


def test_a_title_stays_at_left(qtbot: QtBot) -> None:
    layout = laid_out(((ARABIC, False),))
    assert layout.lineAt(0).naturalTextRect().left() == 0


def test_the_head_of_a_sheet_stays_at_left(qtbot: QtBot) -> None:
    title = WrappedTitle("sheet", Theme())
    qtbot.addWidget(title)
    title.show_title(ARABIC, Theme())
    layout = title._layout(800)
    assert layout.lineAt(0).naturalTextRect().left() == 0


def test_the_mark_is_on_the_word_after_an_emoji(qtbot: QtBot) -> None:
    layout = laid_out((("😀👩🏽‍🚒 ", False), ("hall", True), (" rendu", False)))
    (mark,) = layout.formats()
    _, rest = cut(layout.text(), mark.start)
    assert cut(rest, mark.length)[0] == "hall"


def test_the_mark_is_on_the_word_of_an_arabic_title(qtbot: QtBot) -> None:
    layout = laid_out((("مكتب ", False), ("بهو", True)))
    (mark,) = layout.formats()
    assert layout.text()[mark.start : mark.start + mark.length] == "بهو"


@pytest.mark.parametrize("width", range(180, 700, 13))
def test_no_title_takes_more_than_two_lines(qtbot: QtBot, width: int) -> None:
    long = (
        "L’ambition est d’occuper le terrain et de changer l’image du quartier 🏢, alors que le trafic s’affiche. " * 3
    )
    assert laid_out(((long, False),), width).lineCount() <= 2
    assert laid_out(((ARABIC * 6, False),), width).lineCount() <= 2


def test_the_dash_stays_before_the_words(qtbot: QtBot) -> None:
    text = in_sheet(BulletList((ListItem((Text(ARABIC),)),)))
    assert place(text, "–") < 20 <= place(text, "العمارة")


def test_a_sentence_keeps_its_order_around_a_sigle(qtbot: QtBot) -> None:
    line: Line = (Text("كلمات مثل "), Acronym("CLSPD", "Conseil local", "term:clspd"), Text(" داخل"))
    text = in_sheet(Paragraph(line))
    assert place(text, "داخل") < place(text, "CLSPD") < place(text, "كلمات")


def test_a_direction_left_open_turns_nothing_else() -> None:
    assert isolated("Rezé") == "Rezé"
    assert isolated("\u202eabc") == "\u2068\u202eabc\u2069"
    assert isolated(f" {ARABIC}\u2069 ") == f" \u2068{ARABIC}\u2069 "


@given(st.text())
def test_a_text_is_cut_where_qt_counted(text: str) -> None:
    first, second = cut("é😀" + text, 3)
    assert first == "é😀"
    assert second == text
    assert units("é😀" + text) == 3 + units(text)
