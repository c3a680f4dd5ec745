"""How late a timer rings in the window's own thread, at rest and at work: DATA_FOLDER WORK..."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from benchmarks.probes.telling import tell
from benchmarks.queries import QUERIES
from levers_app.catalogue.brief import of_sheets
from levers_app.desktop.paper import brief_order
from levers_app.services import Services
from tools.driving import DrivenWindow

_BEAT = 2
_BETWEEN_KEYS = 90
_SHEETS = 12


class Heartbeat(QObject):
    """Rings every two milliseconds and notes how late it is."""

    def __init__(self) -> None:
        """Begin to ring."""
        super().__init__()
        self._delays: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)
        self._timer.start()

    def take(self) -> list[float]:
        """Return the delays in milliseconds since the last call."""
        delays, self._delays = self._delays, []
        return delays

    @Slot()
    def _ring(self) -> None:
        now = time.perf_counter()
        self._delays.append(round(max(0.0, 1000 * (now - self._last) - _BEAT), 2))
        self._last = now


def main() -> None:
    """Work in the window, and tell."""
    with DrivenWindow(Path(sys.argv[1])) as driven:
        driven.show(1280, 800)
        driven.open_base()
        services = driven.program.services
        assert services is not None  # noqa: S101 - the base is open
        search(driven, QUERIES[0])  # builds what is built once
        heart = Heartbeat()
        tell(**dict(_measures(driven, services, heart, sys.argv[2:])))


def search(driven: DrivenWindow, query: str) -> None:
    """Type ``query`` key by key, then look at some sheets with the arrows."""
    driven.window.focus_search()
    for letter in query:
        driven.type_letter(letter)
        driven.pause(_BETWEEN_KEYS)
    driven.press(Qt.Key.Key_Down)
    for _ in range(3):
        driven.press(Qt.Key.Key_Down)
        driven.pause(2 * _BETWEEN_KEYS)
    driven.settle()


def _measures(
    driven: DrivenWindow, services: Services, heart: Heartbeat, works: Iterable[str]
) -> Iterator[tuple[str, list[float]]]:
    heart.take()
    driven.pause(1500)
    yield "rest", heart.take()
    for work in works:
        _WORKS[work](driven, services)
        yield work, heart.take()


def _search(driven: DrivenWindow, _services: Services) -> None:
    for query in QUERIES[:8]:
        search(driven, query)


def _search_while_indexing(driven: DrivenWindow, services: Services) -> None:
    _search_during(driven, driven.program.jobs.write, services.engine.rebuild)


def _search_while_printing(driven: DrivenWindow, services: Services) -> None:
    with TemporaryDirectory() as folder:
        _search_during(driven, driven.program.jobs.read, lambda: _export(services, Path(folder) / "note.pdf"))


def _search_during(driven: DrivenWindow, start: Callable[..., Any], work: Callable[[], Any]) -> None:
    """Search for as long as ``work`` takes behind the window."""
    ended: list[object] = []
    start(work, ended.append)
    for query in cycle(QUERIES[:8]):
        search_key_by_key(driven, query, ended)
        if ended:
            return


def search_key_by_key(driven: DrivenWindow, query: str, ended: list[object]) -> None:
    """Type ``query`` until ``ended`` holds something; the window need not come to rest."""
    driven.window.focus_search()
    for letter in query:
        if ended:
            return
        driven.type_letter(letter)
        driven.pause(_BETWEEN_KEYS)


def _export(services: Services, path: Path) -> None:
    """Save sheets one after the other, as the window does."""
    ids = [card.id for card in services.base.reader.cards() if card.kind == "lever"][:_SHEETS]
    for record_id in ids:
        brief_order(record_id, partial(services.edition, of_sheets(record_id))).write_at(path)


_WORKS: Mapping[str, Callable[[DrivenWindow, Services], None]] = {
    "search": _search,
    "index": _search_while_indexing,
    "export": _search_while_printing,
}


if __name__ == "__main__":
    main()
