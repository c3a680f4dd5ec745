"""Drafts are kept whatever they hold and whatever happens."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levers_app.catalogue.draft import Draft, Entry, ResultLine, new_draft
from levers_app.catalogue.records import Attachment
from levers_app.store.discarding import KEPT_DISCARDED
from levers_app.store.drafts import Drafts
from levers_app.store.errors import FullDiskError
from levers_app.store.personal import Personal
from tests.store.faults import open_folder, protected, without_privileges
from tests.store.test_personal import FIRST_SCHEMA

KEEP_FOR_EVER = """
import itertools, sys
from pathlib import Path
from levers_app.catalogue.draft import Draft, Entry
from levers_app.store.drafts import Drafts
from levers_app.store.personal import Personal
drafts = Drafts(Personal(Path(sys.argv[1])))
for number in itertools.count(int(sys.argv[2])):
    drafts.keep(Draft(f"brouillon-{number % 3}", Entry(title=str(number), context="x" * 20_000)))
    print(number, flush=True)
"""
SECOND_SCHEMA = f"""{FIRST_SCHEMA}
CREATE TABLE saved_search (
    folded TEXT PRIMARY KEY, name TEXT NOT NULL, page TEXT NOT NULL, query TEXT NOT NULL, filters TEXT NOT NULL,
    sort TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE recent_search (folded TEXT PRIMARY KEY, words TEXT NOT NULL, number INTEGER NOT NULL);
INSERT INTO saved_search VALUES ('halls', 'Halls', 'search', 'trafic', '{{}}', '', 1);
INSERT INTO recent_search VALUES ('hall occupe', 'hall occupé', 1);
PRAGMA user_version = 2;
"""
"""A file as the program left it before it kept drafts."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "personnel.db"


@pytest.fixture
def drafts(path: Path) -> Iterator[Drafts]:
    with closing(Personal(path)) as personal:
        yield Drafts(personal)


def draft(id_: str, title: str = "", record: str = "") -> Draft:
    return Draft(id_, Entry(title=title), record, 7 if record else 0)


def ids(drafts: Drafts) -> list[str]:
    return [kept.id for kept in drafts.all()]


def reopened(path: Path) -> Drafts:
    return Drafts(Personal(path))


def test_draft_is_there_when_the_file_is_opened_again(drafts: Drafts, path: Path):
    typed = Draft("a", Entry(title="Été", results=(ResultLine("Moins", measured=True),)), "case:exemple", 7)
    at = drafts.keep(typed)
    (kept,) = reopened(path).all()
    assert (kept.id, kept.entry, kept.record, kept.seq, kept.at) == ("a", typed.entry, "case:exemple", 7, at)
    assert reopened(path).get("a") == kept


def test_there_is_none_at_first(drafts: Drafts):
    assert (drafts.all(), drafts.get("a"), drafts.of_record("")) == ([], None, None)


def test_the_one_changed_last_comes_first_even_in_one_moment(drafts: Drafts):
    for id_ in ("b", "a", "c", "b", "a"):
        drafts.keep(draft(id_, f"version {id_}"))
    assert ids(drafts) == ["a", "b", "c"]


def test_a_text_of_a_million_characters_is_kept_whole(drafts: Drafts, path: Path):
    drafts.keep(Draft("a", Entry(context="é" * 1_000_000)))
    assert reopened(path).all()[0].entry.context == "é" * 1_000_000


def test_half_characters_do_not_keep_the_rest_from_being_kept(drafts: Drafts):
    drafts.keep(Draft("a", Entry(title="avant\ud83dapr\ud800ès 👷🏽‍♀️")))
    assert drafts.all()[0].entry.title == "avant?apr?ès 👷🏽‍♀️"


@settings(max_examples=25)
@given(st.text())
def test_any_text_is_kept(tmp_path_factory: pytest.TempPathFactory, text: str):
    drafts = reopened(tmp_path_factory.getbasetemp() / "any-draft" / "personnel.db")
    typed = Entry(title=text, partners=(text, text), results=(ResultLine(text, text),))
    drafts.keep(Draft("a", typed))
    assert drafts.get("a") == Draft("a", typed, at=drafts.all()[0].at)


def test_the_draft_that_changes_an_example(drafts: Drafts):
    for kept in (draft("neuf"), draft("vieux", record="case:a"), draft("dernier", record="case:a")):
        drafts.keep(kept)
    found = drafts.of_record("case:a")
    assert found is not None
    assert (found.id, drafts.of_record("case:b")) == ("dernier", None)


# Thrown away, and back


def test_discarded_draft_comes_back_as_it_was(drafts: Drafts, path: Path):
    drafts.keep(draft("a", "Titre", "case:a"))
    before = drafts.all()
    drafts.discard("a")
    assert (drafts.all(), drafts.of_record("case:a")) == ([], None)
    reopened(path).bring_back("a")
    assert drafts.all() == before


def test_what_is_kept_late_of_a_discarded_draft_comes_back_with_it(drafts: Drafts):
    drafts.keep(draft("a"))
    drafts.discard("a")
    drafts.keep(draft("a", "Encore"))
    assert ids(drafts) == []
    drafts.bring_back("a")
    assert [kept.entry.title for kept in drafts.all()] == ["Encore"]


def test_a_draft_that_was_sent_is_not_one_thrown_away_and_comes_back_when_that_is_undone(drafts: Drafts):
    drafts.keep(draft("a", "Titre"))
    for sent in (draft("a", "Titre"), draft("b", "Jamais gardé")):
        drafts.settle(sent)
        drafts.keep(sent)  # late, from another thread
    assert (ids(drafts), drafts.discarded()) == ([], [])
    drafts.bring_back("b")
    assert [kept.entry.title for kept in drafts.all()] == ["Jamais gardé"]


def test_drafts_that_were_sent_push_none_out_of_those_thrown_away(drafts: Drafts):
    drafts.keep(draft("jeté"))
    drafts.discard("jeté")
    for number in range(KEPT_DISCARDED + 2):
        drafts.settle(draft(f"envoyé-{number}"))
    assert [kept.id for kept in drafts.discarded()] == ["jeté"]
    for name in ("envoyé-0", f"envoyé-{KEPT_DISCARDED + 1}"):
        drafts.bring_back(name)
    assert ids(drafts) == [f"envoyé-{KEPT_DISCARDED + 1}"]


def test_what_is_not_there_is_neither_discarded_nor_brought_back(drafts: Drafts):
    drafts.keep(draft("a"))
    drafts.discard("b")
    drafts.bring_back("b")
    assert ids(drafts) == ["a"]


def test_the_drafts_thrown_away_last_can_be_taken_back(drafts: Drafts):
    names = [f"jeté-{number}" for number in range(KEPT_DISCARDED + 2)]
    for name in ("ancien", *names):
        drafts.keep(draft(name))
    for name in (*names, "ancien"):  # the one that was written first is thrown away last
        drafts.discard(name)
    for name in (*names, "ancien"):
        drafts.bring_back(name)
    assert set(ids(drafts)) == {*names[3:], "ancien"}


def test_a_draft_that_was_thrown_away_does_not_open(drafts: Drafts):
    drafts.keep(draft("a"))
    drafts.discard("a")
    assert drafts.get("a") is None


def test_a_file_that_was_kept_late_is_in_its_draft_once(drafts: Drafts):
    drafts.keep(draft("a"))
    for _ in range(2):
        drafts.attach("a", Attachment("0" * 64, "hall.jpg", "image/jpeg", 9))
    (kept,) = drafts.all()
    assert [each.name for each in kept.entry.attachments] == ["hall.jpg"]


# What is not as this version writes it


def put(path: Path, fields: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE draft SET fields = ? WHERE id = 'a'", (fields,))


@pytest.mark.parametrize("fields", ["", "null", "[]", '"title"', "3", "[" * 100_000, b"\xff", 5])
def test_row_that_makes_no_sense_is_passed_over_and_left_in_the_file(drafts: Drafts, path: Path, fields: object):
    for id_ in ("a", "b"):
        drafts.keep(draft(id_, record="case:a"))
    put(path, fields)
    assert (ids(drafts), drafts.get("a")) == (["b"], None)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM draft").fetchone() == (2,)


def test_draft_of_another_version_keeps_what_is_understood(drafts: Drafts, path: Path):
    drafts.keep(draft("a"))
    put(path, json.dumps({"title": "Titre", "mood": "bonne", "context": 5, "results": [{"figure": "2", "unit": "%"}]}))
    (kept,) = drafts.all()
    assert kept.entry == Entry(title="Titre", results=(ResultLine(figure="2"),))


def test_file_without_drafts_is_upgraded_and_keeps_everything(path: Path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SECOND_SCHEMA)
    reopened(path).keep(draft("a"))
    again = Personal(path)
    assert (again.notice, ids(Drafts(again))) == ("", ["a"])
    assert (again.favourites(), again.visits(9), again.setting("clé")) == (["lever:a"], ["case:b"], 3)
    assert ([kept.name for kept in again.saved_searches()], again.recent_searches()) == (["Halls"], ["hall occupé"])


# What happens to disks and programs


def test_where_nothing_can_be_written_drafts_last_until_the_program_ends():
    with open_folder() as folder:
        file = folder / "personnel.db"
        reopened(file).keep(draft("a"))
        with protected(folder), without_privileges(), closing(Personal(file)) as personal:
            drafts = Drafts(personal)
            drafts.keep(draft("b"))
            drafts.discard("a")
            assert (personal.refusal is not None, ids(drafts)) == (True, ["b"])
        assert ids(reopened(file)) == ["a"]


def test_full_disk_is_told_and_the_former_version_stays(drafts: Drafts, path: Path, monkeypatch: pytest.MonkeyPatch):
    connect = sqlite3.connect

    def limited(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    drafts.keep(draft("a", "Avant"))
    with monkeypatch.context() as full:
        full.setattr("sqlite3.connect", limited)
        with pytest.raises(FullDiskError, match="disque est plein"):
            drafts.keep(Draft("a", Entry(title="Après", context="x" * 100_000)))
    assert [kept.entry.title for kept in reopened(path).all()] == ["Avant"]


def killed_while_keeping(path: Path, first: int, seconds: float) -> list[int]:
    """Return what a program said that it kept before it was killed, that long after it had begun."""
    command = [sys.executable, "-c", KEEP_FOR_EVER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        said += process.stdout.read()
    return [int(line) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def test_what_was_kept_survives_a_program_that_is_killed(path: Path):
    chance = random.Random(4)  # noqa: S311 - moments, no secrets
    acknowledged: dict[str, int] = {}
    for round_ in range(10):
        said = killed_while_keeping(path, round_ * 100_000, chance.uniform(0, 0.08))
        assert said
        acknowledged |= {f"brouillon-{number % 3}": number for number in said}
        with closing(Personal(path)) as personal:
            kept = {each.id: int(each.entry.title) for each in Drafts(personal).all()}
            assert not personal.notice
        assert kept.keys() >= acknowledged.keys()
        assert all(kept[id_] >= number for id_, number in acknowledged.items())


def test_new_drafts_do_not_replace_each_other(drafts: Drafts):
    for _ in range(3):
        drafts.keep(new_draft("Office"))
    assert len(drafts.all()) == 3
