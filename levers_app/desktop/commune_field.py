"""The place of an example: a commune found among all those of France, which brings its department and region."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from levers_app.catalogue.communes import Commune, Communes
from levers_app.catalogue.departments import department_label
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.suggester import Suggester, Suggestion

Place = tuple[str, str, str]
"""Commune, number of the department, region."""
_SEVERAL = "Plusieurs communes s’appellent ou commencent ainsi\u00a0: choisissez la vôtre dans la liste."


class CommuneField(QWidget):
    """A line for the commune; below it what is known of it.

    Signals:
        edited: another place was typed or chosen.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin empty, without knowing any commune."""
        super().__init__(parent)
        self._communes: Communes | None = None
        self._department = self._region = self._about = ""
        self._alone: Commune | None = None
        self._shown: Place = ("", "", "")
        self.line = LineEditor(self, placeholder="Commencez à écrire\u00a0: Saint-Denis, Marseille 13e…")
        self._known = text_label("", self, role="quiet")
        self._known.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self._known)
        self.setFocusProxy(self.line)
        self._suggester = Suggester(self.line, self._suggest)
        self._suggester.taken.connect(self._take, Qt.ConnectionType.QueuedConnection)  # after the completer wrote
        self.line.edited.connect(self._typed)
        self.line.returnPressed.connect(self._take_only)
        self.line.editingFinished.connect(self._write_out)

    def set_communes(self, communes: Communes) -> None:
        """Know these communes from now on."""
        self._communes = communes
        if not self._department and not self._region:  # a place that was recorded stays as it is
            self._recognise()

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which has the keyboard."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the line."""
        super().setAccessibleDescription(description)
        self._about = description
        self._describe()

    def _describe(self) -> None:
        self.line.setAccessibleDescription(" ".join(filter(None, (self._about, self._known.text()))))

    def value(self) -> Place:
        """Commune, department, region: the last two are empty for a place that is not known."""
        return self.line.text(), self._department, self._region

    def show_value(self, value: Place) -> None:
        """Show a place."""
        if value != self.value():
            commune, self._department, self._region = value
            self._alone, self._shown = None, value
            self.line.show_value(commune)
            self._tell()

    @Slot()
    def _typed(self) -> None:
        self._recognise()
        self.edited.emit()

    def _recognise(self) -> None:
        """Take the commune that is called just as typed, when there is only one."""
        if self._communes is None:
            return
        typed = self.line.text().strip()
        commune, *known = self._shown
        if typed == commune.strip() and any(known):  # as it was recorded, which may be several communes
            self._alone, (self._department, self._region) = None, known
            self._tell()
            return
        found = self._communes.named(typed, self._department) if typed else []
        found = found or (self._communes.named(typed) if typed else [])
        alone = self._alone = found[0] if len(found) == 1 else None
        self._department = alone.department if alone else ""
        self._region = alone.region if alone else ""
        self._tell(len(found))

    def _tell(self, homonyms: int = 0) -> None:
        if self._department:
            text = f"{department_label(self._department)}, {self._region}"
        elif homonyms > 1:
            text = f"{homonyms} communes portent ce nom\u00a0: choisissez la vôtre dans la liste."
        elif self.line.text().strip() and self._communes is not None and self._suggester.first is None:
            text = "Commune inconnue\u00a0: le lieu sera gardé tel quel, sans département ni région."
        else:
            text = ""
        self._say(text)

    def _say(self, text: str) -> None:
        self._known.setText(text)
        self._known.setVisible(bool(text))
        self._describe()

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        if self._communes is None or not text.strip():
            return ()
        return [Suggestion(f"{c.name} ({c.department})", c) for c in self._communes.starting_with(text)]

    @Slot(object)
    def _take(self, commune: Commune) -> None:
        self.line.setText(commune.name)
        self._alone = commune
        self._department, self._region = commune.department, commune.region
        self._tell()
        self.edited.emit()

    @Slot()
    def _write_out(self) -> None:
        """Write the name of a recognised commune as it is written: « reze » is « Rezé »."""
        if self._alone is not None and self.line.text().strip() != self._alone.name:
            self.line.setText(self._alone.name)
            self.edited.emit()

    @Slot()
    def _take_only(self) -> None:
        """Take the only commune so begun; of several, Enter takes none that the arrows did not choose."""
        found = self._suggest(self.line.text())
        if self._department or not found:
            return
        if len(found) == 1:
            self._take(found[0].data)
            self._suggester.hide()
        else:
            self._say(_SEVERAL)
            self._suggester.offer()
