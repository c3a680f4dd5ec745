"""A plan: what chosen levers cover and lack, what holds them together, what examples of it there are."""

import pytest
from hypothesis import given, settings

from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.insight.combination import Plan, plan
from levers_app.insight.facts import Line, Outcomes, UnfitQuestionError
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.plan_sentences import WATCHED
from tests.insight import samples
from tests.insight.samples import asked, case, knowledge, lever


def lines(made: Plan) -> list[Line]:
    covered = [each.line for each in (*made.families, *made.problems)]
    return [
        *made.grade,
        *covered,
        *(each.line for each in made.together),
        *made.reinforcements,
        *made.warnings,
        *made.unknown,
    ]


def told(made: Plan) -> str:
    return " ".join(line.text for line in lines(made)).replace(NBSP, " ").replace(NARROW, " ")


THREE = [
    lever("alpha", family="surete", combines=("beta",)),
    lever("beta", family="partenariat", limits=("Risque de déplacer le trouble", "Coût élevé")),
    lever("gamma", family="observation", problems=("degradations",)),
]


def test_the_six_families_and_the_stated_problems_are_covered_or_named_as_gaps():
    known = knowledge(THREE)
    made = plan(known, asked(known, ("occupation-halls", 4), ("degradations", 2)), ["alpha"])
    assert [each.slug for each in made.families] == list(samples.vocabulary().families)
    covered = {each.slug: each.levers for each in (*made.families, *made.problems) if each.levers}
    assert covered == {"surete": ("lever:alpha",), "occupation-halls": ("lever:alpha",)}
    gaps = {each.slug: each.suggested for each in (*made.families, *made.problems) if each.suggested}
    assert gaps == {
        "partenariat": ("lever:beta",),
        "observation": ("lever:gamma",),
        "degradations": ("lever:gamma",),
    }
    assert "Partenariat : rien encore. À étudier : beta. beta, avec alpha — alpha aide beta." in told(made)
    assert "Aménagement : rien encore, et aucun levier de cette famille n’a trait à ce site." in told(made)


def test_a_gap_is_filled_by_what_speaks_to_the_site_or_to_the_plan_only():
    levers = [*THREE, lever("delta", family="amenagement", problems=("depots-sauvages",))]
    known = knowledge(levers)
    made = plan(known, asked(known, ("occupation-halls", 4)), ["alpha"])
    assert {each.slug: each.suggested for each in made.families if each.suggested} == {"partenariat": ("lever:beta",)}


def test_what_cannot_be_had_outside_a_qpv_covers_nothing_there_and_comes_first_in_what_to_watch(shipped):
    inside, outside = (
        plan(shipped, asked(shipped, ("occupation-halls", 4), territory=territory), ["convention-tfpb", "gltd"])
        for territory in ("qpv", "hors-qpv")
    )
    covering = [
        [each.slug for each in made.problems + made.families if "lever:convention-tfpb" in each.levers]
        for made in (inside, outside)
    ]
    assert (len(covering[0]) > 0, covering[1]) == (True, [])
    assert outside.warnings[0].kind == "reserved" == next(iter(WATCHED))
    assert "Ce plan réunit 1 levier et 1 famille sur 6, hors 1 levier réservé aux QPV" in told(outside)
    assert "lever:convention-tfpb" in outside.levers
    assert {line.kind for line in outside.warnings} <= set(WATCHED), "what is not among them is shown nowhere"
    assert "reserved" not in {line.kind for line in inside.warnings}


def test_levers_known_to_reinforce_each_other_say_why():
    known = knowledge(THREE)
    made = plan(known, asked(known, present=["beta"]), ["alpha"])
    assert [line.text.replace(NBSP, " ") for line in made.reinforcements] == ["beta, avec alpha — alpha aide beta."]
    assert made.levers == ("lever:alpha", "lever:beta")


