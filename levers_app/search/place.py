"""Where the index lies: numbered folders, a pointer file to the one in use, and what each says of itself.

A rebuild fills a new folder, then the pointer is replaced in one step: readers keep the old one as long as they need
(Windows would refuse to delete it), and it is swept away at the next start.
"""

import contextlib
import json
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from levers_app.search.errors import IndexPlaceTakenError
from levers_app.store.folder import PRIVATE_FOLDER, make_private_folder, try_to_write_in

_POINTER = "current"
_STATE = "state.json"
_LONG = 3600.0
"""Seconds without a new file in a folder under construction: whoever built it was stopped."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index holds: made with which schema, of which base, up to which line of its journal.

    ``mark`` is the time of that line: after a restored backup, the same number may be another line.
    """

    schema: str
    base: str
    seq: int
    mark: str


class IndexPlace:
    """The folder of the index, with its numbered folders."""

    def __init__(self, folder: Path) -> None:
        """``folder`` may not exist yet."""
        self._folder = folder

    def check_free(self) -> None:
        """See that nothing else has the name of the folder.

        Raises:
            IndexPlaceTakenError: a file has it.
        """
        if os.path.lexists(self._folder) and not self._folder.is_dir():
            raise IndexPlaceTakenError(self._folder)

    def begun(self) -> bool:
        """Tell whether a folder was ever in use, be it gone or damaged now."""
        try:
            return (self._folder / _POINTER).exists()
        except OSError:  # a folder that may not be looked into
            return True

    def current(self) -> Path | None:
        """Return the folder in use; None when there is none."""
        try:
            number = int((self._folder / _POINTER).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        folder = self._folder / str(number)
        return folder if folder.is_dir() else None

    @contextlib.contextmanager
    def under_construction(self) -> Iterator[Path]:
        """Give a new folder: in use when the block ends well, taken away when it does not, be it for a full disk."""
        folder = self.new_folder()
        try:
            yield folder
            self.use(folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def new_folder(self) -> Path:
        """Create and return a folder for a new index.

        Raises:
            IndexPlaceTakenError: a file has the name of the folder.
            OSError: the disk refuses.
        """
        self.check_free()
        try_to_write_in(next(folder for folder in (self._folder, *self._folder.parents) if folder.is_dir()))
        make_private_folder(self._folder)
        number = max((int(path.name) for path in self._numbered()), default=0)
        while True:
            number += 1
            with contextlib.suppress(FileExistsError):
                folder = self._folder / str(number)
                folder.mkdir(mode=PRIVATE_FOLDER)
                return folder

    def use(self, folder: Path) -> None:
        """Make ``folder`` the one in use, in one step."""
        _write_safely(self._folder / _POINTER, folder.name)

    def sweep(self) -> None:
        """Delete what is older than the folder in use, but for what another program may have under construction."""
        current = self.current()
        for path in self._numbered():
            if current is not None and int(path.name) < int(current.name) and _is_left(path):
                shutil.rmtree(path, ignore_errors=True)

    def _numbered(self) -> list[Path]:
        return [path for path in self._folder.glob("*") if path.name.isdecimal() and path.is_dir()]


def _is_left(folder: Path) -> bool:
    """Tell whether nobody works in ``folder``: it is whole, or nothing has moved in it for long."""
    try:
        return (folder / _STATE).exists() or time.time() - folder.stat().st_mtime > _LONG
    except OSError:  # taken away meanwhile
        return False


def read_state(folder: Path) -> IndexState:
    """Return what the index in ``folder`` says of itself.

    Raises:
        OSError, ValueError, TypeError: it says nothing usable.
    """
    state = IndexState(**json.loads((folder / _STATE).read_text(encoding="utf-8")))
    if not isinstance(state.seq, int):
        raise TypeError(state.seq)
    return state


def write_state(folder: Path, state: IndexState) -> None:
    """Replace what the index in ``folder`` says of itself, in one step."""
    _write_safely(folder / _STATE, json.dumps(asdict(state)))


def _write_safely(path: Path, text: str) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
