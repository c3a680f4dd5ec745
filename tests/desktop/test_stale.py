"""Examples that were written here and of which nothing was heard for two years: marked in lists, and found."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.app import open_folder
from levers_app.catalogue.draft import new_draft
from levers_app.desktop.chips import Chip
from levers_app.desktop.program import Program
from levers_app.desktop.row_list import RowList
from levers_app.paths import DataFolder
from tests.desktop.entries import CTRL, QUICK, page
from tests.desktop.helpers import press as press_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import open_title, press, settle, titles, type_keys

OLD, NEW = "Écrit il y a trois ans", "Écrit hier"


@pytest.fixture
def old_and_new(data: DataFolder) -> DataFolder:
    """Two examples that were written here, one of them long ago."""
    entry = replace(QUICK, end="2090")  # the home page shows it among the latest
    with closing(open_folder(data)) as services:
        new, old = (replace(new_draft(), entry=replace(entry, title=title)) for title in (NEW, OLD))
        services.recorder.send(new, "publie")
        record = services.recorder.send(old, "publie").record_id
    with closing(sqlite3.connect(data.base)) as connection, connection:
        connection.execute("UPDATE journal SET at = '2023-03-01T10:00:00.000+00:00' WHERE record_id = ?", (record,))
    return data


@pytest.fixture
def program(old_and_new: DataFolder, start: Callable[..., Program]) -> Program:
    assert old_and_new.base.exists()
    return start()


def spoken(rows: RowList) -> dict[str, str]:
    return {row.plain_title: row.spoken for row in rows.rows.rows}


def cases(qtbot: QtBot, program: Program) -> RowList:
    program.window.nav.page_requested.emit("cases")
    settle(qtbot, program)
    return program.window.workspace.browse.results.list


def test_the_list_of_examples_says_which_ones_are_to_be_brought_up_to_date(qtbot: QtBot, program: Program) -> None:
    rows = spoken(cases(qtbot, program))
    assert "À actualiser" in rows[OLD]
    assert "À actualiser" not in rows[NEW]


def test_the_home_page_says_it_too(program: Program) -> None:
    rows = {title: text for rows in program.window.home.findChildren(RowList) for title, text in spoken(rows).items()}
    assert "À actualiser" in rows[OLD]
    assert "À actualiser" not in rows[NEW]


def test_they_are_found_by_a_filter_at_the_keyboard(qtbot: QtBot, program: Program) -> None:
    cases(qtbot, program)
    pane = program.window.workspace.browse.results
    press_button(qtbot, pane, "Plus")
    next(chip for chip in pane.findChildren(Chip) if chip.text() == "Actualité").setFocus()
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Space)
    assert titles(program) == [OLD]


def test_the_mark_goes_when_somebody_writes_the_example_again(qtbot: QtBot, program: Program) -> None:
    cases(qtbot, program)
    row = next(r for r in program.window.workspace.browse.results.list.rows.rows if r.plain_title == OLD)
    program.window.workspace.edit(row.id)
    settle(qtbot, program)
    page(program).form.boxes["title"].take_focus()
    assert QApplication.focusWidget() is not None
    type_keys(qtbot, ", revu")
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert open_title(program) == f"{OLD}, revu"
    assert "À actualiser" not in spoken(cases(qtbot, program))[f"{OLD}, revu"]
    assert "Actualité" not in shown_text(program.window.workspace.browse.results)
