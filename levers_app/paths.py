"""Where things are: the data of the user, and the resources of the program."""

import sys
from functools import cache
from pathlib import Path

from levers_app.store.folder import DataFolder

__all__ = ["DataFolder", "content_folder", "find_data_folder", "from_home", "resources_folder"]


def find_data_folder(option: str | None = None) -> DataFolder:
    """Return the data folder; it is created when the base is opened.

    It is ``option`` (``--donnees``) when given, else ``donnees/`` beside the program when it is there (a USB key), else
    the system's folder for the data of this user.
    """
    beside = _program_folder() / "donnees"
    if option:
        return DataFolder(from_home(option).absolute())
    if beside.is_dir():
        return DataFolder(beside)
    from platformdirs import user_data_path  # noqa: PLC0415 - start-up time: a portable program does without it

    return DataFolder(user_data_path("Leviers", appauthor=False))


def from_home(text: str) -> Path:
    """Return ``text`` as a path, its « ~ » replaced; one of nobody stays as it is, as in a shell."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def content_folder() -> Path:
    """Return the folder of the content shipped with the program."""
    return resources_folder() / "content"


@cache
def resources_folder() -> Path:
    """Return the folder of content, fonts, icons and style."""
    return Path(__file__).resolve().parents[1] / "resources"


def language_folder() -> Path:
    """Return the folder of the words that the search knows beside those of the base."""
    return resources_folder() / "search"


def communes_file() -> Path:
    """Return the list of the communes of France."""
    return resources_folder() / "communes" / "communes.tsv"


def outlines_file() -> Path:
    """Return the outlines of the departments of France."""
    return resources_folder() / "departments" / "outlines.tsv"


def _program_folder() -> Path:
    """Return the folder that holds ``main.py``, or the program when it is packed in one file."""
    packed = getattr(sys, "frozen", False)
    return Path(sys.executable).parent if packed else Path(__file__).resolve().parents[1]
