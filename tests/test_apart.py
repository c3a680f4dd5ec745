"""Work in a process of its own: what it returns, reports and raises arrives; nobody is left behind."""

import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path
from threading import Lock

import pytest

from levers_app.apart import CutShortError, Report, Workbench, run_apart
from levers_app.store.errors import FullDiskError


def pid_and_steps(report: Report) -> int:
    for done in range(3):
        report(done, 3)
    return os.getpid()


def fill_the_disk(path: Path, _report: Report) -> None:
    raise FullDiskError(path)


def refuse(path: Path, _report: Report) -> None:
    raise PermissionError(13, "interdit", str(path))


def report_for_ever(report: Report) -> None:
    for done in itertools.count():
        report(done, os.getpid())


def kill_it(_done: int, _total: int) -> None:
    """Be the system, short of memory; what was reported before that still arrives."""
    for child in active_children():
        child.kill()


class LockedError(Exception):
    """Cannot be sent."""

    def __init__(self) -> None:
        super().__init__("le verrou")
        self.lock = Lock()


class PairError(Exception):
    """Cannot be made again from what it says."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key} {reason}")


def raise_locked(_report: Report) -> None:
    raise LockedError


def raise_pair(_report: Report) -> None:
    raise PairError("titre", "absent")


def return_lock(_report: Report) -> object:
    return Lock()


class StopError(Exception):
    """Raised to end the work."""


def test_it_runs_elsewhere_and_what_it_reports_and_returns_arrives() -> None:
    seen: list[tuple[int, int]] = []
    pid = run_apart(pid_and_steps, lambda done, total: seen.append((done, total)))
    assert pid != os.getpid()
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_an_error_arrives_as_it_was_raised_and_says_where() -> None:
    with pytest.raises(FullDiskError, match="Le disque est plein") as caught:
        run_apart(partial(fill_the_disk, Path("/quelque/part")))
    assert caught.value.path == Path("/quelque/part")
    assert str(caught.value) == str(FullDiskError(Path("/quelque/part")))
    assert "in fill_the_disk" in caught.value.__notes__[0]


@pytest.mark.parametrize(
    ("work", "said"), [(raise_locked, "le verrou"), (raise_pair, "titre absent"), (return_lock, "pickle")]
)
def test_what_cannot_be_sent_is_told_in_words(
    caplog: pytest.LogCaptureFixture, work: Callable[[Report], object], said: str
) -> None:
    with pytest.raises(Exception, match=said):
        run_apart(work)
    assert said in caplog.text
    caplog.clear()


def test_the_caller_can_stop_it() -> None:
    def check() -> None:
        if active_children():
            raise StopError

    with pytest.raises(StopError):
        run_apart(report_for_ever, lambda *_: None, check)
    assert not active_children()


def test_a_process_killed_from_outside_is_told() -> None:
    with pytest.raises(CutShortError):
        run_apart(report_for_ever, kill_it)


# -- a process that stays


@pytest.fixture
def bench() -> Iterator[Workbench]:
    bench = Workbench()
    yield bench
    bench.close()
    assert not active_children()


def test_a_process_that_stays_does_one_piece_of_work_after_the_other(bench: Workbench) -> None:
    seen: list[tuple[int, int]] = []
    pids = {bench.run(pid_and_steps, lambda done, total: seen.append((done, total))) for _ in range(2)}
    assert len(pids) == 1
    assert os.getpid() not in pids
    assert seen == [(0, 3), (1, 3), (2, 3)] * 2


def test_it_is_made_anew_after_it_was_stopped_killed_or_failed(bench: Workbench) -> None:
    def check() -> None:
        raise StopError

    pids = [bench.run(pid_and_steps)]
    with pytest.raises(StopError):
        bench.run(report_for_ever, lambda *_: None, check)
    pids.append(bench.run(pid_and_steps))
    with pytest.raises(CutShortError):
        bench.run(report_for_ever, kill_it)
    pids.append(bench.run(pid_and_steps))
    with pytest.raises(FullDiskError):
        bench.run(partial(fill_the_disk, Path("/quelque/part")))
    pids.append(bench.run(pid_and_steps))
    assert len(set(pids)) == 4


def test_one_that_was_killed_between_two_pieces_of_work_is_told_once(bench: Workbench) -> None:
    bench.run(pid_and_steps)
    kill_it(0, 0)
    with pytest.raises(CutShortError):
        bench.run(pid_and_steps)
    assert bench.run(pid_and_steps) != os.getpid()


def test_an_error_of_the_work_is_not_told_as_a_process_cut_short(
    bench: Workbench, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(PermissionError, match="interdit"):
        bench.run(partial(refuse, Path("/quelque/part")))
    assert "interdit" in caplog.text
    caplog.clear()


def test_a_process_that_cannot_be_started_is_told_and_the_next_one_works(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    for run in (bench.run, run_apart):
        with monkeypatch.context() as patch:
            patch.setattr(get_context("spawn").Process, "start", no_room)
            with pytest.raises(CutShortError):
                run(pid_and_steps)
        assert run(pid_and_steps) != os.getpid()


STARTED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from levers_app.apart import run_apart
from tests.test_apart import report_for_ever
run_apart(report_for_ever, lambda _, pid: Path(sys.argv[2]).write_text(str(pid)), lambda: None)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_it_ends_when_the_program_that_started_it_was_killed(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    root = Path(__file__).parents[1]
    program = subprocess.Popen([sys.executable, "-c", STARTED, str(root), str(told)], stderr=subprocess.DEVNULL)
    pid = int(wait_for(lambda: told.exists() and told.read_text()))
    program.kill()
    program.wait()
    assert wait_for(lambda: not is_running(pid))


def wait_for(look: Callable[[], str | bool], seconds: float = 30.0) -> str | bool:
    end = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return found


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
