"""Shows the text of a sheet: links by mouse and keyboard, no loading of anything, one readable column."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from levers_app.catalogue.records import KINDS
from levers_app.desktop.inside_text import InsideText
from levers_app.desktop.line_boxes import line_boxes
from levers_app.desktop.passages import Stretch
from levers_app.desktop.sheet_attached import ATTACHED_SCHEME
from levers_app.desktop.sheet_text import SheetText
from levers_app.desktop.theme import Theme
from levers_app.sheets.markup import LINKED_SCHEMES

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class SheetBody(InsideText):
    """A text browser that loads nothing: links are told by signals.

    Signals:
        record_requested: id of the record that a link leads to.
        address_requested: web or mail address that the person wants to open.
        goal_requested: key of a part of the sheet, or ``source-7``.
        attached_requested: photo or document of this sheet that the person wants to open.
    """

    record_requested = Signal(str)
    address_requested = Signal(str)
    goal_requested = Signal(str)
    attached_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self._theme = theme
        self._text: SheetText | None = None
        self._ring = False
        self._current: Stretch | None = None
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
        self.show_marks(())
        self.show_current(None)
        self._lay_column(text.document)
        text.fit(self._column[1])
        self.setDocument(text.document)
        if old is not None:
            old.document.deleteLater()

    def set_column(self, left: int, width: int, top: int, bottom: int) -> None:
        """Say where the column of text stands; whether the bar shows or not changes nothing to it."""
        if self._text is not None and width != self._column[1]:
            self._text.fit(width)
        self._column = (left, width, top, bottom)
        self._lay_column(self.document())

    def show_picture(self, path: str) -> None:
        """Show a photo that was read meanwhile; what one reads stays where it is."""
        if self._text is not None:
            reading = self.reading_place()
            self._text.show_picture(path)
            self.return_to(reading)

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

    # -- passages

    def words(self) -> str:
        """Return the text, in which passages are looked for."""
        return self.toPlainText()

    def show_marks(self, marks: Sequence[Stretch]) -> None:
        """Mark these words and no others; the document stays as it is."""
        shape = QTextCharFormat()
        shape.setBackground(self._theme.colour("mark"))
        shape.setForeground(self._theme.colour("mark_ink"))
        self.setExtraSelections([self._mark(start, end, shape) for start, end in marks])

    def _mark(self, start: int, end: int, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.format = shape
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return mark

    def show_current(self, stretch: Stretch | None) -> None:
        """Put a frame around the passage where the person is, or around none."""
        if stretch != self._current:
            self._current = stretch
            self.viewport().update()

    def reveal(self, position: int) -> None:
        """Scroll until the line of a character is in sight, if it is not."""
        self._finish_layout()
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        line, high = self.cursorRect(cursor), self.viewport().height()
        if line.top() < 0 or line.bottom() > high:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + line.top() - high // 3)

    def put_cursor(self, position: int) -> None:
        """Let the keyboard go on from a character."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    # -- links

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if not url.scheme() and url.hasFragment():
            self.goal_requested.emit(url.fragment())
        elif url.scheme() in LINKED_SCHEMES:
            self.address_requested.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        elif url.scheme() in KINDS:
            self.record_requested.emit(target)
        elif url.scheme() == ATTACHED_SCHEME and self._text is not None and target in self._text.attached:
            self.attached_requested.emit(self._text.attached[target])

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
        """Paint the text, then the frames around the current passage and the link or the text that has the focus."""
        super().paintEvent(event)
        boxes = self._boxes(*self._current, pad=2) if self._current else []
        if self.hasFocus():
            boxes += self._link_boxes() or self._ring_box()
        if not boxes:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        for box in boxes:
            box.setLeft(max(box.left(), 1))
            painter.drawRoundedRect(box, 3, 3)

    def _ring_box(self) -> list[QRectF]:
        return [QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)] if self._ring else []

    def _link_boxes(self) -> list[QRectF]:
        """Where the link chosen with the keyboard is drawn: a box for each of its lines."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not _is_whole_link(cursor):
            return []
        return self._boxes(cursor.selectionStart(), cursor.selectionEnd(), pad=3)

    def _boxes(self, start: int, end: int, *, pad: int) -> list[QRectF]:
        """Where the characters of one paragraph stand: a box for each line."""
        block = self.document().findBlock(start)
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        corner.setY(corner.y() - self.verticalScrollBar().value())
        boxes = line_boxes(block.layout(), start - block.position(), end - block.position(), pad)
        return [box.translated(corner) for box in boxes]


def _is_whole_link(cursor: QTextCursor) -> bool:
    """Whether exactly one link is selected, as the keyboard does, and not words that the person chose."""
    href = cursor.charFormat().anchorHref()
    around = cursor.selectionStart() - 1, cursor.selectionEnd()
    return bool(href) and all(_href_at(cursor.document(), position) != href for position in around)


def _href_at(document: QTextDocument, position: int) -> str:
    """Return where the character at ``position`` leads to; the end of a paragraph leads nowhere."""
    block = document.findBlock(position)
    if not block.isValid() or position == block.position() + block.length() - 1:
        return ""
    probe = QTextCursor(block)
    probe.setPosition(position + 1)  # a format is told of the character before
    return probe.charFormat().anchorHref()
