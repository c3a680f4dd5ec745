"""Chosen levers -> the first draft of a plan of action, from the steps, actors, costs and indicators of their sheets.

Nothing is guessed: who is in charge and until when are the person's to say, and stay empty. What a sheet says of its
lever as a whole stands where it is first needed: who takes part, the cost and who pays with the first step, by which
figures it is followed with the last, which in every sheet is the one that looks back.
"""

from collections.abc import Iterable, Iterator

from levers_app.catalogue.actions import Action
from levers_app.catalogue.records import Lever
from levers_app.catalogue.typography import NBSP
from levers_app.insight.carrying import AGREEMENTS, MONEY, Carried, Means
from levers_app.insight.facts import CLOSED, OPEN, PARTLY, TO_CHECK
from levers_app.insight.quoting import plain

_ACCESS = {PARTLY: "pour la part en QPV", TO_CHECK: "si le site est en QPV"}
_LABELS = {frame.slug: frame.label for frame in (*AGREEMENTS, *MONEY)}


def actions_of(lever: Lever, carried: Carried) -> tuple[Action, ...]:
    """Return the steps of ``lever`` as actions; ``carried`` is what can carry it and pay for it here."""
    last = len(lever.steps) - 1
    return tuple(
        Action(
            what=step.title,
            detail=plain(step.detail),
            lever=lever.slug,
            partners=_lines(actor.name for actor in lever.actors) if place == 0 else "",
            cost=_reference(lever.costs) if place == 0 else "",
            carried=_lines(carrying(carried)) if place == 0 else "",
            indicator=_lines(lever.indicators) if place == last else "",
        )
        for place, step in enumerate(lever.steps)
    )


def _reference(costs: str) -> str:
    """Return what others paid as what it is: no price of this plan."""
    return f"Repère{NBSP}: {plain(costs)}" if costs.strip() else ""


def carrying(carried: Carried) -> Iterator[str]:
    """Yield which agreements can carry a lever and which money can pay it, in a few words, without what is closed."""
    agreements = dict.fromkeys(_named(means, means.frames) for means in carried.agreements if means.access != CLOSED)
    if agreements:
        yield f"Convention{NBSP}: {', '.join(agreements)}"
    for means in carried.money:
        if means.access != CLOSED:
            yield f"Financement{NBSP}: {_with_access(means.line.text.rstrip('.'), means.access)}"
    yield from (line.text.rstrip(".") for line in carried.axes if line.kind == "axis")


def _named(means: Means, frames: tuple[str, ...]) -> str:
    return _with_access(", ".join(_LABELS[slug] for slug in frames), means.access)


def _with_access(text: str, access: str) -> str:
    return text if access == OPEN else f"{text} ({_ACCESS[access]})"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(map(plain, texts))
