"""Beside the form: its steps at left, at right what others still need to be able to do the same."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from levers_app.catalogue.draft import Rubric
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.icons import paint_icon
from levers_app.desktop.rings import paint_ring, shows_ring
from levers_app.desktop.theme import Theme

_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class StepButton(QAbstractButton):
    """A step: its number in a ring, or a check when nothing is missing in it, its name and a word on it.

    Signals:
        stepped: +1 or -1, for the arrow down or up.
    """

    stepped = Signal(int)

    def __init__(self, number: int, name: str, theme: Theme, parent: QWidget) -> None:
        """Begin with nothing filled in."""
        super().__init__(parent)
        self._number, self._theme, self._detail, self._done = number, theme, "", False
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_state("", done=False)

    def show_state(self, detail: str, *, done: bool) -> None:
        """Show a word on the step, and whether it is filled in."""
        self._detail, self._done = detail, done
        self.setAccessibleName(f"Étape {self._number}\u00a0: {self.text()}")
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        """48 px high."""
        return QSize(self._theme.px(176), self._theme.px(48))

    def minimumSizeHint(self) -> QSize:
        """In a low window the word on the step goes first."""
        return QSize(self._theme.px(120), self._theme.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go on to the next step."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, name, detail."""
        theme, here = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shows_ring(self):
            paint_ring(painter, QRectF(self.rect()), theme, 6)
        side = theme.px(24)
        ring = QRectF(theme.px(4), min(theme.px(6), (self.height() - side) / 2), side, side)
        edge = "accent" if here else "ok" if self._done else "border"
        painter.setPen(QPen(theme.colour(edge), 1.5))
        painter.setBrush(theme.colour("accent") if here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if self._done and not here:
            paint_icon(painter, "check", theme.colour("ok"), ring.adjusted(5, 5, -5, -5))
        else:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("on_accent" if here else "ink2"))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))
        left = ring.right() + theme.px(12)
        words = QRectF(left, ring.top() - theme.px(2), self.width() - left, theme.px(22))
        painter.setFont(theme.font("ui_strong" if here else "ui"))
        painter.setPen(theme.colour("ink" if here or self.underMouse() else "ink2"))
        painter.drawText(words, _MIDDLE_LEFT, self.text())
        if self.height() >= theme.px(44):
            self._paint_detail(painter, words)
        painter.end()

    def _paint_detail(self, painter: QPainter, words: QRectF) -> None:
        theme = self._theme
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink3"))
        below = words.translated(0, theme.px(20))
        detail = theme.metrics("label").elidedText(self._detail, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, _MIDDLE_LEFT, detail)


class Steps(QWidget):
    """The steps of the form, one under the other; Tab reaches one of them, the arrows the others.

    Signals:
        chosen: number of the page, passed over by the arrows.
        entered: number of the page that was pressed.
    """

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget) -> None:
        """Begin at the first."""
        super().__init__(parent)
        self.setAccessibleName("Étapes")
        self.buttons = [StepButton(n, name, theme, self) for n, name in enumerate(names, start=1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for button in self.buttons:
            column.addWidget(button)
            button.clicked.connect(self._click)
            button.stepped.connect(self._step)
        column.addStretch()
        self.set_page(0)

    def set_page(self, page: int) -> None:
        """Mark the page shown."""
        self.buttons[page].setChecked(True)
        for place, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if place == page else Qt.FocusPolicy.NoFocus)

    @Slot()
    def _click(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.entered.emit(self.buttons.index(button))

    @Slot(int)
    def _step(self, step: int) -> None:
        here = next((n for n, button in enumerate(self.buttons) if button.isChecked()), 0)
        there = min(max(here + step, 0), len(self.buttons) - 1)
        self.chosen.emit(there)
        self.buttons[there].setFocus(Qt.FocusReason.TabFocusReason)


class Meter(QWidget):
    """What others still need: said, never counted as a mark. A line that is clicked leads to its field.

    Signals:
        wanted: name of a field.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._rubrics: tuple[Rubric, ...] = ()
        self._title = text_label("Il manque, pour qu’un collègue s’en serve\u00a0:", self, role="ui_strong")
        self._lines: list[_RubricLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self._title)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._column.addLayout(self._list)
        frame = QFrame(self)
        frame.setProperty("look", "callout")
        inside = QVBoxLayout(frame)
        self._said = text_label("", frame, role="label")
        inside.addWidget(self._said)
        self._column.addWidget(frame)
        self._column.addStretch()

    def show_rubrics(self, rubrics: tuple[Rubric, ...], said: str) -> None:
        """Show what is missing, and what may be done now."""
        self._said.setText(said)
        if rubrics == self._rubrics:
            return
        self._rubrics = rubrics
        self._title.setHidden(all(rubric.done for rubric in rubrics))
        for place, rubric in enumerate(rubrics):
            if place == len(self._lines):
                line = _RubricLine(self._theme, self)
                line.clicked.connect(self._click)
                self._lines.append(line)
                self._list.addWidget(line)
            self._lines[place].show_rubric(rubric)

    def lines(self) -> list[QWidget]:
        """The lines, from top to bottom."""
        return list[QWidget](self._lines)

    @Slot()
    def _click(self) -> None:
        line = self.sender()
        if isinstance(line, _RubricLine):
            self.wanted.emit(line.key)


class _RubricLine(QAbstractButton):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.key = theme, ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_rubric(self, rubric: Rubric) -> None:
        self.key = rubric.key
        self.setText(rubric.label)
        self.setAccessibleName(f"{rubric.label}\u00a0: à remplir")
        self.setHidden(rubric.done)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(208), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shows_ring(self):
            paint_ring(painter, QRectF(self.rect()), theme, 4)
        side = theme.px(14)
        sign = QRectF(theme.px(2), (self.height() - side) / 2, side, side)
        paint_icon(painter, "minus", theme.colour("ink3"), sign)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink" if self.underMouse() else "ink2"))
        words = QRectF(self.rect()).adjusted(theme.px(26), 0, 0, 0)
        painter.drawText(words, _MIDDLE_LEFT, self.text())
        painter.end()
