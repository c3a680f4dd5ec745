"""``leviers verifier`` and ``leviers reindexer``: what is wrong is found, told, and repaired where that is possible."""

import gc
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.app import main, open_folder
from levers_app.catalogue.typography import NBSP
from levers_app.paths import DataFolder
from tests.cli.helpers import Run, change_a_lever


def marks(text: str) -> str:
    """The marks at the beginning of the lines."""
    return "".join(line[0] for line in text.splitlines())


def execute(path: Path, *statements: str) -> None:
    """Change a base behind the program's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def damage_index(data: DataFolder) -> None:
    """Overwrite the middle of the largest file of the index."""
    path = max((path for path in data.index.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    content = bytearray(path.read_bytes())
    content[len(content) // 3 : len(content) // 2] = b"\xff" * (len(content) // 2 - len(content) // 3)
    path.write_bytes(content)


def remove_index_files(data: DataFolder) -> None:
    """Leave only what names the index in use."""
    for folder in data.index.glob("*/"):
        shutil.rmtree(folder)


def damage_base(data: DataFolder) -> None:
    """Overwrite the middle of the base."""
    with data.base.open("r+b") as file:
        file.seek(4096 * 300)
        file.write(b"\xff" * 4096 * 60)


def test_a_sound_folder(leviers: Run):
    found = leviers("verifier")
    assert (found.status, marks(found.out), found.err) == (0, "✓✓✓✓", "")


@pytest.mark.parametrize("table", ["glossary_term", "case_lever", "journal"])
def test_a_base_without_a_table_is_told_to_the_end(leviers: Run, data: DataFolder, table: str):
    execute(data.base, "PRAGMA foreign_keys = OFF", f"DROP TABLE {table}")
    found = leviers("verifier")
    assert (found.status, marks(found.out)[0], marks(found.out)[-1], found.err) == (1, "✗", "✓", "")
    assert "abîmé" in found.out
    assert "Fichier personnel" in found.out


def test_a_new_folder_is_sound_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["verifier", "--donnees", str(tmp_path / "neuf")]) == 0
    assert marks(capsys.readouterr().out) == "✓✓✓✓"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a file that Whoosh leaves open
@pytest.mark.parametrize("damage", [remove_index_files, damage_index, change_a_lever])
def test_an_index_out_of_step_is_found_then_repaired(leviers: Run, data: DataFolder, caplog, damage):
    damage(data)
    found = leviers("verifier")
    assert (found.status, marks(found.out)) == (1, "✓✓✗✓")
    assert "leviers verifier --reparer" in found.out
    repaired = leviers("verifier", "--reparer")
    assert (repaired.status, repaired.out.startswith("L’index de recherche a été reconstruit.\n✓")) == (0, True)
    caplog.clear()
    gc.collect()  # the file that Whoosh leaves open must not trouble the next test


def test_an_index_that_was_never_asked_for_is_no_fault(leviers: Run, data: DataFolder):
    shutil.rmtree(data.index)
    found = leviers("verifier")
    assert (found.status, marks(found.out), found.err) == (0, "✓✓✓✓", "")
    assert "absent, construit à la première recherche" in found.out


def put_a_file_in_the_place_of_the_index(data: DataFolder) -> None:
    """Give a file the name of the folder of the index."""
    shutil.rmtree(data.index)
    data.index.write_text("à moi")


@pytest.mark.parametrize(
    ("command", "status"),
    [(["chercher", "hall"], 0), (["verifier"], 1), (["verifier", "--reparer"], 1), (["reindexer"], 1)],
)
def test_a_file_in_the_place_of_the_index_is_told_and_kept(leviers: Run, data: DataFolder, command, status: int):
    put_a_file_in_the_place_of_the_index(data)
    told = leviers(*command)
    assert told.status == status
    assert (told.out + told.err).count(f"{data.index}{NBSP}» devrait être le dossier de l’index de recherche") == 1
    assert data.index.read_text() == "à moi"


def test_the_check_goes_on_behind_a_file_in_the_place_of_the_index(leviers: Run, data: DataFolder):
    put_a_file_in_the_place_of_the_index(data)
    assert marks(leviers("verifier").out) == "✓✓✗✓"


def test_a_base_damaged_in_the_middle_is_told_once(leviers: Run, data: DataFolder):
    damage_base(data)
    found = leviers("verifier")
    assert (found.status, marks(found.out), found.err) == (1, "✗✓✗✓", "")
    assert found.out.count("mettez «") == 1


def test_nothing_to_repair_is_told(leviers: Run):
    assert leviers("verifier", "--reparer").out.startswith(
        "L’index de recherche n’avait pas besoin d’être reconstruit."
    )


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal WHERE seq = 7",
        "DELETE FROM lever WHERE slug = 'clspd'",
        "UPDATE lever SET title = 'Autre' WHERE slug = 'clspd'",
        "UPDATE lever SET title = CAST(x'41ff' AS TEXT) WHERE slug = 'clspd'",
        "UPDATE lever SET sources = '[{' WHERE slug = 'clspd'",
    ],
    ids=["journal", "links", "content", "characters", "json"],
)
@pytest.mark.parametrize("option", [[], ["--reparer"]])
def test_a_base_with_faults_says_what_to_do(leviers: Run, data: DataFolder, statement: str, option: list[str]):
    execute(data.base, statement)
    found = leviers("verifier", *option)
    assert (found.status, "inattendu" in found.err) == (1, False)
    assert "Leviers recommencera avec le contenu fourni" in found.out + found.err


def _truncate(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(20_000)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.write_bytes(b"rien" * 5000), "est abîmé"),
        (lambda path: path.write_bytes(b""), "est abîmé"),
        (_truncate, "est abîmé"),
        (lambda path: execute(path, "UPDATE alembic_version SET version_num = '9999'"), "version plus récente"),
        (lambda path: execute(path, "DROP TABLE alembic_version"), "n’est pas une base de Leviers"),
        (lambda path: (path.unlink(), path.mkdir()), "devrait être un fichier"),
    ],
)
@pytest.mark.parametrize("command", [["verifier", "--reparer"], ["chercher", "hall"], ["fiche", "lever:clspd"]])
def test_a_base_that_cannot_be_opened_is_told_in_one_line(leviers: Run, data: DataFolder, command, damage, said):
    damage(data.base)
    told = leviers(*command)
    assert (told.status, told.out, len(told.sentences)) == (1, "", 1)
    assert said in told.err


def test_a_damaged_personal_file_is_told_once(leviers: Run, data: DataFolder):
    data.personal.write_bytes(b"rien" * 5000)
    assert marks(leviers("verifier").out) == "✓✓✓✗"
    assert marks(leviers("verifier").out) == "✓✓✓✓"


def test_reindexing_tells_how_far_it_is(leviers: Run):
    told = leviers("reindexer").out.splitlines()
    assert told[0].startswith("Index de recherche")
    assert told[-2].endswith("(100\u00a0%)")
    assert told[-1].startswith("L’index de recherche est reconstruit")


def test_a_bug_is_logged_whole_and_told_calmly(leviers: Run, data: DataFolder, monkeypatch, caplog):
    monkeypatch.setattr("levers_app.cli.upkeep.content_folder", lambda: 1 / 0)
    told = leviers("verifier")
    assert (told.status, len(told.sentences)) == (1, 1)
    assert str(data.log) in told.err
    assert "ZeroDivisionError" in data.log.read_text()
    caplog.clear()


def attach_a_note(data: DataFolder) -> Path:
    """Attach a text to a shipped example; return where it is kept."""
    with closing(open_folder(data)) as services:
        note = services.attachments.add_bytes(b"Une note", "note.txt")
        case = services.base.reader.case("reze-chateau-halls-fermes")
        services.base.writer.save(replace(case, attachments=(note,)), "essai")
        services.engine.follow()
        return services.attachments.path_of(note)


def test_attachments_that_are_there_are_counted(leviers: Run, data: DataFolder):
    attach_a_note(data)
    assert "1 pièce jointe lisible" in leviers("verifier").out


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"autre")], ids=["missing", "altered"])
def test_an_attachment_that_is_missing_or_altered_is_told(
    leviers: Run, data: DataFolder, harm: Callable[[Path], object]
):
    path = attach_a_note(data)
    path.chmod(0o600)
    harm(path)
    found = leviers("verifier")
    assert found.status == 1
    assert "note.txt" in found.out


def test_the_attachments_of_an_example_in_the_bin_are_looked_at_too(leviers: Run, data: DataFolder):
    path = attach_a_note(data)
    with closing(open_folder(data)) as services:
        services.base.writer.delete("case:reze-chateau-halls-fermes", "essai")
        services.engine.follow()
    assert "1 pièce jointe lisible" in leviers("verifier").out
    path.unlink()
    found = leviers("verifier")
    assert (found.status, "note.txt" in found.out) == (1, True)


def test_files_that_nothing_refers_to_are_counted(leviers: Run, data: DataFolder):
    attach_a_note(data)
    with closing(open_folder(data)) as services:
        services.attachments.add_bytes(b"Une note de trop", "note.txt")
    found = leviers("verifier")
    assert found.status == 0
    assert f"Dossier «{NBSP}pieces-jointes{NBSP}»{NBSP}: 1 fichier que rien ne cite plus" in found.out
