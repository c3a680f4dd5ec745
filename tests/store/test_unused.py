"""Files of attachments that nothing refers to: those that nobody can miss go, all others stay."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.catalogue.draft import Draft, Entry
from levers_app.catalogue.records import Attachment
from levers_app.store.attachments import Attachments
from levers_app.store.discarding import KEPT_DISCARDED
from levers_app.store.drafts import Drafts
from levers_app.store.errors import StorageError
from levers_app.store.folder import DataFolder
from levers_app.store.opening import Base
from levers_app.store.personal import Personal
from levers_app.store.unused import remove_unused, unused
from tests.store.faults import protected
from tests.store.samples import bundle, case, lever

DAY = 86_400


class Desk:
    """A data folder at work, as one session after another sees it."""

    def __init__(self, data: DataFolder, base: Base) -> None:
        self.data, self.base = data, base
        self.personal = Personal(data.personal)
        self.attachments = Attachments(data.attachments)
        self.drafts = Drafts(self.personal)

    def add(self, text: str = "Une note", *, days: float = 2) -> Attachment:
        """Attach a text that many days ago."""
        note = self.attachments.add_bytes(text.encode(), "note.txt")
        self.age(note, days)
        return note

    def age(self, note: Attachment, days: float) -> None:
        """Have a file be that old."""
        os.utime(self.attachments.path_of(note), (time.time() - days * DAY,) * 2)

    def keep(self, draft: Draft, *notes: Attachment) -> Draft:
        """Keep a draft with these files."""
        draft = replace(draft, entry=replace(draft.entry, attachments=notes))
        self.drafts.keep(draft)
        return draft

    def record(self, *notes: Attachment) -> None:
        """Record the example with these files."""
        self.base.writer.save(case(attachments=notes), "Nadia")

    def sweep(self) -> int:
        """What a start does at a calm moment."""
        return remove_unused(self.base, self.personal, self.attachments)

    def holds(self, note: Attachment) -> bool:
        return self.attachments.path_of(note).is_file()


@pytest.fixture
def desk(data: DataFolder, base: Base, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder whose base has been used for a long time."""
    base.writer.load_bundle(bundle(lever()))
    desk = Desk(data, base)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 1000 * DAY)
    desk.sweep()
    monkeypatch.setattr(time, "time", lambda: now)
    return desk


def test_a_file_dropped_from_a_draft_goes_a_day_later(desk: Desk):
    kept, dropped = desk.add("gardée"), desk.add("retirée")
    draft = desk.keep(Draft("d1", Entry(title="Halls")), kept, dropped)
    assert desk.sweep() == 0
    desk.keep(draft, kept)
    desk.age(dropped, 0.9)
    assert desk.sweep() == 0
    desk.age(dropped, 1.1)
    assert desk.sweep() == 1
    assert (desk.holds(kept), desk.holds(dropped)) == (True, False)


def test_what_any_version_of_an_example_had_stays(desk: Desk):
    note = desk.add()
    desk.record(note)
    desk.record()
    assert desk.sweep() == 0
    desk.base.writer.delete("case:exemple", "Nadia")
    assert desk.sweep() == 0
    assert desk.holds(note)


def test_what_a_draft_in_the_bin_has_stays_as_long_as_it_can_come_back(desk: Desk):
    note = desk.add()
    desk.keep(Draft("d1"), note)
    desk.drafts.discard("d1")
    assert desk.sweep() == 0
    for number in range(KEPT_DISCARDED):
        desk.keep(Draft(f"autre {number}"))
        desk.drafts.discard(f"autre {number}")
    assert desk.sweep() == 1


def test_what_a_draft_of_another_version_of_the_program_names_stays(desk: Desk):
    note = desk.add()
    with desk.personal.connection() as connection, connection:
        connection.execute(
            "INSERT INTO draft VALUES ('d1', '', 0, ?, '', 0)", (f'{{"pieces": [["{note.digest}"]]}} et la suite',)
        )
    assert desk.drafts.all() == []
    assert desk.sweep() == 0


def test_a_file_that_is_added_again_is_young_again(desk: Desk):
    note = desk.add("Une note")
    desk.attachments.add_bytes(b"Une note", "note.txt")
    assert desk.sweep() == 0
    assert desk.holds(note)


def test_what_others_put_into_the_folder_stays(desk: Desk):
    note = desk.add()
    foreign = desk.attachments.path_of(note).with_name("photo.jpg")
    shutil.copy2(desk.attachments.path_of(note), foreign)
    assert desk.sweep() == 1
    assert foreign.is_file()


def lose_the_drafts(desk: Desk) -> None:
    """The personal file is gone, and a new one begun."""
    desk.data.personal.unlink()


def damage_the_drafts(desk: Desk) -> None:
    """The personal file is damaged: what can be read of it goes on in a new one."""
    content = bytearray(desk.data.personal.read_bytes())
    content[-4096:] = b"\xff" * 4096
    desk.data.personal.write_bytes(content)


def put_a_copy_back(desk: Desk) -> None:
    """The base is an older copy."""
    desk.base.writer.save(case("avant"), "Nadia")
    desk.base.close()
    copy = desk.data.root / "copie.db"
    shutil.copy(desk.data.base, copy)
    with Base(desk.data.base) as base:
        base.writer.save(case("perdu"), "Nadia")
        remove_unused(base, desk.personal, desk.attachments)
    shutil.copy(copy, desk.data.base)


@pytest.mark.parametrize("lose", [lose_the_drafts, damage_the_drafts, put_a_copy_back])
def test_what_was_added_before_something_was_lost_stays(desk: Desk, lose: Callable[[Desk], None]):
    note = desk.add()
    desk.keep(Draft("d1"), note)
    lose(desk)
    with Base(desk.data.base) as base:
        later = Desk(desk.data, base)
        later.keep(Draft("d1"))
        assert (later.sweep(), later.sweep()) == (0, 0)
    assert desk.holds(note)


def test_a_damaged_base_keeps_everything(desk: Desk):
    note = desk.add()
    with desk.data.base.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 100_000)
    with pytest.raises(StorageError):
        desk.sweep()
    assert desk.holds(note)


def test_a_folder_for_reading_only_keeps_everything(desk: Desk):
    note = desk.add()
    desk.base.close()
    with protected(desk.data.root), Base(desk.data.base, read_only=True) as base:
        reading = Desk(desk.data, base)
        assert [path.stem for path in unused(base, reading.personal, reading.attachments)] == [note.digest]
        assert reading.sweep() == 0
        reading.personal.close()
    assert desk.holds(note)


def test_drafts_that_are_kept_in_memory_only_keep_everything(desk: Desk, data: DataFolder):
    note = desk.add()
    data.personal.chmod(0o400)
    desk.personal = Personal(data.personal)
    assert desk.sweep() == 0
    desk.personal.close()
    assert desk.holds(note)


def test_a_file_that_another_program_took_away_is_no_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    note = desk.add()
    monkeypatch.setattr(Path, "unlink", lambda path: (_ for _ in ()).throw(FileNotFoundError(str(path))))
    assert desk.sweep() == 0
    assert desk.holds(note)
