"""What the set-up says when system libraries are missing, tried with a linker of ours."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "system_libraries.sh"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian's libraries")


def command(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of commands: a person who is not root, and a linker that misses three libraries."""
    for name in ("bash", "dirname", "sed", "sort", "uname", "touch", "cat"):
        (tmp_path / name).symlink_to(shutil.which(name) or "")
    command(tmp_path, "id", "echo 1000")
    command(tmp_path, "ldd", r"printf '\t%s => not found\n' libX11.so.6 libEGL.so.1 libglib-2.0.so.0")
    (tmp_path / "venv" / "bin").mkdir(parents=True)
    (tmp_path / "venv" / "bin" / "python").symlink_to(sys.executable)
    return tmp_path


def run(machine: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", SCRIPT, machine / "venv"],
        env=os.environ | {"PATH": str(machine), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_debian_command_is_exact(machine: Path) -> None:
    command(machine, "apt-get", "exit 1")
    assert "apt-get install --no-install-recommends libegl1 libglib2.0-0 libx11-6\n" in run(machine).stderr


def test_fedora_command_is_exact(machine: Path) -> None:
    command(machine, "dnf", "exit 1")
    assert (
        "dnf install 'libEGL.so.1()(64bit)' 'libX11.so.6()(64bit)' 'libglib-2.0.so.0()(64bit)'\n" in run(machine).stderr
    )


def test_goes_on_when_qt_can_draw_offscreen_and_asks_again(machine: Path) -> None:
    assert run(machine).returncode == 0
    assert not (machine / "venv" / "system-libraries").exists()


def test_stops_when_qt_cannot_start(machine: Path) -> None:
    (machine / "venv" / "bin" / "python").unlink()
    command(machine / "venv" / "bin", "python", 'case "$2" in *PySide6.QtWidgets*) exit 1;; esac; echo /qt')
    result = run(machine)
    assert (result.returncode, "ne peut pas démarrer" in result.stderr) == (1, True)


def test_nothing_missing_is_remembered(machine: Path) -> None:
    command(machine, "ldd", "exit 0")
    run(machine)
    command(machine, "ldd", "echo asked; exit 1")
    assert (machine / "venv" / "system-libraries").exists()
    assert run(machine).stdout == ""
