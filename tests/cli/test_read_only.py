"""The command line on data that cannot be written: it reads, searches, prints, checks, and says what it cannot do."""

import gc
import json
import shutil
from pathlib import Path

import pytest

from levers_app.app import main
from levers_app.paths import DataFolder
from tests.cli.helpers import Outcome, Run, change_a_lever
from tests.cli.test_upkeep import damage_index, marks
from tests.store.faults import protected

READ_ONLY = "est en lecture seule"


@pytest.fixture
def leviers(data: DataFolder, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the folder, protected meanwhile."""

    def run(*arguments: str) -> Outcome:
        with protected(data.root):
            status = main([*arguments, "--donnees", str(data.root)])
        return Outcome(status, *capsys.readouterr())

    return run


def test_search_uses_the_index_that_is_there(leviers: Run):
    found = leviers("chercher", "hall occupé")
    assert (found.status, found.err) == (0, "")
    assert "Sans l’index" not in found.out


def test_without_an_index_titles_answer_and_that_is_said(leviers: Run, data: DataFolder):
    shutil.rmtree(data.index)
    found = leviers("chercher", "clspd", "--json")
    assert json.loads(found.out)["results"][0]["id"] == "lever:clspd"
    assert (found.status, len(found.sentences), READ_ONLY in found.err) == (0, 1, True)


def test_an_index_that_lags_behind_answers_and_that_is_said(leviers: Run, data: DataFolder):
    change_a_lever(data)
    found = leviers("chercher", "hall occupé")
    assert (found.status, len(found.sentences), READ_ONLY in found.err) == (0, 1, True)
    assert "Sans l’index" not in found.out


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a file that Whoosh leaves open
def test_a_damaged_index_brings_no_traceback(leviers: Run, data: DataFolder, caplog: pytest.LogCaptureFixture):
    damage_index(data)
    found = leviers("chercher", "clspd")
    assert "lever:clspd" in found.out
    assert "Traceback" not in found.err
    caplog.clear()
    gc.collect()


def test_sheets_and_notes(leviers: Run, tmp_path: Path):
    assert leviers("fiche", "lever:clspd").status == 0
    assert leviers("note", "lever:clspd", "--sortie", str(tmp_path / "note.pdf")).status == 0


def test_the_check_says_it_and_finds_all_well(leviers: Run):
    found = leviers("verifier")
    said, *lines = found.out.splitlines()
    assert (found.status, READ_ONLY in said, marks("\n".join(lines))) == (0, True, "✓✓✓✓")


@pytest.mark.parametrize("command", [["reindexer"], ["verifier", "--reparer"]])
def test_what_must_write_is_refused_in_one_sentence(leviers: Run, data: DataFolder, command: list[str]):
    shutil.rmtree(data.index)
    found = leviers(*command)
    assert (found.status, len(found.sentences), READ_ONLY in found.err) == (1, 1, True)


def test_the_detail_of_a_bug_is_shown_where_it_cannot_be_logged(leviers: Run, monkeypatch, caplog):
    monkeypatch.setattr("levers_app.cli.upkeep.content_folder", lambda: 1 / 0)
    told = leviers("verifier")
    assert "ZeroDivisionError" in told.err
    assert told.sentences[-1].endswith("Le détail est au-dessus, à joindre à une demande d’aide.")
    caplog.clear()
