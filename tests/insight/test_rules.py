"""The laws that the order of levers obeys, whatever the base."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from levers_app.catalogue.records import Card, Lever
from levers_app.insight import rules
from levers_app.insight.facts import OUTCOMES, Outcomes
from levers_app.insight.situation import advise, ranking
from tests.insight import samples
from tests.insight.samples import SLUGS, asked, case, knowledge, lever, vocabulary

counts = st.builds(Outcomes, *(st.integers(0, 40) for _ in range(4)))
slugs = st.sampled_from(SLUGS)


def place(levers: list[Lever], cases: list[Card], stated: list[tuple[str, int]], slug: str) -> int:
    """Place of a lever among all, 99 when it is not proposed."""
    known = knowledge(levers, cases)
    order = [each.slug for each, _ in ranking(known, asked(known, *stated))]
    return order.index(slug) if slug in order else 99


@given(counts)
def test_experience_lies_between_its_bounds_and_moves_with_each_outcome(outcomes):
    said = rules.experience(outcomes)
    assert -rules.MOST < said < rules.MOST
    assert rules.experience(replace(outcomes, positive=outcomes.positive + 1)) > said
    assert rules.experience(replace(outcomes, negative=outcomes.negative + 1)) < said
    assert rules.experience(replace(outcomes, mixed=outcomes.mixed + 1)) == said
    assert rules.experience(replace(outcomes, unevaluated=outcomes.unevaluated + 1)) == said


def test_one_example_weighs_less_than_many():
    assert rules.experience(Outcomes(positive=1)) < rules.experience(Outcomes(positive=50, negative=2))
    assert rules.experience(Outcomes()) == Fraction(0)


@given(st.integers(1, 5), st.integers(1, 3))
def test_too_few_examples_to_conclude_never_outweigh_a_grade_of_evaluation(intensity, grade):
    better, worse = list(rules.EVIDENCE)[grade - 1 : grade + 1]
    halls = "occupation-halls"
    levers = [lever("alpha", strength=worse, studied=(halls,)), lever("beta", strength=better, studied=(halls,))]
    cases = [case(number) for number in range(rules.FEW - 1)]
    assert place(levers, cases, [(halls, intensity)], "alpha") == 1
    assert place(levers, [*cases, case(98), case(99)], [(halls, intensity)], "alpha") == 0


def test_evaluations_of_another_problem_are_weak_evidence_at_most():
    halls, thefts = "occupation-halls", "cambriolages-vols"
    sure = lever("alpha", strength="forte", studied=(thefts,), problems=(halls, thefts))
    assert [rules.strength_for(sure, slug) for slug in (halls, thefts)] == ["faible", "forte"]
    assert rules.strength_for(lever("alpha", strength="aucune"), halls) == "aucune"
    known = knowledge([sure, lever("beta", strength="faible", problems=(halls, thefts))], [case(levers=("beta",))])
    on_halls, on_thefts = (ranking(known, asked(known, (slug, 3))) for slug in (halls, thefts))
    assert [each.slug for each, _ in on_halls] == ["beta", "alpha"]
    assert [each.slug for each, _ in on_thefts] == ["alpha", "beta"]


def test_many_successes_outweigh_one_more_problem_that_a_sheet_names():
    levers = [lever("alpha"), lever("beta", problems=("occupation-halls",))]
    stated = [("occupation-halls", 4), ("trafic-stupefiants", 3)]
    assert place(levers, [], stated, "beta") == 1
    assert place(levers, [case(n, levers=("beta",)) for n in range(50)], stated, "beta") == 0


@given(samples.levers, samples.cases, samples.stated, slugs, st.sampled_from(["positif", "mitige", "non-evalue"]))
def test_more_evidence_never_lowers_a_lever(levers, cases, stated, slug, outcome):
    more = case(99, levers=(slug,), problems=(stated[0][0],), outcome=outcome)
    assert place(levers, [*cases, more], stated, slug) <= place(levers, cases, stated, slug)


@given(samples.levers, samples.cases, samples.stated, slugs)
def test_better_evaluations_never_lower_a_lever(levers, cases, stated, slug):
    better = [replace(e, evidence=replace(e.evidence, strength="forte")) if e.slug == slug else e for e in levers]
    assert place(better, cases, stated, slug) <= place(levers, cases, stated, slug)


@given(samples.levers, samples.cases, samples.stated, slugs)
def test_a_failure_never_raises_a_lever_over_what_a_success_would(levers, cases, stated, slug):
    told = [case(99, levers=(slug,), problems=(stated[0][0],), outcome=o) for o in ("positif", "non-evalue", "negatif")]
    success, silence, failure = (place(levers, [*cases, each], stated, slug) for each in told)
    assert success <= silence <= failure


@given(samples.levers, samples.cases, samples.stated)
def test_an_example_without_result_never_counts_as_a_success(levers, cases, stated):
    silent = [each._replace(outcome="non-evalue") for each in cases]
    known = knowledge(levers, silent)
    for each, standing in ranking(known, asked(known, *stated)):
        assert standing.experience == 0, each.slug
    assert all(p.outcomes.evaluated == 0 and p.too_few for p in advise(known, asked(known, *stated)).proposals)


@given(samples.levers, samples.cases, samples.stated, st.randoms())
def test_the_order_in_which_things_are_said_changes_nothing(levers, cases, stated, random):
    known = knowledge(levers, cases)
    answer = advise(known, asked(known, *stated, present=["beta", "alpha"]))
    for things in (levers, cases, stated):
        random.shuffle(things)
    again = knowledge(levers, cases)
    assert advise(again, asked(again, *stated, present=["alpha", "beta", "alpha"])) == answer


@given(samples.levers, samples.cases, samples.stated)
def test_an_example_of_another_problem_changes_no_place(levers, cases, stated):
    assume(len(stated) < len(samples.PROBLEMS))
    said = {slug for slug, _ in stated}
    other = next(slug for slug in samples.PROBLEMS if slug not in said)
    more = case(99, levers=("alpha",), problems=(other,), outcome="positif")
    known, grown = knowledge(levers, cases), knowledge(levers, [*cases, more])
    assert ranking(known, asked(known, *stated)) == ranking(grown, asked(grown, *stated))


def test_the_lever_that_answers_more_comes_first_by_intensity():
    levers = [
        lever("alpha", problems=("degradations",), strength="forte"),
        lever("beta", problems=("occupation-halls",)),
        lever("gamma", problems=("occupation-halls", "degradations"), strength="aucune"),
    ]
    known = knowledge(levers)
    order = ranking(known, asked(known, ("occupation-halls", 4), ("degradations", 2)))
    assert [each.slug for each, _ in order] == ["gamma", "beta", "alpha"]


def test_an_intensity_one_step_away_is_comparable_and_two_steps_are_not():
    cases = [case(n, intensity=level) for n, level in enumerate((None, 1, 2, 3, 4, 5))]
    known = knowledge(cases=cases)
    found = rules.comparable(known, [("occupation-halls", 4)])
    assert {c.intensity for c in known.first(found.near)} == {3, 4, 5}
    assert {c.intensity for c in known.first(found.unsaid)} == {None}
    assert {c.intensity for c in known.first(found.far)} == {1, 2}


def test_what_is_kept_for_qpv_comes_last_outside_and_says_why(shipped):
    inside = advise(shipped, asked(shipped, ("degradations", 2), territory="qpv"))
    outside = advise(shipped, asked(shipped, ("degradations", 2), territory="hors-qpv"))
    assert {p.id for p in outside.proposals[-2:]} == {"lever:convention-tfpb", "lever:contrat-de-ville"}
    assert all(p.reason("reserved") for p in outside.proposals[-2:])
    assert {p.id for p in inside.proposals[-2:]} != {p.id for p in outside.proposals[-2:]}
    assert not any(p.reason("reserved") for p in inside.proposals)


def test_every_grade_has_its_rule_and_every_rule_its_reason():
    assert [rules.grade(n) for n in range(1, 6)] == [rules.USUAL] * 2 + [rules.REINFORCED] + [rules.TOGETHER] * 2
    assert all(rule.says and rule.why for rule in rules.RULES)
    assert set(rules.EVIDENCE) == set(vocabulary().strengths)
    assert set(OUTCOMES) == set(vocabulary().outcomes)


def test_no_text_is_said_to_ask_for_a_step_that_it_does_not():
    assert rules.is_step("l’installation est soumise à une autorisation du préfet")
    assert not rules.is_step("les images se consultent à la suite d’un incident")
    assert not rules.is_step("le propriétaire peut accorder une autorisation permanente")
