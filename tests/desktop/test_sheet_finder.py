"""Words of the search in the opened sheet, and the find bar, as a person uses them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from levers_app.desktop.find_bar import FindBar
from levers_app.desktop.program import Program
from levers_app.desktop.sheet_body import SheetBody
from levers_app.desktop.sheet_pane import SheetPane
from tests.desktop.journeys import open_title, press, settle, type_words

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def sheet(qtbot: QtBot, program: Program) -> SheetPane:
    """The sheet that a search for « mediation sociale » opens, the keyboard in it."""
    type_words(qtbot, program, "mediation sociale")
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    sheet = program.window.workspace.browse.sheet
    sheet.focus_text()
    assert open_title(program) == "Médiation sociale en pied d’immeuble et de voisinage"
    return sheet


def marked(body: SheetBody) -> set[str]:
    """The marked words, in small letters."""
    return {selection.cursor.selectedText().lower() for selection in body.extraSelections()}


def said(bar: FindBar) -> str:
    """What the bar says of the passages."""
    return next(label.text() for label in bar.findChildren(QLabel))


def total(bar: FindBar) -> int:
    return int(said(bar).rpartition(" ")[2])


def offer(bar: FindBar) -> QPushButton:
    """The way to the full sheet."""
    return bar.findChildren(QPushButton)[0]


def look_for(qtbot: QtBot, program: Program, words: str) -> None:
    """Press Ctrl+F and write ``words`` instead of what is there."""
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    type_words(qtbot, program, words)


def in_sight(program: Program, body: SheetBody) -> bool:
    """Whether the passage where one is can be read in ``body``."""
    spot = program.window.workspace.finder._spot()
    assert spot is not None
    cursor = body.textCursor()
    cursor.setPosition(spot[1])
    return body.viewport().rect().contains(body.cursorRect(cursor))


# -- marks


def test_the_words_of_the_search_are_marked_in_title_and_text(sheet: SheetPane) -> None:
    assert {"sociale", "médiation"} <= marked(sheet.page.body)
    title = sheet.header.title
    assert [title.text()[start:end] for start, end in title._marks] == ["Médiation", "sociale"]


def test_marks_follow_the_theme(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    program.window.look.set_mode("dark")
    settle(qtbot, program)
    marks = sheet.page.body.extraSelections()
    assert {mark.format.background().color().name().upper() for mark in marks} == {"#57470F"}


def test_marks_leave_the_document_as_it_is(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    with_marks = sheet.page.body.document().toHtml()
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    press(qtbot, program, Qt.Key.Key_Escape)
    assert sheet.page.body.document().toHtml() == with_marks


def test_a_sheet_beside_another_list_has_no_marks(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    program.window.navigator.go_page("levers")
    settle(qtbot, program)
    assert marked(sheet.page.body) == set()
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert "sociale" in marked(sheet.page.body)


def test_the_next_sheet_is_marked_too(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_Escape)
    press(qtbot, program, Qt.Key.Key_Down)
    assert open_title(program) != "Médiation sociale en pied d’immeuble et de voisinage"
    assert any(word.startswith(("médiat", "social")) for word in marked(sheet.page.body))


# -- the bar


def test_ctrl_f_begins_with_the_words_of_the_search(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    field = sheet.find_bar.field
    assert QApplication.focusWidget() is field
    assert field.selectedText() == "mediation sociale"
    assert said(sheet.find_bar).startswith("1 sur ")
    assert total(sheet.find_bar) > 3


def test_keys_go_round_the_passages(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    last = total(sheet.find_bar)
    met = []
    for key, modifier in (
        (Qt.Key.Key_Return, None),
        (Qt.Key.Key_F3, None),
        (Qt.Key.Key_Return, SHIFT),
        (Qt.Key.Key_F3, SHIFT),
        (Qt.Key.Key_F3, SHIFT),
        (Qt.Key.Key_Return, None),
    ):
        press(qtbot, program, key, modifier)
        met.append(said(sheet.find_bar).partition(" ")[0])
    assert met == ["2", "3", "2", "1", str(last), "1"]


def test_each_passage_comes_into_sight(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_2, CTRL)
    look_for(qtbot, program, "bailleur")
    for _ in range(total(sheet.find_bar)):
        press(qtbot, program, Qt.Key.Key_Return)
        assert in_sight(program, sheet.page.body)


def test_f3_opens_the_bar(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_F3)
    assert sheet.find_bar.isVisible()


def test_typing_finds_whatever_the_accents_and_says_how_many(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    look_for(qtbot, program, "EQUIPE")
    assert "équipe" in marked(sheet.page.body)
    assert said(sheet.find_bar).startswith("1 sur ")


def test_nothing_found_is_said(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    look_for(qtbot, program, "qqqzzz")
    assert said(sheet.find_bar) == "Aucun passage"
    press(qtbot, program, Qt.Key.Key_Return)
    assert said(sheet.find_bar) == "Aucun passage"


def test_no_word_is_no_question(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    press(qtbot, program, Qt.Key.Key_Backspace)
    assert said(sheet.find_bar) == ""
    assert marked(sheet.page.body) == set()


def test_a_late_answer_is_dropped(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(sheet.find_bar.field, "so qqq")  # no waiting between the keys
    settle(qtbot, program)
    assert not any(word.startswith("soc") for word in marked(sheet.page.body) - {"sociale", "social"})
    look_for(qtbot, program, "qqqzzz")
    assert marked(sheet.page.body) == set()


# -- both depths


@pytest.mark.parametrize("words", ["formation", "coordination", "mediation", "toulouse"])
def test_the_full_sheet_has_as_many_passages_as_offered(
    qtbot: QtBot, program: Program, sheet: SheetPane, words: str
) -> None:
    look_for(qtbot, program, words)
    assert offer(sheet.find_bar).isVisible()
    offered = int(offer(sheet.find_bar).text().partition(" ")[0])
    assert offer(sheet.find_bar).text() == f"{offered} dans la fiche complète"
    qtbot.mouseClick(offer(sheet.find_bar), Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert (sheet.shown_depth, program.window.navigator.place.depth) == ("full", "full")
    assert total(sheet.find_bar) == offered
    assert not offer(sheet.find_bar).isVisible()
    assert QApplication.focusWidget() is sheet.find_bar.field


def test_nothing_is_offered_when_the_full_sheet_says_no_more(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    look_for(qtbot, program, "qqqzzz")
    assert not offer(sheet.find_bar).isVisible()


def test_what_stands_in_the_margin_is_found(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    program.window.resize(1700, 900)
    press(qtbot, program, Qt.Key.Key_F, CTRL | SHIFT)
    look_for(qtbot, program, "Venissieux")
    assert sheet.page.margin.isVisible()
    assert marked(sheet.page.margin) == {"vénissieux"}
    assert in_sight(program, sheet.page.margin)


# -- the end of it


def test_escape_puts_the_marks_away_until_other_words_are_searched(
    qtbot: QtBot, program: Program, sheet: SheetPane
) -> None:
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    press(qtbot, program, Qt.Key.Key_Escape)
    assert not sheet.find_bar.isVisible()
    assert QApplication.focusWidget() is sheet.page.body
    assert marked(sheet.page.body) == set()
    press(qtbot, program, Qt.Key.Key_K, CTRL)
    type_words(qtbot, program, "mediation")
    assert "médiation" in marked(sheet.page.body)


def test_escape_after_other_words_brings_those_of_the_search_back(
    qtbot: QtBot, program: Program, sheet: SheetPane
) -> None:
    look_for(qtbot, program, "equipe")
    press(qtbot, program, Qt.Key.Key_Escape)
    assert "sociale" in marked(sheet.page.body)
    assert "équipe" not in marked(sheet.page.body)


def test_reading_goes_on_at_the_passage(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    look_for(qtbot, program, "equipe")
    scroll = sheet.scroll_position()
    press(qtbot, program, Qt.Key.Key_Escape)
    assert sheet.page.body.textCursor().block().text()[sheet.page.body.textCursor().positionInBlock() :][:6] == "équipe"
    assert sheet.scroll_position() == scroll


def test_escape_elsewhere_leaves_the_bar(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    program.window.workspace.browse.results.list.setFocus()
    press(qtbot, program, Qt.Key.Key_Escape)
    assert sheet.find_bar.isVisible()


def test_another_sheet_is_looked_through_at_once_and_back_finds_the_first(
    qtbot: QtBot, program: Program, sheet: SheetPane
) -> None:
    look_for(qtbot, program, "bailleur")
    before = said(sheet.find_bar), open_title(program)
    program.window.navigator.open("lever:videoprotection")
    settle(qtbot, program)
    assert (said(sheet.find_bar), open_title(program)) != before
    assert all(word.startswith("bailleur") for word in marked(sheet.page.body))
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert open_title(program) == before[1]
    assert total(sheet.find_bar) == int(before[0].rpartition(" ")[2])


def test_the_bar_follows_the_words_of_a_new_search(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    press(qtbot, program, Qt.Key.Key_K, CTRL)
    type_words(qtbot, program, "videoprotection")
    assert sheet.find_bar.field.text() == "videoprotection"
    assert "vidéoprotection" in marked(sheet.page.body)


# -- for everyone


def test_ctrl_f_without_a_sheet_searches_everything(qtbot: QtBot, program: Program) -> None:
    program.window.nav.setFocus()
    press(qtbot, program, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is program.window.home.search


def test_the_count_is_told_to_a_screen_reader(
    qtbot: QtBot, program: Program, sheet: SheetPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    look_for(qtbot, program, "qqqzzz")
    assert told[-1] == "Aucun passage"
    look_for(qtbot, program, "equipe")
    press(qtbot, program, Qt.Key.Key_Return)
    assert told[-1].startswith("Passage 2 sur ")


def test_tab_goes_through_the_bar_and_on_to_the_sheet(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    look_for(qtbot, program, "mediation")
    names = []
    for _ in range(5):
        press(qtbot, program, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName().partition("\u00a0")[0])
    assert names == [
        "Passage précédent",
        "Passage suivant",
        "Afficher la fiche complète",
        "Fermer la recherche dans la fiche",
        "Ajouter aux favoris",
    ]


def test_large_text_on_a_small_screen_leaves_room_to_read(qtbot: QtBot, program: Program, sheet: SheetPane) -> None:
    program.window.resize(1280, 720)
    program.window.look.zoom = 2.0
    program.window.look.apply()
    settle(qtbot, program)
    look_for(qtbot, program, "equipe")
    assert in_sight(program, sheet.page.body)
    assert sheet.page.body.viewport().height() > 4 * program.window.look.theme.line("body")
    press(qtbot, program, Qt.Key.Key_Escape)
    assert next(b for b in sheet.findChildren(QToolButton) if b.accessibleName() == "Imprimer").isVisible()
