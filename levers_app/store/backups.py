"""Dated copies of the base."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from levers_app.store.connecting import reading
from levers_app.store.errors import storage_errors
from levers_app.store.folder import make_private_file, make_private_folder


def copy_base(path: Path, folder: Path, reason: str) -> Path:
    """Copy the base at ``path`` into ``folder`` as it is at this moment, even while others write; return the copy.

    Raises:
        StorageError: the copy cannot be made; none is left half made.
    """
    with storage_errors(folder):
        make_private_folder(folder)
        copy = _free_name(folder, f"{path.stem}-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}-{reason}")
        make_private_file(copy)
    try:
        with storage_errors(copy), reading(path) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except BaseException:
        copy.unlink()
        raise
    return copy


def _free_name(folder: Path, stem: str) -> Path:
    names = (folder / f"{stem}{suffix}.db" for suffix in ("", *(f"-{number}" for number in range(2, 100))))
    return next(path for path in names if not path.exists())
