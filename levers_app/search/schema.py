"""The Whoosh schema, and how a record becomes postings.

One field, ``terms``, holds stems, sigles, article numbers and a few marked terms. The weight of a posting is its whole
contribution to a score (BM25F over title, lead and body, saturated, lengths normalised), computed once when the record
is indexed: a query only has to multiply it by the rarity of the word. Positions are kept for exact phrases.
"""

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import whoosh
from whoosh.fields import ID, STORED, FieldType, Schema
from whoosh.formats import Format

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.analysis import ANALYSIS_VERSION, STOP_WORDS, analysed, is_stop_word, stem, stems, surfaces
from levers_app.search.documents import SearchText
from levers_app.search.widening import PROBLEM_MARK

SCHEMA_VERSION = 5
NAME_MARK = "="
"""First character of the term that stands for a whole name: ``=clspd``, ``=gestion urbain proximit``."""
START_MARK = "^"
"""First character of the terms that stand for the first letters of a word of a name: ``^c``, ``^cl``, ``^cls``."""
START_LETTERS = 3

_GAP = 50
"""Positions left between two lines: a phrase does not run over the end of one."""
_LAST_POSITION = 65_535
_SATURATION = 1.2
_COMPLETENESS = 0.15
"""How much less an example is worth that says nothing of what made it work, beside one that says all."""
Posting = tuple[float, bytes]
"""A weight, and positions as they are written."""
NOWHERE: Posting = (1.0, bytes(2))
"""For terms that are not words: one position, since Whoosh loses count of its values when one is empty."""


@dataclass(frozen=True, slots=True)
class _Zone:
    """A zone of a record: what it can bring to a score at most, its usual length, and how much length counts."""

    ceiling: float
    usual_length: float
    length_weight: float


_TITLE = _Zone(ceiling=2.2, usual_length=12, length_weight=0.3)
_LEAD = _Zone(ceiling=1.0, usual_length=40, length_weight=0.4)
_BODY = _Zone(ceiling=1.0, usual_length=250, length_weight=0.4)


class WeightedTerms(FieldType):
    """A field whose value is already analysed: term -> (weight, positions)."""

    def __init__(self) -> None:
        """Plain postings: our weights and our bytes, no lengths (they are in the weights)."""
        no_analyzer: Any = None
        super().__init__(Format(), no_analyzer, scorable=False)

    def index(
        self, value: Mapping[str, Posting], **_options: object
    ) -> Generator[tuple[bytes, int, float, Any], None, None]:
        """Yield all terms at once: :class:`codec.BucketPool` takes them apart, much sooner than Whoosh one by one."""
        yield b"", 1, 1.0, value


def new_schema() -> Schema:
    """Return the fields of the index.

    ``words`` lists every word once as « folded accented » on documents of its own, for prefixes and typing errors.
    """
    return Schema(id=ID(unique=True, sortable=True), terms=WeightedTerms(), words=WeightedTerms(), body=STORED())


def schema_version(vocabulary: Vocabulary) -> str:
    """Return a short hash of everything that shapes the index: another one means that it must be built again."""
    labels = tuple(entry.label for entry in vocabulary.problems.values())
    parts = (
        whoosh.__version__,  # of whoosh3 or of Whoosh-Reloaded: neither promises to read what the other wrote
        SCHEMA_VERSION,
        ANALYSIS_VERSION,
        sorted(STOP_WORDS),
        _SATURATION,
        _COMPLETENESS,
        _TITLE,
        _LEAD,
        _BODY,
        START_LETTERS,
        _GAP,
        labels,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Analysed:
    """What one record brings: its terms for the index, and the pieces of text that its words were read from."""

    terms: dict[str, Posting]
    surfaces: set[str]


def analyse(text: SearchText) -> Analysed:
    """Return the terms and words of a record."""
    names = "\n".join((text.title, *text.names))
    terms: dict[str, tuple[float, list[int]]] = {}
    seen: set[str] = set()
    position = 0
    for zone, content in ((_TITLE, names), (_LEAD, f"{text.lead}\n{text.labels}".strip()), (_BODY, text.body)):
        places, position = _places(content, position, seen)
        _weigh(places, zone, terms)
    marks = dict.fromkeys(_marks(text, names), NOWHERE)
    worth = 1 - _COMPLETENESS * (1 - text.completeness)
    return Analysed({term: (weight * worth, _encoded(at)) for term, (weight, at) in terms.items()} | marks, seen)


def _encoded(positions: list[int]) -> bytes:
    """Return ``positions`` as a posting holds them; phrases are not looked for beyond the last that fits."""
    if positions[-1] > _LAST_POSITION:
        positions = [position for position in positions if position <= _LAST_POSITION] or [0]
    return array("H", positions).tobytes()


@lru_cache(maxsize=100_000)
def surface_terms(surface: str) -> tuple[tuple[str, ...], ...]:
    """Return the terms of a piece of text, position by position; stop words have none."""
    found = [token for token in analysed(surface) if not is_stop_word(token.word)]
    return tuple((stem(t.word), stem(t.joined)) if t.joined else (stem(t.word),) for t in found)


def word_entries(surface: str) -> Iterator[str]:
    """Yield the entries « folded accented » of a piece of text for the list of words."""
    for token in analysed(surface):
        if not is_stop_word(token.word):
            yield f"{token.word} {surface[token.start : token.end].lower()}"


def _places(text: str, position: int, seen: set[str]) -> tuple[dict[str, list[int]], int]:
    """Return where each term of ``text`` stands, counting from ``position``, and the next free position."""
    places: dict[str, list[int]] = defaultdict(list)
    for line in text.split("\n"):
        found = surfaces(line)
        seen.update(found)
        for surface in found:
            for terms in surface_terms(surface):
                position += 1
                for term in terms:
                    places[term].append(position)
        position += _GAP
    return places, position


def _weigh(places: Mapping[str, list[int]], zone: _Zone, terms: dict[str, tuple[float, list[int]]]) -> None:
    """Add to ``terms`` what one zone brings."""
    length = sum(map(len, places.values()))
    norm = _SATURATION * (1 - zone.length_weight + zone.length_weight * length / zone.usual_length)
    for term, found in places.items():
        count = len(found)
        worth = zone.ceiling * count / (count + norm)
        known = terms.get(term)
        terms[term] = (worth, found) if known is None else (known[0] + worth, known[1] + found)


def _marks(text: SearchText, names: str) -> Iterator[str]:
    yield from (PROBLEM_MARK + problem for problem in text.problems)
    for name in (text.title, *text.names):
        yield NAME_MARK + " ".join(stems(name))
    for surface in surfaces(names):
        for token in analysed(surface):
            if not is_stop_word(token.word):
                yield from (START_MARK + token.word[:length] for length in range(1, START_LETTERS + 1))
