"""Finds and ranks: from a query to scored cards.

A query is a conjunction of runs (one word, or several that are one known name); a run is satisfied by the person's own
words or, for less, by other words for the same thing. When nothing satisfies all runs, what satisfies the most of them
comes instead, and the words left out are named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import product

import numpy as np
import numpy.typing as npt

from levers_app.catalogue.records import KINDS, Kind
from levers_app.search.analysis import stem
from levers_app.search.deck import Deck
from levers_app.search.facets import FacetTable
from levers_app.search.query import Clause, Query
from levers_app.search.schema import NAME_MARK, START_LETTERS, START_MARK
from levers_app.search.snippets import NOTHING_SOUGHT, Sought
from levers_app.search.spelling import nearest, sound
from levers_app.search.view import IndexView, Postings, Scores
from levers_app.search.widening import Alternative, Widening

KIND_WEIGHT: dict[Kind, float] = {"lever": 1.15, "case": 1.0, "text": 0.8, "term": 0.75, "problem": 0.0}
_NAME_BONUS = 12.0
_COMPLETION_WEIGHT = 0.7
_LONGER_NUMBER = 0.1
"""« 93 » is a number by itself long before it is the beginning of 931."""
_MAX_COMPLETIONS = 40
_ENOUGH_STARTS = 8
"""Cards whose name begins with a few letters: with fewer of them, all words of all texts are completed."""
LONG = 4
"""A query of that many words is a sentence: most of its words are enough, the more the better."""
_FEW = 10
"""Three words may tell what happened and where: when fewer cards hold them all, most of them are enough as well."""
_KNOWN_NAME = 2.0
"""How much more other words are worth for a name of several words, which is less often meant otherwise."""
_SCATTERED = 0.5
"""What the words of a known name (« entrée d’immeuble ») are worth when they do not follow each other."""
_RARE = 0.5
_BELOW = 0.95
"""Where the best card found by other words alone stands, beside the last one found by the person's own words."""
_PASSING = 2.0
"""In a sentence, how much a word can bring at most, as a multiple of its rarity: no title decides by one word."""
_USED = 4.0
"""How much more than other cards of a situation its levers are worth, for the lever that its examples used most."""
_RARE_WORD = 2
"""A word of that many cards at most may be a typing error that happens to exist."""
_FAR_MORE = 20
_IN_A_TITLE = 1.2
"""A weight that only a word of a title has: such a word is no typing error."""
_PARTIAL = 0.5
"""How near to the best partial result another one must come."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a query finds.

    Attributes:
        scores: a score for each card, 0 for those not found.
        excluded: the cards that hold what the query leaves out.
        sought: what was looked for, to be marked in texts.
        left_out: words, as typed, that the results do not hold.
        corrected: (as typed, as understood) for the words that looked like typing errors.
        better: (as typed, as it may be meant) for rare words one letter away from a frequent one.
    """

    scores: Scores
    excluded: Mask
    sought: Sought = NOTHING_SOUGHT
    left_out: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    better: tuple[tuple[str, str], ...] = ()


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
    whole: Mask = field(init=False)

    def __post_init__(self) -> None:
        """``whole`` tells the cards that hold all the person's own words."""
        self.whole = reduce(np.logical_and, (part.scores > 0 for part in self.parts))

    def satisfied(self) -> Mask:
        """Return the cards that hold all the person's words, or others for the same thing."""
        return self.whole | (self.others > 0)

    def scores(self, most: float = np.inf) -> Scores:
        """Return what each card scores: for the person's words, or for others where those are missing.

        ``most`` bounds how much a word can bring, as a multiple of its rarity.
        """
        parts = [np.minimum(part.scores, np.float32(most * part.worth)) for part in self.parts]
        total: Scores = reduce(np.add, parts)
        np.maximum(total, self.others, out=total, where=~self.whole)
        return total

    def shares(self) -> Scores:
        """Return how much of the run each card satisfies: its words count by their rarity."""
        worths = [part.worth**_RARE for part in self.parts]
        share = np.zeros_like(self.others)
        for part, worth in zip(self.parts, worths, strict=True):
            share[part.scores > 0] += worth
        share[self.others > 0] = sum(worths)
        return share


