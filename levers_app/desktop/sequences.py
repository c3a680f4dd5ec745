"""Items of a tuple put elsewhere, each time giving another tuple; no Qt here."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def inserted(items: Sequence[T], place: int, *new: T) -> tuple[T, ...]:
    """Return the items with ``new`` ones before ``place``."""
    return (*items[:place], *new, *items[place:])


def removed(items: Sequence[T], place: int) -> tuple[T, ...]:
    """Return the items without one."""
    return (*items[:place], *items[place + 1 :])


def moved(items: Sequence[T], place: int, to: int) -> tuple[T, ...]:
    """Return the items with one at another place."""
    return inserted(removed(items, place), to, items[place])


def with_item(items: Sequence[T], place: int, item: T) -> tuple[T, ...]:
    """Return the items with another one at ``place``."""
    return (*items[:place], item, *items[place + 1 :])
