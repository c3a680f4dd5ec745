"""What was typed into a dialog and not saved: one set of texts a record, in the personal file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from levers_app.store.personal import Personal
from levers_app.store.unsaved import UnsavedTexts

TEXTS = {"summary": "Ici.\nLà\u00a0!", "costs": ""}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "personnel.db"


@pytest.fixture
def unsaved(path: Path) -> UnsavedTexts:
    return UnsavedTexts(Personal(path))


def test_texts_are_there_for_the_next_program(unsaved: UnsavedTexts, path: Path):
    unsaved.keep("lever:clspd", {"summary": "Un"}, 7)
    at = unsaved.keep("lever:clspd", TEXTS, 7)
    found = UnsavedTexts(Personal(path)).get("lever:clspd")
    assert found is not None
    assert (found.texts, found.seq) == (TEXTS, 7)
    assert abs(found.at - at) < timedelta(seconds=2)
    assert datetime.now(UTC) - found.at < timedelta(minutes=1)


def test_each_record_has_its_own(unsaved: UnsavedTexts):
    unsaved.keep("lever:clspd", TEXTS, 7)
    assert unsaved.get("local:clspd") is None


def test_all_are_listed_the_last_kept_first(unsaved: UnsavedTexts, path: Path):
    personal = Personal(path)
    assert unsaved.all() == {}
    personal.set_setting("profile", {"name": "Nadia"})
    kept = {"texts": {"costs": "Un"}, "seq": 7, "at": "2026-01-03T10:00:00+00:00"}
    for number, wrong in enumerate(("autre chose", kept | {"at": "hier"}, kept | {"texts": {"costs": 5}})):
        personal.set_setting(f"unsaved:lever:faux-{number}", wrong)
    for id_, at in (("lever:clspd", "2026-01-01T10:00:00+00:00"), ("local:gltd", "2026-01-02T10:00:00+00:00")):
        personal.set_setting(f"unsaved:{id_}", {"texts": {"costs": "Un"}, "seq": 7, "at": at})
    assert list(unsaved.all()) == ["local:gltd", "lever:clspd"]
    assert unsaved.all()["lever:clspd"] == unsaved.get("lever:clspd")


def test_texts_that_are_done_with_are_forgotten(unsaved: UnsavedTexts, path: Path):
    for forget in (unsaved.drop, lambda id_: unsaved.keep(id_, {}, 7)):
        unsaved.keep("lever:clspd", TEXTS, 7)
        forget("lever:clspd")
        assert unsaved.get("lever:clspd") is None
    assert Personal(path).settings() == {}


def test_half_characters_do_not_keep_the_rest_from_being_kept(unsaved: UnsavedTexts):
    unsaved.keep("lever:clspd", {"summary": "avant \ud83d après"}, 7)
    found = unsaved.get("lever:clspd")
    assert found is not None
    assert found.texts["summary"] == "avant ? après"
