"""Chosen levers -> the first draft of a plan of action, from the steps, actors and indicators of their sheets.

Nothing is guessed: who is in charge and until when are the person's to say, and stay empty. What a sheet says of its
lever as a whole stands where it is first needed: who takes part with the first step, by which figures it is followed
with the last, which in every sheet is the one that looks back; what can carry it and pay for it with each. What others
paid is no cost of this plan: it is not filled in.
"""

from collections.abc import Iterable, Iterator

from levers_app.catalogue.actions import Action
from levers_app.catalogue.records import Lever
from levers_app.catalogue.typography import NBSP
from levers_app.insight.carrying import AGREEMENTS, MONEY, Carried, Means, access
from levers_app.insight.facts import CLOSED, OPEN, PARTLY, TO_CHECK
from levers_app.insight.quoting import plain

_ACCESS = {PARTLY: "pour la part en QPV", TO_CHECK: "si le site est en QPV"}
_FRAMES = {frame.slug: frame for frame in (*AGREEMENTS, *MONEY)}
_BY, _FROM = "Porté par", "Payé par"


def actions_of(lever: Lever, carried: Carried, territory: str) -> tuple[Action, ...]:
    """Return the steps of ``lever`` as actions; ``carried`` is what can carry it and pay for it in ``territory``."""
    last = len(lever.steps) - 1
    means = carried_text(carried, territory)
    return tuple(
        Action(
            what=step.title,
            detail=plain(step.detail),
            lever=lever.slug,
            partners=_lines(actor.name for actor in lever.actors) if place == 0 else "",
            carried=means,
            indicator=_lines(lever.indicators) if place == last else "",
        )
        for place, step in enumerate(lever.steps)
    )


def carried_text(carried: Carried, territory: str) -> str:
    """Return what can carry a lever and pay for it in ``territory``, as an action says it at first."""
    return _lines(carrying(carried, territory))


def carrying(carried: Carried, territory: str) -> Iterator[str]:
    """Yield which agreements can carry a lever and which money can pay it, in a few words, without what is closed."""
    for label, found in ((_BY, carried.agreements), (_FROM, carried.money)):
        names = dict.fromkeys(name for means in found for name in means_named(means, territory))
        if names:
            yield f"{label}{NBSP}: {', '.join(names)}"
    yield from (line.text.rstrip(".") for line in carried.axes if line.kind == "axis")
    yield from (line.text for line in carried.unsaid)


def means_named(means: Means, territory: str) -> Iterator[str]:
    """Yield the frames of a means that are open in ``territory``, or what the sheet says where it belongs to none."""
    for slug in means.frames:
        how = access(_FRAMES[slug], territory)
        if how != CLOSED:
            yield _with_access(_FRAMES[slug].label, how)
    if not means.frames and means.access != CLOSED:
        yield means.line.text.rstrip(".")


def _with_access(text: str, how: str) -> str:
    return text if how == OPEN else f"{text} ({_ACCESS[how]})"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(map(plain, texts))
