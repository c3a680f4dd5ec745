"""Remembers what was searched in earnest, and forgets searches and visits when the person wants it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.dialogs import Choice, Dialog
from levers_app.desktop.jobs import ignore
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import Place
from levers_app.desktop.results_pane import ResultsPane
from levers_app.services import Services
from levers_app.store.personal import History

if TYPE_CHECKING:
    from levers_app.desktop.window import MainWindow

STAY = 3_000
"""Milliseconds on screen after which a search was meant."""


class SearchHistory(QObject):
    """Notes a search that led to a sheet, ended with Enter, or stayed on screen for a while."""

    def __init__(self, window: "MainWindow", results: ResultsPane, toasts: Toasts) -> None:
        """``toasts`` tell what was done."""
        super().__init__(window)
        self._window, self._navigator, self._jobs, self._toasts = window, window.navigator, window.jobs, toasts
        self._services: Services | None = None
        self._watched = ""
        self.stay = QTimer(self, singleShot=True, interval=STAY)
        self.stay.timeout.connect(self._note_watched)
        window.closing.connect(self.stay.stop)
        window.keys.forget_requested.connect(self.ask_to_forget)
        window.top.search.entered.connect(self._note)
        results.list.opened.connect(self._note_present)
        self._navigator.moved.connect(self._watch)

    def begin(self, services: Services) -> None:
        """Use the open base."""
        self._services = services

    # -- remembering

    @Slot(object)
    def _watch(self, place: Place) -> None:
        """Wait while the same words stay on screen; filters and sheets may change meanwhile."""
        words = place.query.strip() if place.page == "search" else ""
        if words != self._watched:
            self._watched = words
            self.stay.stop()
            if words:
                self.stay.start()

    @Slot()
    def _note_watched(self) -> None:
        self._note(self._watched)

    @Slot()
    def _note_present(self) -> None:
        """A result was opened."""
        place = self._navigator.place
        if place.page == "search":
            self._note(place.query)

    @Slot(str)
    def _note(self, words: str) -> None:
        self.stay.stop()
        if self._services is not None and words.strip():
            add = self._services.personal.add_search
            self._jobs.note(lambda: add(words), ignore, self._fail)

    # -- forgetting

    @Slot()
    def ask_to_forget(self) -> None:
        """Ask before anything is forgotten."""
        dialog = Dialog("Effacer l’historique", self._window)
        dialog.add_heading("Effacer l’historique\u202f?")
        dialog.add_text(
            "Les fiches lues, dans «\u00a0Récents\u00a0» et sur la page d’accueil, et les mots cherchés "
            "seront oubliés. Vos favoris et vos recherches enregistrées restent."
        )
        dialog.add_choices((Choice("Effacer", self._forget),))
        dialog.add_close("Annuler")
        dialog.open()

    def _forget(self) -> None:
        if self._services is not None:
            self.stay.stop()
            self._jobs.note(self._services.personal.clear_history, self._tell_forgotten, self._fail)

    def _tell_forgotten(self, history: History) -> None:
        self._toasts.show("L’historique est effacé.", undoing(partial(self._restore, history)))
        self._refresh(None)

    def _restore(self, history: History) -> None:
        if self._services is not None:
            restore = self._services.personal.restore_history
            self._jobs.note(lambda: restore(history), self._refresh, self._fail)

    def _refresh(self, _: object) -> None:
        self._navigator.own_changed.emit()
        if self._navigator.place.page in {"home", "recent"}:
            self._navigator.refresh()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self._navigator.own_failed.emit(str(error))
        else:
            self._jobs.unexpected.emit(error)
