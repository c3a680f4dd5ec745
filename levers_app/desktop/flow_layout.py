"""A layout emptied, and a layout that puts widgets side by side and goes to the next line when the width is used up.

After Qt's own flow layout example, which Qt does not ship as a class.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def clear_layout(layout: QLayout) -> None:
    """Take everything out of ``layout``; its widgets are freed."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class FlowLayout(QLayout):
    """Left to right, top to bottom."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, trailing: bool = False, close: bool = False
    ) -> None:
        """``spacing`` in pixels, across and (unless ``close``) down; ``trailing`` lines end at the right edge."""
        super().__init__(parent)
        self._trailing, self._close = trailing, close
        self._least: int | None = None
        self._items: list[QLayoutItem] = []
        self._hints: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def set_least(self, least: int) -> None:
        """Move items closer to each other, down to ``least`` pixels, when that keeps them all on one line."""
        self._least = least
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or nothing outside the range."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or nothing outside the range."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        """Ask the items again for their sizes: they are kept, since the layouts around ask many times in a turn."""
        self._hints = None
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """The layout takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height needed at ``width``."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def wanted_width(self) -> int:
        """Width at which all items stand on one line."""
        hints = self._wanted()
        return sum(hint.width() for _, hint in hints) + max(0, len(hints) - 1) * self.spacing()

    def sizeHint(self) -> QSize:
        """Same as the minimum."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest item alone."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        width, down = max(rect.width(), 1), 0 if self._close else self.spacing()
        across = self._across(width)
        y = rect.y()
        for line in self._lines(width, across):
            high = max(hint.height() for _, hint in line)
            if move:
                self._place(line, rect, y, high, across)
            y += high + down
        return max(0, y - down - rect.y())

    def _wanted(self) -> list[tuple[QLayoutItem, QSize]]:
        if self._hints is None:
            self._hints = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._hints

    def _across(self, width: int) -> int:
        """Return the pixels between two items of a line."""
        hints = self._wanted()
        if self._least is None or not hints:
            return self.spacing()
        left = (width - sum(hint.width() for _, hint in hints)) // max(1, len(hints) - 1)
        return left if self._least <= left < self.spacing() else self.spacing()

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, high: int, across: int) -> None:
        wide = sum(hint.width() for _, hint in line) + (len(line) - 1) * across
        x = rect.x() + (max(0, rect.width() - wide) if self._trailing else 0)
        for item, hint in line:
            item.setGeometry(QRect(QPoint(x, y + (high - hint.height()) // 2), hint))
            x += hint.width() + across

    def _lines(self, width: int, across: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Share the items out among lines."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item, wanted in self._wanted():
            hint = wanted.boundedTo(QSize(width, 10_000))
            if not lines or hint.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, hint))
            left -= hint.width() + across
        return lines
