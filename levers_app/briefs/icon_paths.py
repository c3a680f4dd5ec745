"""Reads the outline icons (Tabler, SVG) as moves, lines and curves, in their grid of 24 units, y downwards."""

import cmath
import math
import re
from collections.abc import Iterator
from functools import cache

from levers_app.briefs.resources import ICONS

GRID = 24.0
STROKE = 1.6
"""Width of a line in the grid (mockups README, section Icons)."""

Stroke = tuple[complex, ...]
"""The points that a stroke adds to a line: one goes straight, three are a curve. The first is where the line starts."""

_PATH = re.compile(r'<path d="([^"]+)"')
_PART = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_COUNT = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "a": 7}


@cache
def icon_lines(name: str) -> tuple[tuple[Stroke, ...], ...]:
    """Return the pen lines of the icon ``name``, each with its start first."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return tuple(tuple(line) for path in _PATH.findall(svg) for line in _lines(path))


def _lines(path: str) -> Iterator[list[Stroke]]:
    line: list[Stroke] = []
    here = 0j
    for letter, numbers in _steps(path):
        if letter in "Mm":
            if line:
                yield line
            here = complex(*numbers) + (here if letter == "m" else 0)
            line = [(here,)]
        else:
            line += _strokes(letter, numbers, here)
            here = line[-1][-1]
    yield line


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    for letter, text in _PART.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        size = _COUNT[letter.lower()]
        for start in range(0, len(numbers), size):
            yield letter, numbers[start : start + size]


def _strokes(letter: str, numbers: list[float], here: complex) -> list[Stroke]:
    match letter:
        case "l":
            return [(here + complex(*numbers),)]
        case "h":
            return [(here + numbers[0],)]
        case "v":
            return [(here + numbers[0] * 1j,)]
        case "c":
            return [tuple(here + complex(*numbers[place : place + 2]) for place in (0, 2, 4))]
        case "a":
            radius, _, _, large, sweep, x, y = numbers
            return list(_arc(here, here + complex(x, y), radius, large > 0, sweep > 0))
    raise ValueError(letter)


def _arc(start: complex, end: complex, radius: float, large: bool, sweep: bool) -> Iterator[Stroke]:
    """Yield curves that follow an arc of a circle, none longer than a quarter."""
    chord = end - start
    radius = max(radius, abs(chord) / 2)
    side = 1j if large != sweep else -1j
    centre = (start + end) / 2 + side * chord / abs(chord) * math.sqrt(max(radius**2 - abs(chord) ** 2 / 4, 0))
    turn = cmath.phase((end - centre) / (start - centre))
    if (turn > 0) != sweep:
        turn += math.tau if sweep else -math.tau
    quarters = math.ceil(abs(turn) / (math.pi / 2) - 1e-9)
    step = cmath.exp(1j * turn / quarters)
    reach = 4 / 3 * math.tan(turn / quarters / 4) * 1j
    arm = start - centre
    for _ in range(quarters):
        after = arm * step
        yield centre + arm + arm * reach, centre + after - after * reach, centre + after
        arm = after
