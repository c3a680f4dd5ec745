"""From step to step of the form: by keys, and by a menu where the window is narrow or the text large."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from levers_app.desktop.entry_step_menu import StepMenu
from levers_app.desktop.program import Program
from tests.desktop.entries import CTRL, page, write
from tests.desktop.helpers import child, shown_text
from tests.desktop.journeys import press, settle


def heading(program: Program) -> str:
    """The heading of the page in front, which has the keyboard."""
    form, focus = page(program).form, program.window.focusWidget()
    sheet = form.sheets[form.currentIndex()]
    assert focus is not None
    assert sheet.isAncestorOf(focus)
    return shown_text(sheet).partition("\n")[0]


def test_keys_lead_from_step_to_step_and_stop_at_both_ends(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    seen = []
    for key in (Qt.Key.Key_PageUp, *7 * (Qt.Key.Key_PageDown,), Qt.Key.Key_PageUp):
        press(qtbot, program, key, CTRL)
        seen.append(heading(program))
    assert seen[:2] == ["L’essentiel", "Le contexte et le diagnostic"]
    assert seen[-3:] == ["Ce qu’il faut retenir", "Ce qu’il faut retenir", "Ce que cela a donné"]


def test_the_keys_work_in_a_field_of_several_lines(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    page(program).go_to("context")
    press(qtbot, program, Qt.Key.Key_PageDown, CTRL)
    assert heading(program) == "Pourquoi cette façon d’agir"


def test_the_keys_do_nothing_outside_the_form(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    program.window.navigator.go_home()
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_PageDown, CTRL)
    assert program.window.home.isVisible()
    assert page(program).form.currentIndex() == 0


def test_f6_goes_round_through_the_form(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    for _ in range(2):
        press(qtbot, program, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert not page(program).isAncestorOf(focus)
    press(qtbot, program, Qt.Key.Key_F6)
    assert heading(program) == "L’essentiel"


@pytest.mark.parametrize(("zoom", "width"), [(1.0, 700), (2.0, 1280)], ids=["narrow", "large"])
def test_where_the_list_has_no_room_a_menu_tells_the_step_and_leads_to_the_others(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture, zoom: float, width: int
) -> None:
    while program.window.look.zoom < zoom:
        program.window.look.zoom_in()
        settle(qtbot, program)
    program.window.resize(width, 720)
    write(qtbot, program)
    assert not page(program).steps.isVisible()
    menu = child(page(program), StepMenu)
    assert menu.isVisible()
    assert menu.text() == "Étape 1 sur 7\u00a0: L’essentiel"
    menu.setFocus()
    entries: list[str] = []

    def choose() -> None:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        entries.extend(action.text() for action in popup.actions())
        for _ in range(4):
            qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)  # the menu runs until something is chosen
    press(qtbot, program, Qt.Key.Key_Space)
    assert entries[1] == "2. Le contexte\tfacultatif"
    assert menu.text() == "Étape 4 sur 7\u00a0: La mise en œuvre"
    assert heading(program) == "La mise en œuvre"
    caplog.clear()  # the plugin of the tests has no popups


def test_where_the_list_has_room_there_is_no_menu(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    assert page(program).steps.isVisible()
    assert not child(page(program), StepMenu).isVisible()
