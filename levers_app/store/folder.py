"""The data folder, and the rights of what Leviers puts into it: everything is private to the user."""

import errno
import os
import stat
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_ANYONE_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class DataFolder:
    """Where one user's data are; nothing is created by asking for a path."""

    def __init__(self, root: Path) -> None:
        """``root`` holds everything."""
        self.root = root

    @property
    def base(self) -> Path:
        """The shared knowledge."""
        return self.root / "leviers.db"

    @property
    def personal(self) -> Path:
        """Favourites, visits and settings: never exported with the base."""
        return self.root / "personnel.db"

    @property
    def window(self) -> Path:
        """Place, text size and colours of the window."""
        return self.root / "fenetre.ini"

    @property
    def index(self) -> Path:
        """The search index, which can be deleted at any time."""
        return self.root / "index"

    @property
    def backups(self) -> Path:
        """Dated copies of the base."""
        return self.root / "sauvegardes"

    @property
    def attachments(self) -> Path:
        """Photos and documents of examples."""
        return self.root / "pieces-jointes"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.root / "leviers.log"


def newest_copy(base: Path) -> Path | None:
    """Return the copy of ``base`` that was made last; None when there is none."""
    copies = DataFolder(base.parent).backups.glob(f"{base.stem}-*.db")
    return max(copies, key=lambda copy: copy.stem, default=None)  # names begin with the date


def write_ahead_file(base: Path) -> Path:
    """Return the file beside ``base`` where SQLite keeps the last writes until it takes them into ``base``."""
    return base.with_name(f"{base.name}-wal")


def side_files(base: Path) -> tuple[Path, Path]:
    """Return the files that SQLite keeps beside a base in use."""
    return write_ahead_file(base), base.with_name(f"{base.name}-shm")


def has_content(path: Path) -> bool:
    """Tell whether there is a file at ``path`` with something in it."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def make_private_folder(folder: Path) -> None:
    """Create ``folder`` closed to other users, or take it as it is.

    A folder that is there already, even empty, keeps its rights: a person chose them, or it is ``/tmp``. What Leviers
    puts into it is private all the same: its files are 0600, its sub-folders 0700.
    """
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def try_to_write_in(folder: Path) -> None:
    """Make a file in ``folder`` and take it away: rights alone tell nothing of a disk that is read-only.

    Raises:
        OSError: files cannot be made there, or someone protected it, as for a file; it names the folder.
    """
    import tempfile  # noqa: PLC0415 - start-up time: the window shows before anything is written

    if os.name == "posix":  # elsewhere the mark on a folder means something else
        _check_unprotected(folder)
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        error.filename = str(folder)
        raise


def make_private_file(path: Path) -> None:
    """Create ``path`` empty, or close an existing file to other users; SQLite gives its side files the same rights.

    Raises:
        OSError: it cannot be written, or someone protected it: root is stopped by no right, but the rights tell.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    os.close(descriptor)
    _check_unprotected(path)
    if stat.S_IMODE(path.stat().st_mode) & _OTHERS:
        path.chmod(PRIVATE_FILE)


def _check_unprotected(path: Path) -> None:
    if not path.stat().st_mode & _ANYONE_WRITES:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
