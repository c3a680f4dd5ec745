"""What is known: published examples, kept in step with what is written, restricted ones apart."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from levers_app.app import open_folder
from levers_app.insight.facts import OUTCOMES, Outcomes
from levers_app.insight.knowledge import _VALUES, Knowledge
from levers_app.paths import DataFolder
from tests.insight import samples
from tests.insight.samples import case, knowledge


def seen(known: Knowledge) -> dict[str, dict[object, list[str]]]:
    """Every example of every value of every facet."""
    return {
        facet: {v: [c.id for c in known.first(known.having(facet, v), 99)] for v in known.values(facet)}
        for facet in _VALUES
    }


def test_only_published_examples_are_known():
    known = knowledge(cases=[case(1), case(2, status="brouillon"), case(3, status="a-relire")])
    assert [each.id for each in known.cases] == ["case:0001"]


def test_the_latest_come_first_then_by_title():
    known = knowledge(
        cases=[case(1, start=2019), case(2, start=2018, end=2021), case(3, start=None), case(0, start=2019)]
    )
    assert [each.id for each in known.first(known.everything)] == ["case:0002", "case:0000", "case:0001", "case:0003"]


@given(samples.cases)
def test_outcomes_count_each_example_once(cases):
    known = knowledge(cases=cases)
    published = [each.outcome for each in cases if each.status == "publie"]
    assert known.outcomes(known.everything) == Outcomes(*(published.count(o) for o in OUTCOMES))


@given(samples.cases)
def test_restricted_examples_are_not_even_counted_in_what_may_leave(cases):
    known = knowledge(cases=cases).unrestricted
    assert all(each.confidentiality != "restreint" for each in known.cases)


@given(samples.cases, samples.cases, st.sets(st.integers(0, 30)))
def test_writes_change_what_is_known_as_reading_all_again_would(before, written, deleted):
    known = knowledge(cases=before)
    seen(known)  # every facet was asked for
    fresh = {f"case:{number:04}": None for number in deleted} | {each.id: each for each in written}
    again = {each.id: each for each in before} | fresh
    expected = knowledge(cases=[each for each in again.values() if each is not None])
    after = known.changed(fresh)
    assert list(after.cases) == list(expected.cases)
    assert seen(after) == seen(expected)


def test_a_session_knows_what_was_just_written(tmp_path: Path):
    with closing(open_folder(DataFolder(tmp_path / "donnees"))) as services:
        first = services.knowledge()
        assert services.knowledge() is first
        example = services.base.reader.case("reze-chateau-halls-fermes")
        written = replace(example, slug="b" * 32, title="Un autre hall")
        services.base.writer.save(written, "essai")
        assert [c.title for c in services.knowledge().cases if c.id == written.id] == ["Un autre hall"]
        services.base.writer.save(replace(services.base.reader.lever("clspd"), title="Conseil local"), "essai")
        assert services.knowledge().levers["clspd"].title == "Conseil local"
        assert len(services.knowledge().cases) == len(first.cases) + 1
        services.base.writer.delete(written.id, "essai")
        assert len(services.knowledge().cases) == len(first.cases)
