"""Where the person is, and the way back: plain data, like a browser's addresses."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

DRAFT_MARK = "draft:"
"""Begins the record of a place at which a draft is open."""
BRIEF_MARK = "brief:"
"""The same for a note."""
UNSAVED_MARK = "unsaved:"
"""Begins the id of a row for what was typed about a lever, or in its « Chez nous », and not saved."""
Page = Literal[
    "home",
    "problems",
    "levers",
    "cases",
    "texts",
    "terms",
    "favourites",
    "recent",
    "search",
    "drafts",
    "entry",
    "review",
    "notes",
    "brief",
    "situation",
    "compare",
    "map",
]
OWN_PAGES: frozenset[Page] = frozenset({"entry", "notes", "brief", "situation", "compare", "map"})
"""Those that show neither a list nor a sheet."""
ADVICE_PAGES: frozenset[Page] = frozenset({"situation", "compare", "map"})
"""Those that answer from all of the base."""
Depth = Literal["essential", "full"]
Order = Literal["relevance", "date", "place", "title", "family"]

SORTS: Mapping[Page, tuple[Order, ...]] = {
    "levers": ("family", "title"),
    "cases": ("date", "title", "place"),
    "review": ("date", "title", "place"),
    "search": ("relevance", "date", "place", "title"),
}
SORT_LABELS = {"relevance": "pertinence", "date": "date", "place": "lieu", "title": "titre", "family": "famille"}
KIND_LABELS = {"lever": "Leviers", "case": "Exemples", "text": "Textes", "term": "Glossaire"}
"""The kinds of records that are listed, in the order of the tabs above results."""


class Place(NamedTuple):
    """Everything needed to show a place again.

    Attributes:
        page: entry of the navigation, or ``search``.
        query: words in the search field.
        filters: chosen slugs of each facet.
        sort: order of the list.
        record: id of the open sheet, or ``""``.
        reading: the sheet was opened on purpose (in a narrow window it stands in front of the list).
        depth: depth of the sheet.
        list_scroll, sheet_scroll: positions of the scroll bars, in pixels.
    """

    page: Page = "home"
    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    sort: Order = "relevance"
    record: str = ""
    reading: bool = False
    depth: Depth = "essential"
    list_scroll: int = 0
    sheet_scroll: int = 0

    def same_list(self, other: "Place") -> bool:
        """Whether both places show the same list."""
        mine = (self.page, self.query, dict(self.filters), self.sort)
        return mine == (other.page, other.query, dict(other.filters), other.sort)


class History:
    """Places behind and ahead of the current one; at most ``limit`` are kept."""

    def __init__(self, start: Place, limit: int = 200) -> None:
        """Begin at ``start``."""
        self._places = [start]
        self._at = 0
        self._limit = limit

    @property
    def current(self) -> Place:
        """The place shown."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place ahead."""
        return self._at + 1 < len(self._places)

    def go(self, place: Place) -> None:
        """Move to a new place; what was ahead is forgotten."""
        if place == self.current:
            return
        self._places[self._at + 1 :] = [place]
        del self._places[: -self._limit]
        self._at = len(self._places) - 1

    def update(self, **changes: object) -> None:
        """Change the current place without a new step: scrolling, typing, filtering as one goes."""
        self._places[self._at] = self.current._replace(**changes)  # type: ignore[arg-type]

    def back(self) -> Place:
        """Step back (stay at the first place) and return where one is."""
        self._at = max(0, self._at - 1)
        return self.current

    def forward(self) -> Place:
        """Step forward (stay at the last place) and return where one is."""
        self._at = min(len(self._places) - 1, self._at + 1)
        return self.current


def sheet_of(row: str) -> str:
    """Return the id of the sheet beside a row: the row's own, or the lever that something was typed about."""
    return f"lever:{row.rpartition(':')[2]}" if row.startswith(UNSAVED_MARK) else row
