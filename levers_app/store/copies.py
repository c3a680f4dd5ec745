"""Copies of attachments for other programs: what these write never reaches the files that are kept as evidence."""

import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

from levers_app.store.attachments import typed_name
from levers_app.store.errors import storage_errors

_READ_ONLY = 0o400


class Copies:
    """Copies in a private temporary folder, which goes when this is closed. Any thread may call it."""

    def __init__(self, data: Path) -> None:
        """``data`` is the data folder: the copies that a killed session on it left are known by their place."""
        key = hashlib.sha256(os.fsencode(data.resolve())).hexdigest()
        self._prefix = f"leviers-{key[:16]}-"
        self._folder: Path | None = None
        self._turn = Lock()

    def make(self, path: Path, name: str, media: str) -> Path | None:
        """Return a copy of the attachment at ``path`` under its name, for reading only; None when it is not there.

        Raises:
            StorageError: it cannot be read, or the copy cannot be written.
        """
        with storage_errors(path):
            try:
                source = path.open("rb")
            except FileNotFoundError:
                return None
            with source:
                place = Path(tempfile.mkdtemp(dir=self._own_folder())) / typed_name(name, media)
                with place.open("xb") as copy:
                    shutil.copyfileobj(source, copy)
                place.chmod(_READ_ONLY)
        return place

    def sweep(self) -> None:
        """Take away what killed sessions on the same data left. No other session may be there.

        Raises:
            StorageError: the system has no place for temporary files.
        """
        with self._turn, storage_errors(Path(tempfile.tempdir or "")):
            for folder in Path(tempfile.gettempdir()).glob(f"{self._prefix}*"):
                if folder != self._folder:
                    _take_away(folder)

    def close(self) -> None:
        """Take all copies away; one that another program holds on Windows stays until :meth:`sweep`."""
        with self._turn:
            if self._folder is not None:
                _take_away(self._folder)
                self._folder = None

    def _own_folder(self) -> Path:
        with self._turn:
            if self._folder is None or not self._folder.is_dir():  # systems clean up old temporary files
                self._folder = Path(tempfile.mkdtemp(prefix=self._prefix))
            return self._folder


def _take_away(folder: Path) -> None:
    if os.name == "nt":  # there, a file for reading only cannot be deleted
        for path in folder.rglob("*"):
            with suppress(OSError):
                path.chmod(0o600)
    shutil.rmtree(folder, ignore_errors=True)  # what another program holds, or what another person put there
