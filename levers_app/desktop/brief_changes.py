"""What can be done to the items of a note, each giving another note; no Qt here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from levers_app.catalogue.actions import CARRIERS
from levers_app.catalogue.brief import (
    MOST_COMPARED,
    Brief,
    ComparisonItem,
    Depth,
    Item,
    SheetItem,
    TextItem,
    side_by_side,
)
from levers_app.catalogue.records import slug_of
from levers_app.desktop import sequences


def moved(brief: Brief, place: int, to: int) -> Brief:
    """Return ``brief`` with an item at another place."""
    return replace(brief, items=sequences.moved(brief.items, place, to))


def removed(brief: Brief, place: int) -> Brief:
    """Return ``brief`` without an item."""
    return replace(brief, items=sequences.removed(brief.items, place))


def inserted(brief: Brief, place: int, item: Item) -> Brief:
    """Return ``brief`` with an item before ``place``."""
    return replace(brief, items=sequences.inserted(brief.items, place, item))


def with_item(brief: Brief, place: int, item: Item) -> Brief:
    """Return ``brief`` with another item at ``place``."""
    return replace(brief, items=sequences.with_item(brief.items, place, item))


def with_depth(brief: Brief, place: int, depth: Depth, sections: Sequence[str] = ()) -> Brief:
    """Return ``brief`` with a sheet at another depth; ``sections`` are those to begin with when they are chosen."""
    item = brief.items[place]
    if not isinstance(item, SheetItem):
        return brief
    chosen = item.sections or tuple(sections) if depth == "chosen" else item.sections
    return with_item(brief, place, replace(item, depth=depth, sections=chosen))


def seen(brief: Brief, place: int, lines: Mapping[str, int]) -> Brief:
    """Return ``brief`` as the person accepts it: the records at ``place`` were seen at these journal lines."""
    item = brief.items[place] if place < len(brief.items) else None
    if isinstance(item, SheetItem):
        return with_item(brief, place, replace(item, seq=lines.get(item.record, item.seq)))
    if isinstance(item, ComparisonItem):
        now = {slug: lines.get(f"lever:{slug}", seq) for slug, seq in item.seen.items()}
        return with_item(brief, place, side_by_side(now, item.title))
    return brief


def with_carriers(brief: Brief, place: int, text: str) -> Brief:
    """Return ``brief`` with who carries and pays for the actions at ``place``: where it was said, or after them."""
    said = [n for n, item in enumerate(brief.items) if isinstance(item, TextItem) and item.text.startswith(CARRIERS)]
    return with_item(brief, said[0], TextItem(text)) if said else inserted(brief, place + 1, TextItem(text))


def place_for(brief: Brief, record: str) -> int:
    """Return where a record is added: after its like, or under the heading that a model has for it; else at the end."""
    texts = [place for place, item in enumerate(brief.items) if isinstance(item, TextItem)]
    alike = [place for place, item in enumerate(brief.items) if _is_like(item, record)]
    if not texts:
        return len(brief.items)
    if alike:
        return alike[-1] + 1
    return texts[2] if len(texts) > 2 and record.startswith("lever:") else len(brief.items)


def _is_like(item: Item, record: str) -> bool:
    """Tell whether both are levers, or neither is."""
    if isinstance(item, ComparisonItem):
        return record.startswith("lever:")
    return isinstance(item, SheetItem) and item.record.startswith("lever:") == record.startswith("lever:")


def comparison_of(brief: Brief) -> ComparisonItem:
    """Return a comparison of the first levers of ``brief``."""
    levers = ((slug_of(id_), seq) for id_, seq in brief.seen.items() if id_.startswith("lever:"))
    return side_by_side(dict(islice(levers, MOST_COMPARED)))
