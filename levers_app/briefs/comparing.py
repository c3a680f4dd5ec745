"""Levers side by side on one page in landscape: as much of each cell as the page has room for."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs import styles
from levers_app.briefs.fitting import fullest
from levers_app.briefs.fonts import printable
from levers_app.briefs.grid import Grid, Look, Row, columns, row
from levers_app.briefs.marks import family_mark, outcome_mark, strength_mark
from levers_app.briefs.prose import NBSP, Prose, Setter, paragraph, plain, sign, words
from levers_app.briefs.resources import families
from levers_app.sheets.comparison import Cell, ComparedLever, Comparison
from levers_app.sheets.depth import trimmed_block
from levers_app.sheets.document import Block, BulletList, Fact, Paragraph
from levers_app.sheets.wording import counted

_LABEL = 104.0
_GAP = 16.0
_REMARK = (
    "La solidité des preuves est distincte de l’effet. Les exemples sont ceux de la base\u00a0; "
    "un exemple non évalué n’est pas un succès."
)
_MOST_ITEMS = (12, 8, 6, 5, 4, 3, 2, 1)
"""Items of a list that a cell shows: the first number with which all of it fits on one page."""


class ComparisonFlow:
    """Lays out one comparison of a note."""

    def __init__(self, comparison: Comparison, setter: Setter, anchor: str) -> None:
        """``anchor`` names its place in the file, ``setter`` sets its lines."""
        self._comparison = comparison
        self._setter = setter
        self._anchor = anchor
        width = (styles.LANDSCAPE_WIDTH - _LABEL) / len(comparison.levers)
        self._look = Look(columns((_LABEL, *[width] * len(comparison.levers)), _GAP))

    def flow(self, height: float) -> Iterator[Flowable]:
        """Yield title, table and legend, which fit in ``height`` points unless the least of it does not."""
        title = plain(self._comparison.title, styles.TITLE)
        title.anchor, title.outline, title.title = self._anchor, 0, printable(self._comparison.title)
        legend = plain(_REMARK, styles.REASONS)
        used = sum(part.wrap(styles.LANDSCAPE_WIDTH, height)[1] + part.getSpaceAfter() for part in (title, legend))
        yield title
        yield self._grid(height - used - styles.REASONS.spaceBefore)
        yield legend

    def _grid(self, room: float) -> Grid:
        """Return the table with as many items a cell as ``room`` allows, or with the fewest."""
        grids = (Grid(self._look, [*self._rows(most), self._examples()], [self._head()]) for most in _MOST_ITEMS)
        return fullest(grids, _height, room)

    def _head(self) -> Row:
        cells = [[_family(lever), self._name(lever), _strength(lever.strength)] for lever in self._comparison.levers]
        return row(self._look, [plain("Leviers comparés", styles.CELL_STRONG)], *cells)

    def _name(self, lever: ComparedLever) -> Prose:
        style = styles.COMPARED
        return paragraph([words(lever.title, style, href=self._setter.href(lever.id))], style)

    def _rows(self, most: int) -> Iterator[Row]:
        for compared in self._comparison.rows:
            cells = [list(self._cell(cell, most)) for cell in compared.cells]
            yield row(self._look, [plain(compared.label, styles.CELL_STRONG)], *cells)

    def _cell(self, cell: Cell, most: int) -> Iterator[Prose]:
        for block in cell:
            yield from self._block(trimmed_block(block, most))
            if left := _left(block, most):
                yield plain(f"et {counted(left, 'autre', 'autres')}", styles.CELL_QUIET)

    def _block(self, block: Block) -> Iterator[Prose]:
        match block:
            case Paragraph(line, quiet):
                yield self._setter.prose(line, styles.CELL_QUIET if quiet else styles.CELL)
            case BulletList(items):
                for item in items:
                    yield self._setter.prose(item.line, styles.CELL_ITEM, "–")

    def _examples(self) -> Row:
        cells = [[paragraph(list(_counts(lever.examples)), styles.CELL)] for lever in self._comparison.levers]
        return row(self._look, [plain("Exemples recensés", styles.CELL_STRONG)], *cells)


def _height(grid: Grid) -> float:
    return grid.wrap(styles.LANDSCAPE_WIDTH, 0)[1] + grid.getSpaceBefore() + grid.getSpaceAfter()


def _left(block: Block, most: int) -> int:
    return max(0, len(block.items) - most) if isinstance(block, BulletList) else 0


def _family(lever: ComparedLever) -> Prose:
    style, look = styles.KIND, families().get(lever.family)
    if look is None:
        return plain(lever.family_label, style)
    name = words(lever.family_label, style).clone(textColor=look.ink)
    return paragraph([*sign(family_mark(lever.family), style), name], style)


def _strength(fact: Fact) -> Prose:
    style = styles.CELL
    return paragraph([*sign(strength_mark(fact.value), style), words(fact.label, style, strong=True)], style)


def _counts(facts: Sequence[Fact]) -> Iterator[ParaFrag]:
    style = styles.CELL
    for fact in facts:
        if fact.kind == "outcome":
            yield words(f"{NBSP} ", style)
            yield from sign(outcome_mark(fact.value), style)
            yield words(fact.label.replace(" ", NBSP), style)
        else:
            yield words(fact.label.replace(" ", NBSP), style, strong=True)
