"""What the list of the actions of a plan says of each, and what can be done to them; no Qt here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from levers_app.catalogue.actions import STATES, Action
from levers_app.catalogue.typography import NBSP
from levers_app.desktop.brief_rows import ItemRow, Named
from levers_app.desktop.sequences import with_item
from levers_app.sheets.action_table import UNNAMED
from levers_app.sheets.wording import all_of

_GATHERED = {"who": ", ", "when": ", "} | dict.fromkeys(("partners", "cost", "carried", "indicator", "follow_up"), "\n")
"""What stands between the texts of several actions that become one, by field."""


def together(actions: Sequence[Action], lever: str, title: str) -> tuple[Action, ...]:
    """Return the actions with those of a lever as one, called ``title``, where the first stood: no word is lost."""
    parts = [action for action in actions if action.lever == lever]
    states = {action.state for action in parts}
    whole = Action(title, _lines(map(_step, parts)), lever, state=states.pop() if len(states) == 1 else "doing")
    gathered = {key: sign.join(_all_lines(getattr(part, key) for part in parts)) for key, sign in _GATHERED.items()}
    whole = replace(whole, **gathered)  # type: ignore[arg-type]
    first = actions.index(parts[0])
    return (*actions[:first], whole, *(action for action in actions[first:] if action.lever != lever))


def _step(action: Action) -> str:
    said = f"{NBSP}: ".join(filter(None, (one_line(action.what), one_line(action.detail))))
    done = STATES[action.state] if action.state != "todo" else ""
    more = all_of((done, one_line(action.who), one_line(action.when)))
    return f"– {said}{f' ({more})' if more else ''}"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _all_lines(texts: Iterable[str]) -> list[str]:
    """Return the lines of texts, each once."""
    return list(dict.fromkeys(line for text in texts for line in text.splitlines() if line.strip()))


def action_rows(actions: Sequence[Action], levers: Mapping[str, Named]) -> tuple[ItemRow, ...]:
    """Return a row for each action: what is done, for which lever, how far it is, who and when."""
    return tuple(_row(place, action, levers.get(action.lever)) for place, action in enumerate(actions))


def _row(place: int, action: Action, lever: Named | None) -> ItemRow:
    detail = all_of((STATES[action.state], lever.short if lever else "", one_line(action.who), one_line(action.when)))
    return ItemRow(place + 1, one_line(action.what) or UNNAMED, lever.mark if lever else "words", detail, depth=True)


def one_line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())


def changed(actions: Sequence[Action], place: int, field: str, value: str) -> tuple[Action, ...]:
    """Return the actions with another value in one field of one of them."""
    return with_item(actions, place, replace(actions[place], **{field: value}))  # type: ignore[arg-type]


def followed(before: Sequence[Action], after: Sequence[Action], place: int) -> int:
    """Return where the action that stood at ``place`` stands now, as far as can be told: by undo, or another window."""
    if not 0 <= place < len(before) or after[place : place + 1] == (before[place],):
        return min(place, len(after) - 1)
    come = (n for n, each in enumerate(after) if each == before[place] and before[n : n + 1] != (each,))
    return next(come, min(place, len(after) - 1))


def missing(actions: Sequence[Action], steps: Sequence[Action]) -> tuple[Action, ...]:
    """Return the steps of a lever that are not among the actions yet."""
    there = {(action.lever, action.what) for action in actions}
    return tuple(step for step in steps if (step.lever, step.what) not in there)
