"""What answers are made of: lines that say where they come from, counts of outcomes, and bad questions."""

from dataclasses import dataclass

from levers_app.catalogue.errors import LeviersError

POSITIVE, MIXED, NEGATIVE, UNEVALUATED = "positif", "mitige", "negatif", "non-evalue"
OUTCOMES = (POSITIVE, MIXED, NEGATIVE, UNEVALUATED)
PUBLISHED = "publie"

QPV, OUTSIDE, SEVERAL, UNKNOWN = "qpv", "hors-qpv", "mixte", "inconnu"
"""The territories of the vocabulary."""

OPEN, CLOSED, PARTLY, TO_CHECK = "open", "closed", "partly", "to-check"
"""Whether money or an agreement can be had on a site: « partly » is the part of it that is in a QPV."""


class UnfitQuestionError(LeviersError):
    """A question that has no answer; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of an answer.

    Attributes:
        kind: what it says, such as « evidence » or « condition »; stable, for icons and scripts.
        text: French, as it is shown.
        origins: ids of the records that it comes from, at most :data:`levers_app.insight.knowledge.MOST_ORIGINS`;
            or the rule (``rule:…``) where the program itself says so.
        total: how many records it comes from in all.
        sources: ids of the sources that the sheet cites for it.
    """

    kind: str
    text: str
    origins: tuple[str, ...]
    total: int = 0
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the sentence."""
        return self.text


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many examples ended so; one without a result counts among ``unevaluated`` and nowhere else."""

    positive: int = 0
    mixed: int = 0
    negative: int = 0
    unevaluated: int = 0

    @property
    def by_slug(self) -> dict[str, int]:
        """How many by outcome, in the order of :data:`OUTCOMES`."""
        return dict(zip(OUTCOMES, (self.positive, self.mixed, self.negative, self.unevaluated), strict=True))

    @property
    def met(self) -> tuple[tuple[str, int], ...]:
        """The same, those of none left out."""
        return tuple((slug, count) for slug, count in self.by_slug.items() if count)

    @property
    def total(self) -> int:
        """All of them."""
        return self.evaluated + self.unevaluated

    @property
    def evaluated(self) -> int:
        """Those whose result is known, failures included."""
        return self.positive + self.mixed + self.negative
