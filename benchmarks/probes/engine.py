"""The memory of a program that searches without a window, before it opens the index and in the end: DATA_FOLDER."""

import sys
import time
from pathlib import Path

from benchmarks.probes.telling import megabytes, tell
from benchmarks.queries import QUERIES, mixed
from levers_app.app import open_folder
from levers_app.desktop.listing import Lister
from levers_app.desktop.place import Place
from levers_app.paths import DataFolder


def main() -> None:
    """Search as a person types, and tell."""
    services = open_folder(DataFolder(Path(sys.argv[1])))
    lister = Lister(services)
    before, start = megabytes(), time.perf_counter()
    services.engine.open()
    lister.listing(Place(page="search", query=QUERIES[0]))
    opening = 1000 * (time.perf_counter() - start)
    for press in mixed():
        lister.listing(press.place)
    tell(before=before, megabytes=megabytes(), opening=opening)
    services.close()


if __name__ == "__main__":
    main()
