"""What the diagnosis does on workers: reads and keeps the description, answers it, makes a note of its plan."""

from typing import NamedTuple

from levers_app.catalogue.brief import Brief
from levers_app.desktop.situation_answer import answer
from levers_app.desktop.situation_note import action_plan, plan_note
from levers_app.desktop.situation_state import SETTING, Description, decoded, encoded
from levers_app.services import Services


class Site(NamedTuple):
    """What was described last, the levers by slug, and what else each is called."""

    description: Description
    labels: dict[str, str]
    names: dict[str, tuple[str, ...]]


class Work:
    """The functions."""

    answer = staticmethod(answer)

    @staticmethod
    def read_site(services: Services) -> Site:
        """Return the description that was kept, and the levers that can be in place."""
        levers = services.knowledge().levers
        labels = {slug: lever.short for slug, lever in levers.items()}
        names = {slug: (lever.title, *lever.acronyms) for slug, lever in levers.items()}
        return Site(decoded(services.personal.setting(SETTING), services.vocabulary, levers), labels, names)

    @staticmethod
    def keep(services: Services, description: Description) -> None:
        """Write a description into the person's own file."""
        services.personal.set_setting(SETTING, encoded(description))

    @staticmethod
    def new_note(services: Services, description: Description) -> str:
        """Keep a note of a plan, and return its id."""
        return _kept(services, plan_note(services, description))

    @staticmethod
    def new_action_plan(services: Services, description: Description) -> str:
        """Keep a plan of action, and return its id."""
        return _kept(services, action_plan(services, description))


def _kept(services: Services, note: Brief) -> str:
    services.briefs.keep(note)
    return note.id
