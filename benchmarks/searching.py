"""Rows of the search: a key press, and what the facet counts add."""

from collections.abc import Iterator

from benchmarks.full_text import FullText
from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, median, milliseconds, percentile
from benchmarks.queries import QUERIES, typed
from levers_app.desktop.listing import PAGE_SIZE, Lister
from levers_app.desktop.place import Place
from levers_app.search.deck import Deck
from levers_app.search.facets import FacetTable, Filters, bits


def key_press(ground: Ground) -> Iterator[Line]:
    """A key -> the rows, counts and snippets of the list, as the window asks for them."""
    lister = Lister(ground.many)
    words = [text for text in typed() if text.strip()]
    with_whoosh = [milliseconds(lister.listing, Place(page="search", query=text)) for text in words]
    table = FullText(ground.root / "reference.db")
    try:
        table.index(ground.documents())
        with_fts = [milliseconds(table.search, text, PAGE_SIZE) for text in words]
    finally:
        table.close()
    for name, share, limit in (("médiane", 0.5, 20), ("p95", 0.95, 50)):
        reference = f"{figure(percentile(with_fts, share), 'ms')} (FTS5)"
        yield at_most(f"une touche → résultats, {name}", percentile(with_whoosh, share), limit, "ms", reference)
    slowest = words[with_whoosh.index(max(with_whoosh))]
    worst = f"{figure(max(with_fts), 'ms')} (FTS5)"
    yield Line(f"une touche → résultats, pire (« {slowest} »)", figure(max(with_whoosh), "ms"), worst)


def facet_counts(ground: Ground) -> Iterator[Line]:
    """The counts of all facets for the results of a search, alone."""
    deck = Deck(ground.many.base.reader.cards())
    table = FacetTable(deck)
    times = []
    for query in QUERIES:
        found = ground.many.engine.search(query, limit=len(deck)).hits
        hits = bits([deck.positions[hit.id] for hit in found], table.size)
        times.append(milliseconds(table.counts, hits, Filters()))
    whole = milliseconds(table.counts, table.everything, Filters())
    told = f"{figure(median(times), 'ms')} (médiane)"
    yield at_most("facettes en plus d’une recherche, pire", max(*times, whole), 10, "ms", told)
