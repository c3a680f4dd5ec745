"""The content folder is read whole, or refused with the file, the key and the reason."""

import subprocess
import sys
from pathlib import Path

import pytest

from levers_app.catalogue.content import Bundle, load_bundle
from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.files import MAX_FILE, content_version
from levers_app.catalogue.language import load_synonyms
from levers_app.catalogue.slugs import slugify
from levers_app.paths import content_folder


@pytest.fixture(scope="session")
def shipped() -> Bundle:
    return load_bundle(content_folder())


def test_shipped_content_is_whole(shipped: Bundle):
    assert len(shipped.levers) >= 45
    assert len(shipped.cases) >= 113
    assert len(shipped.glossary) >= 89


def test_every_link_of_the_shipped_content_leads_somewhere(shipped: Bundle):
    levers = {lever.slug for lever in shipped.levers}
    linked = {combination.lever for lever in shipped.levers for combination in lever.combines_with}
    linked |= {slug for case in shipped.cases for slug in case.levers}
    linked |= {slug for term in shipped.glossary for slug in term.see}
    assert linked <= levers


def test_sure_evaluations_say_what_they_studied(shipped: Bundle):
    for lever in shipped.levers:
        assert set(lever.evidence.studied) <= set(lever.problems), lever.slug
        if lever.evidence.strength in {"moyenne", "forte"}:
            assert "\n  studied: [" in (content_folder() / "levers" / f"{lever.slug}.yaml").read_text("utf-8"), (
                lever.slug
            )


def test_shipped_synonyms_are_groups(shipped: Bundle):
    assert all(len(group) > 1 for group in load_synonyms(content_folder()))


def test_version_of_the_shipped_content_is_up_to_date():
    tool = Path(__file__).parents[2] / "tools" / "content_version.py"
    assert subprocess.run([sys.executable, tool, "--check"], check=False).returncode == 0


def test_small_content(content: Path):
    bundle = load_bundle(content)
    assert [record.id for record in bundle.records] == ["lever:mediation", "case:exemple", "term:clspd"]
    assert bundle.version == content_version(content) == 7


