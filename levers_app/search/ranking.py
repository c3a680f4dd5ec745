"""Finds and ranks: from a query to scored cards.

A query is a conjunction of runs (one word, or several that are one known name); a run is satisfied by the person's own
words or, for less, by other words for the same thing. When nothing satisfies all runs, what satisfies the most of them
comes instead, and the words left out are named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from levers_app.catalogue.records import Card, Kind
from levers_app.search.analysis import stem
from levers_app.search.query import Clause, Query
from levers_app.search.schema import NAME_MARK, START_LETTERS, START_MARK
from levers_app.search.snippets import NOTHING_SOUGHT, Sought
from levers_app.search.spelling import nearest
from levers_app.search.view import IndexView, Postings
from levers_app.search.widening import Alternative, Widening

KIND_WEIGHT: dict[Kind, float] = {"lever": 1.15, "case": 1.0, "text": 0.8, "term": 0.75, "problem": 0.0}
_NAME_BONUS = 12.0
_COMPLETION_WEIGHT = 0.7
_MAX_COMPLETIONS = 40
_ENOUGH_STARTS = 8
"""Cards whose name begins with a few letters: with fewer of them, all words of all texts are completed."""
LONG = 4
"""A query of that many words is a sentence: most of its words are enough, the more the better."""
_KNOWN_NAME = 2.0
"""How much more other words are worth for a name of several words, which is less often meant otherwise."""
_SCATTERED = 0.5
"""What the words of a known name (« entrée d’immeuble ») are worth when they do not follow each other."""
_COVERAGE = 1.0
_RARE = 0.5
_PARTIAL = 0.6
"""How near to the best partial result another one must come."""

Scores = dict[int, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a query finds.

    Attributes:
        scores: card position -> score.
        sought: what was looked for, to be marked in texts.
        left_out: words, as typed, that the results do not hold.
        corrected: (as typed, as understood) for the words that looked like typing errors.
    """

    scores: Scores
    sought: Sought = NOTHING_SOUGHT
    left_out: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Part:
    """A clause and what it finds by itself."""

    clause: Clause
    worth: float
    scores: Scores


@dataclass(slots=True)
class _Run:
    """Clauses that are one thing, and what other words for it find."""

    parts: Sequence[_Part]
    others: Scores

    def satisfied(self) -> set[int]:
        """Return the cards that hold all the person's words, or others for the same thing."""
        return self._whole() | self.others.keys()

    def scores(self) -> Scores:
        """Return what each card scores: for the person's words, or for others where those are missing."""
        total = dict(self.parts[0].scores)
        for part in self.parts[1:]:
            _add(total, part.scores)
        if not self.others:
            return total
        whole = self.parts[0].scores if len(self.parts) == 1 else self._whole()
        return total | {
            position: max(score, total.get(position, 0.0))
            for position, score in self.others.items()
            if position not in whole
        }

    def shares(self) -> Scores:
        """Return how much of the run each card satisfies: its words count by their rarity."""
        worths = [part.worth**_RARE for part in self.parts]
        total = dict.fromkeys(self.parts[0].scores, worths[0])
        for part, worth in zip(self.parts[1:], worths[1:], strict=True):
            _add(total, dict.fromkeys(part.scores, worth))
        return total | dict.fromkeys(self.others, sum(worths))

    def _whole(self) -> set[int]:
        return set.intersection(*(set(part.scores) for part in self.parts))


