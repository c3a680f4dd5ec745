"""What is chosen of a table of actions as a whole: its title, and whether its site is in a QPV."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from levers_app.catalogue.brief import ActionsItem
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import UNKNOWN


class ActionOptions(QWidget):
    """A button that leads to the actions, a line and a choice.

    Signals:
        edited: the item as it is now.
        enter_wanted: the actions are to be changed.
    """

    edited = Signal(object)
    enter_wanted = Signal()

    def __init__(self, theme: Theme, territories: Mapping[str, str], parent: QWidget) -> None:
        """``territories`` are slugs and what they are called."""
        super().__init__(parent)
        self._item = ActionsItem()
        self.enter = plain_button("Modifier les actions", self)
        self.enter.clicked.connect(self.enter_wanted)
        self._title = LineEditor(self, placeholder="Titre, facultatif")
        self._title.setAccessibleName("Titre du tableau")
        self._title.edited.connect(self._tell)
        self._territory = QComboBox(self)
        self._territory.setAccessibleName("Territoire du site")
        self._territory.setAccessibleDescription("Il change ce que les fiches proposent pour porter et payer.")
        for slug, label in territories.items():
            self._territory.addItem(label, slug)
        self._territory.activated.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(4))
        column.addWidget(self._title)
        column.addWidget(text_label("Territoire du site", self, role="ui_strong"))
        column.addWidget(self._territory)

    def show_item(self, item: ActionsItem) -> None:
        """Show the choices of an item."""
        self._item = item
        self._title.show_value(item.title)
        self._territory.setCurrentIndex(self._territory.findData(item.territory or UNKNOWN))

    @Slot()
    def _tell(self) -> None:
        territory = str(self._territory.currentData())
        self.edited.emit(replace(self._item, title=self._title.value(), territory=territory))
