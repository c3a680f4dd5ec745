from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.records import Card
from levers_app.search.deck import Deck
from levers_app.search.facets import FacetTable, Filters, bits, positions_of

CARDS = [
    Card("lever:a", "lever", "A", family="surete", problems=("bruit",)),
    Card("lever:b", "lever", "B", family="observation"),
    Card("case:1", "case", "1", levers=("a", "b"), outcome="positif", problems=("bruit", "vols")),
    Card("case:2", "case", "2", levers=("a",), outcome="mitige", problems=("vols",)),
    Card("text:t", "text", "T", levers=("a",)),
]
TABLE = FacetTable(Deck(CARDS))


def ids(hits: int) -> list[str]:
    return [CARDS[position].id for position in positions_of(hits)]


def test_values_of_one_facet_add_up() -> None:
    assert ids(TABLE.matching(Filters(outcome=("positif", "mitige")))) == ["case:1", "case:2"]


def test_facets_cut_each_other_down() -> None:
    assert ids(TABLE.matching(Filters(kind=("case",), problem=("bruit",)))) == ["case:1"]


def test_an_example_has_the_families_of_its_levers() -> None:
    assert ids(TABLE.matching(Filters(family=("observation",)))) == ["lever:b", "case:1"]


def test_a_facet_counts_without_its_own_choice() -> None:
    counts = TABLE.counts(TABLE.everything, Filters(outcome=("positif",)))
    assert counts["outcome"] == {"mitige": 1, "positif": 1}
    assert counts["kind"] == {"case": 1}


def test_an_unknown_value_lets_nothing_through() -> None:
    assert TABLE.matching(Filters(region=("Atlantide",))) == 0


def test_no_cards_no_counts() -> None:
    assert FacetTable(Deck([])).counts(0, Filters())["kind"] == {}


@given(st.sets(st.integers(0, 300)))
def test_bits_and_positions_mirror_each_other(positions: set[int]) -> None:
    assert positions_of(bits(sorted(positions), 301)) == sorted(positions)
