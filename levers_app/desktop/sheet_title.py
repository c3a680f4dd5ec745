"""A title that wraps at the line height of its role; Qt's own label would space the lines by the font."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from levers_app.desktop.directions import isolated
from levers_app.desktop.theme import Theme


class WrappedTitle(QLabel):
    """Plain text on as many lines as it needs; a label, so that screen readers find its text."""

    def __init__(self, role: str, theme: Theme, parent: QWidget | None = None) -> None:
        """``role`` is one of the type scale."""
        super().__init__(parent)
        self._role = role
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_title(self, text: str, theme: Theme) -> None:
        """Show another title."""
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

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
        painter.setPen(self._theme.colour("ink"))
        self._layout(self.width()).draw(painter, QPointF(0, self._top()))

    def _top(self) -> int:
        return self.contentsMargins().top()

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(isolated(self.text()), self._theme.font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        step, y = self._theme.line(self._role), 0
        while line.isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            line, y = layout.createLine(), y + step
        layout.endLayout()
        return layout
