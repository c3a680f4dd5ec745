"""What each page lists: rows, counts and facets for a place, made off the GUI thread; no Qt here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from levers_app.desktop.cards import list_row
from levers_app.desktop.draft_rows import draft_row, unsaved_rows
from levers_app.desktop.home_data import PAGE_KIND, TO_REVIEW, VISITS_KEPT, returned_ids
from levers_app.desktop.listed_facets import listed_facets
from levers_app.desktop.place import Page, Place
from levers_app.desktop.rows import Listing, ListRow, Marked
from levers_app.desktop.ways_on import Finder
from levers_app.search.facets import Filters
from levers_app.search.query import parse
from levers_app.search.remarks import remarks
from levers_app.search.results import Results, Sort
from levers_app.services import Services
from levers_app.sheets.wording import counted

PAGE_SIZE = 16
"""Rows loaded at a time: two screens of them. Cutting their passages is most of the time of a search."""


class Lister:
    """Makes the list of a place from the cards, the search engine and the person's own lists."""

    def __init__(self, services: Services) -> None:
        """Read ``services`` at each call: they may have changed."""
        self._services = services
        self._words = services.vocabulary

    def listing(self, place: Place) -> Listing:
        """Return the list of ``place``."""
        match place.page:
            case "problems":
                rows = tuple(problem_rows(self._services))
                return Listing(rows, len(rows), counted(len(rows), "situation"))
            case "favourites":
                rows = self._own_rows(self._services.personal.favourites())
                return Listing(rows, len(rows), counted(len(rows), "favori"))
            case "recent":
                rows = self._own_rows(self._services.personal.visits(VISITS_KEPT))
                return Listing(rows, len(rows), counted(len(rows), "fiche lue", "fiches lues"))
            case "drafts":
                rows = self._draft_rows()
                return Listing(rows, len(rows), counted(len(rows), "brouillon"))
            case _:
                return self._searched(place)

    def _draft_rows(self) -> tuple[ListRow, ...]:
        reader, recorder = self._services.base.reader, self._services.recorder
        drafts = recorder.drafts.all()
        returned = reader.cards_of(returned_ids(self._services, drafts)).values()
        return (
            *(draft_row(draft, self._words) for draft in drafts),
            *unsaved_rows(recorder.unsaved.all(), reader),
            *(list_row(card, self._words) for card in returned),
        )

    def _own_rows(self, ids: Sequence[str]) -> tuple[ListRow, ...]:
        known = {row.id: row for row in problem_rows(self._services)}
        cards = self._services.base.reader.cards_of(ids)
        known |= {i: list_row(card, self._words) for i, card in cards.items()}
        return tuple(known[i] for i in ids if i in known)

    def more(self, place: Place, offset: int) -> tuple[ListRow, ...]:
        """Return the rows that follow the first ``offset``."""
        return self._rows(place, self._search(place, offset=offset))

    def count(self, place: Place) -> int:
        """Return how many rows the list of ``place`` has."""
        return self._search(place, limit=1).total

    def _search(self, place: Place, *, offset: int = 0, limit: int = 0) -> Results:
        filters = _filters(place)
        sort: Sort = "title" if place.sort == "family" else place.sort
        size = limit or (1_000 if place.sort == "family" else PAGE_SIZE)
        if sort == "relevance" and not has_words(place.query):
            sort = "title"
        return self._services.engine.search(place.query, filters=filters, sort=sort, limit=size, offset=offset)

    def _searched(self, place: Place) -> Listing:
        results = self._search(place)
        listing = Listing(
            rows=self._rows(place, results),
            total=results.total,
            heading=counted(results.total, _NOUNS.get(place.page, "résultat")),
            kinds=results.facets.get("kind", {}),
            facets=tuple(listed_facets(place.page, results.facets, place.filters, self._services)),
            order="title" if place.sort == "relevance" and not has_words(place.query) else place.sort,
            note=_note(results, read_only=self._services.base.read_only),
            remarks=remarks(results),
            milliseconds=results.milliseconds,
        )
        if results.total or not (place.query.strip() or place.filters):
            return listing
        finder = Finder(self._services.engine, place, results, listing.facets, self.count)
        return replace(listing, suggestions=finder.ways_on(), why=finder.why())

    def _rows(self, place: Place, results: Results) -> tuple[ListRow, ...]:
        rows = [list_row(hit.card, self._words, _marked(hit.title), _marked(hit.snippet)) for hit in results.hits]
        if place.sort != "family":
            return tuple(rows)
        order = {slug: n for n, slug in enumerate(self._words.families)}
        family = {hit.id: hit.card.family for hit in results.hits}
        rows.sort(key=lambda row: order[family[row.id]])
        return tuple(_grouped(rows, [self._words.families[family[row.id]].label for row in rows]))


def _grouped(rows: Iterable[ListRow], headings: Sequence[str]) -> Iterator[ListRow]:
    """Put the heading of a group above its first row."""
    for row, heading, before in zip(rows, headings, ["", *headings], strict=False):
        yield row if heading == before else replace(row, group=heading)


def _filters(place: Place) -> Filters:
    """Return what lets the records of ``place`` through."""
    if place.page == "review":
        return Filters.of({**place.filters, "kind": ("case",), "status": (TO_REVIEW,)})
    kind = PAGE_KIND.get(place.page)
    return Filters.of({**place.filters, "kind": (kind,)} if kind else place.filters)


def has_words(query: str) -> bool:
    """Tell whether ``query`` has words to rank by, and not only fields or words to leave out."""
    return bool(parse(query).wanted)


_NOUNS: Mapping[Page, str] = {
    "review": "exemple",
    "levers": "levier",
    "cases": "exemple",
    "texts": "texte",
    "terms": "terme",
}


def problem_rows(services: Services) -> Iterable[ListRow]:
    """Return one row a situation, with its counts of levers and examples."""
    counts = services.base.reader.problem_counts()
    for slug, entry in services.vocabulary.problems.items():
        levers, cases = counts.get((slug, "lever"), 0), counts.get((slug, "case"), 0)
        meta = f"{counted(levers, 'levier')} · {counted(cases, 'exemple')}"
        yield ListRow(id=f"problem:{slug}", mark="problem", meta=meta, title=((entry.label, False),))


def _marked(spans: Iterable[object]) -> Marked:
    return tuple((span.text, span.marked) for span in spans)  # type: ignore[attr-defined]


def _note(results: Results, *, read_only: bool) -> str:
    if not results.complete and read_only:
        return "Sans index de recherche, seuls les titres et les résumés sont lus."
    if not results.complete:
        return "L’index se prépare\u00a0: la recherche porte pour l’instant sur les titres et les résumés."
    return ""
