"""The first start, the next ones, and upgrades."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from sqlmodel import SQLModel

from levers_app.catalogue.errors import ContentError
from levers_app.paths import content_folder
from levers_app.store.checking import check
from levers_app.store.errors import NotAFolderError
from levers_app.store.folder import DataFolder, make_private_file
from levers_app.store.migrating import migrate
from levers_app.store.opening import Base, open_base
from levers_app.store.revisions import HEAD, REVISIONS, TABLES, revision_of
from tests.store.older import make_older
from tests.store.samples import case, lever


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def copied_content(folder: Path, version: int) -> Path:
    """Copy the shipped content, to be changed, as content of another version."""
    content = folder / "contenu"
    for source in content_folder().rglob("*.yaml"):
        target = content / source.relative_to(content_folder())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    (content / "version.yaml").write_text(f"version: {version}\n", encoding="utf-8")
    return content


def test_first_start_creates_a_private_base_with_the_whole_content(data: DataFolder):
    with open_base(data, content_folder()) as base:
        assert base.load_report is not None
        assert base.load_report.created == len(base.reader.journal_after(0))
        assert (mode(data.root), mode(data.base)) == (0o700, 0o600)
        assert check(base) == []


def test_first_start_leaves_nothing_else_behind(data: DataFolder):
    open_base(data, content_folder()).close()
    assert list(data.root.iterdir()) == [data.base]


def test_side_files_are_private_too(filled: DataFolder):
    with open_base(filled, content_folder()) as base:
        base.writer.save(lever(), "Anne")
        assert {mode(path) for path in filled.root.iterdir()} == {0o600}


def test_second_start_loads_nothing(filled: DataFolder):
    with open_base(filled, content_folder()) as base:
        assert base.load_report is None


def test_base_open_to_others_is_closed(filled: DataFolder):
    filled.base.chmod(0o644)
    open_base(filled, content_folder()).close()
    assert mode(filled.base) == 0o600


@pytest.mark.parametrize("holds", [[], ["autre.txt"]])
def test_folder_that_was_there_keeps_its_rights(data: DataFolder, holds: list[str]):
    data.root.mkdir(mode=0o755)
    for name in holds:
        (data.root / name).touch()
    open_base(data, content_folder()).close()
    assert (mode(data.root), mode(data.base)) == (0o755, 0o600)


def test_newer_content_is_loaded(filled: DataFolder, tmp_path: Path):
    content = copied_content(tmp_path, version=1000)
    path = content / "levers" / "clspd.yaml"
    path.write_text(yaml.safe_dump({**yaml.safe_load(path.read_text()), "short": "Nouveau"}, allow_unicode=True))
    with open_base(filled, content) as base:
        assert base.load_report is not None
        assert base.load_report.updated == 1
        assert base.reader.lever("clspd").short == "Nouveau"


def test_older_content_is_left_alone(filled: DataFolder, tmp_path: Path):
    with open_base(filled, copied_content(tmp_path, version=0)) as base:
        assert base.load_report is None


def test_faulty_newer_content_leaves_the_base_as_it_was(filled: DataFolder, tmp_path: Path):
    content = copied_content(tmp_path, version=1000)
    (content / "cases" / "zzz.yaml").write_text("slug: zzz\n", encoding="utf-8")
    before = Base(filled.base).reader.cards()
    with pytest.raises(ContentError, match="zzz"):
        open_base(filled, content)
    assert Base(filled.base).reader.cards() == before


def test_faulty_content_at_the_first_start_leaves_no_base(data: DataFolder, tmp_path: Path):
    content = copied_content(tmp_path, version=1)
    (content / "glossary.yaml").write_text("- {", encoding="utf-8")
    with pytest.raises(ContentError, match="glossary"):
        open_base(data, content)
    assert list(data.root.iterdir()) == []


def test_base_made_meanwhile_by_another_start_is_used(
    data: DataFolder, full_file: Path, monkeypatch: pytest.MonkeyPatch
):
    def link(new: Path, path: Path) -> None:
        path.write_bytes(full_file.read_bytes())
        raise FileExistsError

    monkeypatch.setattr("os.link", link)
    with open_base(data, content_folder()) as base:
        assert base.reader.base_id() == Base(full_file).reader.base_id()


def test_disk_without_hard_links(data: DataFolder, monkeypatch: pytest.MonkeyPatch):
    def link(new: Path, path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", link)
    with open_base(data, content_folder()) as base:
        assert base.reader.counts()["lever"] > 40


def old_base(data: DataFolder, revision: str) -> None:
    """Make a base of an older schema with a lever and an example in it."""
    data.root.mkdir()
    make_private_file(data.base)
    migrate(data.base)
    with Base(data.base) as base:
        base.writer.save_many([lever(), case()], "Anne")
    make_older(data.base, revision)


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_base_of_an_earlier_version_is_upgraded(data: DataFolder, revision: str):
    old_base(data, revision)
    with open_base(data, content_folder()) as base:
        assert revision_of(data.base) == HEAD
        assert base.reader.case("exemple") == case()
        assert check(base) == []


def test_the_tables_that_must_be_there_are_those_of_the_schema():
    assert set(SQLModel.metadata.tables) == TABLES


def test_base_is_copied_before_it_is_upgraded(data: DataFolder):
    old_base(data, REVISIONS[0])
    open_base(data, content_folder()).close()
    (copy,) = data.backups.iterdir()
    assert copy.name.endswith("-avant-migration.db")
    assert (revision_of(copy), mode(copy), mode(data.backups)) == (REVISIONS[0], 0o600, 0o700)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT title FROM case_study").fetchall() == [(case().title,)]


def test_upgrade_cut_short_leaves_the_old_base(data: DataFolder, monkeypatch: pytest.MonkeyPatch):
    old_base(data, REVISIONS[0])
    with closing(sqlite3.connect(data.base)) as connection:
        connection.execute("CREATE INDEX ix_journal_record_id ON journal (record_id)")  # the upgrade fails on it
        titles = connection.execute("SELECT title FROM case_study").fetchall()
    with pytest.raises(sqlite3.OperationalError):
        open_base(data, content_folder())
    assert revision_of(data.base) == REVISIONS[0]
    with closing(sqlite3.connect(data.base)) as connection:
        assert connection.execute("SELECT title FROM case_study").fetchall() == titles


def test_base_that_cannot_be_copied_is_not_upgraded(data: DataFolder):
    old_base(data, REVISIONS[0])
    data.backups.touch()
    with pytest.raises(NotAFolderError, match="sauvegardes"):
        open_base(data, content_folder())
    assert revision_of(data.base) == REVISIONS[0]
