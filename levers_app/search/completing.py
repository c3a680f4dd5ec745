"""What may be meant by what is typed so far: names of records, places, fields and their values, recent searches.

Nothing here reads the index: completions come from the cards alone, and are there before it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from levers_app.catalogue.records import GlossaryTerm
from levers_app.search.analysis import is_stop_word, tokens
from levers_app.search.deck import Deck
from levers_app.search.facets import PERIODS, FacetTable
from levers_app.search.fields import (
    ACCENTED,
    FIELDS,
    OTHER_NAMES,
    QUOTES,
    YEARS,
    Value,
    Values,
    field_of,
    folded,
    quoted_value,
    years,
)
from levers_app.search.folded_lines import FoldedLines, Wanted, flat
from levers_app.search.names import PLACES, Match, Name, gathered_names
from levers_app.search.query import values_of
from levers_app.sheets.wording import counted

Kind = Literal["recent", "sigle", "lever", "problem", "place", "field", "value", "term", "text", "case"]

MOST = 8
"""Completions offered at once."""
_MAX_TEXT = 200
"""Nobody completes what is longer: it was pasted."""
_LEAST_LETTERS, _CASE_LETTERS, _LAST_WORDS = 2, 3, 3
_MANY = 300
"""Places are ordered by their examples only while they are fewer than that."""

_ORDER: tuple[tuple[Kind, int], ...] = (
    ("sigle", 3),
    ("recent", 2),
    ("lever", 4),
    ("problem", 3),
    ("place", 4),
    ("field", 3),
    ("term", 3),
    ("text", 3),
    ("case", 4),
    ("value", MOST),
)
"""Kinds in the order in which they are offered, and how many of each at most."""
_QUOTES = re.escape("".join(sorted(QUOTES)))
_SPACE = "[ \u00a0\u202f]"
_FIELD_NAME = re.compile(r"(?<!\S)-?(?P<name>[^\W\d_]{2,12})$")
_FIELD_VALUE = re.compile(
    rf"(?<!\S)-?(?P<name>[^\W\d_]{{4,12}}){_SPACE}?:(?P<space>{_SPACE}?)"
    rf"(?P<others>(?:(?:[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]|[^\s,{_QUOTES}]+)?,)*)"
    rf"(?P<quote>[{_QUOTES}]?)(?P<value>[^{_QUOTES}:]*)$"
)
_HINTS = {
    "famille": "sûreté, aménagement, présence humaine…",
    "situation": "halls occupés, trafic, rodéos…",
    "levier": "un levier, et les exemples qui l’emploient",
    "ville": "les exemples d’une commune",
    "departement": "par son nom ou son numéro",
    "region": "les exemples d’une région",
    "resultat": "positif, mitigé, n’a pas marché…",
    "annee": "2019, 2019..2023 ou 2019..",
    "derniere": "la dernière année que cite un exemple",
    "type": "levier, exemple, texte ou glossaire",
    "territoire": "QPV, hors QPV…",
    "intensite": "de 1 à 5",
    "preuves": "forte, moyenne, faible…",
}


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on.

    Attributes:
        kind: what it is.
        label: what is shown, ``detail`` what it stands for or gives, ``mark`` the sign of the record.
        text: the whole text with it, and ``cursor`` where typing goes on.
        record_id: the record that it names when it answers all that is typed, else empty.
    """

    kind: Kind
    label: str
    detail: str
    text: str
    cursor: int
    record_id: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where in the text a completion is put."""

    before: str
    after: str

    def filled(self, words: str, *, goes_on: bool = True) -> tuple[str, int]:
        """Return the text with ``words``, and the place behind them; a blank follows what is whole."""
        blank = " " if goes_on and not self.after[:1].isspace() else ""
        start = f"{self.before}{words}{blank}"
        return start + self.after, len(start)


class Completer:
    """Completes what is typed, for one state of the base; any thread may use it."""

    def __init__(
        self,
        deck: Deck,
        facets: FacetTable,
        values: Values,
        glossary: Sequence[GlossaryTerm],
        earlier: "Completer | None" = None,
    ) -> None:
        """Gather the names of everything once; ``earlier`` is that of an earlier state, which most titles come from."""
        self._facets = facets
        self._values = values
        self._names = gathered_names((card for _, card in deck.present()), values, glossary)
        self._cases = [card for _, card in deck.present() if card.kind == "case"]
        known: Mapping[str, str] = earlier.titles if earlier is not None else {}
        self.titles: dict[str, str] = {c.title: known.get(c.title) or flat(c.title) for c in self._cases}
        self._case_lines = FoldedLines(self.titles[card.title] for card in self._cases)

    def complete(self, text: str, recent: Sequence[str] = (), cursor: int | None = None) -> tuple[Completion, ...]:
        """Return at most :data:`MOST` completions of ``text`` at ``cursor`` (its end), best first; any text will do.

        ``recent`` are the last searches, latest first: they answer an empty text, and one that they begin with.
        """
        at = len(text) if cursor is None else max(0, min(cursor, len(text)))
        left, right = text[:at], text[at:]
        if not text.strip():
            return tuple(_recent(search) for search in recent[:MOST])
        if len(text) > _MAX_TEXT or right[:1].isalnum():
            return ()
        values = self._value_completions(left, right)
        if values is not None:
            return _shared(values, text)
        return _shared(self._found(left, right, recent), text)

    # Fields

    def _value_completions(self, left: str, right: str) -> tuple[Completion, ...] | None:
        """Return the values of the field that is being written; nothing when none is."""
        found = _FIELD_VALUE.search(left)
        field = field_of(found["name"]) if found else None
        if found is None or field is None:
            return None
        typed = found["value"]
        if typed[-1:].isspace() and not found["quote"]:
            return None
        before = left[: found.start("space")] + found["others"]
        gap = _Gap(before, right.lstrip("".join(QUOTES)) if found["quote"] else right)
        facet = FIELDS[field]
        if facet == YEARS:
            return tuple(self._years(typed.strip(), gap))
        values = self._values.matching(facet, typed) if typed.strip() else self._values.of(facet)
        if not values:
            return None
        others = {value for text in values_of(found["others"]) for value in self._values.matching(facet, text)}
        values = tuple(value for value in values if value not in others)
        best = self._by_use(facet, values, folded(typed))[: MOST + 1]
        return tuple(self._value(facet, value, gap) for value in best)

    def _by_use(self, facet: str, values: Sequence[Value], typed: str) -> Sequence[Value]:
        """Put places that begin so and have the most examples first; other values keep their order."""
        if facet not in PLACES or len(values) > _MANY:
            return values
        return sorted(
            values, key=lambda value: (not folded(value.label).startswith(typed), -self._count(facet, value.slug))
        )

    def _value(self, facet: str, value: Value, gap: _Gap) -> Completion:
        text, cursor = gap.filled(quoted_value(value.written))
        return Completion("value", value.label, counted(self._count(facet, value.slug), "fiche"), text, cursor)

    def _years(self, typed: str, gap: _Gap) -> Iterator[Completion]:
        spans = (typed, f"{typed}..", f"..{typed}") if re.fullmatch(r"\d{4}", typed) else ()
        for written in spans or map(_written_period, PERIODS.values()):
            span = years(written)
            if span is not None and (spans or written.startswith(typed)):
                text, cursor = gap.filled(written)
                count = self._facets.during(span).bit_count()
                yield Completion("value", _spoken_years(span), counted(count, "exemple"), text, cursor)

    def _count(self, facet: str, slug: str) -> int:
        return self._facets.having(facet, (slug,)).bit_count()

    # Names

    def _found(self, left: str, right: str, recent: Sequence[str]) -> Iterator[Completion]:
        """Yield completions of all that is typed, then of its last words; the best of each kind first."""
        words = list(tokens(left))
        start = next((n for n, token in enumerate(words) if not is_stop_word(token.word)), 0)
        yield from _recent_beginning(left + right, recent)
        yield from _field_names(left, right)
        if not words:
            return
        finished = left[-1:].isspace()
        whole = not left[: words[0].start].strip("".join(QUOTES) + " \u00a0\u202f\t")
        if whole:
            wanted = Wanted(tuple(token.word for token in words[start:]), finished)
            yield from self._named(wanted, _Gap("", right), whole=not right.strip())
            yield from self._case_titles(wanted, right)
        for place in range(max(start + 1, len(words) - _LAST_WORDS) if whole else len(words) - 1, len(words)):
            last = Wanted(tuple(token.word for token in words[place:]), finished)
            at = words[place].start
            if not finished and len(last.words[-1]) > _LEAST_LETTERS and _begins_word(left, at):
                yield from self._named(last, _Gap(left[:at], right), whole=False)

    def _named(self, wanted: Wanted, gap: _Gap, *, whole: bool) -> Iterator[Completion]:
        """Yield what is called so; a part of what is typed is only completed, by names that begin so."""
        found = [match for match in self._names.matching(wanted) if whole or _goes_on(match, wanted)]
        places = [match.name for match in found if match.name.kind == "place"]
        uses = {name.label: self._use(name) for name in places} if len(places) <= _MANY else {}
        for match in sorted(found, key=lambda match: _usual_order(match, uses)):
            name = match.name
            quotes = gap.before[-1:] == "-" and name.kind != "place"
            text, cursor = gap.filled(quoted_value(name.inserted) if quotes else name.inserted)
            detail = self._counts(name) or match.key.detail
            yield Completion(name.kind, name.label, detail, text, cursor, name.record_id if whole else "", name.mark)

    def _use(self, name: Name) -> int:
        return self._count(name.facet, name.slug)

    def _counts(self, name: Name) -> str:
        """Say what a place or a situation is, and what there is of it."""
        if name.kind == "place":
            return f"{PLACES[name.facet]} · {counted(self._use(name), 'exemple')}"
        if name.kind != "problem":
            return ""
        hits = self._facets.having(name.facet, (name.slug,))
        levers, cases = ((hits & self._facets.having("kind", (kind,))).bit_count() for kind in ("lever", "case"))
        return f"situation · {counted(levers, 'levier')}, {counted(cases, 'exemple')}"

    def _case_titles(self, wanted: Wanted, right: str) -> Iterator[Completion]:
        if right.strip() or max(map(len, wanted.words)) < _CASE_LETTERS:
            return
        lines = dict.fromkeys(line for line, _ in islice(self._case_lines.matching(wanted), 3 * MOST))
        for card in (self._cases[line] for line in lines):
            yield Completion("case", card.title, card.place, card.title, len(card.title), card.id, card.outcome)


def _goes_on(match: Match, wanted: Wanted) -> bool:
    """Tell whether the words of a name complete those at the end of a longer text."""
    name = match.name
    if not match.begins or name.kind == "text":
        return False
    return name.kind == "place" or f"{folded(name.inserted)} ".startswith(wanted.row.lstrip())


def _usual_order(match: Match, uses: Mapping[str, int]) -> tuple[int, bool, int, int]:
    """The better a name answers the sooner it comes; places by their examples, legal texts from the shortest."""
    name = match.name
    length = len(name.label) if name.kind == "text" else 0
    return match.tier, match.key.also, -uses.get(name.label, 0), length


def _recent(search: str) -> Completion:
    return Completion("recent", search, "recherche récente", search, len(search))


def _recent_beginning(text: str, recent: Iterable[str]) -> Iterator[Completion]:
    beginning = flat(text)
    for search in recent:
        if beginning and flat(search) != beginning and flat(search).startswith(beginning.rstrip()):
            yield _recent(search)


def _field_names(left: str, right: str) -> Iterator[Completion]:
    """Yield the fields whose name begins with the last word."""
    typed = _FIELD_NAME.search(left)
    words = [token.word for token in tokens(typed["name"])] if typed else []
    if typed is None or len(words) != 1 or len(words[0]) < _LEAST_LETTERS or is_stop_word(words[0]):
        return
    names = {name: name for name in FIELDS} | OTHER_NAMES
    for field in dict.fromkeys(field for name, field in names.items() if name.startswith(words[0])):
        shown = f"{ACCENTED.get(field, field)}:"
        text, cursor = _Gap(left[: typed.start("name")], right).filled(shown, goes_on=False)
        yield Completion("field", shown, _HINTS[field], text, cursor)


def _begins_word(text: str, at: int) -> bool:
    """Tell whether a word begins at ``at``, and not a part of a hyphenated one."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in QUOTES | set("'’") or text[:at].split()[-1:] == ["-"]


