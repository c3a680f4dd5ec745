"""The closed vocabularies: families, situations, outcomes, territories, states of review, strengths of evidence.

They are read from ``resources/content/vocabulary.yaml``, whose order is the order of display.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.files import read_yaml
from levers_app.catalogue.typography import french

FILE_NAME = "vocabulary.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: ``slug`` in the data, ``label`` in full, ``short`` for narrow places, ``question`` for a family."""

    slug: str
    label: str
    short: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All closed vocabularies, each a mapping from slug to entry in the order of display."""

    families: Mapping[str, Entry]
    problems: Mapping[str, Entry]
    outcomes: Mapping[str, Entry]
    territories: Mapping[str, Entry]
    strengths: Mapping[str, Entry]
    intensities: Mapping[str, Entry]
    statuses: Mapping[str, Entry]
    confidentialities: Mapping[str, Entry]


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read ``vocabulary.yaml`` of a content ``folder``.

    Raises:
        ContentError: the file cannot be read or lacks a list or a key.
    """
    data: Any = read_yaml(folder / FILE_NAME, FILE_NAME)
    try:
        return Vocabulary(
            families=_entries(data["families"]),
            problems=_entries(data["problems"]),
            outcomes=_entries(data["outcomes"]),
            territories=_entries(data["territories"]),
            strengths=_entries(data["evidence_strengths"]),
            intensities=_entries({"slug": str(row["level"]), **row} for row in data["intensities"]),
            statuses=_entries(data["statuses"]),
            confidentialities=_entries(data["confidentialities"]),
        )
    except (KeyError, TypeError) as error:
        raise ContentError(FILE_NAME, str(error).strip("'"), "liste ou clé absente") from error


def _entries(rows: Iterable[Mapping[str, Any]]) -> dict[str, Entry]:
    return {
        row["slug"]: Entry(
            slug=row["slug"],
            label=french(row["label"]),
            short=french(row.get("short", row["label"])),
            question=french(row.get("question", "")),
        )
        for row in rows
    }
