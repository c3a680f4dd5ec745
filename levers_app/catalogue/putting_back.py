"""Undoing a removal without touching what was written since."""

from typing import Any, TypeVar

Parts = TypeVar("Parts", str, tuple[Any, ...])


def put_back(before: Parts, after: Parts, now: Parts) -> Parts:
    """Return ``now`` with what was taken out of ``before`` to make ``after``, where it was.

    The three are texts, or lists of rows. When what stood on both sides of it was changed since, it comes last: nothing
    that was written is lost.
    """
    head = _common(before, after)
    tail = min(_common(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    gone_until, left_until = len(before) - tail, len(after) - tail
    if now[:left_until] == after[:left_until]:
        return before[:gone_until] + now[left_until:]
    left_from = len(now) - (len(after) - head)
    if left_from >= 0 and now[left_from:] == after[head:]:
        return now[:left_from] + before[head:]
    return now + before[head:gone_until]


def _common(left: Parts, right: Parts) -> int:
    """Return how many parts both begin with."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(left), len(right)))
