"""What the home page shows; nothing to import: the window shows before the base is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from levers_app.desktop.rows import ListRow


@dataclass(frozen=True, slots=True)
class Tile:
    """A situation or family of the home page, with its counts."""

    target: str
    label: str
    counts: tuple[int, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class HomeData:
    """What the home page shows."""

    problems: tuple[Tile, ...]
    families: tuple[Tile, ...]
    recent: tuple[ListRow, ...]
    latest: tuple[ListRow, ...]
    counts: Mapping[str, int]
