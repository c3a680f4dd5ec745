"""Every way in which storage fails, each with its sentence, and the one place that tells them apart."""

import errno
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import french, shortened
from levers_app.store.folder import has_content, newest_copy, write_ahead_file


def way_back(base: Path) -> str:
    """Say how to go on without the damaged ``base``: with its newest copy if there is one, else with the content.

    What SQLite left beside it must go with it: the last writes of one base would damage another.
    """
    last_writes, copy = write_ahead_file(base), newest_copy(base)
    aside = [base.name] if os.path.lexists(base) else []
    aside += [last_writes.name] if has_content(last_writes) else []
    files = " et ".join(f"«\u00a0{name}\u00a0»" for name in aside)
    if copy is None:
        return f"mettez {files} de côté\u00a0: Leviers recommencera avec le contenu fourni."
    kept = f"{copy.parent.name}/{copy.name}"
    return f"mettez {files} de côté, puis copiez «\u00a0{kept}\u00a0» sous le nom «\u00a0{base.name}\u00a0»."


class StorageError(LeviersError):
    """The data could not be read or written; subclasses say why."""

    said = (
        "Le disque a refusé de lire ou d’écrire « {path} ». Ce qui était enregistré est conservé. "
        "Vérifiez que le disque ou la clé est bien branché, puis réessayez."
    )

    def __init__(self, path: Path) -> None:
        """``path`` is the file or folder that the sentence names."""
        advice = way_back(path) if "{way_back}" in self.said else ""
        super().__init__(french(self.said).format(path=shortened(str(path), 300), way_back=advice))
        self.path = path


class LockedBaseError(StorageError):
    """Another program holds the file."""

    said = (
        "« {path} » est occupé par un autre programme. Rien n’a été modifié. "
        "Attendez qu’il ait fini ou fermez-le, puis réessayez."
    )


class DamagedBaseError(StorageError):
    """The file is not a database, or a part of it is missing."""

    said = (
        "« {path} » est abîmé et ne peut pas être lu. Il a été laissé tel quel, rien n’y a été écrit. "
        "Pour continuer, {way_back}"
    )


class LostBaseError(StorageError):
    """The base is gone, but its last writes are there: a new base would be mixed with them."""

    said = (
        "« {path} » a disparu, mais ses dernières modifications sont restées à côté. Rien n’a été modifié. "
        "Remettez ce fichier à sa place. S’il est perdu, {way_back}"
    )


class ForeignBaseError(StorageError):
    """The file is a database of another program."""

    said = (
        "« {path} » n’est pas une base de Leviers. Ce fichier a été laissé tel quel. "
        "Choisissez un autre dossier avec l’option « --donnees », ou déplacez ce fichier."
    )


class NewerBaseError(StorageError):
    """The base was written by a later version of the program."""

    said = (
        "« {path} » vient d’une version plus récente de Leviers. La base a été laissée telle quelle. "
        "Installez la dernière version de Leviers pour l’ouvrir."
    )


class PendingWritesError(StorageError):
    """The last writes lie beside the base, and the folder is too protected to read them."""

    said = (
        "Les dernières modifications de « {path} » ne peuvent pas être lues : elles sont dans un fichier à côté, "
        "et le dossier est en lecture seule. Rien n’a été modifié. Copiez tout le dossier là où vous pouvez écrire, "
        "puis ouvrez cette copie avec l’option « --donnees »."
    )


class OlderBaseError(StorageError):
    """The base must be upgraded, and cannot be written."""

    said = (
        "« {path} » vient d’une version plus ancienne de Leviers et doit être mis à niveau, mais il est en lecture "
        "seule. Rien n’a été modifié. Copiez tout le dossier là où vous pouvez écrire, puis ouvrez cette copie avec "
        "l’option « --donnees »."
    )


class FullDiskError(StorageError):
    """No room is left."""

    said = (
        "Le disque est plein : « {path} » n’a pas pu être écrit. Ce qui était déjà enregistré est conservé. "
        "Libérez de la place, puis recommencez."
    )


class ReadOnlyError(StorageError):
    """The medium or the file cannot be written."""

    said = (
        "« {path} » est en lecture seule. Rien n’a été modifié. "
        "Ôtez la protection contre l’écriture, ou choisissez un autre dossier avec l’option « --donnees »."
    )


class NoPermissionError(StorageError):
    """The user may not read or write there."""

    said = (
        "Vous n’avez pas le droit de lire ou d’écrire « {path} ». Rien n’a été modifié. "
        "Demandez ce droit, ou choisissez un autre dossier avec l’option « --donnees »."
    )


class ImpossiblePathError(StorageError):
    """The system takes no such path: too long, in a circle, in a place that holds no folders."""

    said = (
        "Le système n’accepte pas « {path} » comme emplacement. Rien n’a été modifié. "
        "Choisissez un autre dossier avec l’option « --donnees »."
    )


