"""Killed at any moment while typing, attaching and sending: what was acknowledged is there, and nothing half done."""

import random
import signal
import subprocess
import sys
from pathlib import Path

from levers_app.app import open_folder
from levers_app.paths import DataFolder
from levers_app.store.checking import check
from levers_app.store.unsaved import UnsavedTexts

ROUNDS = 8
KILLED = """
import sys
from dataclasses import replace
from pathlib import Path
from levers_app.app import open_folder
from levers_app.catalogue.draft import Entry, new_draft
from levers_app.paths import DataFolder

services = open_folder(DataFolder(Path(sys.argv[1])))
services.follow_index(lambda done, total: None)
print("ready", flush=True)
number = int(sys.argv[2])
while True:
    number += 1
    picture = services.attachments.add_bytes(f"note {number}".encode(), f"note {number}.txt")
    print(f"attached {picture.digest}", flush=True)
    draft = new_draft()
    for length in range(1, 6):
        draft = replace(draft, entry=Entry(
            title=f"Ronde{number} {'x' * length}", commune="Rezé", problems=("occupation-halls",),
            actions="Des rondes", outcome="mitige", attachments=(picture,)))
        services.recorder.drafts.keep(draft)
        print(f"kept {draft.id} {length}", flush=True)
    services.recorder.unsaved.keep("lever:clspd", {"summary": str(number)}, 1)
    print(f"typed {number}", flush=True)
    sent = services.recorder.send(draft, "publie")
    print(f"sent {sent.record_id} ronde{number}", flush=True)
    services.engine.follow()
"""


def test_killed_while_writing_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    folder, random_moment = DataFolder(tmp_path / "donnees"), random.Random(4)  # noqa: S311 - moments
    open_folder(folder).close()
    for number in range(ROUNDS):
        told = _killed(folder, number * 1000, random_moment.uniform(0.05, 0.8))
        _compare(folder, told)


def _killed(folder: DataFolder, number: int, seconds: float) -> list[list[str]]:
    """Run the program until it is killed that long after it was ready; return what it acknowledged."""
    command = [sys.executable, "-c", KILLED, str(folder.root), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        lines = program.stdout.read().splitlines()
    return [line.split() for line in lines]


def _compare(folder: DataFolder, told: list[list[str]]) -> None:
    services = open_folder(folder)
    try:
        assert check(services.base) == []
        services.follow_index(lambda _done, _total: None)
        assert services.engine.check().sound
        ids = services.base.reader.ids()
        kept = {words[1]: int(words[2]) for words in told if words[0] == "kept"}
        sent = {words[1]: words[2] for words in told if words[0] == "sent"}
        drafts = {draft.id: draft for draft in services.recorder.drafts.all()}
        for record_id, word in sent.items():
            assert record_id in ids
            assert services.engine.search(word).total == 1
        for draft_id, length in kept.items():
            if f"case:{draft_id}" not in ids:
                assert len(drafts[draft_id].entry.title.split()[1]) >= length
        assert services.attachments.check(_attached(services.base.reader.records(sorted(ids)))) == []
        for words in told:
            if words[0] == "typed":
                assert int(_summary(services.recorder.unsaved)) >= int(words[1])
        attached = {words[1] for words in told if words[0] == "attached"}
        assert attached <= {path.stem for path in services.attachments.files()}
    finally:
        services.close()


def _summary(unsaved: UnsavedTexts) -> str:
    found = unsaved.get("lever:clspd")
    assert found is not None
    return found.texts["summary"]


def _attached(records):
    return [(r.title, each) for r in records for each in getattr(r, "attachments", ())]
