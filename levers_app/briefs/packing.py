"""The file, its small objects compressed together: tags alone would make it twice as heavy.

reportlab writes each object by itself, as PDF 1.4 did; since PDF 1.5 they may share compressed streams
(ISO 32000-1, 7.5.7), and another stream tells where each one is (7.5.8).
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from levers_app.briefs.structure import Structure

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # the version that PDF/UA-1 builds on; bytes that say it is no text
_TOGETHER = 200
"""Objects in one stream: a reader takes out all of them for one."""
_PLAIN, _PACKED = 1, 2
_PLACE = struct.Struct(">BIH")


class PackedDocument(pdfdoc.PDFDocument):
    """A document of reportlab's that writes itself in little room, with its structure."""

    Catalog: Any

    def take(self, structure: Structure) -> None:
        """Keep numbers for the elements of ``structure``."""
        tree = pdfdoc.PDFDictionary()
        self.Catalog.StructTreeRoot = tree
        self.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self.Reference(tree)  # type: ignore[no-untyped-call]
        self._structure, self._tree = structure, self.objectcounter
        structure.number(self._tree, self.idToObjectNumberAndVersion)
        self.objectcounter += len(structure.elements)

    def format(self) -> bytes:
        """Return the file, as reportlab asks."""
        file = _File()
        catalog, info = (_written(self.Reference(thing), self) for thing in (self.Catalog, self.info))  # type: ignore[no-untyped-call]
        number = 1
        while number <= self.objectcounter:  # an object that is written may ask for more
            file.add(number, self._object(number))
            number += 1
        return file.close(b"/Root %b/Info %b" % (catalog, info))

    def _object(self, number: int) -> bytes:
        if number == self._tree:
            return self._structure.tree().encode("latin-1")
        if number in self.numberToId:
            return _written(self.idToObject[self.numberToId[number]], self)
        return self._structure.element(self._structure.elements[number - self._tree - 1]).encode("latin-1")


class _File:
    """A file that is being written, one object after the other."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._size = len(_HEADER)
        self._places = [_PLACE.pack(0, 0, 0xFFFF)]
        self._small: list[tuple[int, bytes]] = []

    def add(self, number: int, body: bytes) -> None:
        """Add an object: a stream stands by itself."""
        if body.endswith(b"endstream\n"):
            self._places.append(self._write(number, body))
        else:
            self._small.append((number, body))
            self._places.append(b"")

    def close(self, trailer: bytes) -> bytes:
        """Add the small objects, and where all of them are."""
        for start in range(0, len(self._small), _TOGETHER):
            self._pack(self._small[start : start + _TOGETHER])
        content = hashlib.md5(b"".join(self._parts), usedforsecurity=False).hexdigest().encode()
        number, place = len(self._places), self._size
        self._places.append(_PLACE.pack(_PLAIN, place, 0))
        entries = b"/Type/XRef/Size %d/W[1 4 2]/ID[<%b><%b>]%b" % (number + 1, content, content, trailer)
        self._write(number, _stream(entries, b"".join(self._places)))
        self._parts.append(f"startxref\n{place}\n%%EOF\n".encode())
        return b"".join(self._parts)

    def _pack(self, objects: Sequence[tuple[int, bytes]]) -> None:
        packed = len(self._places)
        offset, index = 0, []
        for place, (number, body) in enumerate(objects):
            index.append(f"{number} {offset}")
            offset += len(body) + 1
            self._places[number] = _PLACE.pack(_PACKED, packed, place)
        head = " ".join(index).encode() + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
        self._places.append(self._write(packed, _stream(entries, head + b"\n".join(body for _, body in objects))))

    def _write(self, number: int, body: bytes) -> bytes:
        """Write an object, and return its place."""
        place = _PLACE.pack(_PLAIN, self._size, 0)
        part = b"%d 0 obj\n%bendobj\n" % (number, body)
        self._parts.append(part)
        self._size += len(part)
        return place


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\n" % (entries, len(packed), packed)


def _written(thing: pdfdoc.PDFObject, document: pdfdoc.PDFDocument) -> bytes:
    written: bytes = pdfdoc.format(thing, document, toplevel=1)
    return written
