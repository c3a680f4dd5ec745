"""Rows of the search: a key press, and what the facet counts add."""

from collections.abc import Iterator
from contextlib import closing
from itertools import product

from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, median, milliseconds, percentile
from benchmarks.queries import typed
from levers_app.desktop.listing import PAGE_SIZE, Lister
from levers_app.desktop.place import Place
from levers_app.search.deck import Deck
from levers_app.search.facets import FacetTable, Filters

_CHOSEN = (
    Filters(),
    Filters(kind=("case",), family=("surete", "partenariat"), outcome=("positif",), years=(2015, 2023)),
)


def key_press(ground: Ground) -> Iterator[Line]:
    """A key -> the rows, counts and snippets of the list, as the window asks for them."""
    lister = Lister(ground.many)
    words = [text for text in typed() if text.strip()]
    with_whoosh = [milliseconds(lister.listing, Place(page="search", query=text)) for text in words]
    with closing(ground.reference()) as table:
        table.index(ground.documents())
        with_fts = [milliseconds(table.search, text, PAGE_SIZE) for text in words]
    for name, share, limit in (("médiane", 0.5, 20), ("p95", 0.95, 50)):
        reference = f"{figure(percentile(with_fts, share), 'ms')} (FTS5)"
        yield at_most(f"une touche → résultats, {name}", percentile(with_whoosh, share), limit, "ms", reference)
    slowest = words[with_whoosh.index(max(with_whoosh))]
    worst = f"{figure(max(with_fts), 'ms')} (FTS5)"
    yield Line(f"une touche → résultats, pire (« {slowest} »)", figure(max(with_whoosh), "ms"), worst)


def facet_counts(ground: Ground) -> Iterator[Line]:
    """The counts of all facets, alone: for everything and for what each situation finds, filters chosen or not."""
    table = FacetTable(Deck(ground.many.base.reader.cards()))
    found = (table.everything, *(table.having("problem", (slug,)) for slug in table.values("problem")))
    times = [milliseconds(table.counts, hits, filters) for hits, filters in product(found, _CHOSEN)]
    told = f"{figure(median(times), 'ms')} (médiane)"
    yield at_most("facettes en plus d’une recherche, pire", max(times), 10, "ms", told)
