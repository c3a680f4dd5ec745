"""Diagnosis: keeps the description of the site, asks for the answer as it changes, goes where a sentence leads."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.records import slug_of
from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import Toasts
from levers_app.desktop.place import BRIEF_MARK

if TYPE_CHECKING:
    from levers_app.desktop.jobs import Job
    from levers_app.desktop.line_list import LineList
    from levers_app.desktop.line_rows import LineRow
    from levers_app.desktop.origins import Origins
    from levers_app.desktop.situation_answer import Answer
    from levers_app.desktop.situation_page import SituationPage
    from levers_app.desktop.situation_state import Description
    from levers_app.desktop.situation_work import Site, Work
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

ASK_AFTER = 120
"""Milliseconds after the last change before the answer is asked for."""
KEEP_AFTER = 600
_FOOT = "Propositions tirées des fiches et des exemples"


class SituationDesk(QObject):
    """Owns the page and the description.

    Signals:
        compare_wanted: slugs of levers that are to be compared.
    """

    compare_wanted = Signal(object)

    def __init__(self, window: "MainWindow", toasts: Toasts) -> None:
        """Build nothing yet: the page is made when it is first opened."""
        super().__init__(window)
        self._window = window
        self._toasts = toasts
        self._services: Services | None = None
        self._page: SituationPage | None = None
        self._origins: Origins | None = None
        self._description: Description | None = None
        self._kept: Description | None = None
        self._answer: Answer | None = None
        self._job: Job | None = None
        self._ask_timer = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._ask_timer.timeout.connect(self._ask)
        self._keep_timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keep_timer.timeout.connect(self.keep)
        window.navigator.leaving.connect(self.keep)
        window.closing.connect(self.keep)
        window.look.changed.connect(self._renew)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services
        self._description = self._kept = None

    @property
    def page(self) -> "SituationPage":
        """The page, made now if it was not yet."""
        return self._page or self._make_page()

    @property
    def busy(self) -> bool:
        """Whether something waits to be answered or kept."""
        return self._ask_timer.isActive() or self._keep_timer.isActive()

    @property
    def description(self) -> "Description | None":
        """What is described; None until it was read."""
        return self._description

    # -- opening

    def show(self) -> None:
        """Bring the page to the front, with what was described last and a fresh answer."""
        services = self._services
        if services is None:
            return
        page = self.page
        enters = self._window.pages.currentWidget() is not page  # the base may have changed under one who types
        self._window.pages.setCurrentWidget(page)
        self._window.status.show_page(_FOOT)
        if self._description is None:
            self._window.jobs.read(partial(_work().read_site, services), self._begin_with, self._window.tell_error)
        else:
            self._ask()
        if enters:
            page.take_focus()

    def _begin_with(self, found: "Site") -> None:
        description, labels, names = found
        self.page.form.set_levers(labels, names)
        if self._description is None:
            self._description = self._kept = description
            self.page.show_description(description)
        self._ask()

    # -- changing

    @Slot(object)
    def _take(self, description: "Description") -> None:
        self._description = description
        self.page.form.reset.setEnabled(not description.is_blank)
        self._ask_timer.start()
        if not self._keep_timer.isActive():
            self._keep_timer.start()

    @Slot()
    def _reset(self) -> None:
        """Empty the description; it can be taken back."""
        from levers_app.desktop.situation_state import Description  # noqa: PLC0415 - when the page is open

        before = self._description
        if before is None or before.is_blank:
            return
        self._put(Description())
        self._toasts.show("La description est effacée.", Choice("Annuler", partial(self._put, before)))
        self.page.form.take_focus()

    def _put(self, description: "Description") -> None:
        self.page.show_description(description)
        self._take(description)

    # -- answering

    @Slot()
    def _ask(self) -> None:
        self._ask_timer.stop()
        services, description = self._services, self._description
        if services is None or description is None:
            return
        if self._job is not None:
            self._job.cancel()
        if not description.troubles:
            self._answer = None
            self.page.show_blank()
            return
        self._job = self._window.jobs.read(partial(_work().answer, services, description), self._show, self._failed)

    def _show(self, answer: "Answer") -> None:
        if answer.description == self._description:
            self._answer = answer
            self.page.show_answer(answer)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LeviersError):
            self._window.show_notice(str(error))
        else:
            self._window.jobs.unexpected.emit(error)

    # -- keeping

    @Slot()
    def keep(self) -> None:
        """Write the description into the person's own file, unless it is there as it is."""
        self._keep_timer.stop()
        services, description = self._services, self._description
        if services is None or description is None or description == self._kept:
            return
        self._kept = description
        self._window.jobs.note(partial(_work().keep, services, description), _kept, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        self._kept = None
        if isinstance(error, LeviersError):
            self._window.show_notice(f"{error} La description reste à l’écran.")
        else:
            self._window.jobs.unexpected.emit(error)

    # -- going on

    @Slot(object, object)
    def _open_row(self, row: "LineRow", view: "LineList") -> None:
        titles = self._answer.titles if self._answer is not None else {}
        below = view.place_below().bottomLeft().toPoint()
        self._opener().open(row, titles, view.viewport(), QPoint(below.x(), below.y()))

    def _opener(self) -> "Origins":
        if self._origins is None:
            from levers_app.desktop.origins import Origins  # noqa: PLC0415 - when a sentence is followed

            self._origins = Origins(self._window.navigator, self)
            self._origins.rule_wanted.connect(self._show_rule)
        return self._origins

    @Slot(str)
    def _show_rule(self, rule: str) -> None:
        self.page.show_rule(rule)

    @Slot(str)
    def _go_on(self, key: str) -> None:
        kind, _, value = key.partition(":")
        if kind == "problem":
            self.page.add_problem(value)
        else:
            self._window.navigator.go_page(value)

    @Slot(str)
    def _compare_with(self, record_id: str) -> None:
        """Compare a lever with those of the plan."""
        kept = self._description.chosen if self._description is not None else ()
        self.compare_wanted.emit(tuple(dict.fromkeys((slug_of(record_id), *kept))))

    @Slot()
    def _compare_plan(self) -> None:
        made = self._answer.plan if self._answer is not None else None
        self.compare_wanted.emit(tuple(map(slug_of, made.levers)) if made else ())

    @Slot()
    def _make_note(self) -> None:
        """Make a note of the plan, and open it: it is composed there."""
        services, description = self._services, self._description
        if services is not None and description is not None:
            self._window.jobs.note(partial(_work().new_note, services, description), self._open_note, self._failed)

    @Slot()
    def _make_action_plan(self) -> None:
        """Make a plan of action of the plan, and open it: it is filled in there."""
        services, description = self._services, self._description
        if services is not None and description is not None:
            work = partial(_work().new_action_plan, services, description)
            self._window.jobs.note(work, self._open_note, self._failed)

    def _open_note(self, id_: str) -> None:
        self._window.show_counts()
        self._window.navigator.open(BRIEF_MARK + id_)

    # -- parts

    def _make_page(self) -> "SituationPage":
        from levers_app.desktop.situation_page import SituationPage  # noqa: PLC0415 - most days nobody opens it

        services = self._services
        assert services is not None  # noqa: S101 - pages are shown once the base is open
        page = self._page = SituationPage(self._window.look.theme, services.vocabulary, self._window.pages)
        page.described.connect(self._take)
        page.reset_wanted.connect(self._reset)
        page.row_opened.connect(self._open_row)
        page.way_chosen.connect(self._go_on)
        page.levers.opened.connect(self._window.navigator.open)
        page.levers.compare_wanted.connect(self._compare_with)
        page.plan.compare_wanted.connect(self._compare_plan)
        page.plan.note_wanted.connect(self._make_note)
        page.plan.action_plan_wanted.connect(self._make_action_plan)
        self._window.pages.addWidget(page)
        return page

    @Slot()
    def _renew(self) -> None:
        """Make the page anew in another look, with what is described."""
        old, description = self._page, self._description
        if old is None:
            return
        shown, tab = self._window.pages.currentWidget() is old, old.tab
        had_keyboard = old.isAncestorOf(QApplication.focusWidget() or self._window)
        self._page, self._description = None, None
        self._window.pages.removeWidget(old)
        old.deleteLater()
        if shown:
            self._description = description
            self._window.pages.setCurrentWidget(self.page)
            self._show_again(tab)
            if had_keyboard:
                self.page.take_focus()

    def _show_again(self, tab: str) -> None:
        services = self._services
        if self._description is not None:
            self.page.show_description(self._description)
        if services is not None:
            self._window.jobs.read(partial(_work().read_site, services), self._begin_with, self._window.tell_error)
        if self._answer is not None:
            self.page.show_answer(self._answer)
            self.page.show_tab(tab)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes to."""
        return self.page.panes


def _kept(_: object) -> None:
    """Nothing is said of what goes without saying."""


def _work() -> "type[Work]":
    """Return what runs on workers, imported with the page: most days nobody opens it."""
    from levers_app.desktop.situation_work import Work  # noqa: PLC0415

    return Work
