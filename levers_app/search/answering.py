"""Answers one search on one snapshot: ranks, filters, sorts, counts, and cuts the passages of the page shown."""

import heapq
from collections.abc import Callable, Collection
from typing import Any

from levers_app.search.facets import Filters, bits, positions_of
from levers_app.search.query import Query
from levers_app.search.ranking import Ranked, Scores
from levers_app.search.results import Hit, Results, Sort
from levers_app.search.snapshot import Snapshot
from levers_app.search.snippets import Marker

SortKey = Callable[[int], "tuple[Any, ...] | int"]


def answer(snapshot: Snapshot, query: Query, filters: Filters, sort: Sort, limit: int, offset: int) -> Results:
    """Return one page of what ``query`` and ``filters`` find in ``snapshot``."""
    ranked = snapshot.rank(query)
    found = _found(snapshot, query, filters, ranked)
    shown = _shown(snapshot, found, filters, ranked)
    key = _by_score(ranked.scores, snapshot) if ranked.scores and sort == "relevance" else snapshot.order(sort)
    page = heapq.nsmallest(offset + limit, shown, key=key)[offset:]
    marker = Marker(ranked.sought)
    return Results(
        query=query.text,
        total=len(shown),
        hits=tuple(_hit(snapshot, position, ranked, marker) for position in page),
        facets=snapshot.facets.counts(found, filters) if found else {},
        complete=snapshot.view is not None,
        left_out=ranked.left_out,
        corrected=ranked.corrected,
    )


def _found(snapshot: Snapshot, query: Query, filters: Filters, ranked: Ranked) -> int:
    """Return the hits before filtering; without any word typed, filters choose among all."""
    if not query.text.strip():
        return snapshot.facets.everything if filters.chosen() else 0
    return bits(ranked.scores, snapshot.facets.size)


def _shown(snapshot: Snapshot, found: int, filters: Filters, ranked: Ranked) -> Collection[int]:
    if ranked.scores and not filters.chosen():
        return ranked.scores
    return positions_of(found & snapshot.facets.matching(filters))


def _by_score(scores: Scores, snapshot: Snapshot) -> SortKey:
    ranks = snapshot.usual_order
    return lambda position: (-scores[position], ranks[position])


def _hit(snapshot: Snapshot, position: int, ranked: Ranked, marker: Marker) -> Hit:
    card = snapshot.cards[position]
    body = snapshot.view.body(position) if snapshot.view is not None and ranked.sought.shows else ""
    return Hit(
        card=card,
        title=marker.spans(card.title),
        score=round(ranked.scores.get(position, 0.0), 4),
        snippet=marker.snippet(body, card.summary),
    )
