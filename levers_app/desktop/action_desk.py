"""What the base has for the actions of a plan: the names of levers, their steps, what their sheets propose."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from levers_app.desktop.action_rows import named_levers, proposals, steps_of
from levers_app.desktop.brief_desk import BriefDesk

if TYPE_CHECKING:
    from levers_app.catalogue.actions import Action
    from levers_app.desktop.actions_pane import ActionsPane
    from levers_app.desktop.window import MainWindow


class ActionDesk(QObject):
    """Answers a pane of actions off the GUI thread."""

    def __init__(self, window: "MainWindow", desk: BriefDesk) -> None:
        """``desk`` has the note."""
        super().__init__(window)
        self._window, self._desk = window, desk

    def connect_pane(self, pane: "ActionsPane") -> None:
        """Do what is asked for on ``pane``."""
        pane.levers_wanted.connect(partial(self._name_levers, pane))
        pane.sheet_wanted.connect(partial(self._propose, pane))
        pane.steps_wanted.connect(partial(self._take_steps, pane))
        pane.open_wanted.connect(self._window.navigator.open)

    @Slot()
    def _name_levers(self, pane: "ActionsPane") -> None:
        self._window.jobs.read(partial(named_levers, self._desk.services), pane.know_levers, self._window.tell_error)

    def _propose(self, pane: "ActionsPane", slug: str) -> None:
        self._window.jobs.read(
            partial(proposals, self._desk.services, slug, pane.territory),
            partial(pane.offer, slug),
            self._window.tell_error,
        )

    def _take_steps(self, pane: "ActionsPane", slug: str) -> None:
        def done(actions: "tuple[Action, ...]") -> None:
            if pane.add(actions):
                pane.take_focus()

        self._window.jobs.read(
            partial(steps_of, self._desk.services, slug, pane.territory), done, self._window.tell_error
        )
