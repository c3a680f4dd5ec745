"""The privacy guard: what it must find in every French form, what it must leave in peace, and that it never tires."""

import dataclasses
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.content import load_bundle
from levers_app.catalogue.privacy import ADVICE, LABELS, LIMITS, WHY, Finding, find_personal_data
from levers_app.catalogue.typography import french
from levers_app.paths import content_folder
from tests.catalogue.privacy_examples import FOUND, LEFT_IN_PEACE, N, T


def marked(text: str) -> tuple[str, list[str]]:
    """Return the text without its marks, and what stood between them."""
    parts = text.replace("⟧", "⟦").split("⟦")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_is_found(kind: str, text: str):
    plain, expected = marked(text)
    assert [(finding.kind, finding.text) for finding in find_personal_data(plain)] == [
        (kind, part) for part in expected
    ]


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_is_found_with_accents_apart_and_in_a_sentence(kind: str, text: str):
    plain, expected = marked(unicodedata.normalize("NFD", f"Vu hier : {text} ; fin"))
    assert [(finding.kind, finding.text) for finding in find_personal_data(plain)] == [
        (kind, part) for part in expected
    ]


@pytest.mark.parametrize("text", LEFT_IN_PEACE)
def test_is_left_in_peace(text: str):
    assert find_personal_data(text) == []
    assert find_personal_data(f"On a vu cela. {french(text)}\u202f; fin.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Karim Benali, 06 12 34 56 78, karim@exemple.fr, 14 rue des Lilas, AB-123-CD",
        "M. Dupont (FR76 3000 6000 0112 3456 7890 189) et Mme Petit",
    ],
)
def test_findings_come_in_the_order_of_the_text(text: str):
    found = find_personal_data(text)
    assert len(found) > 1
    assert_sound(text, found)


@pytest.mark.parametrize("before", ["", "Vu hier\n", "Vu hier ("])
def test_a_nickname_may_begin_a_line(before: str):
    assert [found.text for found in find_personal_data(f'{before}dit "le Chinois"')] == ["le Chinois"]


def test_the_longest_finding_wins():
    assert [found.kind for found in find_personal_data("12 rue Karim Benali")] == ["address"]
    assert [found.text for found in find_personal_data("M. Karim Benali")] == ["M. Karim Benali"]
    assert [found.kind for found in find_personal_data("karim.benali@exemple.fr")] == ["email"]


def assert_sound(text: str, found: list[Finding]) -> None:
    ends = [0, *(finding.end for finding in found)]
    assert all(end <= finding.start < finding.end for end, finding in zip(ends, found, strict=False))
    assert all(text[finding.start : finding.end] == finding.text for finding in found)
    assert all(finding.kind in LABELS for finding in found)


PIECES = (
    *("06", "12 34", "+33", "00", "(0)", "75", "93200", "AB", "cd", "123", "2A", "FR76", "@", ".", ".fr", "[at]", "-"),
    *("/", "M.", "Mme", "MM.", "et", "le", "la", "de", "d’", "d'", "X", "K.", "Karim", "KARIM", "Benali", "BENALI"),
    *("Rose", "gardien", "famille", "rue", "rues", "Lilas", "bis", "n°", "bât.", "B", "apt", "étage", "3e", "porte"),
    *("Saint", "Habitat", "ans", " ", "  ", "\n", "\t", N, T, "\u200b", "\u00ad", "\u0301", "*", "_", ",", ";", ":"),
    *("(", ")", "«", "»", "&", "😀", "İ", "ß", "né", "née", "mars", "1998", "m.", "mme", "monsieur", "dit", "surnommé"),
    *(
        "snap",
        "insta",
        "://",
        "www.",
        ".com/",
        "PV",
        "dossier",
        "zéro",
        "six",
        "appelle",
        "s'",
        "n'",
        "el",
        "J-P.",
        "Nom",
    ),
)


@given(
    st.text()
    | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
    | st.lists(st.sampled_from(PIECES)).map(" ".join)
)
def test_any_text_gives_sound_findings(text: str):
    assert_sound(text, find_personal_data(text))


@pytest.mark.parametrize("before", ["", "\n", " ", "😀 ", "Puis, ", "(", "« "])
@pytest.mark.parametrize("after", ["", "\n", ".", " ;", ")", " »"])
def test_what_surrounds_changes_nothing(before: str, after: str):
    for _, example in FOUND:
        plain, expected = marked(before + example + after)
        assert [finding.text for finding in find_personal_data(plain)] == expected


