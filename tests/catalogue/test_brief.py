"""Notes: what a model makes of them, and their way to plain data and back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.actions import STATES, Action
from levers_app.catalogue.brief import (
    ActionsItem,
    Brief,
    ComparisonItem,
    Cover,
    Options,
    SheetItem,
    TextItem,
    decoded,
    encoded,
    seen_in,
    side_by_side,
)
from levers_app.catalogue.brief_models import (
    MODELS,
    after,
    decoded_model,
    encoded_model,
    model_of,
    new_brief,
    sheet_item,
    with_record,
)
from levers_app.catalogue.records import Attachment

SLUGS = st.sampled_from(["gup", "clspd", "gltd", "videoprotection", "mediation-sociale", "ronde"])
ACTIONS = st.builds(
    Action,
    *[st.text(max_size=12)] * 8,
    state=st.sampled_from(sorted(STATES)),
    follow_up=st.text(max_size=12),
)
ITEMS = st.lists(
    st.builds(SheetItem, SLUGS.map("lever:{}".format) | st.just("case:x"), st.sampled_from(["full", "page"]))
    | st.builds(TextItem, st.text(max_size=20))
    | st.builds(ActionsItem, st.lists(ACTIONS, max_size=3).map(tuple), st.text(max_size=9))
    | st.builds(
        side_by_side,
        st.dictionaries(SLUGS, st.integers(0, 9), min_size=2, max_size=4),
        st.sampled_from(["", "Halls"]),
    ),
    max_size=6,
)
BRIEFS = st.builds(
    Brief,
    st.uuids().map(str),
    st.text(max_size=20),
    st.sampled_from(sorted(MODELS)),
    st.builds(Cover, st.text(max_size=9), logo=st.none() | st.just(Attachment("a" * 64, "l.png", "image/png", 3))),
    st.builds(Options, st.booleans(), st.booleans()),
    ITEMS.map(tuple),
)


@given(BRIEFS)
def test_a_note_comes_back_from_json_as_it_was(brief):
    assert decoded(json.loads(json.dumps(encoded(brief)))) == brief


@given(BRIEFS, st.sampled_from(sorted(MODELS)))
def test_another_model_loses_no_record_and_no_word(brief, key):
    changed = after(brief, MODELS[key])
    assert set(changed.records) == set(brief.records)
    texts = [item for item in changed.items if isinstance(item, TextItem)]
    assert [item for item in texts if item in brief.items] == [i for i in brief.items if isinstance(i, TextItem)]
    titles = [item.title for item in brief.items if isinstance(item, ComparisonItem) and item.title]
    kept = [item.title for item in changed.items if isinstance(item, ComparisonItem) and item.title]
    kept += [item.text.strip("# \n") for item in texts if item not in brief.items and item.text.endswith("# Halls\n")]
    assert kept == titles


def test_a_lever_of_two_comparisons_becomes_one_sheet():
    brief = Brief("1", "Note", items=(ComparisonItem(("gup", "clspd")), ComparisonItem(("gup", "ronde"))))
    assert [item.record for item in after(brief, MODELS["dossier"]).items if isinstance(item, SheetItem)] == [
        "lever:gup",
        "lever:clspd",
        "lever:ronde",
    ]


def test_the_title_of_a_comparison_stands_over_its_levers_among_the_headings_of_a_model():
    compared = Brief("1", "Note", items=(SheetItem("case:loos"), ComparisonItem(("gup", "clspd"), "Halls")))
    made = after(compared, MODELS["comite"])
    assert [getattr(item, "record", "") or getattr(item, "text", "") for item in made.items] == [
        *("## La situation\n", "## Ce qui est proposé\n", "### Halls\n", "lever:gup", "lever:clspd"),
        *("## Ce que d’autres ont fait\n", "case:loos"),
    ]


def test_what_is_compared_stays_as_it_is_where_the_model_compares():
    brief = Brief("1", "Note", items=(ComparisonItem(("gup", "clspd"), "Halls"), SheetItem("lever:ronde")))
    assert after(brief, MODELS["comparatif"]).items[0] == brief.items[0]


def test_what_was_seen_of_a_lever_goes_with_it_from_sheet_to_comparison_and_back():
    sheets = (SheetItem("lever:gup", "full", seq=3), SheetItem("lever:clspd", "full", seq=5))
    beside = after(Brief("1", "Note", items=sheets), MODELS["comparatif"])
    assert beside.items == (side_by_side({"gup": 3, "clspd": 5}),)
    assert with_record(beside, "lever:ronde", MODELS["comparatif"], 8).items == (
        side_by_side({"gup": 3, "clspd": 5, "ronde": 8}),
    )
    assert after(beside, MODELS["dossier"]).items == sheets


def test_a_comparison_of_an_earlier_version_was_seen_in_no_journal():
    data = {"id": "1", "items": [{"kind": "comparison", "levers": ["gup", "clspd"], "title": "Halls"}]}
    (item,) = decoded(data).items
    assert item == ComparisonItem(("gup", "clspd"), "Halls")
    assert seen_in(item) == {"lever:gup": 0, "lever:clspd": 0}


def test_journal_lines_that_are_not_those_of_the_levers_are_not_taken_for_them():
    data = {"id": "1", "items": [{"kind": "comparison", "levers": ["gup", "clspd"], "seqs": [4, "x"]}]}
    (item,) = decoded(data).items
    assert seen_in(item) == {"lever:gup": 0, "lever:clspd": 0}


def test_items_that_make_no_sense_are_left_out_and_the_rest_is_kept():
    kept = encoded(Brief("1", "Note", items=(TextItem("un"),)))
    kept["items"] += [{"kind": "poem"}, 3, {"kind": "sheet"}, {"kind": "sheet", "record": "lever:x", "depth": "huge"}]
    assert decoded(kept).items == (TextItem("un"), SheetItem("lever:x"))


@pytest.mark.parametrize("data", [None, [], "note", {}, {"name": "sans identifiant"}])
def test_what_is_no_note_is_refused(data):
    with pytest.raises(ValueError, match=r"note|Brief"):
        decoded(data)


def test_a_committee_note_begins_with_the_situation_then_what_is_proposed_then_examples():
    items = (SheetItem("case:a"), SheetItem("lever:b"))
    brief = new_brief(MODELS["comite"], items)
    assert [getattr(item, "record", "") or getattr(item, "text", "").strip() for item in brief.items] == [
        "## La situation",
        "## Ce qui est proposé",
        "lever:b",
        "## Ce que d’autres ont fait",
        "case:a",
    ]


def test_a_plan_of_action_has_its_table_between_the_objectives_and_the_follow_up():
    brief = new_brief(MODELS["plan"], [SheetItem("case:a"), SheetItem("lever:b")])
    assert [getattr(item, "text", "").strip() or getattr(item, "record", "actions") for item in brief.items] == [
        "## Diagnostic",
        "## Objectifs",
        "actions",
        "lever:b",
        "## Suivi",
        "case:a",
    ]


@given(BRIEFS, st.sampled_from(sorted(MODELS)))
def test_no_model_loses_an_action(brief, key):
    tables = [item for item in brief.items if isinstance(item, ActionsItem)]
    assert [item for item in after(brief, MODELS[key]).items if isinstance(item, ActionsItem)][: len(tables)] == tables


@pytest.mark.parametrize(
    ("count", "shared"), [(1, []), (2, [2]), (4, [4]), (5, [3, 2]), (7, [4, 3]), (8, [4, 4]), (9, [3, 3, 3])]
)
def test_levers_that_are_too_many_for_one_comparison_are_shared_out(count, shared):
    levers = [SheetItem(f"lever:l{place}", seq=place) for place in range(count)]
    made = new_brief(MODELS["comparatif"], [SheetItem("case:a"), *levers, SheetItem("case:b")])
    assert [len(item.levers) for item in made.items if isinstance(item, ComparisonItem)] == shared
    assert made.records == ("case:a", *(lever.record for lever in levers), "case:b")
    assert [made.seen[lever.record] for lever in levers] == list(range(count))


def test_levers_join_a_comparison_up_to_four_then_stand_alone():
    brief = new_brief(MODELS["comparatif"])
    for slug in "abcde":
        brief = with_record(brief, f"lever:{slug}", MODELS["comparatif"])
    assert brief.items == (ComparisonItem(("a", "b", "c", "d")), sheet_item("lever:e", MODELS["comparatif"]))


def test_ones_own_model_keeps_the_choices_and_not_what_is_said_of_one_note():
    brief = new_brief(MODELS["fiche"], organisation="Office")
    brief = replace(
        brief,
        items=(SheetItem("lever:a", "full"),),
        cover=replace(brief.cover, title="Comité", author="N. Petit", date="mardi"),
    )
    model = model_of(brief, "mien", "Chez nous")
    assert decoded_model(json.loads(json.dumps(encoded_model(model)))) == model
    made = new_brief(model, (SheetItem("lever:b"),))
    assert (made.cover.organisation, made.cover.author, made.cover.title, made.cover.date) == (
        "Office",
        "N. Petit",
        "",
        "",
    )
    assert made.items == (SheetItem("lever:b", "full"),)
    assert made.options == brief.options
