"""The order in which a line is drawn: Arabic and Hebrew are read from right to left, and drawn last letter first."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal, TypeVar

Direction = Literal["L", "R"]
T = TypeVar("T")

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def is_mixed(text: str) -> bool:
    """Tell whether some of ``text`` is read from right to left."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def main_direction(text: str) -> Direction:
    """Return the direction of most letters of ``text``: a French sentence may begin with a word of Hebrew."""
    return "R" if 2 * len(_FROM_RIGHT.findall(text)) > sum(map(str.isalpha, text)) else "L"


def in_drawing_order(pieces: Sequence[tuple[str, T]], direction: Direction) -> list[tuple[str, T]]:
    """Return the pieces of one line from left to right, in a paragraph of that direction.

    A piece is a text and whatever goes with each of its characters (a face, a link); it comes back in parts.
    """
    owners = [owner for text, owner in pieces for _ in text]
    placed = _ordered("".join(text for text, _ in pieces), direction)
    groups = groupby(placed, lambda pair: id(owners[pair[1]]))
    parts = [list(group) for _, group in groups]
    return [("".join(character for character, _ in part), owners[part[0][1]]) for part in parts]


def _ordered(text: str, direction: Direction) -> list[tuple[str, int]]:
    """Return characters from left to right (brackets turned round), each with its place in ``text``."""
    from bidi import algorithm as bidi  # noqa: PLC0415 - few briefs have a word of Arabic or Hebrew

    # What bidi.get_display does, keeping the place of each character, which it does not tell.
    line = bidi.get_empty_storage()
    line["base_level"] = int(direction == "R")
    bidi.get_embedding_levels(text, line)
    for place, character in enumerate(line["chars"]):
        character["place"] = place
        if character["type"] in ("", "BN"):  # codes without a meaning, which the steps refuse or drop
            character["type"] = "L"
    bidi.explicit_embed_and_overrides(line)
    bidi.resolve_weak_types(line)
    for step in (
        bidi.resolve_neutral_types,
        bidi.resolve_implicit_levels,
        bidi.reorder_resolved_levels,
        bidi.apply_mirroring,
    ):
        step(line, debug=False)
    return [(character["ch"], character["place"]) for character in line["chars"]]
