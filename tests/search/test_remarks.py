"""What is said of a search, in correct French, and the searches it offers."""

import pytest

from levers_app.search.engine import SearchEngine
from levers_app.search.fields import FIELDS
from levers_app.search.remarks import Remark, Try, remarks, replaced, without
from levers_app.search.results import Results, UnknownValue


def said(engine: SearchEngine, query: str) -> list[str]:
    return [remark.plain() for remark in remarks(engine.search(query))]


def test_a_corrected_query_is_said_whole_and_with_its_accents(engine: SearchEngine) -> None:
    (remark,) = remarks(engine.search("mediaton sociale "))
    assert remark.plain() == (
        "«\u00a0mediaton\u00a0» n’est dans aucune fiche. Voici les résultats pour «\u00a0médiation sociale\u00a0»."
    )
    assert remark.tries == (Try("médiation sociale", "médiation sociale"),)


def test_several_corrected_words_agree(engine: SearchEngine) -> None:
    (sentence,) = said(engine, "mediaton vidoprotection ")
    assert sentence.startswith("«\u00a0mediaton\u00a0», «\u00a0vidoprotection\u00a0» ne sont dans aucune fiche.")


def test_a_rare_word_asks_whether_a_frequent_one_was_meant() -> None:
    results = Results("Friche urbaine", 3, better=(("Friche", "fiche"),))
    (remark,) = remarks(results)
    assert remark.plain() == "Vouliez-vous dire\u00a0: «\u00a0fiche urbaine\u00a0»\u202f?"
    assert remark.tries == (Try("fiche urbaine", "fiche urbaine"),)


def test_words_left_out_are_named_when_there_are_results(engine: SearchEngine) -> None:
    assert said(engine, "hall zzzyx ") == [
        "Aucune fiche ne réunit tous les mots. Laissé de côté\u00a0: «\u00a0zzzyx\u00a0»."
    ]
    assert said(engine, "zzzyx ") == []


@pytest.mark.parametrize(
    ("query", "sentence", "tries"),
    [
        (
            "famille:suretté hall",
            "Aucune famille ne s’appelle «\u00a0suretté\u00a0».",
            (Try("sûreté", "famille:sûreté hall"),),
        ),
        (
            "hall ville:touluose",
            "Aucun exemple ne vient d’une commune appelée «\u00a0touluose\u00a0».",
            (Try("Toulouse", "hall ville:Toulouse"),),
        ),
        (
            'gardien -"hall" -resultat:"na pas marche"',
            "«\u00a0na pas marche\u00a0» n’est pas un résultat d’exemple.",
            (Try("n’a pas marché", 'gardien -"hall" -résultat:"n’a pas marché"'),),
        ),
        (
            'hall ville:"Le Havre",touluose',
            "Aucun exemple ne vient d’une commune appelée «\u00a0touluose\u00a0».",
            (Try("Toulouse", 'hall ville:"Le Havre",Toulouse'),),
        ),
    ],
)
def test_a_value_that_names_nothing_is_said_with_the_nearest_ones(
    engine: SearchEngine, query: str, sentence: str, tries: tuple[Try, ...]
) -> None:
    (remark,) = remarks(engine.search(query))
    assert (remark.text, remark.tries) == (sentence, tries)
    assert not engine.search(tries[0].query).unknown


def test_years_that_are_none_show_how_they_are_written(engine: SearchEngine) -> None:
    (remark,) = remarks(engine.search("annee:20x9 hall"))
    assert [another.query for another in remark.tries][:2] == ["année:2019 hall", "année:2019..2023 hall"]
    assert all(engine.search(another.query).total for another in remark.tries)


def test_every_field_has_its_sentence(engine: SearchEngine) -> None:
    for field in FIELDS:
        (remark,) = remarks(engine.search(f"{field}:zzzyx"))
        assert "«\u00a0zzzyx\u00a0»" in remark.text
        assert remark.tries


def test_a_remark_without_tries_is_its_sentence() -> None:
    unknown = UnknownValue("ville", "ailleurs", ())
    assert remarks(Results("autre chose", unknown=(unknown,)))[0].plain().endswith("«\u00a0ailleurs\u00a0».")
    assert Remark("Rien.", "Essayez").plain() == "Rien."


def test_words_are_replaced_whole_and_once() -> None:
    assert replaced("halls hall hall", [("hall", "porte")]) == "halls porte hall"
    assert replaced("a.b (c)", [("(c)", r"\1")]) == r"a.b \1"
    assert replaced("hall", [("cave", "porte")]) == "hall"
    assert without("hall famille:sûreté caves", "famille:sûreté") == "hall caves"
