"""``leviers note``: models, options, the head of the note, note files, and the form that its file name asks for."""

from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from levers_app.app import open_folder
from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem, Brief, ComparisonItem, Cover, Options, SheetItem, TextItem
from levers_app.catalogue.brief_file import to_file
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.catalogue.profile import Profile
from levers_app.catalogue.records import Attachment
from levers_app.catalogue.typography import NBSP
from levers_app.cli.arguments import BRIEF_OPTIONS
from levers_app.desktop.brief_shelf import Shelf
from levers_app.paths import DataFolder
from levers_app.store.attachments import Attachments
from tests.cli.helpers import Run

LEVERS = "lever:clspd", "lever:gltd"
CASE = "case:reze-chateau-halls-fermes"


@pytest.fixture
def written(leviers: Run, tmp_path: Path):
    """Run ``leviers note`` and return what it wrote, as Markdown by default."""

    def write(*arguments: str, name: str = "note.md") -> str:
        path = tmp_path / name
        told = leviers("note", *arguments, "--sortie", str(path))
        assert (told.status, told.err) == (0, "")
        return path.read_text(encoding="utf-8")

    return write


@pytest.fixture
def kept(tmp_path: Path):
    """Return the path of a note file."""

    def keep(brief: Brief) -> str:
        path = tmp_path / "comité.note-leviers"
        path.write_text(to_file(brief), encoding="utf-8")
        return str(path)

    return keep


def headings(markdown: str, level: int) -> list[str]:
    sign = "#" * level + " "
    return [line.removeprefix(sign) for line in markdown.splitlines() if line.startswith(sign)]


@pytest.mark.parametrize(
    ("name", "start"),
    [("n.html", "<!DOCTYPE html>"), ("n.MD", "# Conseil local"), ("n.txt", "Conseil local")],
)
def test_the_name_of_the_file_says_its_form(leviers: Run, tmp_path: Path, name: str, start: str):
    path = tmp_path / name
    told = leviers("note", LEVERS[0], "--sortie", str(path))
    assert path.read_text(encoding="utf-8").startswith(start)
    assert told.out.startswith(f"{path}{NBSP}: ")
    assert told.out.endswith("ko.\n")


def test_a_name_without_an_end_is_a_pdf(leviers: Run, tmp_path: Path):
    assert leviers("note", LEVERS[0], "--sortie", str(tmp_path / "note")).out.endswith(" pages.\n")
    assert (tmp_path / "note").read_bytes().startswith(b"%PDF")


def test_one_sheet_without_model_is_the_whole_sheet_under_its_own_title(written):
    note = written(LEVERS[0])
    assert len(headings(note, 1)) == 1
    assert "Mise en œuvre" in headings(note, 2)[4:10]


def test_sheets_stand_one_after_the_other_under_the_title(written):
    note = written(*LEVERS, "--titre", 'Comité "du" 27')
    assert headings(note, 1) == [f"Comité «{NBSP}du{NBSP}» 27"]
    assert [title.split()[0] for title in headings(note, 2)[:2]] == ["Conseil", "Groupe"]


def test_the_head_says_what_was_asked_for(written):
    options = {
        "sous-titre": "Halls",
        "organisme": "Office",
        "auteur": "N. Petit",
        "destinataire": "Maire",
        "date": "mardi",
    }
    note = written(*LEVERS, "--titre", "T", *(word for name, said in options.items() for word in (f"--{name}", said)))
    assert "\nHalls\n" in note
    assert [line for line in note.splitlines() if line.startswith("- **")][:4] == [
        f"- **Organisme**{NBSP}: Office",
        f"- **Auteur**{NBSP}: N. Petit",
        f"- **Destinataire**{NBSP}: Maire",
        f"- **Date**{NBSP}: mardi",
    ]


def test_a_note_without_a_title_is_called_and_signed_as_in_the_window(leviers: Run, data: DataFolder, tmp_path: Path):
    with closing(open_folder(data)) as services:
        services.recorder.set_profile(Profile(name="N. Petit", organisation="Office du Sud"))
        shown = Shelf(services).new(MODELS["comite"])
    path = tmp_path / "n.pdf"
    assert leviers("note", *LEVERS, "--modele", "comite", "--sortie", str(path)).err == ""
    said = PdfReader(path).metadata
    assert said is not None
    assert (said.title, said.author) == (shown.name, "N. Petit, Office du Sud")


def test_a_note_file_that_names_no_note_is_called_after_itself(written, kept):
    brief = new_brief(MODELS["dossier"], [SheetItem(id_) for id_ in LEVERS])
    assert headings(written("--fichier", kept(brief)), 1) == ["comité"]


def test_a_model_chooses_what_is_printed(written):
    committee = written(*LEVERS, CASE, "--modele", "comite", "--titre", "T")
    assert headings(committee, 2)[:2] == ["Ce qui est proposé", "Ce que d’autres ont fait"]
    compared = written(*LEVERS, "--modele", "comparatif", name="c.html")
    assert "<table><caption>Leviers comparés" in compared


