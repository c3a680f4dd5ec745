"""What to try where a search finds nothing, each with what it gives: found off the GUI thread; no Qt here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice

from levers_app.catalogue.typography import NBSP, quoted
from levers_app.desktop.place import KIND_LABELS, Place
from levers_app.desktop.rows import Facet, Suggestion
from levers_app.search.engine import SearchEngine
from levers_app.search.facets import Filters
from levers_app.search.query import Query, parse
from levers_app.search.remarks import remarks, replaced, without
from levers_app.search.results import Results
from levers_app.sheets.wording import counted

MOST = 7
"""Ways on offered at once: more would be a list to search in."""
_WORDS = 4
"""Words tried one by one."""
_NO_VALUE = "Il manque une valeur après «\u00a0:\u00a0»\u00a0: choisissez-la sous le champ, ou écrivez-la."


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks for ways on from ``place``, where ``results`` are none.

    Attributes:
        engine: to search with.
        count: tells how many rows a place has.
        facets: those of the page, for the words of what is chosen.
    """

    engine: SearchEngine
    place: Place
    results: Results
    facets: Sequence[Facet]
    count: Callable[[Place], int]

    def ways_on(self) -> tuple[Suggestion, ...]:
        """Return at most :data:`MOST` ways on, the least change of what was asked first; all lead somewhere."""
        query = parse(self.place.query)
        offered = (
            *self._other_values(),
            *self._without_filters(),
            *self._without_parts(query),
            *self._near_words(query),
            *self._single_words(query),
        )
        lever = tuple(self._nearest_lever(query, offered))
        best = {suggestion.key: suggestion for suggestion in offered}
        return (*islice(best.values(), MOST - len(lever)), *lever)

    def why(self) -> str:
        """Say in a sentence why nothing was found; nothing when that is plain."""
        query = parse(self.place.query)
        if ":" in query.text and not (query.wanted or query.unwanted or query.fields):
            return _NO_VALUE
        unknown = " ".join(remark.text for remark in remarks(self.results) if remark.text)
        left = self.results.left_out
        if not self.results.complete:
            return "L’index se prépare\u00a0: seuls les titres et les résumés ont été cherchés."
        if unknown or not left or self.place.filters or query.fields:
            return unknown
        return f"{quoted(left)} {'ne sont' if len(left) > 1 else 'n’est'} dans aucune fiche."

    def _other_values(self) -> Iterator[Suggestion]:
        for remark in remarks(self.results):
            for another in remark.tries:
                yield from self._words(another.query, another.query)

    def _without_filters(self) -> Iterator[Suggestion]:
        chosen = {name: slugs for name, slugs in self.place.filters.items() if slugs}
        for name in chosen:
            rest = {other: slugs for other, slugs in chosen.items() if other != name}
            label = self._filter_label(name, chosen)
            yield from self._counted(f"filter:{name}", label, self.place._replace(filters=rest))
        if len(chosen) > 1:
            yield from self._counted("filters", "Sans aucun filtre", self.place._replace(filters={}))

    def _without_parts(self, query: Query) -> Iterator[Suggestion]:
        """Take off one field, or one word that is to be left out, of several things that are asked."""
        parts = [clause.text for clause in query.fields]
        parts += [f"-{clause.text}" for clause in query.unwanted if f"-{clause.text}" in query.text]
        for part in parts:
            rest = without(query.text, part)
            if rest:
                yield from self._words(rest, f"Sans {quoted([part])}")
        if len(parts) > 1 and (rest := reduce(without, parts, query.text)):
            yield from self._words(rest, f"Sans {quoted(parts)}")

    def _near_words(self, query: Query) -> Iterator[Suggestion]:
        nowhere = [clause for clause in query.wanted if clause.text in self.results.left_out]
        for clause in nowhere[:_WORDS]:
            for near in self.engine.near_words(clause.text) if len(clause.words) == 1 else ():
                text = replaced(query.text, [(clause.text, near)]).strip()
                yield from self._words(text, text)

    def _single_words(self, query: Query) -> Iterator[Suggestion]:
        if len(query.wanted) > 1:
            for clause in query.wanted[:_WORDS]:
                text = clause.text if len(clause.words) == 1 else f'"{clause.text}"'
                yield from self._words(text, text)

    def _nearest_lever(self, query: Query, offered: Sequence[Suggestion]) -> Iterator[Suggestion]:
        """Offer the lever that the words find best, or else those of the first search that is offered."""
        own = " ".join(clause.text for clause in query.wanted)
        tries = (own, *(s.key.removeprefix("words:") for s in offered if s.key.startswith("words:")))
        for words in tries[:_WORDS]:
            found = self.engine.search(f"{words} ", Filters(kind=("lever",)), limit=1).hits if words.strip() else ()
            if found and found[0].card.kind == "lever":
                card = found[0].card
                slug = card.id.removeprefix("lever:")
                cases = self.engine.search("", Filters(kind=("case",), lever=(slug,)), limit=1).total
                title = card.short or card.title
                yield Suggestion(
                    f"record:{card.id}", f"Levier le plus proche{NBSP}: {title}", counted(cases, "exemple")
                )
                return

    def _words(self, query: str, label: str) -> Iterator[Suggestion]:
        if query.split() != self.place.query.split():
            yield from self._counted(f"words:{query}", label, self.place._replace(query=query))

    def _counted(self, key: str, label: str, place: Place) -> Iterator[Suggestion]:
        if total := self.count(place):
            yield Suggestion(key, label, counted(total, "résultat"))

    def _filter_label(self, name: str, chosen: Mapping[str, Sequence[str]]) -> str:
        facet = next((facet for facet in self.facets if facet.name == name), None)
        words = {value.slug: value.label for value in facet.values} if facet is not None else KIND_LABELS
        labels = [words[slug] for slug in chosen[name] if slug in words]
        if len(labels) == 1:
            return f"Sans {quoted(labels)}"
        return f"Sans le filtre {quoted([facet.label])}" if facet is not None else "Sans ce filtre"
