"""How long the form takes to open, and a commune to be offered: DATA_FOLDER."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from benchmarks.probes.telling import tell
from levers_app.catalogue.communes import load_communes
from levers_app.desktop.entry_desk import READY_AFTER
from levers_app.paths import communes_file
from tools.driving import DrivenWindow

_TIMES = 8
_TYPED = ("saint-denis", "marseille 13", "vaulx-en-velin", "l'haÿ", "villeneuve-saint-georges", "reze")


def main() -> None:
    """Open the form again and again, then type names of communes."""
    with DrivenWindow(Path(sys.argv[1])) as driven:
        driven.show(1280, 800)
        driven.open_base()
        driven.pause(READY_AFTER + 500)
        opened = list(_opened(driven))
    tell(first=opened[0], opened=opened[1:], keys=list(_keys()))


def _opened(driven: DrivenWindow) -> Iterator[float]:
    """Yield the milliseconds from the shortcut to a form that is painted."""
    for _ in range(_TIMES):
        clock = QElapsedTimer()
        clock.start()
        driven.window.workspace.desk.new()
        QApplication.processEvents()
        yield clock.nsecsElapsed() / 1e6
        driven.settle()
        driven.window.navigator.go_home()
        driven.settle()


def _keys() -> Iterator[float]:
    """Yield the milliseconds that each key takes to be answered."""
    communes = load_communes(communes_file())
    for name in _TYPED:
        for letters in range(1, len(name) + 1):
            start = time.perf_counter()
            communes.starting_with(name[:letters])
            yield 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
