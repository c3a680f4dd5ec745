"""A base in a folder that cannot be written: everything is read, nothing is written, and that is said."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from levers_app.paths import content_folder
from levers_app.store.checking import check
from levers_app.store.errors import FullDiskError, NoPermissionError, OlderBaseError, PendingWritesError, ReadOnlyError
from levers_app.store.folder import DataFolder, make_private_file, write_ahead_file
from levers_app.store.migrating import migrate
from levers_app.store.opening import open_base
from levers_app.store.personal import Personal
from levers_app.store.revisions import REVISIONS
from levers_app.store.saved_search import SavedSearch
from tests.store.faults import give_to_nobody, open_folder, protected, without_privileges
from tests.store.samples import lever
from tests.store.test_personal import FIRST_SCHEMA

DELETE_AND_DIE = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("DELETE FROM glossary_term")
connection.commit()
os._exit(0)
"""


@pytest.fixture
def folder(full_file: Path) -> Iterator[DataFolder]:
    """A folder with a full base, still to be protected."""
    with open_folder() as root:
        data = DataFolder(root)
        shutil.copyfile(full_file, data.base)
        yield data


def test_everything_is_read_and_nothing_left_behind(folder: DataFolder):
    with protected(folder.root), without_privileges(), open_base(folder, content_folder()) as base:
        assert base.read_only
        assert base.reader.counts()["lever"] > 40
        assert check(base) == []
        assert list(folder.root.iterdir()) == [folder.base]


def test_a_write_is_refused_in_a_sentence(folder: DataFolder):
    with (
        protected(folder.root),
        without_privileges(),
        open_base(folder, content_folder()) as base,
        pytest.raises(ReadOnlyError, match="est en lecture seule"),
    ):
        base.writer.save(lever(), "Anne")


def test_a_protected_file_is_left_protected_whoever_opens_it(folder: DataFolder):
    folder.base.chmod(0o444)
    with open_base(folder, content_folder()) as base:
        assert (base.read_only, folder.base.stat().st_mode & 0o777) == (True, 0o444)
        assert base.reader.counts()["lever"] > 40


def test_a_base_whose_protection_is_taken_away_can_be_written(folder: DataFolder):
    give_to_nobody(folder.base)
    folder.base.chmod(0o444)
    folder.root.chmod(0o777)
    content = Path(shutil.copytree(content_folder(), folder.root / "contenu"))  # the checkout may be closed to others
    with without_privileges():
        open_base(folder, content).reader.cards()  # leaves files beside it with the same rights
        folder.base.chmod(0o600)
        with open_base(folder, content) as base:
            assert base.writer.save(lever(), "Anne") > 0


def test_the_last_writes_are_read_when_they_can_be(folder: DataFolder):
    subprocess.run([sys.executable, "-c", DELETE_AND_DIE, str(folder.base)], check=True)
    with protected(folder.root), without_privileges(), open_base(folder, content_folder()) as base:
        assert base.reader.counts()["term"] == 0


def test_rather_nothing_than_without_the_last_writes(folder: DataFolder):
    subprocess.run([sys.executable, "-c", DELETE_AND_DIE, str(folder.base)], check=True)
    (folder.root / "leviers.db-shm").unlink()
    assert write_ahead_file(folder.base).stat().st_size > 0
    with (
        protected(folder.root),
        without_privileges(),
        pytest.raises(PendingWritesError, match="Les dernières modifications"),
    ):
        open_base(folder, content_folder())


def test_an_older_base_waits_for_a_place_where_it_can_be_upgraded():
    with open_folder() as root:
        data = DataFolder(root)
        make_private_file(data.base)
        migrate(data.base, REVISIONS[0])
        with protected(root), without_privileges(), pytest.raises(OlderBaseError, match="doit être mis à niveau"):
            open_base(data, content_folder())


def test_older_content_is_read_as_it_is(folder: DataFolder):
    with closing(sqlite3.connect(folder.base)) as connection, connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'content_version'")
    (folder.root / "leviers.db-shm").unlink(missing_ok=True)
    with protected(folder.root), without_privileges(), open_base(folder, content_folder()) as base:
        assert (base.load_report, base.reader.content_version()) == (None, 0)


def test_a_base_that_must_be_created_is_refused_by_the_name_of_its_folder():
    with open_folder() as root, without_privileges(), pytest.raises(NoPermissionError) as caught:
        open_base(DataFolder(root), content_folder())
    assert caught.value.path == root


def test_favourites_are_read_and_changed_for_this_time_only(folder: DataFolder):
    Personal(folder.personal).add_favourite("lever:clspd")
    before = folder.personal.read_bytes()
    with protected(folder.root), without_privileges():
        personal = Personal(folder.personal)
        personal.add_favourite("lever:gltd")
        personal.add_visit("lever:gltd")
        assert (personal.refusal is not None, personal.favourites()) == (True, ["lever:clspd", "lever:gltd"])
        personal.close()
        assert Personal(folder.personal).favourites() == ["lever:clspd"]
    assert folder.personal.read_bytes() == before


@pytest.mark.parametrize(("content", "told"), [(None, False), (b"n'importe quoi" * 1000, True), (b"", False)])
def test_favourites_that_cannot_be_read_begin_empty(folder: DataFolder, content: bytes | None, told: bool):
    if content is not None:
        folder.personal.write_bytes(content)
    with protected(folder.root), without_privileges():
        personal = Personal(folder.personal)
        assert (personal.favourites(), "abîmé" in personal.notice) == ([], told)


def test_favourites_in_a_folder_that_takes_no_new_file(folder: DataFolder):
    Personal(folder.personal)
    give_to_nobody(folder.personal)
    folder.root.chmod(0o555)
    with without_privileges():
        personal = Personal(folder.personal)
        personal.add_favourite("lever:clspd")
        assert (personal.refusal is not None, personal.favourites()) == (True, ["lever:clspd"])
    folder.root.chmod(0o755)


def test_a_file_of_the_first_version_serves_for_this_time(folder: DataFolder):
    with closing(sqlite3.connect(folder.personal)) as connection:
        connection.executescript(FIRST_SCHEMA)
    with protected(folder.root):
        personal = Personal(folder.personal)
        personal.save_search(SavedSearch("Halls", "search", "hall", {}, "relevance"))
        assert personal.favourites() == ["lever:a"]
        assert [kept.name for kept in personal.saved_searches()] == ["Halls"]
        personal.close()


NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from levers_app.services import open_services
from levers_app.store.folder import DataFolder
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
services = open_services(DataFolder(Path(sys.argv[1])))
print(len(services.base.reader.cards()))
services.close()
"""


def test_a_full_disk_stops_nobody_from_reading(folder: DataFolder):
    Personal(folder.personal)
    command = [sys.executable, "-c", NO_ROOM, str(folder.root)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert (done.stderr, int(done.stdout) > 300) == ("", True)


def test_favourites_on_a_full_disk_last_for_this_time(folder: DataFolder, monkeypatch: pytest.MonkeyPatch):
    connect = sqlite3.connect

    def limited(path: str | Path, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(path, **options)
        if path == folder.personal:
            connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr("sqlite3.connect", limited)
    personal = Personal(folder.personal)
    personal.add_favourite("lever:clspd")
    assert (type(personal.refusal), personal.favourites()) == (FullDiskError, ["lever:clspd"])
