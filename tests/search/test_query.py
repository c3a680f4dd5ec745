import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.search.query import MAX_CLAUSES, Clause, parse, values_of


def test_all_words_are_wanted_and_stop_words_are_not() -> None:
    assert [clause.words for clause in parse("l'éclairage des parkings ").wanted] == [("eclairage",), ("parkings",)]


def test_quotes_hold_words_together() -> None:
    held = Clause("diagnostic en marchant", ("diagnostic", "marchant"), exact=True)
    assert parse('"diagnostic en marchant" ').wanted == (held,)


@pytest.mark.parametrize("text", ['"point de', "« point de", "“point de"])
def test_an_open_quote_runs_to_the_end(text: str) -> None:
    assert [clause.words for clause in parse(text).wanted] == [("point",)]


def test_a_minus_leaves_words_out() -> None:
    query = parse('hall -police -"point de deal" ')
    assert [clause.words for clause in query.wanted] == [("hall",)]
    assert [clause.words for clause in query.unwanted] == [("police",), ("point", "deal")]


@pytest.mark.parametrize("text", ["inter-bailleurs", "rez-de-chaussée", "hall - police"])
def test_a_hyphen_inside_a_word_or_alone_is_no_minus(text: str) -> None:
    assert parse(text).unwanted == ()


def test_only_the_last_word_may_be_unfinished() -> None:
    assert [clause.unfinished for clause in parse("hall occ").wanted] == [False, True]


@pytest.mark.parametrize("text", ["hall occ ", "hall occ,", '"hall occ"'])
def test_a_blank_or_a_mark_finishes_the_last_word(text: str) -> None:
    assert not any(clause.unfinished for clause in parse(text).wanted)


def test_a_stop_word_being_typed_does_not_disturb_the_others() -> None:
    assert parse("hall de").wanted == (Clause("hall", ("hall",)),)
    assert parse("de").wanted == (Clause("de", ("de",), unfinished=True),)


@pytest.mark.parametrize("text", ["", " ", "-", "*", ":", '"', '""', "(", "«»", "\x00", "—", "le la "])
def test_what_means_nothing_asks_for_nothing(text: str) -> None:
    assert parse(text).wanted == ()


def test_a_pasted_page_is_cut() -> None:
    assert len(parse(" ".join(f"mot{i}" for i in range(50_000))).wanted) == MAX_CLAUSES


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("type:levier,exemple hall", ("levier", "exemple")),
        ('ville : "Le Havre",Toulouse', ("Le Havre", "Toulouse")),
        ("-ville:Lyon,« Le Havre »", ("Lyon", "Le Havre")),
        ('levier:"vidéo, médiation"', ("vidéo, médiation",)),
        ("type:levier,", ("levier",)),
        ("type:,levier,,levier", ("levier",)),
        ("année:2019,2021..2023", ("2019", "2021..2023")),
    ],
)
def test_commas_part_the_values_of_a_field(text: str, values: tuple[str, ...]) -> None:
    (field,) = parse(text).fields
    assert field.values == values


def test_a_list_ends_at_a_blank() -> None:
    query = parse("ville:Toulouse, hall")
    assert ([field.text for field in query.fields], query.wanted[0].text) == (["ville:Toulouse,"], "hall")


@pytest.mark.parametrize("text", ["type:,", "type:,,", 'type:"",', "type:, hall"])
def test_a_list_of_nothing_asks_for_nothing(text: str) -> None:
    assert parse(text).fields == ()


def test_a_pasted_list_is_cut() -> None:
    text = " ".join(f"ville:{','.join(f'a{number}' for number in range(20))}" for _ in range(20))
    assert sum(len(field.values) for field in parse(text).fields) == MAX_CLAUSES


@given(st.text(alphabet='a,"«» \t') | st.text())
def test_the_values_of_any_text_hold_no_quotes_and_come_once(text: str) -> None:
    values = values_of(text)
    assert all(value.strip() and not set(value) & set('"«»“”') for value in values)
    assert len(set(values)) == len(values)


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    assert parse(text).text == text
