"""What is typed becomes an example, and the other way round; nothing that was typed is lost on the way."""

import dataclasses
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.catalogue.content import load_bundle
from levers_app.catalogue.draft import (
    MAX_TEXT,
    TITLE_LENGTH,
    Draft,
    Entry,
    ResultLine,
    SourceLine,
    case_of,
    cleaned,
    decoded,
    draft_of,
    encoded,
    faults,
    lines,
    missing,
    new_draft,
    rubrics,
    texts,
)
from levers_app.catalogue.records import Attachment, CaseStudy, Confirmed, Period, Result, Source
from levers_app.catalogue.validation import check_record, encode_record, read_record
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.paths import content_folder

QUICK = Entry(
    title="Hall rouvert",
    commune="Lille",
    problems=("occupation-halls",),
    actions="Une présence le soir",
    outcome="positif",
)
FULL = replace(
    QUICK,
    organisation="Office",
    start="2021",
    intensity=3,
    context="Un grand ensemble de six cents logements, où trois halls étaient occupés chaque soir depuis deux ans.",
    levers=("mediation",),
    rationale="Occuper le terrain.",
    partners=("Ville",),
    results=(ResultLine("Moins de plaintes"),),
    lessons="Commencer tôt",
)


TEXTS: tuple[Any, ...] = tuple(f.name for f in dataclasses.fields(Entry) if f.type is str)


def everywhere(text: str) -> Entry:
    values: dict[str, Any] = dict.fromkeys(TEXTS, text)
    return Entry(**values)


def case(**changes: object) -> CaseStudy:
    return case_of(Draft("a", replace(QUICK, **changes)))  # type: ignore[arg-type]


# There and back


def test_every_shipped_example_goes_through_the_form_unchanged(vocabulary: Vocabulary):
    for shipped in load_bundle(content_folder()).cases:
        again = case_of(draft_of(shipped, 7), shipped.status)
        read = read_record(CaseStudy, json.loads(json.dumps(encode_record(again))))
        check_record(read, vocabulary)
        assert read == shipped


def test_everything_that_an_example_holds_goes_through_the_form():
    whole = CaseStudy(
        slug="exemple",
        title="Titre",
        organisation="Office",
        territory="qpv",
        problems=("degradations",),
        levers=("mediation",),
        context="Un\n\ncontexte de Mme X",
        actions=("Une", "Deux"),
        results=(Result("Moins", measured=True, figure="-30 %"), Result("Avis", measured=False)),
        outcome="mitige",
        source=Source("T", "É", "https://a.fr", year=2021),
        other_sources=(Source("U", "", ""),),
        period=Period(2019, 2021, 3, None),
        intensity=4,
        rationale="Pourquoi",
        steps=("Un", "Deux"),
        residents="Oui",
        status="a-relire",
        confidentiality="restreint",
        review_comment="Et le coût ?",
        attachments=(Attachment("0" * 64, "a.jpg", "image/jpeg", 3, "Le hall", printed=True),),
        confirmed=(Confirmed("context", "Mme X", "élue"),),
    )
    draft = draft_of(whole, 7)
    assert (draft.record, draft.seq, draft.slug) == ("case:exemple", 7, "exemple")
    assert case_of(draft, "a-relire") == whole


def test_new_example_bears_the_id_of_its_draft():
    draft = new_draft("Office")
    assert (draft.slug, case_of(draft).organisation, draft.id == new_draft().id) == (draft.id, "Office", False)


def test_what_is_not_said_yet_has_a_neutral_value(vocabulary: Vocabulary):
    example = case_of(new_draft())
    check_record(example, vocabulary)
    assert (example.territory, example.outcome, example.status) == ("inconnu", "non-evalue", "brouillon")


def test_figure_without_a_statement_is_not_lost():
    rows = (ResultLine(figure="-30 %", measured=True), ResultLine(" ", "\n"), ResultLine("Mieux", "2"))
    assert case(results=rows).results == (
        Result("-30 %", measured=True),
        Result("Mieux", measured=False, figure="2"),
    )


def test_source_needs_no_title_and_an_empty_row_is_none():
    rows = (SourceLine(), SourceLine(url="https://a.fr", year=" 2021 "), SourceLine(publisher="Le Monde", year="hier"))
    example = case(sources=rows)
    assert example.source == Source("https://a.fr", "", "https://a.fr", year=2021)
    assert example.other_sources == (Source("Le Monde", "Le Monde", ""),)


# Lists typed one a line


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("- a", "a"),
        ("– a", "a"),
        ("• b", "b"),
        ("•\tb", "b"),
        ("•b", "b"),
        ("\uf0b7 b", "b"),
        ("o\tb", "b"),
        ("  * b", "b"),
        ("1) c", "c"),
        ("2. d", "d"),
        ("12. d", "d"),
        ("\u202a- a", "a"),
        ("1200 logements", "1200 logements"),
        ("10 rue", "10 rue"),
        ("10, rue", "10, rue"),
        ("2021. Bilan", "2021. Bilan"),
        ("24h/24", "24h/24"),
        ("où ? partout", "où ? partout"),
        ("**Gras** et *penché*", "**Gras** et *penché*"),
        ("-30 % de plaintes", "-30 % de plaintes"),
        ("- 30 % de plaintes", "- 30 % de plaintes"),
        ("–  30 % de plaintes", "–  30 % de plaintes"),
        ("−30 % de plaintes", "−30 % de plaintes"),
        ("-l’un", "-l’un"),
    ],
)
def test_bullet_goes_and_words_stay(typed: str, item: str):
    assert lines(typed) == (item,)


