"""The sentences about who carries and who pays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from levers_app.catalogue.records import Lever
from levers_app.catalogue.typography import NBSP
from levers_app.insight.facts import CLOSED, OUTSIDE, PARTLY, QPV, TO_CHECK, UNKNOWN, Line
from levers_app.insight.quoting import enumerated, of_levers, of_rule, quote
from levers_app.sheets.wording import listed, uncapitalised

if TYPE_CHECKING:
    from levers_app.insight.carrying import Means

GAIN = "ce que le plan lui apporterait"
ACCESS_WORDS = {CLOSED: "Fermé hors QPV", PARTLY: "Pour la part en QPV", TO_CHECK: f"À vérifier{NBSP}: QPV"}
"""What is said of what is not simply open."""
_OF_QPV = re.compile(r"QPV|quartiers? prioritaires?")


def is_the_frame(lever: Lever, label: str) -> Line:
    """Say that a lever is itself an agreement."""
    return of_levers("agreement-itself", f"{label}{NBSP}: c’est ce levier même.", (lever,))


def agreement(lever: Lever, label: str, sheet: Lever, why: str) -> Line:
    """Say what ties a lever to an agreement, in the words of its sheet or of that of the agreement."""
    if not why:
        return of_levers("agreement", f"{label}.", (sheet,))
    return quote("agreement", sheet, why, label if sheet is lever else f"{label}, dont la fiche dit de ce levier")


def axis(name: str, sheet: Lever) -> Line:
    """Name the axis of the abatement that a sheet names."""
    return of_levers("axis", f"Axe de l’abattement{NBSP}: {name}.", (sheet,))


def all_axes(agreement: Lever, names: Sequence[str]) -> Line:
    """Name the axes."""
    return of_levers("axis", f"Les huit axes de l’abattement{NBSP}: {enumerated(names)}.", (agreement,))


def axes_fed(names: Sequence[str], total: int, sheets: Iterable[Lever]) -> Line:
    """Say which axes of the abatement a plan gives something to do."""
    text = f"Axes de l’abattement que ce plan alimente, {len(names)} sur {total}{NBSP}: {enumerated(names)}."
    return of_levers("gain", text, {sheet.id: sheet for sheet in sheets}.values())


def axis_unsaid(lever: Lever, agreement: Lever) -> Line:
    """Say that the sheet counts on the abatement without naming an axis."""
    text = "La fiche compte sur l’abattement sans dire dans quel axe\u00a0: à convenir avec les signataires."
    return of_levers("axis-unsaid", text, (lever, agreement))


def unsaid(lever: Lever, agreements: "Sequence[Means]", money: "Sequence[Means]") -> Iterator[Line]:
    """Say what a sheet does not tell, or that nothing of what it tells is open here."""
    if not agreements:
        yield of_levers("agreement-unsaid", "La fiche ne cite aucune convention qui le porte.", (lever,))
    if not money:
        yield of_levers("money-unsaid", "La fiche ne cite aucun financement.", (lever,))
    elif all(means.access == CLOSED for means in money):
        text = "Hors QPV, aucun des financements que cite la fiche n’est ouvert\u00a0: reste à en trouver un."
        yield of_levers("money-closed", text, (lever,))


def territory(slug: str, frames: Sequence[str]) -> Line:
    """Say what the territory changes to what is kept for QPV: one frame or several, the words agree with « ce qui »."""
    kept = f"ce qui est réservé aux QPV ({listed(list(map(uncapitalised, frames)))})"
    said = {
        QPV: f"Le site est en QPV{NBSP}: {kept} peut servir.",
        OUTSIDE: f"Le site est hors QPV{NBSP}: {kept} ne s’y applique pas.",
        UNKNOWN: f"Vérifiez d’abord si le site est en QPV{NBSP}: {kept} n’est ouvert qu’à cette condition.",
    }
    other = f"Le site est en partie en QPV{NBSP}: {kept} ne vaut que pour la part du site qui est en QPV."
    return of_rule("territory", said.get(slug, other), "rule:qpv")


def reserved(sheet: Lever, label: str) -> Iterator[Line]:
    """Yield the line of a sheet that says that it is for QPV, if one does."""
    texts = (*sheet.limits, *(text.says for text in sheet.legal))
    found = (text for text in texts if _OF_QPV.search(text))
    return (quote("reserved", sheet, text, f"{label} et QPV") for text in islice(found, 1))
