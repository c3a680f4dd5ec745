"""Composing notes: opens the page, takes changes and takes them back, keeps the note as one goes."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.brief_keeping import BriefKeeper
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import BRIEF_MARK, Place
from levers_app.sheets.wording import clock, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.brief import Brief
    from levers_app.catalogue.brief_models import Model
    from levers_app.desktop.brief_board import BriefBoard
    from levers_app.desktop.brief_page import BriefPage
    from levers_app.desktop.brief_shelf import ChangedElsewhereError, Shelf
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

_PAST = 100
"""Changes that can be taken back."""


class BriefDesk(QObject):
    """Holds the note that is composed.

    Signals:
        kept: the note was opened or written: what shows notes elsewhere follows.
        brought_back: a note that was thrown away is there again.
        made: the page, which can be connected now.
    """

    kept = Signal(object)
    brought_back = Signal()
    made = Signal(object)

    def __init__(self, window: "MainWindow", toasts: Toasts, shelf: "Callable[[], Shelf]") -> None:
        """Build nothing yet; ``shelf`` gives the notes once the base is open."""
        super().__init__(window)
        self._window, self._toasts, self._shelf = window, toasts, shelf
        self._services: Services | None = None
        self._board: BriefBoard | None = None
        self._brief: Brief | None = None
        self._past: list[tuple[str, Brief]] = []
        self._future: list[Brief] = []
        self._at = ""
        self.keeper = BriefKeeper(window.jobs, shelf, self)
        self.keeper.kept.connect(self._note_kept)
        self.keeper.overtaken.connect(self._show_other)
        self.keeper.thrown_away.connect(self._tell_thrown_away)
        self.keeper.failed.connect(self._tell_not_kept)
        window.navigator.leaving.connect(self._leave)
        window.closing.connect(self._close)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services

    # -- for those who work with it

    @property
    def brief(self) -> "Brief | None":
        """The note on the page, as it is now."""
        return self._brief

    @property
    def services(self) -> "Services":
        """Those of the base that is open, another one after it was opened anew."""
        assert self._services is not None  # noqa: S101 - places with notes are shown once the base is open
        return self._services

    @property
    def board(self) -> "BriefBoard":
        """What shows it, made now if it was not yet."""
        if self._board is None:
            from levers_app.desktop.brief_board import BriefBoard  # noqa: PLC0415 - most days nobody composes

            self._board = BriefBoard(self._window, lambda: self.services, self)
            self._board.made.connect(self._connect)
            self._board.proved.connect(self._tell_kept)
            self._window.look.changed.connect(self._board.renew)
        return self._board

    @property
    def page(self) -> "BriefPage":
        """The page."""
        return self.board.page

    @property
    def busy(self) -> bool:
        """Whether something waits to be kept or printed."""
        return self.keeper.busy or (self._board is not None and self._board.busy)

    @Slot(object)
    def _connect(self, page: "BriefPage") -> None:
        page.changed.connect(self.change)
        page.undo_wanted.connect(self.undo)
        page.redo_wanted.connect(self.redo)
        self.made.emit(page)

    # -- opening

    def show_place(self, place: Place) -> None:
        """Show the note of a place: the one on the page, or one read from the file."""
        id_ = place.record.removeprefix(BRIEF_MARK)
        self._window.pages.setCurrentWidget(self.page)
        self.board.press.warm_up()
        if self._brief is not None and self._brief.id == id_:
            self.board.show(self._brief, at_once=True)
            self._tell_kept()
            self.page.take_focus()
            return
        self.keep()
        self._brief = None
        self.keeper.watch(None)
        self.board.show_coming()
        shelf = self._shelf()
        self._window.jobs.note(lambda: (id_, shelf.open(id_), shelf.models()), self._open_kept, self._window.tell_error)

    def _open_kept(self, found: "tuple[str, Brief | None, dict[str, Model]]") -> None:
        id_, brief, models = found
        if self._window.navigator.place.record != BRIEF_MARK + id_ or self._brief is not None:
            return
        if brief is None:
            self._toasts.show("Cette note n’existe plus.")
            self._window.navigator.show_instead(Place(page="notes"))
            return
        self.board.know_models(models)
        self._past, self._future = [], []
        self._at = brief.at
        self.keeper.watch(brief)
        self._show(brief, at_once=True)
        self.page.begin_with_actions()
        self.page.take_focus()
        self.kept.emit(brief)

    def take(self, brief: "Brief") -> None:
        """Show a note that was written elsewhere, if it is the one on the page."""
        if self._brief is not None and self._brief.id == brief.id:
            if replace(brief, at=self._brief.at) != self._brief:
                self._remember("")
                self._future.clear()
            self._at = brief.at
            self.keeper.forget(brief.id)
            self.keeper.watch(brief)
            self._show(brief, at_once=True)

    def let_go(self, id_: str) -> None:
        """The note is thrown away: nothing of it is on the page any more."""
        self.keeper.forget(id_)
        if self._brief is not None and self._brief.id == id_:
            self._brief = None
            self.keeper.watch(None)

    # -- changing

    @Slot(object, str, str)
    def change(self, brief: "Brief", kind: str = "", said: str = "") -> None:
        """Take the note as it is now; changes of one ``kind`` in a row are taken back together."""
        before = self._brief
        if before is None or brief == before or brief.id != before.id:
            return
        self._toasts.clear()
        self._remember(kind)
        self._future.clear()
        self._show(brief)
        self.keeper.change(brief)
        if said:
            self._toasts.show(said, undoing(self.undo))

    def _remember(self, kind: str) -> None:
        assert self._brief is not None  # noqa: S101 - something changes
        if not self._past or self._past[-1][0] != kind or not kind:
            self._past.append((kind, self._brief))
            del self._past[:-_PAST]

    @Slot()
    def undo(self) -> None:
        """Ctrl+Z: the note as it was before the last change."""
        if self._past and self._brief is not None:
            self._future.append(self._brief)
            self._go_to(self._past.pop()[1], "C’est annulé.")

    @Slot()
    def redo(self) -> None:
        """Ctrl+Maj+Z."""
        if self._future and self._brief is not None:
            self._past.append(("", self._brief))
            self._go_to(self._future.pop(), "C’est rétabli.")

    def _go_to(self, brief: "Brief", said: str) -> None:
        self._show(brief)
        self.keeper.change(brief)
        self._toasts.show(said)

    def _show(self, brief: "Brief", *, at_once: bool = False) -> None:
        self._brief = brief
        self.board.show(brief, at_once=at_once)
        self._tell_kept()

    # -- keeping

    @Slot()
    def keep(self) -> None:
        """Write the note into the person's own file, unless it is there as it is."""
        self.keeper.keep()

    @Slot(object)
    def _note_kept(self, kept: "Brief") -> None:
        if self._brief is not None and kept.id == self._brief.id:
            self._at = kept.at
            self._tell_kept()
        elif self._brief is not None:
            return  # late: another note is the present one
        self.kept.emit(kept)

    @Slot(object, object)
    def _tell_not_kept(self, brief: "Brief", error: Exception) -> None:
        if not isinstance(error, LeviersError):
            self._window.jobs.unexpected.emit(error)
        elif self._brief is None or self._brief.id != brief.id:
            self._window.tell_error(error)
        else:
            self._tell_kept()
            self._window.show_notice(f"{error} Votre note reste à l’écran, et sera enregistrée dès que possible.")

    @Slot(object, object)
    def _tell_thrown_away(self, brief: "Brief", error: Exception) -> None:
        if self._brief is not None and self._brief.id == brief.id:
            self._at = ""
            self._tell_kept()
        self._toasts.show(str(error), Choice("Reprendre la note", partial(self._bring_back, brief.id)))

    def _bring_back(self, id_: str) -> None:
        def done(_: object) -> None:
            self._toasts.show("La note est de nouveau dans la liste.")
            self.brought_back.emit()

        briefs = self.services.briefs
        self._window.jobs.note(lambda: briefs.bring_back(id_), done, self._window.tell_error)

    @Slot(object, object)
    def _show_other(self, brief: "Brief", error: "ChangedElsewhereError") -> None:
        """Another window wrote the note: show that, and offer what was done here."""
        mine = self._brief
        if mine is None or mine.id != brief.id:
            self._window.tell_error(error)
            return
        self.take(error.stored)
        self._toasts.show(str(error), Choice("Reprendre mes changements", partial(self._insist, mine)))

    def _insist(self, mine: "Brief") -> None:
        if self._brief is not None and self._brief.id == mine.id:
            self._remember("")
            self._show(mine)
            self.keeper.insist(mine)

    @Slot()
    def _tell_kept(self) -> None:
        """Say when the note was kept, and how many pages it has."""
        if self._brief is None or not self.board.in_front:
            return
        if self.keeper.waits(self._brief.id):
            self._window.status.show_page("Note non enregistrée")
            return
        said = [f"Note enregistrée à {clock(datetime.fromisoformat(self._at))}"] if self._at else []
        proof = self.board.proof
        if proof is not None and proof.pages is not None:
            said.append(counted(len(proof.pages.sizes), "page"))
        self._window.status.show_page(" · ".join(said))

    @Slot()
    def _leave(self) -> None:
        if self._window.navigator.place.page == "brief":
            self.keep()
            if self._board is not None:
                self._board.rest()

    @Slot()
    def _close(self) -> None:
        self.keeper.retry()
        if self._board is not None:
            self._board.close()
