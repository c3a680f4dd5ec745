"""Favourites, visits, searches and settings."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levers_app.catalogue.draft import Draft, Entry
from levers_app.store.drafts import Drafts
from levers_app.store.errors import FullDiskError, LockedBaseError, NewerBaseError
from levers_app.store.personal import KEPT_SEARCHES, KEPT_VISITS, Personal
from levers_app.store.saved_search import NAME_LENGTH, SavedSearch


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


def without_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE favourite")


@pytest.mark.parametrize("damage", [half, garbage, without_a_table])
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


FIRST_SCHEMA = """
CREATE TABLE favourite (record_id TEXT PRIMARY KEY, position INTEGER NOT NULL);
CREATE TABLE visit (record_id TEXT PRIMARY KEY, number INTEGER NOT NULL, at TEXT NOT NULL);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO favourite VALUES ('lever:a', 1);
INSERT INTO visit VALUES ('case:b', 1, '2026-01-01T00:00:00+00:00');
INSERT INTO setting VALUES ('clé', '3');
PRAGMA user_version = 1;
"""
"""A file as the first version of the program left it."""


def search(name: str, words: str = "trafic", position: int = 0) -> SavedSearch:
    return SavedSearch(name, "search", words, {"outcome": ("positif", "mitige")}, "date", position)


def names(personal: Personal) -> list[str]:
    return [kept.name for kept in personal.saved_searches()]


def test_file_of_the_first_version_is_upgraded_and_keeps_everything(path: Path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_SCHEMA)
    personal = Personal(path)
    personal.save_search(search("Halls"))
    personal.add_search("hall occupé")
    again = Personal(path)
    assert (again.favourites(), again.visits(9), again.setting("clé")) == (["lever:a"], ["case:b"], 3)
    assert (names(again), again.recent_searches()) == (["Halls"], ["hall occupé"])


def test_saved_search_is_found_again_as_it_was(personal: Personal, path: Path):
    personal.save_search(search("Halls, l’été"))
    assert Personal(path).saved_searches() == [search("Halls, l’été", position=1)]


def test_saved_searches_keep_their_order_and_one_of_the_same_name_is_replaced(personal: Personal):
    for name in ("Halls", "Agressions", "TFPB"):
        personal.save_search(search(name))
    personal.save_search(search("HALLS", "squat"))
    assert [(kept.name, kept.query) for kept in personal.saved_searches()] == [
        ("HALLS", "squat"),
        ("Agressions", "trafic"),
        ("TFPB", "trafic"),
    ]


def test_a_removed_search_comes_back_to_its_place(personal: Personal):
    for name in ("a", "b", "c"):
        personal.save_search(search(name))
    removed = personal.saved_searches()[1]
    personal.remove_search("b")
    assert names(personal) == ["a", "c"]
    personal.save_search(removed)
    assert names(personal) == ["a", "b", "c"]


@pytest.mark.parametrize(("new", "done"), [("Été", True), ("HALLS", True), ("squats", False), ("  ", False)])
def test_a_search_is_renamed_unless_the_name_is_empty_or_taken(personal: Personal, new: str, done: bool):
    for name in ("Halls", "Squats"):
        personal.save_search(search(name))
    assert personal.rename_search("Halls", new) is done
    assert names(personal) == [new if done else "Halls", "Squats"]


def test_filters_of_a_later_version_are_told_apart_and_nothing_else_is_lost(personal: Personal, path: Path):
    for name in ("a", "b"):
        personal.save_search(search(name))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            """UPDATE saved_search SET filters = '{"kind": ["case"], "years": {"from": 1}}' WHERE name = 'a'"""
        )
        connection.execute("UPDATE saved_search SET filters = '[' WHERE name = 'b'")
    kept = personal.saved_searches()
    assert [each.filters for each in kept] == [{"kind": ("case",), "years": ()}, {"": ()}]
    assert kept[0].query == "trafic"


@settings(max_examples=50)
@given(name=st.text(), words=st.text())
def test_any_text_is_a_name_and_a_search(tmp_path_factory: pytest.TempPathFactory, name: str, words: str):
    path = tmp_path_factory.getbasetemp() / "any-text" / "personnel.db"
    personal = Personal(path)
    personal.add_search(words)
    try:
        personal.save_search(search(name, words))
    except ValueError:
        assert not names(personal)
        return
    (kept,) = Personal(path).saved_searches()
    assert 0 < len(kept.name) <= NAME_LENGTH
    assert "\n" not in kept.name
    personal.remove_search(name)
    assert names(personal) == []


def test_searches_are_remembered_once_latest_first(personal: Personal, path: Path):
    for words in ("hall occupé", "TFPB", " Hall  occupé ", "", " "):
        personal.add_search(words)
    assert Personal(path).recent_searches() == ["Hall occupé", "TFPB"]


def test_only_the_last_searches_are_remembered_and_no_pasted_text(personal: Personal):
    for number in range(KEPT_SEARCHES + 5):
        personal.add_search(f"recherche {number}")
    personal.add_search("mot " * 100)
    assert personal.recent_searches(2) == ["recherche 54", "recherche 53"]
    assert len(personal.recent_searches()) == KEPT_SEARCHES


def test_history_is_forgotten_and_what_was_kept_on_purpose_stays(personal: Personal, path: Path):
    personal.add_visit("case:b")
    personal.add_search("hall très occupé")
    personal.add_favourite("lever:a")
    personal.save_search(search("Halls"))
    personal.clear_history()
    assert (personal.visits(9), personal.recent_searches()) == ([], [])
    assert (personal.favourites(), names(personal)) == (["lever:a"], ["Halls"])
    assert "très occupé".encode() not in path.read_bytes()


def test_forgotten_history_comes_back_behind_what_was_done_since(personal: Personal):
    for record_id in ("a", "b"):
        personal.add_visit(record_id)
        personal.add_search(f"mot {record_id}")
    history = personal.clear_history()
    personal.add_visit("c")
    personal.add_search("mot a")
    personal.restore_history(history)
    assert (personal.visits(9), personal.recent_searches()) == (["c", "b", "a"], ["mot a", "mot b"])


def test_of_a_damaged_file_what_can_be_read_is_taken_over(path: Path) -> None:
    personal = Personal(path)
    Drafts(personal).keep(Draft("a", Entry(title="À finir")))
    personal.add_favourite("lever:clspd")
    personal.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_favourite_1'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\x5a" * 4096)
    again = Personal(path)
    assert "abîmé" in again.notice
    assert [draft.entry.title for draft in Drafts(again).all()] == ["À finir"]
    assert again.favourites() == ["lever:clspd"]
    again.close()


def test_a_file_damaged_in_its_middle_is_set_aside_too(path: Path) -> None:
    personal = Personal(path)
    for number in range(400):
        personal.add_visit(f"lever:{number}")
    personal.close()
    with path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\x5a" * 4096 * 3)
    again = Personal(path)
    assert "abîmé" in again.notice
    assert (again.favourites(), again.visits(5)) == ([], [])
    again.close()
