"""What the base has for the actions of a plan: the names of levers, their steps, what their sheets propose."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from levers_app.catalogue.brief import ActionsItem
from levers_app.catalogue.typography import NARROW
from levers_app.desktop.action_rows import missing
from levers_app.desktop.brief_changes import with_carriers, with_item
from levers_app.desktop.brief_desk import BriefDesk
from levers_app.desktop.messages import Toasts
from levers_app.sheets.wording import counted

if TYPE_CHECKING:
    from levers_app.catalogue.actions import Action
    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.actions_pane import ActionsPane, Table
    from levers_app.desktop.brief_page import BriefPage
    from levers_app.desktop.brief_rows import Named
    from levers_app.desktop.lever_names import LeverNames
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

_NO_STEPS = "La fiche de ce levier n’a pas d’étapes à reprendre."
_THERE = "Les étapes de ce levier sont déjà dans le plan."
_LATE = "Rien n’a été changé\u00a0: la note a changé entre-temps. Recommencez."
_ANEW = "Pensez à refaire «\u00a0Qui porte, qui paie\u00a0»."
_GONE = "Les étapes n’ont pas été reprises\u00a0: la note a changé entre-temps. Recommencez."


class ActionDesk(QObject):
    """Answers a pane of actions off the GUI thread; what comes too late, to another table, is dropped."""

    def __init__(self, window: "MainWindow", toasts: Toasts, desk: BriefDesk) -> None:
        """``desk`` has the note."""
        super().__init__(window)
        self._window, self._toasts, self._desk = window, toasts, desk

    def connect_page(self, page: "BriefPage") -> None:
        """Do what is asked for on ``page``, and on its pane of actions once it has one."""
        page.side.pane_made.connect(self._connect_pane)
        page.contents.panel.territory_chosen.connect(self._choose_territory)
        page.contents.panel.carriers_wanted.connect(self._write_carriers)

    def _connect_pane(self, pane: "ActionsPane") -> None:
        pane.said.connect(self._toasts.show)
        pane.levers_wanted.connect(partial(self._name_levers, pane))
        pane.sheet_wanted.connect(partial(self._propose, pane))
        pane.steps_wanted.connect(partial(self._take_steps, pane))
        pane.open_wanted.connect(self._window.navigator.open)

    def _name_levers(self, pane: "ActionsPane") -> None:
        def done(found: "tuple[Mapping[str, Named], LeverNames]") -> None:
            if self._desk.page.side.has_pane(pane):
                pane.know_levers(*found)

        self._window.jobs.read(partial(_named_levers, self._desk.services), done, self._window.tell_error)

    def _propose(self, pane: "ActionsPane", slug: str) -> None:
        asked = pane.table

        def done(found: Mapping[str, Sequence[str]]) -> None:
            if self._still_shows(pane, asked):
                pane.offer(slug, found)

        work = partial(_proposals, self._desk.services, slug, asked.territory)
        self._window.jobs.read(work, done, self._window.tell_error)

    def _take_steps(self, pane: "ActionsPane", slug: str) -> None:
        asked = pane.table

        def done(steps: "tuple[Action, ...]") -> None:
            if self._still_shows(pane, asked):
                self._put(pane, steps)
            else:
                self._toasts.show(_GONE)

        work = partial(_steps_of, self._desk.services, slug, asked.territory)
        self._window.jobs.read(work, done, self._window.tell_error)

    # -- the table as a whole

    def _chosen(self) -> "tuple[Brief, int, ActionsItem] | None":
        """Return the note, and the table that is chosen in it."""
        brief, place = self._desk.brief, self._desk.page.contents.list.current()
        item = brief.items[place] if brief is not None and 0 <= place < len(brief.items) else None
        return (brief, place, item) if brief is not None and isinstance(item, ActionsItem) else None

    @Slot(str)
    def _choose_territory(self, territory: str) -> None:
        """Have what can carry and pay follow the territory; what the person wrote instead stays."""
        chosen = self._chosen()
        if chosen is None:
            return
        brief, place, item = chosen

        def done(now: ActionsItem) -> None:
            followed = sum(one.carried != other.carried for one, other in zip(now.actions, item.actions, strict=True))
            said = f"Territoire changé{NARROW}; {counted(followed, 'action suit', 'actions suivent')}. " + _ANEW
            self._change(brief, with_item(brief, place, now), said)

        work = partial(_in_territory, self._desk.services, item, territory)
        self._window.jobs.read(work, done, self._window.tell_error)

    @Slot()
    def _write_carriers(self) -> None:
        """Write the paragraph « Qui porte, qui paie » anew, for the levers and the territory of the table."""
        chosen = self._chosen()
        if chosen is None:
            return
        brief, place, item = chosen

        def done(text: str) -> None:
            self._change(brief, with_carriers(brief, place, text), "«\u00a0Qui porte, qui paie\u00a0» est refait.")

        work = partial(_carriers_of, self._desk.services, item)
        self._window.jobs.read(work, done, self._window.tell_error)

    def _change(self, before: "Brief", now: "Brief", said: str) -> None:
        if self._desk.brief == before:
            self._desk.change(now, "", said)
        else:
            self._toasts.show(_LATE)

    def _still_shows(self, pane: "ActionsPane", asked: "Table") -> bool:
        return self._desk.page.side.has_pane(pane) and pane.table == asked

    def _put(self, pane: "ActionsPane", steps: "tuple[Action, ...]") -> None:
        new = missing(pane.shown, steps)
        if not new:
            self._toasts.show(_THERE if steps else _NO_STEPS)
        elif pane.add(new, f"{counted(len(new), 'étape reprise', 'étapes reprises')} de la fiche."):
            pane.take_focus()


# On workers, and imported there: most days nobody plans.


def _named_levers(services: "Services") -> "tuple[Mapping[str, Named], LeverNames]":
    from levers_app.desktop.action_sheets import named_levers  # noqa: PLC0415

    return named_levers(services)


def _proposals(services: "Services", slug: str, territory: str) -> Mapping[str, Sequence[str]]:
    from levers_app.desktop.action_sheets import proposals  # noqa: PLC0415

    return proposals(services, slug, territory)


def _steps_of(services: "Services", slug: str, territory: str) -> "tuple[Action, ...]":
    from levers_app.desktop.action_sheets import steps_of  # noqa: PLC0415

    return steps_of(services, slug, territory)


def _in_territory(services: "Services", item: ActionsItem, territory: str) -> ActionsItem:
    from levers_app.desktop.action_sheets import in_territory  # noqa: PLC0415

    return in_territory(services, item, territory)


def _carriers_of(services: "Services", item: ActionsItem) -> str:
    from levers_app.desktop.action_sheets import carriers_of  # noqa: PLC0415

    return carriers_of(services, item)
