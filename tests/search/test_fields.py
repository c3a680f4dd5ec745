import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.records import Card
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.fields import FIELDS, Values, field_of, years

CARDS = [
    Card("lever:clspd", "lever", "Conseil local de sécurité", short="Conseil local", acronyms=("CLSPD",)),
    Card("case:1", "case", "Un", place="Saint-Denis", department="93", region="Île-de-France"),
    Card("case:2", "case", "Deux", place="Rennes", department="35", region="Bretagne"),
]


@pytest.fixture(scope="module")
def values(vocabulary: Vocabulary) -> Values:
    return Values(vocabulary, lambda: CARDS)


@pytest.mark.parametrize(
    "name", ["famille", "Famille", "département", "DEPARTEMENT", "dept", "année", "résultat", "commune"]
)
def test_a_field_is_known_in_any_writing(name: str) -> None:
    assert field_of(name) in FIELDS


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2019", (2019, 2019)),
        ("2019..2023", (2019, 2023)),
        ("2023..2019", (2019, 2023)),
        ("2019-2023", (2019, 2023)),
        ("2019–2023", (2019, 2023)),
        ("2019..", (2019, 9999)),
        ("..2020", (0, 2020)),
        ("", None),
        ("..", None),
        ("20192023", None),
        ("hier", None),
    ],
)
def test_years_are_read_as_people_write_them(text: str, span: tuple[int, int] | None) -> None:
    assert years(text) == span


@pytest.mark.parametrize(
    ("facet", "text", "slugs"),
    [
        ("family", "surete", ["surete"]),
        ("family", "dév", ["developpement-social"]),
        ("department", "93", ["93"]),
        ("department", "seine saint", ["93"]),
        ("department", "Ille-et-Vilaine", ["35"]),
        ("place", "saint denis", ["Saint-Denis"]),
        ("region", "ile de france", ["Île-de-France"]),
        ("outcome", "négatif", ["negatif"]),
        ("lever", "clspd", ["clspd"]),
        ("kind", "exemples", ["case"]),
        ("problem", "rodéos", ["rodeos-motorises"]),
        ("place", "xyz", []),
        ("place", "", []),
    ],
)
def test_a_value_is_named_by_its_words_or_their_beginning(
    values: Values, facet: str, text: str, slugs: list[str]
) -> None:
    assert [value.slug for value in values.matching(facet, text)] == slugs


@given(st.text(max_size=40))
def test_any_text_names_some_values_or_none(text: str) -> None:
    assert years(text) is None or isinstance(years(text), tuple)
    assert field_of(text) is None or field_of(text) in FIELDS
