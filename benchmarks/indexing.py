"""Row of the index: all of it built again, from the base to the files."""

from collections.abc import Iterator

from benchmarks.full_text import FullText
from benchmarks.ground import Ground
from benchmarks.harness import Line, at_least, decimal, stopwatch


def full_index(ground: Ground) -> Iterator[Line]:
    """Documents a second, reading them included, beside FTS5 doing the same."""
    count = sum(ground.many.kinds().values())
    with stopwatch() as seconds:
        ground.many.engine.rebuild()
        ours = count / seconds()
    table = FullText(ground.root / "reference.db")
    try:
        with stopwatch() as seconds:
            theirs = table.index(ground.documents()) / seconds()
    finally:
        table.close()
    reference = f"{decimal(theirs, 0)} documents/s (FTS5)"
    yield at_least(f"index complet de {decimal(count, 0)} fiches", ours, 400, "documents/s", reference)
