"""The photos and documents of examples: files of a private folder, each under the digest of its content."""

import errno
import hashlib
import os
import re
import stat
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from threading import Lock

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.records import Attachment
from levers_app.catalogue.typography import NBSP, shortened
from levers_app.store.attachment_kinds import (
    HEAD,
    KNOWN_SUFFIXES,
    PHOTO_LIMIT,
    SUFFIXES,
    AttachmentError,
    EmptyFileError,
    FolderChosenError,
    ForbiddenFileError,
    TooLargeError,
    VanishedError,
    document_media,
    photo_format,
    size_limit,
)
from levers_app.store.errors import storage_errors
from levers_app.store.folder import PRIVATE_FOLDER, make_private_folder, try_to_write_in

NAME_LENGTH = 120
"""Characters of a name at most."""
_NAME_BYTES = 240  # systems take 255
_CHUNK = 1_000_000
_LEFT_AFTER = 3600
"""Seconds after which a file half written is a leftover: its program was killed."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FOREIGN = re.compile(r"[^\w .()\-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d) *(?:\..*)?", re.IGNORECASE)
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENODEV, errno.ENXIO}
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


class WrongReferenceError(LeviersError):
    """What the example says of its attachment leads nowhere: the base was changed by other means."""

    def __init__(self, name: str) -> None:
        """``name`` is what the attachment is called."""
        super().__init__(
            f"La pièce jointe «{NBSP}{shortened(name, NAME_LENGTH)}{NBSP}» n’a pas été ouverte{NBSP}: sa référence "
            "n’est pas valable. Rien n’a été modifié. Ajoutez-la de nouveau à l’exemple depuis le fichier d’origine."
        )


class Attachments:
    """A folder of attachments; it is created by the first one. Every method may be called from any thread."""

    def __init__(self, folder: Path) -> None:
        """``folder`` need not exist."""
        self.folder = folder
        self._turn = Lock()

    def add(self, path: Path) -> Attachment:
        """Keep a copy of the file at ``path``, whose photos lose all that they tell of place and device.

        Raises:
            AttachmentError: it cannot be read, or is none of those that are kept.
            StorageError: the copy cannot be written. Nothing is left half written.
        """
        return self.add_bytes(_read(path), path.name)

    def add_bytes(self, data: bytes, name: str) -> Attachment:
        """Keep ``data``, as from the clipboard, as a file called ``name``.

        Raises:
            AttachmentError: it is none of those that are kept.
            StorageError: it cannot be written. Nothing is left half written.
        """
        name = clean_name(name)
        media, content = _prepared(data, name)
        digest = hashlib.sha256(content).hexdigest()
        place = self._place(digest, media)
        with storage_errors(self.folder), self._turn:
            self._sweep()
            if _digest_of(place) != digest:
                self._write(place, content)
            else:
                os.utime(place)  # it is young again: see store.unused
        return Attachment(digest, typed_name(name, media), media, len(content))

    def path_of(self, attachment: Attachment) -> Path:
        """Return where the file is, or would be.

        Raises:
            WrongReferenceError: no such file can have been kept: it would lie elsewhere.
        """
        if not _DIGEST.fullmatch(attachment.digest) or attachment.media not in SUFFIXES:
            raise WrongReferenceError(attachment.name)
        return self._place(attachment.digest, attachment.media)

    def check(self, attachments: Iterable[tuple[str, Attachment]]) -> list[str]:
        """Return what is wrong with ``attachments``, each with the title of its example, in one sentence each."""
        return [
            f"Exemple «{NBSP}{shortened(title)}{NBSP}»{NBSP}: la pièce jointe "
            f"«{NBSP}{shortened(attachment.name, NAME_LENGTH)}{NBSP}» {fault}."
            for title, attachment in attachments
            if (fault := self._fault(attachment))
        ]

    def thumbnail(self, attachment: Attachment, size: int) -> bytes | None:
        """Return a PNG of a photo, ``size`` pixels at most each way; None for a document, or when it is not there."""
        if not attachment.media.startswith("image/"):
            return None
        from levers_app.store import photos  # noqa: PLC0415 - start-up time: it imports Pillow

        try:
            path = self.path_of(attachment)
            return photos.thumbnail(path.read_bytes(), size) if path.stat().st_size == attachment.size else None
        except (WrongReferenceError, OSError):
            return None

    def files(self) -> list[Path]:
        """Return our files, each called by its digest; what others put into the folder is not ours.

        Raises:
            StorageError: the folder cannot be read.
        """
        with storage_errors(self.folder):
            return sorted(filter(_is_ours, self.folder.glob("??/*")))

    def remove(self, path: Path, since: float, before: float) -> bool:
        """Take one of our files away if it was added between two times; false when it stays."""
        with suppress(OSError), self._turn:  # another program took it away, or has it open
            if since <= path.stat().st_mtime < before:
                path.unlink()
                return True
        return False

    def _place(self, digest: str, media: str) -> Path:
        return self.folder / digest[:2] / f"{digest}{SUFFIXES[media][0]}"

    def _fault(self, attachment: Attachment) -> str:
        try:
            found = _digest_of(self.path_of(attachment))
        except WrongReferenceError:
            return "a une référence qui n’est pas valable"
        except OSError:
            return "ne peut pas être lue"
        if found is None:
            return f"est absente du dossier «{NBSP}{self.folder.name}{NBSP}»"
        return "" if found == attachment.digest else "n’est plus celle qui a été ajoutée"

    def _write(self, place: Path, content: bytes) -> None:
        """Write beside, then rename: a killed program leaves a whole file or none."""
        import tempfile  # noqa: PLC0415 - start-up time

        make_private_folder(self.folder)
        try_to_write_in(self.folder)
        place.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")  # for its owner only
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(place)
        finally:
            Path(name).unlink(missing_ok=True)
        for folder in (place.parent, self.folder, self.folder.parent):
            _sync(folder)

    def _sweep(self) -> None:
        """Take away what killed programs left half written; a file of one that still writes is young."""
        before = time.time() - _LEFT_AFTER
        for path in self.folder.glob(".*.part"):
            with suppress(OSError):  # another program swept it, or has it open
                if path.stat().st_mtime < before:
                    path.unlink()


def clean_name(name: str) -> str:
    """Return the last part of ``name`` as any system takes it: letters, figures, spaces and ``-_.()``; never empty.

    It hides nothing, turns no text around, and keeps the end that tells its type.
    """
    last = " ".join(unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1]).split())
    kept = _FOREIGN.sub("_", last).strip(" .")
    kept = f"_{kept}" if _RESERVED.fullmatch(kept) else kept
    suffix = PurePath(kept).suffix if len(PurePath(kept).suffix) <= 10 else ""
    stem = kept.removesuffix(suffix)[: NAME_LENGTH - len(suffix)]
    stem = stem.encode()[: _NAME_BYTES - len(suffix.encode())].decode(errors="ignore")
    return f"{stem}{suffix}".strip(" .") or "pièce jointe"


def typed_name(name: str, media: str) -> str:
    """Return ``name``, clean, with the end of its true type: opened elsewhere, it must be what it seems."""
    name, suffixes = clean_name(name), SUFFIXES[media]
    suffix = PurePath(name).suffix
    if suffix.lower() in suffixes:
        return name
    stem = name.removesuffix(suffix) if suffix.lower() in KNOWN_SUFFIXES else name
    return clean_name(f"{stem}{suffixes[0]}")


def _prepared(data: bytes, name: str) -> tuple[str, bytes]:
    """Return the type and the content to keep."""
    if not data:
        raise EmptyFileError(name)
    if len(data) > size_limit(data[:HEAD]):
        raise TooLargeError(name)
    if not photo_format(data):
        return document_media(data, name), data  # what documents tell of their author cannot be taken out surely

    from levers_app.store import photos  # noqa: PLC0415 - start-up time: it imports Pillow

    return photos.cleaned(data, name)


def _read(path: Path) -> bytes:
    """Return what the file holds, never more than may be kept, whatever it becomes meanwhile."""
    name = clean_name(path.name)
    with _outside_errors(name):
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise FolderChosenError(name)
        if not stat.S_ISREG(state.st_mode):  # a device, a pipe: it may never end
            raise AttachmentError(name)
        if state.st_size > PHOTO_LIMIT:
            raise TooLargeError(name)
        with path.open("rb") as file:
            data = bytearray(file.read(HEAD))
            limit = size_limit(bytes(data))
            if state.st_size > limit:
                raise TooLargeError(name)
            while chunk := file.read(_CHUNK):
                data += chunk
                if len(data) > limit:
                    raise TooLargeError(name)
    return bytes(data)


@contextmanager
def _outside_errors(name: str) -> Iterator[None]:
    """Tell what goes wrong with a file that is not ours."""
    try:
        yield
    except IsADirectoryError as error:
        raise FolderChosenError(name) from error
    except PermissionError as error:
        raise ForbiddenFileError(name) from error
    except OSError as error:
        raise (VanishedError if error.errno in _GONE else AttachmentError)(name) from error
    except ValueError as error:  # NUL in the path
        raise AttachmentError(name) from error


def _digest_of(path: Path) -> str | None:
    """Return the digest of what is at ``path``; None when nothing is."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def _is_ours(path: Path) -> bool:
    digest = path.stem
    return _DIGEST.fullmatch(digest) is not None and path.parent.name == digest[:2] and path.suffix in KNOWN_SUFFIXES


def _sync(folder: Path) -> None:
    """Have the names in ``folder`` on the disk, where the system can."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:  # some network disks do not know how
        if error.errno not in _CANNOT_SYNC:
            raise