class Ranker:
    """Ranks the cards of one state of the index."""

    def __init__(self, view: IndexView, widening: Widening, deck: Deck, facets: FacetTable) -> None:
        """Keep what a search needs."""
        self._view = view
        self._deck = deck
        self._facets = facets
        self._widening = widening
        self._size = len(deck)
        self._kind_weight = np.array([*(KIND_WEIGHT[kind] for kind in KINDS), 0], np.float32)[deck.kinds]

    def rank(self, query: Query) -> Ranked:
        """Return what ``query`` finds; nothing when it has no word that tells something."""
        unwanted = self._unwanted(query.unwanted)
        if not query.wanted:
            return Ranked(self._nothing(), unwanted)
        clauses, corrected = self._corrected(self._compounds(query.wanted))
        runs = self._runs(clauses)
        strict = reduce(np.logical_and, (run.satisfied() for run in runs)) & ~unwanted
        left_out: tuple[str, ...] = ()
        if np.count_nonzero(strict) >= _least(len(clauses)):
            scores = reduce(np.add, [run.scores() for run in runs])
            scores[~strict] = 0
        else:
            scores, missing = self._partial(runs, unwanted)
            left_out = () if strict.any() else missing
        self._weigh(scores, clauses)
        better = () if corrected else self._better(clauses)
        return Ranked(scores, unwanted, self._sought(clauses), left_out, corrected, better)

    def sought(self, query: Query) -> Sought:
        """Return what ``query`` looks for in texts, without ranking anything."""
        return self._sought(self._corrected(self._compounds(query.wanted))[0])

    # What the person's words may mean

    def _compounds(self, clauses: Sequence[Clause]) -> Sequence[Clause]:
        """Take two words that exist as one (« inter bailleurs », « vidéo protection ») for that one."""
        result: list[Clause] = []
        for clause in clauses:
            before = result[-1] if result else None
            if before is not None and (whole := self._made_one(before, clause)):
                text, words = f"{before.text} {clause.text}", before.words + clause.words
                result[-1] = Clause(text, words, whole, clause.unfinished)
            else:
                result.append(clause)
        return result

    def _made_one(self, first: Clause, second: Clause) -> str:
        """Return the word of the base that two words are, in the plural or not (« voisins malins »); empty if none."""
        alone = len(first.words) == len(second.words) == 1 and not first.exact and not second.exact
        if not alone or not first.words[0].isalpha() or not second.words[0].isalpha():
            return ""
        forms = product(*((word, word.removesuffix("s")) for word in (first.words[0], second.words[0])))
        return next((whole for whole in map("".join, forms) if whole in self._view.lexicon), "")

    def _corrected(self, clauses: Iterable[Clause]) -> tuple[list[Clause], tuple[tuple[str, str], ...]]:
        """Replace the words that exist nowhere by the nearest ones that do."""
        result, corrected = [], []
        for clause in clauses:
            better = self._nearest(clause)
            result.append(better or clause)
            if better and better.text != clause.text:
                corrected.append((clause.text, better.text))
        if corrected:  # what is proposed is written right all through
            corrected += [pair for clause in result if (pair := self._misspelt(clause))]
        return result, tuple(corrected)

    def _misspelt(self, clause: Clause) -> tuple[str, str] | None:
        """Return a word that is found by its stem though it is misspelt (« surveilance »), and how it is written."""
        word, lexicon = clause.words[0], self._view.lexicon
        goes_on = clause.unfinished and bool(lexicon.starting_with(word))
        if len(clause.words) > 1 or clause.exact or word in lexicon or goes_on:
            return None
        other = nearest(word, lexicon, self._frequency, unfinished=False)
        alike = other is not None and stem(other) == stem(word) and sound(other) == sound(word)
        return (clause.text, lexicon.accented(other)) if other and alike else None

    def _nearest(self, clause: Clause) -> Clause | None:
        if clause.exact or len(clause.words) > 1 or self._widening.knows((stem(clause.words[0]),)):
            return None
        if self._widening.ordinary(clause.words[0]):
            return None
        lexicon = self._view.lexicon
        if self._frequency(clause.words[0]):
            return None
        singular = clause.words[0].removesuffix("nt")
        if singular in lexicon or self._frequency(singular):
            return replace(clause, words=(singular,))
        word = nearest(clause.words[0], lexicon, self._frequency, unfinished=clause.unfinished)
        return Clause(lexicon.accented(word), (word,), unfinished=clause.unfinished) if word else None

    def _better(self, clauses: Iterable[Clause]) -> tuple[tuple[str, str], ...]:
        """Return the rare words that are one letter away from a far more frequent one."""
        found = []
        for clause in clauses:
            word = clause.words[0]
            postings = self._view.term(stem(word))
            frequency = len(postings)
            if len(clause.words) > 1 or clause.unfinished or not 0 < frequency <= _RARE_WORD:
                continue
            if postings.weights.max() > _IN_A_TITLE:
                continue
            other = nearest(word, self._view.lexicon, self._frequency, unfinished=False, exists=True)
            if other and stem(other) != stem(word) and self._frequency(other) >= _FAR_MORE * frequency:
                found.append((clause.text, self._view.lexicon.accented(other)))
        return tuple(found)

    def _frequency(self, word: str) -> int:
        return len(self._view.term(stem(word)))

    # What they find

    def _runs(self, clauses: Sequence[Clause]) -> list[_Run]:
        parts = [self._part(clause) for clause in clauses]
        runs = self._widening.runs(_names(clauses))
        return [self._run(parts[start:end], alternatives) for start, end, alternatives in runs]

    def _run(self, parts: Sequence[_Part], alternatives: Iterable[Alternative]) -> _Run:
        if len(parts) > 1:
            scattered = np.full(self._size, _SCATTERED, np.float32)
            scattered[self._view.phrase(tuple(_stems(part.clause)[0] for part in parts)).positions] = 1
            for part in parts:
                part.scores *= scattered
        run = _Run(parts, self._others(alternatives, _KNOWN_NAME if len(parts) > 1 else 1.0))
        _put_below(run, self._kind_weight)
        return run

    def _part(self, clause: Clause) -> _Part:
        """Find a clause: its own words, joined by hyphens or not, then what its unfinished word may become."""
        same = [self._view.phrase(_stems(clause))]
        if clause.joined:
            same.append(self._view.term(stem(clause.joined)))
        scores = self._nothing()
        number = clause.words[-1].isdigit() and any(map(len, same))
        for postings in self._begun(clause) if clause.unfinished else ():
            _raise(scores, postings, _LONGER_NUMBER if number else _COMPLETION_WEIGHT)
        for postings in same:
            _raise(scores, postings, 1.0)
        worth = self._view.rarity(int(np.count_nonzero(scores)))
        scores *= np.float32(worth)
        return _Part(clause, worth, scores)

    def _begun(self, clause: Clause) -> list[Postings]:
        """Return what an unfinished clause may become; of several words, all but the last must be there."""
        *whole, last = clause.words
        completions = self._completions(last)
        if whole:
            before = np.zeros(self._size, np.bool_)
            before[self._view.phrase(tuple(map(stem, whole))).positions] = True
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
        scores = self._nothing()
        for alternative in alternatives:
            found = self._meant(alternative)
            _raise(scores, found, factor * alternative.weight * self._view.rarity(len(found)))
        return scores

    def _meant(self, alternative: Alternative) -> Postings:
        """Find other words; of a situation, its cards, and above all the levers that examples of it used most."""
        if not alternative.problem:
            return self._view.phrase(alternative.stems)
        found = self._view.term(alternative.stems[0])
        used = self._facets.levers_used_for(alternative.problem)
        most = max(used.values(), default=1)
        worth = np.ones(self._size, np.float32)
        for lever, count in used.items():
            position = self._deck.positions.get(f"lever:{lever}")
            if position is not None:
                worth[position] += _USED * count / most
        return Postings(found.positions, found.weights * worth[found.positions])

    def _unwanted(self, clauses: Iterable[Clause]) -> Mask:
        found = np.zeros(self._size, np.bool_)
        for clause in clauses:
            found[self._view.phrase(_stems(clause)).positions] = True
            if clause.joined:
                found[self._view.term(stem(clause.joined)).positions] = True
        return found

    def _partial(self, runs: Sequence[_Run], unwanted: Mask) -> tuple[Scores, tuple[str, ...]]:
        """Score the cards that satisfy most of a query; say which words the best of them does not hold."""
        covered: Scores = sum((run.shares() for run in runs), self._nothing())
        covered[unwanted] = 0
        if not covered.any():
            return covered, tuple(part.clause.text for run in runs for part in run.parts)
        scores = sum((run.scores(_PASSING) for run in runs), self._nothing()) * covered
        scores[covered < covered.max() * _PARTIAL] = 0
        best = int(np.argmax(scores))
        return scores, tuple(part.clause.text for run in runs for part in run.parts if not _holds(run, part, best))

    def _weigh(self, scores: Scores, clauses: Sequence[Clause]) -> None:
        """Put first the records called exactly so, and weigh kinds."""
        name = NAME_MARK + " ".join(word for clause in clauses for word in _stems(clause))
        exact = self._view.term(name).positions
        scores[exact[scores[exact] > 0]] += _NAME_BONUS
        scores *= self._kind_weight

    def _sought(self, clauses: Sequence[Clause]) -> Sought:
        alone = (_stems(clause) if len(clause.words) == 1 else () for clause in clauses)
        joined = (stem(clause.joined) for clause in clauses if clause.joined)
        own = frozenset((*(word for words in alone for word in words), *joined))
        phrases = frozenset(_stems(clause) for clause in clauses if len(clause.words) > 1)
        beginnings = tuple(clause.words[-1] for clause in clauses if clause.unfinished)
        runs = self._widening.runs(_names(clauses))
        others = frozenset(other.stems for _, _, others in runs for other in others if not other.problem)
        return Sought(own, beginnings, others, phrases)

    def _nothing(self) -> Scores:
        return np.zeros(self._size, np.float32)


