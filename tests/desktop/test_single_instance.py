"""Two starts on one folder: real processes, real locks."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo
from pytestqt.qtbot import QtBot

from levers_app.desktop.single_instance import LOCK_NAME, AlreadyOpenError, SingleInstance, server_name

OTHER_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from levers_app.desktop.single_instance import SingleInstance
application = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
print("first" if one.claim() else "second", flush=True)
if one._lock.isLocked() and sys.argv[2] == "stay":
    one.listen()
    print("listening", flush=True)
    application.exec()
one.release()
"""


def other_start(folder: Path, mode: str = "end") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OTHER_START, str(folder), mode],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def staying(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process whose window is open on ``tmp_path``."""
    with other_start(tmp_path, "stay") as process:
        assert (said(process), said(process)) == ("first", "listening")
        yield process
        process.kill()


def test_the_lock_is_private(qapp: object, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    assert (tmp_path / LOCK_NAME).stat().st_mode & 0o077 == 0
    first.release()


def test_a_second_start_raises_the_first_window_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    with other_start(tmp_path) as second:
        qtbot.waitSignal(first.raised).wait()
        assert said(second) == "second"
    first.release()
    assert second.returncode == 0


def test_this_start_sees_the_other_window(qapp: object, staying: object, tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path).claim()


def test_another_way_to_the_same_folder_is_the_same_folder(qapp: object, staying: object, tmp_path: Path) -> None:
    link = tmp_path.parent / f"{tmp_path.name}-lien"
    link.symlink_to(tmp_path)
    assert not SingleInstance(link).claim()


def test_other_folders_have_other_windows(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")


def test_a_crashed_first_window_is_taken_over(qtbot: QtBot, staying: subprocess.Popen[str], tmp_path: Path) -> None:
    staying.kill()
    staying.wait()
    one = SingleInstance(tmp_path)
    assert one.claim()
    one.listen()
    with other_start(tmp_path):
        qtbot.waitSignal(one.raised).wait()
    one.release()


def test_a_closed_window_leaves_the_folder_free(qapp: object, tmp_path: Path) -> None:
    one = SingleInstance(tmp_path)
    one.claim()
    one.listen()
    one.release()
    again = SingleInstance(tmp_path)
    assert again.claim()
    again.release()
    assert not (tmp_path / LOCK_NAME).exists()


def test_of_simultaneous_starts_one_wins(tmp_path: Path) -> None:
    starts = [other_start(tmp_path, "stay") for _ in range(3)]
    try:
        losers = [start for start in starts if said(start) == "second"]
        assert len(losers) == 2
    finally:
        for start in starts:
            start.kill()
            start.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_window_that_does_not_answer_is_told(qapp: object, staying: subprocess.Popen[str], tmp_path: Path) -> None:
    os.kill(staying.pid, signal.SIGSTOP)
    with pytest.raises(AlreadyOpenError, match=f"processus {staying.pid}"):
        SingleInstance(tmp_path).claim(patience=200)


def test_a_window_on_another_machine_is_told(qapp: object) -> None:
    assert "« PC-ACCUEIL »" in str(AlreadyOpenError(12, "PC-ACCUEIL")).replace("\N{NO-BREAK SPACE}", " ")
    assert "processus 12" in str(AlreadyOpenError(12, QSysInfo.machineHostName()))


def test_a_folder_that_cannot_hold_a_lock_still_opens(qapp: object, tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "absent").claim()
