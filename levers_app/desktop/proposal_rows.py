"""The levers of an answer as rows: what each is called, what sets it apart, its place, whether it is in the plan."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.situation_rows import telling
from levers_app.insight.situation import Proposal
from levers_app.sheets.wording import outcome_count

Index = QModelIndex | QPersistentModelIndex
PROPOSAL = int(Qt.ItemDataRole.UserRole) + 1
PRESENT, TELLING, PLACE = PROPOSAL + 1, PROPOSAL + 2, PROPOSAL + 3


class ProposalModel(QAbstractListModel):
    """Levers in order, each checked when it is in the plan."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._vocabulary = vocabulary
        self.proposals: Sequence[Proposal] = ()
        self.chosen: Collection[str] = ()
        self.present: Collection[str] = ()
        self._answered = 0

    def show(self, proposals: Sequence[Proposal], present: Collection[str]) -> None:
        """Show levers; those of ``present`` are in place already."""
        self.beginResetModel()
        self.proposals, self.present = proposals, present
        self._answered = len({slug for proposal in proposals for slug in proposal.addressed})
        self.endResetModel()

    def choose(self, chosen: Collection[str]) -> None:
        """Check these levers (ids), and no others."""
        self.chosen = chosen
        if self.proposals:
            self.dataChanged.emit(self.index(0), self.index(len(self.proposals) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of levers."""
        return 0 if parent.isValid() else len(self.proposals)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Screen readers say of each whether it is checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, spoken words, whether it is in the plan; the lever itself, and what is painted of it."""
        proposal = self.proposals[index.row()] if index.isValid() else None
        match role:
            case _ if proposal is None:
                pass
            case Qt.ItemDataRole.DisplayRole:
                return proposal.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(proposal, index.row() + 1)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if proposal.id in self.chosen else Qt.CheckState.Unchecked
            case _ if role >= PROPOSAL:
                return self._own(proposal, index.row() + 1, role)
        return None

    def _own(self, proposal: Proposal, place: int, role: int) -> Any:
        match role:
            case _ if role == PRESENT:
                return proposal.id in self.present
            case _ if role == TELLING:
                return telling(proposal, self._answered)
            case _ if role == PLACE:
                return "" if proposal.id in self.present else str(place)
        return proposal if role == PROPOSAL else None

    def strength(self, proposal: Proposal) -> str:
        """Return the words of a strength of evidence."""
        return self._vocabulary.strengths[proposal.strength].label

    def _spoken(self, proposal: Proposal, place: int) -> str:
        outcomes = ", ".join(outcome_count(n, slug) for slug, n in proposal.outcomes.met)
        there = "Déjà en place" if proposal.id in self.present else ""
        kept = "Dans le plan" if proposal.id in self.chosen else ""
        examples = f"Exemples comparables\u00a0: {outcomes}" if outcomes else "Aucun exemple comparable"
        apart = telling(proposal, self._answered).rstrip(".")
        parts = (f"{place}. {proposal.title}", there, kept, apart, self.strength(proposal), examples)
        return f"{'. '.join(filter(None, parts))}."
