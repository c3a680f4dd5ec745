"""A note as Markdown and as plain text: everything that its pages say, in the same order."""

from collections.abc import Iterator

from levers_app.catalogue.typography import NBSP
from levers_app.sheets.action_table import COLUMNS, UNNAMED, ActionTable
from levers_app.sheets.comparison import Comparison
from levers_app.sheets.document import Document, Fact, Line, Text
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Edition, SheetPart, TextPart
from levers_app.sheets.text_blocks import MARKDOWN, PLAIN, Dialect, block, line, section, sources_list, written
from levers_app.sheets.wording import all_of


def edition_markdown(edition: Edition) -> str:
    """Return a note as Markdown."""
    return written(pieces(edition, MARKDOWN))


def edition_text(edition: Edition) -> str:
    """Return a note as plain text, one line a paragraph."""
    return written(pieces(edition, PLAIN))


def pieces(edition: Edition, d: Dialect) -> Iterator[str]:
    """Yield the headings, paragraphs and lists of a note, one after the other; some of them may be empty."""
    if edition.heading:
        yield d.heading(1, d.words(edition.title))
        yield d.words(edition.subtitle)
        yield d.words(all_of((edition.mention, edition.kind)))
        yield _about(edition, d)
    else:
        yield d.words(edition.mention)
    if edition.options.contents and edition.contents:
        yield line((Text("Sommaire", strong=True),), d)
        yield "\n".join(d.bullet + d.words(entry.title) for entry in edition.contents)
    for part in edition.parts:
        match part:
            case SheetPart(document=document):
                yield from _sheet(document, edition.sheet_level, d)
            case ComparisonPart(comparison=comparison):
                yield from _comparison(comparison, edition.sheet_level, d)
            case ActionsPart(table=table):
                yield from _actions(table, edition.sheet_level, d)
            case TextPart(sections=sections):
                yield from (said for each in sections for said in section(each, d, 1 + each.level))
    yield from _end(edition, d)


def _sheet(document: Document, level: int, d: Dialect) -> Iterator[str]:
    yield d.heading(level, d.words(document.title))
    yield d.words(all_of((document.kind_label, document.family_label, *(fact.label for fact in document.facts))))
    yield line(document.lead, d)
    for part in document.sections:
        yield from section(part, d, level + 1)
    yield from sources_list(document.sources, d, level + 1)
    yield d.words(document.origin)


def _comparison(comparison: Comparison, level: int, d: Dialect) -> Iterator[str]:
    """Yield the table row by row: read in a row, what is compared must stand together."""
    yield d.heading(level, d.words(comparison.title))
    yield "\n".join(
        _said(lever.title, all_of((lever.family_label, *_labels((lever.strength, *lever.examples)))), d)
        for lever in comparison.levers
    )
    for row in comparison.rows:
        yield d.heading(level + 1, d.words(row.label))
        for lever, cell in zip(comparison.levers, row.cells, strict=True):
            yield line((Text(lever.title, strong=True),), d)
            yield from ("\n".join(block(each, d)) for each in cell)


def _actions(table: ActionTable, level: int, d: Dialect) -> Iterator[str]:
    """Yield the actions one after the other, each with what is said of it: a table of text does not read in a row."""
    yield d.heading(level, d.words(table.title))
    yield d.words(table.standing)
    for group in table.groups:
        yield d.heading(level + 1, d.words(group.title))
        for row in group.rows:
            (what, *detail), *others = (cell or ("",) for cell in row.cells)
            yield line((Text(what or UNNAMED, strong=True),), d)
            yield from map(d.words, detail)
            told = zip(COLUMNS[1:], others, strict=True)
            yield "\n".join(_said(label, all_of(cell), d) for label, cell in told if any(cell))


def _end(edition: Edition, d: Dialect) -> Iterator[str]:
    if edition.sigles:
        yield d.heading(2, "Sigles")
        yield "\n".join(_said(sigle, expansion, d) for sigle, expansion in edition.sigles)
    yield from sources_list(edition.sources, d, 2)
    if not edition.heading:
        yield _about(edition, d)
    yield d.words(f"Pour citer ce document{NBSP}: {edition.citation}")


def _about(edition: Edition, d: Dialect) -> str:
    return "\n".join(_said(label, words, d) for label, words in edition.about)


def _said(label: str, words: str, d: Dialect) -> str:
    said: Line = (Text(label, strong=True), Text(f"{NBSP}: {words}"))
    return d.bullet + line(said, d)


def _labels(facts: tuple[Fact, ...]) -> Iterator[str]:
    return (fact.label for fact in facts)
