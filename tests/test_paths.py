"""Where the data and the resources are."""

from pathlib import Path

import pytest

from levers_app import paths
from levers_app.paths import content_folder, find_data_folder, resources_folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "_program_folder", lambda: tmp_path)
    return tmp_path


def test_option_comes_first(program: Path, tmp_path: Path):
    (program / "donnees").mkdir()
    assert find_data_folder(str(tmp_path / "ailleurs")).root == tmp_path / "ailleurs"


def test_option_may_be_relative_or_start_at_home(program: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/anne")
    assert find_data_folder("ici").root == tmp_path / "ici"
    assert find_data_folder("~/leviers").root == Path("/home/anne/leviers")


def test_the_home_of_nobody_is_a_name_like_another(program: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    assert find_data_folder("~inconnu/x").root == tmp_path / "~inconnu" / "x"


def test_folder_beside_the_program_comes_second(program: Path):
    (program / "donnees").mkdir()
    assert find_data_folder().root == program / "donnees"


def test_users_folder_comes_last(program: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert find_data_folder().root == tmp_path / "Leviers"


def test_nothing_is_created_by_asking(program: Path, tmp_path: Path):
    data = find_data_folder(str(tmp_path / "ailleurs"))
    names = [path.name for path in (data.base, data.personal, data.index, data.backups, data.log)]
    assert names == ["leviers.db", "personnel.db", "index", "sauvegardes", "leviers.log"]
    assert not data.root.exists()


def test_resources_are_there():
    assert (content_folder() / "vocabulary.yaml").is_file()
    assert (resources_folder() / "fonts").is_dir()


def test_packed_program_looks_beside_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "leviers.exe"))
    (tmp_path / "donnees").mkdir()
    assert find_data_folder().root == tmp_path / "donnees"
