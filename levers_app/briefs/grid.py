"""Columns of paragraphs that break well: between rows, and inside a row only when it is long."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from levers_app.briefs.breaks import beginning, leaves_one_alone
from levers_app.briefs.prose import UNBOUNDED, Prose
from levers_app.briefs.styles import BLOCK_RULE, HAIRLINE, INK, LINE
from levers_app.briefs.tagging import TaggedCanvas
from levers_app.briefs.tags import COLUMN_HEAD, ROW_HEAD, Tag, hold, list_of

LONG_ROW = 150.0
"""Rows up to this height, in points, are never cut, unless a table says otherwise."""
_WHOLE_TABLE, _WHOLE_BOX = 220.0, 100.0
"""Highest table of few rows, and highest box, in points, that are never cut."""
_FEW_ROWS = 3
_FUZZ = 1e-6


class Stack:
    """Paragraphs one under the other, ``width`` points wide."""

    def __init__(self, items: Sequence[Prose], width: float) -> None:
        """Lay the paragraphs out."""
        self.items = list(items)
        self.width = width
        self._places = list(self._placed())
        self.height = self._places[-1][1] if self._places else 0.0

    def _placed(self) -> Iterator[tuple[float, float]]:
        """Yield the distance of the top and foot of each paragraph from the top."""
        foot = after = 0.0
        for place, item in enumerate(self.items):
            top = foot + max(after, item.getSpaceBefore()) if place else 0.0
            foot = top + item.wrap(self.width, UNBOUNDED)[1]
            after = item.getSpaceAfter()
            yield top, foot

    @property
    def lead_in(self) -> float:
        """Height of its beginning, up to the first words that are no heading."""
        for place, (item, (top, foot)) in enumerate(zip(self.items, self._places, strict=True)):
            if not item.heading:
                first = self._places[place + beginning(self.items[place : place + 4]) - 1]
                return first[1] if item.stays_whole else min(foot, top + 3 * item.style.leading)
        return self.height

    def split(self, room: float) -> tuple["Stack", "Stack"]:
        """Return what fits in ``room`` and the rest; a heading goes with what it announces, an item with another."""
        fitting = sum(1 for _, foot in self._places if foot <= room + _FUZZ)
        taken, rest = self.items[:fitting], self.items[fitting:]
        if rest and (left := room - self._places[fitting][0]) > 0:
            parts = [part for part in rest[0].split(self.width, left) if isinstance(part, Prose)]
            if len(parts) > 1:
                taken, rest = [*taken, parts[0]], [*parts[1:], *rest[1:]]
        while rest and taken and (taken[-1].heading or leaves_one_alone(taken, rest)):
            rest.insert(0, taken.pop())
        return Stack(taken, self.width), Stack(rest, self.width)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the paragraphs under ``top``."""
        for item, (_, foot) in zip(self.items, self._places, strict=True):
            item.drawOn(canvas, x, top - foot)


class Row:
    """Cells side by side."""

    def __init__(self, cells: Sequence[Stack], least: float = 0.0) -> None:
        """Take the height of the highest cell, and no less than ``least``."""
        self.cells = tuple(cells)
        self.least = least
        self.height = max(least, *(cell.height for cell in self.cells))

    @property
    def lead_in(self) -> float:
        """Height of its beginning, were it cut."""
        return max(cell.lead_in for cell in self.cells)

    def split(self, room: float) -> tuple["Row", "Row"] | None:
        """Return the row in two, or nothing when one of its cells would not begin."""
        parts = [cell.split(room) for cell in self.cells]
        if any(cell.items and not first.items for cell, (first, _) in zip(self.cells, parts, strict=True)):
            return None
        return Row([first for first, _ in parts]), Row([rest for _, rest in parts])


@dataclass(frozen=True, slots=True)
class Look:
    """How a grid is drawn.

    Attributes:
        columns: left edge and width of each column.
        pad: air above and under each row.
        ruled: a hairline stands above each row.
        boxed: a box with a strong left edge stands around all.
        flowing: rows may be cut anywhere, as running text.
        long: rows up to this height, in points, are never cut.
    """

    columns: tuple[tuple[float, float], ...]
    pad: float = 3.0
    ruled: bool = True
    boxed: bool = False
    flowing: bool = False
    long: float = LONG_ROW


