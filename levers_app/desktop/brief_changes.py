"""What can be done to the items of a note, each giving another note; no Qt here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from levers_app.catalogue.brief import MOST_COMPARED, Brief, ComparisonItem, Depth, Item, SheetItem


def moved(brief: Brief, place: int, to: int) -> Brief:
    """Return ``brief`` with an item at another place."""
    items = list(brief.items)
    items.insert(to, items.pop(place))
    return replace(brief, items=tuple(items))


def removed(brief: Brief, place: int) -> Brief:
    """Return ``brief`` without an item."""
    return replace(brief, items=(*brief.items[:place], *brief.items[place + 1 :]))


def inserted(brief: Brief, place: int, item: Item) -> Brief:
    """Return ``brief`` with an item before ``place``."""
    return replace(brief, items=(*brief.items[:place], item, *brief.items[place:]))


def with_item(brief: Brief, place: int, item: Item) -> Brief:
    """Return ``brief`` with another item at ``place``."""
    return replace(brief, items=(*brief.items[:place], item, *brief.items[place + 1 :]))


def with_depth(brief: Brief, place: int, depth: Depth, sections: Sequence[str] = ()) -> Brief:
    """Return ``brief`` with a sheet at another depth; ``sections`` are those to begin with when they are chosen."""
    item = brief.items[place]
    if not isinstance(item, SheetItem):
        return brief
    chosen = item.sections or tuple(sections) if depth == "chosen" else item.sections
    return with_item(brief, place, replace(item, depth=depth, sections=chosen))


def all_seen(brief: Brief, changed: Mapping[int, int]) -> Brief:
    """Return ``brief`` as the person accepts it: the sheets at these places were seen at these journal lines."""
    for place, seq in changed.items():
        item = brief.items[place] if place < len(brief.items) else None
        if isinstance(item, SheetItem):
            brief = with_item(brief, place, replace(item, seq=seq))
    return brief


def comparison_of(brief: Brief) -> ComparisonItem:
    """Return a comparison of the first levers of ``brief``."""
    levers = (record.partition(":")[2] for record in brief.records if record.startswith("lever:"))
    return ComparisonItem(tuple(levers)[:MOST_COMPARED])
