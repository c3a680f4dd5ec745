"""Finds the examples in which a person's own words are, for advice that sets them before others."""

from typing import TYPE_CHECKING

from levers_app.search.facets import Filters

if TYPE_CHECKING:
    from levers_app.search.engine import SearchEngine

_MOST = 1000


def mentions(engine: "SearchEngine", words: str) -> list[str]:
    """Return the ids of the examples in which ``engine`` finds ``words``, which are not blank: that would be all."""
    return [hit.card.id for hit in engine.search(words, Filters.of({"kind": ("case",)}), limit=_MOST).hits]
