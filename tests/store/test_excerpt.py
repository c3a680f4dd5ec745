"""Summaries of lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.store.excerpt import SUMMARY_LENGTH, excerpt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un **mot** fort [gltd-2], puis\n\nun autre [a-1, b-2].", "Un mot fort, puis un autre."),
        ("# Titre\ntexte", "Titre texte"),
        ("À 10\u00a0% ou plus", "À 10\u00a0% ou plus"),
        ("", ""),
    ],
)
def test_marks_and_line_ends_are_left_out(text: str, expected: str):
    assert excerpt(text) == expected


def test_long_text_is_cut_at_a_word():
    cut = excerpt("plusieurs " * 60)
    assert cut.endswith("plusieurs…")


@given(st.text(max_size=1500))
def test_never_longer_than_the_limit(text: str):
    assert len(excerpt(text)) <= SUMMARY_LENGTH
