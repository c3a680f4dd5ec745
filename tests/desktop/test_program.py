"""The life of the window: what is under way when it closes."""

import time
from collections.abc import Callable
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.search.engine import SearchEngine
from levers_app.search.errors import RebuildCancelledError


def test_closing_stops_the_construction_of_the_index(
    start: Callable[..., Program], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    begun, stopped = Event(), Event()

    def rebuild(_engine: SearchEngine, _progress: object, cancelled: Callable[[], bool]) -> None:
        begun.set()
        while not cancelled():
            time.sleep(0.001)
        stopped.set()
        raise RebuildCancelledError

    monkeypatch.setattr(SearchEngine, "rebuild", rebuild)
    monkeypatch.setattr(SearchEngine, "whole", property(lambda _: False))
    program = start(ready=False)
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    program.window.close()
    program.close()
    assert stopped.is_set()
