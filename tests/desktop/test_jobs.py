"""Work outside the GUI thread: what is kept waits for nothing, what is noted waits for what is kept."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from levers_app.desktop.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_what_is_kept_does_not_wait_for_a_slow_note(qtbot: QtBot, jobs: Jobs) -> None:
    kept, done = Event(), list[str]()
    jobs.note(lambda: kept.wait(20), lambda _: done.append("note"))
    jobs.keep(kept.set, lambda _: done.append("kept"))
    qtbot.waitUntil(lambda: sorted(done) == ["kept", "note"])
    assert kept.is_set()


def test_a_note_comes_after_what_was_to_be_kept_before_it_and_so_does_its_answer(qtbot: QtBot, jobs: Jobs) -> None:
    go_on, done, told = Event(), list[str](), list[str]()

    def keep() -> None:
        go_on.wait(20)
        done.append("kept")

    jobs.keep(keep, lambda _: told.append("kept"))
    jobs.note(lambda: done.append("note"), lambda _: told.append("note"))
    go_on.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert (done, told) == (["kept", "note"], ["kept", "note"])


def test_closing_waits_for_what_is_to_be_kept_and_noted(qtbot: QtBot) -> None:
    jobs, done = Jobs(), list[str]()
    for name in ("un", "deux"):
        jobs.keep(lambda name=name: done.append(name), lambda _: None)  # type: ignore[misc]
    jobs.note(lambda: done.append("note"), lambda _: None)
    jobs.close()
    assert done == ["un", "deux", "note"]
