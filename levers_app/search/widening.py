"""Other words for the same thing: groups of synonyms, sigles and their long forms.

They widen a query; what they find ranks below what the person's own words find.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from levers_app.catalogue.language import Language
from levers_app.catalogue.records import Card, GlossaryTerm
from levers_app.search.analysis import stems

SYNONYM_WEIGHT = 0.3
SIGLE_WEIGHT = 0.7
EVERYDAY_WEIGHT = 0.8
PROBLEM_MARK = "#"
"""First character of the term that stands for a situation of a record: ``#occupation-halls``."""
_MAX_NAME = 6
"""Longest everyday name of a lever, in words, that may widen a query."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words, in the order in which they must follow each other, and how much finding them is worth."""

    stems: Stems
    weight: float

    @property
    def problem(self) -> str:
        """Slug of the situation that it is, if it is one and not words."""
        return self.stems[0].removeprefix(PROBLEM_MARK) if self.stems[0].startswith(PROBLEM_MARK) else ""


class Widening:
    """Knows, for a run of stems, what else may be looked for."""

    def __init__(
        self,
        language: Language,
        glossary: Iterable[GlossaryTerm] = (),
        cards: Iterable[Card] = (),
    ) -> None:
        """Gather synonyms, glossary sigles with their long forms, the everyday names of levers and of situations."""
        self._french = language.french
        found: dict[Stems, dict[Stems, float]] = defaultdict(dict)
        for group in language.synonyms:
            _add(found, group, SYNONYM_WEIGHT)
        for card in cards:
            if card.kind == "lever":
                _add(found, card.acronyms, SYNONYM_WEIGHT)
        for term in glossary:
            _add(found, (term.term, term.expansion), SIGLE_WEIGHT)
        for problem, words in language.everyday.items():
            for name in (stems(word) for word in words):
                if 0 < len(name) <= _MAX_NAME:
                    found[name].setdefault((PROBLEM_MARK + problem,), EVERYDAY_WEIGHT)
        self._others: Mapping[Stems, tuple[Alternative, ...]] = {
            own: tuple(Alternative(other, weight) for other, weight in others.items()) for own, others in found.items()
        }
        self._longest = max(map(len, self._others), default=1)

    def knows(self, words: Stems) -> bool:
        """Tell whether there are other words for ``words``."""
        return words in self._others

    def ordinary(self, word: str) -> bool:
        """Tell whether a folded word is an ordinary one of French: no typing error, even if the base lacks it."""
        return word in self._french

    def runs(self, words: Sequence[str]) -> list[tuple[int, int, tuple[Alternative, ...]]]:
        """Cut the stems ``words`` into runs, longest known ones first: (start, end, alternatives)."""
        runs = []
        start = 0
        while start < len(words):
            end = self._end_of_run(words, start)
            runs.append((start, end, self._others.get(tuple(words[start:end]), ())))
            start = end
        return runs

    def _end_of_run(self, words: Sequence[str], start: int) -> int:
        ends = range(min(start + self._longest, len(words)), start + 1, -1)
        return next((end for end in ends if tuple(words[start:end]) in self._others), start + 1)


def _add(found: dict[Stems, dict[Stems, float]], group: Iterable[str], weight: float) -> None:
    names = dict.fromkeys(name for text in group if 0 < len(name := stems(text)) <= _MAX_NAME and _tells(name))
    for own in names:
        for other in names:
            if other != own and not _contains(other, own):
                found[own][other] = max(weight, found[own].get(other, 0.0))


def _tells(name: Stems) -> bool:
    """Tell whether a name is more than a figure: what is left of « 5 I » is found everywhere."""
    return len(name) > 1 or len(name[0]) > 1


def _contains(longer: Stems, shorter: Stems) -> bool:
    """Tell whether a name only adds words to another: looking for it would find nothing more."""
    return set(shorter) <= set(longer)
