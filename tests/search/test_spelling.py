import pytest

from levers_app.search.engine import SearchEngine
from levers_app.search.lexicon import Lexicon
from levers_app.search.spelling import nearest

LEXICON = Lexicon(["mediation médiation", "mediation mediation", "hall hall"])


@pytest.mark.parametrize("typed", ["mediaton", "mediattion", "medaition", "mediatian"])
def test_one_wrong_letter_is_understood(typed: str) -> None:
    assert nearest(typed, LEXICON, len, unfinished=False) == "mediation"


@pytest.mark.parametrize("typed", ["mediation", "hal", "xyzxyz", "l251-2"])
def test_existing_short_and_far_words_are_left_alone(typed: str) -> None:
    assert nearest(typed, LEXICON, len, unfinished=False) is None


def test_the_beginning_of_a_word_is_no_error() -> None:
    assert nearest("mediat", LEXICON, len, unfinished=True) is None


def test_the_most_accented_form_is_shown() -> None:
    assert LEXICON.accented("mediation") == "médiation"


def test_a_corrected_word_is_said_with_its_accents(engine: SearchEngine) -> None:
    assert engine.search("vidoprotection ").corrected == (("vidoprotection", "vidéoprotection"),)
