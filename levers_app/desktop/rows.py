"""What a list shows of a record; no Qt here, and nothing to import: the window shows before the base is read."""

from dataclasses import dataclass

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
        group: heading above the first row of a group; empty when the list has no groups.
    """

    id: str
    mark: str
    meta: str
    title: Marked
    snippet: Marked = ()
    note: str = ""
    strength: str = ""
    group: str = ""

    @property
    def plain_title(self) -> str:
        """Title without marks."""
        return "".join(text for text, _ in self.title)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        snippet = "".join(text for text, _ in self.snippet)
        return ". ".join(part for part in (self.plain_title, self.meta, self.note, snippet) if part)
