"""Help, version and wrong use are told in French, with the exit statuses that scripts expect."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levers_app.app import main
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NBSP
from levers_app.cli import run
from levers_app.cli.french_parser import FrenchParser

ENGLISH = re.compile(r"\b(error|argument|usage|the|expected|invalid|required|unrecognized|choose|show|options:)\b")

WRONG = [
    (["foo"], "« foo » n’est pas une commande."),
    (["chercher"], "il manque MOTS."),
    (["fiche"], "il manque ID."),
    (["note", "lever:clspd"], "il manque --sortie."),
    (["note"], "il manque --sortie."),
    (["note", "--sortie", "x.pdf"], "il manque ID."),
    (
        ["note", "x", "--sortie", "x.docx"],
        "« --sortie » attend un nom qui finit ainsi : .pdf, .html, .md, .txt, .xlsx, et non",
    ),
    (
        ["note", "x", "--sortie", "x.pdf", "--option", "couleur"],
        "« --option » attend un de ces mots : garde, sommaire,",
    ),
    (["note", "x", "--sortie", "x.pdf", "--fichier="], "« --fichier » attend une valeur."),
    (["--donnees"], "« --donnees » attend une valeur."),
    (["--donnees="], "« --donnees » attend une valeur."),
    (["verifier", "--donnees"], "« --donnees » attend une valeur."),
    (["--donnees", "x", "--donnees", "y"], "il manque COMMANDE."),
    (["chercher", "hall", "--limite"], "« --limite » attend une valeur."),
    (["chercher", "hall", "--limite", "0"], "« --limite » attend un nombre entier d’au moins 1, et non « 0 »."),
    (["chercher", "hall", "--limite", "-5"], "« --limite » attend un nombre entier d’au moins 1, et non « -5 »."),
    (["chercher", "hall", "--limite=abc"], "« --limite » attend un nombre entier d’au moins 1, et non « abc »."),
    (["chercher", "hall", "--limite", "9" * 5000], "« --limite » attend un nombre entier d’au moins 1, et non « 999"),
    (
        ["chercher", "hall", "--type", "pdf"],
        "« --type » attend un de ces mots : levier, exemple, texte, glossaire, et non « pdf ».",
    ),
    (
        ["fiche", "lever:clspd", "--format", "pdf"],
        "« --format » attend un de ces mots : texte, markdown, html, json, et non « pdf ».",
    ),
    (["chercher", "hall", "--json=oui"], "« --json » ne prend pas de valeur."),
    (["chercher", "hall", "--jso"], "« --jso » n’est pas compris ici."),
    (["chercher", "hall", "--" + "x" * 500], "« --xxx"),
    (["chercher", "hall", "--\x1b[31mrouge"], "« --�[31mrouge » n’est pas compris ici."),
    (["verifier", "tout"], "« tout » n’est pas compris ici."),
    (["--help"], "« --help » n’est pas compris ici."),
    (["-h"], "« -h » n’est pas compris ici."),
    (["chercher", ""], "il manque MOTS."),
    (["chercher", " ", "\u00a0"], "il manque MOTS."),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_is_told_in_french(arguments, message, capsys):
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert message in told.replace(NBSP, " ")
    assert not ENGLISH.search(told)


@pytest.mark.parametrize(
    ("arguments", "usage"), [(["verifier", "--zorg"], "leviers verifier"), (["--zorg"], "leviers [")]
)
def test_what_is_not_understood_shows_the_usage_it_was_asked_of(arguments, usage, capsys):
    assert main(arguments) == 2
    told = capsys.readouterr().err.replace(NBSP, " ")
    assert "« --zorg » n’est pas compris ici." in told
    assert f"Emploi : {usage}" in told


def test_a_message_of_a_later_python_is_not_told_in_english(capsys):
    with pytest.raises(SystemExit) as stop:
        FrenchParser("leviers", "", "").error("something entirely new")
    assert stop.value.code == 2
    assert "la commande n’est pas comprise." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "chercher", "fiche", "note", "situation", "verifier", "reindexer"])
def test_help_is_french(command, capsys):
    assert main([*filter(None, [command]), "--aide"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Emploi{NBSP}: leviers {command}".rstrip())
    assert f"Options{NBSP}:" in told
    assert not ENGLISH.search(told)


def test_the_help_of_a_sheet_names_the_ids_of_situations(capsys):
    assert main(["fiche", "--aide"]) == 0
    assert "problem:" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--version"], ["verifier", "--version"]])
def test_version(arguments, capsys):
    assert main(arguments) == 0
    assert re.fullmatch(r"Leviers \d+\.\d+\.\d+\n", capsys.readouterr().out)


def _no_base(_folder):
    raise LeviersError("pas de base")


@given(st.lists(st.text() | st.sampled_from(["chercher", "fiche", "-", "--limite", "--json", "--", "--donnees", "-5"])))
def test_any_arguments_are_told_right_or_wrong(arguments):
    assert run(arguments, _no_base) in {0, 1, 2}
