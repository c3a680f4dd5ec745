"""The first PDF of a program that has imported nothing yet: DATA_FOLDER."""

import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.probes.telling import tell
from levers_app.app import open_folder
from levers_app.catalogue.brief import of_sheets
from levers_app.desktop.paper import brief_order
from levers_app.paths import DataFolder


def main() -> None:
    """Write one, and tell."""
    services = open_folder(DataFolder(Path(sys.argv[1])))
    start = time.perf_counter()
    with TemporaryDirectory() as folder:
        order = brief_order("CLSPD", lambda: services.edition(of_sheets("lever:clspd")))
        order.write_at(Path(folder) / f"{date.min}.pdf")
    tell(milliseconds=1000 * (time.perf_counter() - start))
    services.close()


if __name__ == "__main__":
    main()
