"""The actions of a plan as a table: lever by lever, the same columns on paper, on a page and in a spreadsheet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from levers_app.catalogue.actions import STATES, TEXTS, Action, State, counts, grouped
from levers_app.catalogue.costs import euros
from levers_app.catalogue.typography import NBSP, french
from levers_app.sheets.wording import all_of, amount, counted, number

COLUMNS = ("Action", "Qui", "Partenaires", "Quand", "Coût et financement", "Indicateurs", "Suivi")
"""What heads the columns, the first of which heads the rows."""
FIELDS = ("Levier", *(label for key, label in TEXTS.items() if key != "follow_up"), "État", TEXTS["follow_up"])
"""What heads the columns where each field has its own."""
TITLE = "Actions"
OWN = "Autres actions"
_SAME = "Idem"
"""Stands for what carries an action where it is what carries the one above."""
UNNAMED = "Action sans titre"
_COUNTED: Mapping[State, tuple[str, str]] = {
    "todo": ("à faire", "à faire"),
    "doing": ("en cours", "en cours"),
    "done": ("faite", "faites"),
    "dropped": ("abandonnée", "abandonnées"),
}


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: a cell a column, each of some paragraphs; the first of the first cell is what is done.

    The last cell begins with its ``state`` in words. ``fields`` are the same words field by field, without the lever,
    the paragraphs of each on lines of their own.
    """

    state: State
    cells: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """The actions of one lever (its id, empty for those of no lever)."""

    lever: str
    title: str
    rows: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class ActionTable:
    """All of them; ``standing`` says how far they are, what they cost where that is known, and on which territory."""

    title: str
    standing: str
    groups: tuple[ActionGroup, ...]


def action_table(
    actions: Sequence[Action], title: str, lever_title: Callable[[str], str], territory: str = ""
) -> ActionTable:
    """Return ``actions`` as a table; ``lever_title`` gives the title of a lever, ``territory`` is that of the site."""
    groups = tuple(
        ActionGroup(f"lever:{slug}" if slug else "", lever_title(slug) if slug else OWN, tuple(_rows(found)))
        for slug, found in grouped(actions)
    )
    site = f"Territoire{NBSP}: {territory}" if territory else ""
    return ActionTable(title or TITLE, all_of((standing(actions), costs(actions), site)), groups)


def standing(actions: Sequence[Action]) -> str:
    """Return how many actions there are and how far they are: « 12 actions : 9 à faire, 3 faites »."""
    total, found = counted(len(actions), "action"), counts(actions)
    if len(found) == 1:
        (state,) = found
        return f"{total} {_COUNTED[state][len(actions) > 1]}"
    said = ", ".join(counted(count, *_COUNTED[state]) for state, count in found.items())
    return f"{total}{NBSP}: {said}" if said else total


def costs(actions: Sequence[Action]) -> str:
    """Return what the actions cost, those that are dropped left out, or nothing where no cost is an amount.

    It says of how many actions the amount is known, and which costs that were typed are not in it: a sum must not look
    whole when it is not.
    """
    kept = [action for action in actions if action.state != "dropped"]
    known = [found for action in kept if (found := euros(action.cost)) is not None]
    if not known:
        return ""
    said = f"Coûts chiffrés{NBSP}: {amount(sum(known))}"
    if len(known) == len(kept):
        return said
    typed = sum(1 for action in kept if action.cost.strip())
    without = ", hors coûts annuels ou non chiffrés" if typed > len(known) else ""
    return f"{said} ({counted(len(known), 'action')} sur {number(len(kept))}{without})"


def _rows(actions: Sequence[Action]) -> Iterator[ActionRow]:
    before = ""
    for action in actions:
        said = action.carried.strip()
        carried = _SAME if said and said == before else said
        before = said
        cells = (
            (action.what, action.detail),
            (action.who,),
            (action.partners,),
            (action.when,),
            (action.cost, carried),
            (action.indicator,),
            (STATES[action.state], action.follow_up),
        )
        paragraphs = tuple(tuple(_paragraphs(texts)) for texts in cells)
        yield ActionRow(action.state, paragraphs, tuple(_fields(action)))


def _fields(action: Action) -> Iterator[str]:
    texts = {key: "\n".join(_paragraphs((getattr(action, key),))) for key in TEXTS}
    follow_up = texts.pop("follow_up")
    yield from (*texts.values(), STATES[action.state], follow_up)


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    """Yield the lines that were typed, each a paragraph; nothing of what is blank."""
    for text in texts:
        yield from (french(line.strip()) for line in text.splitlines() if line.strip())
