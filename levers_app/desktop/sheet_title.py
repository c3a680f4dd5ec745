"""A title that wraps at the line height of its role; Qt's own label would space the lines by the font."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from levers_app.desktop.directions import isolated
from levers_app.desktop.line_boxes import line_boxes
from levers_app.desktop.passages import Stretch
from levers_app.desktop.theme import Theme


class WrappedTitle(QLabel):
    """Plain text on as many lines as it needs; a label, so that screen readers find its text."""

    def __init__(self, role: str, theme: Theme, parent: QWidget | None = None) -> None:
        """``role`` is one of the type scale."""
        super().__init__(parent)
        self._role = role
        self._theme = theme
        self._marks: Sequence[Stretch] = ()
        self._current: Stretch | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_title(self, text: str, theme: Theme) -> None:
        """Show another title."""
        self._theme = theme
        self.setText(text)
        self._marks, self._current = (), None
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_role(self, role: str) -> None:
        """Use another size of the type scale."""
        self._role = role
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return the text, in which passages are looked for."""
        return isolated(self.text())

    def show_marks(self, marks: Sequence[Stretch]) -> None:
        """Mark these words and no others."""
        self._marks = marks
        self.update()

    def show_current(self, stretch: Stretch | None) -> None:
        """Put a frame around the passage where the person is, or around none."""
        self._current = stretch
        self.update()

    def reveal(self, position: int) -> None:
        """Do nothing: a title is always in sight."""

    def hasHeightForWidth(self) -> bool:
        """The width decides the number of lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text needs."""
        return self._top() + self._layout(width).lineCount() * self._theme.line(self._role)

    def sizeHint(self) -> QSize:
        """A likely size; the layout asks for the height at the true width."""
        return QSize(self._theme.px(320), self._top() + self._theme.line(self._role))

    def minimumSizeHint(self) -> QSize:
        """One line, however narrow."""
        return QSize(0, self._top() + self._theme.line(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("ink"))
        layout, top = self._layout(self.width()), QPointF(0, self._top())
        layout.draw(painter, top)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        for box in line_boxes(layout, *self._current, pad=2) if self._current else ():
            whole = box.translated(top).intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.drawRoundedRect(whole, 3, 3)
        painter.end()

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = start, end - start
        mark.format = QTextCharFormat()
        mark.format.setBackground(self._theme.colour("mark"))
        mark.format.setForeground(self._theme.colour("mark_ink"))
        return mark

    def _top(self) -> int:
        return self.contentsMargins().top()

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.words(), self._theme.font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setFormats([self._format(start, end) for start, end in self._marks])
        layout.beginLayout()
        line = layout.createLine()
        step, y = self._theme.line(self._role), 0
        while line.isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            line, y = layout.createLine(), y + step
        layout.endLayout()
        return layout
