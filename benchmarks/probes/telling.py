"""What a probe says to the row that started it."""

import json
import re
import time
from pathlib import Path


class Moments:
    """The first time that each thing happened."""

    def __init__(self) -> None:
        """Begin with none."""
        self.at: dict[str, float] = {}

    def note(self, name: str) -> None:
        """Note when ``name`` happened, if it is the first time."""
        self.at.setdefault(name, time.monotonic())


def tell(**facts: object) -> None:
    """Print what was found."""
    print(json.dumps(facts))


def megabytes() -> float | None:
    """Return the resident memory of this program where the system tells it (Linux)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else None
