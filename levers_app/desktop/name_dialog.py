"""A small dialog that asks for a name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from levers_app.desktop.dialogs import AnswerLine, Dialog

NAME_LENGTH = 200


class NameDialog(Dialog):
    """One line; Enter answers, Esc gives up.

    Signals:
        named: the name that was typed.
    """

    named = Signal(str)

    def __init__(self, title: str, label: str, name: str, parent: QWidget, *, about: str = "") -> None:
        """Begin with ``name``, selected."""
        super().__init__(title, parent, columns=48)
        if about:
            self.add_text(about, quiet=True)
        self.add_text(label)
        self.field = AnswerLine(self)
        self.field.setMaxLength(NAME_LENGTH)
        self.field.setAccessibleName(label)
        self.field.setText(name)
        self.field.selectAll()
        self.field.answered.connect(self._answer)
        self.field.textChanged.connect(self._judge)
        self.body.addWidget(self.field)
        self.add_button("Abandonner", self.close)
        self._ok = self.add_button("Enregistrer", self._answer)
        self._ok.setProperty("look", "main")
        self._judge()
        self.field.setFocus()

    @Slot()
    def _judge(self) -> None:
        self._ok.setEnabled(bool(self.field.text().strip()))

    @Slot()
    def _answer(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.named.emit(name)
            self.close()
