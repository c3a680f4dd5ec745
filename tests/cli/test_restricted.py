"""Restricted examples do not leave by the command line, unless the person says so for that one time."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from levers_app.app import open_folder
from levers_app.catalogue.records import LocalComplement
from levers_app.paths import DataFolder
from tests.cli.helpers import Run

SLUG = "reze-chateau-halls-fermes"
CASE = f"case:{SLUG}"


@pytest.fixture
def title(data: DataFolder) -> str:
    """Title of an example that was made restricted."""
    with closing(open_folder(data)) as services:
        case = services.base.reader.case(SLUG)
        services.base.writer.save(replace(case, confidentiality="restreint"), "essai")
        services.base.writer.save(LocalComplement(case.levers[0], contacts="Poste 1234"), "essai")
    return case.title


def lever_of(data: DataFolder) -> str:
    with closing(open_folder(data)) as services:
        return f"lever:{services.base.reader.case(SLUG).levers[0]}"


@pytest.mark.parametrize("form", ["texte", "markdown", "html", "json"])
def test_its_sheet_is_refused_then_let_out_with_its_mention(leviers: Run, title: str, form: str):
    refused = leviers("fiche", CASE, "--format", form)
    assert (refused.status, refused.out) == (1, "")
    assert "--restreints" in refused.err
    let_out = leviers("fiche", CASE, "--format", form, "--restreints")
    assert let_out.status == 0
    assert "Restreint" in let_out.out


def test_its_brief_is_refused_then_says_that_it_is_restricted(leviers: Run, title: str, tmp_path: Path):
    path = tmp_path / "note.pdf"
    assert leviers("note", CASE, "--sortie", str(path)).status == 1
    assert not path.exists()
    assert leviers("note", CASE, "--sortie", str(path), "--restreints").status == 0
    assert "Restreint" in "".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_note_leaves_it_out_and_names_it(leviers: Run, title: str, tmp_path: Path):
    path = tmp_path / "note.md"
    told = leviers("note", CASE, "lever:clspd", "--sortie", str(path))
    assert told.status == 0
    assert title.split(",", maxsplit=1)[0][:20] in told.err
    assert "--restreints" in told.err
    assert "CLSPD" in path.read_text(encoding="utf-8")
    assert title not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_search_does_not_show_it(leviers: Run, title: str, form: tuple[str, ...]):
    words = " ".join(title.split()[:4])
    assert title not in leviers("chercher", words, *form).out
    assert title in leviers("chercher", words, "--restreints", *form).out


def test_a_lever_leaves_without_naming_it(leviers: Run, data: DataFolder, title: str):
    assert title not in leviers("fiche", lever_of(data)).out


def test_what_an_organisation_adds_to_a_lever_does_not_leave(leviers: Run, data: DataFolder, title: str):
    assert "Poste 1234" not in leviers("fiche", lever_of(data)).out