def test_lines_without_words_are_none():
    assert lines("a\n\n - \n•\n \u00a0\r\nb\r–\n") == ("a", "b")


BULLETS = ("- ", "– ", "— ", "• ", "· ", "* ", "o ", "1. ", "12) ", "-", "10 ", "o", "", " ")


@given(st.lists(st.tuples(st.sampled_from(BULLETS), st.text()), max_size=4))
def test_no_word_is_lost_but_a_bullet(parts: list[tuple[str, str]]):
    typed = "\n".join(bullet + text for bullet, text in parts)
    words = re.findall(r"[^\W\d_]{2,}", cleaned(typed))
    assert re.findall(r"[^\W\d_]{2,}", "\n".join(lines(typed))) == words


@given(st.text())
def test_items_read_again_are_the_same_once_they_have_no_bullet(text: str):
    items = lines(text)
    assert lines("\n".join(f"• {item}" for item in items)) == items


# What no text may hold


def test_control_and_direction_characters_go():
    assert cleaned(" a\x00b\x1b\u202ec\u2066d\ud800e\x7f\t🏢 \u200fا ") == "abcde\t🏢 \u200fا"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_lines_end_as_other_programs_end_them(end: str):
    assert cleaned(f"un{end}deux") == "un\ndeux"
    assert lines(f"un{end}deux") == ("un", "deux")


@given(st.text(st.characters()))
def test_any_text_is_recorded(text: str):
    row = ResultLine(text, text)
    entry = replace(everywhere(text), partners=(text,), results=(row,), sources=(SourceLine(text),))
    entry = replace(entry, territory="", outcome="", confidentiality="interne")  # chosen, not typed
    read = read_record(CaseStudy, json.loads(json.dumps(encode_record(case_of(Draft("a", entry))))))
    assert re.findall(r"\w+", read.title) == re.findall(r"\w+", cleaned(text))


# Faults


def test_sound_entries_have_none():
    assert (faults(Entry()), faults(QUICK), faults(FULL)) == ({}, {}, {})


@pytest.mark.parametrize(
    ("changes", "name", "said"),
    [
        ({"title": "x" * (TITLE_LENGTH + 1)}, "title", "Le titre dépasse 200 caractères"),
        ({"end": "31/02/2024"}, "end", "Cette date ne se lit pas\u00a0: le 31/02/2024 n’existe pas"),
        ({"start": "hier"}, "start", "Cette date ne se lit pas\u00a0: écrivez une année (2021)"),
        ({"end": "13/2021"}, "end", "le mois va de 1 à 12."),
        ({"start": "03/2021", "end": "02/2021"}, "end", "La fin précède le début"),
        ({"start": "2021", "end": "2020"}, "end", "La fin précède le début"),
        ({"sources": (SourceLine("T"), SourceLine("U", year="21"))}, "sources.1", "quatre chiffres, comme 2021"),
        ({"context": "é" * 1_000_000}, "context", "plus de 1\u202f000\u202f000 caractères"),
        ({"actions": "x\n" * MAX_TEXT}, "actions", "plus de 200\u202f000 caractères"),
        ({"organisation": "x" * 100_001}, "organisation", "une rubrique en tient 100\u202f000"),
        ({"partners": ("a", "x" * 100_001)}, "partners", "raccourcissez-le"),
        ({"results": (ResultLine(figure="x" * 100_001),)}, "results", "raccourcissez-le"),
        ({"sources": (SourceLine(url="x" * 100_001),)}, "sources", "raccourcissez-le"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_fault_is_told_beside_its_field(changes: dict[str, object], name: str, said: str):
    found = faults(replace(QUICK, **changes))  # type: ignore[arg-type]
    assert list(found) == [name]
    assert said in found[name]


@pytest.mark.parametrize(
    ("start", "end"), [("2021", "2021"), ("2021", "01/2021"), ("12/2021", "2021"), ("", "2020"), ("2020", "")]
)
def test_end_that_may_be_after_the_start_is_none(start: str, end: str):
    assert faults(Entry(start=start, end=end)) == {}


def test_unreadable_date_is_left_out_of_what_is_shown_on_the_way():
    assert case(start="hier", end="03/2021").period == Period(None, 2021, None, 3)


# What is there and what is not


def test_what_is_needed_comes_in_the_order_of_the_form():
    assert list(missing(Entry())) == ["title", "commune", "problems", "actions", "outcome"]
    assert missing(Entry())["problems"] == "une situation au moins"


def test_a_quick_entry_lacks_nothing_and_a_region_is_a_place():
    assert missing(QUICK) == missing(FULL) == missing(replace(QUICK, commune="", region="Bretagne")) == {}


def test_what_would_be_empty_once_recorded_is_missing():
    entry = replace(QUICK, title=" \u202e", commune="\x00", actions="-\n•")
    assert list(missing(entry)) == ["title", "commune", "actions"]


def test_rubrics_tell_what_is_done():
    done = [[rubric.key for rubric in rubrics(entry) if rubric.done] for entry in (Entry(), QUICK)]
    assert done == [[], ["actions"]]
    assert all(rubric.done for rubric in rubrics(FULL))


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"results": (ResultLine(figure="-30 %"),)}, "results"),
        ({"outcome": "non-evalue"}, "results"),
        ({"residents": "Consultés"}, "partners"),
    ],
)
def test_a_rubric_is_filled_in_several_ways(changes: dict[str, object], key: str):
    found = rubrics(replace(QUICK, **changes))  # type: ignore[arg-type]
    assert key in {rubric.key for rubric in found if rubric.done}


