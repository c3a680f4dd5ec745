"""Levers side by side on one page in landscape: as much of each cell as the page has room for."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs import styles
from levers_app.briefs.fitting import fullest
from levers_app.briefs.fonts import printable, visible
from levers_app.briefs.grid import Grid, Look, Row, columns, row, table
from levers_app.briefs.marks import family_mark, outcome_mark, strength_mark
from levers_app.briefs.prose import NBSP, Prose, Setter, paragraph, plain, sign, words
from levers_app.briefs.resources import families
from levers_app.briefs.tags import Tag, list_of
from levers_app.sheets.comparison import Cell, ComparedLever, Comparison
from levers_app.sheets.depth import trimmed_block
from levers_app.sheets.document import Block, BulletList, Fact, Paragraph
from levers_app.sheets.wording import counted

_LABEL = 104.0
_MANY = 3
_CITATION = 26.0
"""Height left for how to cite the note, which may follow."""
_REMARK = (
    "La solidité des preuves est distincte de l’effet. Les exemples sont ceux de la base\u00a0; "
    "un exemple non évalué n’est pas un succès."
)


class _Styles(NamedTuple):
    """How names of levers and cells are set, and the air between columns."""

    name: ParagraphStyle
    cell: ParagraphStyle
    item: ParagraphStyle
    quiet: ParagraphStyle
    gap: float


_LARGE = _Styles(styles.COMPARED, styles.COMPARED_CELL, styles.COMPARED_ITEM, styles.COMPARED_QUIET, 16)
_SMALL = _Styles(styles.COMPARED_4, styles.COMPARED_CELL_4, styles.COMPARED_ITEM_4, styles.COMPARED_QUIET_4, 10)


@dataclass(frozen=True, slots=True)
class Way:
    """How full the table is: items of a list that a cell shows, rows left out, whether cells keep their remarks."""

    items: int
    without: Collection[str] = ()
    remarks: bool = True


_LATER = ("acteurs", "textes")
_WAYS = (
    *(Way(items) for items in (12, 8, 6, 5, 4, 3)),
    *(Way(3, without, remarks=False) for without in (("acteurs",), _LATER, (*_LATER, "objectifs"))),
    *(Way(2, without, remarks=False) for without in (_LATER, (*_LATER, "objectifs"))),
    *(Way(1, without, remarks=False) for without in (_LATER, (*_LATER, "objectifs"))),
)
"""From the fullest to the barest."""


class ComparisonFlow:
    """Lays out one comparison of a note."""

    def __init__(self, comparison: Comparison, setter: Setter, anchor: str, level: int) -> None:
        """``anchor`` names its place in the file, ``setter`` sets its lines, ``level`` is that of its heading."""
        self._comparison = comparison
        self._setter = setter
        self._anchor = anchor
        self._level = level
        count = len(comparison.levers)
        self._styles = _LARGE if count < _MANY else _SMALL
        width = (styles.LANDSCAPE_WIDTH - _LABEL) / count
        self._look = Look(columns((_LABEL, *[width] * count), self._styles.gap))

    def flow(self, height: float) -> Iterator[Flowable]:
        """Yield title, table and legend, which fit in ``height`` points unless the least of it does not."""
        name = visible(self._comparison.title, "Comparatif")
        title = plain(name, styles.TITLE)
        title.anchor, title.outline, title.title = self._anchor, 0, printable(name)
        title.tag = Tag(f"H{self._level}")
        legend = plain(_REMARK, styles.REASONS)
        used = sum(part.wrap(styles.LANDSCAPE_WIDTH, height)[1] + part.getSpaceAfter() for part in (title, legend))
        yield title
        yield self._grid(height - used - styles.REASONS.spaceBefore - _CITATION)
        yield legend

    def _grid(self, room: float) -> Grid:
        """Return the table with as much in it as ``room`` allows, or with the least."""
        return fullest(_WAYS, self._made, _height, room)

    def _made(self, way: Way) -> Grid:
        head, rows = self._head(), [*self._rows(way), self._examples()]
        return Grid(self._look, rows, [head], table([head, *rows], heads=1))

    def _head(self) -> Row:
        cells = [[_family(lever), self._name(lever), _strength(lever.strength)] for lever in self._comparison.levers]
        return row(self._look, [plain("Leviers comparés", styles.CELL_STRONG)], *cells)

    def _name(self, lever: ComparedLever) -> Prose:
        style = self._styles.name
        return paragraph([words(lever.title, style, tag=self._setter.link(lever.id, lever.title))], style)

    def _rows(self, way: Way) -> Iterator[Row]:
        for compared in self._comparison.rows:
            if compared.key not in way.without:
                cells = [list(self._cell(cell, way)) for cell in compared.cells]
                yield row(self._look, [plain(compared.label, styles.CELL_STRONG)], *cells)

    def _cell(self, cell: Cell, way: Way) -> Iterator[Prose]:
        for block in cell if way.remarks else cell[:1]:
            items = list(self._block(trimmed_block(block, way.items)))
            if isinstance(block, BulletList):
                list_of([item] for item in items)
            yield from items
            if left := _left(block, way.items):
                yield plain(f"et {counted(left, 'autre', 'autres')}", self._styles.quiet)

    def _block(self, block: Block) -> Iterator[Prose]:
        match block:
            case Paragraph(line, quiet):
                yield self._setter.prose(line, self._styles.quiet if quiet else self._styles.cell)
            case BulletList(items):
                for item in items:
                    yield self._setter.prose(item.line, self._styles.item, "–")

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
