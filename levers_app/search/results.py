"""What a search gives back, and what the index says of itself: plain data for any thread."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from levers_app.catalogue.records import Card, Kind
from levers_app.search.facets import Counts
from levers_app.search.snippets import Span

Sort = Literal["relevance", "title", "date", "place"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found; ``snippet`` is the passage that shows best why."""

    card: Card
    title: tuple[Span, ...]
    score: float
    snippet: tuple[Span, ...]

    @property
    def id(self) -> str:
        """Id of the record."""
        return self.card.id

    @property
    def kind(self) -> Kind:
        """Kind of the record."""
        return self.card.kind


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A field whose value names nothing: ``near`` are values that exist."""

    field: str
    value: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what a search found.

    Attributes:
        query: the text searched for.
        total: number of records found; ``hits`` are those of the page asked for.
        facets: what each value of each facet would give.
        milliseconds: time taken.
        complete: false while the index is missing and only titles and summaries were searched.
        left_out: words, as typed, that no result holds together with the others.
        corrected: (as typed, as understood) for words that looked like typing errors.
        better: (as typed, as it may be meant) for rare words one letter away from a frequent one.
        unknown: fields whose value names nothing.
    """

    query: str
    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Counts = field(default_factory=dict)
    milliseconds: float = 0.0
    complete: bool = True
    left_out: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    better: tuple[tuple[str, str], ...] = ()
    unknown: tuple[UnknownValue, ...] = ()


class IndexCondition(Enum):
    """How the index stands to the base."""

    READY = "à jour"
    BEHIND = "en retard"
    UNUSABLE = "à reconstruire"
    BUILDING = "en construction"


@dataclass(frozen=True, slots=True)
class Status:
    """The index as the status bar shows it: its condition, and the number of records that it holds."""

    condition: IndexCondition
    documents: int = 0
    done: int = 0
    total: int = 0

    def __str__(self) -> str:
        """Say it in French: « index à jour », « index en construction (120 sur 400) »."""
        building = self.condition is IndexCondition.BUILDING and self.total > 0
        return f"index {self.condition.value}" + (f" ({self.done} sur {self.total})" if building else "")


@dataclass(frozen=True, slots=True)
class IndexCheck:
    """A comparison of index and base: ids that only one of them has."""

    condition: IndexCondition
    missing: frozenset[str] = frozenset()
    extra: frozenset[str] = frozenset()

    @property
    def sound(self) -> bool:
        """Whether index and base hold the same records."""
        return self.condition is IndexCondition.READY and not self.missing and not self.extra
