"""Levers side by side on one page in landscape: as much of each cell as the page has room for."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus.paraparser import ParaFrag

from levers_app.briefs import styles
from levers_app.briefs.fitting import fullest, height_of
from levers_app.briefs.fonts import printable, visible
from levers_app.briefs.grid import Grid, Look, Row, columns, row, table
from levers_app.briefs.marks import family_mark, outcome_mark, strength_mark
from levers_app.briefs.prose import NBSP, Prose, Setter, paragraph, plain, sign, words
from levers_app.briefs.resources import families
from levers_app.briefs.sources import run_in
from levers_app.briefs.tags import Tag, list_of
from levers_app.catalogue.typography import shortened
from levers_app.sheets.comparison import Cell, ComparedLever, Comparison
from levers_app.sheets.depth import numbers_of, trimmed_block
from levers_app.sheets.document import Block, BulletList, Fact, NumberedSource, Paragraph, lines
from levers_app.sheets.wording import counted, listed

_LABEL = 104.0
_MANY = 3
_NAMES = ((200, True), (80, True), (200, False), (60, False))
"""Characters of the title of a source, and whether its address follows: a table of four levers cites a dozen."""
_CITATION = 20.0
"""Height left for how to cite the note, which may follow."""
_REMARK = (
    "La solidité des preuves est distincte de l’effet. Les exemples sont ceux de la base\u202f; "
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


_LEFT_OUT: tuple[tuple[str, ...], ...] = ((), ("acteurs",), ("acteurs", "textes"), ("acteurs", "textes", "objectifs"))
"""Rows that go when room is short, so that each list keeps a few items."""
_FEW = 3
_ITEMS = (12, 8, 6, 5, 4, _FEW)
_BAREST = tuple(Way(items, _LEFT_OUT[-1], remarks=False) for items in (_FEW, 2, 1))


class ComparisonFlow:
    """Lays out one comparison of a note."""

    def __init__(
        self,
        comparison: Comparison,
        setter: Setter,
        anchor: str,
        level: int,
        sources: Sequence[NumberedSource] = (),
    ) -> None:
        """``anchor`` names its place in the file, ``setter`` sets its lines, ``level`` is that of its heading.

        ``sources`` are those that stand on the page, of which only those cited in what is left of the table are named.
        """
        self._comparison = comparison
        self._setter = setter
        self._anchor = anchor
        self._level = level
        self._sources = sources
        count = len(comparison.levers)
        self._styles = _LARGE if count < _MANY else _SMALL
        width = (styles.LANDSCAPE_WIDTH - _LABEL) / count
        self._look = Look(columns((_LABEL, *[width] * count), self._styles.gap))

    def way(self, height: float) -> Way:
        """Return the fullest way for title, table and legend to fit in ``height`` points, or the least of all."""
        room = self._room(height)
        return fullest(self._ways(room), lambda way: (way, self._made(way)), lambda made: _height(made[1]), room)[0]

    def flow(self, way: Way, height: float) -> Iterator[Flowable]:
        """Yield title, table and legend, and as much of what is known of each source as ``height`` has room for."""
        table = self._table(way)
        yield self._title()
        yield from fullest(_NAMES, lambda told: [*table, *self._named(way, *told)], _height, self._room(height))

    def _room(self, height: float) -> float:
        title = self._title()
        return height - title.wrap(styles.LANDSCAPE_WIDTH, height)[1] - title.getSpaceAfter() - _CITATION

    def cited(self, way: Way) -> list[int]:
        """Return the numbers of the sources that the table cites, in order."""
        shown = [cell for row in self._comparison.rows if row.key not in way.without for cell in row.cells]
        return numbers_of(line for cell in shown for block in _shown(cell, way) for line in lines(block))

    def _title(self) -> Prose:
        name = visible(self._comparison.title, "Comparatif")
        title = plain(name, styles.TITLE_BELOW)
        title.anchor, title.outline, title.title = self._anchor, 0, printable(name)
        title.tag = Tag(f"H{self._level}")
        return title

    def _ways(self, room: float) -> Sequence[Way]:
        """Return the ways to fill the table, with as many rows as leave a few items in each list."""
        for without in _LEFT_OUT:
            if _height(self._made(Way(_FEW, without))) <= room:
                return [Way(items, without) for items in _ITEMS]
        return _BAREST

    def _made(self, way: Way) -> list[Flowable]:
        return [*self._table(way), *self._named(way, *_NAMES[-1])]

    def _table(self, way: Way) -> list[Flowable]:
        head, rows = self._head(), [*self._rows(way), self._examples()]
        grid = Grid(self._look, rows, [head], table([head, *rows], heads=1))
        return [grid, plain(self._legend(way), styles.SMALLEST)]

    def _named(self, way: Way, most: int, addressed: bool) -> list[Flowable]:
        """Return the sources that are cited, their titles of ``most`` characters, in the order of the table.

        Their numbers will be in that order too, and no wider, once all tables of the note have their way.
        """
        known = {source.number: source for source in self._sources}
        cited = (known[number] for number in self.cited(way) if number in known)
        named = [replace(source, title=shortened(source.title, most)) for source in cited]
        return [run_in(named, self._setter, styles.SMALLEST, addressed=addressed)] if named else []

    def _legend(self, way: Way) -> str:
        absent = [row.label.lower() for row in self._comparison.rows if row.key in way.without]
        return f"{_REMARK} Faute de place, ne sont pas imprimés\u00a0: {listed(absent)}." if absent else _REMARK

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
        for block, shown in zip(cell, _shown(cell, way), strict=False):
            items = list(self._block(shown, _left(block, way.items)))
            if isinstance(block, BulletList):
                list_of([item] for item in items)
            yield from items

    def _block(self, block: Block, left: int) -> Iterator[Prose]:
        """Yield the paragraphs of a block; the last item of a list tells how many are ``left``."""
        match block:
            case Paragraph(line, quiet):
                yield self._setter.prose(line, self._styles.quiet if quiet else self._styles.cell)
            case BulletList(items):
                style = self._styles.item
                for place, item in enumerate(items, start=1):
                    more = (
                        f" (et{NBSP}{counted(left, 'autre', 'autres').replace(' ', NBSP)})"
                        if place == len(items)
                        else ""
                    )
                    told = [words(more, self._styles.quiet).clone(fontSize=style.fontSize)] if left and more else []
                    yield paragraph([*self._setter.fragments(item.line, style), *told], style, "–")

    def _examples(self) -> Row:
        cells = [[paragraph(list(_counts(lever.examples)), styles.CELL)] for lever in self._comparison.levers]
        return row(self._look, [plain("Exemples recensés", styles.CELL_STRONG)], *cells)


def _height(flow: Sequence[Flowable]) -> float:
    return height_of(flow, styles.LANDSCAPE_WIDTH) + flow[0].getSpaceBefore() + flow[-1].getSpaceAfter()


def _shown(cell: Cell, way: Way) -> list[Block]:
    """Return what is shown of a cell."""
    return [trimmed_block(block, way.items) for block in (cell if way.remarks else cell[:1])]


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
