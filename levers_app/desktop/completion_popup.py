"""The list of completions under a search field: it lies over the window, and never takes the keyboard from the field.

It is a part of the window and not a window of its own, as ``QCompleter`` makes: nothing is grabbed, nothing flickers
while one types, and it looks and moves the same on every system.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from levers_app.desktop.directions import isolated, without_controls
from levers_app.desktop.icons import paint_icon
from levers_app.desktop.marks import paint_mark
from levers_app.desktop.theme import Theme

if TYPE_CHECKING:  # numpy and Whoosh are imported on a worker, when the first search needs them
    from collections.abc import Sequence

    from levers_app.search.completing import Completion

Index = QModelIndex | QPersistentModelIndex
_COMPLETION = int(Qt.ItemDataRole.UserRole) + 1
_ROW, _SIDE, _SIGN, _GAP, _ABOVE = 32, 12, 18, 12, 4
_NARROWEST, _EDGE = 360, 1
_SHARE = 0.55
"""How much of the window under the field the list may cover: some results always stay in sight."""
_LEAST_ROWS = 3
_DETAIL_SHARE, _FITTED = 0.35, 500
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_ICONS = {"recent": "history", "field": "list", "value": "list", "place": "building-community"}


class CompletionModel(QAbstractListModel):
    """Completions in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.completions: tuple[Completion, ...] = ()

    def show(self, completions: "Sequence[Completion]") -> None:
        """Show ``completions``; a list of the same length is painted anew, and nothing else moves."""
        new = tuple(completions)
        if new == self.completions:
            return
        if len(new) != len(self.completions):
            self.beginResetModel()
            self.completions = new
            self.endResetModel()
            return
        self.completions = new
        self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row a completion."""
        return 0 if parent.isValid() else len(self.completions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Label, spoken text, or the completion itself."""
        if not 0 <= index.row() < len(self.completions):
            return None
        completion = self.completions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return completion.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(completion)
            case _ if role == _COMPLETION:
                return completion
        return None


def spoken(completion: "Completion") -> str:
    """Return what a screen reader says of a completion."""
    return ", ".join(part for part in (completion.label, completion.detail) if part)


def _named(completion: "Completion") -> str:
    return completion.record_id or completion.text


class CompletionDelegate(QStyledItemDelegate):
    """One line: sign, what it is called, what it stands for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Paint with ``theme``."""
        super().__init__(parent)
        self._fitted: dict[tuple[str, str, int], tuple[str, float, str]] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme from now on."""
        self.theme = theme
        self._fitted.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self.theme.px(200), self.theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme, area = self.theme, QRectF(option.rect)
        completion = index.data(_COMPLETION)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("selected" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRectF(area.left(), area.top(), theme.px(3), area.height()), theme.colour("accent"))
        side = theme.px(_SIGN)
        sign = QRectF(area.left() + theme.px(_SIDE), area.center().y() - side / 2, side, side)
        if icon := _ICONS.get(completion.kind):
            paint_icon(painter, icon, theme.colour("ink2"), sign)
        else:
            paint_mark(painter, completion.mark or completion.kind, theme, sign)
        self._paint_words(painter, area.adjusted(theme.px(2 * _SIDE) + side - 2, 0, -theme.px(_SIDE), 0), completion)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, completion: "Completion") -> None:
        label, width, detail = self._fit(completion, area.width())
        self._paint_text(painter, QRectF(area.left(), area.top(), width, area.height()), label, "ui", "ink")
        self._paint_text(painter, area.adjusted(width + self.theme.px(_GAP), 0, 0, 0), detail, "label", "ink2")

    def _fit(self, completion: "Completion", room: float) -> tuple[str, float, str]:
        """Return the label, its width, and as much of the detail as fits; a long detail gives way to the label."""
        key = (completion.label, completion.detail, round(room))
        if key not in self._fitted:
            if len(self._fitted) > _FITTED:
                self._fitted.clear()
            wide, small = (self.theme.metrics(role) for role in ("ui", "label"))
            label, detail = (isolated(without_controls(text)) for text in key[:2])
            gap, right = self.theme.px(_GAP), Qt.TextElideMode.ElideRight
            beside = min(small.horizontalAdvance(detail) + 1 + gap, room * _DETAIL_SHARE) if detail else 0.0
            width = min(wide.horizontalAdvance(label) + 1, room - beside)
            rest = small.elidedText(detail, right, room - width - gap)
            self._fitted[key] = wide.elidedText(label, right, width), width, rest
        return self._fitted[key]

    def _paint_text(self, painter: QPainter, box: QRectF, text: str, role: str, ink: str) -> None:
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.colour(ink))
        painter.drawText(box, _ONE_LINE, text)


class CompletionPopup(QFrame):
    """Lies under a field of its window, hidden while there is nothing to offer.

    Signals:
        taken: the completion that was clicked.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Lie over ``window``."""
        super().__init__(window)
        self.setProperty("look", "popup")
        self.setAccessibleName("Suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self.model = CompletionModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName("Suggestions")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setItemDelegate(CompletionDelegate(theme, self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for turn_off in (self.view.setHorizontalScrollBarPolicy, self.view.setVerticalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._take)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.view)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme the next time."""
        self._theme = theme
        delegate = self.view.itemDelegate()
        assert isinstance(delegate, CompletionDelegate)  # noqa: S101 - set in the constructor
        delegate.set_theme(theme)
        self._layout.setContentsMargins(0, theme.px(_ABOVE), 0, theme.px(_ABOVE))
        self.hide()

    def show_under(self, field: QWidget, completions: "Sequence[Completion]") -> None:
        """Show ``completions`` under ``field``, as many as leave some of the window in sight; none hides the list.

        The chosen one stays chosen if it is offered again.
        """
        rows, area = self._room(field)
        before = self.chosen()
        self.model.show(completions[:rows])
        again = [_named(completion) for completion in self.model.completions]
        self.choose(again.index(_named(before)) if before is not None and _named(before) in again else None)
        if not completions:
            self.hide()
            return
        area.setHeight(self._theme.px(_ROW) * self.model.rowCount() + 2 * (self._theme.px(_ABOVE) + _EDGE))
        self.setGeometry(area.toAlignedRect())
        self.show()
        self.raise_()

    def chosen(self) -> "Completion | None":
        """Return the completion under the keyboard, if one is."""
        row = self.view.currentIndex().row()
        return self.model.completions[row] if 0 <= row < self.model.rowCount() else None

    def choose(self, row: int | None) -> None:
        """Put the keyboard's mark on a row, or on none."""
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex() if row is None else self.model.index(row))

    def move_choice(self, step: int) -> "Completion | None":
        """Go one row down or up; from the field to the first or the last one; None beyond the ends."""
        here, count = self.view.currentIndex().row(), self.model.rowCount()
        row = here + step if here >= 0 else (0 if step > 0 else count - 1)
        self.choose(row if 0 <= row < count else None)
        return self.chosen()

    def _room(self, field: QWidget) -> tuple[int, QRectF]:
        """Return how many rows fit under ``field``, and the area where they begin."""
        window, px = self.window(), self._theme.px
        corner = field.mapTo(window, QPoint(0, field.height() + px(2)))
        width = min(max(field.width(), px(_NARROWEST)), window.width() - corner.x() - px(_ABOVE))
        rows = int((window.height() - corner.y()) * _SHARE / px(_ROW))
        return max(_LEAST_ROWS, rows), QRectF(corner.x(), corner.y(), width, 0)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(index.data(_COMPLETION))
