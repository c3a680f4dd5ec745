"""What records, situations and places are called, and how well a name answers what is typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from levers_app.catalogue.records import Card, GlossaryTerm
from levers_app.search.fields import ACCENTED, FIELDS, Values, folded, quoted_value
from levers_app.search.folded_lines import BEGINS, FoldedLines, Wanted
from levers_app.sheets.inline import sigles_of

NameKind = Literal["sigle", "lever", "problem", "place", "term", "text"]
PLACES: Mapping[str, str] = {"place": "commune", "department": "département", "region": "région"}
"""Facets that are places, and what each value is."""
_FIELD_OF_PLACE = {facet: ACCENTED.get(field, field) for field, facet in FIELDS.items() if facet in PLACES}


class Key(NamedTuple):
    """One name, folded, and what is said of the thing when this name answers; ``also`` when it is a lesser one."""

    text: str
    detail: str
    also: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """Something that has names.

    Attributes:
        keys: its names, the best known ones first.
        inserted: the words that stand for it in a query.
        record_id, mark: the record and its sign.
        facet, slug: the value that it is, if it is one.
    """

    kind: NameKind
    label: str
    keys: tuple[Key, ...]
    inserted: str
    record_id: str = ""
    mark: str = ""
    facet: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a name answers what is typed: ``tier`` is one of :mod:`folded_lines`."""

    name: Name
    key: Key
    tier: int

    @property
    def begins(self) -> bool:
        """Whether the name begins with what is typed."""
        return self.tier <= BEGINS


class Names:
    """Everything that has names, but examples."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Keep ``names``, which stay in order."""
        self._names = list(names)
        self._keys = [(place, key) for place, name in enumerate(self._names) for key in name.keys]
        self._lines = FoldedLines(key.text for _, key in self._keys)

    def matching(self, wanted: Wanted) -> list[Match]:
        """Return what ``wanted`` may name, in order, each with the best of its names."""
        best: dict[int, Match] = {}
        for line, tier in self._lines.matching(wanted):
            place, key = self._keys[line]
            known = best.get(place)
            if known is None or (tier, key.also) < (known.tier, known.key.also):
                best[place] = Match(self._names[place], key, tier)
        return [best[place] for place in sorted(best)]


def gathered_names(cards: Iterable[Card], values: Values, glossary: Iterable[GlossaryTerm]) -> Names:
    """Return the names of levers, texts, glossary entries, situations and places, in the order of display."""
    known = [card for card in cards if card.kind in {"lever", "text"}]
    levers = sorted((card for card in known if card.kind == "lever"), key=lambda card: folded(card.short or card.title))
    terms = tuple(glossary)
    texts = (_text(card) for card in known if card.kind == "text")
    others = (*map(_lever, levers), *_problems(values), *_places(values), *map(_term, terms), *texts)
    return Names((*_sigles(levers, terms), *others))


def _lever(card: Card) -> Name:
    short = card.short or card.title
    titles = (Key(folded(short), card.title if card.title != short else ""), Key(folded(card.title), card.title))
    others = tuple(Key(folded(name), f"aussi\u00a0: {name}", also=True) for name in card.acronyms)
    return Name("lever", short, (*titles, *others), short, card.id, card.family)


def _problems(values: Values) -> Iterator[Name]:
    for value in values.of("problem"):
        keys = tuple(Key(name, "") for name in value.names)
        id_ = f"problem:{value.slug}"
        yield Name("problem", value.label, keys, value.written, id_, "problem", "problem", value.slug)


def _places(values: Values) -> Iterator[Name]:
    """Yield places; a region that stands in for the commune of examples is named once."""
    regions = {value.label for value in values.of("region")}
    for facet in PLACES:
        for value in values.of(facet):
            if facet != "place" or value.label not in regions:
                query = f"{_FIELD_OF_PLACE[facet]}:{quoted_value(value.written)}"
                keys = tuple(Key(name, "") for name in value.names)
                yield Name("place", value.label, keys, query, mark="place", facet=facet, slug=value.slug)


def _term(term: GlossaryTerm) -> Name:
    detail = term.expansion if term.expansion != term.term else ""
    keys = (Key(folded(term.term), detail), Key(folded(detail), detail, also=True))
    return Name("term", term.term, keys, term.term, term.id, "term")


def _text(card: Card) -> Name:
    detail = card.short if card.short != card.title else ""
    return Name("text", card.title, (Key(folded(card.title), detail),), card.title, card.id, "text")


def _sigles(levers: Sequence[Card], terms: Iterable[GlossaryTerm]) -> list[Name]:
    """Return each sigle with its expansion, those first that name a lever and lead there; then those of levers only."""
    named = {word: card for card in reversed(levers) for word in f"{folded(card.short)} {folded(card.title)}".split()}
    found = [_sigle(term, named) for term in terms if sigles_of(term.term)]
    known = {key.text for name in found for key in name.keys}
    others = [
        Name("sigle", sigle, (Key(folded(sigle), card.title),), sigle, card.id, card.family)
        for card in levers
        for sigle in card.acronyms
        if sigle.isupper() and len(sigle.split()) == 1 and folded(sigle) not in known
    ]
    return [*sorted(found, key=lambda name: not name.record_id.startswith("lever:")), *others]


def _sigle(term: GlossaryTerm, levers: Mapping[str, Card]) -> Name:
    """Return the sigle of ``term``; ``levers`` are those whose title holds a word."""
    sigles = sigles_of(term.term)
    keys = tuple(Key(folded(sigle), term.expansion) for sigle in sigles)
    lever = next((levers[key.text] for key in keys if key.text in levers), None)
    record, mark = (lever.id, lever.family) if lever is not None else (term.id, "term")
    return Name("sigle", term.term, keys, sigles[0], record, mark)
