"""Chosen levers -> the first draft of a plan of action, from the steps, actors and indicators of their sheets.

Nothing is guessed: who is in charge and until when are the person's to say, and stay empty. What a sheet says of its
lever as a whole stands where it is first needed: who takes part and who can pay with the first step, by which figures
it is followed with the last, which in every sheet is the one that looks back. What others paid is no cost of this plan:
it is not filled in.
"""

from collections.abc import Iterable, Iterator

from levers_app.catalogue.actions import Action
from levers_app.catalogue.records import Lever
from levers_app.catalogue.typography import NARROW, NBSP
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
            carried=_lines(carrying(carried)) if place == 0 else "",
            indicator=_lines(lever.indicators) if place == last else "",
        )
        for place, step in enumerate(lever.steps)
    )


def carrying(carried: Carried) -> Iterator[str]:
    """Yield which agreements can carry a lever and which money can pay it, in a few words, without what is closed."""
    for label, found in (("Convention", carried.agreements), ("Financement", carried.money)):
        names = dict.fromkeys(map(_named, (means for means in found if means.access != CLOSED)))
        if names:
            yield f"{label}{NBSP}: {'; '.join(names)}".replace("; ", f"{NARROW}; ")
    yield from (line.text.rstrip(".") for line in carried.axes if line.kind == "axis")


def _named(means: Means) -> str:
    """Return the frames of a means, or what the sheet says where it belongs to none."""
    text = ", ".join(_LABELS[slug] for slug in means.frames) or means.line.text.rstrip(".")
    return _with_access(text, means.access)


def _with_access(text: str, access: str) -> str:
    return text if access == OPEN else f"{text} ({_ACCESS[access]})"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(map(plain, texts))
