"""What stands in place of the items of a note that has none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.shortcuts import shown_keys
from levers_app.desktop.theme import Theme

_EMPTY = (
    "Cette note est vide. Ajoutez une fiche ou un paragraphe ici, ou parcourez les fiches\u00a0: "
    f"{shown_keys('add_to_note')} ajoute à la note celle qui est ouverte."
)


class EmptyNote(QWidget):
    """Two ways to begin.

    Signals:
        sheet_wanted, words_wanted: what is to be added first.
    """

    sheet_wanted = Signal()
    words_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say how notes are filled."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(text_label(_EMPTY, self))
        sheet = plain_button("Ajouter une fiche…", self)
        sheet.clicked.connect(self.sheet_wanted)
        words = plain_button("Ajouter un paragraphe", self)
        words.clicked.connect(self.words_wanted)
        self.stops = (sheet, words)
        for button in self.stops:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        self.stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
