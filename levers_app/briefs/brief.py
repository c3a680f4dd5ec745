"""Writes documents as one PDF: the door to this package."""

import datetime
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from levers_app.briefs import styles
from levers_app.briefs.about import About
from levers_app.briefs.flow import SheetFlow, titled
from levers_app.briefs.fonts import printable
from levers_app.briefs.pages import Later, SheetPage, lay_out
from levers_app.briefs.prose import NBSP, plain
from levers_app.briefs.saving import save
from levers_app.briefs.tagging import Rule
from levers_app.briefs.tags import Tag
from levers_app.catalogue.records import Kind
from levers_app.sheets.document import Document
from levers_app.sheets.wording import counted

Progress = Callable[[int, int], None]

_KINDS: dict[Kind, tuple[str, str]] = {
    "lever": ("levier", "leviers"),
    "case": ("exemple de terrain", "exemples de terrain"),
    "text": ("texte juridique", "textes juridiques"),
    "term": ("entrée de glossaire", "entrées de glossaire"),
    "problem": ("situation", "situations"),
}


def write_brief(
    documents: Sequence[Document],
    path: Path,
    *,
    title: str = "",
    printed: datetime.date,
    base_line: str,
    progress: Progress | None = None,
) -> int:
    """Write ``documents`` one after the other as a PDF at ``path``, and return the number of pages.

    The same documents, title, date and ``base_line`` (which base they come from, for the foot) give the same bytes.
    ``progress`` is told how many documents are begun, out of how many; it may raise to stop.

    Raises:
        SaveError: the file cannot be written; what stood there is as it was.
        ValueError: there is no document.
    """
    if not documents:
        raise ValueError("a brief needs a document")
    title = title if printable(title).strip() else ""
    name, keywords = printable(title or _title(documents)), tuple(map(printable, _keywords(documents)))
    about = About(name, _contents(documents), keywords, printed, base_line)
    file = io.BytesIO()
    pages = lay_out(file, list(_story(documents, title)), list(_templates(documents, title, progress)), about)
    save(path, file.getvalue())
    return pages


def _story(documents: Sequence[Document], title: str) -> Iterator[Flowable]:
    anchors = {document.id: _name(place) for place, document in reversed(list(enumerate(documents)))}
    if title:
        yield from _title_block(title, _contents(documents))
    for place, document in enumerate(documents):
        if place:
            yield NextPageTemplate(_name(place))
            yield PageBreak()
        yield Later(SheetFlow(document, _name(place), anchors, level=2 if title else 1).flow())


def _title_block(title: str, contents: str) -> Iterator[Flowable]:
    cover = plain(title, styles.COVER)
    cover.tag = Tag("H1")
    yield cover
    yield plain(contents, styles.QUIET)
    yield Rule("100%", styles.STRONG_RULE, lineCap="butt", color=styles.INK, spaceBefore=4, spaceAfter=10)


def _templates(documents: Sequence[Document], title: str, progress: Progress | None) -> Iterator[SheetPage]:
    for place, document in enumerate(documents):
        name, after = _name(place), f"{_name(place)}-suite"
        begun = (lambda done=place: progress(done, len(documents))) if progress else None
        yield SheetPage(name, after, (title or "Leviers", document.kind_label), begun)
        following = f"{document.title if title else document.kind_label}, suite"
        yield SheetPage(after, after, (title or document.title, following))


def _name(place: int) -> str:
    return f"fiche-{place + 1}"


def _title(documents: Sequence[Document]) -> str:
    return titled(documents[0]) if len(documents) == 1 else f"Leviers{NBSP}: {_contents(documents)}"


def _contents(documents: Sequence[Document]) -> str:
    """Return « 1 levier et 2 exemples de terrain »."""
    kinds = Counter(document.kind for document in documents)
    *first, last = (counted(kinds[kind], *nouns) for kind, nouns in _KINDS.items() if kinds[kind])
    return f"{', '.join(first)} et {last}" if first else last


def _keywords(documents: Sequence[Document]) -> tuple[str, ...]:
    words = (word for document in documents for word in (document.family_label, document.title) if word)
    return tuple(dict.fromkeys(words))
