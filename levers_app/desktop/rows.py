"""What a list shows, as plain data: rows, facets, what to try instead. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from levers_app.desktop.place import Order

if TYPE_CHECKING:  # the window names rows before the search is imported
    from levers_app.search.remarks import Remark

Marked = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it answers the query."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list.

    Attributes:
        id: record id that the row opens.
        mark: slug of the sign at left (family, outcome or kind).
        meta: kind, family or place, period.
        title, snippet: texts with the words of the query marked.
        note: words at right (outcome, evidence), ``strength`` its bars when it is a strength of evidence.
        flag: what is to be done about the record, in the colour of warnings.
        group: heading above the row, when it is the first of a group.
        names: what else the record is called: short title, sigles.
    """

    id: str
    mark: str
    meta: str
    title: Marked
    snippet: Marked = ()
    note: str = ""
    strength: str = ""
    group: str = ""
    names: tuple[str, ...] = ()
    flag: str = ""

    @property
    def plain_title(self) -> str:
        """Title without marks."""
        return "".join(text for text, _ in self.title)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        snippet = "".join(text for text, _ in self.snippet)
        return ". ".join(part for part in (self.plain_title, self.meta, self.flag, self.note, snippet) if part)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet with its count in the present result; ``names`` are further words that find it."""

    slug: str
    label: str
    count: int
    mark: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values in the order of display.

    Attributes:
        name: its name in the search.
        label: the words on its chip.
        values: those of the present result, and the chosen ones.
        usual: its chip stands in the row even when nothing is chosen; the others wait behind « Plus ».
        find: what the field says that finds among many values; empty where they are never many.
        spells_label: a value by itself does not tell what it is about (« Non précisé »).
    """

    name: str
    label: str
    values: tuple[FacetValue, ...]
    usual: bool = True
    find: str = ""
    spells_label: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way on where nothing was found: what to do, its words, what it gives.

    ``key`` is ``words:…``, ``filter:…`` (the one to take off), ``filters`` (all of them) or ``record:…``.
    """

    key: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A page's list.

    Attributes:
        rows: the first rows; ``total`` counts all.
        heading: « 48 résultats », « 113 exemples ».
        kinds: results of each kind of record, for the tabs of a search.
        facets: filters with their counts.
        order: how the rows are sorted; « relevance » only where there are words to rank by.
        note: one sentence about the search, such as how far the index is.
        remarks: what is said of the words: corrected, left out, doubtful.
        why: why nothing was found, where that is not plain.
        milliseconds: time of the search, 0 when none was made.
        suggestions: what to try when nothing was found.
    """

    rows: tuple[ListRow, ...]
    total: int
    heading: str
    kinds: Mapping[str, int] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    order: Order = "title"
    note: str = ""
    milliseconds: float = 0.0
    suggestions: tuple[Suggestion, ...] = ()
    remarks: "tuple[Remark, ...]" = ()
    why: str = ""
