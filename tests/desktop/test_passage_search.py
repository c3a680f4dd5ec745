"""What words find in a text of a sheet: the same as the search."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from levers_app.app import open_folder
from levers_app.desktop.passage_search import look
from levers_app.paths import DataFolder
from levers_app.services import Services


@pytest.fixture
def services(data: DataFolder) -> Iterator[Services]:
    services = open_folder(data)
    yield services
    services.close()


def found(services: Services, words: str, text: str) -> list[str]:
    """The passages of ``text``, cut out where Qt would."""
    (passages,) = look(services, words, [text], []).passages
    units = text.encode("utf-16-le")
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in (p.stretch for p in passages)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("securite", "La sécurité et les Sécurités", ["sécurité", "Sécurités"]),
        ("rodeo", "Des rodéos, un rodéo", ["rodéos", "rodéo"]),
        ("média", "médiation, médiateurs", ["médiation", "médiateurs"]),
        ("hall occupé", "un hall occupé, des halls propres", ["hall occupé", "halls"]),
        ('"hall occupé"', "un hall occupé, un logement occupé", ["hall occupé"]),
        ('"occupation de halls"', "occupations du hall. Occupation. Halls", ["occupations du hall"]),
        ('hall "hall occupé"', "un hall, un hall occupé", ["hall", "hall occupé"]),
        ("gup", "la gestion urbaine de proximité", ["gestion urbaine de proximité"]),
        ("hall -cave", "le hall et la cave", ["hall"]),
        ("hall", "👩‍🚒 dans le hall 🏢 et le hall", ["hall", "hall"]),
        ("hall", "rien de tel", []),
        ('-" * :', "rien de tel", []),
    ],
)
def test_words_find_passages(services: Services, words: str, text: str, expected: list[str]) -> None:
    assert found(services, words, text) == expected


def test_words_of_two_paragraphs_are_two_passages(services: Services) -> None:
    assert found(services, "hall occupé", "le hall\noccupé") == ["hall", "occupé"]


def test_the_full_sheet_is_counted(services: Services) -> None:
    assert look(services, "hall", ["un hall"], ["un hall", "deux halls, trois halls"]).in_full == 3


def test_any_words_in_any_text_give_places_of_that_text_in_order(services: Services) -> None:
    @given(st.text(max_size=60), st.text(max_size=200))
    @example('"' * 2_000, "l’« occupé » " * 50)
    @example('"hall occupé" ' * 100, "hall occupé " * 2_000)
    @example("\x00 * -", "\x00\ufffc\u2028")
    def try_out(words: str, text: str) -> None:
        (passages,) = look(services, words, [text], []).passages
        places = [place for passage in passages for stretch in passage.words for place in stretch]
        assert places == sorted(places)
        assert all(0 <= place <= len(text.encode("utf-16-le", "surrogatepass")) // 2 for place in places)

    try_out()
