"""``leviers chercher``: for a person, for scripts, for any text, whatever the state of the index."""

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.index import open_dir

from levers_app.app import main
from levers_app.catalogue.typography import NBSP
from levers_app.paths import DataFolder
from levers_app.search.place import IndexPlace
from tests.cli.helpers import Run, change_a_lever


def answers(text: str) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(line) for line in text.splitlines()]


def test_results_for_a_person(leviers: Run):
    found = leviers("chercher", "contrôle", "d'accès", "--limite", "3")
    assert found.status == 0
    assert f"pour «{NBSP}contrôle d'accès{NBSP}» (3 affichés)" in found.out
    assert "Contrôle d’accès et fermeture des parties communes\nlevier · lever:controle-acces\n" in found.out


def test_json_has_the_promised_keys(leviers: Run):
    [answer] = answers(leviers("chercher", "--json", "hall occupé").out)
    assert list(answer) == ["query", "ms", "total", "results"]
    assert list(answer["results"][0]) == ["id", "title", "score", "snippet"]
    assert (answer["query"], len(answer["results"])) == ("hall occupé", 10)


def test_json_keeps_accents(leviers: Run):
    assert "médiation" in leviers("chercher", "--json", "médiation").out


@pytest.mark.parametrize(
    ("name", "kind"), [("levier", "lever"), ("exemple", "case"), ("texte", "text"), ("glossaire", "term")]
)
def test_type_keeps_one_kind(leviers: Run, name: str, kind: str):
    [answer] = answers(leviers("chercher", "sécurité", "--type", name, "--json").out)
    assert {found["id"].partition(":")[0] for found in answer["results"]} == {kind}


def test_several_values_of_a_field_are_as_in_the_window(leviers: Run):
    [answer] = answers(leviers("chercher", "sécurité", "type:levier,texte", "--json", "--limite", "500").out)
    assert {found["id"].partition(":")[0] for found in answer["results"]} == {"lever", "text"}
    assert "n’est pas un type de fiche" in leviers("chercher", "type:levier,zzz").out


def test_limit(leviers: Run):
    [answer] = answers(leviers("chercher", "police", "--limite", "2", "--json").out)
    assert len(answer["results"]) == 2 < answer["total"]


def test_nothing_found_is_no_error(leviers: Run):
    found = leviers("chercher", "xyzzyx")
    assert (found.status, found.out) == (0, f"Aucun résultat pour «{NBSP}xyzzyx{NBSP}»\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("vidoprotection", f"n’est dans aucune fiche. Voici les résultats pour «{NBSP}vidéoprotection{NBSP}»."),
        ("famille:suretté", f"Aucune famille ne s’appelle «{NBSP}suretté{NBSP}». Essayez{NBSP}: «{NBSP}sûreté{NBSP}»."),
        ("hall zzzyx", f"Laissé de côté{NBSP}: «{NBSP}zzzyx{NBSP}»."),
    ],
)
def test_how_the_words_were_understood_is_said(leviers: Run, words: str, said: str):
    assert said in leviers("chercher", words).out


def test_one_line_a_query_from_standard_input(leviers: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeffclspd\n\ngltd\r\n"))
    asked = [answer["query"] for answer in answers(leviers("chercher", "--json", "-").out)]
    assert asked == ["clspd", "", "gltd"]


def test_standard_input_for_a_person(leviers: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("clspd\ngltd\n"))
    assert leviers("chercher", "-").out.count(" pour «") == 2


def test_closed_standard_input_asks_nothing(leviers: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", None)
    found = leviers("chercher", "-")
    assert (found.status, found.out, found.err) == (0, "", "")


@pytest.mark.parametrize(
    "words",
    [
        "a" * 100_000,
        "hall " * 20_000,
        "\x1b[31m\x00\x07",
        "🏢🔥",
        "مرحبا בית",
        "\u202eabc",
        "\udcff hall",
        '"',
        "*",
    ],
    ids=["long-word", "long-text", "controls", "emoji", "rtl", "override", "bytes", "quote", "star"],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_any_text_is_a_query(leviers: Run, words: str, form: list[str]):
    found = leviers("chercher", *form, words)
    assert (found.status, found.err) == (0, "")
    assert "\x1b" not in found.out


@pytest.mark.parametrize(
    "words", ["a" * 100_000, "hall " * 20_000, "hall " + " ".join(f"mot{n}inconnu" for n in range(3000))]
)
def test_a_long_query_is_not_told_whole(leviers: Run, words: str):
    found = leviers("chercher", words, "--limite", "1")
    assert len(found.out) < 1500
    assert f"pour «{NBSP}{words[:70]}" in found.out
    assert f"…{NBSP}»" in found.out
    [answer] = answers(leviers("chercher", words, "--json").out)
    assert answer["query"] == words


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_characters="\r\n")), min_size=5, max_size=20))
def test_each_line_gets_its_answer(leviers: Run, queries: list[str]):
    given_text = "".join(f"{query}\n" for query in queries)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(given_text))
        found = leviers("chercher", "--json", "-")
    assert len(answers(found.out)) == len(queries)


def test_typing_errors_are_told(leviers: Run):
    assert "Voici les résultats pour" in leviers("chercher", "vidéoprotetcion").out


# The index


def test_a_missing_index_is_built(leviers: Run, data: DataFolder):
    shutil.rmtree(data.index)
    found = leviers("chercher", "clspd")
    assert "lever:clspd" in found.out
    assert found.err == ""


def test_what_leviers_puts_into_a_folder_is_private(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "ouvert").mkdir(mode=0o755)
    assert main(["chercher", "hall", "--donnees", str(tmp_path / "ouvert")]) == 0
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "ouvert").iterdir()} == {0}


def test_the_index_catches_up_first(leviers: Run, data: DataFolder):
    change_a_lever(data)
    assert "lever:clspd" in leviers("chercher", "Quetzalcoatl").out


def test_while_another_program_holds_the_index_what_is_there_answers(
    leviers: Run, data: DataFolder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("levers_app.search.indexing._LOCK_SECONDS", 0.1)
    folder = IndexPlace(data.index).current()
    assert folder is not None
    index = open_dir(str(folder))
    writer = index.writer()
    change_a_lever(data)
    found = leviers("chercher", "médiation")
    writer.cancel()
    index.close()
    assert (found.status, "lever:mediation-sociale" in found.out) == (0, True)
    assert [line.startswith("L’index de recherche est en cours d’écriture") for line in found.sentences] == [True]


def test_an_index_that_cannot_be_written_is_done_without(leviers: Run, data: DataFolder):
    shutil.rmtree(data.index)
    data.index.write_text("")
    found = leviers("chercher", "clspd")
    assert (found.status, len(found.sentences)) == (0, 1)
    assert "seuls les titres et les résumés ont été cherchés" in found.out
