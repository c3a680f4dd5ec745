"""What each page lists: rows, counts and facets for a place, made off the GUI thread; no Qt here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from levers_app.catalogue.records import Card
from levers_app.catalogue.typography import quoted
from levers_app.catalogue.vocabulary import Entry, Vocabulary
from levers_app.desktop.cards import compact_row, list_row
from levers_app.desktop.home_data import HomeData, Tile
from levers_app.desktop.place import Page, Place
from levers_app.desktop.rows import ListRow, Marked
from levers_app.search.facets import Filters
from levers_app.search.results import Results, Sort
from levers_app.services import Services
from levers_app.sheets.wording import counted

PAGE_SIZE = 60
"""Rows loaded at a time."""

_PAGE_KIND: Mapping[Page, str] = {"levers": "lever", "cases": "case", "texts": "text", "terms": "term"}
_PAGE_FACETS: Mapping[Page, tuple[str, ...]] = {
    "levers": ("family", "problem", "strength"),
    "cases": ("problem", "outcome", "territory", "family"),
    "search": ("family", "problem", "outcome", "territory", "strength"),
}
_FACET_LABELS = {
    "family": "Famille",
    "problem": "Situation",
    "outcome": "Résultat",
    "territory": "Territoire",
    "strength": "Preuves",
}
VISITS_KEPT = 60
"""Sheets listed under « Récents »."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet with its count in the present result."""

    slug: str
    label: str
    count: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values in the order of display; ``label`` is the words on the chip."""

    name: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another search that leads somewhere: what to do (``filters`` or ``words:…``), its words, what it gives."""

    key: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A page's list.

    Attributes:
        rows: the first rows; ``total`` counts all.
        heading: « 48 résultats », « 113 exemples ».
        kinds: results of each kind of record, for the tabs of a search.
        facets: filters with their counts.
        note: one sentence about the search, such as the word left out.
        milliseconds: time of the search, 0 when none was made.
        suggestions: what to try when nothing was found.
    """

    rows: tuple[ListRow, ...]
    total: int
    heading: str
    kinds: Mapping[str, int] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    note: str = ""
    milliseconds: float = 0.0
    suggestions: tuple[Suggestion, ...] = ()


class Lister:
    """Makes the list of a place from the cards, the search engine and the person's own lists."""

    def __init__(self, services: Services) -> None:
        """Read ``services`` at each call: they may have changed."""
        self._services = services
        self._words = services.vocabulary

    @property
    def _cards(self) -> Mapping[str, Card]:
        return self._services.cards

    def home(self) -> HomeData:
        """Return what the home page shows."""
        return home_data(self._cards, self._words, self._services.personal.visits(VISITS_KEPT))

    def listing(self, place: Place) -> Listing:
        """Return the list of ``place``."""
        match place.page:
            case "problems":
                rows = tuple(problem_rows(self._cards.values(), self._words))
                return Listing(rows, len(rows), counted(len(rows), "situation"))
            case "favourites":
                rows = self._own_rows(self._services.personal.favourites())
                return Listing(rows, len(rows), counted(len(rows), "favori"))
            case "recent":
                rows = self._own_rows(self._services.personal.visits(VISITS_KEPT))
                return Listing(rows, len(rows), counted(len(rows), "fiche lue", "fiches lues"))
            case _:
                return self._searched(place)

    def _own_rows(self, ids: Sequence[str]) -> tuple[ListRow, ...]:
        known = {row.id: row for row in problem_rows(self._cards.values(), self._words)}
        known |= {i: list_row(self._cards[i], self._words) for i in ids if i in self._cards}
        return tuple(known[i] for i in ids if i in known)

    def more(self, place: Place, offset: int) -> tuple[ListRow, ...]:
        """Return the rows that follow the first ``offset``."""
        return self._rows(place, self._search(place, offset=offset))

    def _search(self, place: Place, *, offset: int = 0, words: str | None = None, limit: int = 0) -> Results:
        chosen = {name: tuple(slugs) for name, slugs in place.filters.items()}
        if kind := _PAGE_KIND.get(place.page):
            chosen["kind"] = (kind,)
        sort: Sort = "title" if place.sort == "family" else place.sort
        size = limit or (1_000 if place.sort == "family" else PAGE_SIZE)
        query = place.query if words is None else words
        return self._services.engine.search(query, filters=Filters(**chosen), sort=sort, limit=size, offset=offset)

    def _searched(self, place: Place) -> Listing:
        results = self._search(place)
        return Listing(
            rows=self._rows(place, results),
            total=results.total,
            heading=counted(results.total, _NOUNS.get(place.page, "résultat")),
            kinds=results.facets.get("kind", {}),
            facets=tuple(self._facets(place, results)),
            note=_note(results),
            milliseconds=results.milliseconds,
            suggestions=tuple(self._suggestions(place)) if not results.total and place.query else (),
        )

    def _rows(self, place: Place, results: Results) -> tuple[ListRow, ...]:
        rows = [
            list_row(self._cards[hit.id], self._words, _marked(hit.title), _marked(hit.snippet))
            for hit in results.hits
            if hit.id in self._cards
        ]
        if place.sort != "family":
            return tuple(rows)
        order = {slug: n for n, slug in enumerate(self._words.families)}
        grouped = [replace(row, group=self._words.families[self._cards[row.id].family].label) for row in rows]
        return tuple(sorted(grouped, key=lambda row: order[self._cards[row.id].family]))

    def _facets(self, place: Place, results: Results) -> Iterable[Facet]:
        entries: Mapping[str, Mapping[str, Entry]] = {
            "family": self._words.families,
            "problem": self._words.problems,
            "outcome": self._words.outcomes,
            "territory": self._words.territories,
            "strength": self._words.strengths,
        }
        for name in _PAGE_FACETS.get(place.page, ()):
            counts = results.facets.get(name, {})
            marked = name in {"family", "outcome", "strength"}
            values = tuple(
                FacetValue(
                    e.slug, e.short if name == "problem" else e.label, counts.get(e.slug, 0), e.slug if marked else ""
                )
                for e in entries[name].values()
            )
            yield Facet(name, _FACET_LABELS[name], values)

    def _suggestions(self, place: Place) -> Iterable[Suggestion]:
        if place.filters:
            total = self._search(replace(place, filters={}), limit=1).total
            if total:
                yield Suggestion("filters", place.query, f"{counted(total, 'résultat')} sans les filtres")
        words = [word for word in place.query.split() if len(word) > 2]
        for word in words[:6] if len(words) > 1 else ():
            total = self._search(replace(place, filters={}), words=word, limit=1).total
            if total:
                yield Suggestion(f"words:{word}", word, counted(total, "résultat"))


