"""The communes of France: what finds them, in what order, and what the shipped list holds."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from levers_app.catalogue.communes import Commune, Communes, load_communes
from levers_app.catalogue.content import load_bundle
from levers_app.catalogue.departments import DEPARTMENTS, REGIONS
from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.records import CaseStudy
from levers_app.catalogue.typography import french
from levers_app.paths import communes_file, content_folder

FRANCE = load_communes(communes_file())
SAINT_DENIS_93 = Commune("Saint-Denis", "93", "Île-de-France")
SEVERAL_REGIONS = {"Nouvelle-Aquitaine et Occitanie", "France entière"}
NO_COMMUNE = {
    "Hauts-de-France (région)",
    "Hauts-de-Seine",
    "Hauts-de-Seine (plusieurs communes)",
    "Lille (métropole européenne)",
    "Multi-sites (dix-neuf villes)",
    "Val-d’Oise (plusieurs communes)",
}
"""What examples that took place in many communes say instead of one."""


@pytest.fixture(scope="module")
def cases() -> tuple[CaseStudy, ...]:
    return load_bundle(content_folder()).cases


def names(text: str, limit: int = 8) -> list[str]:
    return [commune.name for commune in FRANCE.starting_with(text, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("evry-cour", "Évry-Courcouronnes"),
        ("BESANCON", "Besançon"),
        ("Saint-E\u0301tienne", "Saint-Étienne"),
        ("st étienne", "Saint-Étienne"),
        ("st. etienne", "Saint-Étienne"),
        ("Ste-Geneviève-d", "Sainte-Geneviève-des-Bois"),
        ("stes maries", "Saintes-Maries-de-la-Mer"),
        ("vaulx en velin", "Vaulx-en-Velin"),
        ("vaulxenvelin", "Vaulx-en-Velin"),
        ("l'hay", "L’Haÿ-les-Roses"),
        ("L’Haÿ", "L’Haÿ-les-Roses"),
        ("lhay", "L’Haÿ-les-Roses"),
        ("oeuf", "Œuf-en-Ternois"),
        ("château chinon ville", "Château-Chinon (Ville)"),
        ("  nantes ", "Nantes"),
    ],
)
def test_how_a_name_is_typed_does_not_matter(typed: str, first: str):
    assert first in names(typed, 2)


def test_saint_in_short_may_begin_another_word():
    assert names("st", 2) == ["Strasbourg", "Saint-Étienne"]
    assert "Steenvoorde" in names("ste", 1000)


def test_the_exact_name_comes_first_then_the_most_populous():
    assert names("evry", 2) == ["Évry", "Évry-Courcouronnes"]
    assert names("mar", 1) == ["Marseille"]


def test_the_beginning_of_a_word_comes_after_that_of_a_name():
    assert names("heres", 2) == ["Hères", "Saint-Martin-d’Hères"]
    assert SAINT_DENIS_93 in FRANCE.starting_with("denis", 2)


@pytest.mark.parametrize("typed", ["saint-denis 93", "st denis 93", "Saint-Denis (93)", "saint-den 93"])
def test_homonyms_are_told_apart_by_the_department(typed: str):
    assert FRANCE.starting_with(typed)[0] == SAINT_DENIS_93


def test_the_department_may_be_half_typed_or_corsican():
    assert [commune.department for commune in FRANCE.starting_with("saint-denis 9", 2)] == ["974", "93"]
    assert names("bastia 2b") == ["Bastia"]


def test_a_number_is_first_an_arrondissement():
    assert names("lyon 6", 2) == ["Lyon 6e arrondissement", "Lyon"]
    assert names("lyon 69", 1) == ["Lyon"]


def test_associated_communes_are_found_after_the_others():
    assert names("lomm") == ["Lommoye", "Lommerange", "Lomme"]


@pytest.mark.parametrize("typed", ["", "  ", "-", "93", "zzz", "Москва", "saint-denis 99"])
def test_what_names_no_commune_finds_none(typed: str):
    assert FRANCE.starting_with(typed) == []


@given(st.text(), st.text(alphabet="stelya '-93\t\n(", max_size=8))
@example("saint " * 10_000, "")
@example("\ud800", "\t75\n")
def test_any_text_is_answered(text: str, more: str):
    assert len(FRANCE.starting_with(f"{text}{more}")) <= 8
    assert all(commune.region for commune in FRANCE.named(f"{more}{text}"))


def test_no_commune_is_found_twice():
    found = FRANCE.starting_with("saint", 10_000)

    assert len(found) == len(set(found)) > 4_000


def test_named_wants_the_whole_name():
    assert FRANCE.named("st denis", "93") == [SAINT_DENIS_93]
    assert [commune.department for commune in FRANCE.named("Saint-Denis")] == ["974", "93", "11", "30"]
    assert FRANCE.named("saint-den") == FRANCE.named("saint-denis", "75") == FRANCE.named("") == []


def test_every_department_has_a_region():
    assert REGIONS.keys() == DEPARTMENTS.keys()
    assert len(set(REGIONS.values())) == 18


def test_the_list_holds_every_department_in_order_and_in_french():
    lines = [line.split("\t") for line in communes_file().read_text(encoding="utf-8").splitlines()]
    populations = [int(population) for _, _, population in lines]

    assert {department for _, department, _ in lines} == DEPARTMENTS.keys()
    assert populations == sorted(populations, reverse=True)
    assert not [name for name, _, _ in lines if name != french(name)]


def test_every_region_of_the_content_is_one(cases: tuple[CaseStudy, ...]):
    assert {case.region for case in cases} - {""} - SEVERAL_REGIONS <= set(REGIONS.values())
    assert not [case.slug for case in cases if case.department and case.region != REGIONS[case.department]]


def test_every_commune_of_the_content_is_found(cases: tuple[CaseStudy, ...]):
    communes = [
        (name, case.department)
        for case in cases
        if case.commune not in NO_COMMUNE
        for name in re.split(", | et ", case.commune)
        if name
    ]

    assert len(communes) > 90
    assert not [pair for pair in communes if pair[0] not in [commune.name for commune in FRANCE.named(*pair)]]


@pytest.mark.parametrize(
    "line", ["", "Paris", "Paris\t75", "Paris\t75\tdeux", "Paris\t99\t2", "\t75\t2", " \t75\t2", "Paris\t75\t2\t1"]
)
def test_a_malformed_list_is_refused(tmp_path: Path, line: str):
    file = tmp_path / "communes.tsv"
    file.write_text(f"Lyon\t69\t3\n{line}\nBron\t69\t1\n", encoding="utf-8")

    with pytest.raises(ContentError, match=r"communes\.tsv, «\u00a0ligne 2\u00a0»"):
        load_communes(file)


@pytest.mark.parametrize("content", [None, b"", b"Orl\xe9ans\t45\t1\n"])
def test_a_missing_or_unreadable_list_is_refused(tmp_path: Path, content: bytes | None):
    file = tmp_path / "communes.tsv"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(ContentError):
        load_communes(file)


def test_names_may_repeat_words_and_signs():
    communes = Communes("La (La) (La)\t75\nLa La\t69")

    assert [commune.department for commune in communes.starting_with("la la")] == ["69", "75"]
