"""What is chosen of a table of actions as a whole: its title, and whether its site is in a QPV."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from levers_app.catalogue.brief import ActionsItem
from levers_app.desktop.choice_box import ChoiceBox
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import UNKNOWN


class ActionOptions(QWidget):
    """A button that leads to the actions, a line and a choice.

    Signals:
        edited: the item as it is now.
        enter_wanted: the actions are to be changed.
        territory_chosen: slug of the territory of the site: what can carry and pay follows.
        carriers_wanted: who carries and pays is to be written anew.
    """

    edited = Signal(object)
    enter_wanted = Signal()
    territory_chosen = Signal(str)
    carriers_wanted = Signal()

    def __init__(self, theme: Theme, territories: Mapping[str, str], parent: QWidget) -> None:
        """``territories`` are slugs and what they are called."""
        super().__init__(parent)
        self._item = ActionsItem()
        self.enter = plain_button("Modifier les actions", self)
        self.enter.clicked.connect(self.enter_wanted)
        self._title = LineEditor(self, placeholder="Titre, facultatif")
        self._title.setAccessibleName("Titre du tableau")
        self._title.edited.connect(self._tell)
        self._territory = ChoiceBox(self)
        self._territory.setAccessibleName("Territoire du site")
        self._territory.setAccessibleDescription("Il change ce que les fiches proposent pour porter et payer.")
        for slug, label in territories.items():
            self._territory.addItem(label, slug)
        self._territory.activated.connect(self._choose_territory)
        anew = plain_button("Refaire «\u00a0Qui porte, qui paie\u00a0»", self, look="link")
        anew.clicked.connect(self.carriers_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(4))
        column.addWidget(self._title)
        column.addWidget(text_label("Territoire du site", self, role="ui_strong"))
        column.addWidget(self._territory)
        column.addWidget(anew, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, item: ActionsItem) -> None:
        """Show the choices of an item."""
        self._item = item
        self._title.show_value(item.title)
        self._territory.setCurrentIndex(self._territory.findData(item.territory or UNKNOWN))

    def take_focus(self) -> None:
        """Give the keyboard to the title."""
        self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(replace(self._item, title=self._title.value()))

    @Slot()
    def _choose_territory(self) -> None:
        self.territory_chosen.emit(str(self._territory.currentData()))
