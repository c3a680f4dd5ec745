import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.search.query import MAX_CLAUSES, Clause, parse


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


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    assert parse(text).text == text
