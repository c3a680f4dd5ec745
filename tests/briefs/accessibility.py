"""Checks what PDF/UA-1 (ISO 14289-1) asks of a file, as far as a machine can tell.

Numbers are failure conditions of the Matterhorn Protocol 1.1, by which validators name them; where it has none, those
of clauses of ISO 32000-1, which PDF/UA builds on. « ours » are rules of this program.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary

from tests.briefs.fonts_inside import font_faults
from tests.briefs.page_content import Content, Objgen, number_tree, read_content

# ISO 32000-1, 14.8.4, tables 333 to 340
_GROUPS = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private"
_BLOCKS = "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot"
_RUNS = "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
STANDARD = frozenset(f"{_GROUPS} {_BLOCKS} {_RUNS}".split())
_HEADING = re.compile("H[1-6]")
_LANGUAGE = re.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_ROWS = ("TR", "THead", "TBody", "TFoot")
_OVER = {"LI": ["L"], "LBody": ["LI"], "TOCI": ["TOC"], "TH": ["TR"], "TD": ["TR"], "TR": ["Table", *_ROWS[1:]]} | {
    group: ["Table"] for group in _ROWS[1:]
}
_UNDER = {
    "L": ["L", "LI", "Caption"],
    "LI": ["Lbl", "LBody"],
    "TOC": ["TOC", "TOCI", "Caption"],
    "Table": [*_ROWS, "Caption"],
    "TR": ["TH", "TD"],
} | {group: ["TR"] for group in _ROWS[1:]}
_LISTS = ("L", "LI", "LBody")
_CONTENTS = ("TOC", "TOCI")


Mark = tuple[Objgen, int]


@dataclass
class Element:
    """A structure element: what is under it (elements, content as page and number), and the annotations in it."""

    role: str
    entry: Any
    parent: "Element | None"
    parts: "list[Element | Mark]" = field(default_factory=list)
    objects: list[Objgen] = field(default_factory=list)

    @property
    def kids(self) -> "list[Element]":
        """The elements under it."""
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def content(self) -> list[Mark]:
        """Its own content."""
        return [part for part in self.parts if not isinstance(part, Element)]

    def said(self, content: Content) -> str:
        """Return what is read of it, and of what is under it."""
        parts = [part.said(content) if isinstance(part, Element) else content.words[part] for part in self.parts]
        return str(self.entry.get("/ActualText", "")) or "".join(parts)

    def told(self, key: str) -> Any:
        """What one of its attribute objects says of ``key``."""
        entries = self.entry.get("/A", [])
        entries = [entries] if isinstance(entries, Dictionary) else list(entries)
        return next((entry[key] for entry in entries if key in entry), None)


def faults(file: Path | pikepdf.Pdf) -> list[str]:
    """Return what is wrong with ``file``, each with the number of its rule; nothing when it is as it should be."""
    if isinstance(file, pikepdf.Pdf):
        return list(_faults(file))
    with pikepdf.open(file) as pdf:
        return list(_faults(pdf))


def structure(pdf: pikepdf.Pdf) -> list[Element]:
    """Return all elements in the order of reading."""
    return list(_elements(pdf.Root.StructTreeRoot.get("/K", []), None, None))


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from (f"7.5: {problem}" for problem in pdf.check_pdf_syntax())
    yield from _document(pdf)
    yield from _metadata(pdf)
    content = read_content(pdf)
    yield from content.faults
    yield from font_faults(content)
    if "/StructTreeRoot" not in pdf.Root:
        yield "14.7.2: no structure"
        return
    tree = pdf.Root.StructTreeRoot
    elements = structure(pdf)
    parents = dict(number_tree(tree.get("/ParentTree", Dictionary())))
    yield from _roles(tree, elements)
    yield from _nesting(elements)
    yield from _headings(elements)
    yield from _tables(elements)
    yield from _told(elements)
    yield from _marks(pdf, elements, content, parents)
    yield from _annotations(pdf, elements, parents)


def _document(pdf: pikepdf.Pdf) -> list[str]:
    root: Any = pdf.Root
    marked, shown = root.get("/MarkInfo", {}), root.get("/ViewerPreferences", {})
    wrong = {
        "ISO 14289-1, 6.1: a version after 1.7": pdf.pdf_version not in {f"1.{n}" for n in range(8)},
        "14.8.1: not marked as tagged": not marked.get("/Marked", False),
        "01-007: suspects": bool(marked.get("/Suspects", False)),
        "07-001: viewers are not told to show the title": "/DisplayDocTitle" not in shown,
        "07-002: viewers are told not to show the title": not shown.get("/DisplayDocTitle", True),
        "11-006: no language": not _LANGUAGE.fullmatch(str(root.get("/Lang", ""))),
        "20-001: layers, which nothing here names": "/OCProperties" in root,
        "21-001: files inside, which nothing here describes": "/EmbeddedFiles" in root.get("/Names", {}),
        "25-001: a dynamic form": "/XFA" in root.get("/AcroForm", {}),
        "26-001: encrypted": pdf.is_encrypted,
        "ours: no outline": not root.get("/Outlines", {}).get("/Count", 0),
    }
    return [told for told, found in wrong.items() if found]


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "06-001: no metadata"
        return
    names = {"/Title": "dc:title", "/Subject": "dc:description", "/Keywords": "pdf:Keywords"}
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        metadata = {name: told.get(name, "") for name in [*names.values(), "pdfuaid:part"]}
    if metadata["pdfuaid:part"] != "1":
        yield "06-002: no identifier of PDF/UA"
    if not metadata["dc:title"]:
        yield "06-003: no title"
    for key, name in names.items():
        if str(pdf.docinfo.get(key, "")) != metadata[name]:
            yield f"ours: {key} is not {name}"


def _elements(kids: Any, parent: Element | None, page: Any) -> Iterator[Element]:
    for kid in kids if isinstance(kids, list | pikepdf.Array) else [kids]:
        if parent and isinstance(kid, int):
            parent.parts.append((page.objgen if page else (0, 0), kid))
        elif parent and kid.get("/Type") == "/MCR":
            parent.parts.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
        elif parent and kid.get("/Type") == "/OBJR":
            parent.objects.append(kid.Obj.objgen)
        else:
            element = Element(str(kid.S)[1:], kid, parent)
            if parent:
                parent.parts.append(element)
            yield element
            yield from _elements(kid.get("/K", []), element, kid.get("/Pg", page))


def _roles(tree: Any, elements: list[Element]) -> Iterator[str]:
    mapped = {str(key)[1:]: str(value)[1:] for key, value in tree.get("/RoleMap", {}).items()}
    for role in {element.role for element in elements} | mapped.keys():
        seen = [role]
        while seen[-1] in mapped and mapped[seen[-1]] not in seen:
            seen.append(mapped[seen[-1]])
        if role in STANDARD and role in mapped:
            yield f"02-004: {role} is given another meaning"
        elif seen[-1] in mapped:
            yield f"02-003: {role} is mapped in a circle"
        elif seen[-1] not in STANDARD:
            yield f"02-001: {role} is no standard role"


def _nesting(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        role, over = element.role, element.parent.role if element.parent else ""
        kids = [kid.role for kid in element.kids]
        number = "09-005" if role in _LISTS else "09-006" if role in _CONTENTS else "09-004"
        if role in _OVER and over not in _OVER[role]:
            yield f"{number}: {role} under {over}"
        if wrong := [kid for kid in kids if role in _UNDER and kid not in _UNDER[role]]:
            yield f"{number}: {wrong[0]} in {role}"
        if role in _UNDER and element.content:
            yield f"{number}: {role} has content of its own"
        if "Caption" in kids and kids.count("Caption") + kids[1:-1].count("Caption") > 1:
            yield f"09-004: captions inside {role}"
        if kids.count("H") > 1:
            yield "14-006: two headings of no level side by side"
        if not (kids or element.content or element.objects or role in ("TH", "TD")):
            yield f"ours: {role} is empty"
        if _HEADING.fullmatch(over) and role not in ("Span", "Link", "Reference"):
            yield f"09-004: {role} in a heading"
    if [element.role for element in elements if not element.parent] != ["Document"]:
        yield "ours: the structure is not one document"


def _headings(elements: list[Element]) -> Iterator[str]:
    levels = [int(element.role[1]) for element in elements if _HEADING.fullmatch(element.role)]
    if levels and levels[0] != 1:
        yield "14-002: the first heading is not of level 1"
    if any(following > level + 1 for level, following in pairwise(levels)):
        yield "14-003: a level of headings is skipped"
    if levels and any(element.role == "H" for element in elements):
        yield "14-007: headings with and without a level"
    if not levels:
        yield "ours: no heading"


def _tables(elements: list[Element]) -> Iterator[str]:
    for table in elements:
        if table.role == "Table":
            groups = [[kid] if kid.role == "TR" else kid.kids for kid in table.kids if kid.role in _ROWS]
            widths = list(_widths([row for group in groups for row in group]))
            if len(set(widths)) > 1:
                yield f"15-004: rows of {sorted(set(widths))} cells"
        if table.role == "TH" and str(table.told("/Scope")) not in ("/Row", "/Column", "/Both"):
            yield "15-003: a head that does not say of what"


def _widths(rows: list[Element]) -> Iterator[int]:
    """Yield how many columns each row fills, with cells from above that reach down to it."""
    reaching: list[tuple[int, int]] = []
    for row in rows:
        cells = [(int(cell.told("/ColSpan") or 1), int(cell.told("/RowSpan") or 1)) for cell in row.kids]
        yield sum(columns for columns, _ in [*cells, *reaching])
        reaching = [(columns, left - 1) for columns, left in [*cells, *reaching] if left > 1]


def _told(elements: list[Element]) -> Iterator[str]:
    notes = []
    for element in elements:
        words = str(element.entry.get("/Alt", "")) or str(element.entry.get("/ActualText", ""))
        if element.role == "Figure" and not words:
            yield "13-004: a figure without words for it"
        if element.role == "Formula" and not words:
            yield "17-002: a formula without words for it"
        if "/Lang" in element.entry and not _LANGUAGE.fullmatch(str(element.entry.Lang)):
            yield "11-001: a language that is none"
        if element.role == "Note":
            notes.append(str(element.entry.get("/ID", "")))
    if "" in notes:
        yield "19-003: a note without a name"
    if len(set(notes)) < len(notes):
        yield "19-004: two notes of one name"


def _marks(pdf: pikepdf.Pdf, elements: list[Element], content: Content, parents: dict[int, Any]) -> Iterator[str]:
    owners: dict[tuple[Objgen, int], list[Objgen]] = {}
    for element in elements:
        for mark in element.content:
            owners.setdefault(mark, []).append(element.entry.objgen)
    for mark in owners.keys() | content.marks.keys():
        if mark not in content.marks:
            yield f"14.7.4: element with content {mark} that no page has"
        elif len(owners.get(mark, ())) != 1:
            yield f"01-005: content {mark} is in {len(owners.get(mark, ()))} elements"
    pages = {page.obj.objgen: parents.get(int(page.obj.get("/StructParents", -1)), []) for page in pdf.pages}
    for (page, number), found in owners.items():
        if not 0 <= number < len(pages.get(page, [])) or pages[page][number].objgen not in found:
            yield f"14.7.4.4: the parents of content do not know {number}"


def _annotations(pdf: pikepdf.Pdf, elements: list[Element], parents: dict[int, Any]) -> Iterator[str]:
    owners = {objgen: element for element in elements for objgen in element.objects}
    for place, page in enumerate(pdf.pages, start=1):
        notes = list(page.obj.get("/Annots", []))
        if notes and "/Tabs" not in page.obj:
            yield f"28-008: page {place} has no order of tabs"
        elif notes and page.obj.Tabs != "/S":
            yield f"28-009: page {place} has another order of tabs"
        for note in notes:
            owner = owners.get(note.objgen)
            wanted = "Link" if note.Subtype == "/Link" else "Annot"
            if owner is None or owner.role != wanted:
                yield f"{'28-011' if wanted == 'Link' else '28-002'}: page {place}, an annotation out of the structure"
            elif parents.get(int(note.get("/StructParent", -1)), Dictionary()).objgen != owner.entry.objgen:
                yield f"14.7.4.4: page {place}, the parents of content do not know an annotation"
            if not str(note.get("/Contents", "")):
                yield f"{'28-012' if wanted == 'Link' else '28-004'}: page {place}, an annotation without words for it"
    for element in elements:
        if element.role == "Link" and not element.objects:
            yield "14.8.4.4.2: a link that opens nothing"