class Ranker:
    """Ranks the cards of one state of the index."""

    def __init__(self, view: IndexView, widening: Widening, cards: Sequence[Card]) -> None:
        """Keep what a search needs."""
        self._view = view
        self._widening = widening
        self._kind_weight = [KIND_WEIGHT[card.kind] for card in cards]

    def rank(self, query: Query) -> Ranked:
        """Return what ``query`` finds; nothing when it has no word that tells something."""
        if not query.wanted:
            return Ranked({})
        clauses, corrected = self._corrected(query.wanted)
        runs = self._runs(clauses)
        unwanted = self._unwanted(query.unwanted)
        strict = set.intersection(*(run.satisfied() for run in runs)) - unwanted
        whole = strict and len(clauses) < LONG
        scores, left_out = (_strict_scores(runs, strict), ()) if whole else _partial_scores(runs, unwanted)
        self._weigh(scores, clauses)
        return Ranked(scores, self._sought(clauses), left_out, corrected)

    def sought(self, query: Query) -> Sought:
        """Return what ``query`` looks for in texts, without ranking anything."""
        return self._sought(self._corrected(query.wanted)[0])

    def _corrected(self, clauses: Iterable[Clause]) -> tuple[list[Clause], tuple[tuple[str, str], ...]]:
        """Replace the words that exist nowhere by the nearest ones that do."""
        result, corrected = [], []
        for clause in clauses:
            better = self._nearest(clause)
            result.append(better or clause)
            if better and better.text != clause.text:
                corrected.append((clause.text, better.text))
        return result, tuple(corrected)

    def _nearest(self, clause: Clause) -> Clause | None:
        if len(clause.words) > 1 or self._widening.knows((stem(clause.words[0]),)):
            return None
        lexicon = self._view.lexicon
        if len(self._view.term(stem(clause.words[0]))):
            return None
        singular = clause.words[0].removesuffix("nt")
        if singular in lexicon or len(self._view.term(stem(singular))):
            return replace(clause, words=(singular,))
        word = nearest(clause.words[0], lexicon, lambda w: len(self._view.term(stem(w))), clause.unfinished)
        return Clause(lexicon.accented(word), (word,), unfinished=clause.unfinished) if word else None

    def _runs(self, clauses: Sequence[Clause]) -> list[_Run]:
        parts = [self._part(clause) for clause in clauses]
        runs = self._widening.runs(_names(clauses))
        return [self._run(parts[start:end], alternatives) for start, end, alternatives in runs]

    def _run(self, parts: Sequence[_Part], alternatives: Iterable[Alternative]) -> _Run:
        if len(parts) > 1:
            together = set(self._view.phrase(tuple(_stems(part.clause)[0] for part in parts)).positions)
            for part in parts:
                _lower(part.scores, together)
        return _Run(parts, self._others(alternatives, _KNOWN_NAME if len(parts) > 1 else 1.0))

    def _part(self, clause: Clause) -> _Part:
        """Find a clause: its own words, joined by hyphens or not, then what its unfinished word may become."""
        same = [self._view.phrase(_stems(clause))]
        if clause.joined:
            same.append(self._view.term(stem(clause.joined)))
        begun = self._begun(clause) if clause.unfinished else []
        worth = self._view.rarity(len(set().union(*(postings.positions for postings in (*same, *begun)))))
        scores: Scores = {}
        for postings in begun:
            _raise(scores, postings.scores(worth * _COMPLETION_WEIGHT))
        for postings in same:
            _raise(scores, postings.scores(worth))
        return _Part(clause, worth, scores)

    def _begun(self, clause: Clause) -> list[Postings]:
        """Return what an unfinished clause may become; of several words, all but the last must be there."""
        *whole, last = clause.words
        completions = self._completions(last)
        if whole:
            before = set(self._view.phrase(tuple(map(stem, whole))).positions)
            completions = [postings.among(before) for postings in completions]
        return completions + (self._completions(clause.joined) if clause.joined else [])

    def _completions(self, beginning: str) -> list[Postings]:
        """Return what the words beginning so find; of one to three letters, first those of titles and names."""
        view = self._view
        if len(beginning) <= START_LETTERS:
            starts = view.term(START_MARK + beginning)
            if len(starts) >= _ENOUGH_STARTS or len(beginning) == 1:
                return [starts]
        stems = dict.fromkeys(stem(word) for word in view.lexicon.starting_with(beginning))
        return [view.term(word) for word in list(stems)[:_MAX_COMPLETIONS]]

    def _others(self, alternatives: Iterable[Alternative], factor: float) -> Scores:
        scores: Scores = {}
        for alternative in alternatives:
            found = self._view.phrase(alternative.stems)
            _raise(scores, found.scores(factor * alternative.weight * self._view.rarity(len(found))))
        return scores

    def _unwanted(self, clauses: Iterable[Clause]) -> set[int]:
        found: set[int] = set()
        for clause in clauses:
            found.update(self._view.phrase(_stems(clause)).positions)
            if clause.joined:
                found.update(self._view.term(stem(clause.joined)).positions)
        return found

    def _weigh(self, scores: Scores, clauses: Sequence[Clause]) -> None:
        """Put first the records called exactly so, and weigh kinds."""
        name = NAME_MARK + " ".join(word for clause in clauses for word in _stems(clause))
        exact = set(self._view.term(name).positions)
        for position in scores:
            bonus = _NAME_BONUS if position in exact else 0.0
            scores[position] = (scores[position] + bonus) * self._kind_weight[position]

    def _sought(self, clauses: Sequence[Clause]) -> Sought:
        own = frozenset(word for clause in clauses for word in (*_stems(clause), stem(clause.joined)) if word)
        beginnings = tuple(clause.words[-1] for clause in clauses if clause.unfinished)
        runs = self._widening.runs(_names(clauses))
        return Sought(own, beginnings, frozenset(other.stems for _, _, others in runs for other in others))


