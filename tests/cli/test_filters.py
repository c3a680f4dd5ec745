"""The filters of ``leviers chercher``: the fields of a query as options."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from levers_app.app import open_folder
from levers_app.catalogue.draft import Entry, new_draft
from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.cli.arguments import FILTERS
from levers_app.paths import DataFolder
from levers_app.search.fields import FIELDS
from tests.cli.helpers import Run


def found(leviers: Run, *arguments: str) -> set[str]:
    """Ids of all results."""
    answer = json.loads(leviers("chercher", *arguments, "--json", "--limite", "1000").out)
    assert answer["total"] == len(answer["results"])
    return {result["id"] for result in answer["results"]}


def test_every_field_of_a_query_is_an_option():
    assert {*FILTERS, "type"} == set(FIELDS)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("famille", "Sureté"),
        ("situation", "halls"),
        ("levier", "clspd"),
        ("resultat", "pas marché"),
        ("territoire", "QPV"),
        ("intensite", "5"),
        ("preuves", "fortes"),
        ("region", "ile de france"),
        ("departement", "93"),
        ("departement", "seine-saint-denis"),
        ("ville", "rennes"),
        ("annee", "2019..2021"),
    ],
)
def test_an_option_finds_what_the_field_finds(leviers: Run, option: str, value: str):
    ids = found(leviers, f"--{option}", value)
    assert ids
    assert ids == found(leviers, f'{option}:"{value}"')


def test_one_option_twice_adds_up_and_two_options_cut_down(leviers: Run):
    both = found(leviers, "--resultat", "positif", "--resultat", "mitigé")
    assert both == found(leviers, "--resultat", "positif") | found(leviers, "--resultat", "mitigé")
    assert found(leviers, "--resultat", "positif", "--ville", "rennes") < found(leviers, "--ville", "rennes")


def test_examples_to_bring_up_to_date_are_found(leviers: Run, data: DataFolder):
    entry = Entry(
        title="Écrit il y a trois ans",
        commune="Rezé",
        problems=("occupation-halls",),
        levers=("mediation-sociale",),
        actions="Rondes",
        outcome="mitige",
    )
    with closing(open_folder(data)) as services:
        record = services.recorder.send(replace(new_draft(), entry=entry), "publie").record_id
    with closing(sqlite3.connect(data.base)) as connection, connection:
        connection.execute("UPDATE journal SET at = '2023-03-01T10:00:00.000+00:00' WHERE record_id = ?", (record,))
    assert found(leviers, "--actualite", "a-actualiser") == {record}
    assert found(leviers, "actualité:a-actualiser") == {record}
    assert "a-actualiser" in leviers("chercher", "--aide").out


def test_filters_cut_down_what_words_find_and_are_told(leviers: Run):
    told = leviers("chercher", "hall", "--famille", "surete", "--famille", "partenariat", "--annee", "2021..")
    assert f"pour «{NBSP}hall{NBSP}»" in told.out
    assert f"\nFiltres{NBSP}: Sûreté ou Partenariat, et depuis 2021\n" in told.out


def test_filters_without_words_are_a_search(leviers: Run):
    assert leviers("chercher", "--ville", "rennes").out.startswith("6 résultats\nFiltres")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--ville", "st-denis"], "« --ville » ne connaît pas « st-denis » ; valeurs proches : Saint-Denis."),
        (
            ["--resultat", "mitijé"],
            "« --resultat » ne connaît pas « mitijé » ; valeurs proches : Résultats mitigés (mitige).",
        ),
        (["--departement", "Nor"], ""),
        (
            ["--annee", "hier"],
            "« --annee » attend une année ou une période comme 2019, 2019..2023 ou 2021.., et non « hier ».",
        ),
        (["--famille", ""], "« --famille » attend une valeur."),
    ],
)
def test_an_unknown_value_is_told_with_near_ones(leviers: Run, arguments: list[str], sentence: str):
    outcome = leviers("chercher", "hall", *arguments)
    assert (outcome.status, outcome.out == "") == ((2, True) if sentence else (0, False))
    assert sentence in outcome.err.replace(NBSP, " ").replace(NARROW, " ")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(option=st.sampled_from(sorted(FILTERS)), value=st.text() | st.text("0123456789.-…–", min_size=1))
@example(option="annee", value="--")
@example(option="ville", value="--")
def test_any_value_is_told_right_or_wrong(leviers: Run, option: str, value: str):
    outcome = leviers("chercher", f"--{option}={value}")
    assert outcome.status in {0, 2}
    assert "\x1b" not in outcome.out + outcome.err


def test_a_type_without_words_is_a_filter_like_the_others(leviers: Run) -> None:
    found = leviers("chercher", "--type", "texte", "--limite", "1").out.replace("\u00a0", " ")
    assert "résultats (1 affiché)" in found
    assert "Filtres : textes" in found
    assert "«  »" not in found