def _least(words: int) -> float:
    """Return how many cards must hold all of that many words for them alone to be shown."""
    if words >= LONG:
        return np.inf
    return _FEW if words == LONG - 1 else 1


def _stems(clause: Clause) -> tuple[str, ...]:
    return tuple(map(stem, clause.words))


def _names(clauses: Iterable[Clause]) -> list[str]:
    """Return the stem of each clause; none for quoted or hyphenated ones, which are never part of a known name."""
    return [stem(c.words[0]) if len(c.words) == 1 and not c.exact else "" for c in clauses]


def _put_below(run: _Run, weights: Scores) -> None:
    """Have other words for a thing bring less than the person's own words bring anywhere, whatever kinds weigh."""
    own: Scores = reduce(np.add, [part.scores for part in run.parts]) * weights
    others = np.where(run.whole, np.float32(0), run.others) * weights
    if run.whole.any() and others.any():
        run.others *= np.float32(min(1.0, _BELOW * float(own[run.whole].min() / others.max())))


def _raise(scores: Scores, postings: Postings, factor: float) -> None:
    """Give each card the better of what it has and of what ``postings`` are worth."""
    at = postings.positions
    scores[at] = np.maximum(scores[at], postings.weights * np.float32(factor))


def _holds(run: _Run, part: _Part, position: int) -> bool:
    return bool(part.scores[position] > 0 or run.others[position] > 0)
