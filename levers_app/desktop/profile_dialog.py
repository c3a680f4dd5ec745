"""« Votre profil »: who writes, as they declare it."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from levers_app.catalogue.profile import DECLARED, ROLES, Profile
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.entry_fields import ChoiceEditor, LineEditor
from levers_app.desktop.field_box import FieldBox


class ProfileDialog(Dialog):
    """Asks for a name, an organisation and a role."""

    def __init__(self, profile: Profile, keep: Callable[[Profile], None], parent: QWidget) -> None:
        """Show ``profile``; ``keep`` is given the new one."""
        super().__init__("Votre profil", parent)
        self._keep = keep
        self.add_text(DECLARED, quiet=True)
        self._name = LineEditor(self)
        self._organisation = LineEditor(self)
        self._role = ChoiceEditor(ROLES.items(), self)
        for label, editor, hint in (
            ("Votre nom", self._name, "Il signe ce que vous écrivez, dans l’historique."),
            ("Votre organisme", self._organisation, "Il est proposé dans les nouveaux exemples."),
            ("Votre rôle", self._role, ""),
        ):
            self.body.addWidget(FieldBox(label, editor, self, hint=hint))
        self._name.show_value(profile.name)
        self._organisation.show_value(profile.organisation)
        self._role.show_value(profile.role)
        self.add_button("Annuler", self.close)
        self.add_close("Enregistrer").clicked.connect(self._accept)
        self._name.setFocus()

    @Slot()
    def _accept(self) -> None:
        self._keep(Profile(self._name.value().strip(), self._organisation.value().strip(), self._role.value()))
