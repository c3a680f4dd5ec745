"""The levers to study, in order: each with its place, what sets it apart, what vouches for it, and a box."""

from collections.abc import Collection, Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.icons import paint_icon
from levers_app.desktop.marks import paint_family_tile, paint_outcome, paint_strength
from levers_app.desktop.proposal_rows import PLACE, PRESENT, PROPOSAL, TELLING, ProposalModel
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme
from levers_app.insight.situation import Proposal

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIDE, _ABOVE, _TILE, _GAP, _BOX = 20, 12, 36, 12, 32
_HIGHEST = 10_000.0
_KEPT = 500


class _ProposalDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: "ProposalList") -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent
        self._heights: dict[tuple[str, str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width, proposal = self._list.viewport().width(), index.data(PROPOSAL)
        key = (proposal.title, index.data(TELLING), width)
        if key not in self._heights:  # layouts ask again and again
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[key] = self._height(*key)
        return QSize(width, self._heights[key])

    def _height(self, title: str, reason: str, width: int) -> int:
        px, room = self._theme.px, self._words_width(width)
        words = self._high("card_title", title, room) + px(4) + self._high("label", reason, room)
        return ceil(2 * px(_ABOVE) + words + px(4) + self._theme.line("label"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        area, proposal = QRectF(option.rect), index.data(PROPOSAL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area)
        tile = QRectF(area.left() + px(_SIDE), area.top() + px(_ABOVE), px(_TILE), px(_TILE))
        paint_family_tile(painter, proposal.family, theme, tile)
        self._paint_place(painter, tile, index.data(PLACE))
        left, top = tile.right() + px(_GAP), area.top() + px(_ABOVE) - px(2)
        room = self._words_width(area.width())
        top = self._paint_words(painter, QRectF(left, top, room, _HIGHEST), "card_title", "ink", proposal.title)
        apart = index.data(TELLING)
        top = self._paint_words(painter, QRectF(left, top + px(4), room, _HIGHEST), "label", "ink2", apart)
        self._paint_facts(painter, QRectF(left, top + px(4), area.right() - left, theme.line("label")), index)
        self._paint_box(painter, self._list.box_area(area), index)
        painter.restore()

    def _paint_place(self, painter: QPainter, tile: QRectF, place: str) -> None:
        """Paint the place in the order, discreetly, under the tile of the family."""
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink3"))
        box = QRectF(tile.left(), tile.bottom() + px(4), tile.width(), theme.line("label"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, place)

    def _words_width(self, width: float) -> float:
        px = self._theme.px
        return max(80.0, width - px(_SIDE) - px(_TILE) - px(_GAP) - px(_BOX) - px(_SIDE))

    def _high(self, role: str, text: str, width: float) -> float:
        return self._theme.metrics(role).boundingRect(QRectF(0, 0, width, _HIGHEST), _WRAP, text).height()

    def _paint_words(self, painter: QPainter, box: QRectF, role: str, ink: str, text: str) -> float:
        """Paint a wrapped text, and return where it ends."""
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(box, _WRAP, text)
        return box.top() + self._high(role, text, box.width())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("selected" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRectF(area.left(), area.top(), theme.px(3), area.height()), theme.colour("accent"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus and shows_ring(option.widget):
            paint_ring(painter, area, theme, 4)

    def _paint_facts(self, painter: QPainter, line: QRectF, index: Index) -> None:
        """Evidence, then outcomes: 20 px apart, since they are not the same kind of thing."""
        theme, px, proposal = self._theme, self._theme.px, index.data(PROPOSAL)
        side = px(13)
        top = line.top() + (line.height() - side) / 2
        paint_strength(painter, proposal.strength, theme, QRectF(line.left(), top, px(18), side))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink2"))
        words = self._list.levers.strength(proposal)
        left = line.left() + px(24)
        painter.drawText(QRectF(left, line.top(), line.width(), line.height()), _MIDDLE, words)
        left += theme.metrics("label").horizontalAdvance(words) + px(20)
        for slug, count in proposal.outcomes.met:
            paint_outcome(painter, slug, theme, QRectF(left, top, px(12), px(12)))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QRectF(left + px(16), line.top(), px(40), line.height()), _MIDDLE, str(count))
            left += px(16) + theme.metrics("label").horizontalAdvance(str(count)) + px(10)
        if index.data(PRESENT):
            painter.drawText(QRectF(left, line.top(), line.width(), line.height()), _MIDDLE, "déjà en place")

    def _paint_box(self, painter: QPainter, box: QRectF, index: Index) -> None:
        if index.data(PRESENT):
            return
        theme, px = self._theme, self._theme.px
        kept = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        side = px(18)
        icon = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        if kept:
            paint_icon(painter, "square-check-filled", theme.colour("accent"), icon)
        else:
            paint_icon(painter, "square", theme.colour("ink2"), icon)


class ProposalList(QListView):
    """The levers. Arrows read them one by one, Space puts one into the plan, Enter opens its sheet.

    Signals:
        glanced: the lever that became current, if any.
        toggled: id of a lever that is to enter or leave the plan.
        opened: id of a lever whose sheet is wanted.
    """

    glanced = Signal(object)
    toggled = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._chosen = False
        self.levers = ProposalModel(vocabulary, self)
        self.setAccessibleName("Leviers à étudier, dans l’ordre")
        self.setAccessibleDescription("Espace ajoute au plan, Entrée ouvre la fiche.")
        self.setModel(self.levers)
        self.setItemDelegate(_ProposalDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._glance)

    def show_proposals(self, proposals: Sequence[Proposal], present: Collection[str], chosen: Collection[str]) -> None:
        """Show levers in order; the first is current, unless the person chose one that is among them."""
        current = self.current() if self._chosen else ""
        if tuple(proposals) != tuple(self.levers.proposals) or present != self.levers.present:
            self.levers.show(proposals, present)
            ids = [proposal.id for proposal in proposals]
            self._chosen = current in ids
            if proposals:
                self.setCurrentIndex(self.levers.index(ids.index(current) if self._chosen else 0))
            if not self._chosen:
                self.scrollToTop()
        self.levers.choose(chosen)

    def current(self) -> str:
        """Return the id of the current lever, or nothing."""
        proposal = self.currentIndex().data(PROPOSAL)
        return proposal.id if isinstance(proposal, Proposal) else ""

    def forget_choice(self) -> None:
        """Begin at the first lever next time."""
        self._chosen = False

    def box_area(self, area: QRectF) -> QRectF:
        """Return where the box of a row is, on which a click puts a lever into the plan."""
        px = self._theme.px
        return QRectF(area.right() - px(_BOX) - px(8), area.top() + px(_ABOVE) - px(6), px(_BOX), px(_BOX))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.levers.rowCount():
            self.setCurrentIndex(self.levers.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space puts into the plan, Enter opens; either chooses the lever, as does a key that moves."""
        current = self.current()
        if current and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(current)
        elif current and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(current)
        else:
            super().keyPressEvent(event)
            if self.current() == current:
                return
        self._chosen = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box puts into the plan; elsewhere it shows the reasons."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self._chosen = True
        if self.box_area(QRectF(self.visualRect(index))).contains(event.position()):
            self.toggled.emit(index.data(PROPOSAL).id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks open the sheet."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.box_area(QRectF(self.visualRect(index))).contains(event.position()):
            self.opened.emit(index.data(PROPOSAL).id)

    def _glance(self) -> None:
        self.glanced.emit(self.currentIndex().data(PROPOSAL))
