"""Answers one search on one snapshot: ranks, filters, sorts, counts, and cuts the passages of the page shown."""

from collections.abc import Sequence
from difflib import get_close_matches

import numpy as np

from levers_app.search.deck import Ranks
from levers_app.search.facets import Filters, Mask, from_mask, to_mask
from levers_app.search.fields import FIELDS, YEARS, folded, years
from levers_app.search.query import FieldClause, Query
from levers_app.search.ranking import Ranked
from levers_app.search.results import Hit, Results, Sort, UnknownValue
from levers_app.search.snapshot import Snapshot
from levers_app.search.snippets import Marker
from levers_app.search.view import Scores

_NEAR_VALUES, _COMPARED = 5, 500


def answer(snapshot: Snapshot, query: Query, filters: Filters, sort: Sort, limit: int, offset: int) -> Results:
    """Return one page of what ``query`` and ``filters`` find in ``snapshot``."""
    ranked = snapshot.rank(query)
    fields, unknown = _in_fields(snapshot, query.fields)
    if unknown and not query.wanted and fields == snapshot.facets.everything:
        fields = 0  # nothing is known of what was asked: that is not everything
    found = _found(snapshot, query, filters, ranked) & fields
    shown = to_mask(found & snapshot.facets.matching(filters), len(snapshot.deck))
    scores = ranked.scores if sort == "relevance" and query.wanted else None
    page = _page(shown, scores, snapshot.deck.ranks(sort), offset, limit)
    marker = Marker(ranked.sought)
    return Results(
        query=query.text,
        total=int(np.count_nonzero(shown)),
        hits=tuple(_hit(snapshot, position, ranked, marker) for position in page),
        facets=snapshot.facets.counts(found, filters) if found else {},
        complete=snapshot.view is not None,
        left_out=ranked.left_out,
        corrected=ranked.corrected,
        better=ranked.better,
        unknown=unknown,
    )


def _in_fields(snapshot: Snapshot, fields: Sequence[FieldClause]) -> tuple[int, tuple[UnknownValue, ...]]:
    """Return the cards that the fields of a query let through, and the values that name nothing.

    As with filters, several values of one field add up, and fields cut each other down.
    """
    hits, unknown = snapshot.facets.everything, []
    for name in dict.fromkeys(clause.field for clause in fields):
        either, wanted = 0, False
        for clause in (clause for clause in fields if clause.field == name):
            named, nothing = _named(snapshot, clause)
            unknown += nothing
            if clause.unwanted:
                hits &= ~named
            else:
                either, wanted = either | named, True
        hits &= either if wanted else hits
    return hits, tuple(unknown)


def _named(snapshot: Snapshot, clause: FieldClause) -> tuple[int, list[UnknownValue]]:
    """Return the cards that have one of the values of a field, and the values that name nothing."""
    hits, unknown = 0, []
    for value in clause.values:
        mask = _matching(snapshot, FIELDS[clause.field], value)
        if mask is None:
            unknown.append(_unknown(snapshot, clause.field, value))
        hits |= mask or 0
    return hits, unknown


def _matching(snapshot: Snapshot, facet: str, text: str) -> int | None:
    """Return the cards with the value of ``facet`` that ``text`` names; None when it names none."""
    if facet == YEARS:
        span = years(text)
        return snapshot.facets.during(span) if span else None
    values = snapshot.values.matching(facet, text)
    if not values:
        return None
    return snapshot.facets.having(facet, (value.slug for value in values))


def _unknown(snapshot: Snapshot, field: str, text: str) -> UnknownValue:
    """Return a value that names nothing with the nearest ones: by their letters, else those of the same initial."""
    wanted, values = folded(text), snapshot.values.of(FIELDS[field])
    alike = [value for value in values if wanted and any(name.startswith(wanted[0]) for name in value.names)]
    names = {name: value.written for value in alike or values[:_COMPARED] for name in value.names}
    near = [names[name] for name in get_close_matches(wanted, names, _NEAR_VALUES)]
    others = [value.written for value in alike or values]
    return UnknownValue(field, text, tuple(dict.fromkeys(near or others[:_NEAR_VALUES])))


def _found(snapshot: Snapshot, query: Query, filters: Filters, ranked: Ranked) -> int:
    """Return the hits before filtering; without any word typed, fields and filters choose among all."""
    if query.wanted:
        return from_mask(ranked.scores > 0)
    if not query.fields and (query.text.strip() or filters.empty()):
        return 0
    return snapshot.facets.everything & ~from_mask(ranked.excluded)


def _page(shown: Mask, scores: Scores | None, ranks: Ranks, offset: int, limit: int) -> Sequence[int]:
    """Return the positions of one page, best first; cards of equal score come in the usual order."""
    places, end = np.flatnonzero(shown), offset + limit
    if scores is None:
        order = np.argsort(ranks[places])
    else:
        if 0 < end < len(places):
            least = np.partition(scores[places], -end)[-end]
            places = places[scores[places] >= least]
        order = np.lexsort((ranks[places], -scores[places]))
    found: list[int] = places[order][offset:end].tolist()
    return found


def _hit(snapshot: Snapshot, position: int, ranked: Ranked, marker: Marker) -> Hit:
    card = snapshot.deck.at(position)
    body = snapshot.view.body(position) if snapshot.view is not None and ranked.sought.shows else ""
    return Hit(
        card=card,
        title=marker.spans(card.title),
        score=round(float(ranked.scores[position]), 4),
        snippet=marker.snippet(body, card.summary),
    )
