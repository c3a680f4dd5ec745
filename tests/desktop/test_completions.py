"""Completions under the search fields, by keys and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.desktop.completion_popup import CompletionPopup
from levers_app.desktop.program import Program
from levers_app.store.errors import FullDiskError
from levers_app.store.personal import Personal
from tests.desktop.journeys import open_title, press, settle, titles, type_words

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def popup(program: Program) -> CompletionPopup:
    return program.window.workspace.completions.popup


def offered(program: Program) -> list[str]:
    """What a screen reader would say of each row; nothing while the list is closed."""
    model = popup(program).model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(n).data(role) for n in range(model.rowCount())] if popup(program).isVisible() else []


def chosen(program: Program) -> str:
    completion = popup(program).chosen()
    return completion.label if completion is not None else ""


def words(program: Program) -> str:
    return program.window.top.search.text()


@pytest.fixture
def with_past(data, start: Callable[..., Program], qtbot: QtBot) -> Program:
    """The program after an earlier session with two searches."""
    personal = Personal(data.personal)
    personal.add_search("gardien agressé")
    personal.add_search("hall occupé Nantes")
    program = start()
    settle(qtbot, program)
    return program


def test_what_is_typed_is_completed_under_the_field(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "clspd")
    assert offered(program) == ["CLSPD, Conseil local de sécurité et de prévention de la délinquance"]
    assert QApplication.focusWidget() is program.window.top.search
    assert titles(program)


def test_arrows_move_through_the_list_and_out_of_it(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "media")
    rows = len(offered(program))
    assert (rows > 2, chosen(program)) == (True, "")
    press(qtbot, program, KEY.Key_Down)
    assert chosen(program) == "Médiation sociale"
    press(qtbot, program, KEY.Key_Up)
    assert (chosen(program), words(program)) == ("", "media")
    press(qtbot, program, KEY.Key_Up)
    assert chosen(program) == popup(program).model.completions[-1].label
    press(qtbot, program, KEY.Key_Down)
    assert program.window.workspace.browse.results.list.hasFocus()
    assert offered(program) == []


def test_enter_opens_the_chosen_record_and_the_keyboard_goes_into_it(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "rodeo")
    press(qtbot, program, KEY.Key_Down)
    press(qtbot, program, KEY.Key_Return)
    assert open_title(program) == "Rodéos motorisés"
    assert program.window.workspace.browse.sheet.page.body.hasFocus()
    assert offered(program) == []


def test_enter_without_a_choice_leads_to_the_results_as_ever(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "media")
    press(qtbot, program, KEY.Key_Return)
    assert program.window.workspace.browse.results.list.hasFocus()
    assert (offered(program), words(program)) == ([], "media")


def test_escape_closes_the_list_first_and_down_then_leads_to_the_results(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "media")
    press(qtbot, program, KEY.Key_Escape)
    assert (offered(program), words(program)) == ([], "media")
    press(qtbot, program, KEY.Key_Down)
    assert program.window.workspace.browse.results.list.hasFocus()


def test_a_field_and_its_value_are_written_with_tab(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "hall fam")
    press(qtbot, program, KEY.Key_Tab)
    assert words(program) == "hall famille:"
    assert offered(program)[0] == "Sûreté, 29 fiches"
    press(qtbot, program, KEY.Key_Down)
    press(qtbot, program, KEY.Key_Down)
    press(qtbot, program, KEY.Key_Tab)
    assert words(program) == "hall famille:aménagement "
    assert (offered(program), QApplication.focusWidget()) == ([], program.window.top.search)
    assert titles(program)


def test_typing_goes_on_after_a_value(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "famille:sur")
    press(qtbot, program, KEY.Key_Down)
    press(qtbot, program, KEY.Key_Return)
    type_words(qtbot, program, "hall")
    assert words(program) == "famille:sûreté hall"
    assert titles(program)


def test_tab_that_completes_nothing_goes_on_in_the_window(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "clspd")
    press(qtbot, program, KEY.Key_Tab)
    assert not program.window.top.search.hasFocus()
    assert (offered(program), words(program)) == ([], "clspd")


def test_shift_tab_leaves_and_closes(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "media")
    press(qtbot, program, KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (offered(program), words(program)) == ([], "media")


def test_a_place_is_searched_at_once(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "toul")
    press(qtbot, program, KEY.Key_Down)
    press(qtbot, program, KEY.Key_Return)
    assert words(program) == "ville:Toulouse "
    assert program.window.workspace.browse.results.list.hasFocus()
    assert len(titles(program)) == 9
    assert offered(program) == []


def test_a_click_takes_a_row(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "media")
    view = popup(program).view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    settle(qtbot, program)
    assert open_title(program) == "Médiation sociale en pied d’immeuble et de voisinage"
    assert offered(program) == []


def test_a_click_elsewhere_closes(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "media")
    qtbot.mouseClick(program.window.status, Qt.MouseButton.LeftButton)
    assert offered(program) == []


def test_the_last_searches_are_offered_at_home_and_searched(qtbot: QtBot, with_past: Program) -> None:
    program = with_past
    assert offered(program) == []
    press(qtbot, program, KEY.Key_Down)
    assert offered(program) == ["hall occupé Nantes, recherche récente", "gardien agressé, recherche récente"]
    press(qtbot, program, KEY.Key_Down)
    press(qtbot, program, KEY.Key_Down)
    press(qtbot, program, KEY.Key_Return)
    assert words(program) == "gardien agressé"
    assert program.window.workspace.browse.results.list.hasFocus()
    assert titles(program)


def test_a_click_or_ctrl_k_in_the_empty_field_offers_the_last_searches(qtbot: QtBot, with_past: Program) -> None:
    program = with_past
    qtbot.mouseClick(program.window.home.search, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert len(offered(program)) == 2
    program.window.navigator.go_page("levers")
    settle(qtbot, program)
    assert offered(program) == []
    press(qtbot, program, KEY.Key_K, CTRL)
    assert len(offered(program)) == 2
    press(qtbot, program, KEY.Key_Escape)
    press(qtbot, program, KEY.Key_Down)
    assert program.window.workspace.browse.results.list.hasFocus()


def test_a_recent_search_comes_back_by_its_beginning(qtbot: QtBot, with_past: Program) -> None:
    type_words(qtbot, with_past, "gard")
    assert "gardien agressé, recherche récente" in offered(with_past)


def test_the_answer_to_earlier_letters_is_dropped(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "clsp")
    field = program.window.top.search
    program.window.workspace.completions.ask(field)
    qtbot.keyClick(field, KEY.Key_Return)
    settle(qtbot, program)
    assert offered(program) == []


def test_going_back_closes_the_list(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "media")
    press(qtbot, program, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert offered(program) == []


@pytest.mark.parametrize(("zoom", "size"), [(1.0, (1280, 720)), (2.0, (1280, 720)), (2.0, (700, 500))])
def test_the_list_stays_in_the_window_and_leaves_results_in_sight(
    qtbot: QtBot, program: Program, zoom: float, size: tuple[int, int]
) -> None:
    window = program.window
    window.resize(*size)
    window.look.zoom = zoom
    window.look.apply()
    settle(qtbot, program)
    type_words(qtbot, program, "con")
    shown = popup(program)
    results = window.workspace.browse.results
    assert window.rect().contains(shown.geometry())
    assert shown.geometry().bottom() < results.mapTo(window, results.rect().bottomLeft()).y()
    last = shown.view.visualRect(shown.model.index(shown.model.rowCount() - 1))
    assert shown.view.viewport().rect().contains(last)


def test_an_unreadable_history_stops_no_completion(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> list[str]:
        raise FullDiskError(program.folder.personal)

    assert program.services is not None
    monkeypatch.setattr(program.services.personal, "recent_searches", fail)
    type_words(qtbot, program, "clspd")
    assert len(offered(program)) == 1