@pytest.mark.parametrize("run", ["0", "a", " ", "1 "])
def test_a_million_characters_are_no_trap(run: str):
    text = run * (1_000_000 // len(run))
    assert_sound(text, find_personal_data(text))


def test_a_hundred_thousand_civilities_are_no_trap():
    text = "M. " * 100_000
    assert_sound(text, find_personal_data(text))


@pytest.mark.parametrize(
    "run",
    [
        *(
            "A",
            "A ",
            "a ",
            "@",
            "a@",
            "a@a.",
            "a. ",
            "[at] ",
            "\n",
            "\u0301",
            "e\u0301",
            "*",
            "_",
            "-",
            "'",
            "d'",
            "É",
            "😀",
        ),
        *("06", "06 ", "6 ", "0 ", "+33", "(0)", "1/", "1-", "1 85 12 ", "FR76 ", "FR76", "AB-", "AB 123 ", "12 AB "),
        *(
            "12 ",
            "12, ",
            "12 et ",
            "12 rue A ",
            "12 rue de la ",
            "Rue de la Rue ",
            "rue A, ",
            "n° ",
            "le 14 de la rue ",
            "r.",
        ),
        *("bat B ", "hall 3 ", "1er étage ", "porte 12, ", "93200 ", "https://"),
        *(
            "Karim ",
            "KARIM ",
            "KARIM, ",
            "Jean-",
            "De La ",
            "de la ",
            "gardien ",
            "gardien de ",
            "gardien, ",
            "Mme et ",
        ),
        *("famille ", "et Karim ", "K. ", "rues A et ", "Benali "),
        *(
            "né le ",
            "né le 12 mars ",
            "née à a ",
            "ddn : ",
            "la tour, née le 12 mars ",
            "dossier 12",
            "PV n° ",
            "1234/",
        ),
        *("snap : a", "insta.", "@a.", "a_", "facebook.com/", "a.x.com", "https://a/@", "www.", "a?=0612345678&"),
        *("surnommé « a ", "Karim dit ", "m. a ", "mme el ", "mme d'", "A.B.", "A. Benali ", "J-P. ", "nom : A "),
        *(
            "0 6 ",
            "06,",
            "06:",
            "06 douze ",
            "(06)",
            "a @orange.fr ",
            "a @ a . ",
            "a chez a point ",
            "ab/123/",
            "ab 123",
        ),
        *("bd A ", "bd de la ", "douze ", "vingt-", "12 grande ", "45bd ", "47.2184, ", "47°13'", "?q=47.21,", "#1234"),
        *("discord a#123 ", "mm. a et ", "mme x née ", "alias a ", 'dit "le ', "merci à ", "Rose, ", "max a "),
        *("zéro six ", "ab 123 cd ", "logement 1234 ", "2e gauche ", "rue A au 14 ", "les Benali "),
    ],
)
def test_long_runs_are_no_trap(run: str):
    text = "a" + run * (30_000 // len(run)) + " ;@0"
    assert_sound(text, find_personal_data(text))


@pytest.mark.parametrize("letter", ["\u212a", "\u0130", "\u017f", "\u0131", "Ⅷ", "²", "๓"])
def test_letters_and_figures_of_other_scripts_are_no_trap(letter: str):
    text = (
        f"BE68 5390 0754 703{letter} BE68{letter * 12} 2 69 05 49 588 157 8{letter} 06 12 34 56 7{letter} {letter * 9}"
    )
    assert_sound(text, find_personal_data(text))


def test_each_kind_has_its_words():
    assert LABELS.keys() == ADVICE.keys() == {kind for kind, _ in FOUND}
    for text in (*LABELS.values(), *ADVICE.values(), WHY, LIMITS):
        assert french(text) == text


MOST_STOPPED = 3
"""Bundled examples with a finding: the public addresses of three buildings, as their sources give them."""


def test_few_bundled_examples_would_be_stopped():
    cases = load_bundle(content_folder()).cases
    stopped = [case.slug for case in cases if any(map(find_personal_data, strings(dataclasses.asdict(case))))]
    assert len(stopped) <= MOST_STOPPED, stopped


def strings(value: Any, key: str = "") -> Iterator[str]:
    """Yield the texts of a record, all but what is an address or an identifier."""
    match value:
        case str() if key not in {"slug", "url", "id"}:
            yield value
        case dict():
            for name, part in value.items():
                yield from strings(part, name)
        case list() | tuple():
            for part in value:
                yield from strings(part, key)
