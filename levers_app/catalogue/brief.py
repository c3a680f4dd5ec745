"""A note as a person composes it: sheets and free words in their order, a cover, and what is printed with them.

It holds choices and the person's own words, never the content of a sheet: that is read anew each time the note is shown
or printed. The actions of a plan are the person's own: what was taken from a sheet does not follow it.
"""

import dataclasses
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from levers_app.catalogue.actions import Action
from levers_app.catalogue.plain_data import read_as
from levers_app.catalogue.records import RESTRICTED, Attachment

Depth = Literal["page", "essential", "full", "chosen"]
DEPTHS: Mapping[Depth, str] = {
    "page": "Une page",
    "essential": "L’essentiel",
    "full": "Fiche complète",
    "chosen": "Rubriques choisies",
}
"""How much of a sheet is printed, in words; « page » fits on one A4, its lists cut to what there is room for."""

LEVELS = ("public", "interne", RESTRICTED)
"""The confidentiality of a note, from the widest to the strictest."""
FEWEST_COMPARED, MOST_COMPARED = 2, 4


@dataclass(frozen=True, slots=True)
class SheetItem:
    """A sheet.

    Attributes:
        record: id of its record.
        depth: how much of it is printed.
        sections: keys of the sections that are printed, when they are chosen one by one.
        seq: journal line of the record when the person last saw it here, 0 when it has none.
    """

    record: str
    depth: Depth = "essential"
    sections: tuple[str, ...] = ()
    seq: int = 0


@dataclass(frozen=True, slots=True)
class TextItem:
    """Free words in between: Markdown with headings, lists, bold and italics."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonItem:
    """Levers side by side on one page in landscape.

    Attributes:
        levers: slugs of two to four.
        title: what is printed above them; without it, their names are.
        seqs: journal line of each when the person last saw it here, 0 when it has none; empty when none has one.
    """

    levers: tuple[str, ...]
    title: str = ""
    seqs: tuple[int, ...] = ()

    @property
    def seen(self) -> dict[str, int]:
        """The journal line of each lever, by its slug.

        They are all 0 where there are not as many as levers: a note of an earlier version of the program has none.
        """
        whole = len(self.seqs) == len(self.levers)
        return dict(zip(self.levers, self.seqs if whole else (0,) * len(self.levers), strict=True))


@dataclass(frozen=True, slots=True)
class ActionsItem:
    """The actions of a plan, as a table in landscape.

    ``territory`` of the vocabulary is that of the site: it changes which agreement and which money are open to it.
    """

    actions: tuple[Action, ...] = ()
    title: str = ""
    territory: str = ""


Item = SheetItem | TextItem | ComparisonItem | ActionsItem


@dataclass(frozen=True, slots=True)
class Cover:
    """What the note says of itself; every text as it was typed, and any may be empty.

    ``confidentiality`` is one of the :data:`LEVELS`, or empty. ``logo`` is a picture of the attachments.
    """

    title: str = ""
    subtitle: str = ""
    organisation: str = ""
    author: str = ""
    date: str = ""
    addressee: str = ""
    confidentiality: str = ""
    logo: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What is printed beside the items.

    Attributes:
        cover: a page of its own for the title; without it, the title stands above the first item.
        contents: a table of contents.
        sigles: what the sigles stand for, at the end.
        sources: numbered sources.
        codes: QR codes of the two main sources.
        complements: « Chez nous » of each lever.
        photos: the photos that their authors chose to print.
        paged: each sheet begins a page; without it, they follow one another and share one list of sources.
    """

    cover: bool = False
    contents: bool = False
    sigles: bool = True
    sources: bool = True
    codes: bool = False
    complements: bool = False
    photos: bool = False
    paged: bool = True


@dataclass(frozen=True, slots=True)
class Brief:
    """A note.

    Attributes:
        id: a UUID.
        name: how the person finds it again.
        model: key of the model that it follows.
        at: UTC time of the last change, in ISO form; empty before it was kept.
    """

    id: str
    name: str = ""
    model: str = "dossier"
    cover: Cover = Cover()
    options: Options = Options()
    items: tuple[Item, ...] = ()
    at: str = ""

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all records that are in it, in order, those that are compared included."""
        return tuple(self.seen)

    @property
    def seen(self) -> dict[str, int]:
        """The journal line of each of these records when the person last saw it here; the first that is known."""
        found: dict[str, int] = {}
        for item in self.items:
            for record, seq in seen_in(item).items():
                found[record] = found.get(record) or seq
        return found


def side_by_side(seen: Mapping[str, int], title: str = "") -> ComparisonItem:
    """Return a comparison of levers, slug -> journal line when the person last saw it."""
    return ComparisonItem(tuple(seen), title, tuple(seen.values()) if any(seen.values()) else ())


def of_sheets(*records: str, options: Options = Options(photos=True)) -> Brief:
    """Return a note of whole sheets that is kept nowhere: what a sheet alone prints."""
    return Brief("", options=options, items=tuple(SheetItem(record, "full") for record in records))


def copy_of(brief: Brief, name: str) -> Brief:
    """Return another note with the same choices."""
    return replace(brief, id=str(uuid.uuid4()), name=name, at="")


def seen_in(item: Item) -> dict[str, int]:
    """Return the records of an item, each with its journal line when the person last saw it here."""
    if isinstance(item, SheetItem):
        return {item.record: item.seq}
    if isinstance(item, ComparisonItem):
        return {f"lever:{slug}": seq for slug, seq in item.seen.items()}
    return {}


# -- as plain data

_KINDS: Mapping[str, type[Item]] = {
    "sheet": SheetItem,
    "text": TextItem,
    "comparison": ComparisonItem,
    "actions": ActionsItem,
}


def encoded(brief: Brief) -> dict[str, Any]:
    """Return ``brief`` as plain data that JSON holds."""
    kinds = {model: kind for kind, model in _KINDS.items()}
    items = [{"kind": kinds[type(item)], **dataclasses.asdict(item)} for item in brief.items]
    return {**dataclasses.asdict(replace(brief, items=())), "items": items}


def decoded(data: object, *, strict: bool = False) -> Brief:
    """Return the note that :func:`encoded` gave, in any version of the program.

    Items that make no sense are left out, and so is what makes none inside of one; unless ``strict``.

    Raises:
        ValueError: ``data`` are not those of a note at all, or something makes no sense and that is ``strict``.
    """
    if not isinstance(data, Mapping):
        raise ValueError("a note is an object")
    listed = data.get("items")
    found = listed if isinstance(listed, list) else ()
    brief = read_as(Brief, {key: value for key, value in data.items() if key != "items"})
    return replace(brief, items=tuple(filter(None, (_item(each, strict) for each in found))))


def _item(data: object, strict: bool) -> Item | None:
    model = _KINDS.get(str(data.get("kind"))) if isinstance(data, Mapping) else None
    try:
        return None if model is None else read_as(model, data, strict=strict)
    except ValueError:
        if strict:
            raise
        return None
