"""Enter leads from the words to the results, then into the sheet; and where the keyboard goes from the home page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListView, QPushButton
from pytestqt.qtbot import QtBot

from levers_app.desktop.cards import is_named
from levers_app.desktop.chips import Chip
from levers_app.desktop.program import Program
from levers_app.desktop.rows import ListRow
from tests.desktop.journeys import open_title, press, settle, titles, type_words


def in_list(program: Program) -> bool:
    """Whether the keyboard is in the list of results."""
    return program.window.workspace.browse.results.list.hasFocus()


def in_sheet(program: Program) -> bool:
    """Whether the keyboard is in the text of the sheet."""
    return program.window.workspace.browse.sheet.page.body.hasFocus()


def test_enter_chooses_the_first_result_and_a_second_one_reads_it(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "hall occupe trafic")
    press(qtbot, program, Qt.Key.Key_Return)
    assert in_list(program)
    press(qtbot, program, Qt.Key.Key_Return)
    assert in_sheet(program)
    assert open_title(program) == titles(program)[0]
    assert program.window.navigator.place.reading


@pytest.mark.parametrize("words", ["clspd", "CLSPD ", "mediation sociale en pied d'immeuble et de voisinage"])
def test_enter_after_a_name_opens_its_sheet(qtbot: QtBot, program: Program, words: str) -> None:
    type_words(qtbot, program, words)
    press(qtbot, program, Qt.Key.Key_Return)
    assert in_sheet(program)
    assert open_title(program) == titles(program)[0]


def test_a_quick_enter_waits_for_the_answer(qtbot: QtBot, program: Program) -> None:
    qtbot.keyClick(program.window.home.search, "g")
    qtbot.keyClicks(program.window.top.search, "ltd")
    qtbot.keyClick(program.window.top.search, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert in_sheet(program)
    assert open_title(program) == titles(program)[0]


def test_enter_where_nothing_is_found_leads_to_a_way_on(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "zzzyx qwfpg")
    press(qtbot, program, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.property("key")


def test_a_name_is_a_whole_title_or_sigle() -> None:
    row = ListRow("lever:gup", "partenariat", "", (("Gestion urbaine de ", False), ("proximité", True)), names=("GUP",))
    assert is_named(row, "gup")
    assert is_named(row, " gestion urbaine de PROXIMITE")
    assert not is_named(row, "gestion urbaine")
    assert not is_named(row, " ")


def test_a_tile_of_the_home_page_leads_the_keyboard_to_its_sheet(qtbot: QtBot, program: Program) -> None:
    tiles = next(view for view in program.window.home.findChildren(QListView) if view.accessibleName() == "Situations")
    tiles.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, program, Qt.Key.Key_Return)
    assert open_title(program) == "Occupation de halls et de parties communes"
    assert in_sheet(program)


def test_a_page_chosen_with_the_mouse_leads_the_keyboard_to_its_list(qtbot: QtBot, program: Program) -> None:
    entry = next(b for b in program.window.nav.findChildren(QPushButton) if b.accessibleName().startswith("Leviers"))
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    settle(qtbot, program)
    assert in_list(program)
    press(qtbot, program, Qt.Key.Key_Down)
    assert open_title(program) == titles(program)[1]


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "hall")
    more = next(chip for chip in program.window.findChildren(Chip) if chip.isVisible() and chip.text() == "Plus")
    more.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, program, Qt.Key.Key_Return)
    assert more.text() == "Moins"
