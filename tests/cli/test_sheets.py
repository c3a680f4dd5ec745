"""``leviers fiche`` and ``leviers note``."""

import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from levers_app.catalogue.typography import NBSP
from tests.cli.helpers import Run


@pytest.mark.parametrize("record_id", ["lever:clspd", "problem:trafic-stupefiants", "term:gltd"])
def test_sheet_as_text(leviers: Run, record_id: str):
    shown = leviers("fiche", record_id)
    assert (shown.status, shown.err) == (0, "")
    assert "\n====" in shown.out


def test_sheet_as_markdown(leviers: Run):
    assert leviers("fiche", "lever:clspd", "--format", "markdown").out.startswith("# Conseil local")


@pytest.mark.parametrize("form", ["texte", "markdown"])
def test_the_next_sheet_opens_from_the_id_at_the_end_of_a_line(leviers: Run, form: str):
    shown = leviers("fiche", "lever:clspd", "--format", form).out
    found = re.findall(r" · ((?:lever|case|problem|text):\S+)$", shown, re.MULTILINE)
    assert {name.partition(":")[0] for name in found} == {"lever", "case", "problem", "text"}
    assert {leviers("fiche", record_id).status for record_id in found} == {0}


def test_sheet_as_html(leviers: Run):
    page = leviers("fiche", "lever:clspd", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")


def test_sheet_as_json(leviers: Run):
    assert json.loads(leviers("fiche", "lever:clspd", "--format", "json").out)["id"] == "lever:clspd"


@pytest.mark.parametrize(
    "record_id",
    ["lever:absent", "case:absent", "text:", "foo", ":", "", "lever", "LEVER:clspd", "lever:../../x"],
)
@pytest.mark.parametrize("command", [["fiche"], ["note", "--sortie", "x.pdf"]])
def test_an_id_of_nothing_is_told_in_one_line(leviers: Run, command: list[str], record_id: str):
    told = leviers(*command, record_id)
    assert (told.status, told.out, len(told.sentences)) == (1, "", 1)
    assert "ne correspond à aucune fiche" in told.err


def test_an_empty_id_is_called_empty(leviers: Run):
    assert leviers("fiche", " ").err.startswith("Un identifiant vide ne correspond à aucune fiche")


@pytest.mark.parametrize("record_id", ["🏢", "\x1b[2J", "lever:\0", "\udcff", "\u202ea", "lever:" + "x" * 100_000])
def test_an_id_of_any_characters_is_told_short_and_harmless(leviers: Run, record_id: str):
    told = leviers("fiche", record_id)
    assert (told.status, len(told.sentences), len(told.err) < 300) == (1, 1, True)
    assert "\x1b" not in told.err


def test_note_holds_its_sheets_and_title(leviers: Run, tmp_path: Path):
    path = tmp_path / "note été.pdf"
    told = leviers("note", "lever:clspd", "lever:gltd", "--sortie", str(path), "--titre", "Comité 🏢 <b>")
    pdf = PdfReader(path)
    assert told.out == f"{path}{NBSP}: {len(pdf.pages)} pages.\n"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Comité 🏢 <b>"
    assert str(next(entry["/Title"] for entry in pdf.outline if isinstance(entry, dict))).startswith("Conseil local")


def test_a_sheet_named_twice_is_there_once(leviers: Run, tmp_path: Path):
    once, twice = tmp_path / "1.pdf", tmp_path / "2.pdf"
    leviers("note", "lever:clspd", "--sortie", str(once))
    leviers("note", "lever:clspd", "lever:clspd", "--sortie", str(twice))
    assert len(PdfReader(twice).pages) == len(PdfReader(once).pages)


def test_an_unknown_sheet_leaves_the_old_note(leviers: Run, tmp_path: Path):
    path = tmp_path / "note.pdf"
    path.write_text("ancienne")
    assert leviers("note", "lever:clspd", "lever:absent", "--sortie", str(path)).status == 1
    assert path.read_text() == "ancienne"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "un dossier porte ce nom"),
        ("absent/note.pdf", "n’existe pas"),
        ("fichier/note.pdf", "n’existe pas"),
        ("x" * 300, ""),
        ("a\0b", ""),
    ],
)
def test_a_note_that_cannot_be_written_is_told_in_one_line(leviers: Run, tmp_path: Path, name: str, reason: str):
    (tmp_path / "fichier").touch()
    told = leviers("note", "lever:clspd", "--sortie", str(tmp_path / name))
    assert (told.status, told.out, len(told.sentences)) == (1, "", 1)
    assert reason in told.err


@pytest.mark.parametrize("place", ["/dev/full", "/proc/note.pdf"])
def test_a_note_is_not_written_to_a_device_or_a_closed_place(leviers: Run, place: str):
    told = leviers("note", "lever:clspd", "--sortie", place)
    assert (told.status, len(told.sentences)) == (1, 1)
