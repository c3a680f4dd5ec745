"""Under a field: what looks like personal data in it, to be taken out or kept for a reason."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from levers_app.catalogue.privacy import ADVICE, LABELS, Finding
from levers_app.catalogue.typography import shortened
from levers_app.desktop.dialogs import AnswerLine, plain_button, text_label

LEAST_REASON = 3


class PrivacyRemark(QFrame):
    """One finding: its words, what they look like, what to write instead.

    Signals:
        removed: the words are to go.
        kept: they stay, for the reason given.
    """

    removed = Signal(str)
    kept = Signal(str, str)

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        """Show ``finding``."""
        super().__init__(parent)
        self.setProperty("look", "warn")
        self.words = finding.text
        shown = shortened(finding.text, 60)
        text = f"«\u00a0{shown}\u00a0» {LABELS[finding.kind]}. {ADVICE[finding.kind]}"
        self.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(text_label(text, self))
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        remove = plain_button("Retirer", self._buttons, look="bar")
        remove.setAccessibleName(f"Retirer {shown}")
        remove.clicked.connect(self._remove)
        keep = plain_button("Le garder…", self._buttons, look="bar")
        keep.setAccessibleName(f"Garder {shown}, en disant pourquoi")
        keep.clicked.connect(self._ask)
        for button in (keep, remove):  # in this order: a blank that is typed after Tab takes nothing away
            button.setAccessibleDescription(text)
            row.addWidget(button)
        row.addStretch(1)
        column.addWidget(self._buttons)
        self._reason = QWidget(self)
        asking = QHBoxLayout(self._reason)
        asking.setContentsMargins(0, 0, 0, 0)
        self._line = AnswerLine(self._reason)
        self._line.setPlaceholderText("Pourquoi le garder\u202f? (nom public, accord écrit…)")
        self._line.setAccessibleName("Raison de garder ces mots")
        self._line.answered.connect(self._keep)
        confirm = plain_button("Garder", self._reason, look="bar")
        confirm.clicked.connect(self._keep)
        asking.addWidget(self._line, 1)
        asking.addWidget(confirm)
        self._reason.hide()
        column.addWidget(self._reason)
        self._short = text_label("Dites-le en quelques mots\u00a0: la raison reste avec l’exemple.", self, role="fault")
        self._short.hide()
        column.addWidget(self._short)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.words)

    @Slot()
    def _ask(self) -> None:
        self._buttons.hide()
        self._reason.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _keep(self) -> None:
        reason = self._line.text().strip()
        if len(reason) >= LEAST_REASON:
            self.kept.emit(self.words, reason)
        else:
            self._short.show()
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
