"""An index that cannot be written, in a read-only folder or on a full disk: it serves on, and catches up later."""

import gc
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.search.engine import SearchEngine
from levers_app.search.errors import IndexFolderError
from levers_app.search.results import IndexCondition
from tests.search.conftest import SmallSource
from tests.store.faults import protected


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Let no file grow beyond ``room`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def save(source: SmallSource) -> None:
    source.save(replace(source.levers["lever:clspd"], title="Un ornithorynque"))


def catches_up(engine: SearchEngine) -> bool:
    """Tell whether the index takes in what it could not."""
    engine.follow()
    return engine.check().sound and engine.search("ornithorynque ").total == 1


def serves_on(engine: SearchEngine) -> bool:
    """Tell whether the index is searched as it was."""
    return engine.search("hall ").complete and engine.status().condition is IndexCondition.BEHIND


def test_a_read_only_folder(own: SearchEngine, source: SmallSource, folder: Path) -> None:
    save(source)
    with protected(folder):
        for write in (own.follow, own.rebuild):
            with pytest.raises(IndexFolderError, match="est en lecture seule"):
                write()
            assert serves_on(own)
    assert catches_up(own)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what Whoosh could not write
@pytest.mark.parametrize("room", [0, 100, 4000])
def test_a_full_disk(own: SearchEngine, source: SmallSource, room: int) -> None:
    own.open()
    save(source)
    for write in (own.follow, own.rebuild):
        with full_disk(room), pytest.raises(IndexFolderError, match="le disque est plein"):
            write()
        assert serves_on(own)
    assert catches_up(own)
    gc.collect()
