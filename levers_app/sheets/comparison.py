"""Levers side by side on paper and in files: the same rows of each sheet, in the same order.

The window shows more rows, those of ``insight.comparison``, which counts examples too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from levers_app.sheets.document import Block, Document, Fact, Paragraph, Row, Rows
from levers_app.sheets.parts import plain_line, remark
from levers_app.sheets.wording import in_words, sentence

_IN_SHORT = "preuves", "couts"
"""Sections of which a cell takes what *L’essentiel* shows."""
_NAMES = "textes", "acteurs"
"""Tables of which a cell takes the labels."""
ROWS = {
    "objectifs": "Pour quoi faire",
    "preuves": "Ce qu’on sait de l’effet",
    "conditions": "À quelles conditions",
    "limites": "Limites",
    "couts": "Coûts",
    "textes": "Textes",
    "acteurs": "Avec qui",
}
"""The rows, by the section that they come from."""
_NOTHING = {"couts": "Pas de coût sourcé", "limites": "Aucune limite relevée", "textes": "Aucun texte cité"}
"""What a cell says when the sheet has no such section."""

_MOST_NAMES = 5

Cell = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ComparedLever:
    """The head of a column, and what its foot counts: examples in all, then those of each outcome."""

    id: str
    title: str
    family: str
    family_label: str
    strength: Fact
    examples: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row: a cell for each lever; a cell is never empty, it says that nothing is known."""

    key: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two levers or more side by side."""

    title: str
    levers: tuple[ComparedLever, ...]
    rows: tuple[ComparedRow, ...]


def comparison(documents: Sequence[Document], title: str = "") -> Comparison:
    """Return the sheets of levers side by side; without a title, their number is it."""
    levers = tuple(map(_lever, documents))
    rows = tuple(ComparedRow(key, label, tuple(_cell(d, key) for d in documents)) for key, label in ROWS.items())
    return Comparison(title or _named_by(len(levers)), levers, rows)


def _lever(document: Document) -> ComparedLever:
    strength = next((fact for fact in document.facts if fact.kind == "strength"), Fact("strength", ""))
    examples = tuple(fact for fact in document.facts if fact.kind in ("examples", "outcome"))
    return ComparedLever(document.id, document.title, document.family, document.family_label, strength, examples)


def _cell(document: Document, key: str) -> Cell:
    section = next((section for section in document.sections if section.key == key), None)
    if section is None:
        return (remark(_NOTHING.get(key, "Non renseigné")),)
    if key in _NAMES:
        return (Paragraph(plain_line(_named([row.label for row in _rows(section.blocks)]))),)
    return section.essential if key in _IN_SHORT and section.essential else section.blocks


def _named_by(count: int) -> str:
    return sentence(f"{in_words(count)} leviers côte à côte") if count > 1 else "Un levier"


def _named(labels: list[str]) -> str:
    left = len(labels) - _MOST_NAMES
    return ", ".join(labels) if left < 2 else f"{', '.join(labels[:_MOST_NAMES])} et {left} autres"


def _rows(blocks: Cell) -> list[Row]:
    return [row for block in blocks if isinstance(block, Rows) for row in block.rows]
