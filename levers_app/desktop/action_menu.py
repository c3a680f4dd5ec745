"""The menu of an action of a plan: how far it is, where it stands, whether it stays."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from levers_app.catalogue.actions import STATES, Action


class ActionMenu(QMenu):
    """Made for one action, and gone when it closes.

    Signals:
        chosen: « state » and how far it is, « move » and by how many places, « copy », « gather » or « remove ».
    """

    chosen = Signal(str, object)

    def __init__(self, action: Action, place: int, count: int, parent: QWidget, *, several: bool) -> None:
        """``action`` stands at ``place`` of ``count``; its lever has ``several``, or it alone."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(self)
        for state, label in STATES.items():
            entry = self._add(label, "state", state)
            entry.setCheckable(True)
            entry.setChecked(action.state == state)
            group.addAction(entry)
        self.addSeparator()
        self._add("Monter\tAlt + ↑", "move", -1).setEnabled(place > 0)
        self._add("Descendre\tAlt + ↓", "move", 1).setEnabled(place + 1 < count)
        self._add("Dupliquer", "copy")
        if several:
            self._add("Réunir les actions de ce levier en une seule", "gather")
        self._add("Retirer du plan\tSuppr", "remove")

    def _add(self, label: str, what: str, value: object = None) -> QAction:
        entry = self.addAction(label)
        entry.triggered.connect(partial(self.chosen.emit, what, value))
        return entry
