"""The window as a person uses it, by keyboard alone (design.md §1 and §4)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.desktop.value_list import ValueList
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import open_title, press, settle, titles, type_words

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_words_typed_at_home_lead_to_results_and_a_sheet(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "videoprotection")
    assert program.window.top.search.text() == "videoprotection"
    assert titles(program)[0] == "Vidéoprotection des parties communes"
    assert open_title(program) == "Vidéoprotection des parties communes"


def test_the_arrows_go_down_the_results_and_show_their_sheets(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "CLSPD")
    press(qtbot, program, Qt.Key.Key_Escape)  # the completions
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Down)
    assert open_title(program) == titles(program)[1]


def test_up_on_the_first_row_returns_to_the_search_field(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "CLSPD")
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is program.window.top.search


def test_back_finds_words_filters_and_sheet_again(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "trafic")
    program.window.workspace.browse.results.filters_changed.emit({"outcome": ("negatif",)})
    settle(qtbot, program)
    kept = (program.window.navigator.place.filters, titles(program), open_title(program))
    program.window.navigator.go_page("terms")
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert program.window.top.search.text() == "trafic"
    assert (program.window.navigator.place.filters, titles(program), open_title(program)) == kept


def test_a_situation_opens_from_home_and_leads_on_to_a_lever(qtbot: QtBot, program: Program) -> None:
    program.window.home.record_requested.emit("problem:occupation-halls")
    settle(qtbot, program)
    assert open_title(program) == "Occupation de halls et de parties communes"
    program.window.workspace.browse.sheet.record_requested.emit("lever:controle-acces")
    settle(qtbot, program)
    assert open_title(program) == "Contrôle d’accès et fermeture des parties communes"
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert open_title(program) == "Occupation de halls et de parties communes"


@pytest.mark.parametrize(
    ("page", "count"), [("problems", 20), ("levers", 45), ("cases", 16), ("texts", 16), ("terms", 16)]
)
def test_every_page_lists_its_records_and_opens_the_first(
    qtbot: QtBot, program: Program, page: str, count: int
) -> None:
    program.window.nav.page_requested.emit(page)
    settle(qtbot, program)
    assert len(titles(program)) == count
    assert open_title(program)


def test_the_rest_of_a_long_list_comes_as_one_scrolls(qtbot: QtBot, program: Program) -> None:
    program.window.nav.page_requested.emit("cases")
    settle(qtbot, program)
    bar = program.window.workspace.browse.results.list.verticalScrollBar()

    def all_there() -> bool:
        bar.setValue(bar.maximum())
        return len(titles(program)) == 113

    qtbot.waitUntil(all_there)
    assert len(set(titles(program))) == 113


def test_rows_that_are_asked_for_twice_come_once(qtbot: QtBot, program: Program) -> None:
    program.window.nav.page_requested.emit("cases")
    settle(qtbot, program)
    rows, before = program.window.workspace.browse.results.list.rows, len(titles(program))
    for _ in range(2):  # as a list does that is scrolled while it waits
        rows.fetchMore(QModelIndex())
    settle(qtbot, program)
    assert len(set(titles(program))) == len(titles(program)) > before


def test_a_favourite_is_kept_until_the_next_start(qtbot: QtBot, start: Callable[..., Program]) -> None:
    first = start()
    type_words(qtbot, first, "gltd")
    title = open_title(first)
    press(qtbot, first, Qt.Key.Key_D, CTRL)
    first.window.close()
    second = start()
    second.window.nav.page_requested.emit("favourites")
    settle(qtbot, second)
    assert titles(second) == [title]


def test_no_favourite_yet_says_how_to_make_one(qtbot: QtBot, program: Program) -> None:
    program.window.nav.page_requested.emit("favourites")
    settle(qtbot, program)
    assert "Pas encore de favori" in shown_text(program.window.workspace.browse)


def test_nothing_found_says_what_to_try(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "qqqzzz wwwxxx")
    assert "Rien ne répond à cette recherche" in shown_text(program.window.workspace.browse)
    assert "Parcourir les situations" in shown_text(program.window.workspace.browse)


def test_sheets_that_were_opened_are_found_under_recent(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    title = open_title(program)
    program.window.nav.page_requested.emit("recent")
    settle(qtbot, program)
    assert titles(program)[0] == title


def test_depth_is_chosen_by_keys_and_stays(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    press(qtbot, program, Qt.Key.Key_2, CTRL)
    assert program.window.workspace.browse.sheet.shown_depth == "full"
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Down)
    assert program.window.workspace.browse.sheet.shown_depth == "full"


def test_ctrl_k_selects_the_words_from_anywhere(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_K, CTRL)
    assert QApplication.focusWidget() is program.window.top.search
    assert program.window.top.search.selectedText() == "gltd"


def test_f6_goes_round_the_panes(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    window = program.window
    seen = []
    for _ in range(4):
        press(qtbot, program, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        browse = window.workspace.browse
        panes = {"nav": window.nav, "list": browse.results, "sheet": browse.sheet, "search": window.top}
        seen.append(next(name for name, pane in panes.items() if pane.isAncestorOf(focus)))
    assert seen == ["nav", "list", "sheet", "search"]


def test_escape_closes_the_completions_then_empties_the_search_field(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    press(qtbot, program, Qt.Key.Key_Escape)
    assert program.window.top.search.text() == "gltd"
    press(qtbot, program, Qt.Key.Key_Escape)
    assert program.window.top.search.text() == ""


def test_a_narrow_window_shows_list_and_sheet_in_turns(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    program.window.resize(820, 700)
    settle(qtbot, program)
    assert program.window.workspace.browse.results.isVisible()
    assert not program.window.workspace.browse.sheet.isVisible()
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.window.workspace.browse.sheet.isVisible()
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert program.window.workspace.browse.results.isVisible()


def test_larger_text_reaches_every_part(qtbot: QtBot, program: Program) -> None:
    before = program.window.top.height()
    press(qtbot, program, Qt.Key.Key_Plus, CTRL)
    assert program.window.top.height() > before
    press(qtbot, program, Qt.Key.Key_0, CTRL)
    assert program.window.top.height() == before


def test_size_of_the_text_is_found_again(qtbot: QtBot, start: Callable[..., Program]) -> None:
    first = start()
    press(qtbot, first, Qt.Key.Key_Plus, CTRL)
    zoomed = first.window.top.height()
    first.window.close()
    assert start().window.top.height() == zoomed


def test_tab_reaches_the_filters_and_their_values(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "trafic")
    assert _tab_until(qtbot, program, lambda widget: widget.property("facet") == "outcome")
    press(qtbot, program, Qt.Key.Key_Space)
    assert _tab_until(qtbot, program, lambda widget: isinstance(widget, ValueList))
    press(qtbot, program, Qt.Key.Key_Space)
    assert program.window.navigator.place.filters == {"outcome": ("positif",)}


def test_enter_in_a_narrow_window_puts_the_keyboard_in_the_sheet(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    program.window.resize(820, 700)
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert program.window.workspace.browse.sheet.isAncestorOf(focus)


def _tab_until(qtbot: QtBot, program: Program, wanted: Callable[[QWidget], bool]) -> bool:
    """Press Tab until ``wanted`` has the keyboard; false when thirty times were not enough."""
    for _ in range(30):
        press(qtbot, program, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and wanted(focus):
            return True
    return False


@pytest.mark.parametrize(("zoom", "width", "beside"), [(1.0, 960, True), (1.0, 940, False), (1.5, 1280, True)])
def test_list_and_sheet_stand_side_by_side_where_both_have_room(
    qtbot: QtBot, program: Program, zoom: float, width: int, beside: bool
) -> None:
    while program.window.look.zoom < zoom:
        program.window.look.zoom_in()
    program.window.resize(width, 720)
    type_words(qtbot, program, "gltd")
    browse = program.window.workspace.browse
    assert (browse.results.isVisible() and browse.sheet.isVisible()) is beside
    assert not beside or browse.list_width() + browse.sheet.width() <= browse.width()


def test_the_row_of_a_sheet_opened_from_elsewhere_is_in_sight(qtbot: QtBot, program: Program) -> None:
    program.window.home.record_requested.emit("lever:mediation-sociale")
    settle(qtbot, program)
    rows = program.window.workspace.browse.results.list
    assert rows.chosen() == "lever:mediation-sociale"
    assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex()))


def test_the_foot_of_the_window_says_where_the_open_sheet_comes_from(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.open("lever:clspd")
    settle(qtbot, program)
    assert "Fiche fournie avec Leviers" in shown_text(program.window.status)
