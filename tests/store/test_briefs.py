"""Notes are kept as drafts are: durable, several, thrown away and taken back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.catalogue.brief import SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.store.briefs import Briefs
from levers_app.store.discarding import KEPT_DISCARDED
from levers_app.store.personal import Personal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "personnel.db"


@pytest.fixture
def briefs(path: Path) -> Iterator[Briefs]:
    with closing(Personal(path)) as personal:
        yield Briefs(personal)


def note(name, *items):
    return new_brief(MODELS["dossier"], items, name=name)


def test_a_note_is_found_again_by_another_start(briefs, path):
    kept = note("Comité", SheetItem("lever:gup"), TextItem("Bonjour \ud800 \U0001f642"))
    at = briefs.keep(kept)
    with closing(Personal(path)) as personal:
        (found,) = Briefs(personal).all()
    assert found == replace(kept, at=at, items=(SheetItem("lever:gup", "full"), TextItem("Bonjour ? \U0001f642")))


def test_the_note_changed_last_comes_first(briefs):
    first, second = note("un"), note("deux")
    for each in (first, second, first):
        briefs.keep(each)
    assert [each.name for each in briefs.all()] == ["un", "deux"]


def test_a_note_thrown_away_comes_back_and_is_not_written_by_a_late_change(briefs):
    kept = note("un")
    briefs.keep(kept)
    briefs.discard(kept.id)
    briefs.keep(kept)
    assert briefs.all() == []
    assert briefs.get(kept.id) is None
    briefs.bring_back(kept.id)
    assert [each.name for each in briefs.all()] == ["un"]


def test_the_notes_thrown_away_last_are_kept_and_told_the_last_one_first(briefs):
    kept = [note(str(number)) for number in range(KEPT_DISCARDED + 2)]
    for each in kept:
        briefs.keep(each)
    stays = note("reste")
    briefs.keep(stays)
    for each in kept:
        briefs.discard(each.id)
    assert [each.name for each in briefs.discarded()] == [each.name for each in reversed(kept[2:])]
    briefs.bring_back(kept[0].id)
    briefs.bring_back(kept[-1].id)
    assert {each.name for each in briefs.all()} == {"reste", kept[-1].name}
    assert kept[-1].id not in {each.id for each in briefs.discarded()}


def test_a_note_thrown_away_bears_the_time_of_its_last_change(briefs):
    kept = note("un", TextItem("Bonjour"))
    at = briefs.keep(kept)
    briefs.discard(kept.id)
    assert briefs.discarded() == [replace(kept, at=at)]


def test_a_row_that_cannot_be_read_does_not_hide_the_others(briefs, path):
    briefs.keep(note("un"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO brief VALUES ('x', '[}', '2026', 0)")
    assert [each.name for each in briefs.all()] == ["un"]


def test_ones_own_models_are_kept_by_name_and_removed(briefs):
    for key, name in (("1", "Zone"), ("2", "agence")):
        briefs.keep_model(replace(MODELS["fiche"], key=key, name=name))
    assert [model.name for model in briefs.models()] == ["agence", "Zone"]
    briefs.remove_model("1")
    assert [model.key for model in briefs.models()] == ["2"]


def test_a_note_is_written_only_over_the_version_that_was_known(briefs):
    kept = note("un")
    first = briefs.keep(kept)
    second = briefs.keep(replace(kept, name="deux"), first)
    assert second > first
    assert briefs.keep(replace(kept, name="trois"), first) == ""
    assert briefs.get(kept.id) == replace(kept, name="deux", at=second)