def test_draft_is_empty_until_something_is_typed():
    assert new_draft("Office").empty
    assert all(
        not Draft("a", entry).empty
        for entry in (QUICK, Entry(title="x"), Entry(problems=("degradations",)), Entry(intensity=1), Entry(end="x"))
    )
    assert not Draft("a", record="case:exemple").empty


def test_guard_reads_what_is_told_and_neither_places_nor_what_a_reviewer_wrote():
    entry = replace(
        Entry(**{name: name for name in TEXTS}),
        partners=("une ville",),
        results=(ResultLine("statement", "figure"),),
        attachments=(Attachment("0", "a.jpg", "image/jpeg", 1, "caption"),),
    )
    read = {text for _, text in texts(entry)}
    assert {"title", "neighbourhood", "lessons", "une ville", "statement", "figure", "caption"} <= read
    assert read.isdisjoint({"commune", "department", "region", "review_comment"})


# Kept as plain data

TEXT = st.text(max_size=20) | st.sampled_from(["👷🏽‍♀️🏢", "مرحبا", "שלום", "a\x00b", "ligne\nligne"])
ENTRIES = st.builds(
    Entry,
    **dict.fromkeys(TEXTS, TEXT),
    problems=st.lists(TEXT, max_size=2).map(tuple),
    levers=st.lists(TEXT, max_size=2).map(tuple),
    partners=st.lists(TEXT, max_size=2).map(tuple),
    intensity=st.none() | st.integers(),
    results=st.lists(st.builds(ResultLine, TEXT, TEXT, st.booleans()), max_size=2).map(tuple),
    sources=st.lists(st.builds(SourceLine, TEXT, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    attachments=st.lists(st.builds(Attachment, TEXT, TEXT, TEXT, st.integers(0), TEXT, st.booleans()), max_size=2).map(
        tuple
    ),
    confirmed=st.lists(st.builds(Confirmed, TEXT, TEXT, TEXT), max_size=2).map(tuple),
)


@given(ENTRIES)
def test_entry_is_found_again_as_it_was(entry: Entry):
    assert decoded(json.loads(json.dumps(encoded(entry)))) == decoded(encoded(entry)) == entry


def test_other_versions_write_other_keys():
    data = encoded(FULL) | {"mood": "bonne"}
    del data["lessons"], data["territory"]
    data["results"] = [{"statement": "Mieux", "unit": "%"}]
    assert decoded(data) == replace(FULL, lessons="", results=(ResultLine("Mieux"),))


def test_what_is_of_another_form_has_its_default_and_the_rest_stays():
    data = encoded(FULL) | {"context": 5, "intensity": True, "partners": "Ville", "problems": ["degradations", None]}
    data |= {"results": [{"statement": 3, "figure": "2"}, "mieux"], "attachments": [{"digest": "0"}], "sources": {}}
    read = decoded(data)
    assert (read.context, read.intensity, read.partners, read.problems) == ("", None, (), ("degradations",))
    assert (read.results, read.attachments, read.sources) == ((ResultLine(figure="2"),), (), ())
    assert (read.title, read.rationale) == (FULL.title, FULL.rationale)


JSON: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=4
)
VALUES: st.SearchStrategy[object] = (
    JSON | st.dictionaries(st.sampled_from(["statement", "title", "digest"]), JSON) | st.lists(st.just({}))
)


@given(st.dictionaries(st.sampled_from([f.name for f in dataclasses.fields(Entry)]), VALUES))
def test_entry_of_any_data_can_be_worked_with(data: dict[str, object]):
    entry = decoded(data)
    missing(entry), faults(entry), rubrics(entry), list(texts(entry)), case_of(Draft("a", entry))
    assert decoded(encoded(entry)) == entry


@pytest.mark.parametrize("data", [None, [], "title", 3])
def test_what_is_no_entry_at_all_is_told(data: object):
    with pytest.raises(ValueError, match="is no Entry"):
        decoded(data)
