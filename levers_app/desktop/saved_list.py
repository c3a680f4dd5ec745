"""The list of saved searches in the navigation: names and counts; F2 renames in place, Suppr removes."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from levers_app.desktop.rings import paint_row_ground
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import counted, number
from levers_app.store.saved_search import NAME_LENGTH

Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole) + 1
ROW_HEIGHT = 32
_SIDE, _GAP = 12, 8


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One saved search.

    Attributes:
        name: as the person wrote it.
        count: its results now; none while they are not known.
        chosen: it is the list on screen.
    """

    name: str
    count: int | None = None
    chosen: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        results = () if self.count is None else (counted(self.count, "résultat"),)
        return ", ".join((self.name, *results, *(("affichée",) if self.chosen else ())))


class SavedModel(QAbstractListModel):
    """The saved searches, in the order of the person.

    Signals:
        renamed: a name, and what the person wrote instead.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[SavedRow] = []

    def set_rows(self, rows: Sequence[SavedRow]) -> None:
        """Show ``rows``; only what changed is drawn again when the names are the same."""
        if list(rows) == self._rows:
            return
        if [row.name for row in rows] == [row.name for row in self._rows]:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def place_of(self, name: str) -> int:
        """Row number of a name, -1 when it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.name == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of saved searches."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, spoken text, tooltip or the row itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(row.name)}</p>"  # wrapped, and never read as markup
            case _ if role == _ROW:
                return row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be changed."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell the new name; the row shows it once it is kept."""
        name = self.data(index, Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.EditRole and name and value.strip() and value != name:
            self.renamed.emit(name, value)
        return False


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, self.theme.px(ROW_HEIGHT))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setProperty("look", "inline")
        field.setMaxLength(NAME_LENGTH)
        field.setAccessibleName("Nom de la recherche")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)  # noqa: S101 - made above
        if not editor.isModified():  # the counts may change meanwhile
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)  # noqa: S101 - made above
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self.theme, index.data(_ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, area, theme, 6, chosen=row.chosen)
        words = area.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if row.count is not None:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink3"))
            count = number(row.count)
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, count)
            room = QFontMetricsF(painter.font()).horizontalAdvance(count) + theme.px(_GAP)
            words.adjust(0, 0, -room, 0)
        font = theme.font("ui_strong" if row.chosen else "ui")
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if row.chosen else "ink2"))
        name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, name)
        painter.restore()


class SavedList(QListView):
    """Saved searches by name, as high as all of them; several lists may show the same model.

    Signals:
        opened: name; Enter, Space or a click.
        remove_wanted: name.
        left_upwards: Up was pressed on the first one.
    """

    opened = Signal(str)
    remove_wanted = Signal(str)
    left_upwards = Signal()

    def __init__(self, model: SavedModel, theme: Theme, parent: QWidget) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self.setAccessibleName("Recherches enregistrées")
        self.setAccessibleDescription("Entrée ouvre, F2 renomme, Suppr supprime")
        self.setModel(model)
        self._row = -1
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(10, self.model().rowCount() * self._delegate.theme.px(ROW_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """All rows: what stands around scrolls."""
        return self.sizeHint()

    def current_name(self) -> str:
        """Name under the keyboard, or an empty string."""
        return str(self.currentIndex().data(Qt.ItemDataRole.EditRole) or "")

    def choose(self, place: int) -> None:
        """Put the keyboard on a row, or on the last one before it."""
        self.setCurrentIndex(self.model().index(min(place, self.model().rowCount() - 1), 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Have what scrolls around the list show the row."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            _reveal(self, self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames, Suppr removes, Up on the first row leaves."""
        index = self.currentIndex()
        if not index.isValid() or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._open(index)
            case Qt.Key.Key_F2:
                self.rename()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove()
            case Qt.Key.Key_Up if index.row() == 0:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the mouse, or under the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Ouvrir").triggered.connect(self._open_current)
        menu.addAction("Renommer\tF2").triggered.connect(self.rename)
        menu.addAction("Supprimer\tSuppr").triggered.connect(self.remove)
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        menu.popup(event.globalPos() if by_mouse else below)

    @Slot()
    def rename(self) -> None:
        """Write another name in place."""
        self.edit(self.currentIndex())

    @Slot()
    def remove(self) -> None:
        """Ask for the row under the keyboard to be removed."""
        if name := self.current_name():
            self.remove_wanted.emit(name)

    @Slot()
    def _remember(self) -> None:
        self._row = self.currentIndex().row()

    @Slot()
    def _return(self) -> None:
        """Names changed: the keyboard stays where it was, or as near as it can."""
        self.updateGeometry()
        if self._row >= 0 and self.model().rowCount():
            self.choose(self._row)

    @Slot()
    def _open_current(self) -> None:
        self._open(self.currentIndex())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Qt.ItemDataRole.EditRole))


def _reveal(widget: QWidget, part: QRect) -> None:
    """Scroll what ``widget`` lies in until ``part`` of it shows."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None and (inside := around.widget()) is not None:
        middle = widget.mapTo(inside, part.center())
        around.ensureVisible(middle.x(), middle.y(), 0, part.height())
