"""A situation: reasons in French that say where they come from, what is not known, and bad questions."""

import re
from typing import Any

import pytest
from hypothesis import given, settings

from benchmarks.practice import left_out, reports, share_among_first, without
from levers_app.catalogue.records import Card, Lever
from levers_app.catalogue.typography import NARROW, NBSP, french
from levers_app.insight.asked import situation
from levers_app.insight.facts import Line, UnfitQuestionError
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.rules import RULES
from levers_app.insight.situation import Advice, advise
from tests.insight import samples
from tests.insight.samples import asked, case, knowledge, lever

RULE_IDS = {rule.id for rule in RULES}


def lines(answer: Advice) -> list[Line]:
    return [
        answer.grade,
        *answer.unknown,
        *(line for each in (*answer.proposals, *answer.present) for line in each.reasons),
        *(line for near in answer.nearest for line in (*near.alike, *near.differs, *near.unsaid)),
    ]


def told(answer: Advice) -> str:
    return " ".join(line.text for line in lines(answer)).replace(NBSP, " ").replace(NARROW, " ")


@settings(max_examples=40)
@given(samples.levers, samples.cases, samples.stated)
def test_every_line_is_a_sentence_that_names_records_that_exist(levers, cases, stated):
    known = knowledge(levers, cases)
    ids = {each.id for each in levers} | {each.id for each in cases} | {f"problem:{s}" for s in samples.PROBLEMS}
    for line in lines(advise(known, asked(known, *stated, territory="qpv", present=["alpha"]))):
        assert line.text.endswith((".", "…")), line
        assert line.text[0].isupper() or line.text[0] in "0123456789«", line
        assert line.text == french(line.text)
        assert line.origins
        assert set(line.origins) <= ids | RULE_IDS
        assert line.total >= len(line.origins)


def test_no_line_shows_a_mark_of_a_source(shipped: Knowledge):
    answer = advise(shipped, asked(shipped, *((slug, 3) for slug in samples.vocabulary().problems)))
    assert not [line.text for line in lines(answer) if re.search(r"\[[a-z-]+-\d|\*\*|  ", line.text)]
    assert not [line.text for line in lines(answer) if line.text != french(line.text)]
    assert any(line.sources for line in lines(answer))


def answered(levers: list[Lever], cases: list[Card]) -> Advice:
    known = knowledge(levers, cases)
    return advise(known, asked(known))


def test_a_lever_says_what_it_answers_what_others_did_and_how_sure_one_is():
    cases = [case(1), case(2, outcome="negatif", intensity=4), case(3, outcome="non-evalue", measured=True)]
    known = knowledge([lever(strength="moyenne")], cases)
    said = told(advise(known, asked(known, ("occupation-halls", 4), ("depots-sauvages", 2))))
    assert "Répond à 1 problème sur 2 : halls occupés." in said
    assert "3 exemples comparables (1 positif, 1 échec et 1 non évalué)." in said
    assert "2 exemples évalués : trop peu pour conclure." in said
    assert "1 est d’une intensité proche." in said
    assert "1 cite une donnée mesurée, sans que l’action soit évaluée." in said
    assert "Preuves moyennes, non établies pour ces problèmes (comptées comme preuves faibles)" in said
    assert "À réunir d’abord — Une condition." in said
    assert "À vérifier, Code pénal, art. 226-4 — à vérifier." in said
    assert "Sa place : problèmes +2, preuves +0,67 et exemples 0, soit +2,67 ; 3 exemples comparables." in said


def test_evaluations_say_of_which_problems_they_are_sure():
    halls, thefts = ("occupation-halls", 4), ("cambriolages-vols", 2)
    known = knowledge([lever(strength="forte", studied=("cambriolages-vols",), problems=(halls[0], thefts[0]))])
    on_both, on_thefts, on_halls = (
        advise(known, asked(known, *stated)) for stated in ([halls, thefts], [thefts], [halls])
    )
    assert "Preuves fortes (vols seulement) — Un effet." in told(on_both)
    assert "Preuves fortes — Un effet." in told(on_thefts)
    assert [made.proposals[0].strength for made in (on_both, on_thefts, on_halls)] == ["faible", "forte", "faible"]


def test_evaluations_of_a_lever_that_only_examples_know_do_not_count_and_it_is_said():
    known = knowledge([lever(strength="forte", problems=("degradations",))], [case(1)])
    made = advise(known, asked(known))
    assert "Preuves fortes, qui ne comptent pas ici — Un effet." in told(made)
    assert "Sa place : problèmes 0, preuves 0 et exemples +0,43, soit +0,43" in told(made)


