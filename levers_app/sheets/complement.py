"""« Chez nous »: what an organisation adds to a lever, above the sheet; it leaves with it only when that is chosen."""

from dataclasses import replace

from levers_app.catalogue.records import LocalComplement
from levers_app.sheets.document import Document, Row, Rows, Section
from levers_app.sheets.inline import Pen
from levers_app.sheets.parts import House

KEY = "chez-nous"
LABELS = {
    "contacts": "Contacts",
    "agreement": "Convention locale",
    "practice": "Notre pratique",
    "notes": "Notes",
}


def with_complement(document: Document, complement: LocalComplement, house: House) -> Document:
    """Return the sheet of a lever with what is added to it, first."""
    if complement.empty:
        return document
    pen = Pen(house.sigles)
    rows = tuple(
        Row(label, pen.line(" ".join(text.split())))
        for name, label in LABELS.items()
        if (text := getattr(complement, name))
    )
    blocks = (Rows(rows),)
    section = Section(KEY, "Chez nous", "Chez nous", blocks, essential=blocks)
    return replace(document, sections=(section, *document.sections))


def without_complement(document: Document) -> Document:
    """Return a sheet without what was added here."""
    return replace(document, sections=tuple(section for section in document.sections if section.key != KEY))
