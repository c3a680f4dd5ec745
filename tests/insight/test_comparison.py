"""Two to four levers on the same rows."""

import pytest

from levers_app.catalogue.typography import NBSP
from levers_app.insight.comparison import compare
from levers_app.insight.facts import UnfitQuestionError
from levers_app.insight.knowledge import Knowledge
from tests.insight.samples import case, knowledge, lever

TWO = [lever("alpha", costs=""), lever("beta", problems=("occupation-halls",), strength="forte")]


def test_rows_are_the_same_for_all_and_say_whether_they_differ():
    made = compare(knowledge(TWO, [case(1), case(2, outcome="negatif")]), ["beta", "alpha"])
    assert made.levers == ("lever:alpha", "lever:beta")
    assert made.common == ("occupation-halls",)
    rows = {row.key: row for row in made.rows}
    assert all(len(row.cells) == 2 for row in made.rows)
    assert {key for key, row in rows.items() if row.differs} == {"problems", "strength", "costs", "examples"}
    texts = {
        key: [" ".join(line.text for line in cell).replace(NBSP, " ") for cell in row.cells]
        for key, row in rows.items()
    }
    assert texts["costs"] == ["Pas de coût sourcé.", "10 € par logement."]
    assert texts["time"] == ["La fiche ne dit rien du temps."] * 2
    assert texts["strength"] == ["Preuves faibles", "Preuves fortes"]
    assert texts["examples"] == [
        "2 exemples (1 positif et 1 échec). 2 exemples évalués : trop peu pour conclure.",
        "Aucun exemple publié.",
    ]


def test_what_a_sheet_says_of_time_is_found():
    known = knowledge([lever("alpha", success_conditions=("Une durée de six à dix-huit mois", "Un cadre")), TWO[1]])
    rows = {row.key: row for row in compare(known, ["alpha", "beta"]).rows}
    assert [line.text for line in rows["time"].cells[0]] == ["Une durée de six à dix-huit mois."]


def test_no_cell_of_the_content_is_blank(shipped: Knowledge):
    slugs = list(shipped.levers)
    for start in range(0, len(slugs) - 1, 4):
        for row in compare(shipped, slugs[start : start + 4] if start < len(slugs) - 4 else slugs[-4:]).rows:
            assert all(cell and all(line.text and line.origins for line in cell) for cell in row.cells), row.key


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ([], "Aucun levier choisi : on en compare de 2 à 4. Ajoutez-en"),
        (["alpha", "alpha"], "1 levier choisi : on en compare de 2 à 4. Ajoutez-en"),
        (["alpha", "beta", "gamma", "delta", "epsilon"], "5 leviers choisis : on en compare de 2 à 4. Retirez-en"),
        (["alpha", "zorg"], "« zorg » n’est pas un levier connu"),
    ],
)
def test_too_few_too_many_or_unknown_are_told_what_to_do(chosen: list[str], sentence: str):
    known = knowledge([lever(slug) for slug in ("alpha", "beta", "gamma", "delta", "epsilon")])
    with pytest.raises(UnfitQuestionError) as refused:
        compare(known, chosen)
    assert sentence in str(refused.value).replace(NBSP, " ")
