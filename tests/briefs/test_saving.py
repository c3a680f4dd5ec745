import errno
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from levers_app.briefs.saving import (
    AnotherFileError,
    FolderMissingError,
    NotAFileError,
    ProtectedError,
    ReadOnlyError,
    RefusedError,
    SaveError,
    save,
)

LIMITED = """
import resource, sys
from pathlib import Path
from levers_app.briefs.saving import DiskFullError, save
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    save(Path(sys.argv[1]), b"n" * 5000)
except DiskFullError as error:
    print(error)
"""


def test_a_file_is_written_and_nothing_else(tmp_path):
    save(tmp_path / "note.pdf", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"note.pdf": b"new"}


def test_a_full_disk_keeps_the_old_file_and_says_so(tmp_path):
    note = tmp_path / "note.pdf"
    note.write_bytes(b"old")
    run = subprocess.run([sys.executable, "-c", LIMITED, note], capture_output=True, encoding="utf-8", check=True)
    assert "plus de place" in run.stdout
    assert "L’ancien fichier a été gardé" in run.stdout
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"note.pdf": b"old"}


def test_a_file_open_elsewhere_is_kept(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "open in another program")  # what Windows answers

    note = tmp_path / "note.pdf"
    note.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(RefusedError, match=r"ouvert dans un autre programme.*L’ancien fichier a été gardé"):
        save(note, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"note.pdf": b"old"}


@pytest.mark.parametrize("old", [True, False])
def test_a_read_only_disk_asks_for_another_folder_and_blames_no_protection(tmp_path, monkeypatch, old):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, "read-only file system")

    note = tmp_path / "note.pdf"
    if old:
        note.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadOnlyError, match=r"en lecture seule\..*Choisissez un autre dossier\.$"):
        save(note, b"new")


def test_a_file_protected_against_writing_is_kept(tmp_path):
    note = tmp_path / "note.pdf"
    note.write_bytes(b"old")
    note.chmod(0o444)
    with pytest.raises(ProtectedError, match=r"protégé contre l’écriture.*L’ancien fichier a été gardé"):
        save(note, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"note.pdf": b"old"}


@pytest.mark.parametrize(
    ("name", "content", "replaced"),
    [("leviers.db", b"SQLite", False), ("note", b"%PDF-1.4", True), ("note", b"", True), ("note.PDF", b"", True)],
)
def test_only_what_may_be_a_note_is_replaced(tmp_path, name, content, replaced):
    (tmp_path / name).write_bytes(content)
    with nullcontext() if replaced else pytest.raises(AnotherFileError, match="une autre sorte"):
        save(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == (b"new" if replaced else content)


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path):
    note = tmp_path / "note.pdf"
    note.write_bytes(b"old")
    note.chmod(0o600)
    save(note, b"new")
    assert (note.read_bytes(), note.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(NotAFileError, match="un dossier porte ce nom"):
        save(tmp_path, b"new")


def test_a_device_is_not_replaced():
    with pytest.raises(NotAFileError, match="périphérique"):
        save(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FolderMissingError, match="absent"):
        save(tmp_path / "absent" / "note.pdf", b"new")


@pytest.mark.parametrize("name", ["n\0.pdf", "n" * 300 + ".pdf"])
def test_a_name_that_cannot_be_is_refused(tmp_path, name):
    with pytest.raises(SaveError, match="n’a pas été enregistré"):
        save(tmp_path / name, b"new")


def test_a_link_keeps_leading_to_its_file(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    save(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "real.pdf").read_bytes() == b"new"
