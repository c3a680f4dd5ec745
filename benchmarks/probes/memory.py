"""The memory of a window that searched a hundred times: DATA_FOLDER."""

import sys
from itertools import cycle, islice
from pathlib import Path

from benchmarks.probes.telling import megabytes, tell
from benchmarks.queries import QUERIES
from tools.driving import DrivenWindow

_SEARCHES = 100


def main() -> None:
    """Search, and tell."""
    with DrivenWindow(Path(sys.argv[1])) as driven:
        driven.show(1280, 800)
        driven.open_base()
        for number, query in enumerate(islice(cycle(QUERIES), _SEARCHES)):
            driven.window.navigator.search(f"{query} " * (1 + number % 2))
            driven.settle()
        tell(megabytes=megabytes())


if __name__ == "__main__":
    main()
