"""A note as a file of its own, which goes to a colleague or to the command line: JSON, with its format and version.

It holds choices and free words, like the note: a sheet is named, and read on the computer that opens the file. So is
the logo, by its digest: it may not be there.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from levers_app.catalogue.actions import MOST_ACTIONS, TEXTS, Action
from levers_app.catalogue.brief import (
    LEVELS,
    MOST_COMPARED,
    ActionsItem,
    Brief,
    ComparisonItem,
    Item,
    SheetItem,
    TextItem,
    copy_of,
    decoded,
    encoded,
)
from levers_app.catalogue.draft import MAX_TEXT
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NBSP, quoted, shortened, whole_characters

SUFFIX = ".note-leviers"
FORMAT, VERSION = "note-leviers", 1
MOST_BYTES = 20_000_000
"""Of a note file: a hundred free texts at their longest, and room for the rest."""


class BriefFileError(LeviersError):
    """A note could not be read from its file; subclasses say why."""


class UnreadableBriefError(BriefFileError):
    """The file is not there, or the system does not let it be read."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(
            f"Le fichier «{NBSP}{shortened(str(path))}{NBSP}» ne peut pas être lu. "
            "Vérifiez son nom et que vous avez le droit de l’ouvrir."
        )


class NoBriefError(BriefFileError):
    """The file holds something else."""

    def __init__(self) -> None:
        """Say what is opened here."""
        super().__init__(
            f"Ce fichier n’est pas une note de Leviers. Choisissez un fichier «{NBSP}{SUFFIX}{NBSP}» "
            "enregistré depuis une note."
        )


class DamagedBriefError(BriefFileError):
    """A note file of which a part is missing or makes no sense."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Cette note est abîmée et ne peut pas être lue en entier. Le fichier a été laissé tel quel. "
            "Demandez-le de nouveau, ou enregistrez-le de nouveau depuis la note."
        )


class NewerBriefError(BriefFileError):
    """A later version of the program wrote the file."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Cette note a été enregistrée par une version plus récente de Leviers. Le fichier a été laissé tel quel. "
            "Mettez Leviers à jour pour l’ouvrir."
        )


class UnknownLevelError(BriefFileError):
    """The file says who may read the note in words of its own: printed without them, it could go too far."""

    def __init__(self, level: object) -> None:
        """Name the words."""
        super().__init__(
            f"La confidentialité de cette note, «{NBSP}{shortened(str(level))}{NBSP}», n’est pas connue de Leviers. "
            f"Celles qu’il connaît{NBSP}: {quoted(LEVELS)}. "
            f"Le fichier a été laissé tel quel{NBSP}: corrigez-le, ou demandez-le de nouveau."
        )


def to_file(brief: Brief) -> str:
    """Return what the file of ``brief`` holds: any text it has, half characters apart, as UTF-8 takes it."""
    data = {"format": FORMAT, "version": VERSION, "note": encoded(brief)}
    return whole_characters(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def from_file(text: str) -> Brief:
    """Return the note of a file as a new one: it takes the place of no other, and was seen in no journal yet.

    Raises:
        BriefFileError: it is no note file, it is damaged, a later version of the program wrote it, or it asks for a
            confidentiality that is none.
    """
    data = _json(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NoBriefError
    version, note = data.get("version"), data.get("note")
    if type(version) is not int or version < 1:
        raise DamagedBriefError
    if version > VERSION:
        raise NewerBriefError
    cover = note.get("cover") if isinstance(note, dict) else None
    level = cover.get("confidentiality", "") if isinstance(cover, dict) else ""
    if level not in ("", *LEVELS):
        raise UnknownLevelError(level)
    try:
        brief = decoded(note, strict=True)
    except ValueError as error:
        raise DamagedBriefError from error
    if not isinstance(note, dict) or not _is_whole(brief, note):
        raise DamagedBriefError
    return replace(copy_of(brief, brief.name), items=tuple(map(_unseen, brief.items)))


def read_file(path: Path) -> Brief:
    """Return the note of the file at ``path``, as :func:`from_file` does.

    Raises:
        BriefFileError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: NUL in the name
        raise UnreadableBriefError(path) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoBriefError from error
    if len(data) > MOST_BYTES:
        raise NoBriefError
    return from_file(text)


def _unseen(item: Item) -> Item:
    match item:
        case SheetItem():
            return replace(item, seq=0)
        case ComparisonItem():
            return replace(item, seqs=())
        case _:
            return item


def _json(text: str) -> Any:  # noqa: ANN401 - whatever a file holds
    try:
        data = json.loads(text)
        return json.loads(whole_characters(json.dumps(data, ensure_ascii=False)))  # « \ud800 » is half a character
    except (ValueError, RecursionError) as error:  # ValueError: no JSON, or a number of thousands of digits
        raise (DamagedBriefError if f'"{FORMAT}"' in text[:200] else NoBriefError) from error


def _is_whole(brief: Brief, note: dict[str, Any]) -> bool:
    """Tell whether no item was left out: in a file of a known version, each must make sense and be of a usual size."""
    listed = note.get("items")
    return isinstance(listed, list) and len(listed) == len(brief.items) and all(map(_is_usual, brief.items))


def _is_usual(item: Item) -> bool:
    match item:
        case TextItem(text):
            return len(text) <= MAX_TEXT
        case ComparisonItem(levers):
            return len(levers) <= MOST_COMPARED
        case ActionsItem(actions):
            return len(actions) <= MOST_ACTIONS and all(map(_is_short, actions))
        case _:
            return True


def _is_short(action: Action) -> bool:
    return all(len(getattr(action, key)) <= MAX_TEXT for key in TEXTS)
