"""Favourites, visits and settings."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levers_app.store.errors import FullDiskError, LockedBaseError, NewerBaseError
from levers_app.store.personal import KEPT_VISITS, Personal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "données" / "personnel.db"


@pytest.fixture
def personal(path: Path) -> Personal:
    return Personal(path)


def test_favourites_keep_the_order_they_were_added_in(personal: Personal, path: Path):
    for record_id in ("lever:b", "case:a", "lever:b", "term:c"):
        personal.add_favourite(record_id)
    personal.remove_favourite("case:a")
    assert Personal(path).favourites() == ["lever:b", "term:c"]


def test_removing_what_is_no_favourite_does_nothing(personal: Personal):
    personal.remove_favourite("lever:absent")
    assert personal.favourites() == []


def test_visits_are_listed_once_latest_first(personal: Personal):
    for record_id in ("a", "b", "a", "c"):
        personal.add_visit(record_id)
    assert (personal.visits(10), personal.visits(2)) == (["c", "a", "b"], ["c", "a"])


def test_old_visits_are_forgotten(personal: Personal, path: Path):
    with closing(sqlite3.connect(path)) as connection, connection:
        rows = [(f"ancien-{number}", number, "") for number in range(1, KEPT_VISITS + 100)]
        connection.executemany("INSERT INTO visit VALUES (?, ?, ?)", rows)
    personal.add_visit("nouveau")
    assert len(personal.visits(10_000)) == KEPT_VISITS


def test_settings_are_kept(personal: Personal, path: Path):
    personal.set_setting("fenêtre", {"largeur": 1280, "colonnes": [192, 400]})
    personal.set_setting("fenêtre", {"largeur": 1600})
    assert Personal(path).setting("fenêtre") == {"largeur": 1600}
    assert Personal(path).settings() == {"fenêtre": {"largeur": 1600}}


def test_missing_setting_has_a_default(personal: Personal):
    assert (personal.setting("absent"), personal.setting("absent", 3)) == (None, 3)


@settings(max_examples=25)
@given(value=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_any_json_value_is_kept(tmp_path_factory: pytest.TempPathFactory, value: object):
    personal = Personal(tmp_path_factory.getbasetemp() / "hypothesis" / "personnel.db")
    personal.set_setting("clé", value)
    assert personal.setting("clé") == value


def test_file_is_private(personal: Personal, path: Path):
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garbage(path: Path) -> None:
    path.write_bytes(b"n'importe quoi" * 1000)


@pytest.mark.parametrize("damage", [half, garbage])
def test_damaged_file_is_kept_aside_and_a_new_one_begun(personal: Personal, path: Path, damage: Callable[[Path], None]):
    damage(path)
    damaged = path.read_bytes()
    again = Personal(path)
    again.add_favourite("lever:a")
    (kept,) = path.parent.glob("personnel-abimee-*.db")
    assert (kept.read_bytes(), again.favourites()) == (damaged, ["lever:a"])
    assert kept.name in again.notice


def test_sound_file_has_no_notice(personal: Personal, path: Path):
    assert Personal(path).notice == ""


def test_newer_file_is_left_alone(personal: Personal, path: Path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerBaseError):
        Personal(path)


def test_locked_file(personal: Personal, path: Path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedBaseError):
            personal.add_favourite("lever:a")


def test_full_disk(personal: Personal, path: Path, monkeypatch: pytest.MonkeyPatch):
    connect = sqlite3.connect

    def limited(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr("sqlite3.connect", limited)
    with pytest.raises(FullDiskError):
        personal.set_setting("clé", "x" * 100_000)
    assert personal.setting("clé") is None
