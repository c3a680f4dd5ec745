"""What is shown of the note that is composed: its page and its printed pages, made when they are first needed."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.brief_page import BriefPage
from levers_app.desktop.brief_press import BriefPress
from levers_app.desktop.brief_proof import Proof
from levers_app.desktop.brief_rows import Named, Standing, item_rows, names_of
from levers_app.sheets.wording import full_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.brief import Brief
    from levers_app.catalogue.brief_models import Model
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services


class BriefBoard(QObject):
    """Shows one note at a time.

    Signals:
        made: the page, which can be connected now.
        proved: the pages of the note were made.
    """

    made = Signal(object)
    proved = Signal()

    def __init__(self, window: "MainWindow", services: "Callable[[], Services]", parent: QObject) -> None:
        """Begin without a note; ``services`` gives those of the base that is open."""
        super().__init__(parent)
        self._window, self._services = window, services
        self._page: BriefPage | None = None
        self._brief: Brief | None = None
        self._names: dict[str, Named] = {}
        self.proof: Proof | None = None
        self._standing = Standing()
        self.models: dict[str, Model] = {}
        self.press = BriefPress(window.jobs, services, self)
        self.press.made.connect(self._show_proof)
        self.press.failed.connect(self._show_failure)
        self.press.working.connect(self._show_working)

    @property
    def page(self) -> BriefPage:
        """The page, made now if it was not yet."""
        return self._page or self._make_page()

    @property
    def in_front(self) -> bool:
        """Whether the page is shown."""
        return self._page is not None and self._window.pages.currentWidget() is self._page

    @property
    def busy(self) -> bool:
        """Whether pages are still to come."""
        return self.press.busy or (self._page is not None and self._page.preview.rasters.busy)

    def show_coming(self) -> None:
        """Another note is on its way: nothing of the one before is shown any more."""
        self._brief = self.proof = None
        self._standing = Standing()
        self.page.setEnabled(False)
        self.page.show_coming()

    def show(self, brief: "Brief", *, at_once: bool = False) -> None:
        """Show ``brief`` everywhere; its pages ``at_once``, or a moment after the last change."""
        before, self._brief = self._brief, brief
        if before is None or len(before.items) != len(brief.items):
            self._standing = Standing()  # what is known of places is no longer true; the next proof tells
        self._ask_names(brief, anew=at_once)
        if at_once:
            self.page.forget_sheets()
        self.page.setEnabled(True)
        rows = item_rows(brief, self._names, self._standing)
        self.page.show_brief(brief, rows, self._printed_title(), _today())
        if before is None or before.cover.logo != brief.cover.logo:
            self._show_logo(brief)
        if self.in_front and (before is None or brief != before or at_once):
            self.press.ask(brief, at_once=at_once)

    def know_models(self, models: "dict[str, Model]") -> None:
        """Offer these models on the page."""
        self.models = models
        self.page.head.know_models(models)

    def forget_change(self, place: int) -> None:
        """The change of a sheet was accepted: do not wait for the next proof to show it."""
        changed = {where: lines for where, lines in self._standing.changed.items() if where != place}
        self._standing = Standing(self._standing.starts, self._standing.left_out, changed)
        self._show_rows()

    def rest(self) -> None:
        """Nobody looks at the pages."""
        self.press.rest()

    def close(self) -> None:
        """The window closes."""
        self.press.close()
        if self._page is not None:
            self._page.preview.rasters.show(None)

    @Slot()
    def renew(self) -> None:
        """Make the page anew in another look, with the note that is on it."""
        old, brief, in_front = self._page, self._brief, self.in_front
        if old is None:
            return
        where = old.whereabouts
        had_keyboard = old.isAncestorOf(QApplication.focusWidget() or self._window)
        self._page = self._brief = self.proof = None
        self._window.pages.removeWidget(old)
        old.preview.rasters.show(None)
        old.deleteLater()
        if not in_front:
            return
        self._window.pages.setCurrentWidget(self.page)
        if brief is not None:
            self.show(brief, at_once=True)
        self.page.go_to(where)
        if where.in_actions:
            self.page.side.take_focus()
        elif had_keyboard:
            self.page.take_focus()

    # -- rows

    def _show_rows(self) -> None:
        if self._brief is not None and self._page is not None:
            self._page.contents.show_brief(self._brief, item_rows(self._brief, self._names, self._standing))

    def _ask_names(self, brief: "Brief", *, anew: bool) -> None:
        """Ask what sheets are called, once; ``anew`` also of those that are known: they may have changed meanwhile."""
        services, missing = self._services(), [id_ for id_ in brief.records if anew or id_ not in self._names]
        if missing:
            self._window.jobs.read(lambda: names_of(services, missing), self._know_names, self._window.tell_error)

    def _know_names(self, names: dict[str, Named]) -> None:
        self._names |= names
        self._show_rows()

    # -- pages

    def _printed_title(self) -> str:
        """Return what is printed without a title of one's own, as far as the last proof tells."""
        proof = self.proof
        return proof.edition.title if proof is not None and not proof.brief.cover.title.strip() else ""

    @Slot(object)
    def _show_proof(self, proof: Proof) -> None:
        self.proof, self._standing = proof, proof.standing
        self.page.cover.show_printed_title(self._printed_title())
        self.page.preview.show_proof(proof)
        self.page.show_left_out(proof.edition.left_out)
        self._show_rows()
        self.proved.emit()

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self.page.preview.show_failure(str(error))
        else:
            self._window.jobs.unexpected.emit(error)

    @Slot(bool)
    def _show_working(self, working: bool) -> None:
        self.page.preview.show_working(working=working)

    @Slot(int)
    def _look_at(self, place: int) -> None:
        """Show the page on which the chosen item begins."""
        start = self._standing.starts.get(place)
        if start is not None:
            self.page.preview.view.go_to(start - 1)

    @Slot()
    def _show_left_out(self) -> None:
        """Lead to the items that are left out, one after the other."""
        places = [left.item for left in self.proof.edition.left_out if left.why == "restricted"] if self.proof else []
        if places:
            contents = self.page.contents
            here = contents.list.current()
            self.page.show_tab(0)
            contents.list.choose(next((place for place in places if place > here), places[0]))
            contents.take_focus()

    def _show_logo(self, brief: "Brief") -> None:
        logo = brief.cover.logo
        try:
            self.page.cover.show_logo(None if logo is None else self._services().attachments.path_of(logo))
        except LeviersError as error:
            self._window.tell_error(error)

    def _make_page(self) -> BriefPage:
        vocabulary = self._services().vocabulary
        page = self._page = BriefPage(self._window.jobs, self._window.look.theme, vocabulary, self._window.pages)
        page.left_out_wanted.connect(self._show_left_out)
        page.contents.item_chosen.connect(self._look_at)
        if self.models:
            page.head.know_models(self.models)
        self._window.pages.addWidget(page)
        self.made.emit(page)
        return page


def _today() -> str:
    return full_date(datetime.now().astimezone().date())
