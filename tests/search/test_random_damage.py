"""Index files cut, emptied, deleted and overwritten at random, alone and under the hands of several threads.

Every error is told, every search answers, what the check calls sound is right, and a rebuild heals.
"""

import gc
import random
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.engine import SearchEngine
from tests.search.conftest import SmallSource

pytestmark = [
    pytest.mark.usefixtures("_tidy"),
    # Whoosh leaves a file open when it finds it damaged.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
QUERIES = ("clspd ", "hall ", "conseil loc", '"conseil local" ', "vidéo -police ", "médiatoin ", "a", "famille:surete ")


@pytest.fixture
def _tidy() -> Iterator[None]:
    """Collect the files that Whoosh left open before the next test."""
    yield
    gc.collect()


class Trouble:
    """Does to an engine, its base and its files what a seed says."""

    def __init__(self, seed: int, engine: SearchEngine, source: SmallSource, folder: Path) -> None:
        self.choose = random.Random(seed)  # noqa: S311 - the same at each run
        self.engine, self.source, self.folder = engine, source, folder

    def search(self) -> None:
        query = self.choose.choice(QUERIES)
        self.engine.search(query)
        self.engine.marker(query)
        self.engine.status()

    def save(self) -> None:
        lever = self.choose.choice(list(self.source.levers.values()))
        if self.choose.random() < 0.1 and lever.id != "lever:clspd":
            self.source.delete(lever.id)
        else:
            self.source.save(replace(lever, title=f"{lever.title[:60]} {self.choose.randrange(1000)}"))
        self.engine.follow()

    def rebuild(self) -> None:
        self.engine.rebuild()

    def check(self) -> None:
        self.engine.check()

    def reopen(self) -> None:
        self.engine.close()

    def damage(self) -> None:
        """Cut, empty, delete or overwrite a file, now and then all of them."""
        if self.choose.random() < 0.05:
            shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(FileNotFoundError):  # taken away meanwhile
            if files := sorted(path for path in self.folder.rglob("*") if path.is_file()):
                self._damage(self.choose.choice(files))

    def _damage(self, path: Path) -> None:
        size = path.stat().st_size
        place = self.choose.randrange(size + 1)
        match self.choose.choice(("cut", "empty", "remove", "overwrite", "overwrite")):
            case "cut":
                path.write_bytes(path.read_bytes()[:place])
            case "empty":
                path.write_bytes(b"")
            case "remove":
                path.unlink()
            case _:
                with path.open("r+b") as file:
                    file.seek(place)
                    file.write(self.choose.randbytes(self.choose.choice((1, 8, 200))))


Found = list[list[str]]
Answers = Callable[[], Found]
Heals = Callable[[SearchEngine], bool]


def found(engine: SearchEngine) -> Found:
    return [[hit.id for hit in engine.search(query).hits] for query in QUERIES]


@pytest.fixture
def heals(caplog: pytest.LogCaptureFixture) -> Heals:
    """Tell whether a rebuild makes the index whole; forget what was logged of the damage."""

    def check(engine: SearchEngine) -> bool:
        caplog.clear()
        engine.rebuild()
        return engine.check().sound and engine.search("hall ").complete

    return check


@pytest.fixture
def right(source: SmallSource, vocabulary: Vocabulary, tmp_path: Path) -> Answers:
    """Return what an index without damage finds."""

    def answers() -> Found:
        other = SearchEngine(tmp_path / "undamaged", source, vocabulary)
        other.rebuild()
        answers = found(other)
        other.close()
        return answers

    return answers


@pytest.mark.parametrize("seed", range(3))
def test_only_told_errors_and_no_wrong_answer(
    own: SearchEngine, source: SmallSource, folder: Path, right: Answers, heals: Heals, seed: int
) -> None:
    trouble = Trouble(seed, own, source, folder)
    acts = {trouble.search: 6, trouble.damage: 2, trouble.save: 3, trouble.rebuild: 1, trouble.check: 1}
    for _ in range(3):
        for act in trouble.choose.choices([*acts, trouble.reopen], [*acts.values(), 1], k=10):
            with suppress(LeviersError):
                act()
        assert not own.check().sound or found(own) == right()
    assert heals(own)
    assert found(own) == right()


@contextmanager
def others(*acts: Callable[[], None]) -> Iterator[threading.Semaphore]:
    """Have a thread do each act again and again; the semaphore counts how often. Then raise those not told."""
    done, stop, errors = threading.Semaphore(0), threading.Event(), list[Exception]()

    def run(act: Callable[[], None]) -> None:
        while not stop.is_set():
            try:
                act()
            except LeviersError:
                pass
            except Exception as error:  # noqa: BLE001 - told in the test's thread
                errors.append(error)
            done.release()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    try:
        yield done
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    if errors:
        raise ExceptionGroup("errors that are not told", errors)


@pytest.mark.parametrize("seed", range(3))
def test_damage_while_threads_search_and_follow(
    own: SearchEngine, source: SmallSource, folder: Path, heals: Heals, seed: int
) -> None:
    hands = [Trouble(10 * seed + hand, own, source, folder) for hand in range(4)]

    def write() -> None:
        hands[2].choose.choice((hands[2].save, hands[2].save, hands[2].check, hands[2].rebuild))()

    with others(hands[0].search, hands[1].search, write) as done:
        for _ in range(40):
            hands[3].damage()
            for _ in range(3):
                assert done.acquire(timeout=60)
    assert heals(own)
