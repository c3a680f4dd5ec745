"""A list of records: model and view; :mod:`row_delegate` paints the rows."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from levers_app.desktop.inside_text import is_copying
from levers_app.desktop.row_delegate import ROW_ROLE, RowDelegate
from levers_app.desktop.rows import ListRow
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Rows in order. When more exist than are loaded, the view asks for them as it nears the end.

    Signals:
        more_wanted: number of rows loaded so far.
    """

    more_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[ListRow] = []
        self._total = 0

    @property
    def rows(self) -> Sequence[ListRow]:
        """The rows loaded so far."""
        return self._rows

    def set_rows(self, rows: Sequence[ListRow], total: int | None = None) -> None:
        """Show ``rows``; ``total`` counts those that can still be fetched too."""
        self.beginResetModel()
        self._rows = list(rows)
        self._total = len(rows) if total is None else total
        self.endResetModel()

    @Slot(int, object)
    def add_rows(self, offset: int, rows: Sequence[ListRow]) -> None:
        """Append rows that :attr:`more_wanted` asked for at ``offset``.

        The view asks again while it waits, and the list may have begun anew: what does not follow is dropped.
        """
        if offset != len(self._rows):
            return
        if not rows:
            self._total = len(self._rows)
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def place_of(self, record_id: str) -> int:
        """Row number of a record, -1 when it is not loaded."""
        return next((n for n, row in enumerate(self._rows) if row.id == record_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of rows loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, spoken text, tooltip or the row itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.plain_title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _ if role == ROW_ROLE:
                return row
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether rows are left to load."""
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next rows."""
        self.more_wanted.emit(len(self._rows))


class RowList(QListView):
    """A list of records that takes the keyboard and the mouse alike.

    Signals:
        opened: record id; Enter or a click.
        entered: it was Enter: the keyboard may go on to the sheet.
        glanced: record id; the current row moved by the arrows.
        left_upwards: Up was pressed on the first row.
        note_wanted: record id; it is to go into the note.
        compare_wanted: id of a lever that is to be compared.
    """

    note_wanted = Signal(str)
    compare_wanted = Signal(str)
    opened = Signal(str)
    entered = Signal()
    glanced = Signal(str)
    left_upwards = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, compact: bool = False) -> None:
        """``name`` is what a screen reader calls the list; a ``compact`` one shows no snippets and fits its rows."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(RowModel(self))
        self.setItemDelegate(RowDelegate(theme, self, compact=compact))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._compact = compact
        if compact:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def rows(self) -> RowModel:
        """The model."""
        model = self.model()
        assert isinstance(model, RowModel)  # noqa: S101 - set in the constructor
        return model

    def set_theme(self, theme: Theme) -> None:
        """Repaint with another theme."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, RowDelegate)  # noqa: S101 - set in the constructor
        delegate.set_theme(theme)
        self.scheduleDelayedItemsLayout()

    def set_rows(self, rows: Sequence[ListRow], total: int | None = None) -> None:
        """Show ``rows``, keeping the chosen record chosen when it is still among them."""
        chosen = self.chosen()
        self.rows.set_rows(rows, total)
        if chosen:
            self.choose(chosen)
        if self._compact:
            self.updateGeometry()
            self.fit()

    def chosen(self) -> str:
        """Record id of the current row, or an empty string."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.id if isinstance(row, ListRow) else ""

    def choose(self, record_id: str) -> None:
        """Make a record's row current without opening it; nothing happens when it is not in the list."""
        place = self.rows.place_of(record_id)
        if place < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        index = self.rows.index(place)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def choose_first(self) -> None:
        """Make the first row current when none is: the keyboard comes in here."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    @Slot()
    def fit(self) -> None:
        """Give a compact list the height of its rows."""
        height = sum(self.sizeHintForRow(n) for n in range(self.rows.rowCount()))
        self.setFixedHeight(max(height, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again at another width (a scroll bar came): their texts wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            if self._compact:
                self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrows glance, Up on the first row leaves."""
        if is_copying(event):
            event.ignore()
            return
        before = self.chosen()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and before:
            self.opened.emit(before)
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
            return
        super().keyPressEvent(event)
        if self.chosen() and self.chosen() != before:
            self.glanced.emit(self.chosen())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the mouse, or under the keyboard; compact lists only open."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = index.data(ROW_ROLE)
        if self._compact or not isinstance(row, ListRow):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Ouvrir").triggered.connect(partial(self.opened.emit, row.id))
        menu.addAction(f"Ajouter à la note\t{shown_keys('add_to_note')}").triggered.connect(
            partial(self.note_wanted.emit, row.id)
        )
        if row.id.startswith("lever:"):
            menu.addAction(f"Comparer à d’autres leviers\t{shown_keys('compare')}").triggered.connect(
                partial(self.compare_wanted.emit, row.id)
            )
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        menu.popup(event.globalPos() if by_mouse else below)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).data(ROW_ROLE)
        if event.button() == Qt.MouseButton.LeftButton and isinstance(row, ListRow):
            self.opened.emit(row.id)
