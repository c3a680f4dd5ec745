"""What was taken out comes back where it was, and nothing that was written since is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.putting_back import put_back

WORDS = st.text("ab \n", max_size=12)


@given(WORDS, WORDS, WORDS, WORDS)
def test_undone_at_once_all_is_as_it_was(head: str, gone: str, tail: str, instead: str) -> None:
    before, after = head + gone + tail, head + instead + tail
    assert put_back(before, after, after) == before
    rows, left = tuple(before), tuple(after)
    assert put_back(rows, left, left) == rows


@given(WORDS, WORDS, WORDS, WORDS)
def test_whatever_was_written_since_is_still_there(head: str, gone: str, tail: str, now: str) -> None:
    back = put_back(tuple(head + gone + tail), tuple(head + tail), tuple(now))
    assert all(back.count(letter) >= now.count(letter) for letter in now)


@pytest.mark.parametrize(
    ("now", "back"),
    [
        ("Appeler le soir, puis le matin", "Appeler Karim le soir, puis le matin"),
        ("Ne pas appeler le jour", "Ne pas appeler le jourKarim "),
        ("Hier. Appeler le soir", "Hier. Appeler Karim le soir"),
    ],
    ids=["written-after", "written-around", "written-before"],
)
def test_words_come_back_where_they_were_among_new_ones(now: str, back: str) -> None:
    assert put_back("Appeler Karim le soir", "Appeler le soir", now) == back


def test_a_row_comes_back_between_its_neighbours_though_they_changed() -> None:
    assert put_back(("un", "deux", "trois"), ("un", "trois"), ("un", "trois et demi")) == (
        "un",
        "deux",
        "trois et demi",
    )
