"""The outlines of the departments of metropolitan France, for the map."""

from collections.abc import Mapping
from pathlib import Path

from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.files import read_text

Shape = tuple[tuple[int, int], ...]
Outlines = Mapping[str, tuple[Shape, ...]]
"""The shapes of each department by its number, in tenths of a unit on a plane of :data:`SIZE`."""
SIZE = (6130, 5850)
OVERSEAS = ("971", "972", "973", "974", "976")
"""They have no shape: they are drawn as squares."""


def load_outlines(file: Path) -> Outlines:
    """Return the outlines that ``file`` holds; ``tools/departments.py`` writes it.

    Raises:
        ContentError: it is missing or of another form.
    """
    lines = read_text(file, file.name).splitlines()
    try:
        return {number: tuple(map(_shape, shapes)) for number, *shapes in (line.split("\t") for line in lines)}
    except ValueError as error:
        raise ContentError(file.name, "", "un numéro et des points sont attendus") from error


def _shape(text: str) -> Shape:
    points = (point.split(",") for point in text.split())
    return tuple((int(x), int(y)) for x, y in points)
