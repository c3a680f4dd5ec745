"""Rows of the window's own thread: how late a timer of two milliseconds rings while work is under way."""

from collections.abc import Iterator

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
    folder = str(ground.many_folder)
    ground.close()
    told = probe("busy", folder)
    rest = told["rest"]
    for key, when in _WORK.items():
        delays = told[key]
        calm = f"{figure(percentile(rest, 0.99), 'ms')} (au repos)"
        yield at_most(f"fenêtre occupée {when}, p99", percentile(delays, 0.99), 16, "ms", calm)
        yield at_most(f"fenêtre occupée {when}, pire", max(delays), 50, "ms", f"{figure(max(rest), 'ms')} (au repos)")
