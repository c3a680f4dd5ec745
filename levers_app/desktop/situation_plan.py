"""The levers kept: what they make together, and what can be done with them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from levers_app.catalogue.brief import FEWEST_COMPARED, MOST_COMPARED
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.dialogs import plain_button
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.line_list import LineList
from levers_app.desktop.line_rows import LineRow
from levers_app.desktop.situation_answer import Answer
from levers_app.desktop.situation_rows import plan_rows
from levers_app.desktop.theme import Theme


class PlanPane(QWidget):
    """What the plan covers and lacks, in a list, under the buttons.

    Signals:
        toggled: id of a lever that is to leave the plan.
        compare_wanted: the levers of the plan are to be compared.
        note_wanted: a note is to be made of them.
        action_plan_wanted: a plan of action is to be made of those that are not in place yet.
    """

    toggled = Signal(str)
    compare_wanted = Signal()
    note_wanted = Signal()
    action_plan_wanted = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin with no lever kept."""
        super().__init__(parent)
        self._vocabulary = vocabulary
        self.lines = LineList(theme, "Ce que couvre le plan", self)
        self.lines.setAccessibleDescription(
            "Suppr retire un levier du plan, comme sa case dans l’onglet «\u00a0Leviers\u00a0»."
        )
        self.lines.dropped.connect(self._take_out)
        px = theme.px
        bar = QFrame(self)
        around = QVBoxLayout(bar)
        around.setContentsMargins(px(20), px(12), px(20), px(8))
        row = FlowLayout(spacing=px(8))
        around.addLayout(row)
        self._plan = plain_button("En faire un plan d’actions", bar, look="main")
        self._plan.setToolTip("Les étapes, acteurs et indicateurs des fiches, à compléter\u00a0: qui, quand, avec quoi")
        self._plan.clicked.connect(self.action_plan_wanted)
        row.addWidget(self._plan)
        self._note = plain_button("En faire une note", bar)
        self._note.clicked.connect(self.note_wanted)
        row.addWidget(self._note)
        self._compare = plain_button("Comparer ces leviers", bar)
        self._compare.clicked.connect(self.compare_wanted)
        row.addWidget(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.lines, 1)

    def show_answer(self, answer: Answer) -> None:
        """Show what the levers of an answer make together."""
        self.lines.set_rows(plan_rows(answer, self._vocabulary))
        count = len(answer.plan.levers) if answer.plan is not None else 0
        self._compare.setVisible(FEWEST_COMPARED <= count <= MOST_COMPARED)
        self._note.setVisible(bool(count))
        self._plan.setVisible(bool(set(answer.description.chosen) - set(answer.description.present)))

    @Slot(object)
    def _take_out(self, row: LineRow) -> None:
        """Take the lever of a row out of the plan; other rows are none, and what is in place stays."""
        if row.key.startswith("lever:"):
            self.toggled.emit(row.key)
