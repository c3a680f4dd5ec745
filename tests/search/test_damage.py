"""The index is disposable: whatever happens to it, the program answers, says so, and heals."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.codec import DamagedPostingsError
from levers_app.search.engine import SearchEngine
from levers_app.search.errors import IndexFolderError, RebuildCancelledError
from levers_app.search.place import IndexPlace
from levers_app.search.results import IndexCondition
from levers_app.search.segment import Segment
from tests.search.conftest import SmallSource

pytestmark = [
    pytest.mark.usefixtures("_tidy"),
    # Whoosh leaves a file open when it finds it damaged.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def _tidy() -> Iterator[None]:
    """Collect the files that Whoosh left open before the next test."""
    yield
    gc.collect()


def files(folder: Path, pattern: str) -> list[Path]:
    return [path for path in folder.rglob(pattern) if path.is_file()]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def scramble(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 0x5A for byte in path.read_bytes()))


def remove(path: Path) -> None:
    path.unlink()


Heals = Callable[[SearchEngine], bool]


@pytest.fixture
def heals(caplog: pytest.LogCaptureFixture) -> Heals:
    """Tell whether a search answers now, and whether the index is whole after the rebuild that its status asks for."""

    def check(engine: SearchEngine) -> bool:
        answered = engine.search("clspd ").hits[0].id == "lever:clspd"
        if engine.check().condition is IndexCondition.UNUSABLE:
            engine.rebuild()
        caplog.clear()
        return answered and engine.check().sound and engine.search("conseil").complete

    return check


@pytest.mark.parametrize("damage", [cut, empty, scramble, remove])
@pytest.mark.parametrize("pattern", ["*.seg", "*.toc", "state.json", "current"])
def test_a_damaged_file_is_survived(
    folder: Path, fresh: SearchEngine, heals: Heals, damage: Callable[[Path], None], pattern: str
) -> None:
    for path in files(folder, pattern):
        damage(path)
    assert heals(fresh)


@pytest.mark.parametrize("damage", [cut, empty, remove])
@pytest.mark.parametrize("pattern", ["*.seg", "*.toc", "state.json", "current", "*"])
def test_damage_while_running_is_survived(
    folder: Path, fresh: SearchEngine, heals: Heals, damage: Callable[[Path], None], pattern: str
) -> None:
    fresh.search("hall")
    for path in files(folder, pattern):
        damage(path)
    assert heals(fresh)


def test_without_an_index_cards_are_searched(folder: Path, fresh: SearchEngine) -> None:
    shutil.rmtree(folder)
    results = fresh.search("conseil loc")
    assert not results.complete
    assert results.hits[0].id == "lever:clspd"


@pytest.mark.parametrize("made_with", ["levers_app.search.schema.SCHEMA_VERSION", "whoosh.__version__"])
def test_an_index_of_another_schema_or_whoosh_is_not_used(
    folder: Path, small: SmallSource, monkeypatch: pytest.MonkeyPatch, vocabulary: Vocabulary, made_with: str
) -> None:
    monkeypatch.setattr(made_with, -1)
    assert SearchEngine(folder, small, vocabulary).open().condition is IndexCondition.UNUSABLE


def test_an_index_of_another_base_is_not_used(
    fresh: SearchEngine, small: SmallSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small, "base_id", lambda: "other")
    assert fresh.open().condition is IndexCondition.UNUSABLE


def test_a_rebuild_can_be_stopped_and_the_old_index_serves_on(fresh: SearchEngine) -> None:
    with pytest.raises(RebuildCancelledError):
        fresh.rebuild(cancelled=lambda: True)
    assert fresh.search("hall ").complete
    assert fresh.status().condition is IndexCondition.READY


def test_a_rebuild_that_fails_leaves_nothing_behind(folder: Path, fresh: SearchEngine) -> None:
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(RebuildCancelledError):
        fresh.rebuild(cancelled=lambda: True)
    assert sorted(path.name for path in folder.iterdir()) == before


def test_two_rebuilds_at_once_do_not_hurt_each_other(
    folder: Path, fresh: SearchEngine, small: SmallSource, vocabulary: Vocabulary
) -> None:
    other = SearchEngine(folder, small, vocabulary)

    def overtake(done: int, _total: int) -> None:
        if done == 0:
            other.rebuild()

    fresh.rebuild(progress=overtake)
    other.close()
    assert fresh.check().sound


def test_a_rebuild_says_how_far_it_is(fresh: SearchEngine) -> None:
    seen: list[tuple[int, int]] = []
    fresh.rebuild(progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] > 0


def test_searches_answer_during_a_rebuild(fresh: SearchEngine) -> None:
    answers: list[bool] = []
    fresh.rebuild(progress=lambda *_: answers.append(fresh.search("hall ").complete))
    assert answers
    assert all(answers)


def test_damage_found_late_does_not_set_a_new_index_aside(
    fresh: SearchEngine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fresh.open()
    whole = Segment.postings

    def damaged(_segment: Segment, _term: str) -> None:
        monkeypatch.setattr(Segment, "postings", whole)
        fresh.rebuild()
        raise DamagedPostingsError

    monkeypatch.setattr(Segment, "postings", damaged)
    assert fresh.search("hall ").complete
    caplog.clear()
    assert fresh.status().condition is IndexCondition.READY


def test_the_older_folder_is_swept(folder: Path, fresh: SearchEngine) -> None:
    fresh.rebuild()
    fresh.close()
    fresh.open()
    assert [path.name for path in folder.iterdir() if path.is_dir()] == ["2"]


def test_a_folder_that_cannot_be_written_is_told(fresh: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_place: IndexPlace) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(IndexPlace, "new_folder", full)
    with pytest.raises(IndexFolderError):
        fresh.rebuild()
    assert fresh.search("hall ").complete
