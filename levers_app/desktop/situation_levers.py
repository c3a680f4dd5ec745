"""The levers to study, and beside them why the one that is read stands there."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from levers_app.catalogue.records import record_id
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.dialogs import plain_button, text_label
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.line_list import LineList
from levers_app.desktop.proposal_list import ProposalList
from levers_app.desktop.situation_answer import Answer
from levers_app.desktop.situation_rows import reason_rows
from levers_app.desktop.situation_state import Description
from levers_app.desktop.situation_ways import State, none_answers
from levers_app.desktop.states import StatePage
from levers_app.desktop.theme import Theme
from levers_app.insight.situation import Proposal

_SIDE_BY_SIDE = 680
"""From this width on the reasons stand beside the list; below, under it."""


class LeversPane(QWidget):
    """The list, and the reasons of its current lever with what one can do with it.

    Signals:
        toggled: id of a lever that is to enter or leave the plan.
        opened: id of a lever whose sheet is wanted.
        compare_wanted: id of a lever that is to be compared.
        way_chosen: key of a way on where no lever answers.
    """

    toggled = Signal(str)
    opened = Signal(str)
    compare_wanted = Signal(str)
    way_chosen = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._answer: Answer | None = None
        self._shown: Proposal | None = None
        self.list = ProposalList(theme, vocabulary, self)
        self.list.glanced.connect(self._show)
        self.list.toggled.connect(self.toggled)
        self.list.opened.connect(self.opened)
        self.reasons = LineList(theme, "Pourquoi ce levier", self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._detail())
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self._none = StatePage(theme, self)
        self._none.chosen.connect(self.way_chosen)
        self._state: State | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._none)

    def _detail(self) -> QWidget:
        px = self._theme.px
        detail = QFrame(self)
        detail.setProperty("look", "list")
        self._title = text_label("", detail, role="section")
        self._keep = plain_button("Ajouter au plan", detail)
        self._keep.clicked.connect(self._toggle)
        sheet = plain_button("Ouvrir la fiche", detail, look="plain")
        sheet.clicked.connect(self._open)
        compare = plain_button("Comparer", detail, look="plain")
        compare.clicked.connect(self._compare)
        row = FlowLayout(spacing=px(8))
        for button in (self._keep, sheet, compare):
            row.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(px(20), px(16), px(20), 0)
        head.setSpacing(px(8))
        head.addWidget(self._title)
        head.addLayout(row)
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.reasons, 1)
        return detail

    def show_answer(self, answer: Answer) -> None:
        """Show the levers of an answer: those to study, then those in place."""
        self._answer = answer
        advice = answer.advice
        present = frozenset(proposal.id for proposal in advice.present)
        self.list.show_proposals((*advice.proposals, *advice.present), present, _ids(answer.description))
        self._show(self._current())
        self._bring_to_front(answer)

    def _bring_to_front(self, answer: Answer) -> None:
        """Show the levers, or say that there are none; the keyboard, if it was here, stays here."""
        front: QWidget = self._splitter
        if not self.list.levers.proposals:
            front = self._none
            state = none_answers(len(answer.description.troubles), len(answer.advice.nearest))
            if state != self._state:  # else the ways on stay, and the keyboard on them
                self._none.show_state(*state)
            self._state = state
        if front is not self._stack.currentWidget():
            had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
            self._stack.setCurrentWidget(front)
            if had_focus:
                self.take_focus()

    def choose(self, description: Description) -> None:
        """Show at once which levers are in the plan."""
        self.list.levers.choose(_ids(description))
        self._show_keep()

    def arrange(self, width: int) -> None:
        """Stand side by side where there is room for it."""
        beside = width >= self._theme.px(_SIDE_BY_SIDE)
        self._splitter.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self._title.setVisible(beside)  # the row above it has the same words

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the first way on where there is none."""
        self.front.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def front(self) -> QWidget:
        """What the keyboard goes to."""
        return (self._none.first_way if self._stack.currentWidget() is self._none else None) or self.list

    def _current(self) -> Proposal | None:
        current = self.list.current()
        return next((each for each in self.list.levers.proposals if each.id == current), None)

    @Slot(object)
    def _show(self, proposal: Proposal | None) -> None:
        self._shown = proposal
        if proposal is None or self._answer is None:
            self._title.clear()
            self.reasons.set_rows(())
        else:
            self._title.setText(proposal.title)
            self.reasons.set_rows(reason_rows(self._answer, proposal))
        self._show_keep()

    def _show_keep(self) -> None:
        shown, levers = self._shown, self.list.levers
        there = shown is not None and shown.id in levers.present
        kept = shown is not None and shown.id in levers.chosen
        self._keep.setText("Déjà en place" if there else "Retirer du plan" if kept else "Ajouter au plan")
        self._keep.setEnabled(shown is not None and not there)

    @Slot()
    def _toggle(self) -> None:
        if self._shown is not None:
            self.toggled.emit(self._shown.id)

    @Slot()
    def _open(self) -> None:
        if self._shown is not None:
            self.opened.emit(self._shown.id)

    @Slot()
    def _compare(self) -> None:
        if self._shown is not None:
            self.compare_wanted.emit(self._shown.id)


def _ids(description: Description) -> frozenset[str]:
    return frozenset(record_id("lever", slug) for slug in description.chosen)
