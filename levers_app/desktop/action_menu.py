"""The menu of an action of a plan: how far it is, where it stands, whether it stays."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from levers_app.catalogue.actions import STATES, Action


class ActionMenu(QMenu):
    """Made for one action, and gone when it closes.

    Signals:
        state_chosen: how far the action is.
        copy_wanted, remove_wanted: what is to be done with it.
        moved: by how many places, -1 or 1.
    """

    state_chosen = Signal(str)
    copy_wanted = Signal()
    remove_wanted = Signal()
    moved = Signal(int)

    def __init__(self, action: Action, place: int, count: int, parent: QWidget) -> None:
        """``action`` stands at ``place`` of ``count``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(self)
        for state, label in STATES.items():
            entry = QAction(label, self, checkable=True)
            entry.setChecked(action.state == state)
            entry.triggered.connect(partial(self.state_chosen.emit, state))
            group.addAction(entry)
            self.addAction(entry)
        self.addSeparator()
        self._add_move("Monter\tAlt + ↑", -1, possible=place > 0)
        self._add_move("Descendre\tAlt + ↓", 1, possible=place + 1 < count)
        self.addAction("Dupliquer").triggered.connect(self.copy_wanted)
        self.addAction("Retirer du plan\tSuppr").triggered.connect(self.remove_wanted)

    def _add_move(self, label: str, step: int, *, possible: bool) -> None:
        entry = self.addAction(label)
        entry.setEnabled(possible)
        entry.triggered.connect(partial(self.moved.emit, step))
