"""Row of the index: all of it built again, from the base to the files."""

from collections.abc import Iterator
from contextlib import closing

from benchmarks.full_text import FullText
from benchmarks.ground import Ground
from benchmarks.harness import Line, at_least, decimal, stopwatch


def full_index(ground: Ground) -> Iterator[Line]:
    """Documents a second, reading them included, beside FTS5 doing the same."""
    with closing(ground.reference()) as table:
        yield build_rate(ground, table)


def build_rate(ground: Ground, table: FullText) -> Line:
    """Build the index, and fill ``table``, which is empty."""
    services = ground.filled
    count = sum(services.kinds().values())
    with stopwatch() as seconds:
        services.engine.rebuild()
        ours = count / seconds()
    with stopwatch() as seconds:
        theirs = table.index(ground.documents()) / seconds()
    reference = f"{decimal(theirs, 0)} documents/s (FTS5)"
    return at_least(f"index complet de {decimal(count, 0)} fiches", ours, 400, "documents/s", reference)
