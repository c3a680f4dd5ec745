"""What is printed beside the items of a note."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from levers_app.catalogue.brief import Brief
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.theme import Theme

_OPTIONS = {
    "cover": ("Page de garde", "Le titre a sa page\u202f; sans elle, il est au-dessus de la première fiche."),
    "contents": ("Sommaire", ""),
    "paged": ("Chaque fiche sur sa page", "Sans cela, elles se suivent et partagent une liste de sources."),
    "sources": ("Sources numérotées", ""),
    "codes": ("Codes QR des deux sources principales", "Pour les ouvrir avec un téléphone, depuis le papier."),
    "sigles": ("Sigles expliqués à la fin", ""),
    "photos": ("Photos", "Celles que leurs auteurs ont choisi d’imprimer."),
    "complements": ("« Chez nous »", "Ce que votre organisme a ajouté aux leviers."),
}


class OptionsPanel(QWidget):
    """A box an option.

    Signals:
        changed: the note as it is now, and what kind of change it was.
    """

    changed = Signal(object, str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin with a note without choices."""
        super().__init__(parent)
        self._brief = Brief("")
        self._boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(4), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(2))
        for name, (label, hint) in _OPTIONS.items():
            box = self._boxes[name] = QCheckBox(label.replace(" »", "\u00a0»").replace("« ", "«\u00a0"), self)
            box.setProperty("name", name)
            box.setAccessibleDescription(hint)
            box.clicked.connect(self._take)
            column.addWidget(box)
            if hint:
                said = text_label(hint, self, role="quiet")
                said.setContentsMargins(theme.px(24), 0, 0, 0)
                column.addWidget(said)
            column.addSpacing(theme.px(6))
        column.addStretch(1)

    def show_brief(self, brief: Brief) -> None:
        """Show the options of a note."""
        self._brief = brief
        for name, box in self._boxes.items():
            box.setChecked(getattr(brief.options, name))
        self._boxes["codes"].setEnabled(brief.options.sources)

    def take_focus(self) -> None:
        """Give the keyboard to the first box."""
        self._boxes["cover"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _take(self) -> None:
        box = self.sender()
        assert isinstance(box, QCheckBox)  # noqa: S101 - connected to those only
        name = str(box.property("name"))
        options = replace(self._brief.options, **{name: box.isChecked()})
        self.changed.emit(replace(self._brief, options=options), f"option:{name}", "")