def test_combinations_met_in_examples_are_counted_failures_included():
    cases = [
        case(1, levers=("alpha", "beta")),
        case(2, levers=("alpha", "beta", "gamma"), outcome="negatif"),
        case(3, levers=("alpha",)),
    ]
    known = knowledge(THREE, cases)
    made = plan(known, asked(known), ["alpha", "beta", "gamma"])
    assert [(each.levers, each.outcomes) for each in made.together] == [
        (("lever:alpha", "lever:beta"), Outcomes(positive=1, negative=1)),
        (("lever:alpha", "lever:gamma"), Outcomes(negative=1)),
        (("lever:beta", "lever:gamma"), Outcomes(negative=1)),
        (("lever:alpha", "lever:beta", "lever:gamma"), Outcomes(negative=1)),
    ]
    assert "alpha + beta : 2 exemples les réunissent (1 positif et 1 échec)." in told(made)
    assert "2 exemples évalués : trop peu pour conclure." in told(made)
    assert not made.unknown


def test_warnings_come_from_the_sheets_displacement_first():
    known = knowledge(THREE)
    made = plan(known, asked(known), ["alpha", "beta"])
    assert made.warnings[0].text.replace(NBSP, " ") == "beta — Risque de déplacer le trouble."
    assert {"displacement", "limit", "condition", "verify"} == {line.kind for line in made.warnings}
    assert all(line.origins[0].startswith("lever:") for line in made.warnings)


@pytest.mark.parametrize(
    ("intensity", "chosen", "kind", "said"),
    [
        (2, ["alpha"], "grade-held", "Réponse habituelle"),
        (3, ["alpha"], "grade-gap", "une réponse renforcée en réunit plusieurs"),
        (3, ["alpha", "beta"], "grade-held", "Réponse renforcée"),
        (5, ["alpha", "beta"], "grade-gap", "2 leviers et 2 familles sur 6 : il manque 4 familles."),
    ],
)
def test_the_grade_follows_the_intensity(intensity: int, chosen: list[str], kind: str, said: str):
    known = knowledge(THREE)
    made = plan(known, asked(known, ("occupation-halls", intensity)), chosen)
    assert made.grade[1].kind == kind
    assert said in told(made)


def test_one_lever_alone_is_no_combination_yet():
    known = knowledge(THREE)
    assert "Un seul levier : il n’y a pas encore de combinaison à juger." in told(plan(known, asked(known), ["alpha"]))


def test_a_combination_that_nobody_tried_is_said_to_be_so():
    known = knowledge(THREE)
    said = told(plan(known, asked(known), ["alpha", "beta", "gamma"]))
    assert "Aucun exemple ne réunit deux de ces leviers." in said
    assert "Aucun exemple ne réunit les 3 leviers" in said


@pytest.mark.parametrize("chosen", [[], ["zorg"]])
def test_no_lever_or_an_unknown_one_is_refused(chosen: list[str]):
    known = knowledge(THREE)
    with pytest.raises(UnfitQuestionError):
        plan(known, asked(known), chosen)


@settings(max_examples=40)
@given(samples.levers, samples.cases, samples.stated)
def test_the_order_of_choosing_changes_nothing_and_every_line_names_its_records(levers, cases, stated):
    known = knowledge(levers, cases)
    question = asked(known, *stated)
    made = plan(known, question, ["alpha", "gamma", "beta"])
    assert made == plan(known, question, ["beta", "alpha", "gamma", "alpha"])
    assert all(line.origins for line in lines(made))


def test_every_lever_of_the_content_makes_a_plan_that_covers_all(shipped: Knowledge):
    made = plan(shipped, asked(shipped, ("occupation-halls", 5)), shipped.levers)
    assert all(each.levers for each in (*made.families, *made.problems))
    assert made.grade[1].kind == "grade-held"


def test_what_reinforces_the_plan_is_suggested_before_what_ranks_higher():
    known = knowledge([*THREE, lever("aaa", family="partenariat", strength="forte")])
    made = plan(known, asked(known), ["alpha"])
    suggested = {each.slug: each.suggested for each in made.families}
    assert suggested["partenariat"] == ("lever:beta", "lever:aaa")
