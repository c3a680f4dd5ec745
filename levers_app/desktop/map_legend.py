"""What the signs of the map mean: under the tables, or where there is no room for that, behind a button."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.map_paint import bar_colour
from levers_app.desktop.marks import paint_outcome
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import OUTCOMES
from levers_app.sheets.wording import short_label

_DOT = "proposé, aucun exemple encore"
_WIDE = 400


class _Sign(QWidget):
    """An outcome with the colour of its bars, or the dot of what was never tried, and what it means."""

    def __init__(self, outcome: str, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome, self._words, self._theme = outcome, words, theme

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("label").horizontalAdvance(self._words)
        return QSize(round(words) + self._left() + 4, self._theme.px(20))

    def _left(self) -> int:
        return self._theme.px(36 if self._outcome else 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, middle = self._theme, self._theme.px, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._outcome:
            paint_outcome(painter, self._outcome, theme, QRectF(0, middle - px(6), px(12), px(12)))
            painter.fillRect(QRectF(px(16), middle - px(2), px(14), px(4)), bar_colour(self._outcome, theme))
        else:
            painter.fillRect(QRectF(0, middle - px(1.5), px(3), px(3)), theme.colour("ink2"))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink2"))
        words = QRectF(self._left(), 0, self.width() - self._left(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()


class Legend(QWidget):
    """What the colours of bars mean, each with the sign of its outcome, and the dot; on as many lines as it takes."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Show the outcomes, then what a dot means."""
        super().__init__(parent)
        words = [(slug, short_label(vocabulary.outcomes[slug])) for slug in OUTCOMES]
        flow = FlowLayout(self, spacing=theme.px(20), close=True)
        for slug, word in (*words, ("", _DOT)):
            flow.addWidget(_Sign(slug, word, theme, self))
        said = ", ".join(word for _, word in words)
        self.setAccessibleName(f"Légende\u00a0: {said}\u202f; point\u00a0: {_DOT}")


class ReadingMenu(QMenu):
    """How to read the map, and what its signs mean, for pages too low to show it beside the table."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        self.setAccessibleName("Lire la carte")
        held = QWidget(self)
        held.setFixedWidth(theme.px(_WIDE))
        column = QVBoxLayout(held)
        edge = theme.px(16)
        column.setContentsMargins(edge, theme.px(8), edge, theme.px(12))
        column.setSpacing(theme.px(8))
        self._words = text_label("", held)
        self._words.setProperty("look", "reading")
        column.addWidget(self._words)
        column.addWidget(Legend(theme, vocabulary, held))
        self._held = held
        action = QWidgetAction(self)
        action.setDefaultWidget(held)
        self.addAction(action)
        self.aboutToShow.connect(self._fit)

    def tell(self, words: str) -> None:
        """Say how the map is read."""
        self._words.setText(words)
        self.setAccessibleDescription(words)

    @Slot()
    def _fit(self) -> None:
        layout = self._held.layout()
        assert layout is not None  # noqa: S101 - made with it
        self._held.setFixedHeight(layout.heightForWidth(self._held.width()))
