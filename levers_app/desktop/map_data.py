"""What the base knows and lacks, as tables to be painted, read aloud and written as CSV; made off the GUI thread."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from levers_app.catalogue.typography import NARROW, NBSP
from levers_app.insight.facts import OUTCOMES, PUBLISHED, Outcomes
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.knowledge_map import Cell, KnowledgeMap, cell_told, knowledge_map
from levers_app.insight.sentences import told_outcomes
from levers_app.services import Services
from levers_app.sheets.wording import counted, short_label, uncapitalised

MAP_MARK = "map:"
"""Begins the record of a place at which one of the tables is shown."""
VIEWS = {
    "problems": "Problèmes et leviers",
    "families": "Familles et intensité",
    "years": "Par année",
    "departments": "Par département",
}
_UNSAID = "Non précisé"
_ALL = "all"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that make a spreadsheet compute."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or of a column; ``family`` and ``strength`` are those of a lever."""

    key: str
    label: str
    family: str = ""
    strength: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell.

    Attributes:
        outcomes: how its examples ended.
        told: the cell as a sentence.
        filters: those of the list of its examples; none where the list cannot be told.
        gap: a sheet proposes it and no example is there: one is wanted.
        blank: nothing proposes it, and nothing is there.
    """

    outcomes: Outcomes
    told: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gap: bool = False
    blank: bool = False

    @property
    def leads(self) -> bool:
        """Whether a list of examples can be opened."""
        return bool(self.outcomes.total and self.filters)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``turned`` ones have narrow columns, whose heads are turned."""

    key: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[GridCell, ...], ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Maps:
    """All tables of the map, and how to read it; ``hidden`` restricted examples are not counted in it."""

    total: int
    grids: Mapping[str, Grid]
    notes: tuple[str, ...]
    hidden: int = 0


def maps(services: Services, *, outside: bool = False) -> Maps:
    """Return the map; ``outside`` leaves restricted examples out, since it is to leave this computer.

    Raises:
        StorageError: the base cannot be read.
    """
    whole = services.knowledge()
    known = whole.unrestricted if outside else whole
    made = knowledge_map(known)
    grids = (_problems(known, made), _families(known, made), _years(known, made), _departments(known, made))
    notes = tuple(note.text for note in made.notes)
    return Maps(made.total, {grid.key: grid for grid in grids}, notes, len(whole.cases) - len(known.cases))


def _problems(known: Knowledge, made: KnowledgeMap) -> Grid:
    words, levers = known.vocabulary, known.levers
    rows = tuple(Head(slug, entry.short) for slug, entry in words.problems.items())
    slugs = dict.fromkeys(cell.column for cell in made.problems)
    columns = tuple(
        Head(slug, levers[slug].short, levers[slug].family, levers[slug].evidence.strength) for slug in slugs
    )

    def cell(found: Cell) -> GridCell:
        filters = {"problem": (found.row,), "lever": (found.column,), "status": (PUBLISHED,)}
        told = cell_told(known, found)
        blank = not found.proposed and not found.outcomes.total
        return GridCell(found.outcomes, told, filters, gap=found.is_gap, blank=blank)

    return Grid("problems", rows, columns, _table(made.problems, rows, columns, cell), turned=True)


def _families(known: Knowledge, made: KnowledgeMap) -> Grid:
    words = known.vocabulary
    rows = tuple(Head(slug, entry.label, slug) for slug, entry in words.families.items())
    levels = (Head(slug, f"{slug}, {entry.label}") for slug, entry in words.intensities.items())
    columns = (*levels, Head("", "Intensité non précisée"))

    def cell(found: Cell) -> GridCell:
        entry = words.intensities.get(found.column)
        level = f"intensité {entry.slug} ({uncapitalised(entry.label)})" if entry else "intensité non précisée"
        told = _told(f"{words.families[found.row].label}, {level}", found.outcomes)
        filters = {"family": (found.row,), "intensity": (found.column,), "status": (PUBLISHED,)}
        return GridCell(found.outcomes, told, filters if found.column else {})

    return Grid("families", rows, columns, _table(made.families, rows, columns, cell))


def _years(known: Knowledge, made: KnowledgeMap) -> Grid:
    rows = tuple(Head(cell.row, cell.row or _UNSAID) for cell in made.years)
    return _by_outcome("years", known, made.years, rows, "last_year")


def _departments(known: Knowledge, made: KnowledgeMap) -> Grid:
    rows = tuple(Head(cell.row, made.labels.get(cell.row, _UNSAID)) for cell in made.departments)
    return _by_outcome("departments", known, made.departments, rows, "department")


def _by_outcome(key: str, known: Knowledge, found: Sequence[Cell], rows: tuple[Head, ...], facet: str) -> Grid:
    """Return a table of a row a value of ``facet``: all of its examples, then those of each outcome."""
    outcomes = tuple(Head(slug, short_label(known.vocabulary.outcomes[slug])) for slug in OUTCOMES)
    cells = tuple(tuple(_split(cell, head.label, outcomes, facet)) for cell, head in zip(found, rows, strict=True))
    return Grid(key, rows, (Head(_ALL, "Tous"), *outcomes), cells)


def _split(cell: Cell, label: str, outcomes: tuple[Head, ...], facet: str) -> Iterator[GridCell]:
    filters = {facet: (cell.row,), "status": (PUBLISHED,)} if cell.row else {}
    yield GridCell(cell.outcomes, _told(label, cell.outcomes), filters)
    for head in outcomes:
        count = cell.outcomes.by_slug[head.key]
        alone = Outcomes(*(count if slug == head.key else 0 for slug in OUTCOMES))
        told = f"{label}, {uncapitalised(head.label)}{NBSP}: {counted(count, 'exemple')}."
        yield GridCell(alone, told, {**filters, "outcome": (head.key,)} if filters else {})


def _table(
    found: Sequence[Cell], rows: tuple[Head, ...], columns: tuple[Head, ...], cell: Callable[[Cell], GridCell]
) -> tuple[tuple[GridCell, ...], ...]:
    made = {(each.row, each.column): cell(each) for each in found}
    return tuple(tuple(made[row.key, column.key] for column in columns) for row in rows)


def _told(label: str, outcomes: Outcomes) -> str:
    if not outcomes.total:
        return f"{label}{NBSP}: aucun exemple encore."
    return f"{label}{NBSP}: {told_outcomes(outcomes, counted(outcomes.total, 'exemple'))}"


def reading(shown: Maps) -> str:
    """Return how to read the map."""
    return " ".join(shown.notes)


def as_csv(grid: Grid) -> bytes:
    """Return a table as CSV for a French spreadsheet: a line a cell that is not blank, semicolons, UTF-8 with a mark.

    No text of it can be taken for a formula.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        ("Ligne", "Colonne", "Exemples", "Positifs", "Mitigés", "N’ont pas marché", "Non évalués", "Remarque")
    )
    for row, cells in zip(grid.rows, grid.cells, strict=True):
        for column, cell in zip(grid.columns, cells, strict=True):
            if not cell.blank:
                numbers = (cell.outcomes.total, *cell.outcomes.by_slug.values())
                writer.writerow((*map(_harmless, (row.label, column.label)), *numbers, _harmless(cell.told)))
    return file.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    text = text.replace(NBSP, " ").replace(NARROW, " ")
    return f"'{text}" if text.startswith(_DANGEROUS) else text