class Grid(Flowable):
    """Rows in columns; ``head`` is repeated where the grid goes on, unless it is so long that it would fill pages."""

    canv: TaggedCanvas

    def __init__(
        self,
        look: Look,
        rows: Sequence[Row],
        head: Sequence[Row] = (),
        tag: Tag | None = None,
        *,
        following: Sequence[Row] = (),
        goes_on: bool = False,
    ) -> None:
        """Keep rows that are laid out already (:func:`row`).

        ``tag`` is what they are for who listens (:func:`table`, :func:`listing`); columns only to be seen have none.
        ``following`` is its head where it goes on, if that is another one.
        It ``goes_on`` when a page has its beginning.
        """
        super().__init__()
        self._look = look
        self.tag = tag
        self._goes_on = goes_on
        repeated = sum(row.height for row in head) <= LONG_ROW
        self._head = list(head) if repeated else []
        self._following = list(following) if repeated else []
        self._rows = list(rows) if repeated else [*head, *rows]
        self.spaceBefore, self.spaceAfter = 2, 6

    def closer(self, change: Callable[[Prose], Prose], air: float) -> "Grid":
        """Return it with its paragraphs changed, and only so much of the ``air`` around its rows."""

        def changed(rows: Sequence[Row]) -> list[Row]:
            stacks = ([Stack(list(map(change, cell.items)), cell.width) for cell in row.cells] for row in rows)
            return [Row(cells, row.least) for cells, row in zip(stacks, rows, strict=True)]

        look = replace(self._look, pad=air * self._look.pad)
        head, following = changed(self._head), changed(self._following)
        found = Grid(look, changed(self._rows), head, self.tag, following=following, goes_on=self._goes_on)
        found.spaceBefore, found.spaceAfter = air * self.spaceBefore, air * self.spaceAfter
        return found

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = available_width
        self.height = self._edge + sum(self._high(row) for row in self._shown)
        return self.width, self.height

    def split(self, _available_width: float, available_height: float) -> list[Flowable]:
        """Cut between rows, or inside a long one."""
        if self._stays_whole:
            return []
        room = available_height - self._edge - sum(self._high(row) for row in self._head)
        taken: list[Row] = []
        rest = list(self._rows)
        while rest and self._high(rest[0]) <= room + _FUZZ:
            room -= self._high(rest[0])
            taken.append(rest.pop(0))
        if len(rest) == 1 and len(taken) > 2 and self._together(taken[-1], rest[0]):  # a row alone looks lost
            rest.insert(0, taken.pop())
        elif rest and self._is_cut(rest[0]):
            parts = rest[0].split(room - 2 * self._look.pad)
            if parts:
                taken.append(parts[0])
                rest[0] = parts[1]
        if not taken or not rest:
            return []
        first = Grid(self._look, taken, self._head, self.tag, goes_on=self._goes_on)
        following = Grid(self._look, rest, self._following or self._head, self.tag, goes_on=True)
        first.spaceBefore, following.spaceAfter = self.spaceBefore, self.spaceAfter
        first.spaceAfter = following.spaceBefore = 0
        return [first, following]

    def _is_cut(self, row: Row) -> bool:
        """Tell whether a row may be cut by the end of a page."""
        return self._look.flowing or row.height > self._look.long

    def _together(self, last_but_one: Row, last: Row) -> bool:
        """Tell whether the last two rows stay whole on the next page: otherwise they would begin on this one."""
        return Grid(self._look, (last_but_one, last), self._following or self._head)._stays_whole  # noqa: SLF001

    @property
    def _stays_whole(self) -> bool:
        """Whether it is a box, or a table of few rows, short enough not to be cut: two rows and one look lost."""
        few = not self._look.flowing and len(self._rows) <= _FEW_ROWS
        most = _WHOLE_BOX if self._look.boxed else _WHOLE_TABLE if few else 0.0
        return self.wrap(0, 0)[1] <= most

    @property
    def lead_in(self) -> float:
        """Height that must be free for its beginning."""
        if self._stays_whole:
            return self.wrap(0, 0)[1]
        first = self._rows[0]
        height = first.lead_in if self._is_cut(first) else first.height
        return self._edge + sum(self._high(row) for row in self._head) + height + 2 * self._look.pad

    def draw(self) -> None:
        """Draw rules, then the rows from the top; a head that was read on a page before is only seen."""
        with self.canv.artifact():
            self._draw_rules()
        top = self.height - self._edge / 2
        for place, row in enumerate(self._shown):
            with self.canv.artifact() if self._goes_on and place < len(self._head) else nullcontext():
                self._draw_row(row, top - self._look.pad)
            top -= self._high(row)

    def _draw_row(self, row: Row, top: float) -> None:
        for (x, _), cell in zip(self._look.columns, row.cells, strict=True):
            cell.draw(self.canv, x, top)

    @property
    def _shown(self) -> list[Row]:
        return self._head + self._rows

    @property
    def _edge(self) -> float:
        """Air inside the box, above and under all rows."""
        return 8.0 if self._look.boxed else 0.0

    def _high(self, row: Row) -> float:
        return row.height + 2 * self._look.pad

    def _draw_rules(self) -> None:
        canvas = self.canv
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeColor(LINE)
        if self._look.boxed:
            canvas.rect(0, 0, self.width, self.height)
            canvas.setFillColor(INK)
            canvas.rect(0, 0, BLOCK_RULE, self.height, stroke=0, fill=1)
        top = self.height
        for row in self._shown if self._look.ruled else ():
            canvas.line(0, top, self.width, top)
            top -= self._high(row)


def row(look: Look, *cells: Sequence[Prose], least: float = 0.0) -> Row:
    """Return a row with its cells laid out in the columns of ``look``, no lower than ``least``."""
    return Row([Stack(items, width) for items, (_, width) in zip(cells, look.columns, strict=True)], least)


def table(rows: Sequence[Row], *, heads: int = 0, labels: bool = True) -> Tag:
    """Make a table of ``rows``: the first ``heads`` of them head the columns, and ``labels`` at left head the rows."""
    lines = []
    for place, line in enumerate(rows):
        heads_left = ROW_HEAD if labels else ""
        heads_of = [COLUMN_HEAD if place < heads else "" if at else heads_left for at in range(len(line.cells))]
        lines.append(Tag("TR", *map(_cell, line.cells, heads_of)))
    return Tag("Table", *lines)


def listing(rows: Sequence[Row]) -> Tag:
    """Make a list of ``rows``: columns only help the eye."""
    return list_of([item for cell in row.cells for item in cell.items] for row in rows)


def _cell(cell: Stack, head: str) -> Tag:
    tag = Tag("TH" if head else "TD", attributes=head)
    if len(cell.items) == 1 and cell.items[0].tag.parent is None:
        cell.items[0].tag = tag
    hold(tag, cell.items)
    return tag


def columns(widths: Sequence[float], gap: float, left: float = 0.0) -> tuple[tuple[float, float], ...]:
    """Return left edge and text width of columns ``widths`` wide, with ``gap`` after each text but the last."""
    edges = (left + edge for edge in accumulate(widths, initial=0.0))
    texts = (*(width - gap for width in widths[:-1]), widths[-1])
    return tuple(zip(edges, texts, strict=False))
