"""The list of the items of a note: moved by mouse or keys, removed, and what is printed of each chosen."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from levers_app.desktop.brief_items import ROW, Index, ItemDelegate, ItemModel
from levers_app.desktop.brief_rows import ItemRow
from levers_app.desktop.inside_text import is_copying
from levers_app.desktop.theme import Theme

_HOW = "Alt + ↑ et Alt + ↓ déplacent, Suppr retire, Inser ajoute, Entrée choisit ce qui est imprimé"


class ItemList(QListView):
    """Rows that know their place; what is done with one is told by its place.

    Signals:
        chosen: the current row changed; -1 when there is none.
        moved: a row, and where it is to stand.
        remove_wanted, edit_wanted, seen: a row.
        add_wanted: a sheet is to be found.
        menu_wanted: a row, and where the menu opens, on the screen.
    """

    chosen = Signal(int)
    moved = Signal(int, int)
    remove_wanted = Signal(int)
    edit_wanted = Signal(int)
    seen = Signal(int)
    add_wanted = Signal()
    menu_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setAccessibleName("Contenu de la note")
        self.setAccessibleDescription(_HOW)
        self.rows = ItemModel(self)
        self.setModel(self.rows)
        self._delegate = ItemDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMinimumHeight(theme.px(60))

    def show_rows(self, rows: tuple[ItemRow, ...]) -> None:
        """Show ``rows``; the current place stays, or the one before it when it is gone."""
        place = self.currentIndex().row()
        several = len(rows) != self.rows.rowCount()
        self.rows.set_rows(rows)
        self.scheduleDelayedItemsLayout()
        if several and rows and place >= 0:
            self.choose(min(place, len(rows) - 1))

    def choose(self, place: int) -> None:
        """Make a row current."""
        index = self.rows.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def current(self) -> int:
        """Return the current place, -1 when there is none."""
        return self.currentIndex().row()

    def menu_place(self, place: int) -> QPoint:
        """Return where the menu of a row opens: under its depth."""
        detail = self._delegate.detail_of(self.rows.index(place))
        return self.viewport().mapToGlobal(detail.bottomLeft().toPoint())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row it is."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.chosen.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap elsewhere at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrows move, Suppr removes, Inser adds, Enter edits."""
        if is_copying(event):
            event.ignore()
            return
        place, last = self.current(), self.rows.rowCount() - 1
        by_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if by_alt:
                self._move(place, place - 1)
            case Qt.Key.Key_Down if by_alt:
                self._move(place, place + 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if 0 <= place <= last:
                self.remove_wanted.emit(place)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if 0 <= place <= last and not event.modifiers():
                self.edit_wanted.emit(place)
            case Qt.Key.Key_Insert:
                self.add_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the depth opens its menu, on the cross removes, on « Vu » accepts."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(index.data(ROW), ItemRow):
            return
        match self._delegate.zone_at(index, QRectF(self.visualRect(index)), point):
            case "remove":
                self.remove_wanted.emit(index.row())
            case "depth":
                self.menu_wanted.emit(index.row(), self.menu_place(index.row()))
            case "seen":
                self.seen.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks edit."""
        index = self.indexAt(event.position().toPoint())
        area = QRectF(self.visualRect(index))
        if index.isValid() and self._delegate.zone_at(index, area, event.position().toPoint()) == "row":
            self.edit_wanted.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the mouse, or under the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            at = event.globalPos() if by_mouse else self.menu_place(index.row())
            self.menu_wanted.emit(index.row(), at)

    def dropEvent(self, event: QDropEvent) -> None:
        """A row was let go between others: tell it; the note decides, and the rows follow."""
        place, to = self.current(), self._dropped_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if event.source() is self and place >= 0:
            self._move(place, to - 1 if to > place else to)

    def _dropped_at(self, point: QPoint) -> int:
        """Return before which row a point is."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.rows.rowCount()
        return index.row() + (1 if point.y() > self.visualRect(index).center().y() else 0)

    @Slot(int, int)
    def _move(self, place: int, to: int) -> None:
        if 0 <= place < self.rows.rowCount() and 0 <= to < self.rows.rowCount() and to != place:
            self.moved.emit(place, to)
