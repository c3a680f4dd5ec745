"""What a person says of a site: its problems, its territory, what is there already, words of their own."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.one_of import OneOf
from levers_app.desktop.picker import Picker
from levers_app.desktop.situation_state import LONGEST_WORDS, Description
from levers_app.desktop.situation_troubles import TroublesField
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import UNKNOWN
from levers_app.sheets.wording import short_label


class SituationForm(QWidget):
    """The form at left; it only tells what was asked.

    Signals:
        edited: something was chosen or typed.
        reset_wanted: it is to be emptied.
    """

    edited = Signal()
    reset_wanted = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin blank."""
        super().__init__(parent)
        self._chosen: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20))
        self._column.setSpacing(theme.px(6))
        levels = {slug: entry.label for slug, entry in vocabulary.intensities.items()}
        self.troubles = TroublesField(theme, vocabulary.problems, levels, self)
        self._part("Problèmes du site", self.troubles)
        self._territories = OneOf(self)
        self._part("Territoire", self._territory(vocabulary))
        self.present = Picker(theme, self, placeholder="Ajouter un levier")
        self.present.setAccessibleName("Leviers déjà en place")
        self._part("Déjà en place", self.present)
        self.words = QLineEdit(self)
        self.words.setMaxLength(LONGEST_WORDS)
        self.words.setPlaceholderText("Dalle, hall traversant, gardien seul…")
        self.words.setAccessibleName("Vos mots, qui choisissent les exemples proches")
        self._part("Vos mots", self.words, "Ils choisissent des exemples proches, jamais l’ordre des leviers.")
        self._column.addSpacing(theme.px(12))
        self.reset = plain_button("Recommencer", self)
        self.reset.clicked.connect(self.reset_wanted)
        self._column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        self.troubles.edited.connect(self._tell)
        self.present.edited.connect(self._tell)
        self.words.textEdited.connect(self._tell)
        self._territories.idToggled.connect(self._toggled)

    def set_levers(self, labels: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> None:
        """Offer these levers, by slug, with what else each is called."""
        self.present.set_known(labels, names)

    def value(self) -> Description:
        """What is said; the levers kept for the plan are those that were shown last."""
        checked = self._territories.checkedButton()
        return Description(
            troubles=self.troubles.value(),
            territory=str(checked.property("slug")) if checked is not None else UNKNOWN,
            present=self.present.value(),
            words=self.words.text(),
            chosen=self._chosen,
        )

    def show_value(self, description: Description) -> None:
        """Show a description; nothing is told of it."""
        self.blockSignals(True)
        self._chosen = description.chosen
        self.troubles.show_value(description.troubles)
        self.present.show_value(description.present)
        if self.words.text() != description.words:
            self.words.setText(description.words)
        for button in self._territories.buttons():
            button.setChecked(button.property("slug") == description.territory)
        self.blockSignals(False)
        self.reset.setEnabled(not description.is_blank)

    def take_focus(self) -> None:
        """Give the keyboard to the line that finds problems."""
        self.troubles.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _part(self, title: str, editor: QWidget, remark: str = "") -> None:
        if self._column.count():
            self._column.addSpacing(10)
        label = text_label(title, self, role="ui_strong")
        label.setBuddy(editor)
        self._column.addWidget(label)
        self._column.addWidget(editor)
        if remark:
            self._column.addWidget(text_label(remark, self, role="quiet"))

    def _territory(self, vocabulary: Vocabulary) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for number, (slug, entry) in enumerate(vocabulary.territories.items()):
            button = QRadioButton(short_label(entry), box)
            button.setProperty("slug", slug)
            button.setAccessibleName(f"Territoire\u00a0: {entry.label}")
            self._territories.add(button, number)
            grid.addWidget(button, number // 2, number % 2)
        self._territories.buttons()[-1].setChecked(True)
        return box

    @Slot(int, bool)
    def _toggled(self, _: int, on: bool) -> None:
        if on:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
