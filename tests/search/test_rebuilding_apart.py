"""A large index is built in a process of its own; here the shipped content counts as large."""

from multiprocessing import active_children

import pytest

from levers_app.search import indexing
from levers_app.search.engine import SearchEngine
from levers_app.search.errors import RebuildCancelledError, RebuildCutShortError
from levers_app.search.results import IndexCondition
from levers_app.store.folder import DataFolder
from tests.test_apart import kill_it


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_WORTH_A_PROCESS", 1)


def serves_on(engine: SearchEngine) -> bool:
    """Tell whether the index answers, whole and of the present."""
    return (
        engine.status().condition is IndexCondition.READY and engine.check().sound and engine.search("hall ").complete
    )


def folders(data: DataFolder) -> list[str]:
    return sorted(path.name for path in data.index.iterdir())


def test_it_is_the_same_index(own_engine: SearchEngine, data: DataFolder) -> None:
    before = [hit.id for hit in own_engine.search("hall occupé ").hits]
    seen: list[tuple[int, int]] = []
    own_engine.rebuild(progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] == own_engine.status().documents
    assert [hit.id for hit in own_engine.search("hall occupé ").hits] == before
    assert serves_on(own_engine)


def test_it_can_be_stopped(own_engine: SearchEngine, data: DataFolder) -> None:
    before = folders(data)
    with pytest.raises(RebuildCancelledError):
        own_engine.rebuild(cancelled=lambda: bool(active_children()))
    assert not active_children()
    assert folders(data) == before
    assert serves_on(own_engine)


def test_when_the_system_ends_it_the_old_index_serves_on(own_engine: SearchEngine, data: DataFolder) -> None:
    before = folders(data)
    with pytest.raises(RebuildCutShortError, match="s’est interrompue"):
        own_engine.rebuild(progress=kill_it)
    assert folders(data) == before
    assert serves_on(own_engine)
