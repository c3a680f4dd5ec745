"""The values of an open filter as a list: a box, its mark, its words and its count, in two columns where both fit."""

from collections.abc import Collection, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from levers_app.desktop.icons import paint_icon
from levers_app.desktop.marks import paint_intensity, paint_mark, paint_strength
from levers_app.desktop.rings import paint_row_ground
from levers_app.desktop.rows import FacetValue
from levers_app.desktop.theme import Theme
from levers_app.sheets.wording import number

Index = QModelIndex | QPersistentModelIndex
_VALUE = int(Qt.ItemDataRole.UserRole) + 1
_ROW, _SIDE, _BOX, _GAP, _COLUMNS_APART = 24, 4, 14, 8, 16
_LEAST_ROWS, _MOST_ROWS = 3, 8
_MARK_WIDTHS = {"strength": 21, "intensity": 50}
_MARK, _DOT = 14, 8


class ValueModel(QAbstractListModel):
    """The values of one filter, and which of them are chosen."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.values: tuple[FacetValue, ...] = ()
        self._chosen: frozenset[str] = frozenset()

    def set_values(self, values: Sequence[FacetValue], chosen: Collection[str]) -> None:
        """Show ``values``; only marks and counts are drawn again when they are the same ones."""
        same = [value.slug for value in values] == [value.slug for value in self.values]
        if not same:
            self.beginResetModel()
        self.values, self._chosen = tuple(values), frozenset(chosen)
        if not same:
            self.endResetModel()
        elif values:
            self.dataChanged.emit(self.index(0), self.index(len(values) - 1))

    def place_of(self, slug: str) -> int:
        """Row number of a value, -1 when it is not there."""
        return next((n for n, value in enumerate(self.values) if value.slug == slug), -1)

    def is_chosen(self, slug: str) -> bool:
        """Whether a value is chosen."""
        return slug in self._chosen

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of values."""
        return 0 if parent.isValid() else len(self.values)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each has a box."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, box, spoken text, tooltip or the value itself."""
        if not index.isValid() or index.row() >= len(self.values):
            return None
        value = self.values[index.row()]
        chosen = value.slug in self._chosen
        roles = {
            Qt.ItemDataRole.DisplayRole: value.label,
            Qt.ItemDataRole.CheckStateRole: Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked,
            Qt.ItemDataRole.AccessibleTextRole: f"{value.label}, {number(value.count)}{', choisi' if chosen else ''}",
            Qt.ItemDataRole.ToolTipRole: f"<p>{escape(value.label)}</p>",  # wrapped, and never read as markup
            _VALUE: value,
        }
        return roles.get(role)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.facet = ""
        self.column = 10
        self.columns_apart = 0

    def widest(self, values: Sequence[FacetValue]) -> float:
        """Room that the widest of ``values`` needs, count included."""
        px, metrics = self.theme.px, QFontMetricsF(self.theme.font("label"))
        words = (
            metrics.horizontalAdvance(value.label + number(value.count)) + self._words_left(value) for value in values
        )
        return max(words, default=0) + px(_GAP) + px(_SIDE) + 1

    def _words_left(self, value: FacetValue) -> float:
        px = self.theme.px
        mark = px(_MARK_WIDTHS.get(self.facet, _MARK)) + px(_GAP) if value.mark else 0
        return px(_SIDE) + px(_BOX) + px(_GAP) + mark

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.column, self.theme.px(_ROW))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """The list itself takes clicks and keys, on words as on boxes."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, value = self.theme, index.data(_VALUE)
        area = QRectF(option.rect).adjusted(0, 0, -self.columns_apart, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, area, theme, 4)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, area, chosen=chosen, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        self._paint_value_mark(painter, area, value)
        painter.setFont(theme.font("label"))
        words = area.adjusted(self._words_left(value), 0, -theme.px(_SIDE), 0)
        middle, count = Qt.AlignmentFlag.AlignVCenter, number(value.count)
        painter.setPen(theme.colour("ink3"))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, count)
        metrics = QFontMetricsF(painter.font())
        words.adjust(0, 0, -metrics.horizontalAdvance(count) - theme.px(_GAP), 0)
        painter.setPen(theme.colour("ink"))
        label = metrics.elidedText(value.label, Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words.adjusted(0, 0, 1, 0), middle | Qt.AlignmentFlag.AlignLeft, label)
        painter.restore()

    def _paint_box(self, painter: QPainter, area: QRectF, *, chosen: bool, hovered: bool) -> None:
        theme, side = self.theme, self.theme.px(_BOX)
        box = QRectF(area.left() + theme.px(_SIDE), round(area.center().y() - side / 2), side, side)
        painter.setPen(QPen(theme.colour("accent" if chosen else "border"), 1))
        painter.setBrush(theme.colour("accent" if chosen else "hover" if hovered else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3))
        if chosen:
            paint_icon(painter, "check", theme.colour("on_accent"), box.adjusted(1, 1, -1, -1))

    def _paint_value_mark(self, painter: QPainter, area: QRectF, value: FacetValue) -> None:
        if not value.mark:
            return
        theme, px = self.theme, self.theme.px
        left, high = area.left() + px(_SIDE + _BOX + _GAP), px(_DOT if self.facet == "intensity" else _MARK)
        box = QRectF(left, round(area.center().y() - high / 2), px(_MARK_WIDTHS.get(self.facet, _MARK)), high)
        if self.facet == "strength":
            paint_strength(painter, value.mark, theme, box)
        elif self.facet == "intensity":
            paint_intensity(painter, int(value.mark), theme, box)
        else:
            paint_mark(painter, value.mark, theme, box)


class ValueList(QListView):
    """Boxes and counts; they scroll beyond eight rows, or where the window is low.

    Signals:
        toggled: slug of a value, and whether it is to be chosen.
        left_upwards: Up was pressed on the first row.
    """

    toggled = Signal(str, bool)
    left_upwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without values."""
        super().__init__(parent)
        self._model = ValueModel(self)
        self._delegate = _Delegate(theme, self)
        self._columns = 1
        self._widest = 0.0
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleDescription("Espace choisit, les flèches se déplacent, Échap referme")
        self.clicked.connect(self._toggle)

    def show_values(self, facet: str, values: Sequence[FacetValue], chosen: Collection[str], theme: Theme) -> None:
        """Show ``values`` of ``facet`` with those of ``chosen`` ticked; the keyboard stays on its value."""
        here = self.current_slug()
        if theme is not self._delegate.theme:
            self.scheduleDelayedItemsLayout()
        self._delegate.theme, self._delegate.facet = theme, facet
        self._model.set_values(values, chosen)
        if here and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(max(0, self._model.place_of(here))))
        self._widest = self._delegate.widest(values)
        self._arrange()
        self.updateGeometry()
        self.viewport().update()

    def current_slug(self) -> str:
        """The value under the keyboard, or an empty string."""
        value = self.currentIndex().data(_VALUE)
        return value.slug if isinstance(value, FacetValue) else ""

    def take_focus(self) -> None:
        """Give the keyboard to the first value."""
        if self._model.values:
            self.setCurrentIndex(self._model.index(0))
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget_place(self) -> None:
        """Begin at the first value the next time."""
        self.setCurrentIndex(QModelIndex())

    def sizeHint(self) -> QSize:
        """All rows, up to eight: the results stay in sight."""
        return QSize(0, min(self._rows(self._columns_in(self.width())), _MOST_ROWS) * self._delegate.theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Three rows, the others scroll."""
        return QSize(0, min(self._rows(self._columns_in(self.width())), _LEAST_ROWS) * self._delegate.theme.px(_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first value."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose, Up on the first row leaves."""
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._toggle(index)
            case Qt.Key.Key_Up if index.row() < self._columns:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    def _rows(self, columns: int) -> int:
        return -(-self._model.rowCount() // columns)

    def _columns_in(self, width: int) -> int:
        """Return two when words and counts of both columns have room in full, else one."""
        needed = 2 * self._widest + self._delegate.theme.px(_COLUMNS_APART)
        return 2 if needed <= width and self._model.rowCount() > 1 else 1

    def _arrange(self) -> None:
        """Choose columns and scroll bar; Qt's own bar takes its room from the columns even when it does not show."""
        px, width = self._delegate.theme.px, self.width()
        columns = self._columns_in(width)
        scrolls = self._rows(columns) * px(_ROW) > self.height()
        if scrolls:
            width -= self.verticalScrollBar().sizeHint().width()
            columns = self._columns_in(width)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        column = max(1, (width - 1) // columns)  # Qt breaks a line that is full to the last pixel
        if (bar, column, columns) != (self.verticalScrollBarPolicy(), self._delegate.column, self._columns):
            self._delegate.column, self._columns = column, columns
            self._delegate.columns_apart = px(_COLUMNS_APART) // 2 if columns == 2 else 0
            self.setVerticalScrollBarPolicy(bar)
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        slug = index.data(_VALUE).slug
        self.toggled.emit(slug, not self._model.is_chosen(slug))
