"""The life of the window: what is under way when it closes."""

import os
import time
from collections.abc import Callable
from contextlib import closing
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from levers_app.app import open_folder
from levers_app.catalogue.draft import Draft, Entry
from levers_app.desktop.program import Program
from levers_app.paths import DataFolder
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


def test_a_file_that_was_dropped_from_a_draft_long_ago_goes_once_the_window_is_calm(
    start: Callable[..., Program], data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = time.time() - 200_000
    with closing(open_folder(data)) as services, monkeypatch.context() as earlier:
        earlier.setattr(time, "time", lambda: long_ago)
        services.tidy()  # a first session, before the file
        dropped, kept = (services.attachments.add_bytes(text, "note.txt") for text in (b"Une note", b"Une autre"))
        services.recorder.drafts.keep(Draft("d1", Entry(title="Halls", attachments=(kept,))))
        places = [services.attachments.path_of(each) for each in (dropped, kept)]
    for place in places:
        os.utime(place, (long_ago + 1000,) * 2)
    start()
    assert [place.exists() for place in places] == [False, True]
