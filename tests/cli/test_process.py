"""Another process: real exit statuses, pipes, encodings, and nothing on standard error but one sentence."""

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from levers_app.paths import DataFolder
from tests.cli.conftest import MAIN


def test_hundreds_of_queries_in_one_go(process):
    done = process("chercher", "--json", "-", given="médiation\nhall occupé\nclspd\n" * 100)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr, len(answers)) == (0, "", 300)
    assert answers[-1]["results"][0]["id"] == "lever:clspd"


def test_each_answer_comes_before_the_next_question(data: DataFolder):
    command = [sys.executable, str(MAIN), "chercher", "--json", "-", "--donnees", str(data.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        for query in ("clspd", "gltd"):
            asked.stdin.write(f"{query}\n")
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["query"] == query


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["chercher", "hall"], 0), (["fiche", "lever:absent"], 1), (["chercher"], 2), (["--option"], 2)],
)
def test_exit_status(process, arguments: list[str], status: int):
    done = process(*arguments)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["chercher", "--limite", "100", "police"], ["fiche", "lever:clspd"]])
def test_a_reader_that_leaves_is_no_error(process, command: list[str]):
    done = process(*command, through='"$@" | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}')
    assert (done.returncode, done.stderr) == (0, "")


def test_an_index_is_built_whole_though_nobody_reads_how_far_it_is(process, data: DataFolder):
    shutil.rmtree(data.index)
    done = process("reindexer", through='"$@" | head -n 1; exit ${PIPESTATUS[0]}')
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")
    assert "à jour" in process("verifier").stdout


def test_a_full_disk_behind_standard_output_is_told(process):
    done = process("fiche", "lever:clspd", through='"$@" >/dev/full')
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "le disque est plein" in done.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(process, closed: str):
    done = process("chercher", "--json", "-", through=f'"$@" {closed}')
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_terminal_without_our_characters_gets_the_nearest(process):
    done = process("chercher", "contrôle d’accès", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert 'resultats pour " controle d\'acces "' in done.stdout


def test_json_is_utf8_whatever_the_system_prefers(process):
    done = process("chercher", "--json", "-", given="médiation\n", PYTHONIOENCODING="latin-1")
    assert json.loads(done.stdout)["query"] == "médiation"


def test_bytes_of_no_encoding_are_replaced(process):
    done = process("chercher", "--json", "-", given="caf\udce9\n")
    assert json.loads(done.stdout)["query"] == "caf\ufffd"


# A shell starts what runs in the background deaf to Ctrl+C, and so its children: this one must hear it.
HEARING = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"


def test_ctrl_c_is_quiet(data: DataFolder):
    command = [sys.executable, str(MAIN), "chercher", "--json", "-", "--donnees", str(data.root)]
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HEARING, *command], stdin=pipe, stdout=pipe, stderr=pipe) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        asked.stdin.write(b"clspd\n")
        asked.stdin.flush()
        asked.stdout.readline()  # it has begun
        asked.send_signal(signal.SIGINT)
        assert asked.wait(60) == 130
        assert asked.stderr is not None
        assert asked.stderr.read() == b""


def test_words_found_are_bold_in_a_terminal(data: DataFolder):
    command = [sys.executable, str(MAIN), "chercher", "clspd", "--limite", "1", "--donnees", str(data.root)]
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
    assert re.search("\x1b\\[1mCLSPD\x1b\\[0m", _in_terminal(command, environment))


def test_progress_is_one_line_in_a_terminal(data: DataFolder):
    command = [sys.executable, str(MAIN), "reindexer", "--donnees", str(data.root)]
    shown = _in_terminal(command, dict(os.environ))
    assert shown.count("\r\n") == 2
    assert shown.count("\r") > 3


def _in_terminal(command: list[str], environment: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not read:
                break
            shown += read
        assert running.wait(60) == 0
    os.close(ours)
    return shown.decode()


def test_the_command_line_imports_neither_qt_nor_sqlmodel_nor_reportlab(process):
    done = process("chercher", "hall", PYTHONPROFILEIMPORTTIME="1")
    imported = set(re.findall(r"\| +(\w+)$", done.stderr, re.MULTILINE))
    assert {"whoosh", "sqlite3"} <= imported
    assert imported.isdisjoint({"PySide6", "sqlmodel", "sqlalchemy", "reportlab", "pydantic", "alembic"})


def test_help_imports_no_search(process):
    done = process("--aide", PYTHONPROFILEIMPORTTIME="1")
    assert not re.search(r"\| +(whoosh|yaml|sqlmodel|PySide6)$", done.stderr, re.MULTILINE)


# Without a screen

NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def test_without_a_screen_the_main_job_is_done(process, tmp_path: Path):
    done = process(**NO_SCREEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Il n’y a pas d’écran ici" in done.stdout
    assert (tmp_path / "sortie" / "note.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sortie" / "fenetre.png").stat().st_size > 50_000
    assert str(tmp_path / "sortie" / "fenetre.png") in done.stdout


def test_without_a_screen_a_closed_place_is_told(process, tmp_path: Path):
    (tmp_path / "sortie").write_text("un fichier")
    done = process(**NO_SCREEN)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "ne peut pas être créé" in done.stderr
