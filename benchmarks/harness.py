"""Lines of the table, and the few words of statistics that they need."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from levers_app.catalogue.typography import NARROW, NBSP

WIDTHS = (60, 22, 38, 9, 18, 8)
HEADS = ("ligne", "mesuré", "référence du même essai", "rapport", "budget", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    Attributes:
        what: what was measured.
        measured: its figure; ``reference`` the one it is compared to, ``ratio`` between both.
        budget: what it should be; ``kept`` tells whether it is, None where nothing was promised.
    """

    what: str
    measured: str
    reference: str = ""
    ratio: str = ""
    budget: str = ""
    kept: bool | None = None

    def __str__(self) -> str:
        """Return the line in columns."""
        verdict = {True: "ok", False: "à revoir", None: ""}[self.kept]
        return columns((self.what, self.measured, self.reference, self.ratio, self.budget, verdict))


def columns(cells: Sequence[str]) -> str:
    """Return ``cells`` in the columns of the table."""
    padded = (f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS, strict=True))
    return "  ".join(padded).rstrip()


def header() -> str:
    """Return the first two lines of the table."""
    return f"{columns(HEADS)}\n{'-' * (sum(WIDTHS) + 10)}"


def at_most(what: str, value: float, limit: float, unit: str, reference: str = "") -> Line:
    """Return the line of a figure that must not be above ``limit``."""
    return Line(what, figure(value, unit), reference, "", f"≤ {figure(limit, unit)}", value <= limit)


def at_least(what: str, value: float, limit: float, unit: str, reference: str = "") -> Line:
    """Return the line of a figure that must not be under ``limit``."""
    return Line(what, figure(value, unit), reference, "", f"≥ {figure(limit, unit)}", value >= limit)


def ratio_at_most(what: str, value: float, base: float, limit: float, reference: str) -> Line:
    """Return the line of a time in milliseconds that must not exceed ``limit`` times that of the reference."""
    ratio = value / base
    told = f"{figure(base, 'ms')} ({reference})"
    return Line(what, figure(value, "ms"), told, f"× {decimal(ratio, 2)}", f"≤ × {decimal(limit, 1)}", ratio <= limit)


def figure(value: float, unit: str) -> str:
    """Return « 12,3 ms »: three significant digits at most, as French writes them."""
    return f"{decimal(value, 1 if abs(value) < 100 and value != int(value) else 0)}{NBSP}{unit}".rstrip()


def decimal(value: float, digits: int) -> str:
    """Return ``value`` with a decimal comma and thin spaces between thousands."""
    return f"{value:,.{digits}f}".replace(",", NARROW).replace(".", ",")


def spread(values: Sequence[float], unit: str) -> str:
    """Return « 8,1 · 24,0 · 55 ms »: the middle one of ``values``, the one under which 95 % lie, and the largest."""
    middle, most = figure(median(values), ""), figure(percentile(values, 0.95), "")
    return f"{middle} · {most} · {figure(max(values), unit)}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value under which ``share`` (0 to 1) of ``values`` lie."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def median(values: Sequence[float]) -> float:
    """Return the middle one of ``values``."""
    return percentile(values, 0.5)


def milliseconds(function: Callable[..., object], *arguments: object) -> float:
    """Return how long ``function`` takes with ``arguments``."""
    start = time.perf_counter()
    function(*arguments)
    return 1000 * (time.perf_counter() - start)


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    """Give a function that returns the seconds since the block began."""
    start = time.perf_counter()
    yield lambda: time.perf_counter() - start