def _stems(clause: Clause) -> tuple[str, ...]:
    return tuple(map(stem, clause.words))


def _names(clauses: Iterable[Clause]) -> list[str]:
    """Return the stem of each clause; none for phrases, which are never part of a known name."""
    return [stem(clause.words[0]) if len(clause.words) == 1 else "" for clause in clauses]


def _add(scores: Scores, more: Scores) -> None:
    get = scores.get
    for position, score in more.items():
        scores[position] = get(position, 0.0) + score


def _lower(scores: Scores, together: set[int]) -> None:
    """Lower the cards that hold the words of a known name, but not together."""
    for position in scores:
        if position not in together:
            scores[position] *= _SCATTERED


def _raise(scores: Scores, more: Scores) -> None:
    """Give each card the better of two scores."""
    if not scores:
        scores.update(more)
        return
    get = scores.get
    for position, score in more.items():
        if score > get(position, 0.0):
            scores[position] = score


def _strict_scores(runs: Iterable[_Run], found: Iterable[int]) -> Scores:
    """Score the cards that satisfy all runs."""
    scores = dict.fromkeys(found, 0.0)
    for run in runs:
        worth = run.scores()
        for position in scores:
            scores[position] += worth[position]
    return scores


def _partial_scores(runs: Sequence[_Run], unwanted: set[int]) -> tuple[Scores, tuple[str, ...]]:
    """Score the cards that satisfy most of a query; say which words the best of them does not hold."""
    covered: Scores = {}
    scores: Scores = {}
    for run in runs:
        _cover(run, covered, scores)
    for position in unwanted & covered.keys():
        del covered[position]
    if not covered:
        return {}, tuple(part.clause.text for run in runs for part in run.parts)
    enough = max(covered.values()) * _PARTIAL
    kept = {position: scores[position] * share**_COVERAGE for position, share in covered.items() if share >= enough}
    best = max(kept, key=lambda position: (kept[position], -position))
    return kept, tuple(part.clause.text for run in runs for part in run.parts if not _holds(run, part, best))


def _cover(run: _Run, covered: Scores, scores: Scores) -> None:
    """Add what ``run`` brings to each card, and how much of it the card satisfies."""
    _add(scores, run.scores())
    _add(covered, run.shares())


def _holds(run: _Run, part: _Part, position: int) -> bool:
    return position in part.scores or position in run.others
