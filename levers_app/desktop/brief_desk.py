"""Composing notes: opens the page, keeps what is changed as one goes, takes back what was done by mistake."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.brief_keeping import BriefKeeper
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import Toasts
from levers_app.desktop.place import BRIEF_MARK, Place
from levers_app.sheets.wording import counted

if TYPE_CHECKING:
    from levers_app.catalogue.brief import Brief
    from levers_app.catalogue.brief_models import Model
    from levers_app.desktop.brief_page import BriefPage
    from levers_app.desktop.brief_press import BriefPress, Proof
    from levers_app.desktop.brief_rows import Named, Standing
    from levers_app.desktop.brief_shelf import ChangedElsewhereError, Shelf
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

_PAST = 100
"""Changes that can be taken back."""


class BriefDesk(QObject):
    """Owns the page and the note in it.

    Signals:
        kept: the note was opened or written: what shows notes elsewhere follows.
        made: the page, which can be connected now.
    """

    kept = Signal(object)
    made = Signal(object)

    def __init__(self, window: "MainWindow", toasts: Toasts, shelf: Callable[[], "Shelf"]) -> None:
        """Build nothing yet; ``shelf`` gives the notes once the base is open."""
        super().__init__(window)
        self._window = window
        self._toasts = toasts
        self._shelf = shelf
        self._services: Services | None = None
        self._page: BriefPage | None = None
        self._press: BriefPress | None = None
        self._brief: Brief | None = None
        self._past: list[tuple[str, Brief]] = []
        self._future: list[Brief] = []
        self._names: dict[str, Named] = {}
        self._standing: Standing | None = None
        self._proof: Proof | None = None
        self._models: dict[str, Model] = {}
        self._at, self._failed = "", False
        self.keeper = BriefKeeper(window.jobs, shelf, self)
        self.keeper.kept.connect(self._note_kept)
        self.keeper.overtaken.connect(self._show_other)
        self.keeper.failed.connect(self._tell_not_kept)
        window.navigator.leaving.connect(self._leave)
        window.closing.connect(self._close)
        window.look.changed.connect(self._renew)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services

    # -- for those who work with it

    @property
    def brief(self) -> "Brief | None":
        """The note on the page, as it is now."""
        return self._brief

    @property
    def proof(self) -> "Proof | None":
        """The pages of it that were made last."""
        return self._proof

    @property
    def models(self) -> "dict[str, Model]":
        """The models that are offered."""
        return self._models

    def forget_change(self, place: int) -> None:
        """The change of a sheet was accepted: do not wait for the next proof to show it."""
        if self._standing is not None:
            changed = {where: seq for where, seq in self._standing.changed.items() if where != place}
            self._standing = replace(self._standing, changed=changed)
            self._show_rows()

    @property
    def page(self) -> "BriefPage":
        """The page, made now if it was not yet."""
        return self._page or self._make_page()

    @property
    def shown(self) -> bool:
        """Whether the page is in front."""
        return self._page is not None and self._window.pages.currentWidget() is self._page

    @property
    def busy(self) -> bool:
        """Whether something waits to be kept or printed."""
        drawing = self._page is not None and self._page.preview.rasters.busy
        return self.keeper.busy or drawing or (self._press is not None and self._press.busy)

    # -- opening

    def show_place(self, place: Place) -> None:
        """Show the note of a place: the one on the page, or one read from the file."""
        id_ = place.record.removeprefix(BRIEF_MARK)
        self._window.pages.setCurrentWidget(self.page)
        self.press.warm_up()
        if self._brief is not None and self._brief.id == id_:
            self._show(self._brief, renewed=True)
            self.page.take_focus()
            return
        self.keep()
        self._brief = None
        self.keeper.watch(None)
        self.page.setEnabled(False)  # until it is there: another one stands on the page
        self.page.preview.show_coming()
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
        self.know_models(models)
        self._past, self._future, self._proof, self._standing = [], [], None, None
        self._at = brief.at
        self.keeper.watch(brief)
        self.page.setEnabled(True)
        self.page.show_left_out(())
        self._show(brief, renewed=True)
        self.page.take_focus()
        self.kept.emit(brief)

    def know_models(self, models: "dict[str, Model]") -> None:
        """Offer these models on the page."""
        self._models = models
        self.page.head.know_models(models)

    def take(self, brief: "Brief") -> None:
        """Show a note that was written elsewhere, if it is the one on the page."""
        if self._brief is not None and self._brief.id == brief.id:
            self._remember("ajout")
            self.keeper.watch(brief)
            self._show(brief, renewed=True)

    def let_go(self, id_: str) -> None:
        """The note is thrown away: nothing of it is on the page any more."""
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
            self._toasts.show(said, Choice("Annuler", self.undo))

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

    # -- what is shown

    def _show(self, brief: "Brief", *, renewed: bool = False) -> None:
        """Show ``brief`` everywhere; ``renewed`` when its pages are waited for at once."""
        from levers_app.desktop.brief_rows import Standing, item_rows  # noqa: PLC0415 - when a note is opened

        before, self._brief = self._brief, brief
        if before is None or before.items != brief.items:
            self._follow_items(before)
            self._ask_names(brief)
        known = self._standing or Standing()
        title = self._proof.edition.title if self._proof is not None else brief.name
        self.page.show_brief(brief, item_rows(brief, self._names, known), brief.name or title, _today())
        if before is None or before.cover.logo != brief.cover.logo:
            self._show_logo(brief)
        self.press.ask(brief, at_once=renewed)
        self._tell_kept()

    def _follow_items(self, before: "Brief | None") -> None:
        """What is known of places is no longer true when items moved; the next proof tells."""
        if before is None or self._brief is None or len(before.items) != len(self._brief.items):
            self._standing = None

    def _ask_names(self, brief: "Brief") -> None:
        services, missing = self._services, [id_ for id_ in brief.records if id_ not in self._names]
        if services is not None and missing:
            self._window.jobs.read(lambda: _names(services, missing), self._know_names, self._window.tell_error)

    def _know_names(self, names: "dict[str, Named]") -> None:
        self._names |= names
        self._show_rows()

    def _show_rows(self) -> None:
        if self._brief is not None and self._page is not None:
            from levers_app.desktop.brief_rows import Standing, item_rows  # noqa: PLC0415 - when a note is opened

            rows = item_rows(self._brief, self._names, self._standing or Standing())
            self._page.contents.show_brief(self._brief, rows)

    def _show_proof(self, proof: "Proof") -> None:
        self._proof, self._standing = proof, proof.standing
        page = self.page
        page.preview.show_proof(proof)
        page.show_left_out(proof.edition.left_out)
        self._show_rows()
        self._tell_kept()

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self.page.preview.show_failure(str(error))
        else:
            self._window.jobs.unexpected.emit(error)

    def _show_logo(self, brief: "Brief") -> None:
        services, logo = self._services, brief.cover.logo
        if services is None or logo is None:
            self.page.cover.show_logo(None)
            return
        try:
            self.page.cover.show_logo(services.attachments.path_of(logo))
        except LeviersError as error:
            self._window.tell_error(error)

    @Slot(int)
    def _look_at(self, place: int) -> None:
        """Show the page on which the chosen item begins."""
        start = self._standing.starts.get(place) if self._standing is not None else None
        if start is not None:
            self.page.preview.view.go_to(start - 1)

    @Slot()
    def _show_left_out(self) -> None:
        """Lead to the items that are left out, one after the other."""
        places = [left.item for left in self._proof.edition.left_out if left.why == "restricted"] if self._proof else []
        if places:
            contents = self.page.contents
            here = contents.list.current()
            self.page.show_tab(0)
            contents.list.choose(next((place for place in places if place > here), places[0]))
            contents.take_focus()

    # -- keeping

    @Slot()
    def keep(self) -> None:
        """Write the note into the person's own file, unless it is there as it is."""
        self.keeper.keep()

    @Slot(object)
    def _note_kept(self, kept: "Brief") -> None:
        self._failed = False
        self._at = kept.at
        self._tell_kept()
        self.kept.emit(kept)

    @Slot(object, object)
    def _tell_not_kept(self, brief: "Brief", error: Exception) -> None:
        if not isinstance(error, LeviersError):
            self._window.jobs.unexpected.emit(error)
        elif self._brief is None or self._brief.id != brief.id:
            self._window.tell_error(error)
        else:
            self._failed = True
            self._window.status.show_page("Note non enregistrée")
            self._window.show_notice(f"{error} Votre note reste à l’écran, et sera enregistrée dès que possible.")

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

    def _tell_kept(self) -> None:
        """Say when the note was kept, and how many pages it has."""
        if not self.shown or self._brief is None or self._failed:
            return
        at = self._at
        pages = self._proof.pages if self._proof is not None and self._proof.brief.id == self._brief.id else None
        parts = (f"Note enregistrée à {_clock(at)}" if at else "", counted(len(pages.sizes), "page") if pages else "")
        self._window.status.show_page(" · ".join(filter(None, parts)))

    @Slot()
    def _close(self) -> None:
        self.keep()
        if self._page is not None:
            self._page.preview.rasters.show(None)
        if self._press is not None:
            self._press.rest()

    @Slot()
    def _leave(self) -> None:
        if self._window.navigator.place.page == "brief":
            self.keep()
            if self._press is not None:
                self._press.rest()

    # -- parts

    @property
    def press(self) -> "BriefPress":
        """What makes the pages."""
        if self._press is None:
            from levers_app.desktop.brief_press import BriefPress  # noqa: PLC0415 - when a note is opened

            self._press = BriefPress(self._window.jobs, self)
            self._press.made.connect(self._show_proof)
            self._press.failed.connect(self._show_failure)
            self._press.working.connect(self._show_working)
            if self._services is not None:
                self._press.begin(self._services)
        return self._press

    @Slot(bool)
    def _show_working(self, working: bool) -> None:
        self.page.preview.show_working(working=working)

    def _make_page(self) -> "BriefPage":
        from levers_app.desktop.brief_page import BriefPage  # noqa: PLC0415 - most days nobody composes

        services = self._services
        assert services is not None  # noqa: S101 - places with notes are shown once the base is open
        levels = {slug: entry.label for slug, entry in services.vocabulary.confidentialities.items()}
        page = self._page = BriefPage(self._window.jobs, self._window.look.theme, levels, self._window.pages)
        page.changed.connect(self.change)
        page.undo_wanted.connect(self.undo)
        page.redo_wanted.connect(self.redo)
        page.left_out_wanted.connect(self._show_left_out)
        page.contents.item_chosen.connect(self._look_at)
        self._window.pages.addWidget(page)
        self.made.emit(page)
        return page

    @Slot()
    def _renew(self) -> None:
        """Make the page anew in another look, with the note that is on it."""
        old, brief = self._page, self._brief
        if old is None:
            return
        shown = self.shown
        had_keyboard = old.isAncestorOf(QApplication.focusWidget() or self._window)
        self._page = None
        self._window.pages.removeWidget(old)
        old.preview.rasters.show(None)
        old.deleteLater()
        self._proof = None
        if shown:
            self._window.pages.setCurrentWidget(self.page)
            self.know_models(self._models)
            if brief is not None:
                self._brief = None
                self._show(brief, renewed=True)
            if had_keyboard:
                self.page.take_focus()


# On workers, and imported there: notes are composed on few days.


def _names(services: "Services", records: list[str]) -> "dict[str, Named]":
    from levers_app.desktop.brief_rows import names_of  # noqa: PLC0415

    return names_of(services, records)


def _today() -> str:
    from levers_app.sheets.wording import full_date  # noqa: PLC0415 - when a note is opened

    return full_date(datetime.now().astimezone().date())


def _clock(at: str) -> str:
    """Return the local time of a moment in ISO form: « 14 h 32 »."""
    moment = datetime.fromisoformat(at).astimezone()
    return f"{moment.hour}\u00a0h\u00a0{moment.minute:02}"
