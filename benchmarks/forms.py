"""Rows of what one types in: the form and the communes it offers, the actions of a plan."""

from collections.abc import Iterator

from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, median, percentile
from benchmarks.running import probe


def form(ground: Ground) -> Iterator[Line]:
    """Open the form over the large base, the first time and again; then complete communes key by key."""
    folder = str(ground.many_folder)
    ground.close()
    told = probe("form", folder)
    again = f"{figure(median(told['opened']), 'ms')} (les fois suivantes)"
    yield at_most("formulaire ouvert la première fois", told["first"], 150, "ms", again)
    keys = told["keys"]
    yield at_most("communes proposées, p95", percentile(keys, 0.95), 50, "ms", f"{figure(max(keys), 'ms')} (pire)")
    typed = probe("plan", folder)
    usual, many, most = (median(typed[size]) for size in ("15", "300", "1000"))
    beside = f"{figure(usual, 'ms')} (15 actions), {figure(most, 'ms')} (1\u202f000 actions)"
    yield at_most("une touche dans un plan de 300 actions, médiane", many, 50, "ms", beside)
