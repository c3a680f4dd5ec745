"""What was searched is remembered when it was meant, and forgotten when the person wants it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.store.personal import Personal
from tests.desktop.helpers import open_windows, shown_text
from tests.desktop.helpers import press as click_button
from tests.desktop.journeys import press, settle, titles, type_words


def personal(program: Program) -> Personal:
    """The person's own file."""
    assert program.services is not None
    return program.services.personal


def ask_to_forget(program: Program, caplog: pytest.LogCaptureFixture) -> QWidget:
    """Choose the entry of the menu; return the question."""
    menu = program.window.keys.menu
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Effacer l’historique…").trigger()
    (dialog,) = open_windows("Effacer l’historique")
    caplog.clear()  # what the plugin of the tests says of each dialog
    return dialog


def search_and_open(qtbot: QtBot, program: Program, words: str) -> str:
    """Search, and open the second result; return its title."""
    type_words(qtbot, program, words)
    press(qtbot, program, Qt.Key.Key_Escape)  # the completions
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    return titles(program)[1]


def test_a_search_that_led_to_a_sheet_is_remembered(qtbot: QtBot, program: Program) -> None:
    search_and_open(qtbot, program, "clspd")
    assert personal(program).recent_searches() == ["clspd"]


def test_a_search_ended_with_enter_is_remembered(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "trafic")
    press(qtbot, program, Qt.Key.Key_Return)
    assert personal(program).recent_searches() == ["trafic"]


def test_words_that_only_pass_are_not_remembered(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "trafic")
    program.window.nav.page_requested.emit("levers")
    settle(qtbot, program)
    assert not program.window.workspace.history.stay.isActive()
    assert personal(program).recent_searches() == []


def test_a_search_that_stays_on_screen_is_remembered(qtbot: QtBot, program: Program) -> None:
    program.window.workspace.history.stay.setInterval(1)
    type_words(qtbot, program, "gltd")
    qtbot.waitUntil(lambda: "gltd" in personal(program).recent_searches())


def test_the_history_is_forgotten_after_a_question_and_comes_back_on_demand(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    title = search_and_open(qtbot, program, "clspd")
    program.window.nav.page_requested.emit("recent")
    settle(qtbot, program)
    assert titles(program) == [title]
    click_button(qtbot, ask_to_forget(program, caplog), "Effacer")
    settle(qtbot, program)
    assert "Aucune fiche lue pour l’instant" in shown_text(program.window.workspace.browse)
    assert personal(program).recent_searches() == []
    click_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert titles(program) == [title]
    assert personal(program).recent_searches() == ["clspd"]


def test_escape_at_the_question_keeps_the_history(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    search_and_open(qtbot, program, "clspd")
    dialog = ask_to_forget(program, caplog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, program)
    assert (personal(program).recent_searches(), len(personal(program).visits(9))) == (["clspd"], 1)