class NotAFolderError(StorageError):
    """A file stands where a folder is needed."""

    said = (
        "« {path} » devrait être un dossier, mais un fichier porte ce nom. Rien n’a été modifié. "
        "Choisissez un autre dossier avec l’option « --donnees », ou renommez ce fichier."
    )


class NotAFileError(StorageError):
    """A folder stands where a file is needed."""

    said = (
        "« {path} » devrait être un fichier, mais un dossier porte ce nom. Rien n’a été modifié. "
        "Renommez ce dossier, puis relancez Leviers."
    )


class RecordInUseError(LeviersError):
    """A lever that other records point at cannot be deleted."""

    def __init__(self, title: str, count: int) -> None:
        """``count`` records point at the one called ``title``."""
        others = "une autre fiche y renvoie" if count == 1 else f"{count} autres fiches y renvoient"
        super().__init__(
            f"«\u00a0{title}\u00a0» n’a pas été supprimé\u00a0: {others}. La fiche est conservée. "
            "Retirez d’abord ces renvois."
        )


class UnknownVersionError(LeviersError):
    """A journal line that is not there, or holds another record."""

    def __init__(self, record_id: str, seq: int) -> None:
        """``seq`` is the number that was asked for."""
        super().__init__(
            f"«\u00a0{shortened(record_id)}\u00a0» n’a pas de version {seq}. Rien n’a été modifié. "
            "Choisissez une version dans l’historique de la fiche."
        )
        self.record_id = record_id
        self.seq = seq


class ChangedMeanwhileError(LeviersError):
    """Someone wrote a record since the version that a person changes was read."""

    def __init__(self, record_id: str, seq: int, author: str, *, deleted: bool = False) -> None:
        """``seq`` is the last journal line of the record, ``author`` who wrote it, maybe to delete the record."""
        what = "supprimée" if deleted else "modifiée"
        whom = f" par {shortened(author)}" if author.strip() else ""
        super().__init__(
            f"Cette fiche a été {what} entre-temps{whom}. Rien n’a été écrasé\u00a0: les deux versions sont "
            "conservées, la sienne dans l’historique de la fiche, la vôtre telle que vous l’avez laissée. "
            "Comparez-les, puis recommencez avec celle que vous voulez garder."
        )
        self.record_id = record_id
        self.seq = seq
        self.author = author
        self.deleted = deleted


_BY_SQLITE_CODE: Mapping[int, type[StorageError]] = {
    sqlite3.SQLITE_BUSY: LockedBaseError,
    sqlite3.SQLITE_LOCKED: LockedBaseError,
    sqlite3.SQLITE_CORRUPT: DamagedBaseError,
    sqlite3.SQLITE_NOTADB: DamagedBaseError,
    sqlite3.SQLITE_FULL: FullDiskError,
    sqlite3.SQLITE_READONLY: ReadOnlyError,
    sqlite3.SQLITE_PERM: NoPermissionError,
    sqlite3.SQLITE_AUTH: NoPermissionError,
    sqlite3.SQLITE_IOERR: StorageError,
    sqlite3.SQLITE_CANTOPEN: StorageError,
}
_PART_MISSING = re.compile(r"no such (table|column)\b|table \S+ has no column named")
_BY_SYSTEM_CODE: Mapping[int, type[StorageError]] = {
    errno.ENOSPC: FullDiskError,
    errno.EDQUOT: FullDiskError,
    errno.EFBIG: FullDiskError,
    errno.EROFS: ReadOnlyError,
    errno.EACCES: NoPermissionError,
    errno.EPERM: NoPermissionError,
    errno.ENOTDIR: NotAFolderError,
    errno.EEXIST: NotAFolderError,
    errno.EISDIR: NotAFileError,
    errno.ENAMETOOLONG: ImpossiblePathError,
    errno.ELOOP: ImpossiblePathError,
    errno.EINVAL: ImpossiblePathError,
}


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise inside the block into a :class:`StorageError` about ``path``.

    An error of ours (a wrong statement, a broken constraint) goes through untouched: it is a bug and must be seen.
    A table or a column that is not there is damage: every statement is tried on a whole base by the tests.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = _known_sqlite_error(error, path)
        if known is None:
            raise
        raise known(path) from error
    except OSError as error:
        raise _BY_SYSTEM_CODE.get(error.errno or 0, StorageError)(_named(error, path)) from error


def _known_sqlite_error(error: sqlite3.Error, path: Path) -> type[StorageError] | None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    undecodable = str(error).startswith("Could not decode to UTF-8")  # said by Python, without a code
    if code == sqlite3.SQLITE_IOERR_SHORT_READ or undecodable or _PART_MISSING.match(str(error)):
        return DamagedBaseError
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN and path.is_dir():
        return NotAFileError
    return _BY_SQLITE_CODE.get(code & 0xFF)


def _named(error: OSError, path: Path) -> Path:
    return Path(error.filename) if isinstance(error.filename, str) else path
