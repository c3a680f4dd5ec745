"""What the form says of a draft: what it will become, how each page of it stands, what may be done now. No Qt here."""

from uuid import UUID

from levers_app.catalogue.draft import Draft, Entry, Rubric
from levers_app.desktop.entry_pages import PAGES
from levers_app.sheets.wording import counted, listed

_STATES = {
    (False, False): "Brouillon",
    (True, False): "Brouillon d’une modification",
    (True, True): "Brouillon d’une version locale",
}
_ALWAYS_FILLED = frozenset({"territory", "confidentiality", "organisation"})
"""Fields that hold something before anything is typed."""


def heading(draft: Draft) -> str:
    """Return the heading of the form on a draft."""
    return "Modifier un exemple" if draft.record else "Ajouter un exemple"


def state(draft: Draft) -> str:
    """Return what a draft is one of: a new example, a change, a version of a shipped one."""
    changes = bool(draft.record)
    return _STATES[changes, changes and not _is_own(draft.slug)]


def advice(needed: dict[str, str], wrong: bool, found: tuple[Rubric, ...], passages: int) -> str:
    """Return what may be done now.

    ``needed`` is what is missing by field, ``found`` what others look for, ``passages`` counts what the privacy guard
    points out.
    """
    if needed:
        return f"Avant d’envoyer, il manque {listed(list(needed.values()))}."
    if wrong:
        return "Avant d’envoyer, corrigez ce qui est signalé en rouge."
    if passages:
        there = counted(passages, "passage")
        return f"Avant d’envoyer, {there} à revoir\u00a0: retirez ces mots, ou dites pourquoi les garder."
    if all(rubric.done for rubric in found):
        return "Tout y est\u00a0: un collègue d’une autre agence peut s’en servir."
    return (
        "Vous pouvez envoyer dès maintenant. Chaque rubrique remplie évite une question à un collègue\u202f; "
        "un résultat absent ou mauvais se dit aussi."
    )


def page_state(place: int, entry: Entry, found: tuple[Rubric, ...], needed: dict[str, str]) -> tuple[str, bool]:
    """Return a word on a page of the form, and whether all that is looked for in it is there."""
    if place == 0:
        situations = counted(len(entry.problems), "situation") if entry.problems else ""
        return ", ".join(filter(None, (entry.commune, situations))), not needed
    names = PAGES[place].fields
    here = [rubric.done for rubric in found if rubric.key in names]
    filled = any(getattr(entry, name) for name in names if name not in _ALWAYS_FILLED)
    done = all(here) and (bool(here) or filled)
    return "rempli" if done else "en cours" if filled else "facultatif", done


def _is_own(slug: str) -> bool:
    """Tell whether an example was written here: the shipped ones have words for names."""
    try:
        UUID(slug)
    except ValueError:
        return False
    return True
