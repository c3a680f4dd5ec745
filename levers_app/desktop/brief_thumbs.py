"""The pages of a note in small, one under the other."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from levers_app.desktop.brief_rasters import Rasters
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
WIDTH = 128
_PICTURE, _NUMBER, _APART = 66, 36, 8


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sizes: tuple[tuple[float, float], ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"Page {index.row() + 1}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, rasters: Rasters, model: _Model, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._rasters, self._model, self._theme, self._view = rasters, model, theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        across, down = self._model.sizes[index.row()]
        height = self._theme.px(_PICTURE) * down / across
        return QSize(self._theme.px(_PICTURE + _NUMBER), round(height) + self._theme.px(_APART))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, number = self._theme, index.row()
        px = theme.px
        area = QRectF(option.rect)
        picture = QRectF(area.left() + px(_NUMBER), area.top() + px(4), px(_PICTURE), round(area.height()) - px(_APART))
        current = self._view.currentIndex().row() == number
        painter.save()
        painter.setFont(theme.font("ui_strong" if current else "ui"))
        painter.setPen(theme.colour("ink" if current else "ink2"))
        words = QRectF(area.left(), area.top(), px(_NUMBER - 12), area.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(number + 1))
        painter.fillRect(picture, Qt.GlobalColor.white)
        image = self._rasters.image(number, round(picture.width() * self._view.devicePixelRatioF()))
        if image is not None:
            painter.drawImage(picture, image)
        width = 2 if current else 1
        painter.setPen(QPen(theme.colour("accent" if current else "line"), width))
        painter.drawRect(picture.adjusted(-width / 2, -width / 2, width / 2, width / 2))
        if current and shows_ring(self._view):
            paint_ring(painter, picture.adjusted(-5, -5, 5, 5), theme, 2)
        painter.restore()


class Thumbs(QListView):
    """One row a page; the current one is that of the view.

    Signals:
        chosen: a page, from 0.
    """

    chosen = Signal(int)

    def __init__(self, rasters: Rasters, theme: Theme, parent: QWidget) -> None:
        """Begin without pages."""
        super().__init__(parent)
        self.setAccessibleName("Pages de la note")
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(rasters, self._model, theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFixedWidth(theme.px(WIDTH))
        self._quiet = False
        rasters.ready.connect(self._show_drawn)

    def show_pages(self, sizes: tuple[tuple[float, float], ...], page: int) -> None:
        """Show the pages of a proof."""
        if sizes != self._model.sizes:
            self._quiet = True
            self._model.beginResetModel()
            self._model.sizes = sizes
            self._model.endResetModel()
            self._quiet = False
        self.show_page(page)
        self.viewport().update()

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Mark the page that the view shows."""
        if page != self.currentIndex().row() and page < len(self._model.sizes):
            self._quiet = True
            self.setCurrentIndex(self._model.index(page))
            self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which page was chosen here."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self._quiet:
            self.chosen.emit(current.row())

    @Slot(int)
    def _show_drawn(self, _: int) -> None:
        self.viewport().update()
