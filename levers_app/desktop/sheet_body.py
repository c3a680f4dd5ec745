"""Shows the text of a sheet: links by mouse and keyboard, no loading of anything, one readable column."""

from typing import cast

from PySide6.QtCore import QPoint, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from levers_app.catalogue.records import KINDS
from levers_app.desktop.sheet_text import ADDRESS_SCHEMES, SheetText
from levers_app.desktop.theme import Theme

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class SheetBody(QTextBrowser):
    """A text browser that loads nothing: links are told by signals.

    Signals:
        record_requested: id of the record that a link leads to.
        address_requested: web or mail address that the person wants to open.
        goal_requested: key of a part of the sheet, or ``source-7``.
    """

    record_requested = Signal(str)
    address_requested = Signal(str)
    goal_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._theme = theme
        self._text: SheetText | None = None
        self._ring = False
        self._column = (0, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)

    # -- contents

    def show_text(self, text: SheetText, theme: Theme) -> None:
        """Show another text, from its top."""
        old = self._text
        self._theme = theme
        self._text = text
        text.document.setParent(self)
        self._lay_column(text.document)
        self.setDocument(text.document)
        if old is not None:
            old.document.deleteLater()

    def set_column(self, left: int, width: int, top: int, bottom: int) -> None:
        """Say where the column of text stands; whether the bar shows or not changes nothing to it."""
        self._column = (left, width, top, bottom)
        self._lay_column(self.document())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column where it is."""
        self._lay_column(self.document())
        super().resizeEvent(event)

    def _lay_column(self, document: QTextDocument) -> None:
        left, width, top, bottom = self._column
        shape = QTextFrameFormat()
        shape.setLeftMargin(left)
        shape.setRightMargin(max(self.viewport().width() - left - width, 0))
        shape.setTopMargin(top)
        shape.setBottomMargin(bottom)
        if document.rootFrame().frameFormat() != shape:
            document.rootFrame().setFrameFormat(shape)

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing: neither files nor addresses; the signs are in the document already."""

    # -- places in the text

    def scroll_to(self, value: int) -> None:
        """Scroll ``value`` pixels down, as far as the text goes."""
        if value:
            self._finish_layout()
        self.verticalScrollBar().setValue(value)

    def _finish_layout(self) -> None:
        """Lay out the whole text now, so that the bar knows its end and each line its place."""
        self.document().documentLayout().documentSize()

    def reading_place(self) -> tuple[int, int]:
        """Return the first character in sight and how far its line is from the top, in pixels."""
        if not self.verticalScrollBar().value():
            return 0, 0
        cursor = self.cursorForPosition(QPoint(round(self.document().rootFrame().frameFormat().leftMargin()), 1))
        return cursor.position(), self.cursorRect(cursor).top()

    def return_to(self, place: tuple[int, int]) -> None:
        """Scroll so that the character of :meth:`reading_place` is where it was."""
        position, top = place
        if not position:
            self.verticalScrollBar().setValue(0)
            return
        self._finish_layout()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        self.scroll_to(bar.value() + self.cursorRect(cursor).top() - top)

    def go_to(self, key: str) -> bool:
        """Scroll to a part and put the cursor there; return whether it is in this text."""
        if self._text is None or key not in self._text.positions:
            return False
        self._finish_layout()
        cursor = self.textCursor()
        cursor.setPosition(self._text.positions[key])
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(self._top(key) - self._theme.px(12))
        return True

    def part_shown(self, keys: tuple[str, ...]) -> str:
        """Return which of ``keys`` is being read: the last one whose heading has reached the upper quarter."""
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            return keys[-1]
        line = bar.value() + self.viewport().height() // 4
        reached = [key for key in keys if self._top(key) <= line]
        return reached[-1] if reached and bar.value() else keys[0]

    def _top(self, key: str) -> int:
        if self._text is None:
            return 0
        block = self.document().findBlock(self._text.positions.get(key, 0))
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    # -- links

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if not url.scheme() and url.hasFragment():
            self.goal_requested.emit(url.fragment())
        elif url.scheme() in ADDRESS_SCHEMES:
            self.address_requested.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        elif url.scheme() in KINDS:
            self.record_requested.emit(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Alt with arrows to the window: it goes back and forward in the places visited."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    # -- focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        self._ring = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self._ring = False
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the ring around the link or the text that has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        boxes = self._link_boxes()
        if not boxes and not self._ring:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        for box in boxes or [QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)]:
            painter.drawRoundedRect(box, 3, 3)

    def _link_boxes(self) -> list[QRectF]:
        """Where the link chosen with the keyboard is drawn: a box for each of its lines."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not _is_whole_link(cursor):
            return []
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        corner.setY(corner.y() - self.verticalScrollBar().value())
        return [box.translated(corner) for box in _line_boxes(block, start - block.position(), end - block.position())]


def _is_whole_link(cursor: QTextCursor) -> bool:
    """Whether exactly one link is selected, as the keyboard does, and not words that the person chose."""
    return cursor.charFormat().isAnchor() and all(
        _format_at(cursor, position).anchorHref() != cursor.charFormat().anchorHref()
        for position in (cursor.selectionStart() - 1, cursor.selectionEnd())
    )


def _format_at(cursor: QTextCursor, position: int) -> QTextCharFormat:
    probe = QTextCursor(cursor)
    probe.setPosition(max(0, min(position + 1, cursor.document().characterCount() - 1)))
    return probe.charFormat()


def _line_boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    boxes = []
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            boxes.append(QRectF(min(left, right) - 3, line.y() - 1, abs(right - left) + 6, line.height() + 2))
    return boxes


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
