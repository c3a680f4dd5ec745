"""The menu of an item of a note: how much is printed of it, where it stands, whether it stays."""

from typing import get_args

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from levers_app.catalogue.brief import DEPTHS, ActionsItem, Depth, Item, SheetItem


class ItemMenu(QMenu):
    """Made for one item, and gone when it closes.

    Signals:
        depth_chosen: how much is to be printed of a sheet.
        edit_wanted, panel_wanted, open_wanted, remove_wanted, seen: what is to be done with the item.
        moved: by how many places, -1 or 1.
    """

    depth_chosen = Signal(str)
    edit_wanted = Signal()
    panel_wanted = Signal()
    open_wanted = Signal()
    remove_wanted = Signal()
    seen = Signal()
    moved = Signal(int)

    def __init__(self, item: Item, place: int, count: int, parent: QWidget, *, changed: bool) -> None:
        """``item`` stands at ``place`` of ``count``; what it shows has ``changed`` since, or not."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(item, SheetItem):
            self._add_depths(item)
        if changed:
            self.addAction("Vu\u00a0: noter la version d’aujourd’hui").triggered.connect(self.seen)
        if isinstance(item, SheetItem):
            self.addAction("Ouvrir la fiche").triggered.connect(self.open_wanted)
        else:
            self.addAction("Modifier").triggered.connect(self.edit_wanted)
        if isinstance(item, ActionsItem):
            self.addAction("Titre et territoire…").triggered.connect(self.panel_wanted)
        self.addSeparator()
        self._add_move("Monter\tAlt + ↑", -1, possible=place > 0)
        self._add_move("Descendre\tAlt + ↓", 1, possible=place + 1 < count)
        self.addAction("Retirer de la note\tSuppr").triggered.connect(self.remove_wanted)

    def _add_depths(self, item: SheetItem) -> None:
        group = QActionGroup(self)
        depths: tuple[Depth, ...] = get_args(Depth)
        for depth in depths:
            label = DEPTHS[depth]
            action = QAction(f"{label}…" if depth == "chosen" else label, self, checkable=True)
            action.setChecked(depth == item.depth)
            action.setData(depth)
            group.addAction(action)
            self.addAction(action)
        group.triggered.connect(self._choose)
        self.addSeparator()

    def _add_move(self, label: str, step: int, *, possible: bool) -> None:
        action = self.addAction(label)
        action.setEnabled(possible)
        action.setData(step)
        action.triggered.connect(self._move)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.depth_chosen.emit(str(action.data()))

    @Slot()
    def _move(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)  # noqa: S101 - connected to those only
        self.moved.emit(action.data())
