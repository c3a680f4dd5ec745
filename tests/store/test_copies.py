"""Copies of attachments for other programs: private, named as people know them, gone in the end."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from levers_app.catalogue.records import Attachment
from levers_app.store.attachments import Attachments
from levers_app.store.copies import Copies
from levers_app.store.errors import FullDiskError
from levers_app.store.folder import DataFolder
from tests.store.test_attachments import mode


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the system for temporary files."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def copies(data: DataFolder) -> Iterator[Copies]:
    copies = Copies(data.root)
    yield copies
    copies.close()


@pytest.fixture
def kept(data: DataFolder) -> Attachments:
    data.root.mkdir()
    return Attachments(data.attachments)


@pytest.fixture
def note(kept: Attachments) -> Attachment:
    return kept.add_bytes(b"Une note", "Réunion du 3 mars.txt")


def opened(copies: Copies, kept: Attachments, note: Attachment) -> Path:
    """Where the copy is that another program gets."""
    copy = copies.make(kept.path_of(note), note.name, note.media)
    assert copy is not None
    return copy


def test_a_copy_has_the_name_that_people_know_and_is_for_its_owner_to_read(
    copies: Copies, kept: Attachments, note: Attachment
):
    copy = opened(copies, kept, note)
    assert (copy.name, copy.read_bytes()) == ("Réunion du 3 mars.txt", b"Une note")
    assert (mode(copy), mode(copy.parent), mode(copy.parent.parent)) == (0o400, 0o700, 0o700)


def test_each_opening_gets_the_file_as_it_is_kept(copies: Copies, kept: Attachments, note: Attachment):
    first = opened(copies, kept, note)
    first.chmod(0o600)
    first.write_bytes(b"autre chose")
    assert opened(copies, kept, note).read_bytes() == kept.path_of(note).read_bytes() == b"Une note"


@pytest.mark.parametrize("name", ["../../facture.exe", "facture.exe", "facture.pdf", "", "CON"])
def test_whatever_the_name_a_copy_stays_in_its_folder_and_is_of_its_true_type(
    copies: Copies, kept: Attachments, note: Attachment, temporary: Path, name: str
):
    copy = copies.make(kept.path_of(note), name, note.media)
    assert copy is not None
    assert copy.suffix == ".txt"
    assert copy.parent.parent.parent == temporary


def test_a_file_that_is_not_there_has_no_copy(copies: Copies, kept: Attachments, note: Attachment, temporary: Path):
    kept.path_of(note).unlink()
    assert copies.make(kept.path_of(note), note.name, note.media) is None
    assert list(temporary.iterdir()) == []


def test_nothing_stays_when_it_is_closed(copies: Copies, kept: Attachments, note: Attachment, temporary: Path):
    opened(copies, kept, note)
    copies.close()
    assert list(temporary.iterdir()) == []
    copies.close()


def test_what_a_killed_session_left_goes_at_the_next_start(
    copies: Copies, kept: Attachments, note: Attachment, data: DataFolder, temporary: Path
):
    left = opened(Copies(data.root), kept, note)
    other = opened(Copies(data.root / "autre"), kept, note)
    (temporary / "leviers-a-moi").mkdir()
    own = opened(copies, kept, note)
    copies.sweep()
    assert (left.exists(), other.exists(), own.exists()) == (False, True, True)
    assert (temporary / "leviers-a-moi").is_dir()


def test_a_folder_that_the_system_cleaned_up_is_made_again(copies: Copies, kept: Attachments, note: Attachment):
    first = opened(copies, kept, note)
    first.unlink()
    first.parent.rmdir()
    first.parent.parent.rmdir()
    assert opened(copies, kept, note).is_file()


def test_a_full_disk_is_told(
    copies: Copies, kept: Attachments, note: Attachment, monkeypatch: pytest.MonkeyPatch, temporary: Path
):
    def refused(_source: object, _copy: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfileobj", refused)
    with pytest.raises(FullDiskError):
        opened(copies, kept, note)
    copies.close()
    assert list(temporary.iterdir()) == []
