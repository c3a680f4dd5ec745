"""The steps of the form where the window is too narrow to list them beside it: the present one, and a menu of all."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from levers_app.desktop.chips import SignButton
from levers_app.desktop.entry_steps import StepButton
from levers_app.desktop.theme import Theme

_HEIGHT, _RADIUS = 32, 6


class StepMenu(SignButton):
    """« Étape 2 sur 7 : Le contexte », and the other steps with a word on each.

    Signals:
        entered: number of the page that was chosen.
    """

    entered = Signal(int)
    pads = (12, 8)

    def __init__(self, steps: list[StepButton], theme: Theme, parent: QWidget) -> None:
        """``steps`` know their names, and how each of them stands."""
        super().__init__(theme, parent)
        self._steps = steps
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        self.show_page(0)

    def show_page(self, page: int) -> None:
        """Name the page shown."""
        self.setText(f"Étape {page + 1} sur {len(self._steps)}\u00a0: {self._steps[page].text()}")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription("Choisir une étape")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a field is easy to hit."""
        return QSize(super().sizeHint().width(), self.theme.px(_HEIGHT))

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.theme.colour("border"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        super()._paint_ground(painter)

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for place, step in enumerate(self._steps):
            action = QAction(f"{place + 1}. {step.text()}\t{step.accessibleDescription()}", self._menu, checkable=True)
            action.setChecked(step.isChecked())
            action.setData(place)
            group.addAction(action)
            self._menu.addAction(action)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.entered.emit(action.data())
