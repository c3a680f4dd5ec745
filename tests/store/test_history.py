"""Every version is there, can be read whatever wrote it, and comes back; nobody writes over what they did not see."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.records import LegalText, Result
from levers_app.store import history, loading
from levers_app.store.checking import check
from levers_app.store.errors import ChangedMeanwhileError, DamagedBaseError, UnknownVersionError
from levers_app.store.folder import DataFolder
from levers_app.store.history import History
from levers_app.store.opening import Base
from levers_app.store.writing import Writer
from tests.store.samples import bundle, case, lever, term

EXAMPLE = "case:exemple"
Edit = Callable[[Any], object]


@pytest.fixture
def past(base: Base) -> History:
    """The history of an example that Anne wrote, Bruno changed twice and Chloé deleted (lines 2 to 5)."""
    base.writer.save(lever(), "Anne")
    base.writer.save(case(), "Anne")
    base.writer.save(case(title="Deux"), "Bruno")
    base.writer.save(case(title="Trois"), "Bruno")
    base.writer.delete(EXAMPLE, "Chloé")
    return History(base.path)


@pytest.fixture
def other(base: Base) -> Iterator[Writer]:
    """The writer of another window."""
    writer = Writer(base.path)
    yield writer
    writer.close()


def edit(base: Base, seq: int, change: Edit) -> None:
    """Change the snapshot of a journal line, as if another version of the program had written it."""
    with closing(sqlite3.connect(base.path)) as connection, connection:
        (text,) = connection.execute("SELECT snapshot FROM journal WHERE seq = ?", (seq,)).fetchone()
        data = json.loads(text)
        change(data)
        connection.execute("UPDATE journal SET snapshot = ? WHERE seq = ?", (json.dumps(data), seq))


def put(base: Base, column: str, value: str, seq: int = 2) -> None:
    with closing(sqlite3.connect(base.path)) as connection, connection:
        connection.execute(f"UPDATE journal SET {column} = ? WHERE seq = ?", (value, seq))


def test_versions_come_newest_first(past: History):
    lines = [(version.seq, version.action, version.author, version.record) for version in past.versions(EXAMPLE)]
    assert lines == [
        (5, "delete", "Chloé", case(title="Trois")),
        (4, "update", "Bruno", case(title="Trois")),
        (3, "update", "Bruno", case(title="Deux")),
        (2, "create", "Anne", case()),
    ]


def test_times_are_in_utc(past: History):
    at = past.version(EXAMPLE, 2).at
    assert at.tzinfo is UTC
    assert abs(datetime.now(UTC) - at) < timedelta(hours=1)


def test_time_without_a_zone_is_in_utc(base: Base, past: History):
    put(base, "at", "2026-03-03T13:32:00")
    assert past.version(EXAMPLE, 2).at == datetime(2026, 3, 3, 13, 32, tzinfo=UTC)


def test_one_version(past: History):
    assert past.version(EXAMPLE, 3).record == case(title="Deux")


@pytest.mark.parametrize(("record_id", "seq"), [(EXAMPLE, 1), (EXAMPLE, 99), ("case:absent", 2)])
def test_version_of_another_record_is_none(past: History, record_id: str, seq: int):
    with pytest.raises(UnknownVersionError, match=f"n’a pas de version {seq}"):
        past.version(record_id, seq)


def test_record_that_the_journal_does_not_know(past: History):
    assert (past.versions("case:absent"), past.last_seq("case:absent")) == ([], 0)


def test_last_line_of_a_record(past: History):
    assert (past.last_seq("lever:mediation"), past.last_seq(EXAMPLE)) == (1, 5)


def test_every_shipped_record_is_rebuilt_as_it_is(filled: DataFolder):
    with Base(filled.base) as base:
        past = History(base.path)
        records = [r for r in base.reader.records(sorted(base.reader.ids())) if not isinstance(r, LegalText)]
        assert records
        assert [past.versions(record.id)[0].record for record in records] == records


def test_history_needs_neither_sqlalchemy_nor_pydantic():
    program = "import sys, levers_app.store.history; sys.exit(bool({'sqlalchemy', 'pydantic'} & sys.modules.keys()))"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_author_of_shipped_content_is_the_one_of_loading():
    assert history.CONTENT_AUTHOR == loading.CONTENT_AUTHOR


# What other versions of the program wrote


def test_keys_that_an_older_version_did_not_write_have_their_default(base: Base, past: History):
    new = ("rationale", "steps", "residents", "status", "confidentiality", "review_comment", "attachments", "confirmed")

    def older(data: dict[str, Any]) -> None:
        for key in new:
            del data[key]
        del data["period"]["start_month"], data["period"]["end_month"], data["results"][1]["figure"]

    edit(base, 2, older)
    assert past.version(EXAMPLE, 2).record == case()


def test_keys_of_a_later_version_are_left_out(base: Base, past: History):
    edit(base, 2, lambda data: (data.update(mood="bonne"), data["results"][0].update(unit="%")))
    assert past.version(EXAMPLE, 2).record == case()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("snapshot", ""),
        ("snapshot", "null"),
        ("snapshot", "[" * 100_000),
        ("at", "hier"),
        ("record_id", "case:autre"),
        ("record_id", "text:exemple"),
    ],
)
def test_line_that_cannot_be_read_is_damage(base: Base, past: History, column: str, value: str):
    put(base, column, value)
    with pytest.raises(DamagedBaseError):
        past.versions(value if column == "record_id" else EXAMPLE)


def no_title(data: Any) -> None:
    del data["title"]


@pytest.mark.parametrize(
    "change",
    [
        no_title,
        lambda data: data.update(title=5),
        lambda data: data.update(actions="Une action"),
        lambda data: data.update(results=["Un résultat"]),
        lambda data: data.update(intensity=True),
        lambda data: data.update(period=None),
    ],
)
def test_snapshot_of_another_form_is_damage(base: Base, past: History, change: Edit):
    edit(base, 2, change)
    with pytest.raises(DamagedBaseError):
        past.version(EXAMPLE, 2)
    with pytest.raises(DamagedBaseError):
        base.writer.restore(EXAMPLE, 2, "Anne")
    assert past.last_seq(EXAMPLE) == 5


# Bringing back


def test_older_version_is_written_again_as_a_new_one(base: Base):
    base.writer.save(case(levers=()), "Anne")
    base.writer.save(case(levers=(), title="Deux", results=()), "Bruno")
    assert base.writer.restore(EXAMPLE, 1, "Chloé") == 3
    assert base.reader.case("exemple") == case(levers=())
    assert [version.author for version in History(base.path).versions(EXAMPLE)] == ["Chloé", "Bruno", "Anne"]


def test_deleted_record_comes_back(base: Base, past: History):
    base.writer.restore(EXAMPLE, 5, "Anne")
    version = past.versions(EXAMPLE)[0]
    assert (version.seq, version.action, version.again) == (6, "create", True)
    assert base.reader.case("exemple") == case(title="Trois")
    assert past.bin() == []


def test_first_version_is_not_brought_back(past: History):
    assert not past.version(EXAMPLE, 2).again


def test_what_comes_back_is_sound(base: Base, past: History):
    edit(base, 5, lambda data: (data.pop("status"), data.update(mood="bonne")))
    base.writer.restore(EXAMPLE, 5, "Anne")
    assert check(base) == []


def test_record_whose_lever_is_gone_does_not_come_back(base: Base, past: History):
    base.writer.delete("lever:mediation", "Anne")
    with pytest.raises(UnknownRecordError, match="lever:mediation"):
        base.writer.restore(EXAMPLE, 5, "Anne")
    assert past.last_seq(EXAMPLE) == 5


@pytest.mark.parametrize("seq", [0, 1, 99])
def test_only_a_version_of_the_record_is_restored(base: Base, past: History, seq: int):
    with pytest.raises(UnknownVersionError):
        base.writer.restore(EXAMPLE, seq, "Anne")


def test_shipped_version_that_comes_back_is_no_longer_the_users_own(base: Base):
    base.writer.load_bundle(bundle(lever(), case()))
    base.writer.save(case(title="Le mien"), "Anne")
    base.writer.restore(EXAMPLE, 2, "Anne")
    assert not base.reader.origin(EXAMPLE).edited


# The bin


def test_bin_holds_the_last_state_of_what_was_deleted_last_first(base: Base, past: History):
    base.writer.save(term(), "Anne")
    base.writer.delete("term:clspd", "Bruno")
    assert [(version.author, version.record) for version in past.bin()] == [
        ("Bruno", term()),
        ("Chloé", case(title="Trois")),
    ]


def test_what_is_no_longer_shipped_is_not_in_the_bin(base: Base):
    base.writer.load_bundle(bundle(lever(), case(), term()))
    base.writer.delete("term:clspd", "Anne")
    base.writer.load_bundle(bundle(lever(), version=2))
    assert [version.record.id for version in History(base.path).bin()] == ["term:clspd"]


# Two people at once


def test_nobody_writes_over_what_they_did_not_see(base: Base, other: Writer):
    seen = base.writer.save(case(levers=()), "Anne")
    theirs = other.save(case(levers=(), results=(Result("Un autre", measured=False),)), "Bruno", seen)
    with pytest.raises(ChangedMeanwhileError, match="modifiée entre-temps par Bruno") as told:
        base.writer.save(case(levers=(), title="Le mien"), "Anne", seen)
    assert (told.value.seq, told.value.author) == (theirs, "Bruno")
    assert base.reader.case("exemple").title == "Exemple exemple"


def test_saving_what_one_knows_of_goes_on(base: Base):
    first = base.writer.save(case(levers=()), "Anne", 0)
    assert base.writer.save(case(levers=(), title="Deux"), "Anne", expected=first) == 2


def test_new_record_does_not_replace_one_that_is_there(base: Base, other: Writer):
    other.save(case(levers=()), "Bruno")
    with pytest.raises(ChangedMeanwhileError):
        base.writer.save(case(levers=()), "Anne", expected=0)


def test_record_deleted_meanwhile(base: Base, other: Writer):
    seen = base.writer.save(case(levers=()), "Anne")
    other.delete(EXAMPLE, "Bruno")
    with pytest.raises(ChangedMeanwhileError, match="supprimée entre-temps par Bruno"):
        base.writer.save(case(levers=()), "Anne", seen)


def test_record_changed_meanwhile_is_not_deleted(base: Base, other: Writer):
    seen = base.writer.save(case(levers=()), "Anne")
    other.save(case(levers=(), title="Deux"), "Bruno")
    with pytest.raises(ChangedMeanwhileError):
        base.writer.delete(EXAMPLE, "Anne", seen)
    assert base.writer.delete(EXAMPLE, "Anne", expected=2) == 3


def test_record_that_the_journal_lost(base: Base):
    with pytest.raises(UnknownRecordError):
        base.writer.save(case(levers=()), "Anne", expected=7)


def test_other_records_do_not_count(base: Base, other: Writer):
    seen = base.writer.save(case(levers=()), "Anne")
    other.save(term(see=()), "Bruno")
    assert base.writer.save(case(levers=(), title="Deux"), "Anne", seen) == 3
