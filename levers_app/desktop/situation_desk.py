"""Diagnosis: keeps the description of the site, asks for the answer as it changes, goes where a sentence leads."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot

from levers_app.catalogue.records import slug_of
from levers_app.desktop.advice_desk import AdviceDesk
from levers_app.desktop.jobs import ignore
from levers_app.desktop.keeping import KEEP_AFTER
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import BRIEF_MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.desktop.line_list import LineList
    from levers_app.desktop.line_rows import LineRow
    from levers_app.desktop.origins import Origins
    from levers_app.desktop.situation_answer import Answer
    from levers_app.desktop.situation_page import SituationPage
    from levers_app.desktop.situation_state import Description
    from levers_app.desktop.situation_work import Site
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

ASK_AFTER = 120
"""Milliseconds after the last change before the answer is asked for."""
_FOOT = "Propositions tirées des fiches et des exemples"


class SituationDesk(AdviceDesk["SituationPage"]):
    """Owns the page and the description.

    Signals:
        compare_wanted: slugs of levers that are to be compared.
    """

    compare_wanted = Signal(object)

    def __init__(self, window: "MainWindow", toasts: Toasts) -> None:
        """Know of no description yet."""
        super().__init__(window, toasts)
        self._origins: Origins | None = None
        self._description: Description | None = None
        self._kept: Description | None = None
        self._answer: Answer | None = None
        self._ask_timer = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._ask_timer.timeout.connect(self._ask)
        self._keep_timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keep_timer.timeout.connect(self.keep)
        window.navigator.leaving.connect(self.keep)
        window.closing.connect(self.keep)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        super().begin(services)
        self._description = self._kept = None

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
        blank = self._page is None or self._description is None
        self._bring_to_front(_FOOT)
        if blank:
            self._fill(services)
        else:
            self._ask()  # the base may have changed
        self._give_keyboard()

    def _fill(self, services: "Services") -> None:
        """Give a new page the levers and what was described last, as it is here or, at first, in the person's file."""
        self._window.jobs.read(partial(_read_site, services), self._begin_with, self._window.tell_error)

    def _begin_with(self, found: "Site") -> None:
        self.page.form.set_levers(*found.levers)
        if self._description is None:
            self._description = self._kept = found.description
            self.page.show_description(found.description)
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
        self._toasts.show("La description est effacée.", undoing(partial(self._put, before)))
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
        if not description.troubles:
            self._answer = None
            self.page.show_blank()
            return
        self._ask_for(partial(_answer, services, description), self._show)

    def _show(self, answer: "Answer") -> None:
        if answer.description == self._description:
            self._answer = answer
            self.page.show_answer(answer)

    # -- keeping

    @Slot()
    def keep(self) -> None:
        """Write the description into the person's own file, unless it is there as it is."""
        self._keep_timer.stop()
        services, description = self._services, self._description
        if services is None or description is None or description == self._kept:
            return
        self._kept = description
        self._window.jobs.note(partial(_keep, services, description), ignore, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        self._kept = None
        self._window.notice_error(error, "La description reste à l’écran.")

    # -- going on

    @Slot(object, object)
    def _open_row(self, row: "LineRow", view: "LineList") -> None:
        titles = self._answer.titles if self._answer is not None else {}
        self._opener().open(row, titles, view.viewport(), view.place_below())

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
        match kind:
            case "problem":
                self.page.add_problem(value)
            case "tab":
                self.page.enter_tab(value)
            case "form" if value == "problems":
                self.page.enter_form()
            case "form":
                self._write_example()
            case _:
                self._window.navigator.go_page(value)

    def _write_example(self) -> None:
        """Open the form of an example that has the problems of the site."""
        described = self._description
        problems = tuple(trouble.problem for trouble in described.troubles) if described is not None else ()
        self._window.workspace.desk.new_about(problems=problems, levers=())

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
        self._make(_new_note)

    @Slot()
    def _make_action_plan(self) -> None:
        """Make a plan of action of the plan, and open it: it is filled in there."""
        self._make(_new_action_plan)

    def _make(self, new: "Callable[[Services, Description], str]") -> None:
        services, description = self._services, self._description
        if services is not None and description is not None:
            work = partial(new, services, description)
            self._window.jobs.note(work, self._open_note, self._window.notice_error)

    def _open_note(self, id_: str) -> None:
        self._window.show_counts()
        self._window.navigator.open(BRIEF_MARK + id_)

    # -- parts

    def _made(self, services: "Services") -> "SituationPage":
        from levers_app.desktop.situation_page import SituationPage  # noqa: PLC0415 - most days nobody opens it

        page = SituationPage(self._window.look.theme, services.vocabulary, self._window.pages)
        if self._description is not None:
            page.show_description(self._description)
        page.described.connect(self._take)
        page.reset_wanted.connect(self._reset)
        page.row_opened.connect(self._open_row)
        page.way_chosen.connect(self._go_on)
        page.levers.opened.connect(self._window.navigator.open)
        page.levers.compare_wanted.connect(self._compare_with)
        page.plan.compare_wanted.connect(self._compare_plan)
        page.plan.note_wanted.connect(self._make_note)
        page.plan.action_plan_wanted.connect(self._make_action_plan)
        return page

    def _show_again(self, services: "Services", old: "SituationPage") -> None:
        if self._answer is not None:
            self.page.show_answer(self._answer)
            self.page.show_tab(old.tab)
        self._give_keyboard()
        self._fill(services)


# On workers, and imported there.


def _read_site(services: "Services") -> "Site":
    from levers_app.desktop.situation_work import read_site  # noqa: PLC0415

    return read_site(services)


def _answer(services: "Services", description: "Description") -> "Answer":
    from levers_app.desktop.situation_answer import answer  # noqa: PLC0415

    return answer(services, description)


def _keep(services: "Services", description: "Description") -> None:
    from levers_app.desktop.situation_work import keep  # noqa: PLC0415

    keep(services, description)


def _new_note(services: "Services", description: "Description") -> str:
    from levers_app.desktop.situation_work import new_note  # noqa: PLC0415

    return new_note(services, description)


def _new_action_plan(services: "Services", description: "Description") -> str:
    from levers_app.desktop.situation_work import new_action_plan  # noqa: PLC0415

    return new_action_plan(services, description)
