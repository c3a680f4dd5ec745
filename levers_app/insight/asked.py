"""What is asked: a situation and levers, checked against what the base knows before anything is answered.

The same question asked in another order is the same value: problems and levers take the order of the base.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from levers_app.catalogue.typography import NBSP, quoted
from levers_app.catalogue.vocabulary import Entry
from levers_app.insight.facts import UNKNOWN, UnfitQuestionError
from levers_app.insight.knowledge import Knowledge
from levers_app.sheets.wording import listed

INTENSITIES = range(1, 6)


@dataclass(frozen=True, slots=True)
class Situation:
    """A site as a person describes it; :func:`situation` makes one.

    Attributes:
        problems: each problem with its intensity, in the order of the vocabulary.
        territory: a territory of the vocabulary.
        present: levers already in place.
        named: examples in which the search finds the person's own words.
    """

    problems: tuple[tuple[str, int], ...]
    territory: str = UNKNOWN
    present: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()

    @property
    def intensity(self) -> int:
        """That of the problem that weighs most."""
        return max(intensity for _, intensity in self.problems)


def situation(
    knowledge: Knowledge,
    problems: Iterable[tuple[str, int]],
    territory: str = UNKNOWN,
    present: Iterable[str] = (),
    named: Iterable[str] = (),
) -> Situation:
    """Return what a person describes, in the order of the base.

    Args:
        knowledge: what the base knows.
        problems: slugs of problems, each with an intensity of 1 to 5; said twice alike, it is said once.
        territory: a territory of the vocabulary.
        present: slugs of levers already in place.
        named: ids of the examples in which the search finds the person's own words; those not known are left out.

    Raises:
        UnfitQuestionError: nothing is chosen, or something is unknown or contradicts the rest.
    """
    known, said = knowledge.vocabulary.problems, list(problems)
    _check_known("problème", [slug for slug, _ in said], known)
    chosen = _intensities(said, known)
    if not chosen:
        raise UnfitQuestionError(
            "Aucun problème n’est choisi. Choisissez-en au moins un, avec son intensité de 1 à 5, pour savoir quels "
            "leviers y répondent.",
        )
    _check_known("territoire", (territory,), knowledge.vocabulary.territories)
    ordered = tuple((slug, chosen[slug]) for slug in known if slug in chosen)
    found = frozenset(named)
    found = found and found.intersection(case.id for case in knowledge.cases)
    return Situation(ordered, territory, levers(knowledge, present), found)


def levers(knowledge: Knowledge, chosen: Iterable[str]) -> tuple[str, ...]:
    """Return the slugs ``chosen``, each once, by title.

    Raises:
        UnfitQuestionError: one names no lever of the base.
    """
    wanted = set(chosen)
    _check_known("levier", wanted, knowledge.levers)
    return tuple(slug for slug in knowledge.levers if slug in wanted)


def _intensities(problems: Iterable[tuple[str, int]], known: Mapping[str, Entry]) -> dict[str, int]:
    said: dict[str, set[int]] = defaultdict(set)
    for slug, intensity in problems:
        if intensity not in INTENSITIES:
            raise UnfitQuestionError(
                f"L’intensité va de 1 (gêne occasionnelle) à 5 (emprise forte){NBSP}: {intensity} n’en est pas une.",
            )
        said[slug].add(intensity)
    for slug, several in said.items():
        if len(several) > 1:
            both = listed([str(intensity) for intensity in sorted(several)])
            raise UnfitQuestionError(
                f"{quoted([known[slug].label])} a plusieurs intensités à la fois, {both}{NBSP}: n’en gardez qu’une.",
            )
    return {slug: next(iter(several)) for slug, several in said.items()}


def _check_known(what: str, chosen: Collection[str], known: Mapping[str, object]) -> None:
    strange = sorted(set(chosen) - known.keys())
    if strange:
        advice = f"Choisissez-en un de la base{NBSP}: {listed(list(known)[:6])}…" if known else "La base n’en a aucun."
        raise UnfitQuestionError(f"{quoted(strange)} n’est pas un {what} connu. {advice}")
