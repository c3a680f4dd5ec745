"""How long a key takes in a plan of action, by how many actions it has: DATA_FOLDER."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.probes.telling import tell
from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.desktop.place import BRIEF_MARK
from tools.driving import DrivenWindow

_SIZES = (15, 300, 1000)
_LEVERS = ("videoprotection", "gltd", "clspd")
_KEYS = "presence en soiree sur le site"


def main() -> None:
    """Type in a plan of each size, and throw it away."""
    with DrivenWindow(Path(sys.argv[1])) as driven:
        driven.show(1280, 800)
        driven.open_base()
        driven.settle()
        told = {str(size): list(_typed(driven, size)) for size in _SIZES}
    tell(**told)


def _typed(driven: DrivenWindow, size: int) -> Iterator[float]:
    """Yield the milliseconds from each key to a window that is painted."""
    services = driven.program.services
    assert services is not None  # noqa: S101 - the base is open
    actions = (Action(f"Action {n}", "Ce que l’on fait. " * 6, _LEVERS[n % 3]) for n in range(size))
    note = new_brief(MODELS["plan"], [ActionsItem(tuple(actions))], name="Mesure")
    services.briefs.keep(note)
    driven.window.navigator.open(BRIEF_MARK + note.id)
    driven.settle()
    pane = driven.window.workspace.briefs.desk.page.side.pane
    pane.list.choose(size // 2)
    pane.form.take_focus()
    QApplication.processEvents()
    for key in _KEYS:
        line = QApplication.focusWidget()
        assert line is not None  # noqa: S101 - the first field of the form
        start = time.perf_counter()
        QTest.keyClicks(line, key)
        QApplication.processEvents()
        yield 1000 * (time.perf_counter() - start)
    driven.settle()
    driven.window.navigator.go_home()
    driven.settle()
    services.briefs.discard(note.id)


if __name__ == "__main__":
    main()
