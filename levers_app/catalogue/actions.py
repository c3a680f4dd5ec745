"""The actions of a plan: who does what, with whom, until when, at what cost, seen by which figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

State = Literal["todo", "doing", "done", "dropped"]
STATES: Mapping[State, str] = {
    "todo": "À faire",
    "doing": "En cours",
    "done": "Faite",
    "dropped": "Abandonnée",
}
"""How far an action is, in words."""
MOST_ACTIONS = 1000
CARRIERS = "## Qui porte, qui paie"
"""Begins the paragraph of a plan that says so."""


@dataclass(frozen=True, slots=True)
class Action:
    """One line of a plan of action, as the person wrote it; every text may be empty.

    Attributes:
        what: the step.
        detail: what it consists of.
        lever: slug of the lever that it belongs to, empty for one of one's own.
        who: the person or service in charge.
        partners: who takes part.
        when: until when, in the person's own words.
        cost: what it costs.
        carried: which agreement carries it and which money pays it.
        indicator: the figures by which it is followed.
        state: how far it is.
        follow_up: what became of it.
    """

    what: str = ""
    detail: str = ""
    lever: str = ""
    who: str = ""
    partners: str = ""
    when: str = ""
    cost: str = ""
    carried: str = ""
    indicator: str = ""
    state: State = "todo"
    follow_up: str = ""


TEXTS: Mapping[str, str] = {
    "what": "Action",
    "detail": "En quoi elle consiste",
    "who": "Qui",
    "partners": "Partenaires",
    "when": "Quand",
    "cost": "Coût",
    "carried": "Convention et financement",
    "indicator": "Indicateurs",
    "follow_up": "Suivi",
}
"""The texts of an action, by field, in the order in which they are shown."""


def counts(actions: Sequence[Action]) -> dict[State, int]:
    """Return how many actions there are of each state, without those of which there are none."""
    found = {state: sum(action.state == state for action in actions) for state in STATES}
    return {state: count for state, count in found.items() if count}


def grouped(actions: Sequence[Action]) -> list[tuple[str, tuple[Action, ...]]]:
    """Return the actions in their order, those of one lever (its slug, or nothing) that follow one another together."""
    return [(slug, tuple(found)) for slug, found in groupby(actions, key=lambda action: action.lever)]
