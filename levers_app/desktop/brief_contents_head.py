"""The line above the items of a note: how many they are, and what can be added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from levers_app.desktop.dialogs import plain_button
from levers_app.sheets.wording import counted


class ContentsHead(QWidget):
    """A count and a menu.

    Signals:
        sheet_wanted, words_wanted, comparison_wanted, actions_wanted: what is to be added.
    """

    sheet_wanted = Signal()
    words_wanted = Signal()
    comparison_wanted = Signal()
    actions_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin without a count."""
        super().__init__(parent)
        self._count = QLabel(self)
        self._count.setProperty("role", "quiet")
        self.add = plain_button("Ajouter…", self, look="link")
        menu = QMenu(self.add)
        for label, signal in (
            ("Une fiche…", self.sheet_wanted),
            ("Un paragraphe", self.words_wanted),
            ("Un comparatif de leviers", self.comparison_wanted),
            ("Un tableau d’actions", self.actions_wanted),
        ):
            menu.addAction(label).triggered.connect(signal)
        self.add.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.add)

    def show_count(self, items: int) -> None:
        """Say how many items there are."""
        self._count.setText(counted(items, "élément"))
