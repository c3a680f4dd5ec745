"""``leviers situation`` gives the answer of the window, told for a person or as JSON."""

import json
from contextlib import closing
from dataclasses import replace

import pytest

from levers_app.app import open_folder
from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.insight.asked import situation
from levers_app.insight.situation import advise
from levers_app.paths import DataFolder
from tests.cli.helpers import Run

HALLS = ("--probleme", "occupation-halls:4", "--probleme", "trafic-stupefiants:3", "--territoire", "qpv")
REZE = "reze-chateau-halls-fermes"


def told(text: str) -> str:
    return text.replace(NBSP, " ").replace(NARROW, " ")


def test_it_tells_levers_in_order_with_reasons_examples_gaps_and_rules(leviers: Run):
    answer = leviers("situation", *HALLS, "--limite", "3")
    said = told(answer.out)
    assert (answer.status, answer.err) == (0, "")
    assert said.startswith("Situation : Halls occupés (4), Trafic (3) · QPV\nRéponse d’ensemble")
    assert "les 3 premiers :" in said
    assert "\n3. " in said
    assert "\n4. " not in said
    assert "[case:" in said
    for title in ("EXEMPLES LES PLUS PROCHES", "COMMENT L’ORDRE EST FAIT"):
        assert f"\n{title}\n" in said
    assert f"case:{REZE}" in said


def test_where_no_lever_is_left_to_study_it_says_why_once(leviers: Run):
    none = told(leviers("situation", "--probleme", "prostitution:1").out)
    assert none.count("Aucun levier de la base ne répond à ce problème.") == 1
    assert "Essayez un problème voisin, ou complétez la base." in none
    asked = ("situation", "--probleme", "prostitution:3")
    known = [each["id"] for each in json.loads(leviers(*asked, "--json").out)["proposals"]]
    there = told(leviers(*asked, *(word for id_ in known for word in ("--present", id_))).out)
    assert "Les leviers de la base qui y répondent sont tous en place." in there


def test_json_holds_the_same_answer_with_the_ids_it_comes_from(leviers: Run, data: DataFolder):
    answer = json.loads(leviers("situation", *HALLS, "--json").out)
    with closing(open_folder(data)) as services:
        known = services.knowledge()
        expected = advise(known, situation(known, [("occupation-halls", 4), ("trafic-stupefiants", 3)], "qpv"))
    assert [each["id"] for each in answer["proposals"]] == [each.id for each in expected.proposals]
    assert answer["situation"]["problems"] == {"occupation-halls": 4, "trafic-stupefiants": 3}
    assert [near["id"] for near in answer["nearest"]] == [near.id for near in expected.nearest]
    assert all(line["origins"] for each in answer["proposals"] for line in each["reasons"])
    assert answer["plan"] is None


def test_values_are_understood_by_their_words_as_in_a_search(leviers: Run):
    by_words = ("--probleme", "Halls occupés:4", "--probleme", "trafic:3", "--territoire", "QPV", "--json")
    assert leviers("situation", *by_words).out == leviers("situation", *HALLS, "--json").out


def test_ids_are_understood_as_they_are_printed(leviers: Run):
    by_ids = (
        "--probleme",
        "problem:occupation-halls:4",
        "--present",
        "lever:mediation-sociale",
        "--levier",
        "lever:gltd",
    )
    by_slugs = ("--probleme", "occupation-halls:4", "--present", "mediation-sociale", "--levier", "gltd")
    answer = leviers("situation", *by_ids, "--json")
    assert answer.status == 0
    assert answer.out == leviers("situation", *by_slugs, "--json").out


def test_chosen_levers_make_a_plan_and_say_who_carries_it(leviers: Run):
    said = told(leviers("situation", *HALLS, "--levier", "GLTD", "--present", "mediation-sociale").out)
    assert "\nLE PLAN\n   Réponse à cette intensité\n     – " in said
    assert "\n   Conditions à réunir\n     – GLTD — " in said
    assert "Ce plan réunit 2 leviers et 2 familles sur 6 : il manque 4 familles." in said
    assert "\nQUI PORTE, QUI PAIE\n   – Le site est en QPV" in said
    assert "Déjà en place : Médiation sociale" in said
    outside = told(leviers("situation", *HALLS[:4], "--territoire", "hors-qpv", "--levier", "mediation-sociale").out)
    assert "Abattement de TFPB en QPV, selon la convention locale. [fermé hors QPV]" in outside


def test_own_words_choose_among_the_examples_and_not_among_the_levers(leviers: Run):
    with_words = json.loads(leviers("situation", *HALLS, "--mots", "café", "--json").out)
    without = json.loads(leviers("situation", *HALLS, "--json").out)
    assert with_words["nearest"][0]["id"] == "case:poitiers-couronneries-hall-occupe"
    assert with_words["proposals"] == without["proposals"]


def test_restricted_examples_are_neither_shown_nor_counted_unless_one_says_so(leviers: Run, data: DataFolder):
    with closing(open_folder(data)) as services:
        services.base.writer.save(replace(services.base.reader.case(REZE), confidentiality="restreint"), "essai")
    kept = leviers("situation", *HALLS, "--json")
    assert REZE not in kept.out
    assert "1 exemple restreint n’est pas compté" in kept.err
    assert REZE not in leviers("situation", *HALLS, "--json", "--mots", "halls fermés réhabilitation").out
    let_out = leviers("situation", *HALLS, "--json", "--restreints")
    assert REZE in let_out.out
    assert let_out.err == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "il manque --probleme."),
        (["toto"], "« toto » n’est pas compris ici : un problème se dit après « --probleme »."),
        (["--zorg"], "« --zorg » n’est pas compris ici."),
        (["--probleme", "zorg:3"], "valeurs possibles : occupation-halls, trafic-stupefiants,"),
        (["--probleme", "halls:3", "--territoire", "mars"], "valeurs possibles : qpv, hors-qpv, mixte, inconnu."),
        (["--probleme", "halls:3", "--levier", "zorg"], "« leviers chercher --type levier --limite 100 » les donne"),
        (["--probleme", "halls"], "attend un problème et son intensité de 1 à 5, comme occupation-halls:4"),
        (["--probleme", "halls:fort"], "et non « halls:fort »"),
        (["--probleme", ":4"], "et non « :4 »"),
        (["--probleme", "halls:9"], "9 n’en est pas une."),
        (["--probleme", "zorg:3"], "« --probleme » ne connaît pas « zorg »"),
        (["--probleme", "halls:3", "--probleme", "occupation-halls:4"], "plusieurs intensités à la fois, 3 et 4"),
        (["--probleme", "halls:3", "--territoire", "mars"], "« --territoire » ne connaît pas « mars »"),
        (["--probleme", "halls:3", "--present", "zorg"], "« --present » ne connaît pas « zorg »"),
        (["--probleme", "halls:3", "--levier", "convention"], "peut vouloir dire"),
    ],
)
def test_a_bad_question_is_told_in_french_with_what_to_do(leviers: Run, arguments: list[str], sentence: str):
    answer = leviers("situation", *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert sentence in told(answer.err)
    assert answer.sentences[0].startswith("leviers situation")


def test_a_rare_problem_is_answered_with_what_is_not_known(leviers: Run):
    answer = leviers("situation", "--probleme", "chiens-dangereux:1")
    assert answer.status == 0
    assert "\nCE QU’ON NE SAIT PAS\n" in told(answer.out)
    assert "Aucun exemple à cette intensité pour « Chiens dangereux »" in told(answer.out)