def test_it_is_said_when_nothing_is_compared_or_when_all_examples_are_of_one_lever():
    two = [lever(), lever("beta")]
    of_one = "Les exemples comparables ont tous employé alpha : ils ne disent rien des autres leviers."
    assert "Un seul levier de la base a trait à ce site" in told(answered([lever()], [case(1)]))
    assert of_one in told(answered(two, [case(n) for n in range(9)]))
    assert of_one not in told(answered(two, [case(1), case(2, levers=("beta",))]))
    assert of_one not in told(answered(two, [case(1), case(2, levers=())]))


def test_failures_that_prevail_are_said():
    failed = [case(n, outcome="negatif") for n in range(4)]
    assert "Plus d’échecs que de réussites." in told(answered([lever()], failed))
    turned = [each._replace(outcome="positif") for each in failed]
    assert "échecs" not in told(answered([lever()], turned))


def test_without_a_lever_no_grade_of_answer_is_promised():
    known = knowledge([lever(problems=("degradations",))])
    assert (
        advise(known, asked(known, ("depots-sauvages", 1))).grade.text
        == "Aucun levier de la base ne répond à ce problème."
    )


def test_a_lever_that_only_examples_know_is_proposed_after_those_whose_sheets_answer():
    levers = [lever("alpha", problems=("degradations",)), lever("beta", problems=("occupation-halls",))]
    known = knowledge(levers, [case(1), case(2), case(3)])
    answer = advise(known, asked(known))
    assert [each.id for each in answer.proposals] == ["lever:beta", "lever:alpha"]
    assert "Sa fiche ne cite pas ce problème ; 3 exemples comparables l’ont pourtant utilisé." in told(answer)


def test_a_lever_in_place_is_set_apart_and_others_say_that_they_go_with_it():
    known = knowledge([lever("alpha"), lever("beta", combines=("alpha",))])
    answer = advise(known, asked(known, present=["alpha"]))
    assert [each.id for each in answer.present] == ["lever:alpha"]
    assert [each.id for each in answer.proposals] == ["lever:beta"]
    assert "Se combine avec alpha, déjà en place — beta aide alpha." in told(answer)


def test_what_is_not_known_is_said():
    cases = [case(1, problems=("trafic-stupefiants",), intensity=1), case(2, problems=("trafic-stupefiants",))]
    known = knowledge([lever(problems=("trafic-stupefiants",))], cases)
    said = told(advise(known, asked(known, ("trafic-stupefiants", 5), ("prostitution", 2), territory="qpv")))
    label = "« Trafic de stupéfiants »"
    assert f"Aucun exemple à cette intensité pour {label} : 1 ne la précise pas et 1 est d’une autre intensité." in said
    assert f"Trop peu pour conclure sur {label} : 1 exemple évalué." in said
    assert "Aucun levier de la base ne dit répondre à « Prostitution »." in said
    assert "Aucun exemple ne porte sur « Prostitution »" in said
    assert "Aucun exemple ne réunit trafic et prostitution." in said
    assert "Aucun exemple sur ces problèmes n’est situé en QPV" in said


def test_a_base_without_examples_or_without_levers_still_answers():
    without = knowledge([lever()])
    answer = advise(without, asked(without))
    assert [each.id for each in answer.proposals] == ["lever:alpha"]
    assert "La base n’a aucun exemple publié" in told(answer)
    assert "Aucun exemple comparable : rien ne dit ce qu’il donne dans cette situation." in told(answer)
    empty = knowledge([])
    answer = advise(empty, asked(empty))
    assert not answer.proposals
    assert "Aucun levier de la base ne dit répondre à « Occupation de halls et de parties communes »." in told(answer)


def test_ten_thousand_examples_all_alike_are_counted_and_a_few_are_named():
    known = knowledge(cases=[case(number) for number in range(10_000)])
    answer = advise(known, asked(known))
    examples = answer.proposals[0].reason("examples")
    assert examples is not None
    assert f"10{NARROW}000 exemples comparables (10{NARROW}000 positifs)." in examples.text
    assert (len(examples.origins), examples.total) == (13, 10_001)
    assert len(answer.nearest) == 8


