"""A dialog of several texts, one a field; what is typed is kept by :mod:`texts_editing`, and saved when asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.entry_fields import TextEditor
from levers_app.desktop.entry_notices import EntryNotice
from levers_app.desktop.field_box import FieldBox

_SAVE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class TextField:
    """One text: its label, what to write there, what stands in it, and how many lines it shows at least."""

    label: str
    hint: str
    text: str
    least: int = 2


class TextsDialog(Dialog):
    """The fields under one another; Ctrl+Enter saves.

    Signals:
        edited: something was typed.
        save_wanted: what is typed is to be saved.
        drop_wanted: what is typed is to be forgotten.
    """

    edited = Signal()
    save_wanted = Signal()
    drop_wanted = Signal()

    def __init__(
        self, title: str, about: str, fields: Mapping[str, TextField], parent: QWidget, *, columns: int
    ) -> None:
        """Show ``fields`` by name."""
        super().__init__(title, parent, columns=columns)
        self._fields = fields
        self._waiting: QWidget | None = None
        self._editors: dict[str, TextEditor] = {}
        self.add_text(about, quiet=True)
        for name, field in fields.items():
            editor = self._editors[name] = TextEditor(self, least=field.least)
            editor.show_value(field.text)
            editor.edited.connect(self.edited)
            self.body.addWidget(FieldBox(field.label, editor, self, hint=field.hint))
        self.notice = EntryNotice(self, margins=(16, 12))
        self.add_foot(self.notice)
        self._drop = self.add_button("Abandonner", self.drop_wanted.emit)
        self._drop.setToolTip("Oublier ce qui n’est pas enregistré")
        self._drop.hide()
        self.add_button("Fermer", self.close)
        self.add_main("Enregistrer", self.save_wanted.emit).setToolTip("Enregistrer\u00a0(Ctrl + Entrée)")
        for key in _SAVE_KEYS:
            shortcut = QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), self)
            shortcut.activated.connect(self.save_wanted)
        next(iter(self._editors.values())).setFocus()

    def texts(self) -> dict[str, str]:
        """The texts that are not as the fields gave them, by name."""
        texts = {name: editor.value() for name, editor in self._editors.items()}
        return {name: text for name, text in texts.items() if text != self._fields[name].text}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put other texts into some fields."""
        for name, text in texts.items():
            if name in self._editors:
                self._editors[name].show_value(text)

    @property
    def waits(self) -> bool:
        """Whether what was asked for is under way."""
        return self._waiting is not None

    def wait(self) -> None:
        """Let nothing be typed or closed until :meth:`go_on`."""
        self._waiting = QApplication.focusWidget() or self
        self._enable(enabled=False)

    def go_on(self) -> None:
        """End what :meth:`wait` began, with the keyboard where it was."""
        if self._waiting is not None:
            self._enable(enabled=True)
            self._waiting.setFocus()
            self._waiting = None

    def reject(self) -> None:
        """Close, by Escape too, unless something is under way."""
        if not self.waits:
            super().reject()

    def _enable(self, *, enabled: bool) -> None:
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setEnabled(enabled)

    def show_unsaved(self, told: str) -> None:
        """Say how it stands with what is typed and not saved, and offer to drop it; nothing when all is saved."""
        self.show_state(told)
        self._drop.setVisible(bool(told))
