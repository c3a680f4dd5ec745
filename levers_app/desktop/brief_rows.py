"""What the list of a note says of each of its items; no Qt here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from levers_app.catalogue.brief import (
    DEPTHS,
    FEWEST_COMPARED,
    ActionsItem,
    Brief,
    ComparisonItem,
    Item,
    SheetItem,
    TextItem,
)
from levers_app.catalogue.errors import UnknownRecordError
from levers_app.desktop.cards import KIND_LABELS
from levers_app.services import Services
from levers_app.sheets.action_table import TITLE, standing
from levers_app.sheets.edition import Edition
from levers_app.sheets.wording import all_of, counted

if TYPE_CHECKING:
    from levers_app.sheets.document import Section

_MARKUP = re.compile(r"[*_`>]+|^\s*(?:#+|-|\d+[.)])\s*")
_LEFT_OUT = {
    "gone": "N’existe plus\u00a0: rien n’est imprimé",
    "restricted": "Restreint\u00a0: laissé de côté",
    "draft": "Brouillon\u00a0: laissé de côté",
}
_CHANGED = "Modifiée depuis"


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of a record: its title, its short name, the slug of its sign."""

    title: str
    short: str
    mark: str


_GONE, _NOT_YET = Named("Une fiche qui n’existe plus", "", ""), Named("", "", "")


@dataclass(frozen=True, slots=True)
class Standing:
    """What an edition told of a note.

    Attributes:
        starts: the page on which each item that is printed begins, by its place.
        left_out: why an item is not printed, by its place: ``restricted``, ``draft`` or ``gone``.
        changed: the sheets that changed since they were put there, each with its last journal line, by their place.
    """

    starts: Mapping[int, int] = field(default_factory=dict)
    left_out: Mapping[int, str] = field(default_factory=dict)
    changed: Mapping[int, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One row: number, title, sign, how much is printed (``detail``), and what the person must know (``note``).

    ``seen`` offers to accept a change; ``depth`` can be chosen.
    """

    number: int
    title: str
    mark: str
    detail: str
    note: str = ""
    seen: bool = False
    depth: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ". ".join(filter(None, (f"{self.number}, {self.title}", self.detail, self.note)))


def names_of(services: Services, records: Iterable[str]) -> dict[str, Named]:
    """Return what is known of each of ``records``, also that it is no more."""
    wanted = list(records)
    found = dict.fromkeys(wanted, _GONE) | {
        id_: Named(card.title, card.short or card.title, card.family or card.outcome or card.kind)
        for id_, card in services.base.reader.cards_of(wanted).items()
    }
    for id_ in wanted:
        problem = services.vocabulary.problems.get(id_.removeprefix("problem:"))
        if problem is not None and id_.startswith("problem:"):
            found[id_] = Named(problem.label, problem.short, "problem")
    return found


def sections_of(services: Services, record: str) -> "tuple[Section, ...]":
    """Return the sections of a sheet; none of one that is no more."""
    try:
        return services.sheet(record).sections
    except UnknownRecordError:
        return ()


def titles(services: Services) -> dict[str, str]:
    """Return every record that can be added, by id: « Médiation sociale · Levier »."""
    cards = services.base.reader.cards()
    found = {card.id: all_of((card.title, KIND_LABELS[card.kind])) for card in cards}
    problems = services.vocabulary.problems.values()
    return found | {f"problem:{p.slug}": all_of((p.label, KIND_LABELS["problem"])) for p in problems}


def lever_lines(services: Services) -> dict[str, int]:
    """Return the last journal line of every lever, by its slug."""
    levers = (id_ for id_ in services.base.reader.ids() if id_.startswith("lever:"))
    return {id_.removeprefix("lever:"): services.last_seq(id_) for id_ in levers}


def standing_of(edition: Edition, starts: tuple[int, ...], changed: Mapping[int, Mapping[str, int]]) -> Standing:
    """Return what is told of each item, from the pages on which the parts of ``edition`` begin."""
    pages = {part.item: start for part, start in zip(edition.parts, starts, strict=False)}
    return Standing(pages, {left.item: left.why for left in edition.left_out}, changed)


def item_rows(brief: Brief, names: Mapping[str, Named], known: Standing) -> tuple[ItemRow, ...]:
    """Return the rows of ``brief``, in order."""
    return tuple(_row(place, item, names, known) for place, item in enumerate(brief.items))


def _row(place: int, item: Item, names: Mapping[str, Named], known: Standing) -> ItemRow:
    page = _page(known.starts.get(place))
    match item:
        case SheetItem(record, depth, sections):
            named = names.get(record, _NOT_YET)
            chosen = f" ({len(sections)})" if depth == "chosen" else ""
            changed = place in known.changed and place not in known.left_out
            note = _LEFT_OUT.get(known.left_out.get(place, ""), "")
            detail = all_of((DEPTHS[depth] + chosen, page))
            return ItemRow(
                place + 1, named.title, named.mark, detail, note or _CHANGED * changed, seen=changed, depth=True
            )
        case TextItem(text):
            return ItemRow(place + 1, first_words(text), "words", all_of(("Paragraphe", page)))
        case ComparisonItem(levers, title):
            shorts = filter(None, (names.get(f"lever:{slug}", _NOT_YET).short for slug in levers))
            few = "Choisissez au moins deux leviers" if len(levers) < FEWEST_COMPARED else ""
            others = list(filter(None, (names.get(record, _NOT_YET).short for record in known.changed.get(place, ()))))
            note = few or _changed(others)
            detail = all_of(("Comparatif", counted(len(levers), "levier"), page))
            title = title or ", ".join(shorts) or "Comparatif"
            return ItemRow(place + 1, title, "comparison", detail, note, seen=bool(others) and not few)
        case ActionsItem(actions, title):
            detail = all_of((standing(actions) if actions else "Aucune action pour l’instant", page))
            return ItemRow(place + 1, title or TITLE, "actions", detail)


def _changed(levers: Sequence[str]) -> str:
    """Return which levers of a comparison changed since they were put there; how many first, as names may be cut."""
    if not levers:
        return ""
    how_many = f"{counted(len(levers), 'levier')} modifiés" if len(levers) > 1 else "Modifié"
    return f"{how_many} depuis\u00a0: {', '.join(levers)}"


def first_words(text: str) -> str:
    """Return what a paragraph begins with, without its marks."""
    lines = (_MARKUP.sub("", line).strip() for line in text.splitlines())
    return next(filter(None, lines), "Paragraphe vide")[:160]


def _page(start: int | None) -> str:
    return "" if start is None else f"page\u00a0{start}"
