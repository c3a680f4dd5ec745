"""The file of a note: what comes back from it, and how every other file is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from levers_app.catalogue.actions import MOST_ACTIONS
from levers_app.catalogue.brief import Brief, ComparisonItem, SheetItem, TextItem, side_by_side
from levers_app.catalogue.brief_file import (
    MOST_BYTES,
    BriefFileError,
    DamagedBriefError,
    NewerBriefError,
    NoBriefError,
    UnknownLevelError,
    UnreadableBriefError,
    from_file,
    read_file,
    to_file,
)
from levers_app.catalogue.draft import MAX_TEXT
from tests.catalogue.test_brief import BRIEFS

KEPT = Brief(
    "1",
    "Comité",
    items=(SheetItem("lever:gup", seq=7), TextItem("Été « » <b>"), side_by_side({"gup": 7, "clspd": 8})),
)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
ANYTHING = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner))


def file_of(**changes: object) -> str:
    return json.dumps(json.loads(to_file(KEPT)) | changes)


def note_with(**changes: object) -> str:
    return file_of(note=json.loads(to_file(KEPT))["note"] | changes)


@given(BRIEFS)
def test_a_note_comes_back_as_it_was(brief):
    found = from_file(to_file(brief))
    unseen = [replace(item, seqs=()) if isinstance(item, ComparisonItem) else item for item in brief.items]
    assert replace(found, id=brief.id) == replace(brief, items=tuple(unseen))


def test_it_comes_back_as_a_new_note_that_saw_no_journal_of_this_base():
    found = from_file(to_file(replace(KEPT, at="2026-01-01")))
    assert found.id != KEPT.id
    assert (found.at, found.items[0]) == ("", SheetItem("lever:gup"))
    assert found.items[2] == ComparisonItem(("gup", "clspd"))


def test_half_characters_stop_nothing():
    found = from_file(to_file(replace(KEPT, name="a\ud800")))
    assert found.name == "a?"
    assert from_file(note_with(name="\udfff")).name == "?"


@pytest.mark.parametrize("text", ["", "bonjour", "{}", "[]", "3", '{"format": "autre"}', "\0", "[" * 100_000])
def test_another_file_is_no_note(text):
    with pytest.raises(NoBriefError, match=r"\.note-leviers"):
        from_file(text)


@pytest.mark.parametrize(
    "text",
    [
        to_file(KEPT)[:-40],
        file_of(version="1"),
        file_of(version=True),
        file_of(version=0),
        file_of(note=None),
        file_of(note={"name": "sans identifiant"}),
        note_with(items="non"),
        note_with(items=[{"kind": "poème"}]),
        note_with(items=[{"kind": "comparison", "levers": list("abcde")}]),
        note_with(items=[{"kind": "actions", "actions": [{}] * (MOST_ACTIONS + 1)}]),
        note_with(items=[{"kind": "actions", "actions": [{"who": "a" * (MAX_TEXT + 1)}]}]),
        note_with(items=[{"kind": "text", "text": "a" * (MAX_TEXT + 1)}]),
        '{"format": "note-leviers", "version": ' + "9" * 5000 + "}",
        '{"format": "note-leviers", "note": ' + "[" * 100_000,
    ],
)
def test_a_damaged_note_is_refused_whole(text):
    with pytest.raises(DamagedBriefError, match="abîmée"):
        from_file(text)


@pytest.mark.parametrize("level", ["internal", "Interne", " ", "RESTREINT", 3, None, ["restreint"], {}])
def test_a_note_whose_confidentiality_is_unknown_is_refused_in_words(level):
    with pytest.raises(UnknownLevelError, match=r"public.*interne.*restreint"):
        from_file(note_with(cover={"title": "T", "confidentiality": level}))


@pytest.mark.parametrize("level", ["", "public", "interne", "restreint"])
def test_a_note_keeps_the_confidentiality_of_its_file(level):
    assert from_file(note_with(cover={"title": "T", "confidentiality": level})).cover.confidentiality == level


def test_a_note_of_a_newer_version_says_what_to_do():
    with pytest.raises(NewerBriefError, match="Mettez Leviers à jour"):
        from_file(file_of(version=2, note="tout autre chose"))


@given(st.dictionaries(st.sampled_from(["id", "name", "model", "cover", "options", "items", "at", "x"]), ANYTHING))
@example({"items": [{"kind": "comparison", "levers": [[1]], "title": 3}]})
def test_any_note_is_read_or_refused(changes):
    try:
        found = from_file(note_with(**changes))
    except BriefFileError:
        return
    assert from_file(to_file(found)).items == found.items


def test_a_file_is_read_and_one_that_cannot_be_is_named(tmp_path: Path):
    path = tmp_path / "comité.note-leviers"
    path.write_text("\ufeff" + to_file(KEPT), encoding="utf-8")
    assert read_file(path).name == "Comité"
    for missing in (tmp_path, tmp_path / "absent", tmp_path / "a\0b", tmp_path / ("x" * 300)):
        with pytest.raises(UnreadableBriefError, match="ne peut pas être lu"):
            read_file(missing)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"%PDF-1.7", b" " * (MOST_BYTES + 1)])
def test_a_file_of_another_kind_is_no_note(tmp_path: Path, data: bytes):
    path = tmp_path / "x.note-leviers"
    path.write_bytes(data)
    with pytest.raises(NoBriefError):
        read_file(path)
