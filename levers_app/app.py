"""The one place where the parts are built and joined.

The window shows first, with little more than PySide6 imported; the base, then the index, come behind it on other
threads. Hence the imports inside functions here: the window does not pay for the command line, nor the command line for
the window (``make bench``, rows « window visible » and « catalogue readable »).
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from levers_app.paths import DataFolder, find_data_folder

if TYPE_CHECKING:
    from levers_app.services import Services

TURN = 0.0003
"""Seconds after which a worker hands the interpreter over: a window that is painted asks for it a hundred times."""


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
    """Show the window and run it until it is closed; without a screen, do without it what it is for."""
    if not has_screen():
        from levers_app.cli.screenless import show_without_screen  # noqa: PLC0415

        return show_without_screen(folder, open_folder, draw_window)
    sys.setswitchinterval(TURN)
    gc.disable()  # thousands of classes are made until the window shows, and none goes; Program.begin enables it again
    from levers_app.desktop.program import run_window  # noqa: PLC0415

    return run_window(folder, open_folder)


def has_screen() -> bool:
    """Tell whether a window can be shown; outside Linux there is always a screen."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def draw_window(services: "Services", words: str, path: Path) -> None:
    """Write at ``path`` a picture of the window as it shows a search for ``words``."""
    from levers_app.desktop import picture  # noqa: PLC0415

    picture.draw_window(services, words, path)


def open_folder(folder: DataFolder) -> "Services":
    """Open the base of ``folder`` and join the parts that read it.

    Raises:
        LeviersError: the base or the content cannot be used; nothing was changed.
    """
    from levers_app.services import open_services  # noqa: PLC0415

    return open_services(folder)
