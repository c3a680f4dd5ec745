"""A sheet as Markdown and as plain text, for the clipboard and the command line."""

from collections.abc import Iterator
from dataclasses import replace

from levers_app.sheets.depth import Depth, shown_sections, shown_sources
from levers_app.sheets.document import Document
from levers_app.sheets.text_blocks import MARKDOWN, PLAIN, Dialect, line, section, sources_list, written
from levers_app.sheets.wording import all_of


def to_markdown(document: Document, depth: Depth = "full", *, ids: bool = False) -> str:
    """Return ``document`` as Markdown, with the ``ids`` of the records that it leads to, if asked for."""
    return _written(document, depth, replace(MARKDOWN, ids=ids))


def to_text(document: Document, depth: Depth = "full", *, ids: bool = False) -> str:
    """Return ``document`` as plain text, one line a paragraph; ``ids`` as in :func:`to_markdown`."""
    return _written(document, depth, replace(PLAIN, ids=ids))


def _written(document: Document, depth: Depth, dialect: Dialect) -> str:
    return written(_parts(document, depth, dialect))


def _parts(document: Document, depth: Depth, d: Dialect) -> Iterator[str]:
    yield d.heading(1, d.words(document.title))
    yield d.words(all_of((document.kind_label, document.family_label, *(fact.label for fact in document.facts))))
    yield line(document.lead, d)
    for part in shown_sections(document, depth):
        yield from section(part, d, 2)
    yield from sources_list(shown_sources(document, depth), d, 2)
