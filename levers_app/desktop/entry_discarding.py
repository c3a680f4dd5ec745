"""Throwing a draft away, and taking it back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import DRAFT_MARK, Place

if TYPE_CHECKING:
    from levers_app.desktop.entry_desk import EntryDesk
    from levers_app.desktop.window import MainWindow


class EntryDiscarding(QObject):
    """Throws the draft in the form of a desk away; a message offers to take it back."""

    def __init__(self, window: "MainWindow", toasts: Toasts, desk: "EntryDesk") -> None:
        """Work for ``desk``."""
        super().__init__(desk)
        self._window, self._toasts, self._desk = window, toasts, desk

    @Slot()
    def discard(self) -> None:
        """Throw the draft away."""
        services, keeping = self._desk.services, self._desk.keeping
        draft = keeping.draft
        if services is None or draft is None:
            return
        keeping.keep()
        was_kept, drafts = keeping.is_kept, services.recorder.drafts
        self._desk.let_go(draft.id)
        self._window.jobs.note(lambda: drafts.discard(draft.id), self._tell_changed, self._window.tell_error)
        self._window.navigator.show_instead(Place(page="drafts"))
        if was_kept:
            undo = undoing(partial(self._bring_back, draft.id))
            self._toasts.show("Le brouillon est jeté.", undo, about=DRAFT_MARK + draft.id)

    def _bring_back(self, id_: str) -> None:
        services = self._desk.services
        if services is not None:
            drafts, show = services.recorder.drafts, partial(self._show_again, id_)
            self._window.jobs.note(lambda: drafts.bring_back(id_), show, self._window.tell_error)

    def _show_again(self, id_: str, _: object) -> None:
        self._desk.drafts_changed.emit()
        self._window.navigator.go(Place(page="entry", record=DRAFT_MARK + id_))

    def _tell_changed(self, _: object) -> None:
        self._desk.drafts_changed.emit()
