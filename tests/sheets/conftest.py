"""The bundled content in a real base, and documents of any text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary
from levers_app.sheets.document import Document
from levers_app.sheets.inline import Sigles
from levers_app.sheets.library import Library
from levers_app.sheets.parts import House
from levers_app.store.folder import DataFolder
from levers_app.store.opening import Base, open_base

CONTENT = Path(__file__).parents[2] / "resources" / "content"


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    with open_base(DataFolder(tmp_path_factory.mktemp("base")), CONTENT) as opened:
        yield opened


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(CONTENT)


@pytest.fixture(scope="session")
def library(base: Base, vocabulary: Vocabulary) -> Library:
    return Library(base.reader, vocabulary)


@pytest.fixture(scope="session")
def documents(base: Base, library: Library, vocabulary: Vocabulary) -> dict[str, Document]:
    """Every sheet of the bundled content, situations included."""
    ids = sorted(base.reader.ids()) + [f"problem:{slug}" for slug in vocabulary.problems]
    return {identifier: library.sheet(identifier) for identifier in ids}


@pytest.fixture(scope="session")
def house(base: Base, vocabulary: Vocabulary) -> House:
    return House(vocabulary, Sigles(base.reader.glossary()))
