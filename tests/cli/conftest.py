"""A prepared data folder, copied for each test, and the command line run on it, in this process or as another one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from levers_app.app import main, open_folder
from levers_app.paths import DataFolder
from tests.cli.helpers import Outcome, Run

MAIN = Path(__file__).resolve().parents[2] / "main.py"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with base and index, as after a first start."""
    root = tmp_path_factory.mktemp("prepared") / "donnees"
    services = open_folder(DataFolder(root))
    services.follow_index(lambda _done, _total: None)
    services.close()
    return root


@pytest.fixture
def data(prepared: Path, tmp_path: Path) -> DataFolder:
    """A copy of the prepared folder, for one test."""
    return DataFolder(Path(shutil.copytree(prepared, tmp_path / "données d’essai")))


@pytest.fixture
def leviers(data: DataFolder, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def run(*arguments: str) -> Outcome:
        status = main([*arguments, "--donnees", str(data.root)])
        return Outcome(status, *capsys.readouterr())

    return run


@pytest.fixture
def process(data: DataFolder, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command as a process of its own; ``through`` is a shell line that puts it in a pipe."""

    def run(
        *arguments: str, given: str = "", through: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(MAIN), *arguments, "--donnees", str(data.root)]
        if through:
            command = ["bash", "-c", through, "bash", *command]
        return subprocess.run(
            command,
            input=given,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            env=os.environ | environment,
            cwd=tmp_path,
            check=False,
            timeout=120,
        )

    return run