def change(content: Path, file: str, old: str, new: str) -> None:
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "reason"),
    [
        ("levers/mediation.yaml", "title: Un levier", "title: [", "", "le YAML est mal formé, ligne"),
        ("levers/mediation.yaml", "short: Levier", "title: Autre", "title", "la clé est donnée deux fois, ligne 3"),
        ("levers/mediation.yaml", "family: surete", "family: autre", "family", "« autre » n’est pas une valeur connue"),
        ("levers/mediation.yaml", "acronyms: []", "acronyms: CLSPD", "acronyms", "une liste est attendue"),
        ("levers/mediation.yaml", "title: Un levier\n", "", "title", "clé absente"),
        ("levers/mediation.yaml", "short: Levier", "short: Levier\ncouleur: bleu", "couleur", "clé inconnue"),
        ("levers/mediation.yaml", "slug: mediation", "slug: autre", "slug", "n’est pas le nom du fichier"),
        (
            "levers/mediation.yaml",
            "combines_with: []",
            "combines_with: [{lever: x, why: y}]",
            "combines_with",
            "« x » n’ex",
        ),
        (
            "levers/mediation.yaml",
            "objectives: []",
            'objectives: ["su", "vu [s-1]"]',
            "objectives.1",
            "« s-1 » est citée mais absente",
        ),
        ("levers/mediation.yaml", "mechanism: b", 'mechanism: "b [s-1]"', "evidence.mechanism", "« s-1 » est citée"),
        (
            "levers/mediation.yaml",
            "slug:",
            "legal: [{text: a, says: b, source: s-1}]\nslug:",
            "legal.0.source",
            "« s-1 »",
        ),
        (
            "cases/exemple.yaml",
            "levers: [mediation]",
            "levers: [absent]",
            "levers",
            "le levier « absent » n’existe pas",
        ),
        ("cases/exemple.yaml", "problems: [degradations]", "problems: [x]", "problems", "« x » n’est pas"),
        ("cases/exemple.yaml", "title: Un exemple", "title: 12", "title", "un texte est attendu"),
        (
            "cases/exemple.yaml",
            "outcome: positif",
            "outcome: positif\nperiod: {start: 2020, end: 2019}",
            "period",
            "précède",
        ),
        (
            "cases/exemple.yaml",
            "results: []",
            "results: [{statement: a, measured: peut-être}]",
            "results.0.measured",
            "true",
        ),
        ("cases/exemple.yaml", "title: Un exemple", "title: &a [*a]", "", "le YAML contient un renvoi"),
        ("cases/exemple.yaml", "title: Un exemple", "title: 2021-99-99", "", "une date ou un nombre est impossible"),
        ("cases/exemple.yaml", "title: Un exemple", 'title: "a\\x07b"', "title", "caractère de contrôle (U+0007)"),
        ("cases/exemple.yaml", "title: Un exemple", "title: a\x07b", "", "caractère interdit"),
        ("glossary.yaml", "see: [mediation]", "see: [absent]", "CLSPD.see", "« absent » n’existe pas"),
        ("glossary.yaml", "term: CLSPD", "terme: CLSPD", "0.term", "un texte est attendu"),
        ("glossary.yaml", "- {", "- {term: clspd, expansion: a, definition: b}\n- {", "1.term", "est donné deux fois"),
        ("synonyms.yaml", "- [gardien, concierge]", "gardien: concierge", "", "une liste de groupes est attendue"),
        ("version.yaml", "version: 7", "version: sept", "version", "un nombre entier est attendu"),
        ("vocabulary.yaml", "families:", "familles:", "families", "liste ou clé absente"),
    ],
)
def test_faulty_file_is_named_with_its_key_and_reason(
    content: Path, file: str, old: str, new: str, key: str, reason: str
):
    change(content, file, old, new)
    with pytest.raises(ContentError) as caught:
        (load_synonyms if file == "synonyms.yaml" else load_bundle)(content)
    assert (caught.value.file, caught.value.key) == (file, key)
    assert reason in str(caught.value).replace("\u00a0", " ")


@pytest.mark.parametrize("name", ["vocabulary.yaml", "glossary.yaml", "version.yaml", "levers", "cases"])
def test_missing_part_is_named(content: Path, name: str):
    (content / name).rename(content / "ailleurs")
    with pytest.raises(ContentError, match="absent") as caught:
        load_bundle(content)
    assert caught.value.file.startswith(name)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"title: \xff\xfe", "n’est pas en UTF-8"),
        (b"title: " + b"x" * MAX_FILE, "dépasse 5"),
        (b"[" * 200_000, "trop imbriqué"),
        (b"- " * 200_000, "trop imbriqué"),
        (b"", "un groupe de clés est attendu"),
        (b"\x00", "caractère interdit"),
    ],
)
def test_file_that_cannot_be_a_record(content: Path, data: bytes, reason: str):
    (content / "cases" / "exemple.yaml").write_bytes(data)
    with pytest.raises(ContentError, match=reason) as caught:
        load_bundle(content)
    assert caught.value.file == "cases/exemple.yaml"


def test_folder_in_place_of_a_file(content: Path):
    (content / "cases" / "autre.yaml").mkdir()
    with pytest.raises(ContentError, match="ne se lit pas"):
        load_bundle(content)


def test_message_says_that_nothing_was_changed(content: Path):
    (content / "version.yaml").unlink()
    with pytest.raises(ContentError, match="La base est restée comme elle était"):
        load_bundle(content)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Code civil L251-2", "code-civil-l251-2"),
        ("Œuvre d’été !", "oeuvre-d-ete"),
        ("CAL / CALEOL", "cal-caleol"),
        ("مرحبا", ""),
    ],
)
def test_slugs(text: str, slug: str):
    assert slugify(text) == slug
