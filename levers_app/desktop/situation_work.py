"""What the diagnosis does on workers beside answering: reads and keeps the description, makes a note of its plan."""

from typing import NamedTuple

from levers_app.catalogue.brief import Brief
from levers_app.desktop.lever_names import LeverNames, lever_names
from levers_app.desktop.situation_note import action_plan, plan_note
from levers_app.desktop.situation_state import SETTING, Description, decoded, encoded
from levers_app.services import Services


class Site(NamedTuple):
    """What was described last, and the levers that can be in place."""

    description: Description
    levers: LeverNames


def read_site(services: Services) -> Site:
    """Return the description that was kept, and the levers that can be in place."""
    setting, known = services.personal.setting(SETTING), services.knowledge().levers
    return Site(decoded(setting, services.vocabulary, known), lever_names(services))


def keep(services: Services, description: Description) -> None:
    """Write a description into the person's own file."""
    services.personal.set_setting(SETTING, encoded(description))


def new_note(services: Services, description: Description) -> str:
    """Keep a note of a plan, and return its id."""
    return _kept(services, plan_note(services, description))


def new_action_plan(services: Services, description: Description) -> str:
    """Keep a plan of action, and return its id."""
    return _kept(services, action_plan(services, description))


def _kept(services: Services, note: Brief) -> str:
    services.briefs.keep(note)
    return note.id
