"""The tiles of the home page: situations with two counts, families with their question."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from levers_app.desktop.home_data import Tile
from levers_app.desktop.marks import FAMILY_ICONS, paint_family_tile
from levers_app.desktop.rings import paint_row_ground
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import counted

Index = QModelIndex | QPersistentModelIndex
_TILE = int(Qt.ItemDataRole.UserRole) + 1
_GAP = 20
_BLEED = 8


class _TileModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: tuple[Tile, ...] = ()

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        self.beginResetModel()
        self.tiles = tuple(tiles)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tile.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(tile)
            case _ if role == _TILE:
                return tile
        return None


def _spoken(tile: Tile) -> str:
    nouns = ("levier", "exemple")
    counts = ", ".join(counted(count, noun) for count, noun in zip(tile.counts, nouns, strict=False))
    return ", ".join(part for part in (tile.label, counts, tile.question) if part)


class _TileDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: "TileGrid") -> None:
        super().__init__(parent)
        self.theme = theme
        self._grid = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._grid.tile_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tile = self.theme, index.data(_TILE)
        area = self._grid.tile_area(index.row(), QRectF(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, _bleeding(area), theme, 6)
        if tile.target in FAMILY_ICONS:
            self._paint_family(painter, area, tile)
        else:
            self._paint_problem(painter, area, tile)
        painter.restore()

    def _paint_problem(self, painter: QPainter, area: QRectF, tile: Tile) -> None:
        theme = self.theme
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        right = end = area.right()
        painter.setFont(theme.font("label"))
        for count, ink in zip(reversed(tile.counts), ("ink2", "ink3"), strict=False):
            box = QRectF(area.left(), area.top(), right - area.left(), area.height())
            painter.setPen(theme.colour(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(count))
            end = right - _width(str(count), theme, "label")
            right = min(right - theme.px(24), end - theme.px(8))  # columns, unless counts are long
        words = QRectF(area.left(), area.top(), end - area.left() - theme.px(8), area.height())
        _paint_words(painter, words, tile.label, theme, "ui")

    def _paint_family(self, painter: QPainter, area: QRectF, tile: Tile) -> None:
        theme = self.theme
        side = theme.px(36)
        paint_family_tile(painter, tile.target, theme, QRectF(area.left(), area.top() + theme.px(4), side, side))
        words = area.adjusted(side + theme.px(12), theme.px(2), theme.px(4), 0)
        count = str(tile.counts[0])
        room = words.width() - _width(count, theme, "label") - theme.px(4)
        name = QRectF(words.left(), words.top(), min(room, _width(tile.label, theme, "ui_strong")), theme.line("ui"))
        _paint_words(painter, name, tile.label, theme, "ui_strong")
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink3"))
        beside = QRectF(name.right() + theme.px(4), name.top(), words.width(), name.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, count)
        question = words.adjusted(0, theme.line("ui"), 0, 0)
        painter.setPen(theme.colour("ink2"))
        for number, line in enumerate(_lines(tile.question, theme, question.width())):
            box = QRectF(
                question.left(), question.top() + number * theme.line("label"), question.width(), theme.line("label")
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)


def _bleeding(area: QRectF) -> QRectF:
    return area.adjusted(-_BLEED, 0, _BLEED, -1)


def _width(text: str, theme: Theme, role: str) -> float:
    return theme.metrics(role).horizontalAdvance(text)


def _lines(text: str, theme: Theme, width: float) -> list[str]:
    """Break ``text`` into lines of ``width`` at most (the natural line of the font is higher than the design's)."""
    layout = QTextLayout(text, theme.font("label"))
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def _paint_words(painter: QPainter, box: QRectF, text: str, theme: Theme, role: str) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour("ink"))
    fitted = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)


class TileGrid(QListView):
    """Tiles in as many columns as fit, as high as they need to be.

    Widths come from ``contentsRect``, not from ``viewport()``: the first call of a method that returns a bare QWidget
    has PySide prepare every widget class, which start-up can do without.

    Signals:
        chosen: target of the tile.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, height: int, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader calls the grid; a tile is ``height`` px high at scale 1."""
        super().__init__(parent)
        self._theme = theme
        self._tile_height = height
        self.setAccessibleName(name)
        self.setModel(_TileModel(self))
        self.setItemDelegate(_TileDelegate(theme, self))
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._click)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        delegate = self.itemDelegate()
        assert isinstance(delegate, _TileDelegate)  # noqa: S101 - set in the constructor
        delegate.theme = theme
        self._fit()

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show ``tiles``."""
        model = self.model()
        assert isinstance(model, _TileModel)  # noqa: S101 - set in the constructor
        model.set_tiles(tiles)
        self._fit()

    def columns(self) -> int:
        """Columns at the present width: three, two, or one."""
        return max(1, min(3, self.contentsRect().width() // self._theme.px(196)))

    def tile_size(self) -> QSize:
        """Size of every cell at the present width."""
        width = (self.contentsRect().width() - 1) // self.columns()  # one pixel less, or the view wraps too early
        return QSize(width, self._theme.px(self._tile_height))

    def tile_area(self, number: int, cell: QRectF) -> QRectF:
        """Where tile ``number`` is painted in its cell: the outer tiles reach the edges, the gaps lie between."""
        columns, gap = self.columns(), self._theme.px(_GAP)
        width = (self.contentsRect().width() - 2 * _BLEED - (columns - 1) * gap) / columns
        column = number % columns
        return QRectF(_BLEED + column * (width + gap), cell.top(), width, cell.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean other columns."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first tile."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows move."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self._click(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        rows = -(-self.model().rowCount() // self.columns())
        self.setFixedHeight(max(1, rows * self._theme.px(self._tile_height)))
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_TILE).target)
