"""Saved searches as places of the window, and places as searches to save; read off the GUI thread, no Qt here."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple, get_args

from levers_app.catalogue.freshness import STALE
from levers_app.catalogue.typography import shortened
from levers_app.desktop.place import KIND_LABELS, SORT_LABELS, SORTS, Page, Place
from levers_app.store.saved_search import NAME_LENGTH, SavedSearch

if TYPE_CHECKING:
    from levers_app.desktop.rows import Listing
    from levers_app.services import Services

_PAGES: Mapping[str, Page] = {page: page for page in get_args(Page) if page in SORTS}
_PAGE_NAMES: Mapping[Page, str] = {"levers": "Leviers", "cases": "Exemples"}


class Kept(NamedTuple):
    """A saved search of this base.

    Attributes:
        saved: as it was saved.
        place: the list it opens; none where a later version wrote its page.
        ignored: filters that no longer mean anything here.
    """

    saved: SavedSearch
    place: Place | None
    ignored: tuple[str, ...] = ()


def can_be_saved(place: Place) -> bool:
    """Whether ``place`` is a search: words or filters that choose among records."""
    return place.page in SORTS and bool(place.query.strip() or any(place.filters.values()))


def same_search(one: Place, other: Place) -> bool:
    """Whether both find the same rows in the same order."""
    return _key(one) == _key(other)


def as_saved(name: str, place: Place) -> SavedSearch:
    """Return ``place`` under a name."""
    filters = {facet: slugs for facet, slugs in place.filters.items() if slugs}
    return SavedSearch(name, place.page, place.query.strip(), filters, place.sort)


def words_of(place: Place, listing: "Listing") -> tuple[str, ...]:
    """Return what is searched, in words: the query, the page, and the values of each filter as its list names them."""
    labels = {(facet.name, value.slug): value.label for facet in listing.facets for value in facet.values}
    labels |= {("kind", slug): label for slug, label in KIND_LABELS.items()}
    chosen = (
        " ou ".join(labels.get((facet, slug), slug) for slug in slugs)
        for facet, slugs in place.filters.items()
        if slugs
    )
    parts = (place.query.strip(), _PAGE_NAMES.get(place.page, ""), *chosen)
    return tuple(part for part in parts if part)


def suggested_name(place: Place, listing: "Listing") -> str:
    """Return a name for a search that has none yet."""
    return shortened(" · ".join(words_of(place, listing)), NAME_LENGTH)


def told(place: Place, listing: "Listing") -> str:
    """Return all that is saved with a search."""
    return " · ".join((*words_of(place, listing), f"tri par {SORT_LABELS[place.sort]}"))


# On workers.


def kept_searches(services: "Services") -> tuple[Kept, ...]:
    """Return the saved searches as this version and this base understand them."""
    return tuple(_kept(saved, services) for saved in services.personal.saved_searches())


def count(services: "Services", place: Place) -> int:
    """Return how many results a saved search has now."""
    from levers_app.desktop.listing import Lister  # noqa: PLC0415 - search is imported when it is first needed

    return Lister(services).count(place)


def _kept(saved: SavedSearch, services: "Services") -> Kept:
    page = _PAGES.get(saved.page)
    if page is None:
        return Kept(saved, None)
    filters = {facet: _known(facet, slugs, services) for facet, slugs in saved.filters.items()}
    ignored = [slug for facet, slugs in saved.filters.items() for slug in _unknown(facet, slugs, filters[facet])]
    sorts = SORTS[page]
    if saved.sort not in sorts:
        ignored.append(f"tri «\u00a0{saved.sort}\u00a0»")
    place = Place(
        page=page,
        query=saved.query,
        filters={facet: slugs for facet, slugs in filters.items() if slugs},
        sort=next((sort for sort in sorts if sort == saved.sort), sorts[0]),
    )
    return Kept(saved, place, tuple(ignored))


def _known(facet: str, slugs: tuple[str, ...], services: "Services") -> tuple[str, ...]:
    """Return those of ``slugs`` that the facet can still have; places and periods are not a closed list."""
    from levers_app.search.facets import Filters  # noqa: PLC0415 - see count

    words = services.vocabulary
    closed: dict[str, Iterable[str]] = {
        "kind": KIND_LABELS,
        "family": words.families,
        "problem": words.problems,
        "outcome": words.outcomes,
        "territory": words.territories,
        "strength": words.strengths,
        "intensity": words.intensities,
        "status": words.statuses,
        "confidentiality": words.confidentialities,
        "freshness": (STALE,),
    }
    if facet == "lever":
        known = services.base.reader.cards_of([f"lever:{slug}" for slug in slugs])
        return tuple(slug for slug in slugs if f"lever:{slug}" in known)
    if facet in closed:
        return tuple(slug for slug in slugs if slug in closed[facet])
    return slugs if facet in {field.name for field in fields(Filters) if field.default == ()} else ()


def _unknown(facet: str, slugs: tuple[str, ...], known: tuple[str, ...]) -> Iterable[str]:
    if not slugs:
        return (facet or "filtres",)
    return (slug for slug in slugs if slug not in known)


def _key(place: Place) -> tuple[object, ...]:
    filters = {facet: frozenset(slugs) for facet, slugs in place.filters.items() if slugs}
    return (place.page, place.query.strip(), filters, place.sort)
