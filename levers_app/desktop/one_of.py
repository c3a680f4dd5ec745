"""Buttons of which one is chosen, as one stop of Tab."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

_COMES_AND_GOES = {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}


class OneOf(QButtonGroup):
    """Tab stops at the chosen button, or at the first one while that is not shown; arrows go on from there.

    Qt leaves Tab at the button that had the keyboard last, also when the program chose another one since.
    """

    def __init__(self, parent: QObject) -> None:
        """Begin without buttons."""
        super().__init__(parent)
        self.buttonToggled.connect(self.stop_at_chosen)

    def add(self, button: QAbstractButton, number: int = -1) -> None:
        """Add a button, with its number in :meth:`id` if it has one."""
        self.addButton(button, number)
        button.installEventFilter(self)
        self.stop_at_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop elsewhere when a button comes or goes."""
        if event.type() in _COMES_AND_GOES:
            self.stop_at_chosen()
        return super().eventFilter(watched, event)

    @Slot()
    def stop_at_chosen(self) -> None:
        """Let Tab in at one button."""
        shown = [button for button in self.buttons() if not button.isHidden()] or self.buttons()
        stop = next((button for button in shown if button.isChecked()), shown[0])
        for button in self.buttons():
            _let_in(button, on=button is stop)

    def order(self, stops: Iterable[QWidget]) -> None:
        """Have Tab go through ``stops``, these buttons among them, in this order."""
        for button in self.buttons():
            _let_in(button, on=True)  # Qt gives no place to what Tab does not reach
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.stop_at_chosen()


def _let_in(button: QAbstractButton, *, on: bool) -> None:
    policy, tab = button.focusPolicy(), Qt.FocusPolicy.TabFocus
    button.setFocusPolicy(policy | tab if on else policy & ~tab)
