"""The window and its dialogs fit the screen; the screen of the tests is 800 x 800."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.jobs import Jobs
from levers_app.desktop.look import Look
from levers_app.desktop.window import MainWindow
from levers_app.desktop.window_state import WindowState
from levers_app.paths import DataFolder

FRAME = 40
"""Height of a title bar with its edge, on the systems that have large ones."""


def window_with(qtbot: QtBot, tmp_path: Path, geometry: bytes = b"") -> MainWindow:
    """A window as it would show, with the geometry of the last session."""
    jobs = Jobs()
    window = MainWindow(Look(), jobs, DataFolder(tmp_path), WindowState(geometry=geometry))
    qtbot.addWidget(window, before_close_func=lambda _: jobs.close())
    return window


def available(widget: QWidget) -> QRect:
    """What panels leave of the screen."""
    return widget.screen().availableGeometry()


def test_the_first_window_fits_the_screen_with_its_frame(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_with(qtbot, tmp_path)
    assert window.width() <= available(window).width()
    assert window.height() + FRAME <= available(window).height()


@pytest.mark.parametrize("place", [(2000, 1500, 900, 700), (-5000, -60, 700, 600), (-40, -40, 3000, 2000)])
def test_a_window_kept_from_another_screen_comes_back(
    qtbot: QtBot, tmp_path: Path, place: tuple[int, int, int, int]
) -> None:
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.setGeometry(*place)
    window = window_with(qtbot, tmp_path, bytes(elsewhere.saveGeometry().data()))
    assert available(window).contains(window.geometry().adjusted(0, -FRAME, 0, 0))


@pytest.mark.parametrize("kept", [b"", b"not a geometry"])
def test_what_is_unreadable_counts_as_never_set(qtbot: QtBot, tmp_path: Path, kept: bytes) -> None:
    assert window_with(qtbot, tmp_path, kept).size() == window_with(qtbot, tmp_path).size()
