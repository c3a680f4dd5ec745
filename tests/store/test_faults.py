"""Each way in which storage fails has its own sentence, and nothing is lost."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from levers_app.catalogue.errors import LeviersError
from levers_app.paths import content_folder
from levers_app.store import opening
from levers_app.store.backups import copy_base
from levers_app.store.checking import check
from levers_app.store.connecting import reading
from levers_app.store.errors import (
    DamagedBaseError,
    ForeignBaseError,
    FullDiskError,
    ImpossiblePathError,
    LockedBaseError,
    LostBaseError,
    NewerBaseError,
    NoPermissionError,
    NotAFileError,
    NotAFolderError,
    ReadOnlyError,
    StorageError,
    storage_errors,
)
from levers_app.store.folder import DataFolder, write_ahead_file
from levers_app.store.loading import LoadReport
from levers_app.store.opening import Base, open_base
from tests.store.faults import exclusive_lock, open_folder, without_privileges, write_lock
from tests.store.samples import bundle, case, lever


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_short(path: Path) -> None:
    os.truncate(path, 50)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def garbage(path: Path) -> None:
    path.write_bytes(b"Ceci n'est pas une base. " * 1000)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("damage", [cut_in_half, cut_short, emptied, garbage, zeros])
def test_damaged_base_is_told_and_left_untouched(filled: DataFolder, damage: Callable[[Path], None]):
    damage(filled.base)
    before = filled.base.read_bytes()
    with pytest.raises(DamagedBaseError, match="est abîmé"):
        open_base(filled, content_folder())
    assert filled.base.read_bytes() == before


def test_damage_inside_is_found_by_the_check(filled: DataFolder):
    with filled.base.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096 * 40)
    assert [finding.severity for finding in check(Base(filled.base))] == ["error"]


def test_base_lost_while_its_last_writes_are_there(data: DataFolder):
    data.root.mkdir()
    (data.root / "leviers.db-wal").write_bytes(b"x" * 100)
    with pytest.raises(LostBaseError, match=r"mettez «\u00a0leviers\.db-wal\u00a0» de côté"):
        open_base(data, content_folder())
    assert not data.base.exists()


def test_base_put_aside_leaves_room_for_a_new_one(filled: DataFolder):
    Base(filled.base).reader.cards()  # leaves an empty file beside the base
    filled.base.rename(filled.root / "ancienne.db")
    assert [path.name for path in filled.root.glob("*-wal")] == ["leviers.db-wal"]
    with open_base(filled, content_folder()) as base:
        assert check(base) == []


def test_without_a_copy_none_is_advised(filled: DataFolder):
    filled.backups.mkdir()
    assert "Leviers recommencera avec le contenu fourni" in str(DamagedBaseError(filled.base))
    assert "sauvegardes" not in str(DamagedBaseError(filled.base))


def test_the_newest_copy_is_advised(filled: DataFolder):
    copy_base(filled.base, filled.backups, "essai")
    newest = copy_base(filled.base, filled.backups, "essai")
    garbage(write_ahead_file(filled.base))
    said = str(DamagedBaseError(filled.base))
    assert f"copiez «\u00a0sauvegardes/{newest.name}\u00a0» sous le nom «\u00a0leviers.db\u00a0»" in said
    assert "mettez «\u00a0leviers.db\u00a0» et «\u00a0leviers.db-wal\u00a0» de côté" in said


def test_database_of_another_program(data: DataFolder):
    data.root.mkdir()
    with closing(sqlite3.connect(data.base)) as connection:
        connection.execute("CREATE TABLE autre (x)")
    with pytest.raises(ForeignBaseError, match="n’est pas une base de Leviers"):
        open_base(data, content_folder())


def test_newer_base(filled: DataFolder):
    with closing(sqlite3.connect(filled.base)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerBaseError, match="version plus récente"):
        open_base(filled, content_folder())


def test_base_locked_by_another_program(filled: DataFolder):
    with exclusive_lock(filled.base), pytest.raises(LockedBaseError, match="occupé par un autre programme"):
        open_base(filled, content_folder())
    open_base(filled, content_folder()).close()


def test_write_while_another_program_writes(base: Base):
    with write_lock(base.path), pytest.raises(LockedBaseError):
        base.writer.save(lever(), "Anne")
    assert base.writer.save(lever(), "Anne") == 1


def test_reading_goes_on_while_another_program_writes(filled: DataFolder):
    with write_lock(filled.base):
        assert len(Base(filled.base).reader.cards()) > 300


def full_from_now_on(base: Base) -> None:
    """Let the file grow no further: SQLite answers as on a full disk."""
    base.writer.close()
    event.listen(
        base.writer._engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1").close()
    )


def test_full_disk_while_saving(base: Base):
    base.writer.save(lever(), "Anne")
    full_from_now_on(base)
    with pytest.raises(FullDiskError, match="disque est plein"):
        base.writer.save(lever(description="x" * 100_000), "Anne")
    assert base.reader.lever("mediation") == lever()
    assert check(base) == []


def test_a_base_whose_last_writes_have_no_room_is_not_begun(data: DataFolder, monkeypatch: pytest.MonkeyPatch):
    readers: list[sqlite3.Connection] = []

    def load(base: Base, content: Path) -> LoadReport:
        readers.append(sqlite3.connect(base.path))  # as on a full disk: closing cannot put the writes into the file
        readers[0].execute("BEGIN")
        readers[0].execute("SELECT count(*) FROM lever").fetchone()
        return real(base, content)

    real = opening._load
    monkeypatch.setattr(opening, "_load", load)
    with pytest.raises(FullDiskError, match="disque est plein"):
        open_base(data, content_folder())
    readers[0].close()
    monkeypatch.undo()
    assert not data.base.exists()
    assert open_base(data, content_folder()).reader.counts()["lever"] > 40


def test_full_disk_while_loading_content(base: Base):
    base.writer.load_bundle(bundle(lever()))
    full_from_now_on(base)
    with pytest.raises(FullDiskError):
        base.writer.load_bundle(bundle(lever(), case(context="x" * 100_000), version=2))
    assert (base.reader.content_version(), base.reader.counts()["case"]) == (1, 0)


def test_base_is_a_folder(data: DataFolder):
    data.base.mkdir(parents=True)
    with pytest.raises(NotAFileError, match="devrait être un fichier"):
        open_base(data, content_folder())


@pytest.mark.parametrize("inside", ["", "sous/dossier"])
def test_data_folder_is_a_file(tmp_path: Path, inside: str):
    (tmp_path / "fichier").touch()
    with pytest.raises(NotAFolderError, match="devrait être un dossier"):
        open_base(DataFolder(tmp_path / "fichier" / inside), content_folder())


def test_data_folder_that_may_not_be_created():
    with open_folder() as folder, without_privileges(), pytest.raises(NoPermissionError, match="pas le droit"):
        open_base(DataFolder(folder / "nouveau"), content_folder())


def test_data_folder_that_may_not_be_written():
    with open_folder() as folder, without_privileges(), pytest.raises(NoPermissionError):
        open_base(DataFolder(folder), content_folder())


def test_base_of_another_user(full_file: Path):
    with open_folder() as folder:
        data = DataFolder(folder)
        data.base.write_bytes(full_file.read_bytes())
        data.base.chmod(0o600 if os.geteuid() == 0 else 0o000)
        with without_privileges(), pytest.raises(NoPermissionError):
            open_base(data, content_folder())


def test_file_that_becomes_read_only(full_file: Path):
    with open_folder() as folder:
        path = folder / "leviers.db"
        path.write_bytes(full_file.read_bytes())
        path.chmod(0o444)
        folder.chmod(0o777)
        with without_privileges(), Base(path) as base, pytest.raises(ReadOnlyError, match="lecture seule"):
            base.writer.save(lever(), "Anne")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, FullDiskError),
        (errno.EDQUOT, FullDiskError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, NoPermissionError),
        (errno.EIO, StorageError),
    ],
)
def test_system_errors_while_creating(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, code: int, expected: type[StorageError]
):
    def refuse(path: Path, *_: object) -> int:
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(LeviersError) as caught:
        open_base(data, content_folder())
    assert type(caught.value) is expected


def test_our_own_errors_are_not_disguised(base: Base):
    with pytest.raises(sqlite3.OperationalError), storage_errors(base.path), reading(base.path) as connection:
        connection.execute("SELECT rien DE nulle_part AVEC tout")


@pytest.mark.parametrize("table", ["glossary_term", "case_lever", "journal", "lever", "bundled_record"])
def test_a_missing_table_is_damage(filled: DataFolder, table: str):
    with closing(sqlite3.connect(filled.base)) as connection:
        connection.execute(f"DROP TABLE {table}")
    assert "abîmé" in check(Base(filled.base))[-1].text


def test_a_path_that_cannot_be(tmp_path: Path):
    with pytest.raises(ImpossiblePathError, match="n’accepte pas") as caught:
        open_base(DataFolder(tmp_path / ("x" * 5000)), content_folder())
    assert len(str(caught.value)) < 600


def test_path_stays_as_it_is_in_the_sentence():
    assert "/données/l'été : 1" in str(LockedBaseError(Path("/données/l'été : 1")))
