"""Rows of the window's own thread: how late a timer of two milliseconds rings while work is under way."""

from collections.abc import Iterable, Iterator

from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, percentile
from benchmarks.running import probe

_WORK = {
    "search": "pendant la recherche",
    "index": "pendant l’indexation et la recherche",
    "export": "pendant l’export PDF",
}


def busy(ground: Ground) -> Iterator[Line]:
    """Type, browse, index and export in a real window over the large base; delays in milliseconds."""
    yield from while_at_work(ground, _WORK)


def while_at_work(ground: Ground, works: Iterable[str]) -> Iterator[Line]:
    """Give two lines for each of ``works``: nearly all delays, and the longest."""
    folder = str(ground.many_folder)
    ground.close()
    told = probe("busy", folder, *works)
    rest = told["rest"]
    for key, when in ((key, when) for key, when in _WORK.items() if key in told):
        delays = told[key]
        calm = f"{figure(percentile(rest, 0.99), 'ms')} (au repos)"
        yield at_most(f"fenêtre occupée {when}, p99", percentile(delays, 0.99), 16, "ms", calm)
        yield at_most(f"fenêtre occupée {when}, pire", max(delays), 50, "ms", f"{figure(max(rest), 'ms')} (au repos)")
