"""What the list of the actions of a plan says of each, and what can be done to them; no Qt here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from levers_app.catalogue.actions import STATES, Action
from levers_app.desktop.brief_rows import ItemRow
from levers_app.insight.acting import actions_of, carrying
from levers_app.insight.carrying import carriers
from levers_app.insight.facts import UNKNOWN
from levers_app.insight.quoting import plain
from levers_app.sheets.wording import all_of

if TYPE_CHECKING:
    from levers_app.services import Services

NAMELESS = "Action sans titre"


@dataclass(frozen=True, slots=True)
class NamedLever:
    """A lever as the list names it; ``sign`` is its family."""

    title: str
    short: str
    sign: str


def named_levers(services: "Services") -> dict[str, NamedLever]:
    """Return the levers by slug."""
    levers = services.knowledge().levers
    return {slug: NamedLever(lever.title, lever.short, lever.family) for slug, lever in levers.items()}


def steps_of(services: "Services", slug: str, territory: str) -> tuple[Action, ...]:
    """Return the steps of a lever as actions of a site in ``territory``; nothing when the base has no such lever."""
    known = services.knowledge()
    if slug not in known.levers:
        return ()
    return actions_of(known.levers[slug], carriers(known, [slug], territory or UNKNOWN).levers[0])


def proposals(services: "Services", slug: str, territory: str) -> dict[str, tuple[str, ...]]:
    """Return what the sheet of a lever has for the fields of an action, by field."""
    known = services.knowledge()
    lever = known.levers.get(slug)
    if lever is None:
        return {}
    actors = tuple(plain(actor.name) for actor in lever.actors)
    found = {
        "who": actors,
        "partners": actors,
        "cost": (plain(lever.costs),) if lever.costs.strip() else (),
        "carried": tuple(carrying(carriers(known, [slug], territory or UNKNOWN).levers[0])),
        "indicator": tuple(map(plain, lever.indicators)),
    }
    return {key: texts for key, texts in found.items() if texts}


def action_rows(actions: Sequence[Action], levers: Mapping[str, NamedLever]) -> tuple[ItemRow, ...]:
    """Return a row for each action: what is done, for which lever, how far it is, who and when."""
    return tuple(_row(place, action, levers.get(action.lever)) for place, action in enumerate(actions))


def _row(place: int, action: Action, lever: NamedLever | None) -> ItemRow:
    detail = all_of((STATES[action.state], one_line(action.who), one_line(action.when), lever.short if lever else ""))
    return ItemRow(place + 1, one_line(action.what) or NAMELESS, lever.sign if lever else "words", detail, depth=True)


def one_line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())


def added(actions: Sequence[Action], place: int, new: Sequence[Action]) -> tuple[Action, ...]:
    """Return the actions with ``new`` ones before ``place``."""
    return (*actions[:place], *new, *actions[place:])


def without(actions: Sequence[Action], place: int) -> tuple[Action, ...]:
    """Return the actions without one."""
    return (*actions[:place], *actions[place + 1 :])


def moved(actions: Sequence[Action], place: int, to: int) -> tuple[Action, ...]:
    """Return the actions with one at another place."""
    left = without(actions, place)
    return added(left, to, (actions[place],))


def changed(actions: Sequence[Action], place: int, field: str, value: str) -> tuple[Action, ...]:
    """Return the actions with another value in one field of one of them."""
    return (*actions[:place], replace(actions[place], **{field: value}), *actions[place + 1 :])  # type: ignore[arg-type]