_NOUNS: Mapping[Page, str] = {"levers": "levier", "cases": "exemple", "texts": "texte", "terms": "terme"}


def page_counts(services: Services) -> dict[str, int]:
    """Return the number of records on each page of the navigation."""
    kinds = services.kinds()
    counts: dict[str, int] = {page: kinds.get(kind, 0) for page, kind in _PAGE_KIND.items()}
    favourites = sum(i in services.cards or i.startswith("problem:") for i in services.personal.favourites())
    return {**counts, "problems": len(services.vocabulary.problems), "favourites": favourites}


def problem_rows(cards: Iterable[Card], words: Vocabulary) -> Iterable[ListRow]:
    """Return one row a situation, with its counts of levers and examples."""
    counts = problem_counts(cards)
    for slug, entry in words.problems.items():
        meta = f"{counted(counts[slug, 'lever'], 'levier')} · {counted(counts[slug, 'case'], 'exemple')}"
        yield ListRow(id=f"problem:{slug}", mark="problem", meta=meta, title=((entry.label, False),))


def problem_counts(cards: Iterable[Card]) -> Counter[tuple[str, str]]:
    """Count records by (situation, kind)."""
    return Counter((problem, card.kind) for card in cards for problem in card.problems)


def home_data(cards: Mapping[str, Card], words: Vocabulary, visits: Sequence[str]) -> HomeData:
    """Return the tiles with their counts, the sheets read last, and the most recent examples."""
    by_problem = problem_counts(cards.values())
    by_family = Counter(card.family for card in cards.values() if card.family)
    cases = sorted((c for c in cards.values() if c.kind == "case"), key=lambda c: (-(c.end or c.start or 0), c.title))
    return HomeData(
        problems=tuple(
            Tile(f"problem:{e.slug}", e.short, (by_problem[e.slug, "lever"], by_problem[e.slug, "case"]))
            for e in words.problems.values()
        ),
        families=tuple(Tile(e.slug, e.label, (by_family[e.slug],), e.question) for e in words.families.values()),
        recent=tuple(compact_row(cards[i], words) for i in visits if i in cards)[:4],
        latest=tuple(compact_row(case, words) for case in cases[:4]),
        counts=Counter(card.kind for card in cards.values()),
    )


def _marked(spans: Iterable[object]) -> Marked:
    return tuple((span.text, span.marked) for span in spans)  # type: ignore[attr-defined]


def _note(results: Results) -> str:
    if results.corrected:
        typed, meant = zip(*results.corrected, strict=True)
        return f"{quoted(typed)} est absent de la base. Voici les résultats pour {quoted(meant)}."
    if results.left_out:
        return f"Aucune fiche ne réunit tous les mots. Laissé de côté\u00a0: {quoted(results.left_out)}."
    if not results.complete:
        return "L’index se prépare\u00a0: la recherche porte pour l’instant sur les titres et les résumés."
    return ""
