"""Data that cannot be written: the window is whole, says once what will not be kept, and disturbs nobody after that."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from levers_app.desktop.messages import NoticeBar
from levers_app.desktop.program import Program
from levers_app.desktop.status_bar import StatusBar
from levers_app.paths import DataFolder
from tests.desktop.helpers import child, shown_text
from tests.desktop.helpers import press as click
from tests.desktop.journeys import open_title, settle, titles, type_words
from tests.store.faults import protected


@pytest.fixture
def reading(data: DataFolder, start: Callable[..., Program]) -> Iterator[Program]:
    """The program on a folder that cannot be written."""
    with protected(data.root):
        yield start()


def notices(program: Program) -> list[str]:
    """What the bars above the page say."""
    QCoreApplication.sendPostedEvents()  # a new bar shows when its layout has placed it
    return [shown_text(bar) for bar in program.window.findChildren(NoticeBar) if bar.isVisible()]


def test_it_is_said_above_the_page_and_in_the_status_line(reading: Program):
    [said] = notices(reading)
    assert "en lecture seule" in said
    assert "vos favoris et vos lectures ne seront pas gardés" in said
    assert shown_text(child(reading.window, StatusBar)).startswith("Base en lecture seule · 45 leviers")


def test_search_sheets_and_favourites_work_and_nothing_more_is_said(qtbot: QtBot, reading: Program):
    click(qtbot, reading.window, "Masquer")
    type_words(qtbot, reading, "clspd")
    reading.window.navigator.open("lever:clspd")
    settle(qtbot, reading)
    assert open_title(reading).startswith("Conseil local")
    reading.window.workspace.sheet_actions.toggle_favourite()
    settle(qtbot, reading)
    reading.window.navigator.go_page("favourites")
    settle(qtbot, reading)
    assert titles(reading) == [open_title(reading)]
    assert notices(reading) == []


def test_visits_that_cannot_be_kept_are_told_once(
    qtbot: QtBot, program: Program, data: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("levers_app.store.connecting.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(data.personal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        program.window.navigator.open("lever:clspd")
        settle(qtbot, program)
        assert len(notices(program)) == 1
        click(qtbot, program.window, "Masquer")
        program.window.navigator.open("lever:gltd")
        settle(qtbot, program)
        assert notices(program) == []


def test_a_favourite_that_cannot_be_kept_is_not_shown_as_kept(
    qtbot: QtBot, program: Program, data: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("levers_app.store.connecting.BUSY_SECONDS", 0.1)
    program.window.navigator.open("lever:clspd")
    settle(qtbot, program)
    with closing(sqlite3.connect(data.personal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        program.window.workspace.sheet_actions.toggle_favourite()
        settle(qtbot, program)
    assert not program.window.workspace.browse.sheet.header.favourite.isChecked()
    assert "n’a pas été enregistré" in shown_text(program.window)


def test_a_file_in_the_place_of_the_index_is_told_and_titles_are_searched(
    qtbot: QtBot, data: DataFolder, start: Callable[..., Program]
):
    shutil.rmtree(data.index)
    data.index.write_text("à moi")
    program = start()
    [said] = notices(program)
    assert "index\u00a0» devrait être le dossier de l’index de recherche, mais un fichier porte ce nom" in said
    type_words(qtbot, program, "clspd")
    assert titles(program)[0].startswith("Conseil local")
    assert data.index.read_text() == "à moi"
