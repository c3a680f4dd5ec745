"""The examples that resemble most: the same that comparing them one by one would give, each saying why."""

from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.records import Card
from levers_app.catalogue.typography import NBSP
from levers_app.insight.asked import Situation
from levers_app.insight.nearest import nearest
from tests.insight import samples
from tests.insight.samples import asked, case, knowledge


def one_by_one(case: Card, question: Situation) -> tuple[float, ...]:
    """The criteria of « rule:ressemblance », the smaller the nearer."""
    shared = {slug: level for slug, level in question.problems if slug in case.problems}
    step = min((abs(case.intensity - level) for level in shared.values()), default=9) if case.intensity else 1.5
    return (
        -sum(shared.values()),
        case.id not in question.named,
        step if step < 2 else 2,
        0
        if question.territory == "inconnu"
        else (case.territory != question.territory) + (case.territory not in (question.territory, "inconnu")),
        set(question.present).isdisjoint(case.levers),
        case.outcome == "non-evalue",
    )


@given(
    samples.cases,
    samples.stated,
    st.sampled_from(["qpv", "hors-qpv", "inconnu"]),
    st.sets(st.sampled_from(samples.SLUGS)),
    st.sets(st.integers(0, 30)),
)
def test_they_are_those_that_comparing_one_by_one_gives(cases, stated, territory, present, named):
    known = knowledge([samples.lever(slug) for slug in samples.SLUGS], cases)
    ids = [f"case:{number:04}" for number in named]
    question = asked(known, *stated, territory=territory, present=present, named=ids)
    sharing = [each for each in known.cases if any(slug in each.problems for slug, _ in stated)]
    expected = sorted(sharing, key=lambda each: one_by_one(each, question))
    assert [near.id for near in nearest(known, question, 5)] == [each.id for each in expected[:5]]


def test_each_says_what_it_has_in_common_and_what_differs():
    other = ("occupation-halls", "nuisances-sonores")
    known = knowledge(cases=[case(1, problems=other, intensity=4, territory="qpv"), case(2, intensity=1)])
    near, far = nearest(
        known, asked(known, ("occupation-halls", 4), ("degradations", 2), territory="qpv", present=["alpha"])
    )
    said = [line.text.replace(NBSP, " ") for line in (*near.alike, *near.differs)]
    assert said == [
        "Même problème (halls occupés).",
        "Même intensité (4, emprise partielle).",
        "Même territoire (en QPV).",
        "Même levier en place (alpha).",
        "1 problème en moins (dégradations).",
        "1 problème en plus (bruit).",
    ]
    differs = [line.text.replace(NBSP, " ") for line in far.differs]
    assert differs[1:] == ["Autre intensité (1, gêne occasionnelle)."]
    assert [line.text for line in far.unsaid] == ["Territoire non précisé."]


def test_what_an_example_does_not_say_is_no_difference():
    known = knowledge(cases=[case(1)])
    near = nearest(known, asked(known, territory="qpv"))[0]
    assert near.differs == ()
    assert [line.text for line in near.unsaid] == ["Intensité non précisée.", "Territoire non précisé."]


def test_failures_are_among_them_as_they_come():
    known = knowledge(cases=[case(1, start=2019), case(2, outcome="negatif", start=2021)])
    assert [near.outcome for near in nearest(known, asked(known))] == ["negatif", "positif"]


def test_an_example_in_which_own_words_are_found_comes_before_its_equals():
    known = knowledge(cases=[case(1, start=2024), case(2, start=2010)])
    question = asked(known, named=["case:0002", "case:9999"])
    assert [near.id for near in nearest(known, question)] == ["case:0002", "case:0001"]
    assert question.named == {"case:0002"}
    assert [line.text for line in nearest(known, question)[0].alike][1] == "Vos mots y figurent."
