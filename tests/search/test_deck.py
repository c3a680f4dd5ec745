"""Positions, orders and facets after changes are what they would be had everything been read anew."""

from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.records import Card
from levers_app.search.deck import Deck
from levers_app.search.facets import FacetTable, Filters, positions_of

ORDERS = ("relevance", "title", "place", "date")
CARDS = st.builds(
    Card,
    id=st.sampled_from([f"case:{n}" for n in range(12)]),
    kind=st.just("case"),
    title=st.sampled_from(["Écoute", "ecole", "Zone", "Œuvre", "abri", ""]),
    problems=st.lists(st.sampled_from(["bruit", "vols"]), unique=True).map(tuple),
    outcome=st.sampled_from(["positif", "mitige", ""]),
    place=st.sampled_from(["Lyon", "Évry", ""]),
    start=st.none() | st.integers(2010, 2025),
    end=st.none() | st.integers(2010, 2025),
)
STEPS = st.lists(st.tuples(st.booleans(), CARDS), max_size=20)


def in_order(deck: Deck, name: str) -> list[str]:
    ranks = deck.ranks(name)
    return [card.id for _, card in sorted(deck.present(), key=lambda pair: ranks[pair[0]])]


def counts(deck: Deck, table: FacetTable) -> object:
    return {name: dict(values) for name, values in table.counts(table.everything, Filters()).items()}


def ids(deck: Deck, hits: int) -> set[str]:
    return {deck.at(position).id for position in positions_of(hits)}


@given(st.lists(CARDS, unique_by=lambda card: card.id), STEPS)
def test_a_changed_deck_is_as_one_read_anew(cards: list[Card], steps: list[tuple[bool, Card]]) -> None:
    deck, known = Deck(cards), {card.id: card for card in cards}
    table = FacetTable(deck)
    for name in ORDERS:
        deck.ranks(name)
    for kept, card in steps:
        fresh = {card.id: card} if kept else {}
        deck, changes = deck.changed([card.id], fresh)
        table = table.changed(deck, changes)
        known.pop(card.id, None)
        known |= fresh
    anew = Deck(known.values())
    assert [in_order(deck, name) for name in ORDERS] == [in_order(anew, name) for name in ORDERS]
    assert counts(deck, table) == counts(anew, FacetTable(anew))
    assert ids(deck, table.during((2015, 2019))) == ids(anew, FacetTable(anew).during((2015, 2019)))


def test_a_card_keeps_its_position_when_others_go() -> None:
    deck = Deck([Card("case:a", "case", "A"), Card("case:b", "case", "B")])
    without, _ = deck.changed(["case:a"], {})
    assert without.positions["case:b"] == deck.positions["case:b"]
    assert [card.id for _, card in without.present()] == ["case:b"]


def test_what_has_not_ended_goes_on_in_every_later_year() -> None:
    deck = Deck([Card("case:a", "case", "A", start=2016), Card("case:b", "case", "B", start=2016, end=2017)])
    table = FacetTable(deck)
    assert ids(deck, table.during((2020, 2020))) == {"case:a"}
    assert ids(deck, table.having("period", ("2015-2019",))) == {"case:a", "case:b"}
    assert ids(deck, table.having("period", ("depuis-2024",))) == {"case:a"}
