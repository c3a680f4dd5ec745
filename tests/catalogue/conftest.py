"""The shipped vocabulary, and small content folders to damage."""

from pathlib import Path

import pytest

from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary
from levers_app.paths import content_folder

LEVER = """\
slug: {slug}
title: Un levier
short: Levier
acronyms: []
family: surete
summary: Une phrase.
problems: [degradations]
objectives: []
description: Un paragraphe.
actors: []
success_conditions: []
limits: []
steps: []
indicators: []
evidence: {{effect: a, mechanism: b, moderators: c, implementation: d, strength: faible}}
combines_with: []
sources: []
"""
CASE = """\
slug: {slug}
title: Un exemple
organisation: Office
territory: qpv
problems: [degradations]
levers: [mediation]
context: Un contexte.
actions: []
results: []
outcome: positif
source: {{title: Titre, publisher: Éditeur, url: "https://exemple.fr"}}
"""


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(content_folder())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small sound content folder."""
    folder = tmp_path / "contenu"
    for name in ("levers", "cases"):
        (folder / name).mkdir(parents=True)
    (folder / "levers" / "mediation.yaml").write_text(LEVER.format(slug="mediation"), encoding="utf-8")
    (folder / "cases" / "exemple.yaml").write_text(CASE.format(slug="exemple"), encoding="utf-8")
    (folder / "glossary.yaml").write_text("- {term: CLSPD, expansion: Conseil, definition: D., see: [mediation]}\n")
    (folder / "synonyms.yaml").write_text("- [gardien, concierge]\n")
    (folder / "version.yaml").write_text("version: 7\n")
    (folder / "vocabulary.yaml").write_bytes((content_folder() / "vocabulary.yaml").read_bytes())
    return folder
