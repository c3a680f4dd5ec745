"""What the sheets have for the actions of a plan, made off the GUI thread; no Qt here."""

from collections.abc import Iterator
from dataclasses import replace

from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem
from levers_app.catalogue.typography import NBSP
from levers_app.desktop.brief_rows import Named
from levers_app.desktop.lever_names import LeverNames, lever_names
from levers_app.desktop.situation_note import carriers_text
from levers_app.insight.acting import actions_of, carried_text, carrying, means_named
from levers_app.insight.carrying import Carried, carriers
from levers_app.insight.facts import UNKNOWN
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.quoting import plain
from levers_app.services import Services


def named_levers(services: Services) -> tuple[dict[str, Named], LeverNames]:
    """Return the levers by slug as rows name them, and the names by which they are found."""
    levers = services.knowledge().levers
    named = {slug: Named(lever.title, lever.short, lever.family) for slug, lever in levers.items()}
    return named, lever_names(services)


def steps_of(services: Services, slug: str, territory: str) -> tuple[Action, ...]:
    """Return the steps of a lever as actions of a site in ``territory``; nothing when the base has no such lever."""
    known = services.knowledge()
    if slug not in known.levers:
        return ()
    return actions_of(known.levers[slug], *_carried(known, slug, territory))


def proposals(services: Services, slug: str, territory: str) -> dict[str, tuple[str, ...]]:
    """Return what the sheet of a lever has for the fields of an action, by field."""
    known = services.knowledge()
    lever = known.levers.get(slug)
    if lever is None:
        return {}
    actors = tuple(plain(actor.name) for actor in lever.actors)
    found = {
        "who": actors,
        "partners": actors,
        "cost": (f"Repère{NBSP}: {plain(lever.costs)}",) if lever.costs.strip() else (),
        "carried": tuple(_means(*_carried(known, slug, territory))),
        "indicator": tuple(map(plain, lever.indicators)),
    }
    return {key: texts for key, texts in found.items() if texts}


def _carried(known: Knowledge, slug: str, territory: str) -> tuple[Carried, str]:
    """Return what can carry a lever, and where."""
    fit = _fit(known, territory)
    return carriers(known, [slug], fit).levers[0], fit


def _fit(known: Knowledge, territory: str) -> str:
    """Return a territory of the vocabulary: one of another, from a file, is one that nobody said."""
    return territory if territory in known.vocabulary.territories else UNKNOWN


def in_territory(services: Services, item: ActionsItem, territory: str) -> ActionsItem:
    """Return the actions of a site in another territory: what can carry them follows, unless the person changed it."""
    known = services.knowledge()
    slugs = {action.lever for action in item.actions if action.lever in known.levers}
    before, now = (
        {slug: carried_text(*_carried(known, slug, each)) for slug in slugs} for each in (item.territory, territory)
    )
    actions = (
        replace(action, carried=now[action.lever]) if action.carried == before.get(action.lever) else action
        for action in item.actions
    )
    return replace(item, actions=tuple(actions), territory=territory)


def _means(carried: Carried, territory: str) -> Iterator[str]:
    """Yield what can carry and pay, all of it, then one by one."""
    yield from carrying(carried, territory)
    found = (*carried.agreements, *carried.money)
    yield from dict.fromkeys(name for means in found for name in means_named(means, territory))


def carriers_of(services: Services, item: ActionsItem) -> str:
    """Return who carries and pays for the levers of some actions, as a paragraph; restricted examples are not in it."""
    known = services.knowledge().unrestricted
    slugs = [slug for slug in dict.fromkeys(action.lever for action in item.actions) if slug in known.levers]
    return carriers_text(carriers(known, slugs, _fit(known, item.territory)))
