"""The description of a site and the levers kept for it, as plain data that outlives the window; no Qt here."""

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass, replace

from levers_app.catalogue.plain_data import read_as
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.insight.asked import INTENSITIES
from levers_app.insight.facts import UNKNOWN

SETTING = "situation"
"""Key of the personal setting that holds it."""
USUAL_INTENSITY = 3
"""Of a problem that was just chosen: the middle, for the person to move."""
LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem of the site, and how strong it is (1 to 5)."""

    problem: str
    intensity: int = USUAL_INTENSITY


@dataclass(frozen=True, slots=True)
class Description:
    """What a person says of a site.

    Attributes:
        troubles: the problems, in the order in which they were chosen.
        territory: a territory of the vocabulary.
        present: slugs of levers already in place.
        words: the person's own, which choose among examples.
        chosen: slugs of the levers kept for the plan.
    """

    troubles: tuple[Trouble, ...] = ()
    territory: str = UNKNOWN
    present: tuple[str, ...] = ()
    words: str = ""
    chosen: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said."""
        return self == Description()

    def with_lever(self, slug: str, *, on: bool) -> "Description":
        """Return the same with a lever kept for the plan, or no more."""
        others = tuple(each for each in self.chosen if each != slug)
        return replace(self, chosen=(*others, slug) if on else others)


def encoded(description: Description) -> dict[str, object]:
    """Return ``description`` as plain data that JSON holds."""
    return dataclasses.asdict(description)


def decoded(data: object, vocabulary: Vocabulary, levers: Collection[str]) -> Description:
    """Return what :func:`encoded` gave, without what this base does not know; a blank one of anything else."""
    try:
        read = read_as(Description, data)
    except ValueError:
        return Description()
    known = {
        trouble.problem: trouble
        for trouble in read.troubles
        if trouble.problem in vocabulary.problems and trouble.intensity in INTENSITIES
    }
    return Description(
        troubles=tuple(known.values()),
        territory=read.territory if read.territory in vocabulary.territories else UNKNOWN,
        present=_known(read.present, levers),
        words=read.words[:LONGEST_WORDS],
        chosen=_known(read.chosen, levers),
    )


def _known(slugs: tuple[str, ...], levers: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slug for slug in slugs if slug in levers))