def test_five_levers_are_two_comparisons_under_a_name(written):
    levers = (*LEVERS, "lever:correspondants-nuit", "lever:videoprotection", "lever:mediation-sociale")
    note = written(*levers, "--modele", "comparatif", "--option", "sommaire")
    assert headings(note, 1)[0].startswith("Comparatif du ")
    assert [title for title in headings(note, 2) if "côte" in title] == [
        "Trois leviers côte à côte",
        "Deux leviers côte à côte",
    ]


def test_a_model_of_ones_own_is_found_by_its_name(written, data: DataFolder):
    with closing(open_folder(data)) as services:
        own = replace(MODELS["fiche"], key="1", name="Ma fiche", cover=Cover(organisation="Office du Sud"))
        services.briefs.keep_model(own)
    assert "Office du Sud" in written(*LEVERS, "--modele", "ma FICHE")


def test_an_unknown_model_is_told_with_those_there_are(leviers: Run, tmp_path: Path):
    told = leviers("note", LEVERS[0], "--modele", "zorg", "--sortie", str(tmp_path / "n.pdf"))
    assert (told.status, len(told.sentences)) == (1, 1)
    assert told.err.endswith(f"Modèles{NBSP}: fiche, comite, plan, comparatif, dossier, exemple.\n")
    assert list(tmp_path.glob("n.pdf")) == []


def test_every_option_of_a_note_has_a_name():
    assert sorted(BRIEF_OPTIONS.values()) == sorted(field.name for field in fields(Options))


def test_options_add_and_take_away_the_last_one_wins(written):
    assert "Sommaire" in written(*LEVERS, "--option", "sommaire")
    assert "Sources" in written(*LEVERS)
    bare = written(*LEVERS, "--option", "sources", "--option", "sans-sources", "--option", "sans-sigles")
    assert not {"Sources", "Sigles"} & {*headings(bare, 2), *headings(bare, 3)}


def test_a_note_file_is_written_as_it_was_composed(written, kept):
    items = (TextItem("## La situation\n\nUn **hall**."), SheetItem(LEVERS[0], "chosen", ("limites",)))
    brief = new_brief(MODELS["dossier"], name="Comité du 27")
    note = written("--fichier", kept(replace(brief, items=items)))
    assert headings(note, 1) == ["Comité du 27"]
    assert headings(note, 2)[0] == "La situation"
    assert "Un **hall**." in note
    assert headings(note, 3)[:1] == ["Limites et effets indésirables"]


def test_sheets_are_added_to_a_note_file_once_and_options_change_it(written, kept):
    brief = new_brief(MODELS["dossier"], [SheetItem(LEVERS[0])], name="Comité")
    note = written(*LEVERS, "--fichier", kept(brief), "--titre", "Autre", "--option", "sans-sommaire")
    assert headings(note, 1) == ["Autre"]
    assert [title.split()[0] for title in headings(note, 2) if title not in ("Sigles", "Sources")] == [
        "Conseil",
        "Groupe",
    ]
    assert "Sommaire" not in note


def test_what_a_note_file_names_and_is_not_here_is_told_and_the_rest_is_written(leviers: Run, kept, tmp_path: Path):
    logo = Attachment("a" * 64, "logo.png", "image/png", 3)
    items = (SheetItem("lever:absent"), ComparisonItem(("absent-aussi", "clspd")), SheetItem(LEVERS[0]))
    brief = replace(new_brief(MODELS["fiche"]), items=items, cover=Cover(logo=logo))
    told = leviers("note", "--fichier", kept(brief), "--sortie", str(tmp_path / "n.md"))
    assert told.status == 0
    assert [sentence.partition(NBSP)[2].partition(NBSP)[0] for sentence in told.sentences[:2]] == [
        "lever:absent",
        "lever:absent-aussi",
    ]
    assert told.sentences[2].startswith("Le logo de la note n’est pas sur cet ordinateur")
    assert "Conseil local" in (tmp_path / "n.md").read_text(encoding="utf-8")


def test_a_logo_that_is_no_picture_is_told(leviers: Run, kept, data: DataFolder, tmp_path: Path):
    logo = Attachment("a" * 64, "logo.png", "image/png", 3)
    path = Attachments(data.attachments).path_of(logo)
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_bytes(b"non")
    brief = replace(new_brief(MODELS["dossier"], [SheetItem(LEVERS[0])]), cover=Cover(logo=logo))
    told = leviers("note", "--fichier", kept(brief), "--sortie", str(tmp_path / "n.pdf"))
    assert told.status == 0
    assert told.sentences == [f"Le logo de la note ne peut pas être lu{NBSP}: il n’y figure pas."]


