"""Files that are attached: kept whole or not at all, refused in a sentence, found again or told to be missing."""

import errno
import hashlib
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from levers_app.catalogue.records import Attachment
from levers_app.store.attachment_kinds import (
    DOCUMENT_LIMIT,
    JPEG,
    PHOTO_LIMIT,
    PNG,
    TEXT,
    AttachmentError,
    FolderChosenError,
    ForbiddenFileError,
    TooLargeError,
    VanishedError,
)
from levers_app.store.attachments import NAME_LENGTH, Attachments, WrongReferenceError, clean_name
from levers_app.store.errors import FullDiskError, NoPermissionError, NotAFolderError, ReadOnlyError, StorageError
from levers_app.store.folder import DataFolder
from tests.store.faults import open_folder, without_privileges
from tests.store.pictures import DOCUMENTS, SECRETS, drawing, saved, talkative
from tests.store.test_interruptions import killed_after, start

TEXT_DATA = b"Un compte rendu.\n"


@pytest.fixture
def kept(data: DataFolder) -> Attachments:
    data.root.mkdir()
    return Attachments(data.attachments)


@pytest.fixture
def outside(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Put a file somewhere else."""

    def put(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return put


Put = Callable[[str, bytes], Path]


def files(kept: Attachments) -> list[Path]:
    return sorted(path for path in kept.folder.rglob("*") if path.is_file())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_created_by_asking(kept: Attachments):
    missing = Attachment("a" * 64, "note.pdf", "application/pdf", 3)
    assert kept.check([("Un exemple", missing)]) != []
    assert (kept.files(), kept.thumbnail(missing, 100)) == ([], None)
    assert not kept.folder.exists()


def test_a_photo_is_kept_without_what_it_told(kept: Attachments, outside: Put):
    attachment = kept.add(outside("Hall d'entrée.JPG", talkative("JPEG")))
    path = kept.path_of(attachment)
    data = path.read_bytes()
    assert [secret for secret in SECRETS if secret in data] == []
    assert (attachment.name, attachment.media, attachment.size) == ("Hall d_entrée.JPG", JPEG, len(data))
    assert attachment.digest == hashlib.sha256(data).hexdigest()
    assert path.relative_to(kept.folder).as_posix() == f"{attachment.digest[:2]}/{attachment.digest}.jpg"
    assert not attachment.printed


def test_everything_is_private(kept: Attachments, outside: Put):
    path = kept.path_of(kept.add(outside("note.txt", TEXT_DATA)))
    assert [mode(place) for place in (kept.folder, path.parent, path)] == [0o700, 0o700, 0o600]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_kept_as_it_is(kept: Attachments, outside: Put, name: str):
    attachment = kept.add(outside(name, DOCUMENTS[name]))
    path = kept.path_of(attachment)
    assert (path.read_bytes(), path.suffix, attachment.name) == (DOCUMENTS[name], Path(name).suffix, name)
    assert kept.check([("Un exemple", attachment)]) == []


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("photo.png", talkative("JPEG"), "photo.jpg"),
        ("IMG_1.HEIC", talkative("JPEG"), "IMG_1.jpg"),
        ("scan.jpg", DOCUMENTS["note.pdf"], "scan.pdf"),
        ("plan.tif", saved(drawing(mode="1"), "TIFF"), "plan.png"),
        ("facture.exe", DOCUMENTS["note.pdf"], "facture.exe.pdf"),
        ("lisez-moi", TEXT_DATA, "lisez-moi.txt"),
        ("version 1.2", DOCUMENTS["note.odt"], "version 1.2.odt"),
        ("x" * 300, DOCUMENTS["note.odt"], "x" * 116 + ".odt"),
    ],
    ids=range(8),
)
def test_the_content_tells_the_type_and_ends_the_name(kept: Attachments, name: str, content: bytes, expected: str):
    attachment = kept.add_bytes(content, name)
    assert attachment.name == expected
    assert kept.path_of(attachment).is_file()


def test_a_pasted_picture(kept: Attachments):
    attachment = kept.add_bytes(saved(drawing(), "PNG"), "")
    assert (attachment.name, attachment.media) == ("pièce jointe.png", PNG)


def test_the_same_file_is_kept_once(kept: Attachments, outside: Put):
    first = kept.add(outside("a.jpg", talkative("JPEG")))
    before = kept.path_of(first).stat().st_ino
    second = kept.add(outside("b.jpg", talkative("JPEG")))
    assert (first.digest, files(kept)) == (second.digest, [kept.path_of(first)])
    assert kept.path_of(second).stat().st_ino == before
    assert kept.add(kept.path_of(first)).digest == first.digest


def test_an_altered_file_is_mended_by_adding_it_again(kept: Attachments):
    attachment = kept.add_bytes(TEXT_DATA, "note.txt")
    kept.path_of(attachment).write_bytes(TEXT_DATA[::-1])
    assert kept.add_bytes(TEXT_DATA, "note.txt") == attachment
    assert kept.path_of(attachment).read_bytes() == TEXT_DATA


@pytest.mark.parametrize(
    ("name", "head", "size"),
    [
        ("a.pdf", b"%PDF-1.7", DOCUMENT_LIMIT + 1),
        ("a.jpg", b"\xff\xd8\xff", PHOTO_LIMIT + 1),
        ("a.pdf", b"%PDF-1.7", 50_000_000_000),
    ],
)
def test_too_large(kept: Attachments, outside: Put, name: str, head: bytes, size: int):
    path = outside(name, head)
    os.truncate(path, size)  # nothing is written for it
    with pytest.raises(TooLargeError, match="40\u00a0Mo au plus, un document 25\u00a0Mo"):
        kept.add(path)


def test_too_large_when_pasted(kept: Attachments):
    with pytest.raises(TooLargeError):
        kept.add_bytes(b"%PDF-" + bytes(DOCUMENT_LIMIT), "a.pdf")


def test_as_large_as_may_be(kept: Attachments, outside: Put):
    path = outside("a.pdf", b"%PDF-1.7")
    os.truncate(path, DOCUMENT_LIMIT)
    assert kept.add(path).size == DOCUMENT_LIMIT


def before_opening(monkeypatch: pytest.MonkeyPatch, do: Callable[[Path], object]) -> None:
    """Let something happen between the look at a file and its opening."""
    real = Path.open

    def opening(path: Path, *arguments: Any, **named: Any) -> Any:
        monkeypatch.undo()
        do(path)
        return real(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", opening)


def test_a_file_that_grows_while_it_is_read(kept: Attachments, outside: Put, monkeypatch: pytest.MonkeyPatch):
    path = outside("a.pdf", b"%PDF-1.7")
    before_opening(monkeypatch, lambda path: os.truncate(path, 2_000_000_000))
    with pytest.raises(TooLargeError):
        kept.add(path)


def test_a_file_that_vanishes_while_it_is_added(kept: Attachments, outside: Put, monkeypatch: pytest.MonkeyPatch):
    path = outside("a.pdf", b"%PDF-1.7")
    before_opening(monkeypatch, Path.unlink)
    with pytest.raises(VanishedError, match="n’est plus là où il était"):
        kept.add(path)


def test_a_file_that_was_never_there(kept: Attachments, tmp_path: Path):
    with pytest.raises(VanishedError):
        kept.add(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("code", "error"),
    [(errno.ESTALE, VanishedError), (errno.EIO, AttachmentError), (errno.EACCES, ForbiddenFileError)],
)
def test_a_disk_that_is_pulled_out(
    kept: Attachments, outside: Put, monkeypatch: pytest.MonkeyPatch, code: int, error: type[AttachmentError]
):
    def pulled(path: Path) -> None:
        raise OSError(code, os.strerror(code), str(path))

    pulled_out = outside("a.pdf", b"%PDF-1.7")
    before_opening(monkeypatch, pulled)
    with pytest.raises(error) as caught:
        kept.add(pulled_out)
    assert type(caught.value) is error


def test_a_folder(kept: Attachments, tmp_path: Path):
    with pytest.raises(FolderChosenError, match="c’est un dossier"):
        kept.add(tmp_path)


def test_a_pipe_is_not_waited_for(kept: Attachments, tmp_path: Path):
    os.mkfifo(tmp_path / "a.pdf")
    with pytest.raises(AttachmentError, match="ne peut pas être lu"):
        kept.add(tmp_path / "a.pdf")


def test_a_path_that_cannot_be(kept: Attachments):
    with pytest.raises(AttachmentError):
        kept.add(Path("a\0.pdf"))


def test_a_file_of_someone_else(kept: Attachments):
    with open_folder() as folder:
        (folder / "a.pdf").write_bytes(b"%PDF-1.7")
        (folder / "a.pdf").chmod(0o600 if os.geteuid() == 0 else 0)
        with without_privileges(), pytest.raises(ForbiddenFileError, match="pas le droit de lire"):
            kept.add(folder / "a.pdf")


@pytest.mark.parametrize(
    ("code", "error"), [(errno.ENOSPC, FullDiskError), (errno.EROFS, ReadOnlyError), (errno.EIO, StorageError)]
)
def test_a_disk_that_refuses(kept: Attachments, monkeypatch: pytest.MonkeyPatch, code: int, error: type[StorageError]):
    def refused(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(error, match="pieces-jointes"):
        kept.add_bytes(TEXT_DATA, "a.txt")
    assert files(kept) == []


ADD_IN_LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from levers_app.store.attachments import Attachments
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
Attachments(Path(sys.argv[1])).add_bytes(b"%PDF-" + bytes(1_000_000), "a.pdf")
"""


def test_full_disk_in_the_middle(kept: Attachments):
    with start(ADD_IN_LITTLE_ROOM, kept.folder) as process:
        errors = process.communicate()[1]
    assert "FullDiskError: Le disque est plein" in errors.splitlines()[-1]
    assert files(kept) == []


def test_a_disk_that_cannot_flush_folders(kept: Attachments, monkeypatch: pytest.MonkeyPatch):
    real = os.fsync

    def flushing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", flushing)
    assert kept.path_of(kept.add_bytes(TEXT_DATA, "a.txt")).is_file()


def test_the_folder_may_not_be_written():
    with open_folder() as folder, without_privileges(), pytest.raises(NoPermissionError):
        Attachments(folder / "pieces-jointes").add_bytes(TEXT_DATA, "a.txt")


def test_a_file_stands_where_the_folder_should(kept: Attachments):
    kept.folder.touch()
    with pytest.raises(NotAFolderError, match="devrait être un dossier"):
        kept.add_bytes(TEXT_DATA, "a.txt")


ADD_FOR_EVER = """
import itertools, sys
from pathlib import Path
from levers_app.store.attachments import Attachments
attachments = Attachments(Path(sys.argv[1]))
for number in itertools.count():
    print(attachments.add_bytes(b"%PDF-" + str(number).encode() * 2_000_000, "a.pdf").digest, flush=True)
"""


def test_killed_in_the_middle_of_adding(kept: Attachments):
    acknowledged, seen = set[str](), set[Path]()
    for late in range(10):
        acknowledged |= set(killed_after(start(ADD_FOR_EVER, kept.folder), late / 100).split())
        seen = {path for path in files(kept) if not path.name.startswith(".")}
        assert {path.stem for path in seen} == {hashlib.sha256(path.read_bytes()).hexdigest() for path in seen}
        assert acknowledged <= {path.stem for path in seen}
    assert set(kept.files()) == seen


def test_what_a_killed_program_left_is_swept(kept: Attachments):
    kept.add_bytes(TEXT_DATA, "a.txt")
    old, young = kept.folder / ".abc.part", kept.folder / ".def.part"
    for path, age in ((old, 3700), (young, 3500)):
        path.write_bytes(b"%PDF-")
        os.utime(path, (time.time() - age,) * 2)
    kept.add_bytes(TEXT_DATA, "a.txt")
    assert (old.exists(), young.exists()) == (False, True)


def test_missing_and_altered_files_are_told(kept: Attachments):
    whole, missing, altered = (kept.add_bytes(TEXT_DATA + bytes([65 + n]), f"n{n}.txt") for n in range(3))
    kept.path_of(missing).unlink()
    kept.path_of(altered).write_bytes(b"x" * altered.size)
    folder = replace(whole, digest="f" * 64, name="n3.txt")
    kept.path_of(folder).mkdir(parents=True)
    strange = replace(whole, digest="../../x", name="n4.txt")
    found = kept.check(("Halls", each) for each in (whole, missing, altered, folder, strange))
    assert [said.replace("\u00a0", " ") for said in found] == [
        "Exemple « Halls » : la pièce jointe « n1.txt » est absente du dossier « pieces-jointes ».",
        "Exemple « Halls » : la pièce jointe « n2.txt » n’est plus celle qui a été ajoutée.",
        "Exemple « Halls » : la pièce jointe « n3.txt » ne peut pas être lue.",
        "Exemple « Halls » : la pièce jointe « n4.txt » a une référence qui n’est pas valable.",
    ]


@pytest.mark.parametrize("digest", ["../../x", "", "a" * 63, "A" * 64, "a" * 64 + "\n", "/" + "a" * 63, "..", "é" * 64])
def test_a_digest_never_leads_outside(kept: Attachments, digest: str):
    attachment = Attachment(digest, "note.txt", TEXT, 5)
    with pytest.raises(WrongReferenceError, match="sa référence n’est pas valable"):
        kept.path_of(attachment)
    assert kept.thumbnail(replace(attachment, media=JPEG), 100) is None


@pytest.mark.parametrize("media", ["", "text/html", "../x", "image/jpeg\n"])
def test_a_media_never_leads_outside(kept: Attachments, media: str):
    with pytest.raises(WrongReferenceError):
        kept.path_of(Attachment("a" * 64, "note.txt", media, 5))


def test_thumbnails(kept: Attachments):
    photo = kept.add_bytes(talkative("JPEG", (900, 600)), "a.jpg")
    before = files(kept)
    data = kept.thumbnail(photo, 96)
    assert data is not None
    assert Image.open(BytesIO(data)).size == (64, 96)
    assert (files(kept), kept.thumbnail(kept.add_bytes(TEXT_DATA, "a.txt"), 96)) == (before, None)
    kept.path_of(photo).write_bytes(b"%PDF-")
    assert kept.thumbnail(photo, 96) is None
    kept.path_of(photo).write_bytes(bytes(photo.size))
    assert kept.thumbnail(photo, 96) is None


def test_files_are_ours_alone(kept: Attachments):
    first, second = kept.add_bytes(b"un", "a.txt"), kept.add_bytes(b"deux", "b.txt")
    (kept.folder / first.digest[:2] / "Thumbs.db").touch()
    (kept.folder / "lisez-moi.txt").touch()
    assert kept.files() == sorted(map(kept.path_of, (first, second)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Été à Lille (2).jpg", "Été à Lille (2).jpg"),
        ("e\u0301te\u0301.jpg", "été.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\anne\\note.pdf", "note.pdf"),
        ("a\u202egpj.exe", "a_gpj.exe"),
        ("l'été: <b>.txt", "l_été_ _b_.txt"),
        ("a\nb\tc\u00a0d.txt", "a b c d.txt"),
        (".cache", "cache"),
        ("CON.txt", "_CON.txt"),
        ("x" * 300 + ".jpeg", "x" * 115 + ".jpeg"),
        ("", "pièce jointe"),
        (" ... ", "pièce jointe"),
        ("dossier/", "pièce jointe"),
        ("\udcff.pdf", "_.pdf"),
    ],
)
def test_clean_name(name: str, expected: str):
    assert clean_name(name) == expected


@given(st.text(st.characters(), max_size=300) | st.text("aé漢.() _-/\\\u202e\0\udcff", max_size=300))
def test_any_name_is_made_clean(name: str):
    clean = clean_name(name)
    assert all(character.isalnum() or character in " -_.()" for character in clean)
    assert 0 < len(clean) <= NAME_LENGTH
    assert len(clean.encode()) < 255
    assert clean == clean.strip(" .")
    assert clean_name(clean) == clean


def test_pillow_waits_for_a_photo():
    program = "import sys, levers_app.store.attachments; sys.exit('PIL' in sys.modules or 'zipfile' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
