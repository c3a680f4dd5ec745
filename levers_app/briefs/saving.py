"""Writes a file beside its place and then renames it: the old file is whole until the new one is."""

import errno
import os
import secrets
import stat
from pathlib import Path

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NBSP, shortened

_ANYONE_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_PDF = b"%PDF"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}


class SaveError(LeviersError):
    """The file was not written; what stood at its place is as it was."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        """Say that ``path`` was not written, why, and what to do."""
        kept = " L’ancien fichier a été gardé." if _is_file(path) else ""
        name = shortened(path.name or str(path))
        super().__init__(f"Le fichier «{NBSP}{name}{NBSP}» n’a pas été enregistré{NBSP}: {reason}.{kept} {advice}")


class FolderMissingError(SaveError):
    """The folder of the file does not exist."""


class NotAFileError(SaveError):
    """The place is taken by a folder or a device."""


class RefusedError(SaveError):
    """The folder may not be written in, or the file is open in another program."""


class ProtectedError(SaveError):
    """The file that stands there is protected against writing."""


class AnotherFileError(SaveError):
    """A file of another kind stands there: a base, a text."""


class ReadOnlyError(SaveError):
    """Nothing can be written on the disk, or in the folder."""

    def __init__(self, path: Path) -> None:
        """No protection of the file is to blame: another place must be found."""
        super().__init__(path, "ce disque ou ce dossier est en lecture seule", "Choisissez un autre dossier.")


class DiskFullError(SaveError):
    """There is no room left."""


def save(path: Path, data: bytes, *, suffix: str = ".pdf") -> None:
    """Write ``data`` at ``path``, replacing what is there only when all of it is on the disk.

    What is there is replaced only if it is of the same form: by the end of its name (``suffix``), or being a PDF.

    Raises:
        SaveError: nothing was changed, and nothing is left behind.
    """
    try:
        place = path.resolve()
        _check(path, place, suffix)
        _write(place, data)
    except (OSError, ValueError, RuntimeError) as error:  # ValueError: NUL in the name; RuntimeError: links in a loop
        raise _told(path, error) from error


def _check(path: Path, place: Path, suffix: str) -> None:
    if place.exists() and not place.is_file():
        reason = "un dossier porte ce nom" if place.is_dir() else "ce nom désigne un périphérique"
        raise NotAFileError(path, reason, "Choisissez un autre nom.")
    if not place.parent.is_dir():
        reason = f"le dossier «{NBSP}{place.parent}{NBSP}» n’existe pas"
        raise FolderMissingError(path, reason, "Choisissez un autre dossier.")
    if place.exists() and not os.access(place.parent, os.W_OK):
        raise ReadOnlyError(path)
    if place.exists() and _is_protected(place):
        reason = "ce fichier est protégé contre l’écriture"
        raise ProtectedError(path, reason, "Ôtez cette protection ou choisissez un autre nom.")
    if place.exists() and not _is_ours(place, suffix):
        raise AnotherFileError(path, "un fichier d’une autre sorte porte ce nom", "Choisissez un autre nom.")


def _is_protected(place: Path) -> bool:
    """Tell whether someone closed the file to writing: renaming over it asks for no right, and root has them all."""
    return not place.stat().st_mode & _ANYONE_WRITES or not os.access(place, os.W_OK)


def _is_ours(place: Path, suffix: str) -> bool:
    """Tell whether the file is of the form that is saved: a slip of the hand must not replace a base or a text."""
    if place.suffix.lower() == suffix:
        return True
    with place.open("rb") as file:
        return file.read(len(_PDF)) in ((b"", _PDF) if suffix == ".pdf" else (b"",))


def _write(place: Path, data: bytes) -> None:
    beside = place.with_name(f".leviers-{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            if place.exists():  # the new file is as open or as private as the old one
                beside.chmod(stat.S_IMODE(place.stat().st_mode))
            os.fsync(file.fileno())
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def _told(path: Path, error: Exception) -> SaveError:
    code = error.errno if isinstance(error, OSError) else None
    if code in _FULL:
        return DiskFullError(path, "il n’y a plus de place sur le disque", "Libérez de la place, puis recommencez.")
    if code == errno.EROFS:
        return ReadOnlyError(path)
    if code in _REFUSED or isinstance(error, PermissionError):
        reason = "le dossier refuse l’écriture ou le fichier est ouvert dans un autre programme"
        return RefusedError(path, reason, "Fermez-le ou choisissez un autre dossier, puis recommencez.")
    reason = "le système a refusé ce nom ou ce dossier"
    return SaveError(path, reason, "Choisissez un autre nom ou un autre dossier.")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
