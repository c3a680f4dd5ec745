"""The navigation at left: pages with their counts, folded to a rail of icons in narrow windows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from levers_app.desktop.icons import paint_icon
from levers_app.desktop.place import Page
from levers_app.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ENTRY = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the navigation; ``gap`` draws a line above it."""

    page: Page
    label: str
    icon: str
    gap: bool = False


ENTRIES = (
    Entry("home", "Accueil", "home"),
    Entry("problems", "Situations", "map-pin", gap=True),
    Entry("levers", "Leviers", "adjustments"),
    Entry("cases", "Exemples", "building-community"),
    Entry("texts", "Textes", "scale"),
    Entry("terms", "Glossaire", "vocabulary"),
    Entry("favourites", "Favoris", "star", gap=True),
    Entry("recent", "Récents", "history"),
)


class _NavModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts: Mapping[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(ENTRIES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = ENTRIES[index.row()]
        count = self.counts.get(entry.page)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return entry.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.label if count is None else f"{entry.label}, {count}"
            case _ if role == _ENTRY:
                return entry
        return None

    def set_counts(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self.dataChanged.emit(self.index(0), self.index(len(ENTRIES) - 1))


class _NavDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rail = False
        self.counts: Mapping[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        gap = self.theme.px(24) if index.data(_ENTRY).gap else 0
        return QSize(10, self.theme.px(32) + gap)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, entry = self.theme, index.data(_ENTRY)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.gap:
            painter.setPen(QPen(theme.colour("line"), 1))
            middle = area.top() + theme.px(12)
            painter.drawLine(
                round(area.left() + theme.px(12)), round(middle), round(area.right() - theme.px(12)), round(middle)
            )
            area.setTop(area.top() + theme.px(24))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area, theme.px(6), theme.px(6))
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        self._paint_words(painter, area, entry, chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, entry: Entry, *, chosen: bool) -> None:
        theme = self.theme
        side = theme.px(18)
        ink = theme.colour("accent" if chosen else "ink2")
        left = area.left() + ((area.width() - side) / 2 if self.rail else theme.px(12))
        paint_icon(painter, entry.icon, ink, QRectF(left, area.center().y() - side / 2, side, side))
        if self.rail:
            return
        painter.setFont(theme.font("ui_strong" if chosen else "ui"))
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        words = area.adjusted(theme.px(40), 0, -theme.px(12), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.label)
        if entry.page in self.counts:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("ink3"))
            count = f"{self.counts[entry.page]:,}".replace(",", "\u202f")
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


class _NavList(QListView):
    chosen = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().data(_ENTRY).page)
            return
        super().keyPressEvent(event)


class Nav(QFrame):
    """The list of pages.

    Signals:
        page_requested: name of the page that was clicked or entered.
    """

    page_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with no counts and no page chosen."""
        super().__init__(parent)
        self.setProperty("look", "nav")
        self._theme = theme
        self._list = _NavList(self)
        self._list.setAccessibleName("Navigation")
        self._model = _NavModel(self)
        self._delegate = _NavDelegate(theme, self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._list)
        self._list.chosen.connect(self.page_requested)
        self._list.clicked.connect(self._click)
        self.setFocusProxy(self._list)
        self.set_rail(rail=False)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = self._delegate.theme = theme
        self.set_rail(rail=self._delegate.rail)
        self._list.scheduleDelayedItemsLayout()

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only (56 px) or icons, words and counts (192 px)."""
        self._delegate.rail = rail
        self._layout.setContentsMargins(8, 12, 8, 12)
        self.setFixedWidth(self._theme.px(56 if rail else 192))
        self._list.scheduleDelayedItemsLayout()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each page holds."""
        self._delegate.counts = counts
        self._model.set_counts(counts)

    def set_page(self, page: str) -> None:
        """Mark the page shown; none is marked on a search."""
        row = next((n for n, entry in enumerate(ENTRIES) if entry.page == page), -1)
        if row < 0:
            self._list.clearSelection()
        else:
            self._list.setCurrentIndex(self._model.index(row))

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        self.page_requested.emit(index.data(_ENTRY).page)
