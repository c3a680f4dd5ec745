"""« Chez nous »: what the organisation adds to a lever. Closing keeps what was written."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from levers_app.catalogue.records import LocalComplement
from levers_app.desktop.texts_dialog import TextField, TextsDialog
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


class LocalDialog(TextsDialog):
    """Four texts."""

    def __init__(self, complement: LocalComplement, keep: Callable[[LocalComplement], None], parent: QWidget) -> None:
        """Show ``complement``; ``keep`` is given the new one when the dialog closes, if anything changed."""
        self._complement, self._keep_complement = complement, keep
        fields = {name: TextField(label, _HINTS[name], getattr(complement, name)) for name, label in LABELS.items()}
        super().__init__("Chez nous", _STAYS, fields, self._change, parent, columns=80)

    def _change(self, texts: dict[str, str]) -> None:
        written = replace(self._complement, **{name: text.strip() for name, text in texts.items()})
        if written != self._complement:
            self._keep_complement(written)
