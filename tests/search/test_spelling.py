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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mediatuer", "médiateur"),
        ("residance", "résidence"),
        ("vidéoprotecsion", "vidéoprotection"),
        ("drone", "drogue"),
    ],
)
def test_words_that_are_near_are_offered_with_their_accents(engine: SearchEngine, typed: str, meant: str) -> None:
    near = engine.near_words(typed)
    assert near[0] == meant
    assert all(engine.search(f"{word} ").total for word in near)


@pytest.mark.parametrize("typed", ["zzzyx", "ab", "", "l251-2", "\0", "ñandú" * 100])
def test_nothing_is_offered_for_what_resembles_nothing(engine: SearchEngine, typed: str) -> None:
    assert engine.near_words(typed) == ()


@pytest.mark.parametrize(
    ("typed", "meant"), [("sovage", "sauvage"), ("fotographie", "photographie"), ("renforssement", "")]
)
def test_a_word_written_as_it_sounds_is_understood(typed: str, meant: str) -> None:
    words = Lexicon(["sauvage sauvage", "sondage sondage", "photographie photographie", "hall hall"])
    expected = meant if meant and meant[0] == typed[0] else None
    assert nearest(typed, words, lambda _: 1, unfinished=False) == expected


@pytest.mark.parametrize(("typed", "part"), [("multipartenarial", "partenariale"), ("supergardien", "gardien")])
def test_of_a_word_made_of_others_these_are_offered(engine: SearchEngine, typed: str, part: str) -> None:
    assert part in engine.near_words(typed)
