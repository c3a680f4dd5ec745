"""The heads of a comparison: levers above, questions at left; they stay while the table scrolls."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from levers_app.desktop.compare_data import Head
from levers_app.desktop.marks import paint_family
from levers_app.desktop.theme import Theme

if TYPE_CHECKING:
    from levers_app.desktop.compare_table import CompareModel

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIDE, _ABOVE, _LABELS = 12, 8, 132
_MOST = 0.2
"""Share of the table that titles take at most."""


class LeverHeads(QHeaderView):
    """Family with its icon, then the title, wrapped."""

    def __init__(self, theme: Theme, model: "CompareModel", parent: QWidget) -> None:
        """``model`` has the levers."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._compared = model
        self._table = parent
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """As high as the longest title."""
        px = self._theme.px
        heads = self._compared.shown.heads
        high = max((self._high(self._name(head)) for head in heads), default=0.0)
        return QSize(0, ceil(high + self._theme.line("label") + px(4) + 2 * px(_ABOVE)))

    def _name(self, head: Head) -> str:
        """Return the title, or the short name where titles would leave little room to the rows under them."""
        longest = max(self._high(each.title) for each in self._compared.shown.heads)
        return head.title if longest <= self._table.height() * _MOST else head.short

    def _high(self, title: str) -> float:
        room = max(40, self.defaultSectionSize() - 2 * self._theme.px(_SIDE))
        return self._theme.metrics("card_title").boundingRect(QRectF(0, 0, room, 10_000), _WRAP, title).height()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one head."""
        theme, px, area = self._theme, self._theme.px, QRectF(rect)
        head = self._compared.shown.heads[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, theme.colour("surface"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("border"))
        left, top, line = area.left() + px(_SIDE), area.top() + px(_ABOVE), theme.line("label")
        paint_family(painter, head.family, theme, QRectF(left, top, px(16), px(16)))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink2"))
        family = QRectF(left + px(22), top, area.right() - left - px(22), line)
        painter.drawText(family, _MIDDLE_LEFT, head.family_label)
        painter.setFont(theme.font("card_title"))
        painter.setPen(theme.colour("ink"))
        words = QRectF(left, top + line + px(4), area.width() - 2 * px(_SIDE), area.height())
        painter.drawText(words, _WRAP, self._name(head))
        painter.restore()


class RowHeads(QHeaderView):
    """The questions, wrapped; what is the same for all levers says so."""

    def __init__(self, theme: Theme, model: "CompareModel", parent: QWidget) -> None:
        """``model`` has the rows."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._compared = model
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """Always as wide."""
        return QSize(self._theme.px(_LABELS), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one head."""
        theme, px, area = self._theme, self._theme.px, QRectF(rect)
        row = self._compared.rows[logicalIndex]
        painter.save()
        painter.fillRect(area, theme.colour("surface"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink2"))
        words = QRectF(area.left() + px(20), area.top() + px(_ABOVE) + px(1), area.width() - px(24), area.height())
        painter.drawText(words, _WRAP, row.label if row.differs else f"{row.label}\n= identique")
        painter.restore()
