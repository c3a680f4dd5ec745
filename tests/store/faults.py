"""Helpers that break things for real."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that any user can reach (pytest's own are closed to others)."""
    with tempfile.TemporaryDirectory(prefix="leviers-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def without_privileges() -> Iterator[None]:
    """Run the block as a user whom permission bits stop; root is not stopped by them."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def give_to_nobody(path: Path) -> None:
    """Make ``path`` the file of the user that :func:`without_privileges` runs as."""
    if os.geteuid() == 0:
        os.chown(path, NOBODY, -1)


@contextmanager
def protected(folder: Path) -> Iterator[None]:
    """Close everything in ``folder`` to writing."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def exclusive_lock(path: Path) -> Iterator[None]:
    """Hold the whole base, as some other program could."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE meta SET value = value")
        yield
        connection.execute("ROLLBACK")


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    """Be in the middle of a write."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