def test_a_restricted_example_of_a_note_file_is_told_and_let_out_with_its_mention(
    leviers: Run, kept, data: DataFolder, tmp_path: Path
):
    with closing(open_folder(data)) as services:
        case = services.base.reader.case(CASE.removeprefix("case:"))
        services.base.writer.save(replace(case, confidentiality="restreint"), "essai")
    path = kept(new_brief(MODELS["dossier"], [SheetItem(LEVERS[0]), SheetItem(CASE)], name="N"))
    told = leviers("note", "--fichier", path, "--sortie", str(tmp_path / "n.md"))
    assert "--restreints" in told.err
    assert "Restreint" not in (tmp_path / "n.md").read_text(encoding="utf-8")
    let_out = leviers("note", "--fichier", path, "--restreints", "--sortie", str(tmp_path / "n.md"))
    assert (let_out.status, let_out.err) == (0, "")
    assert "Restreint" in (tmp_path / "n.md").read_text(encoding="utf-8")


def test_a_note_of_which_nothing_is_left_is_not_written(leviers: Run, kept, tmp_path: Path):
    brief = new_brief(MODELS["dossier"], [SheetItem("lever:absent")])
    told = leviers("note", "--fichier", kept(brief), "--sortie", str(tmp_path / "n.pdf"))
    assert (told.status, told.out) == (1, "")
    assert told.sentences[-1].startswith("Il ne reste rien à écrire")
    assert not (tmp_path / "n.pdf").exists()


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"\xff\xfe", b"{}", b"[" * 100_000, b'{"format": "note-leviers"}']
)
def test_any_other_file_is_refused_in_one_sentence(leviers: Run, tmp_path: Path, content: bytes):
    path = tmp_path / "x"
    path.write_bytes(content)
    told = leviers("note", "--fichier", str(path), "--sortie", str(tmp_path / "n.pdf"))
    assert (told.status, told.out, len(told.sentences)) == (1, "", 1)


def test_a_file_of_another_form_is_not_replaced_through_a_link(leviers: Run, tmp_path: Path):
    (tmp_path / "leviers.db").write_bytes(b"SQLite")
    (tmp_path / "n.md").symlink_to(tmp_path / "leviers.db")
    told = leviers("note", LEVERS[0], "--sortie", str(tmp_path / "n.md"))
    assert (told.status, (tmp_path / "leviers.db").read_bytes()) == (1, b"SQLite")
    assert "une autre sorte" in told.err


def test_a_note_in_pdf_has_its_title(leviers: Run, tmp_path: Path, kept):
    path = tmp_path / "n.pdf"
    brief = new_brief(MODELS["dossier"], [SheetItem(id_) for id_ in LEVERS], name="Comité du 27")
    assert leviers("note", "--fichier", kept(brief), "--sortie", str(path)).status == 0
    metadata = PdfReader(path).metadata
    assert metadata is not None
    assert metadata.title == "Comité du 27"


def test_characters_that_paper_cannot_draw_are_told_once(leviers: Run, tmp_path: Path):
    asked = ("note", LEVERS[0], LEVERS[1], "--titre", "大堂被占用 🏢 Hall", "--sous-titre", "大堂")
    told = leviers(*asked, "--sortie", str(tmp_path / "n.pdf"))
    assert (told.status, len(told.sentences)) == (0, 1)
    assert "« 占堂大用被 »" in told.err.replace(NBSP, " ")
    assert ".html" in told.err
    assert leviers(*asked, "--sortie", str(tmp_path / "n.html")).err == ""
    assert leviers("note", LEVERS[0], "--sortie", str(tmp_path / "n.pdf")).err == ""


def test_the_actions_of_a_note_file_are_written_as_a_spreadsheet(leviers: Run, tmp_path: Path, kept):
    path = tmp_path / "plan.XLSX"
    brief = new_brief(MODELS["plan"], [SheetItem(LEVERS[0])], name="Plan du quartier")
    items = (ActionsItem((Action("Réunir le groupe", lever="clspd"),)), *brief.items)
    told = leviers("note", "--fichier", kept(replace(brief, items=items)), "--sortie", str(path))
    assert (told.status, told.err) == (0, "")
    assert told.out.endswith(f"{NBSP}ko.\n")
    book = load_workbook(path)
    assert book.sheetnames == ["Plan d’actions", "Note"]
    assert "Réunir le groupe" in [row[1] for row in book.worksheets[0].iter_rows(values_only=True)]


def test_a_spreadsheet_of_a_note_without_actions_is_refused_in_words(leviers: Run, tmp_path: Path):
    path = tmp_path / "n.xlsx"
    told = leviers("note", *LEVERS, "--sortie", str(path))
    assert (told.status, told.out, len(told.sentences)) == (1, "", 1)
    assert told.err.startswith(f"Cette note ne contient aucune action{NBSP}: ")
    assert "Rien n’a été écrit." in told.err
    assert told.err.endswith("comme le PDF.\n")
    assert not path.exists()
