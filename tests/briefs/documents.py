"""Documents made by hand, and a PDF read back."""

import datetime
import re
from pathlib import Path

import pypdfium2
from pypdf import PdfReader

from levers_app.briefs.brief import write_edition
from levers_app.catalogue.brief import Options
from levers_app.sheets.document import (
    Acronym,
    BulletList,
    Document,
    EvidenceBlock,
    Fact,
    Line,
    Link,
    ListItem,
    NumberedSource,
    Paragraph,
    RecordItem,
    RecordList,
    ResultItem,
    ResultList,
    Row,
    Rows,
    Section,
    SourceMark,
    Text,
)
from levers_app.sheets.edition import Edition, SheetPart

DAY = datetime.date(2026, 11, 23)
SOURCE = NumberedSource(1, "Rapport d’évaluation", "Sénat", 2025, "https://www.senat.fr/rap/l24-682/l24-682_mono.html")


def line(text: str) -> Line:
    """Return plain words as a line."""
    return (Text(text),)


def section(key: str, title: str, *blocks: object) -> Section:
    """Return a section of blocks."""
    return Section(key, title, title, blocks)  # type: ignore[arg-type]


def bullets(*texts: str) -> BulletList:
    """Return a list of plain items."""
    return BulletList(tuple(ListItem(line(text)) for text in texts))


def lever(text: str = "Partir d’un diagnostic partagé", slug: str = "clspd", *more: Section) -> Document:
    """Return the sheet of a lever that says ``text`` in every place that a person can fill."""
    sections = (
        section("description", "Description", Paragraph((Text(text), SourceMark((1, 7)), Text(".")))),
        section("conditions", "À quelles conditions", bullets(text, text)),
        section("limites", "Limites", bullets(text)),
        section("preuves", "Preuves", EvidenceBlock("moyenne", "Preuves moyennes", (Row("Effet", line(text)),))),
        section("textes", "Textes", Rows((Row("CSI L132-5", line(text), verify="Version de 2019 lue"),))),
        section("exemples", "Exemples", RecordList((RecordItem("case:toulouse", text, "positif", "Positif", text),))),
        *more,
    )
    facts = (Fact("strength", "Preuves moyennes", "moyenne"), Fact("place", text))
    lead = (
        Text(text),
        Text(" "),
        Acronym("CLSPD", "Conseil local de sécurité", "term:clspd"),
        Link(text, "lever:gltd"),
    )
    return Document(
        f"lever:{slug}", "lever", "Levier", text, lead, sections, "surete", "Sûreté", facts, (SOURCE,), "Fiche fournie"
    )


def case(title: str = "Un hall libéré") -> Document:
    """Return the sheet of an example."""
    results = ResultList((ResultItem(line("Appels"), "−20 %", True), ResultItem(line("Calme"), "", False)))
    sections = (section("resultats", "Résultats", results),)
    facts = (Fact("outcome", "Résultats mitigés", "mitige"), Fact("intensity", "Emprise forte", "5"))
    return Document("case:toulouse", "case", "Exemple de terrain", title, (), sections, facts=facts)


def edition_of(*documents: Document, title: str = "") -> Edition:
    """Return a note of ``documents`` as they are, under a title if there is one."""
    alone = len(documents) == 1 and not title
    found = [piece for d in documents for piece in d.lead if isinstance(piece, Acronym)]
    return Edition(
        title=title or (documents[0].title if documents else "Note"),
        subtitle="",
        kind="Dossier",
        heading=not alone,
        about=(("Date", "23 novembre 2026"),),
        parts=tuple(SheetPart(place, document) for place, document in enumerate(documents)),
        options=Options(),
        sigles=tuple(sorted({(sigle.text, sigle.expansion) for sigle in found})),
        sources=(),
        codes=(),
        citation="« Note », 23 novembre 2026. Base locale.",
        confidentiality="public",
        mention="",
        base_line="Base locale",
        printed=DAY,
    )


def printed(path: Path, *documents: Document, title: str = "") -> PdfReader:
    """Write ``documents`` at ``path`` and read the file back."""
    write_edition(edition_of(*documents, title=title), path)
    return PdfReader(path)


def words(pdf: PdfReader) -> str:
    """Return the text of all pages with single spaces."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))


def copied(path: Path) -> str:
    """Return what a viewer copies from all pages, with single spaces."""
    with pypdfium2.PdfDocument(path) as pdf:
        return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in pdf))


def titles(entries):
    """Return an outline as titles, those under one in a list."""
    return [titles(entry) if isinstance(entry, list) else entry.title for entry in entries]


def links(pdf):
    """Return what links lead to: addresses, and pages of the file by their place."""
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(pdf.pages)}
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", ())]
    return [note["/A"]["/URI"] if "/A" in note else pages[list.__getitem__(note["/Dest"], 0).idnum] for note in notes]
