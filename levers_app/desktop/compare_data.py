"""Levers side by side, made off the GUI thread; no Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from levers_app.catalogue.brief import FEWEST_COMPARED, MOST_COMPARED, Brief, ComparisonItem, Options
from levers_app.catalogue.typography import NBSP
from levers_app.insight.comparison import ComparedRow, Comparison, compare
from levers_app.insight.facts import Line, Outcomes
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.quoting import problem_words
from levers_app.services import Services
from levers_app.sheets.wording import counted, listed, sentence

if TYPE_CHECKING:
    from levers_app.catalogue.records import Lever

COMPARE_MARK = "compare:"
"""Begins the record of a place at which levers are compared."""
SHORT = 2
"""Lines of a cell that are shown before the others are asked for."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column."""

    id: str
    title: str
    short: str
    family: str
    family_label: str
    strength: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What the page shows.

    Attributes:
        slugs: what was asked for, of known levers, in the order of the columns.
        heads: of the columns; ``rows`` are their lines.
        rows: those of the comparison, then what the levers have in common.
        outcomes: how the examples of each column ended.
        outside: the same rows without restricted examples: what may leave this computer.
        remark: what to do when there are too few levers or too many, or nothing.
    """

    slugs: tuple[str, ...]
    heads: tuple[Head, ...] = ()
    rows: tuple[ComparedRow, ...] = ()
    outcomes: tuple[Outcomes, ...] = ()
    outside: tuple[ComparedRow, ...] = ()
    remark: str = ""


def record_of(slugs: Iterable[str]) -> str:
    """Return the record of the place at which ``slugs`` are compared."""
    return COMPARE_MARK + ",".join(slugs)


def slugs_of(record: str) -> tuple[str, ...]:
    """Return the levers that the record of a place names."""
    return tuple(dict.fromkeys(filter(None, record.removeprefix(COMPARE_MARK).split(","))))


def compared(services: Services, slugs: Iterable[str]) -> Compared:
    """Return levers side by side; those that are no more are left out.

    Raises:
        StorageError: the base cannot be read.
    """
    known = services.knowledge()
    chosen = tuple(slug for slug in known.levers if slug in set(slugs))
    if not FEWEST_COMPARED <= len(chosen) <= MOST_COMPARED:
        return Compared(chosen, remark=_remark(len(chosen)))
    made = compare(known, chosen)
    held = [known.levers[slug] for slug in chosen]
    return Compared(
        chosen,
        heads=tuple(_head(known, lever) for lever in held),
        rows=_rows(known, made),
        outcomes=tuple(known.outcomes(known.having("lever", slug)) for slug in chosen),
        outside=_rows(known, compare(known.unrestricted, chosen)),
    )


def _remark(count: int) -> str:
    if count > MOST_COMPARED:
        return f"{counted(count, 'levier')}{NBSP}: on en lit {MOST_COMPARED} côte à côte. Retirez-en un."
    if count:
        return "Un seul levier\u00a0: ajoutez-en un autre, ou deux, ou trois."
    return "Ajoutez de deux à quatre leviers\u00a0: par leur nom ici, ou depuis une fiche, une liste ou le diagnostic."


def _head(known: Knowledge, lever: "Lever") -> Head:
    family = known.vocabulary.families[lever.family]
    return Head(lever.id, lever.title, lever.short, lever.family, family.label, lever.evidence.strength)


def _rows(known: Knowledge, made: Comparison) -> tuple[ComparedRow, ...]:
    """Return the rows but the family, which the heads show, and one more of what all levers answer."""
    rows = tuple(row for row in made.rows if row.key != "family")
    words = f"{sentence(problem_words(known.vocabulary, made.common))}." if made.common else "Aucun problème."
    line = Line("common", words, made.levers, len(made.levers))
    return (*rows, ComparedRow("common", "En commun", tuple((line,) for _ in made.levers), differs=False))


def brief_of(slugs: tuple[str, ...], titles: Iterable[str]) -> Brief:
    """Return the note of one page that shows levers side by side; a note of one's own adds the sources, on a second."""
    name = f"Comparer{NBSP}: {listed(list(titles))}"
    return Brief(id="", name=name, options=Options(sigles=False, sources=False), items=(ComparisonItem(slugs),))


def as_text(shown: Compared) -> str:
    """Return the table as text for a spreadsheet: a line a row, tabulators between cells."""
    lines = ["\t".join(("", *(head.title for head in shown.heads)))]
    lines += ["\t".join((row.label, *(_cell_text(cell) for cell in row.cells))) for row in shown.outside]
    return "\n".join(lines)


def as_html(shown: Compared) -> str:
    """Return the table as HTML for a word processor; texts are escaped."""
    heads = "".join(f"<th>{escape(head.title)}</th>" for head in shown.heads)
    rows = "".join(_html_row(row) for row in shown.outside)
    return f"<table border='1'><tr><th></th>{heads}</tr>{rows}</table>"


def _cell_text(cell: tuple[Line, ...]) -> str:
    return " ".join(" ".join(line.text.split()) for line in cell)


def _html_row(row: ComparedRow) -> str:
    cells = "".join(f"<td>{'<br>'.join(escape(line.text) for line in cell)}</td>" for cell in row.cells)
    return f"<tr><th>{escape(row.label)}</th>{cells}</tr>"


def shortened_rows(rows: Iterable[ComparedRow], *, whole: bool, differing: bool) -> tuple[ComparedRow, ...]:
    """Return the rows as they are shown: each cell ``whole`` or its first lines, all of them or those ``differing``."""
    kept = (row for row in rows if row.differs or not differing)
    return tuple(kept) if whole else tuple(replace(row, cells=tuple(map(_short, row.cells))) for row in kept)


def _short(cell: tuple[Line, ...]) -> tuple[Line, ...]:
    if len(cell) <= SHORT + 1:
        return cell
    rest = counted(len(cell) - SHORT, "autre")
    return (*cell[:SHORT], replace(cell[0], kind="more", text=f"et {rest}"))
