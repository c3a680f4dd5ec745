"""A dialog of several texts, one a field. Closing keeps what was written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.entry_fields import FieldBox, TextEditor


@dataclass(frozen=True, slots=True)
class TextField:
    """One text: its label, what to write there, what stands in it, and how many lines it shows at least."""

    label: str
    hint: str
    text: str
    least: int = 2


class TextsDialog(Dialog):
    """The fields under one another."""

    def __init__(
        self,
        title: str,
        about: str,
        fields: Mapping[str, TextField],
        keep: Callable[[dict[str, str]], None],
        parent: QWidget,
        *,
        columns: int,
    ) -> None:
        """Show ``fields`` by name; when the dialog closes ``keep`` is given the texts that changed, if any did."""
        super().__init__(title, parent, columns=columns)
        self._fields, self._keep = fields, keep
        self._editors: dict[str, TextEditor] = {}
        self._dropped = False
        self.add_text(about, quiet=True)
        for name, field in fields.items():
            editor = self._editors[name] = TextEditor(self, least=field.least)
            editor.show_value(field.text)
            self.body.addWidget(FieldBox(field.label, editor, self, hint=field.hint))
        self.add_button("Abandonner les modifications", self._drop)
        self.add_close("Enregistrer et fermer")
        self.finished.connect(self._finish)
        next(iter(self._editors.values())).setFocus()

    @Slot()
    def _drop(self) -> None:
        self._dropped = True
        self.close()

    @Slot()
    def _finish(self) -> None:
        texts = {name: editor.value() for name, editor in self._editors.items()}
        changed = {name: text for name, text in texts.items() if text != self._fields[name].text}
        if changed and not self._dropped:
            self._keep(changed)