@pytest.mark.parametrize(
    ("problems", "further", "sentence"),
    [
        ([], {}, "Aucun problème n’est choisi. Choisissez-en au moins un"),
        ([("zorg", 3)], {}, "« zorg » n’est pas un problème connu. Choisissez-en un"),
        ([("degradations", 0)], {}, "L’intensité va de 1 (gêne occasionnelle) à 5 (emprise forte) : 0"),
        ([("degradations", 6)], {}, "6 n’en est pas une"),
        (
            [("degradations", 2), ("degradations", 4)],
            {},
            "a plusieurs intensités à la fois, 2 et 4 : n’en gardez qu’une",
        ),
        ([("degradations", 2)], {"territory": "mars"}, "« mars » n’est pas un territoire connu"),
        ([("degradations", 2)], {"present": ["zorg"]}, "« zorg » n’est pas un levier connu"),
    ],
)
def test_a_bad_question_is_told_what_to_do(problems: list[tuple[str, int]], further: dict[str, Any], sentence: str):
    with pytest.raises(UnfitQuestionError) as refused:
        situation(knowledge(), problems, **further)
    assert sentence in str(refused.value).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("poitiers-couronneries-hall-occupe", "reappropriation-espaces"),
        ("grenoble-alma-gltd", "gltd"),
        ("gites-toulouse-grand-mirail", "securite-privee-gpis"),
        ("saint-ouen-mur-michelet-bauer", "prevention-situationnelle"),
        ("toulouse-negreneys-caffort-videosurveillance", "videoprotection"),
    ],
)
def test_what_was_done_in_a_published_case_is_among_the_first_proposed_without_it(
    shipped: Knowledge, slug: str, expected: str
):
    told_case = next(each for each in shipped.cases if each.id == f"case:{slug}")
    assert expected in told_case.levers
    known, question = without(shipped, told_case)
    answer = advise(known, question)
    assert f"lever:{expected}" in [each.id for each in answer.proposals[:10]]
    assert told_case.id not in [near.id for near in answer.nearest]


def test_half_of_what_was_done_anywhere_is_among_the_first_ten_proposed_without_it(shipped: Knowledge):
    assert share_among_first(left_out(shipped), 10) >= 1 / 2


def test_half_of_what_reports_kept_aside_tell_is_among_the_first_fifteen_proposed(shipped: Knowledge):
    asked_of = list(reports(shipped))
    assert len(asked_of) >= 10
    assert all(slug in shipped.levers for _, _, done in asked_of for slug in done)
    assert share_among_first(asked_of, 15) >= 1 / 2


def test_taking_examples_away_or_turning_them_round_moves_the_advice(shipped: Knowledge):
    stated = [("occupation-halls", 4), ("trafic-stupefiants", 4)]

    def order(cases: list[Card]) -> list[str]:
        known = Knowledge(shipped.vocabulary, shipped.levers.values(), cases)
        return [each.id for each in advise(known, asked(known, *stated)).proposals]

    used = [each for each in shipped.cases if "securite-privee-gpis" in each.levers]
    others = [each for each in shipped.cases if each not in used]
    as_told = order([*used, *others]).index("lever:securite-privee-gpis")
    alone = order(others).index("lever:securite-privee-gpis")
    failed = [each._replace(outcome="negatif") if each.outcome == "positif" else each for each in used]
    turned = order([*failed, *others]).index("lever:securite-privee-gpis")
    assert as_told < alone < turned


@pytest.mark.parametrize(
    ("cases", "sentence"),
    [
        ([case(1)], "1 exemple comparable (positif). 1 exemple évalué : trop peu pour conclure."),
        (
            [case(1, outcome="negatif", intensity=4)],
            "(échec). 1 exemple évalué : trop peu pour conclure. Il",
        ),
        (
            [case(1, outcome="non-evalue")],
            "(non évalué). Il n’est pas évalué : on ne sait pas si l’action a réussi. Il",
        ),
        ([case(1, outcome="non-evalue"), case(2, outcome="non-evalue")], "Aucun n’est évalué : on ne sait pas"),
        ([case(1, measured=True)], "Il cite une donnée mesurée."),
        (
            [case(1, outcome="non-evalue", measured=True), case(2, measured=True)],
            "2 citent une donnée mesurée, dont 1 sans que l’action soit évaluée.",
        ),
        ([case(n) for n in range(3)], "3 exemples comparables (3 positifs). Aucun ne dit son intensité."),
    ],
)
def test_small_numbers_are_said_as_such_and_sentences_agree(cases: list[Card], sentence: str):
    known = knowledge(cases=cases)
    assert sentence in told(advise(known, asked(known)))


def test_a_sheet_keeps_its_capitals_after_our_words(shipped: Knowledge):
    answer = advise(shipped, asked(shipped, ("depots-sauvages", 2)))
    evidence = [each.reason("evidence") for each in answer.proposals if each.id == "lever:proprete-surentretien"]
    assert "Philadelphie" in str(evidence[0])
