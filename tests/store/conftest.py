"""Real bases in private folders: an empty one, one of a few records, and the whole content."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from levers_app.paths import content_folder
from levers_app.store.folder import DataFolder, make_private_file
from levers_app.store.migrating import migrate
from levers_app.store.opening import Base, open_base


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty base of the present schema, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "leviers.db"
    make_private_file(path)
    migrate(path)
    return path


@pytest.fixture(scope="session")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of the whole shipped content, to be copied."""
    data = DataFolder(tmp_path_factory.mktemp("full"))
    open_base(data, content_folder()).close()
    return data.base


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A data folder where nothing is yet."""
    return DataFolder(tmp_path / "données d'essai")


@pytest.fixture
def base(data: DataFolder, empty_file: Path) -> Iterator[Base]:
    """An open base without records."""
    data.root.mkdir()
    shutil.copy(empty_file, data.base)
    with Base(data.base) as opened:
        yield opened


@pytest.fixture
def filled(data: DataFolder, full_file: Path) -> DataFolder:
    """A data folder with the whole content in its base, which is closed."""
    data.root.mkdir()
    shutil.copy(full_file, data.base)
    return data


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait five seconds for the locks of these tests."""
    monkeypatch.setattr("levers_app.store.connecting.BUSY_SECONDS", 0.2)
