"""The sheet of a legal text: which levers quote it, and what each says of it."""

from collections.abc import Iterator, Mapping

from levers_app.catalogue.marks import cited_sources
from levers_app.catalogue.records import LegalText, Lever, Source, TextCitation, record_id
from levers_app.sheets.document import Document, Fact, Row, Rows, Section
from levers_app.sheets.inline import Pen
from levers_app.sheets.parts import House, filled, numbered, plain_line
from levers_app.sheets.wording import counted, legal_title, sentence


def text_sheet(text: LegalText, levers: Mapping[str, Lever], house: House, origin: str = "") -> Document:
    """Lay out ``text``; ``levers`` holds the levers that quote it, by slug."""
    citations = [citation for citation in text.citations if citation.lever in levers]
    cited = [_sources_of(citation, levers[citation.lever]) for citation in citations]
    sources = {source.url: source for found in cited for source in found.values()}
    number_of = {url: number for number, url in enumerate(sources, start=1)}
    rows = tuple(
        _row(citation, levers[citation.lever], Pen(house.sigles, {i: number_of[s.url] for i, s in found.items()}))
        for citation, found in zip(citations, cited, strict=True)
    )
    blocks = (Rows(rows),) if rows else ()
    return Document(
        id=text.id,
        kind="text",
        kind_label="Texte juridique",
        title=legal_title(text.text, text.article),
        lead=plain_line(_lead(len(levers))),
        sections=filled([Section("leviers", "Ce qu’en disent les leviers", "Leviers", blocks, len(rows), blocks)]),
        facts=tuple(_facts(citations)),
        sources=numbered(sources.values()),
        origin=origin,
    )


def _lead(quoting: int) -> str:
    return f"{counted(quoting, 'levier cite', 'leviers citent')} ce texte."


def _facts(citations: list[TextCitation]) -> Iterator[Fact]:
    to_verify = sum(1 for citation in citations if citation.verify)
    if to_verify:
        yield Fact("verify", counted(to_verify, "point à vérifier", "points à vérifier"), str(to_verify))


def _sources_of(citation: TextCitation, lever: Lever) -> dict[str, Source]:
    """Return the sources that the words of one lever cite, by id: those of its marks, then the text's own."""
    known = {source.id: source for source in lever.sources}
    marked = {source_id: known[source_id] for source_id in cited_sources(citation.says) if source_id in known}
    own = {citation.source.id: citation.source} if citation.source.id else {}
    return marked | own


def _row(citation: TextCitation, lever: Lever, pen: Pen) -> Row:
    line = pen.cited(sentence(citation.says), citation.source.id)
    return Row(lever.short or lever.title, line, citation.verify, record_id("lever", lever.slug))
