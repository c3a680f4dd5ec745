"""The real content in a real base with a real index, built once; tests that change something get a copy."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from levers_app.catalogue.content import load_bundle
from levers_app.catalogue.language import load_language
from levers_app.catalogue.records import Card, GlossaryTerm, Lever
from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary
from levers_app.paths import content_folder, language_folder
from levers_app.search.engine import SearchEngine
from levers_app.store.folder import DataFolder
from levers_app.store.opening import Base, open_base


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(content_folder())


def new_engine(data: DataFolder, vocabulary: Vocabulary) -> SearchEngine:
    """Return an engine over the base of ``data``, which must be closed."""
    base = open_base(data, content_folder())
    language = load_language(content_folder(), language_folder())
    return SearchEngine(data.index, base.reader, vocabulary, language)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, vocabulary: Vocabulary) -> Path:
    """A data folder with the whole content, indexed. Nobody writes in it."""
    root = tmp_path_factory.mktemp("built")
    engine = new_engine(DataFolder(root), vocabulary)
    engine.rebuild()
    engine.close()
    return root


@pytest.fixture(scope="session")
def engine(built: Path, vocabulary: Vocabulary) -> Iterator[SearchEngine]:
    """An engine for tests that only search."""
    engine = new_engine(DataFolder(built), vocabulary)
    engine.open()
    yield engine
    engine.close()


@dataclass(frozen=True)
class Written:
    """A journal line."""

    seq: int
    record_id: str
    at: str = "2026-01-01T00:00:00"


@cache
def small_levers() -> Sequence[Lever]:
    """Twelve levers, read once."""
    return load_bundle(content_folder()).levers[:12]


class SmallSource:
    """Twelve levers in memory, for tests that build an index again and again."""

    def __init__(self) -> None:
        self.levers: dict[str, Lever] = {lever.id: lever for lever in small_levers()}
        self.journal = [Written(1, "lever:clspd")]

    def cards(self) -> list[Card]:
        return list(self.cards_of(self.levers).values())

    def cards_of(self, ids: Iterable[str]) -> dict[str, Card]:
        found = [self.levers[i] for i in ids if i in self.levers]
        return {r.id: Card(r.id, "lever", r.title, summary=r.summary[:240], family=r.family) for r in found}

    def records(self, ids: Iterable[str]) -> Iterator[Lever]:
        return (self.levers[i] for i in ids if i in self.levers)

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        return ()

    def ids(self) -> set[str]:
        return set(self.levers)

    def base_id(self) -> str:
        return "small"

    def journal_after(self, seq: int, limit: int = 1000) -> list[Written]:
        return [line for line in self.journal if line.seq > seq][:limit]

    def last_journal_line(self) -> Written:
        return self.journal[-1]

    def save(self, lever: Lever) -> None:
        """Write or replace ``lever``, as the base does."""
        self.levers = {**self.levers, lever.id: lever}
        self.journal.append(Written(self.journal[-1].seq + 1, lever.id))

    def delete(self, record_id: str) -> None:
        """Take a lever out."""
        self.levers = {other: lever for other, lever in self.levers.items() if other != record_id}
        self.journal.append(Written(self.journal[-1].seq + 1, record_id))


@pytest.fixture(scope="session")
def small() -> SmallSource:
    return SmallSource()


@pytest.fixture(scope="session")
def indexed(small: SmallSource, tmp_path_factory: pytest.TempPathFactory, vocabulary: Vocabulary) -> Path:
    """The index of the small source. Nobody writes in it."""
    folder = tmp_path_factory.mktemp("indexed")
    engine = SearchEngine(folder, small, vocabulary)
    engine.rebuild()
    engine.close()
    return folder


@pytest.fixture
def folder(indexed: Path, tmp_path: Path) -> Path:
    """A copy of that index."""
    return Path(shutil.copytree(indexed, tmp_path / "index"))


@pytest.fixture
def fresh(folder: Path, small: SmallSource, vocabulary: Vocabulary) -> Iterator[SearchEngine]:
    """An engine over it that has opened nothing yet."""
    with closing(SearchEngine(folder, small, vocabulary)) as engine:
        yield engine


@pytest.fixture
def source() -> SmallSource:
    """A small base of one's own, that may change."""
    return SmallSource()


@pytest.fixture
def own(folder: Path, source: SmallSource, vocabulary: Vocabulary) -> Iterator[SearchEngine]:
    """An engine over it, that has opened nothing yet."""
    with closing(SearchEngine(folder, source, vocabulary)) as engine:
        yield engine


@pytest.fixture
def data(built: Path, tmp_path: Path) -> DataFolder:
    """A data folder of one's own, indexed."""
    return DataFolder(Path(shutil.copytree(built, tmp_path / "data")))


@pytest.fixture
def base(data: DataFolder) -> Iterator[Base]:
    """The base of ``data``, open."""
    with open_base(data, content_folder()) as base:
        yield base


@pytest.fixture
def own_engine(data: DataFolder, vocabulary: Vocabulary) -> Iterator[SearchEngine]:
    """An engine over ``data``, open."""
    engine = new_engine(data, vocabulary)
    engine.open()
    yield engine
    engine.close()


@pytest.fixture
def other_engine(data: DataFolder, vocabulary: Vocabulary) -> Iterator[SearchEngine]:
    """A second engine over ``data``, as another program would have."""
    engine = new_engine(data, vocabulary)
    engine.open()
    yield engine
    engine.close()
