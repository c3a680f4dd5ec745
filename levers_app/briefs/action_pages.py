"""The actions of a plan in landscape, lever by lever: read at a meeting, and filled in there by hand."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from levers_app.briefs import styles
from levers_app.briefs.flow import Flow, keeping
from levers_app.briefs.fonts import printable, visible
from levers_app.briefs.grid import Grid, Look, Row, columns, row, table
from levers_app.briefs.marks import state_mark
from levers_app.briefs.prose import NBSP, Prose, Setter, paragraph, plain, sign, words
from levers_app.briefs.tags import Tag, hold
from levers_app.catalogue.typography import shortened
from levers_app.sheets.action_table import COLUMNS, OWN, TITLE, UNNAMED, ActionGroup, ActionRow, ActionTable

_LEAST = (124.0, 78.0, 74.0, 62.0, 84.0, 82.0, 72.0)
"""Width of each column, in points: a long word of its head and of its cells, or what one writes there by hand."""
_GAP = 11.0
_BY_HAND = 26.0
"""Least height of a row: two lines of handwriting."""
_NAME = 60
"""Characters of the title of a lever in the head of a table that goes on."""
_LONG = 200.0
"""Rows up to so many points stay whole: what is left of a row on the next page does not say which action it is."""


class ActionsFlow:
    """Lays out one table of actions of a note."""

    def __init__(self, actions: ActionTable, setter: Setter, anchor: str, level: int) -> None:
        """``anchor`` names its place in the file, ``setter`` its links, ``level`` is that of its heading."""
        self._actions = actions
        self._setter = setter
        self._anchor = anchor
        self._level = level
        self._look = Look(columns(_widths(actions.groups), _GAP), pad=4, long=_LONG)

    def flow(self) -> Iterator[Flowable]:
        """Yield title, how far the actions are, then a heading and a table for each lever."""
        whole = Tag("Sect")
        head: Flow = [self._title(), plain(self._actions.standing, styles.QUIET)]
        hold(whole, head)
        yield from head
        for place, group in enumerate(self._actions.groups, start=1):
            section = Tag("Sect")
            flow: Flow = [self._heading(group, f"{self._anchor}-{place}"), self._grid(group)]
            hold(section, flow)
            whole.add(section)
            yield from keeping(flow, styles.LANDSCAPE_WIDTH)

    def _title(self) -> Prose:
        name = visible(self._actions.title, TITLE)
        title = plain(name, styles.TITLE_BELOW)
        title.anchor, title.outline, title.title = self._anchor, 0, printable(name)
        title.tag, title.heading = Tag(f"H{self._level}"), True
        return title

    def _heading(self, group: ActionGroup, anchor: str) -> Prose:
        name = visible(group.title, OWN)
        heading = plain(name, styles.SECTION, self._setter.link(group.lever, name))
        heading.anchor, heading.outline, heading.title = anchor, 1, printable(name)
        heading.tag, heading.heading = Tag(f"H{self._level + 1}"), True
        return heading

    def _grid(self, group: ActionGroup) -> Grid:
        head = [plain(label, styles.ACTION_HEAD) for label in COLUMNS]
        lever = plain(f"{shortened(visible(group.title, OWN), _NAME)},{NBSP}suite", styles.ACTION_DETAIL)
        first = row(self._look, *([label] for label in head))
        following = row(self._look, [head[0], lever], *([label] for label in head[1:]))
        rows = [self._row(action) for action in group.rows]
        return Grid(self._look, rows, [first], table([first, *rows], heads=1), following=[following])

    def _row(self, action: ActionRow) -> Row:
        style = styles.ACTION
        first, *others, (state, *follow_up) = action.cells
        what, *detail = first or (UNNAMED,)
        named = [paragraph([words(what, style, strong=True)], style), *_quiet(detail)]
        said = ([plain(text, style) for text in cell] for cell in others)
        standing = paragraph([*sign(state_mark(action.state), style), words(state, style)], style)
        return row(self._look, named, *said, [standing, *_quiet(follow_up)], least=_BY_HAND)


def _quiet(texts: Sequence[str]) -> list[Prose]:
    return [plain(text, styles.ACTION_DETAIL) for text in texts]


def _widths(groups: Sequence[ActionGroup]) -> list[float]:
    """Return how wide the columns are, so that they are the same in all tables of a plan.

    The height of a cell is about its characters by its width. What the least widths leave is shared by the cube root of
    the sum of squares of characters, which makes the sum of the squares of these heights the least.
    """
    actions = [action for group in groups for action in group.rows]
    needs = [sum(sum(map(len, action.cells[at])) ** 2 for action in actions) ** (1 / 3) for at in range(len(_LEAST))]
    left, whole = styles.LANDSCAPE_WIDTH - sum(_LEAST), sum(needs) or 1.0
    return [least + left * need / whole for least, need in zip(_LEAST, needs, strict=True)]
