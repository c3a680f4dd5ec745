"""Models of notes: what is chosen at first, and what becomes of a note that takes another model."""

import dataclasses
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from levers_app.catalogue.brief import (
    FEWEST_COMPARED,
    MOST_COMPARED,
    ActionsItem,
    Brief,
    ComparisonItem,
    Cover,
    Depth,
    Item,
    Options,
    SheetItem,
    TextItem,
    seen_in,
    side_by_side,
)
from levers_app.catalogue.plain_data import read_as
from levers_app.catalogue.records import slug_of


@dataclass(frozen=True, slots=True)
class Model:
    """A way to make notes: what is chosen at first, and everything can be changed afterwards.

    Attributes:
        key: stable name of a model of the program, a UUID for one's own.
        name, about: what it is called, and what it is for.
        depth: how much of a lever is printed, and of any other record (``case_depth``).
        compares: levers stand side by side.
        acts: a table of actions stands before the levers.
        texts: free texts that a new note begins with.
        cover: what one's own model fills in beforehand: organisation, author, logo.
    """

    key: str
    name: str
    about: str = ""
    options: Options = field(default_factory=Options)
    depth: Depth = "essential"
    case_depth: Depth = "essential"
    compares: bool = False
    acts: bool = False
    texts: tuple[str, ...] = ()
    cover: Cover = field(default_factory=Cover)


_COMMITTEE = ("## La situation\n", "## Ce qui est proposé\n", "## Ce que d’autres ont fait\n")
_PLAN = ("## Diagnostic\n", "## Objectifs\n", "## Suivi\n")
MODELS: Mapping[str, Model] = {
    model.key: model
    for model in (
        Model("fiche", "Fiche d’une page", "Un levier sur une page A4.", Options(codes=True), "page", "page"),
        Model(
            "comite",
            "Note de comité",
            "Deux à quatre pages\u00a0: la situation, ce qui est proposé, à quelles conditions, des exemples.",
            Options(codes=True, paged=False),
            texts=_COMMITTEE,
        ),
        Model(
            "plan",
            "Plan d’actions",
            "Le diagnostic, les objectifs, un tableau des actions (qui, quand, avec quoi), le suivi\u202f; "
            "s’enregistre aussi en tableur.",
            Options(paged=False),
            "page",
            "page",
            acts=True,
            texts=_PLAN,
        ),
        Model("comparatif", "Comparatif", "Deux à quatre leviers sur une page en paysage.", compares=True),
        Model(
            "dossier",
            "Dossier",
            "Page de garde, sommaire, et autant de fiches que l’on veut.",
            Options(cover=True, contents=True),
            "full",
            "full",
        ),
        Model(
            "exemple",
            "Exemple de terrain",
            "Un exemple entier, avec ses photos.",
            Options(photos=True),
            "full",
            "full",
        ),
    )
}
"""The models that come with the program, in the order in which they are offered."""


def new_brief(
    model: Model, items: Sequence[Item] = (), *, name: str = "", organisation: str = "", author: str = ""
) -> Brief:
    """Return a new note after ``model``, which may name its organisation and author itself."""
    cover = replace(
        model.cover,
        organisation=model.cover.organisation or organisation,
        author=model.cover.author or author,
    )
    return after(Brief(str(uuid.uuid4()), name, cover=cover, items=tuple(items)), model)


def after(brief: Brief, model: Model) -> Brief:
    """Return ``brief`` as ``model`` makes it; no item and no word is lost on the way."""
    compared = model.compares and any(isinstance(item, ComparisonItem) for item in brief.items)
    items = tuple(_in_depth(item, model) for item in (brief.items if compared else _apart(brief.items)))
    if model.compares and not compared:
        items = _compared(items)
    if model.acts and not any(isinstance(item, ActionsItem) for item in items):
        items = _with_actions(items)
    if model.texts and not any(isinstance(item, TextItem) for item in brief.items):
        items = _between(items, model.texts)
    return replace(brief, model=model.key, options=model.options, items=items)


def sheet_item(record: str, model: Model, seq: int = 0) -> SheetItem:
    """Return a record as a note after ``model`` takes it in; ``seq`` is its journal line."""
    return SheetItem(record, model.depth if record.startswith("lever:") else model.case_depth, seq=seq)


