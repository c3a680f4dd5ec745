"""Rows of writing: saving an example, finding it, and the first load of the content."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

from benchmarks.generate import AUTHOR, examples
from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, median, milliseconds, percentile, stopwatch
from benchmarks.running import probe
from levers_app.catalogue.records import CaseStudy

_WORD = "ornithorynque"


def save_and_find(ground: Ground) -> Iterator[Line]:
    """Save one example after the other in the large base, and search for each until it is found."""
    services = ground.many
    services.base.writer.save(_sample(0), AUTHOR)
    services.engine.follow()
    saved, found = [], []
    for number in range(1, ground.repeat(40) + 1):
        sample = _sample(number)
        saved.append(milliseconds(services.base.writer.save, sample, AUTHOR))
        with stopwatch() as seconds:
            services.engine.follow()
            _check_found(ground, number)
            found.append(1000 * seconds())
    _clean(ground)
    yield from _saved(saved, _plain_inserts(ground.root / "insertions.db", len(saved)))
    told = f"{figure(median(found), 'ms')} (médiane), {figure(max(found), 'ms')} (pire)"
    yield at_most("… puis trouvé par la recherche, p95", percentile(found, 0.95), 300, "ms", told)


def content_load(ground: Ground) -> Iterator[Line]:
    """A first start: base created, content checked and loaded, imports included; a program of its own each time."""
    folder = ground.root / "premier"
    times, imports = [], []
    for _ in range(ground.repeat(8)):
        shutil.rmtree(folder, ignore_errors=True)
        told = probe("first_load", str(folder))
        times.append(told["milliseconds"])
        imports.append(told["imports"])
    shutil.rmtree(folder)
    reference = f"{figure(median(imports), 'ms')} (dont imports)"
    yield at_most("premier chargement du contenu fourni", median(times), 2000, "ms", reference)


def _saved(saved: list[float], plain: list[float]) -> Iterator[Line]:
    for name, share in (("médiane", 0.5), ("p95", 0.95)):
        reference = f"{figure(percentile(plain, share), 'ms')} (INSERT durable)"
        yield at_most(f"enregistrer un exemple, durable, {name}", percentile(saved, share), 30, "ms", reference)


def _sample(number: int) -> CaseStudy:
    return replace(_pattern(), slug=f"mesure-{number}", title=f"{_WORD}{number} de garde")


@cache
def _pattern() -> CaseStudy:
    (example,) = examples(1, seed=-1)
    return example


def _check_found(ground: Ground, number: int) -> None:
    hits = ground.many.engine.search(f"{_WORD}{number}", limit=1).hits
    if [hit.id for hit in hits] != [f"case:mesure-{number}"]:
        raise RuntimeError("a saved example is not found")


def _clean(ground: Ground) -> None:
    for record_id in ground.many.base.reader.ids():
        if record_id.startswith("case:mesure-"):
            ground.many.base.writer.delete(record_id, AUTHOR)
    ground.many.engine.follow()


def _plain_inserts(path: Path, count: int) -> list[float]:
    """Return the times of single durable inserts of as much text, without tables of links, journal or checks."""
    text = str(_sample(0))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS plain (text TEXT)")
        return [milliseconds(connection.execute, "INSERT INTO plain VALUES (?)", (text,)) for _ in range(count)]
