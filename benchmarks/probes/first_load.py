"""The first start of a data folder, in a program that has imported nothing yet: DATA_FOLDER."""

import sys
import time
from pathlib import Path

from benchmarks.probes.telling import tell
from levers_app.paths import DataFolder, content_folder


def main() -> None:
    """Import, load, and tell."""
    start = time.perf_counter()
    from levers_app.catalogue import content, validation  # noqa: F401, PLC0415 - timed
    from levers_app.store import migrating, opening, writing  # noqa: F401, PLC0415 - timed

    imported = time.perf_counter()
    opening.open_base(DataFolder(Path(sys.argv[1])), content_folder()).close()
    end = time.perf_counter()
    tell(milliseconds=1000 * (end - start), imports=1000 * (imported - start))


if __name__ == "__main__":
    main()
