"""« Chez nous »: what the organisation adds to a lever."""

from collections.abc import Mapping
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

    def __init__(self, complement: LocalComplement, parent: QWidget) -> None:
        """Show ``complement``."""
        fields = {name: TextField(label, _HINTS[name], getattr(complement, name)) for name, label in LABELS.items()}
        super().__init__("Chez nous", _STAYS, fields, parent, columns=80)


def changed_complement(complement: LocalComplement, texts: Mapping[str, str]) -> LocalComplement:
    """Return ``complement`` with the texts of its dialog that were changed."""
    return replace(complement, **{name: text.strip() for name, text in texts.items()})
