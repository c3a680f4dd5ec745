"""Above an example that is not published: where it stands, and what a reviewer or its author can do about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from levers_app.desktop.dialogs import AnswerLine, plain_button, text_label
from levers_app.sheets.document import Review

_WORDS = {
    "a-relire": "À relire",
    "brouillon": "Renvoyé à son auteur",
}


class ReviewBar(QFrame):
    """Tells and offers; nothing is decided here.

    Signals:
        published: the example is good.
        returned: what its author is asked for.
        edit_wanted: the form, to go on with it.
        profile_wanted: the person would declare another role.
    """

    published = Signal()
    returned = Signal(str)
    edit_wanted = Signal()
    profile_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Hidden until there is something to tell."""
        super().__init__(parent)
        self.setProperty("look", "warn")
        self._review: Review | None = None
        self._state = QLabel(self)
        self._state.setProperty("role", "ui_strong")
        self._told = text_label("", self, role="label")
        self._comment = text_label("", self)
        self._kept = text_label("", self, role="label")
        self._publish = plain_button("Publier", self, look="bar")
        self._publish.clicked.connect(self.published)
        self._send_back = plain_button("Renvoyer…", self, look="bar")
        self._send_back.clicked.connect(self._ask)
        self._edit = plain_button("Reprendre", self, look="bar")
        self._edit.clicked.connect(self.edit_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._state)
        row.addWidget(self._told, 1)
        for button in (self._publish, self._send_back, self._edit):
            row.addWidget(button)
        self._may_publish = False
        self._rule = self._who_publishes()
        self._question = QWidget(self)
        asking = QHBoxLayout(self._question)
        asking.setContentsMargins(0, 0, 0, 0)
        self._line = AnswerLine(self._question)
        self._line.setPlaceholderText("Ce qu’il faudrait compléter ou revoir, dit à l’auteur")
        self._line.setAccessibleName("Commentaire pour l’auteur")
        self._line.answered.connect(self._return)
        give_back = plain_button("Renvoyer", self._question, look="bar")
        give_back.clicked.connect(self._return)
        leave = plain_button("Annuler", self._question, look="bar")
        leave.clicked.connect(self._leave)
        asking.addWidget(self._line, 1)
        asking.addWidget(give_back)
        asking.addWidget(leave)
        self._question.hide()
        self._refusal = text_label("", self, role="fault")
        self._refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._comment)
        column.addWidget(self._kept)
        column.addWidget(self._rule)
        column.addWidget(self._question)
        column.addWidget(self._refusal)
        self.hide()

    def _who_publishes(self) -> QWidget:
        rule = QWidget(self)
        row = QHBoxLayout(rule)
        row.setContentsMargins(0, 0, 0, 0)
        told = QLabel("Seul un relecteur publie.", rule)
        told.setProperty("role", "label")
        profile = plain_button("Votre profil…", rule, look="link")
        profile.clicked.connect(self.profile_wanted)
        row.addWidget(told)
        row.addWidget(profile)
        row.addStretch(1)
        return rule

    def show_review(self, review: Review | None) -> None:
        """Show where an example stands; nothing hides the bar."""
        if review is not None and review == self._review:
            return  # a comment that is being written stays
        self._review = review
        self._leave()
        self.setVisible(review is not None)
        if review is None:
            return
        waits = review.status == "a-relire"
        self._state.setText(_WORDS.get(review.status, ""))
        self._told.setText(review.told)
        self._comment.setText(f"«\u00a0{review.comment}\u00a0»" if review.comment else "")
        self._comment.setVisible(bool(review.comment))
        self._kept.setText(f"Gardé malgré le contrôle des données personnelles\u00a0: {', '.join(review.kept)}.")
        self._kept.setVisible(bool(review.kept))
        self._offer_publishing()
        self._send_back.setVisible(waits)
        self._edit.setVisible(not waits)
        self.setAccessibleName(f"{self._state.text()}. {review.told}")

    def show_role(self, *, may_publish: bool) -> None:
        """Offer to publish, or say who may: the person is a reviewer, as they declare it, or not."""
        self._may_publish = may_publish
        self._offer_publishing()

    def _offer_publishing(self) -> None:
        waits = self._review is not None and self._review.status == "a-relire"
        self._publish.setVisible(waits and self._may_publish)
        self._rule.setVisible(waits and not self._may_publish)

    def show_refusal(self, why: str) -> None:
        """Say why the example is not sent back; the comment is there as it was typed, to be put right."""
        self._refusal.setText(why)
        self._refusal.show()
        self._line.setAccessibleDescription(why)
        self._ask()

    @Slot()
    def _leave(self) -> None:
        self._close()
        self._line.clear()

    def _close(self) -> None:
        self._question.hide()
        self._refusal.hide()
        self._line.setAccessibleDescription("")

    @Slot()
    def _ask(self) -> None:
        self._question.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.end(False)  # Qt selects what is there, and the next key would wipe it

    @Slot()
    def _return(self) -> None:
        words = self._line.text().strip()
        if words:
            self._close()
            self.returned.emit(words)
        else:
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
