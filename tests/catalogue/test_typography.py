"""French typography, rule by rule."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.typography import french, only_characters, shortened

PIECES = (
    *("mot", "l", "12", "000", "1", "2019", " ", "  ", "\u00a0", "\u202f", "\n", "-", "–", ",", ".", "...", "*", "**"),
    *(
        ";",
        "?",
        "!",
        ":",
        "%",
        "€",
        "n°",
        "'",
        "’",
        '"',
        "«",
        "»",
        "(",
        ")",
        "[",
        "]",
        "[gltd-2]",
        "https://a.fr/?b",
        "a@b.fr",
    ),
)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("l'îlot d'en face", "l’îlot d’en face"),
        ('dit "îlot" et "hall"', "dit «\u00a0îlot\u00a0» et «\u00a0hall\u00a0»"),
        ("«îlot»", "«\u00a0îlot\u00a0»"),
        ("deux temps : un, deux", "deux temps\u00a0: un, deux"),
        ("pourquoi? parce que; oui !", "pourquoi\u202f? parce que\u202f; oui\u202f!"),
        ("quoi ?!", "quoi\u202f?!"),
        ("30 % et 5€", "30\u00a0% et 5\u00a0€"),
        ("n°12, N° 3", "n°\u00a012, N°\u00a03"),
        ("36 000 logements, 1 200 000 €", "36\u202f000 logements, 1\u202f200\u202f000\u00a0€"),
        ("-30 % de plaintes (-2,5 %)", "−30\u00a0% de plaintes (−2,5\u00a0%)"),
        ("-1 000 €", "−1\u202f000\u00a0€"),
        ("de 2018-2021", "de 2018–2021"),
        ("et cetera...", "et cetera…"),
        ("**Gras :** suite", "**Gras\u00a0:** suite"),
    ],
)
def test_rule(typed: str, set_: str):
    assert french(typed) == set_


@pytest.mark.parametrize(
    "text",
    [
        "vu [gltd-2, clspd-1] ici",
        "https://exemple.fr/?a=l'b;c!",
        "nom@exemple.fr",
        "à 12:30",
        "L251-2 du code",
        "06-12-34",
        "sans rien à changer",
        "",
    ],
)
def test_data_goes_through_untouched(text: str):
    assert french(text) == text


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_twice_changes_nothing_more(text: str):
    assert french(french(text)) == french(text)


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_no_word_is_lost(text: str):
    assert re.findall(r"\w+", french(text)) == re.findall(r"\w+", text)


@pytest.mark.parametrize(
    "run", ["x", " ", "1", "-", ";", "«", "»", "[a-1", "@", "a@", "1 000 ", "a: ", '"', "https://"]
)
def test_very_long_runs_are_no_trap(run: str):
    text = "a" + run * (100_000 // len(run)) + ' »" ;@%'
    assert french(french(text)) == french(text)


RANGES = (0x00, 0x20), (0x7F, 0xA0), (0x202A, 0x202F), (0x2066, 0x206A)
CONTROLS = st.sampled_from([chr(code) for codes in RANGES for code in range(*codes)])


@given(CONTROLS, st.text(st.characters(categories=["L"]), max_size=5))
def test_a_control_is_seen_and_what_breaks_a_line_is_a_space(control: str, around: str):
    shown = only_characters(f"({around}{control}{around})")
    stands = {"\t": "\t", "\n": "\n", "\r": "\r", "\v": " ", "\f": " ", "\x85": " "}.get(control, "\ufffd")
    assert shown == f"({around}{stands}{around})"


@pytest.mark.parametrize("text", ["👩\u200d🚒", "می\u200cخواهم", "a\u200fb", "un\u00addeux", "é e\u0301 \u202f;"])
def test_what_joins_or_parts_letters_stays(text: str):
    assert only_characters(text) == text


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        ("Vidéoprotection des halls", 25, "Vidéoprotection des halls"),
        ("Vidéoprotection des halls", 24, "Vidéoprotection des…"),
        ("Vidéoprotection des halls", 20, "Vidéoprotection des…"),
        ("Un hall\u00a0: la suite", 10, "Un hall…"),
        ("a.fr/" + "x" * 40, 12, "a.fr/xxxxxx…"),
        ("de " + "x" * 40, 12, "de xxxxxxxx…"),
    ],
)
def test_long_texts_are_cut_between_words_unless_one_is_very_long(text, most, said):
    assert shortened(text, most) == said


@given(st.text(), st.integers(2, 40))
def test_shortened_texts_have_room(text, most):
    assert len(shortened(text, most)) <= most
