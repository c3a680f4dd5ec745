"""What search needs of the base: a part of ``store.reading.Reader``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from levers_app.catalogue.records import Card, GlossaryTerm
from levers_app.search.documents import Indexable


class Line(Protocol):
    """A line of the journal."""

    @property
    def seq(self) -> int:
        """Its number."""

    @property
    def record_id(self) -> str:
        """The record that was written or deleted."""

    @property
    def at(self) -> str:
        """When."""


class Source(Protocol):
    """Reads the base. Any thread may call it; each call sees one moment of it."""

    def cards(self) -> Sequence[Card]:
        """Return the cards of every record."""

    def cards_of(self, ids: Iterable[str]) -> dict[str, Card]:
        """Return some cards by id; unknown ids are left out."""

    def records(self, ids: Iterable[str]) -> Iterator[Indexable]:
        """Yield some whole records; unknown ids are left out."""

    def glossary(self) -> Sequence[GlossaryTerm]:
        """Return the glossary."""

    def ids(self) -> set[str]:
        """Return the id of every record."""

    def base_id(self) -> str:
        """Return the identifier of the base."""

    def journal_after(self, seq: int, limit: int = 1000) -> Sequence[Line]:
        """Return journal lines with numbers above ``seq``, in order."""

    def last_journal_line(self) -> Line | None:
        """Return the last line of the journal."""
