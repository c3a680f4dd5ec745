"""« Modifier la fiche » of a lever: a local version of what it says. Closing keeps what was written."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from levers_app.catalogue.draft import lines
from levers_app.catalogue.records import Lever
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.entry_fields import FieldBox, TextEditor

_ABOUT = (
    "Vous faites une version de cette fiche pour votre organisme. Celle de Leviers est gardée à côté\u00a0: le menu "
    "«\u00a0…\u00a0» compare les deux et y revient. Les renvois comme [gltd-2] citent les sources de la fiche."
)
_ONE_A_LINE = "Une par ligne."
_FIELDS: Mapping[str, tuple[str, str, int]] = {
    "summary": ("Résumé", "", 3),
    "description": ("Description", "", 6),
    "objectives": ("Objectifs", _ONE_A_LINE, 3),
    "success_conditions": ("À quelles conditions", _ONE_A_LINE, 4),
    "limits": ("Limites et effets indésirables", _ONE_A_LINE, 4),
    "indicators": ("Indicateurs", _ONE_A_LINE, 3),
    "costs": ("Coûts", "", 2),
    "funding": ("Financements", _ONE_A_LINE, 2),
}
"""Label, hint and least lines of what may be changed here."""


class LeverDialog(Dialog):
    """One text a field."""

    def __init__(self, lever: Lever, keep: Callable[[Lever], None], parent: QWidget) -> None:
        """Show ``lever``; ``keep`` is given the new one when the dialog closes, if anything changed."""
        super().__init__(f"Modifier la fiche\u00a0: {lever.short}", parent, columns=96)
        self._lever, self._keep = lever, keep
        self._editors: dict[str, TextEditor] = {}
        self.add_text(_ABOUT, quiet=True)
        for name, (label, hint, least) in _FIELDS.items():
            editor = self._editors[name] = TextEditor(self, least=least)
            editor.show_value(_text(getattr(lever, name)))
            self.body.addWidget(FieldBox(label, editor, self, hint=hint))
        self._dropped = False
        self.add_button("Abandonner les modifications", self._drop)
        self.add_close("Enregistrer et fermer")
        self.finished.connect(self._finish)
        self._editors["summary"].setFocus()

    @Slot()
    def _drop(self) -> None:
        self._dropped = True
        self.close()

    @Slot()
    def _finish(self) -> None:
        if self._dropped:
            return
        changed: dict[str, Any] = {}
        for name, editor in self._editors.items():
            before = getattr(self._lever, name)
            if editor.value() != _text(before):
                changed[name] = lines(editor.value()) if isinstance(before, tuple) else editor.value().strip()
        if changed:
            self._keep(replace(self._lever, **changed))


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "\n".join(value)
