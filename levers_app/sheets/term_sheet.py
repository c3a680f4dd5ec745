"""The sheet of a glossary entry: what a sigle or a word means, and the levers where it matters."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from levers_app.catalogue.records import Card, GlossaryTerm, Source
from levers_app.sheets.document import Document, Paragraph, Section
from levers_app.sheets.inline import Pen
from levers_app.sheets.parts import House, filled, lever_items, numbered, numbers_of, plain_line, related_section
from levers_app.sheets.wording import sentence

SOURCE_ID = "source-1"


def term_sheet(term: GlossaryTerm, levers: Mapping[str, Card], house: House, origin: str = "") -> Document:
    """Lay out ``term``; ``levers`` holds the cards of the levers it leads to, by id."""
    sources = (_source(term.source),) if term.source else ()
    pen = Pen(house.sigles, numbers_of(sources), frozenset({term.id})).new_section()
    line = pen.cited(sentence(term.definition), SOURCE_ID)
    blocks = (Paragraph(line),) if line else ()
    definition = Section("definition", "Définition", "Définition", blocks, essential=blocks)
    see = related_section("leviers", "Leviers concernés", lever_items(term.see, levers, house), short="Leviers")
    return Document(
        id=term.id,
        kind="term",
        kind_label="Glossaire",
        title=term.term,
        lead=plain_line(term.expansion if term.expansion != term.term else ""),
        sections=filled([definition, replace(see, essential=see.blocks)]),
        sources=numbered(sources),
        origin=origin,
    )


def _source(address: str) -> Source:
    """Return the page that a term names by its address only; the site stands for its title."""
    host = urlsplit(address).hostname if address.startswith(("http://", "https://")) else None
    return Source(
        id=SOURCE_ID, title=host.removeprefix("www.") if host else address, publisher="", url=address if host else ""
    )
