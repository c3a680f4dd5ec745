"""A sheet's list of contents: the parts and their counts; the one being read is marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from levers_app.desktop.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents; a ``count`` of 0 is not shown."""

    key: str
    title: str
    count: int = 0

    @property
    def in_words(self) -> str:
        """Title and count, for menus and screen readers."""
        return f"{self.title} ({self.count})" if self.count else self.title


class ContentsModel(QAbstractListModel):
    """The entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, and the words for screen readers."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.in_words
        return None


class ContentsList(QListView):
    """Contents at left of the text.

    Signals:
        chosen: key of the entry that the person clicked, or on which they pressed Enter.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._model = ContentsModel(self)
        self._delegate = _EntryDelegate(theme, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Sommaire de la fiche")
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed."""
        return self._model.entries

    def show_entries(self, entries: Sequence[Entry], theme: Theme) -> None:
        """List other entries."""
        self._delegate.theme = theme
        self._model.set_entries(entries)

    def set_current(self, key: str) -> None:
        """Mark the part that is being read."""
        for row, entry in enumerate(self.entries):
            if entry.key == key and row != self.currentIndex().row():
                self.setCurrentIndex(self._model.index(row))

    def content_height(self) -> int:
        """Height that shows every entry."""
        return len(self.entries) * self._delegate.height()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.entries[index.row()].key)


class _EntryDelegate(QStyledItemDelegate):
    """Rows of 28 px: a hairline at left, 3 px of accent and semibold for the part being read, the count at right."""

    def __init__(self, theme: Theme, model: ContentsModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def height(self) -> int:
        return max(self.theme.px(28), self.theme.line("ui") + 4)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        area = QRectF(option.rect)
        entry = self._model.entries[index.row()]
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self.theme.colour("hover"))
        self._paint_rule(painter, area, current=current)
        self._paint_words(painter, area, entry, current=current)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_rule(self, painter: QPainter, area: QRectF, *, current: bool) -> None:
        painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), self.theme.colour("line"))
        if current:
            bar = QRectF(area.left(), area.top(), self.theme.px(3), area.height())
            painter.fillRect(bar, self.theme.colour("accent"))

    def _paint_words(self, painter: QPainter, area: QRectF, entry: Entry, *, current: bool) -> None:
        centre = Qt.AlignmentFlag.AlignVCenter
        words = area.adjusted(self.theme.px(13), 0, -self.theme.px(4), 0)
        if entry.count:
            painter.setFont(self.theme.font("label"))
            painter.setPen(self.theme.colour("ink2"))
            painter.drawText(words, centre | Qt.AlignmentFlag.AlignRight, str(entry.count))
            words.adjust(0, 0, -self.theme.px(24), 0)
        font = self.theme.font("ui_strong" if current else "ui")
        painter.setFont(font)
        painter.setPen(self.theme.colour("ink" if current else "ink2"))
        title = QFontMetricsF(font).elidedText(entry.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, centre | Qt.AlignmentFlag.AlignLeft, title)
