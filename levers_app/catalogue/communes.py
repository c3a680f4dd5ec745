"""The communes of France, found while their name is typed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import chain
from pathlib import Path

from levers_app.catalogue.departments import REGIONS
from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.files import read_text
from levers_app.catalogue.slugs import slugify

_FAULTY_LINE = re.compile(rf"^(?!\S[^\t\n]*\t(?:{'|'.join(REGIONS)})\t\d+$)", re.MULTILINE)
_POPULATION = re.compile(r"\t\d+$", re.MULTILINE)
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_SHORT = re.compile(r"\b(?:st|ste|sts|stes)\b")
_NUMBERED = re.compile(r"(.*[a-z]) (\d(?:[ab]|\d{0,2})) ?")


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, the number of its department and the name of its region."""

    name: str
    department: str
    region: str


class Communes:
    """Every commune, the most populous first: looked for where it lies, which costs little at start.

    ``starting_with`` goes through names folded, in one text, line by line: the first it meets are the ones to show.
    """

    def __init__(self, lines: str) -> None:
        """Read ``lines``: name, tabulator, number of the department; the most populous first."""
        self._lines = lines.split("\n")
        folded = f"\n{lines}".translate(_FOLDED)
        self._names = folded.replace("\t", " \t").replace("  ", " ")  # one blank behind every word, the last as well
        self._joined = self._names.replace(" ", "")

    def starting_with(self, text: str, limit: int = 8) -> list[Commune]:
        """Return at most ``limit`` communes for a name that is being typed, the likeliest first.

        First those of this name, then those whose name begins so, then a word of it, then the name without its blanks.
        A number behind the name that is no part of one is the beginning of that of the department.
        """
        typed = _fold(text)
        lines = self._led_to(typed)
        if numbered := _NUMBERED.fullmatch(typed):
            lines = chain(lines, self._led_to(*numbered.groups()))
        found: dict[int, Commune] = {}
        while len(found) < limit and (line := next(lines, None)) is not None:
            found[line] = self._commune(line)
        return list(found.values())

    def named(self, text: str, department: str = "") -> list[Commune]:
        """Return the communes of exactly this name, folded, in one department or all, the most populous first."""
        name = _readings(_fold(text).strip())[0]
        communes = map(self._commune, _lines_with(self._names, f"\n{name} \t"))
        return [commune for commune in communes if department in ("", commune.department)]

    def _led_to(self, typed: str, department: str = "") -> Iterator[int]:
        """Yield the lines that ``typed``, folded, leads to, the likeliest first; some twice."""
        readings = _readings(typed) if typed else []
        for text, sought in (
            (self._names, [f"\n{reading.strip()} \t" for reading in readings]),
            (self._names, [f"\n{reading}" for reading in readings]),
            (self._names, [f" {reading}" for reading in readings]),
            (self._joined, [f"\n{reading.replace(' ', '')}" for reading in readings]),
        ):
            yield from merge(*(_lines_with(text, words, department) for words in sought))

    def _commune(self, line: int) -> Commune:
        name, _, department = self._lines[line].partition("\t")
        return Commune(name, department, REGIONS[department])


def load_communes(file: Path) -> Communes:
    """Return the communes that ``file`` lists.

    Raises:
        ContentError: it is missing or of another form.
    """
    text = read_text(file, file.name).removesuffix("\n")
    if fault := _FAULTY_LINE.search(text):
        number = text.count("\n", 0, fault.start()) + 1
        raise ContentError(file.name, f"ligne {number}", "un nom, un département et une population sont attendus")
    return Communes(_POPULATION.sub("", text))


class _Letters(dict[int, str]):
    """Each character folded; those that are no letter or figure give a blank."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = slugify(character).replace("-", " ") or ("" if unicodedata.combining(character) else " ")
        return self[code]


_FOLDED = _Letters({ord("\t"): "\t", ord("\n"): "\n"})


def _fold(text: str) -> str:
    """Return the words of ``text``, folded; a blank at the end tells that the last one is whole."""
    letters = text.translate(_FOLDED)
    words = " ".join(letters.split())
    return f"{words} " if words and letters[-1].isspace() else words


def _readings(typed: str) -> list[str]:
    """Return ``typed`` with saints in full: « st denis »; one typed last may as well begin another word."""
    whole = _SHORT.sub(lambda short: _SAINTS[short[0]], typed)
    last = typed.rpartition(" ")[2]
    return [whole, whole.removesuffix(_SAINTS[last]) + last] if last in _SAINTS else [whole]


def _lines_with(text: str, sought: str, department: str = "") -> Iterator[int]:
    """Yield the numbers of the lines of ``text`` that hold ``sought`` and whose department begins so."""
    line, seen = -1, 0
    place = text.find(sought)
    while place >= 0:
        end = text.find("\t", place)
        if text.startswith(department, end + 1):
            line += text.count("\n", seen, end)
            seen = end
            yield line
        place = text.find(sought, end)
