"""Programs that are killed, or that write at the same time: what was acknowledged is there."""

import resource
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from levers_app.paths import content_folder
from levers_app.store.checking import check
from levers_app.store.folder import DataFolder
from levers_app.store.opening import Base, open_base
from levers_app.store.writing import Writer
from tests.store.samples import case, lever

SAVE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from levers_app.store.writing import Writer
from tests.store.samples import case
writer = Writer(Path(sys.argv[1]))
for number in itertools.count():
    writer.save(case(f"exemple-{number}", levers=(), context="x" * 20_000), "Anne")
    print(number, flush=True)
"""
OPEN = """
import sys
from pathlib import Path
from levers_app.paths import content_folder
from levers_app.store.folder import DataFolder
from levers_app.store.opening import open_base
print("prêt", flush=True)
open_base(DataFolder(Path(sys.argv[1])), content_folder()).close()
"""


def start(program: str, argument: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, str(argument)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed_after(process: subprocess.Popen[str], seconds: float) -> str:
    """Kill ``process`` that long after its first line; return what else it had said."""
    with process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        return first + process.stdout.read()


@pytest.mark.parametrize("seconds", [0.0, 0.1])
def test_killed_in_the_middle_of_writes(base: Base, seconds: float):
    said = killed_after(start(SAVE_FOR_EVER, base.path), seconds).split()
    acknowledged = {f"case:exemple-{number}" for number in said}
    assert acknowledged
    assert acknowledged <= base.reader.ids()
    assert check(base) == []


@pytest.mark.parametrize("seconds", [0.3, 1.2])
def test_killed_during_the_first_start(data: DataFolder, seconds: float):
    data.root.mkdir()
    killed_after(start(OPEN, data.root), seconds)
    with open_base(data, content_folder()) as base:
        assert check(base) == []
        assert base.reader.counts()["lever"] > 40


def test_two_first_starts_at_once(data: DataFolder):
    data.root.mkdir()
    starts = [start(OPEN, data.root) for _ in range(2)]
    errors = [process.communicate()[1] for process in starts]
    assert errors == ["", ""]
    with open_base(data, content_folder()) as base:
        assert check(base) == []


def save_twenty(path: Path, author: str) -> None:
    with closing(Writer(path)) as writer:
        for number in range(20):
            writer.save(case(f"{author}-{number}", levers=()), author)


def test_two_writers_at_once(base: Base, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("levers_app.store.connecting.BUSY_SECONDS", 30)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(save_twenty, [base.path] * 2, ["anne", "bruno"]))
    assert base.reader.counts()["case"] == 40
    assert check(base) == []


def test_one_writer_from_many_threads(base: Base, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("levers_app.store.connecting.BUSY_SECONDS", 30)
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda n: base.writer.save(case(f"exemple-{n}", levers=()), "Anne"), range(30)))
    assert sorted(numbers) == list(range(1, 31))


def test_reading_sees_one_moment_while_others_write(base: Base):
    base.writer.save(lever(), "Anne")
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(save_twenty, base.path, "anne")
        while not writing.done():
            assert {card.id for card in base.reader.cards()} >= {"lever:mediation"}
    writing.result()


def test_file_that_may_not_grow(data: DataFolder):
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    limit += f"resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, {resource.RLIM_INFINITY}))"
    data.root.mkdir()
    with start(limit + OPEN, data.root) as process:
        errors = process.communicate()[1]
    assert "Error: " in errors.splitlines()[-1]
    assert "Ce qui était" in errors.splitlines()[-1]
    assert not data.base.exists()
