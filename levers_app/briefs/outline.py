"""The outline of the file: entries come as pages are drawn, and many sheets are put in the groups of the contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from levers_app.briefs.entries import Run


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An entry: its words, the name of the place where it leads, its level from 0, and whether it is shown closed."""

    title: str
    key: str
    level: int
    closed: bool


def also_named(runs: Sequence[Run]) -> dict[str, list[str]]:
    """Return the names of the heads of groups that a place has too: that of the first sheet under them."""
    found: dict[str, list[str]] = {}
    for run in runs:
        heads: list[str] = []
        for entry in run:
            if entry.heads:
                heads.append(entry.anchor)
            else:
                found[entry.anchor], heads = heads, []
    return found


def grouped(entries: Sequence[OutlineEntry], runs: Sequence[Run]) -> Iterator[OutlineEntry]:
    """Yield ``entries``, given in the order of pages, those of many sheets in a row under the heads of their run."""
    run_of = {entry.anchor: run for run in runs if run and run[0].heads for entry in run if not entry.heads}
    sheets: dict[str, list[OutlineEntry]] = {}
    loose: list[OutlineEntry | Run] = []
    current: list[OutlineEntry] = []
    for entry in entries:
        if entry.key in run_of:
            run = run_of[entry.key]
            if not any(item is run for item in loose):
                loose.append(run)
            current = sheets[entry.key] = [entry]
        elif current and entry.level > current[0].level:
            current.append(entry)
        else:
            current = []
            loose.append(entry)
    for item in loose:
        yield from [item] if isinstance(item, OutlineEntry) else _under_heads(item, sheets)


def _under_heads(run: Run, sheets: dict[str, list[OutlineEntry]]) -> Iterator[OutlineEntry]:
    for place, entry in enumerate(run):
        if entry.heads:
            yield OutlineEntry(entry.title, entry.anchor, entry.depth, closed=not run[place + 1].heads)
            continue
        first, *others = sheets.get(entry.anchor, [OutlineEntry(entry.title, entry.anchor, entry.depth, closed=True)])
        lower = entry.depth - first.level
        yield replace(first, level=entry.depth, closed=True)
        yield from (replace(other, level=other.level + lower) for other in others)