def _written_period(period: tuple[int, int]) -> str:
    first, last = period
    return f"{first or ''}..{last if last < 9999 else ''}"


def _spoken_years(span: tuple[int, int]) -> str:
    first, last = span
    if first == last:
        return str(first)
    if last == 9999:
        return f"depuis {first}"
    return f"de {first} à {last}" if first else f"jusqu’en {last}"


def _adds(completion: Completion, typed: str) -> bool:
    """Tell whether ``completion`` says more than what is typed; of a field, be it only an accent or two points."""
    if completion.kind in {"field", "value", "place"}:
        return completion.text.split() != typed.split()
    return flat(completion.text) != flat(typed)


def _shared(found: Iterable[Completion], typed: str) -> tuple[Completion, ...]:
    """Return the best of each kind in the order of kinds: one of each in turn, as long as there is room.

    Nothing is offered twice, nor what is typed already unless it opens a record.
    """
    by_kind: dict[Kind, list[Completion]] = {kind: [] for kind, _ in _ORDER}
    known = set[str]()
    for completion in found:
        names = {completion.record_id or completion.text, f"label {flat(completion.label)}"}
        if known.isdisjoint(names) and (completion.record_id or _adds(completion, typed)):
            known |= names
            by_kind[completion.kind].append(completion)
    room = dict.fromkeys(by_kind, 0)
    for turn in range(MOST):
        for kind, most in _ORDER:
            if turn < min(most, len(by_kind[kind])) and sum(room.values()) < MOST:
                room[kind] += 1
    return tuple(completion for kind, count in room.items() for completion in by_kind[kind][:count])
