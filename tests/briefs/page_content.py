"""What the content of pages draws, read operator by operator: inside which marks, and with which glyphs."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name

Objgen = tuple[int, int]
_PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}
_SHOWING = {"Tj", "TJ", "'", '"'}
_ARTIFACT = "Artifact"


@dataclass
class Content:
    """What was found.

    Attributes:
        faults: content out of its place.
        marks: how often each number of marked content stands on each page.
        codes: the codes that are shown in each font.
        fonts: those fonts, and the ``characters`` of their codes.
        words: what each piece of marked content shows.
    """

    faults: list[str] = field(default_factory=list)
    marks: Counter[tuple[Objgen, int]] = field(default_factory=Counter)
    codes: defaultdict[Objgen, set[int]] = field(default_factory=lambda: defaultdict(set))
    fonts: dict[Objgen, Any] = field(default_factory=dict)
    characters: dict[Objgen, dict[int, str]] = field(default_factory=dict)
    words: defaultdict[tuple[Objgen, int], str] = field(default_factory=lambda: defaultdict(str))


@dataclass
class _Reader:
    """Reads one page: ``open`` are the marks around, as « Artifact », a number, or another name."""

    page: pikepdf.Page
    place: int
    found: Content
    open: list[Any] = field(default_factory=list)
    in_text: int | None = None
    drawn: Counter[Objgen] = field(default_factory=Counter)

    def read(self, stream: Any, resources: Any) -> None:
        font: Any = None
        saved: list[Any] = []
        for instruction in pikepdf.parse_content_stream(stream):
            operands = instruction.operands
            match str(instruction.operator):
                case "q":
                    saved.append(font)
                case "Q":
                    font = saved.pop()
                case "Tf":
                    font = resources.Font[operands[0]]
                    self.found.fonts[font.objgen] = font
                case name if name in _SHOWING:
                    self.show(font, operands[-1])
                case name:
                    self.mark(name, operands, resources)

    def mark(self, name: str, operands: Any, resources: Any) -> None:
        match name:
            case "BMC" | "BDC":
                self.begin(operands, resources)
            case "EMC":
                self.end()
            case "BT":
                self.in_text = len(self.open)
            case "ET":
                self.leave_text()
            case "Do":
                self.draw(resources.XObject[operands[0]], resources)
            case _ if name in _PAINTING:
                self.paint(name)

    def begin(self, operands: Any, resources: Any) -> None:
        tag = str(operands[0])[1:]
        told = operands[1] if len(operands) > 1 else {}
        told = resources.Properties[told] if isinstance(told, Name) else told
        number = int(told["/MCID"]) if "/MCID" in told else None
        marked = any(isinstance(mark, int) for mark in self.open)
        if tag == _ARTIFACT and marked:
            self.fault("01-003", "an artifact in tagged content")
        if number is not None:
            if _ARTIFACT in self.open:
                self.fault("01-004", "tagged content in an artifact")
            self.found.marks[self.page.obj.objgen, number] += 1
        self.open.append(tag if number is None else number)

    def end(self) -> None:
        if not self.open or self.in_text == len(self.open):
            self.fault("14.6.1", "marks and text overlap")
        else:
            self.open.pop()

    def leave_text(self) -> None:
        if self.in_text != len(self.open):
            self.fault("14.6.1", "marks and text overlap")
        self.in_text = None

    def show(self, font: Any, shown: Any) -> None:
        strings = (
            [part for part in shown if isinstance(part, pikepdf.String)]
            if isinstance(shown, list | pikepdf.Array)
            else [shown]
        )
        codes = b"".join(map(bytes, strings))
        if codes:
            self.found.codes[font.objgen].update(codes)
            self.paint("text")
            characters = self.characters(font)
            for mark in self.open[-1:]:
                self.found.words[self.page.obj.objgen, mark] += "".join(characters.get(code, "") for code in codes)

    def characters(self, font: Any) -> dict[int, str]:
        known = self.found.characters
        if font.objgen not in known:
            known[font.objgen] = unicode_map(font.ToUnicode) if "/ToUnicode" in font else {}
        return known[font.objgen]

    def draw(self, thing: Any, resources: Any) -> None:
        if thing.Subtype == "/Form":
            before = self.found.marks.total()
            if "/Ref" in thing:
                self.fault("30-001", "a reference to another file")
            self.read(thing, thing.get("/Resources", resources))
            self.drawn[thing.objgen] += 1
            if self.found.marks.total() > before and self.drawn[thing.objgen] > 1:
                self.fault("30-002", "marked content that is drawn twice")
        else:
            self.paint("an image")

    def paint(self, what: str) -> None:
        if _ARTIFACT not in self.open and not any(isinstance(mark, int) for mark in self.open):
            self.fault("01-005", f"{what} is neither tagged nor an artifact")

    def fault(self, number: str, what: str) -> None:
        self.found.faults.append(f"{number}: page {self.place}, {what}")


def read_content(pdf: pikepdf.Pdf) -> Content:
    """Read all pages, and the forms that they draw."""
    found = Content()
    for place, page in enumerate(pdf.pages, start=1):
        reader = _Reader(page, place, found)
        reader.read(page, page.resources)
        if reader.open:
            reader.fault("14.6.1", "a mark that is not closed")
    found.faults += [
        f"14.7.4: content {number} stands twice on a page" for (_, number), n in found.marks.items() if n > 1
    ]
    return found


def unicode_map(stream: Any) -> dict[int, str]:
    """Return the characters of each code, by a map that reportlab wrote."""
    lines = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]+)>\s", stream.read_bytes().partition(b"beginbfchar")[2])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in lines}


def number_tree(tree: Any) -> Iterator[tuple[int, Any]]:
    """Yield the numbers of a tree, and what stands there."""
    numbers = list(tree.get("/Nums", ()))
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)
    for kid in tree.get("/Kids", ()):
        yield from number_tree(kid)
