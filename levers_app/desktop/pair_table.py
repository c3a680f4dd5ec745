"""A quiet table of two columns with headings between, for lists that are only read."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Pair = tuple[str, str]
"""Left and right words; a pair without right words is a heading."""
_Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap)
_ROOM, _SIDES, _PADDING, _USUAL_FONT = 10, 6, 16, 15
"""Above and under the words of a row; beside those of a cell, and what the style adds there at a font of 15 px."""


class PairModel(QAbstractTableModel):
    """Pairs as a table; ``columns`` are the names of the two columns, for screen readers."""

    def __init__(self, pairs: tuple[Pair, ...], columns: Pair, parent: QWidget | None = None) -> None:
        """Keep the pairs: they never change."""
        super().__init__(parent)
        self._pairs = pairs
        self._columns = columns

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row a pair."""
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Two."""
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of a cell; headings are bold."""
        pair = self._pairs[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return pair[index.column()]
        if role == Qt.ItemDataRole.FontRole and not pair[1]:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return None


class PairTable(QTableView):
    """The view: whole rows, no grid, arrows move, Tab leaves."""

    def __init__(self, pairs: tuple[Pair, ...], columns: Pair, name: str, parent: QWidget | None = None) -> None:
        """``name`` says to a screen reader what the table is."""
        super().__init__(parent)
        self.setModel(PairModel(pairs, columns, self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(pairs)

    def sizeHint(self) -> QSize:
        """All rows, where the screen has room."""
        return QSize(super().sizeHint().width(), self._height(self.model().rowCount()))

    def minimumSizeHint(self) -> QSize:
        """Five rows: the others scroll."""
        return QSize(super().minimumSizeHint().width(), self._height(5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the right words a third of the width at least, and wrap both."""
        self.horizontalHeader().setMaximumSectionSize(max(1, self.viewport().width() * 2 // 3))
        super().resizeEvent(event)
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, max(self._words_height(row, column) for column in (0, 1)) + _ROOM)

    def _words_height(self, row: int, column: int) -> int:
        width = self.columnWidth(column) + (self.columnWidth(1) if self.columnSpan(row, column) > 1 else 0)
        words = str(self.model().index(row, column).data())
        return self.fontMetrics().boundingRect(0, 0, max(1, width - self._sides()), 0, _WRAP, words).height()

    def _sides(self) -> int:
        return _SIDES + round(_PADDING * self.fontInfo().pixelSize() / _USUAL_FONT)

    def _height(self, rows: int) -> int:
        return rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()

    def _lay_out(self, pairs: tuple[Pair, ...]) -> None:
        for row, (_, right) in enumerate(pairs):
            if not right:
                self.setSpan(row, 0, 1, 2)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        one_line = self.fontMetrics().boundingRect(0, 0, 99, 0, _WRAP, "É").height()
        self.verticalHeader().setDefaultSectionSize(one_line + _ROOM)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
