"""The names of places in the file, to which links and the contents lead."""

from collections.abc import Sequence

from levers_app.sheets.edition import Part, SheetPart


def anchor(place: int) -> str:
    """Return the name of the place in the file where a part begins."""
    return f"partie-{place + 1}"


def heading_anchor(place: int, number: int) -> str:
    """Return the name of a place in the free words of a part: that of its section ``number``, from 0."""
    return f"{anchor(place)}-{number + 1}" if number > 0 else anchor(place)


def sheet_anchors(parts: Sequence[Part]) -> dict[str, str]:
    """Return where the records of a note are; where one stands twice, it is the first place."""
    found: dict[str, str] = {}
    for place, part in enumerate(parts):
        if isinstance(part, SheetPart):
            found.setdefault(part.document.id, anchor(place))
    return found
