"""The size of the text, changed by a key that is held down."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.desktop.look import ZOOMS, Look
from levers_app.desktop.theme import Theme


@pytest.fixture
def look(qapp: QApplication, qtbot: QtBot) -> Iterator[Look]:
    """The look as a session begins."""
    look = Look()
    look.apply()
    yield look
    qtbot.waitUntil(lambda: not look.pause.isActive())
    qapp.setStyleSheet("")
    qapp.setFont(Theme().font("ui"))


def test_the_first_step_shows_at_once(look: Look) -> None:
    before = look.theme.scale
    look.zoom_in()
    assert look.theme.scale > before


def test_a_held_key_draws_the_first_step_and_the_last(qtbot: QtBot, look: Look) -> None:
    usual, drawn = look.theme.scale, QSignalSpy(look.changed)
    for _ in ZOOMS:
        look.zoom_in()
    qtbot.waitUntil(lambda: look.theme.scale == ZOOMS[-1] * usual)
    assert drawn.count() == 2


def test_at_the_end_nothing_is_drawn_again(qtbot: QtBot, look: Look) -> None:
    for _ in ZOOMS:
        look.zoom_in()
    qtbot.waitUntil(lambda: not look.pause.isActive())
    drawn = QSignalSpy(look.changed)
    look.zoom_in()
    assert not look.pause.isActive()
    assert drawn.count() == 0
