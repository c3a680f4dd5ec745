import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.search.analysis import fold, stem, stems, tokens


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sécurité", ["securite"]),
        ("se\u0301curite\u0301", ["securite"]),
        ("Cœur, œuvre, \ufb01che, ǽ", ["coeur", "oeuvre", "fiche", "ae"]),
        ("l’éclairage d'un hall", ["l", "eclairage", "d", "un", "hall"]),
        ("C.L.S.P.D. c.l.s.p.d", ["clspd", "clspd"]),
        ("L251-2 L. 251-2 L.\u00a0251-2 l.251-2", ["l251-2"] * 4),
        ("article 1388 bis", ["article", "1388bis"]),
        ("2019–2023", ["2019", "2023"]),
        ("média\u00adtion", ["mediation"]),
        ("ＣＬＳＰＤ", ["clspd"]),
    ],
)
def test_words_are_cut_and_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_hyphenated_words_also_give_their_whole() -> None:
    assert [token.joined for token in tokens("bailleurs inter-bailleurs")] == ["", "", "interbailleurs"]


@pytest.mark.parametrize(
    "same",
    [
        ("rodéo", "rodéos", "RODEOS"),
        ("vidéo", "vidéos"),
        ("agressé", "agressée", "agressés", "agressées", "agression", "agresser"),
        ("dégradation", "degradations"),
        ("sécurité", "securite"),
        ("squat", "squats", "squatté", "squatter"),
        ("jetées", "jeter", "jeté"),
        ("hall", "halls"),
    ],
)
def test_forms_of_a_word_have_one_stem(same: tuple[str, ...]) -> None:
    assert len({stem(fold(word)) for word in same}) == 1


def test_stop_words_are_folded_too() -> None:
    assert stems("même été à l’entrée où ils étaient") == ("entre",)


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    ends = [0]
    for token in tokens(text):
        assert ends[-1] <= token.start < token.end <= len(text)
        ends.append(token.end)


@given(st.text(min_size=1))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
