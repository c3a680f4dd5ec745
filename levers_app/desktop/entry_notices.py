"""Above the form: what is to be told, and examples that are very like the one being written."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from levers_app.catalogue.records import Card
from levers_app.catalogue.typography import shortened
from levers_app.desktop.dialogs import Choice, ChoiceButtons, announce, plain_button, text_label
from levers_app.desktop.flow_layout import clear_layout
from levers_app.sheets.wording import place_and_period


class EntryNotice(QFrame):
    """A text, and a button for each thing one may do about it."""

    def __init__(self, parent: QWidget, *, margins: tuple[int, int] = (32, 24)) -> None:
        """Hidden; ``margins`` are those at left and right."""
        super().__init__(parent)
        self.setProperty("look", "warn")
        self._text = text_label("", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(margins[0], 8, margins[1], 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QAbstractButton] = []
        self.hide()

    def show_text(self, text: str, choices: tuple[Choice, ...] = ()) -> None:
        """Show ``text`` and ``choices`` in place of the earlier ones; nothing hides it all."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = ChoiceButtons(choices, self, look="bar").buttons()
        for button in self._buttons:
            self._row.addWidget(button)
        self._text.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)


class SimilarBar(QFrame):
    """One line an example, with a button; hidden while there is none.

    Signals:
        open_wanted: id of the example to be looked at.
    """

    open_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Hidden."""
        super().__init__(parent)
        self.setProperty("look", "callout")
        self._cards: tuple[Card, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 8, 24, 8)
        self._column.setSpacing(4)
        self.hide()

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these examples in place of the earlier ones."""
        if tuple(cards) == self._cards:
            return
        self._cards = tuple(cards)
        clear_layout(self._column)
        for card in self._cards:
            self._column.addWidget(self._line(card))
        self.setVisible(bool(self._cards))

    def _line(self, card: Card) -> QWidget:
        line = QWidget(self)
        where = place_and_period(card.place, card.start, card.end)
        text = f"Un exemple très proche existe déjà\u00a0: «\u00a0{shortened(card.title)}\u00a0»"
        text += f" ({where})." if where else "."
        look = plain_button("Le voir", line, look="bar")
        look.setAccessibleName(f"Voir l’exemple {card.title}")
        look.clicked.connect(partial(self.open_wanted.emit, card.id))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text_label(text, line), 1)
        row.addWidget(look)
        announce(self, text)
        return line
