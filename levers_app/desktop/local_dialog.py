"""« Chez nous »: what the organisation adds to a lever. Closing keeps what was written."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from levers_app.catalogue.records import LocalComplement
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.entry_fields import FieldBox, TextEditor
from levers_app.sheets.complement import LABELS

_HINTS = {
    "contacts": "Qui appeler ici\u00a0: services, fonctions, numéros.",
    "agreement": "La convention signée, sa date, où la trouver.",
    "practice": "Comment nous faisons, ce qui est particulier à notre patrimoine.",
    "notes": "",
}
_STAYS = (
    "Ces lignes complètent la fiche sans la changer\u00a0: une nouvelle version du contenu ne les touche pas. "
    "Elles ne partent ni en copie ni en PDF, sauf si vous le cochez dans le menu «\u00a0…\u00a0» de la fiche."
)


class LocalDialog(Dialog):
    """Four texts."""

    def __init__(self, complement: LocalComplement, keep: Callable[[LocalComplement], None], parent: QWidget) -> None:
        """Show ``complement``; ``keep`` is given the new one when the dialog closes, if anything changed."""
        super().__init__("Chez nous", parent, columns=80)
        self._complement, self._keep = complement, keep
        self._editors: dict[str, TextEditor] = {}
        self.add_text(_STAYS, quiet=True)
        for name, label in LABELS.items():
            editor = self._editors[name] = TextEditor(self, least=2)
            editor.show_value(getattr(complement, name))
            self.body.addWidget(FieldBox(label, editor, self, hint=_HINTS[name]))
        self._dropped = False
        self.add_button("Abandonner les modifications", self._drop)
        self.add_close("Enregistrer et fermer")
        self.finished.connect(self._finish)
        self._editors["contacts"].setFocus()

    @Slot()
    def _drop(self) -> None:
        self._dropped = True
        self.close()

    @Slot()
    def _finish(self) -> None:
        if self._dropped:
            return
        written = replace(self._complement, **{name: editor.value().strip() for name, editor in self._editors.items()})
        if written != self._complement:
            self._keep(written)
