"""Where a list may be cut: no item of it stays alone at the foot of a column, or comes alone to the top of the next."""

from collections.abc import Sequence
from itertools import takewhile

from reportlab.platypus import Flowable

from levers_app.briefs.prose import Prose

_TOO_FEW = 3
"""Items that stay together: of three, one would be alone wherever they are cut."""


def is_item(piece: Flowable) -> bool:
    """Tell whether ``piece`` is an item of a list, short enough not to be cut."""
    return isinstance(piece, Prose) and bool(piece.bulletText) and piece.stays_whole


def leaves_one_alone(before: Sequence[Flowable], after: Sequence[Flowable]) -> bool:
    """Tell whether a cut between ``before`` and ``after`` parts one item from the others of its list."""
    if not before or not after or not is_item(before[-1]) or not is_item(after[0]):
        return False
    others = (*before[-2:-1], *after[1:2])
    return len(others) < 2 or not all(map(is_item, others))


def beginning(pieces: Sequence[Flowable]) -> int:
    """Return how many of ``pieces`` stand together at the foot of a page: one, or the first items of a list."""
    items = sum(1 for _ in takewhile(is_item, pieces[: _TOO_FEW + 1]))
    return 2 if items > _TOO_FEW else max(1, items)


def keep_last_two(pieces: Sequence[Prose]) -> None:
    """Have the last but one item of each list in ``pieces``, which are laid out, wait for the last."""
    for place in range(len(pieces) - 1):
        item, last = pieces[place : place + 2]
        if is_item(item) and is_item(last) and not any(map(is_item, pieces[place + 2 : place + 3])):
            item.need = item.height + max(item.getSpaceAfter(), last.getSpaceBefore()) + last.height
