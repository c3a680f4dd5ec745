"""What the window keeps of a session, and what it says when the base cannot be opened."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.desktop.window_state import load_state
from levers_app.paths import DataFolder
from tests.desktop.journeys import type_words


def test_a_session_that_stays_at_home_keeps_no_width_of_a_list_it_never_showed(program: Program) -> None:
    program.window.build_workspace()
    program.window.close()
    assert load_state(program.folder.window).list_width == 0


def test_the_width_of_a_list_that_was_shown_is_kept(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    width = program.window.workspace.browse.results.width()
    program.window.close()
    assert load_state(program.folder.window).list_width == width


def test_whatever_the_base_fails_of_the_window_says_that_it_is_closed(qtbot: QtBot, program: Program) -> None:
    nothing: dict[str, int] = {}
    program.jobs.unexpected.disconnect()  # the dialog of unexpected errors has tests of its own
    with qtbot.waitSignal(program.jobs.unexpected):
        program.jobs.write(lambda: nothing["rien"], program.window.show_notice, program.window.show_base_error)
    parts = program.window.findChildren
    qtbot.waitUntil(lambda: any(b.isVisible() and b.text() == "Réessayer" for b in parts(QAbstractButton)))
    said = {label.text() for label in parts(QLabel) if label.isVisible()}
    assert "Base fermée" in said


@pytest.mark.parametrize("table", ["case_lever", "journal", "lever"])
def test_a_base_that_lacks_a_table_is_closed_and_told_once(
    qtbot: QtBot, data: DataFolder, start: Callable[..., Program], table: str
) -> None:
    with closing(sqlite3.connect(data.base)) as connection:
        connection.execute(f"DROP TABLE {table}")
    program = start(ready=False)
    labels = program.window.findChildren
    qtbot.waitUntil(lambda: any("est abîmé" in label.text() for label in labels(QLabel) if label.isVisible()))
    assert "Base fermée" in {label.text() for label in labels(QLabel) if label.isVisible()}
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == [program.window]


def test_a_base_damaged_in_its_middle_is_told_in_the_window_itself(
    qtbot: QtBot, data: DataFolder, start: Callable[..., Program]
) -> None:
    with data.base.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\x5a" * 4096 * 300)
    program = start(ready=False)
    labels = program.window.findChildren
    qtbot.waitUntil(lambda: any("est abîmé" in label.text() for label in labels(QLabel) if label.isVisible()))
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=20_000)
    assert "Base fermée" in {label.text() for label in labels(QLabel) if label.isVisible()}
    assert any(b.isVisible() and b.text() == "Réessayer" for b in labels(QAbstractButton))
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == [program.window]
