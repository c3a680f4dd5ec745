"""Notes made for the tests: small sheets written by hand, beside those of the bundled content."""

import datetime
from dataclasses import replace

from levers_app.catalogue.brief import Brief, Cover, Item, Options, SheetItem
from levers_app.catalogue.errors import UnknownRecordError
from levers_app.sheets.document import (
    Acronym,
    Document,
    Fact,
    Line,
    NumberedSource,
    Paragraph,
    RecordItem,
    RecordList,
    Section,
    SourceMark,
    Text,
)
from levers_app.sheets.editing import Press, edition
from levers_app.sheets.edition import Edition, SheetPart
from levers_app.sheets.library import Library

GUP = Acronym("GUP", "Gestion urbaine de proximité", "term:gup")
RESTRICTED = Fact("confidentiality", "Restreint", "restreint")


def press(library: Library, *made: Document) -> Press:
    """Return what prints the sheets of the base and those that were ``made`` for a test."""
    own = {document.id: document for document in made}

    def sheet(record: str) -> Document:
        if record.startswith("gone:"):
            raise UnknownRecordError(record)
        return own.get(record) or library.sheet(record)

    return Press(sheet, library, "Leviers · base d’essai", datetime.date(2026, 11, 26))


def note(*items: Item | str, head: Cover | None = None, name: str = "Note", **options: bool) -> Brief:
    """Return a note of sheets (ids: in full) and other items; without options, sources and sigles only."""
    kept = tuple(SheetItem(item, "full") if isinstance(item, str) else item for item in items)
    return Brief("1", name, cover=head or Cover(), options=replace(Options(), **options), items=kept)


def printed(library: Library, *items: Item | str | Document, **choices: object) -> Edition:
    """Return the edition of a note: a sheet may be given itself."""
    made = [item for item in items if isinstance(item, Document)]
    kept = [item.id if isinstance(item, Document) else item for item in items]
    restricted = bool(choices.pop("restricted", False))
    return edition(note(*kept, **choices), press(library, *made), restricted=restricted)  # type: ignore[arg-type]


def sheets(found: Edition) -> list[Document]:
    """Return the sheets of an edition, in order."""
    return [part.document for part in found.parts if isinstance(part, SheetPart)]


def keys(document: Document) -> list[str]:
    """Return the keys of the sections of a sheet."""
    return [section.key for section in document.sections]


def page(number: int, address: str = "") -> NumberedSource:
    """Return a source that is a page of the web."""
    return NumberedSource(number, f"Page {number}", "", None, address or f"https://a.fr/{number}")


def section(*lines: Line | str, key: str = "description", title: str = "Description") -> Section:
    """Return a section of paragraphs."""
    return Section(key, title, title, tuple(Paragraph((Text(s),) if isinstance(s, str) else s) for s in lines))


def lever(slug: str, *sections: Section, sources: tuple[NumberedSource, ...] = (), lead: Line = ()) -> Document:
    """Return the sheet of a lever."""
    title = f"Levier {slug}"
    return Document(f"lever:{slug}", "lever", "Levier", title, lead, sections, sources=sources, family="surete")


def case(
    slug: str, *sections: Section, sources: tuple[NumberedSource, ...] = (), facts: tuple[Fact, ...] = ()
) -> Document:
    """Return the sheet of an example."""
    return Document(
        f"case:{slug}", "case", "Exemple de terrain", f"Exemple {slug}", (), sections, facts=facts, sources=sources
    )


def citing(words: str, *numbers: int) -> Line:
    """Return a line that cites sources at its end."""
    return Text(words), SourceMark(numbers)


def naming(*items: RecordItem) -> Section:
    """Return the section of the examples of a lever."""
    return Section("exemples", "Exemples de terrain", "Exemples", (RecordList(items),), len(items))