def with_record(brief: Brief, record: str, model: Model, seq: int = 0) -> Brief:
    """Return ``brief`` with a record at its end; a lever joins the others in a comparison that has room for it."""
    kind, _, slug = record.partition(":")
    for place, item in enumerate(brief.items):
        if model.compares and kind == "lever" and isinstance(item, ComparisonItem) and len(item.levers) < MOST_COMPARED:
            joined = side_by_side({**item.seen, slug: item.seen.get(slug, seq)}, item.title)
            return replace(brief, items=(*brief.items[:place], joined, *brief.items[place + 1 :]))
    if model.compares and kind == "lever" and not any(isinstance(item, ComparisonItem) for item in brief.items):
        return replace(brief, items=_compared((*brief.items, sheet_item(record, model, seq))))
    return replace(brief, items=(*brief.items, sheet_item(record, model, seq)))


def model_of(brief: Brief, key: str, name: str) -> Model:
    """Return the choices of ``brief`` as a model of one's own: everything but its items, its title and its date."""
    depths = [(item.record.startswith("lever:"), item.depth) for item in brief.items if isinstance(item, SheetItem)]
    base = MODELS.get(brief.model, MODELS["dossier"])
    lever_depth = next((depth for is_lever, depth in depths if is_lever and depth != "chosen"), base.depth)
    case_depth = next((depth for is_lever, depth in depths if not is_lever and depth != "chosen"), base.case_depth)
    texts = tuple(item.text for item in brief.items if isinstance(item, TextItem))
    compares = any(isinstance(item, ComparisonItem) for item in brief.items)
    cover = replace(brief.cover, title="", subtitle="", date="", addressee="")
    acts = any(isinstance(item, ActionsItem) for item in brief.items)
    return Model(key, name, "", brief.options, lever_depth, case_depth, compares, acts, texts, cover)


def _apart(items: Sequence[Item]) -> list[Item]:
    """Return the items with each lever of a comparison as a sheet, once, under the title of the comparison."""
    there = {item.record for item in items if isinstance(item, SheetItem)}
    found: list[Item] = []
    for item in items:
        if not isinstance(item, ComparisonItem):
            found.append(item)
            continue
        if item.title.strip():
            found.append(TextItem(f"## {item.title.strip()}\n"))
        seen = seen_in(item)
        found += [SheetItem(record, seq=seq) for record, seq in seen.items() if record not in there]
        there.update(seen)
    return found


def _in_depth(item: Item, model: Model) -> Item:
    if not isinstance(item, SheetItem):
        return item
    depth = model.depth if item.record.startswith("lever:") else model.case_depth
    return replace(item, depth=depth)


def _compared(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with their levers side by side where the first of them stood, as many as one can read.

    More than four are shared out, none left alone: five are three, then two.
    """
    chosen = [item for item in items if _is_lever(item)]
    seen = list({slug_of(record): seq for item in chosen for record, seq in seen_in(item).items()}.items())
    if len(seen) < FEWEST_COMPARED:
        return tuple(items)
    tables = -(-len(seen) // MOST_COMPARED)
    ends = [-(-len(seen) * table // tables) for table in range(tables + 1)]
    compared = [side_by_side(dict(seen[start:end])) for start, end in pairwise(ends)]
    place = items.index(chosen[0])
    return (*items[:place], *compared, *(item for item in items[place:] if not _is_lever(item)))


def _between(items: Sequence[Item], texts: Sequence[str]) -> tuple[Item, ...]:
    """Return the items under the texts of a model: the first alone, then one for what is done, one for the rest.

    The only texts among the items are titles of what was a comparison: they stay over its levers, a level lower.
    """
    done = [item for item in items if _is_lever(item) or isinstance(item, ActionsItem | TextItem)]
    others = [item for item in items if item not in done]
    lower = [TextItem(f"#{item.text}") if isinstance(item, TextItem) else item for item in done]
    first, second, third, *more = (*(TextItem(text) for text in texts), None, None, None)
    return tuple(filter(None, (first, second, *lower, third, *others, *more)))


def _with_actions(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with a table of actions before the first lever, or at the end."""
    place = next((place for place, item in enumerate(items) if _is_lever(item)), len(items))
    return (*items[:place], ActionsItem(), *items[place:])


def _is_lever(item: Item) -> bool:
    return isinstance(item, SheetItem) and item.record.startswith("lever:")


def encoded_model(model: Model) -> dict[str, Any]:
    """Return ``model`` as plain data that JSON holds."""
    return dataclasses.asdict(model)


def decoded_model(data: object) -> Model:
    """Return the model that :func:`encoded_model` gave.

    Raises:
        ValueError: ``data`` are not those of a model at all.
    """
    return read_as(Model, data)
