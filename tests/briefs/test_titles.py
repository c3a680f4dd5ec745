"""Titles that go over: their last line is no word alone, and they take no line more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.briefs import styles
from levers_app.briefs.prose import UNBOUNDED, Prose, plain
from levers_app.briefs.titles import balanced

FORGOTTEN = [
    "Nîmes, Mas de Mingue : un droit de retrait soutenu par la direction",
    "Des locataires reprennent leur hall à heures fixes, autour d’un petit café",
    "Accompagnement social et psychique des situations à l’origine de troubles de voisinage, "
    "de dégradations et de leurs effets",
]
EVEN = ["Vidéoprotection", "Conseil local ou intercommunal de sécurité et de prévention de la délinquance (CLSPD)"]


def rows(title: Prose) -> list[str]:
    """Return the lines of a title at the width of a page."""
    title.wrap(styles.WIDTH, UNBOUNDED)
    lines = title.blPara.lines
    return [" ".join(line[1]) for line in lines]


@pytest.mark.parametrize("text", FORGOTTEN)
def test_a_title_with_a_word_on_its_last_line_is_cut_in_the_middle(text):
    before, after = rows(plain(text, styles.TITLE)), rows(balanced(plain(text, styles.TITLE)))
    assert len(before[-1]) < len(before[0]) / 3
    assert len(after) == len(before)
    assert len(after[-1]) > len(after[0]) / 2
    assert " ".join(after) == text


@pytest.mark.parametrize("text", EVEN)
def test_other_titles_are_left(text):
    assert rows(balanced(plain(text, styles.TITLE))) == rows(plain(text, styles.TITLE))


@given(st.lists(st.text("abcdéœ’", min_size=1, max_size=30), min_size=1, max_size=20).map(" ".join))
def test_a_title_never_takes_a_line_more(text):
    assert len(rows(balanced(plain(text, styles.TITLE)))) == len(rows(plain(text, styles.TITLE)))
