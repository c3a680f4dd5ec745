"""The one place where the parts are built and joined.

The window shows first, with little more than PySide6 imported; the base, then the index, come behind it on other
threads. Hence the imports inside functions here: the window does not pay for the command line, nor the command line for
the window (``make bench``, rows « window visible » and « catalogue readable »).
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from levers_app.paths import DataFolder, find_data_folder

if TYPE_CHECKING:
    from levers_app.services import Services


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line ``arguments`` (default: the process's own).

    Returns:
        The exit status: 0 done, 1 known error (told in one French sentence), 2 wrong use.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if (folder := window_folder(given)) is not None:
        return open_window(folder)
    from levers_app.cli import run  # noqa: PLC0415

    return run(given, open_folder)


def window_folder(arguments: Sequence[str]) -> DataFolder | None:
    """Return the data folder when ``arguments`` ask for the window: none, or ``--donnees DIR`` alone."""
    match list(arguments):
        case []:
            return find_data_folder()
        case ["--donnees", option] if option:
            return find_data_folder(option)
        case [single] if single.startswith("--donnees=") and len(single) > len("--donnees="):
            return find_data_folder(single.partition("=")[2])
        case _:
            return None


def open_window(folder: DataFolder) -> int:
    """Show the window and run it until it is closed."""
    from levers_app.desktop.program import run_window  # noqa: PLC0415

    return run_window(folder, open_folder)


def open_folder(folder: DataFolder) -> "Services":
    """Open the base of ``folder`` and join the parts that read it.

    Raises:
        LeviersError: the base or the content cannot be used; nothing was changed.
    """
    from levers_app.services import open_services  # noqa: PLC0415

    return open_services(folder)
