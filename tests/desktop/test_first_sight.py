"""What the window is made of before it shows: little, since every start waits for it."""

import subprocess
import sys

import pytest

_SHOW = """
import sys
from pathlib import Path
from levers_app.desktop.program import Program, make_application
from levers_app.paths import DataFolder
app = make_application()
program = Program(DataFolder(Path(sys.argv[1])), None)
program.window.show()
program.window.grab()
print("shown:" + str(program.window.isVisible()))
heavy = ("sqlite3", "yaml", "sqlmodel", "whoosh", "reportlab", "json")
print("heavy:" + " ".join(name for name in heavy if name in sys.modules))
made = vars(sys.modules["PySide6.QtCore"]).keys() | vars(sys.modules["PySide6.QtWidgets"]).keys()
print("named:" + " ".join(name for name in ("Qt", "QStyle") if name in made))
app.setStyleSheet("")
print("style:" + app.style().name())
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a program of its own says once it has shown its window: word -> rest of the line."""
    command = [sys.executable, "-c", _SHOW, str(tmp_path_factory.mktemp("donnees"))]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return dict(line.split(":", 1) for line in lines)


def test_the_window_shows_in_its_own_style(told):
    assert (told["style"].lower(), told["shown"]) == ("fusion", "True")


def test_nothing_heavy_is_imported_before_the_window_shows(told):
    assert told["heavy"] == ""


def test_what_pyside_takes_long_to_name_is_not_named_before_the_window_shows(told):
    assert told["named"] == ""
