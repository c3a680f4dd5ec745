"""The panel that says what may be written in the search field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.desktop.query_help import QUERIES
from levers_app.desktop.search_field import SearchField
from tests.desktop.helpers import child, open_windows
from tests.desktop.journeys import press, settle, titles, type_words

NAME = "Comment écrire une recherche"


def rows(program: Program, caplog: pytest.LogCaptureFixture) -> QTableView:
    """The table of the panel that is open."""
    (panel,) = open_windows("Écrire une recherche")
    caplog.clear()  # what the plugin of the tests says of each dialog
    return child(panel, QTableView)


def sign(field: SearchField) -> QToolButton:
    """The « ? » of a field."""
    return next(button for button in field.findChildren(QToolButton) if button.accessibleName() == NAME)


def test_the_sign_of_the_home_field_opens_it_and_a_click_tries_a_row(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    qtbot.mouseClick(sign(program.window.home.search), Qt.MouseButton.LeftButton)
    table = rows(program, caplog)
    place = table.visualRect(table.model().index(3, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, program)
    assert program.window.top.search.text() == QUERIES[3][0]
    assert program.window.focusWidget() is program.window.top.search
    assert titles(program)
    assert open_windows("Écrire une recherche") == []


def test_by_keys_a_row_replaces_what_was_searched(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    type_words(qtbot, program, "gltd")
    press(qtbot, program, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    table = rows(program, caplog)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.top.search.text() == QUERIES[1][0]
    assert len(titles(program)) > 1


def test_escape_changes_nothing(qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture) -> None:
    type_words(qtbot, program, "gltd")
    qtbot.mouseClick(sign(program.window.top.search), Qt.MouseButton.LeftButton)
    qtbot.keyClick(rows(program, caplog), Qt.Key.Key_Escape)
    assert (program.window.top.search.text(), open_windows("Écrire une recherche")) == ("gltd", [])


def test_tab_reaches_the_sign_from_the_field(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("levers")
    settle(qtbot, program)
    program.window.top.search.setFocus()
    press(qtbot, program, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is sign(program.window.top.search)


@pytest.mark.parametrize("query", [query for query, _ in QUERIES])
def test_every_row_finds_something(program: Program, query: str) -> None:
    assert program.services is not None
    results = program.services.engine.search(query)
    assert (results.total > 0, results.unknown, results.left_out) == (True, (), ())


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_what_is_typed_never_runs_under_the_signs(qtbot: QtBot, program: Program, zoom: float) -> None:
    program.window.look.zoom = zoom
    program.window.look.apply()
    settle(qtbot, program)
    for field in (program.window.home.search, program.window.top.search):
        for words in ("", "hall"):
            field.show_words(words)
            shown = [part for part in field.findChildren(QToolButton) if not part.isHidden()]
            assert len(shown) == (2 if words else 1)
            assert max(part.geometry().right() for part in shown) < field.width()
            assert field.width() - field.textMargins().right() <= min(part.geometry().left() for part in shown) + 4
