"""Rows that tell how the search grows with the base: index, memory, key presses, saving, the window; beside FTS5."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from benchmarks.busy import while_at_work
from benchmarks.full_text import FullText
from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, milliseconds, percentile, spread
from benchmarks.indexing import build_rate
from benchmarks.queries import Press, mixed
from benchmarks.running import probe
from benchmarks.searching import facet_counts
from benchmarks.writing import save_and_find
from levers_app.desktop.listing import PAGE_SIZE, Lister

USUAL = 10_000
"""The number of examples that the budgets of the design are for; for more of them, only two promises hold."""
_USUAL_PRESS: Mapping[str, float] = {"médiane": 20, "p95": 50}
_LARGE_PRESS: Mapping[str, float] = {"p95": 250}
_SHARES = {"médiane": 0.5, "p95": 0.95}
_ONE_IN = 5
"""Over a large base FTS5 takes up to seconds for a key: it is then asked for every fifth text."""

Times = Mapping[str, Sequence[float]]
"""Milliseconds of the key presses of each sort."""


def scaling(ground: Ground) -> Iterator[Line]:
    """All of it for each size, smallest first."""
    for size in sorted(ground.sizes):
        sized = ground.sized(size)
        yield Line(f"— {sized.crowd} —", "")
        for line in _rows(sized):
            yield replace(line, what=f"  {line.what}")
        sized.close()


def _rows(ground: Ground) -> Iterator[Line]:
    with closing(ground.reference()) as table:
        yield promised(build_rate(ground, table), ground.count)
        yield _disk(ground, table)
        for line in _probed(ground):
            yield promised(line, ground.count)
        yield from _key_presses(ground, table)
    for line in (*facet_counts(ground), *save_and_find(ground)):
        yield promised(line, ground.count)
    most, longest = while_at_work(ground, ["search"])
    yield promised(most, ground.count)
    yield longest


def promised(line: Line, count: int) -> Line:
    """Return ``line``, without its budget when that is not meant for so many examples."""
    return line if count <= USUAL else replace(line, budget="", kept=None)


def _disk(ground: Ground, table: FullText) -> Line:
    folder = ground.filled.folder.index
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Line("index sur le disque", figure(size / 1e6, "Mo"), f"{figure(table.size() / 1e6, 'Mo')} (FTS5)")


def _probed(ground: Ground) -> Iterator[Line]:
    """Memory and opening, in a program of its own."""
    told = probe("engine", str(ground.many_folder))
    what = "mémoire d’un programme qui cherche, sans fenêtre"
    if told["megabytes"] is None:
        yield Line(what, "non mesurée ici", budget="≤ 200 Mo")
    else:
        yield at_most(what, told["megabytes"], 200, "Mo", f"{figure(told['before'], 'Mo')} (avant d’ouvrir l’index)")
    yield Line("ouvrir l’index, puis chercher une première fois", figure(told["opening"], "ms"))


def _key_presses(ground: Ground, table: FullText) -> Iterator[Line]:
    presses = list(mixed())
    lister = Lister(ground.many)
    lister.listing(presses[0].place)  # builds what is built once: see _probed
    ours, everything = defaultdict[str, list[float]](list), list[tuple[float, Press]]()
    for press in presses:
        taken = milliseconds(lister.listing, press.place)
        ours[press.sort].append(taken)
        everything.append((taken, press))
    one_in = _ONE_IN if ground.count > USUAL else 1
    theirs = asked(table, presses, one_in)
    yield from _all_sorts(everything, theirs, ground.count)
    told = "FTS5, 1 sur 5" if one_in > 1 else "FTS5"
    for sort, times in ours.items():
        reference = f"{spread(theirs[sort], 'ms')} ({told})" if sort in theirs else ""
        yield Line(f"  {sort} : médiane · p95 · pire", spread(times, "ms"), reference)


def asked(table: FullText, presses: Sequence[Press], one_in: int = 1) -> Times:
    """Ask ``table`` for one in so many texts of each sort that it understands."""
    texts = defaultdict[str, list[str]](list)
    for press in presses:
        if press.plain:
            texts[press.sort].append(press.text)
    return {
        sort: [milliseconds(table.search, text, PAGE_SIZE) for text in some[::one_in]] for sort, some in texts.items()
    }


def _all_sorts(everything: Sequence[tuple[float, Press]], theirs: Times, count: int) -> Iterator[Line]:
    times = [taken for taken, _ in everything]
    others = [taken for some in theirs.values() for taken in some]
    limits = _USUAL_PRESS if count <= USUAL else _LARGE_PRESS
    for name, share in _SHARES.items():
        value, reference = percentile(times, share), f"{figure(percentile(others, share), 'ms')} (FTS5)"
        what = f"une touche → résultats, {name} de {len(times)}"
        limit = limits.get(name)
        yield at_most(what, value, limit, "ms", reference) if limit else Line(what, figure(value, "ms"), reference)
    worst, press = max(everything, key=lambda one: one[0])
    reference = f"{figure(max(others), 'ms')} (FTS5)"
    yield Line(f"une touche → résultats, pire (« {press.text} »)", figure(worst, "ms"), reference)
