"""Starts the probes, in programs of their own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 600


def probe(name: str, *arguments: str) -> dict[str, Any]:
    """Run a program of ``benchmarks.probes`` and return what it told; times are counted from its very start.

    A moment that it tells under ``at`` (name -> time of the monotonic clock, in seconds) comes back in milliseconds.

    Raises:
        RuntimeError: it failed; what it wrote is told.
    """
    command = [sys.executable, "-m", f"benchmarks.probes.{name}", *arguments]
    start = time.monotonic()
    done = subprocess.run(  # noqa: PLW1510 - the status is looked at below
        command, cwd=_ROOT, env=_environment(), capture_output=True, text=True, timeout=_PATIENCE
    )
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        raise RuntimeError(f"{' '.join(command)}: status {done.returncode}\n{done.stderr}")
    told: dict[str, Any] = json.loads(lines[-1])
    moments = {key: 1000 * (moment - start) for key, moment in told.pop("at", {}).items()}
    return {**told, **moments}


def outside(environment: str, name: str, *arguments: str) -> dict[str, Any]:
    """Run a program of ``benchmarks.probes`` with the Python of another environment and return what it told.

    Raises:
        RuntimeError: that environment is not there, or the program failed.
    """
    python = _ROOT / environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        raise RuntimeError(f"{environment} is missing: « make bench » makes it")
    script = _ROOT / "benchmarks" / "probes" / f"{name}.py"
    done = subprocess.run([python, script, *arguments], capture_output=True, text=True, timeout=_PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}: status {done.returncode}\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    if sys.platform == "linux" and not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment
