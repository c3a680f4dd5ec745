"""A base with the real content, prepared once, and a window over a copy of it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.app import open_folder
from levers_app.desktop.program import Program, make_application
from levers_app.desktop.theme import Theme
from levers_app.paths import DataFolder


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as the program makes it: its style, its fonts, Qt's own words in French."""
    return make_application()


@pytest.fixture(scope="session")
def prepared_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with base and index, as after a first start."""
    root = tmp_path_factory.mktemp("prepared") / "donnees"
    services = open_folder(DataFolder(root))
    services.follow_index(lambda _done, _total: None)
    services.close()
    return root


@pytest.fixture
def data(prepared_data: Path, tmp_path: Path) -> DataFolder:
    """A copy of the prepared folder, for one test."""
    root = tmp_path / "donnees"
    shutil.copytree(prepared_data, root)
    return DataFolder(root)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, data: DataFolder) -> Iterator[Callable[..., Program]]:
    """Start the program as ``main.py`` does, and wait until its window is alive; closed after the test."""
    programs: list[Program] = []

    def begin(*, ready: bool = True) -> Program:
        program = Program(data, open_folder)
        program.calm = 0
        programs.append(program)
        program.window.show()
        program.window.resize(1280, 800)
        qtbot.waitExposed(program.window)
        program.open_base()
        if ready:
            qtbot.waitUntil(lambda: not program.jobs.busy and program.began, timeout=20_000)
        return program

    yield begin
    for program in programs:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(Theme().font("ui"))
    qtbot.wait(1)


@pytest.fixture
def program(start: Callable[..., Program]) -> Program:
    """A started program with its home page filled."""
    return start()
