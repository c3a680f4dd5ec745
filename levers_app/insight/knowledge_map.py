"""The map of what is known: how many examples there are of what, how they ended, and what was never tried."""

from collections.abc import Iterator
from dataclasses import dataclass

from levers_app.catalogue.departments import department_label
from levers_app.insight import rules
from levers_app.insight.facts import Line, Outcomes
from levers_app.insight.knowledge import NO_INTENSITY, Knowledge
from levers_app.insight.map_sentences import cell_text, map_notes


@dataclass(frozen=True, slots=True)
class Cell:
    """Where two things cross, such as a problem and a lever.

    Attributes:
        row, column: slugs or values; the intensity, year or department that is not said is an empty text.
        outcomes: how the examples there ended.
        proposed: whether the sheet of the lever says that it answers the problem.
        strength: of the lever's evaluations, empty where there is no lever.
    """

    row: str
    column: str
    outcomes: Outcomes
    proposed: bool = False
    strength: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether the sheet proposes what no example has tried: an example is wanted."""
        return self.proposed and not self.outcomes.total


@dataclass(frozen=True, slots=True)
class KnowledgeMap:
    """Every published example, counted in each cell that it belongs to: it may be in several.

    Attributes:
        problems: problem x lever, rows and columns in the order of display.
        families: family x intensity (1 to 5, then not said).
        years: by the last year that an example names, the latest first, then not said.
        departments: by number, then not said; an example that names none counts there.
        labels: what to show for a row or a column that is no slug of the vocabulary and no lever.
        notes: how to read it.
    """

    total: int
    problems: tuple[Cell, ...]
    families: tuple[Cell, ...]
    years: tuple[Cell, ...]
    departments: tuple[Cell, ...]
    labels: dict[str, str]
    notes: tuple[Line, ...]


def knowledge_map(knowledge: Knowledge) -> KnowledgeMap:
    """Return the map of all that is known."""
    problems = tuple(_problems(knowledge))
    departments = tuple(_along(knowledge, "department"))
    return KnowledgeMap(
        total=len(knowledge.cases),
        problems=problems,
        families=tuple(_families(knowledge)),
        years=tuple(_along(knowledge, "year", latest_first=True)),
        departments=departments,
        labels={cell.row: department_label(cell.row) for cell in departments if cell.row},
        notes=tuple(map_notes(len(knowledge.cases), sum(cell.is_gap for cell in problems))),
    )


def cell_told(knowledge: Knowledge, cell: Cell) -> str:
    """Return what is said of one cell of problem x lever."""
    return cell_text(knowledge.vocabulary, cell.row, knowledge.levers[cell.column], cell.outcomes)


def _problems(knowledge: Knowledge) -> Iterator[Cell]:
    families = list(knowledge.vocabulary.families)
    columns = sorted(knowledge.levers.values(), key=lambda lever: families.index(lever.family))  # by title inside
    for problem in knowledge.vocabulary.problems:
        having = knowledge.having("problem", problem)
        for lever in columns:
            outcomes = knowledge.outcomes(having & knowledge.having("lever", lever.slug))
            yield Cell(problem, lever.slug, outcomes, problem in lever.problems, rules.strength_for(lever, problem))


def _families(knowledge: Knowledge) -> Iterator[Cell]:
    for family in knowledge.vocabulary.families:
        slugs = [lever.slug for lever in knowledge.levers.values() if lever.family == family]
        having = knowledge.having_any("lever", slugs)
        for level in (*knowledge.vocabulary.intensities, ""):
            there = having & knowledge.having("intensity", int(level) if level else NO_INTENSITY)
            yield Cell(family, level, knowledge.outcomes(there))


def _along(knowledge: Knowledge, facet: str, *, latest_first: bool = False) -> Iterator[Cell]:
    """Yield a cell a value, in order; what examples do not say comes last."""
    said = sorted((value for value in knowledge.values(facet) if value), key=str, reverse=latest_first)
    unsaid = [value for value in knowledge.values(facet) if not value]
    for value in (*said, *unsaid):
        yield Cell(str(value or ""), "", knowledge.outcomes(knowledge.having(facet, value)))
