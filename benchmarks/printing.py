"""Rows of paper: one sheet, and every sheet of the catalogue in one file."""

import datetime
from collections.abc import Iterator

from benchmarks.ground import Ground
from benchmarks.harness import Line, at_least, at_most, figure, median, milliseconds, percentile, stopwatch
from benchmarks.running import probe
from levers_app.briefs.brief import write_brief
from levers_app.sheets.document import Document

_DAY = datetime.date(2026, 1, 1)


def one_sheet(ground: Ground) -> Iterator[Line]:
    """A lever or an example as PDF, laid out and written, in a program that has printed before."""
    documents = _documents(ground)
    chosen = documents[:: 1 + len(documents) // ground.repeat(40)]
    first = probe("first_pdf", str(ground.shipped.folder.root))["milliseconds"]
    _write(ground, chosen[:1])
    times = [milliseconds(_write, ground, [document]) for document in chosen]
    told = f"{figure(first, 'ms')} (le premier, imports compris)"
    yield at_most("PDF d’une fiche, médiane", median(times), 200, "ms", told)
    yield at_most("PDF d’une fiche, p95", percentile(times, 0.95), 200, "ms")


def all_sheets(ground: Ground) -> Iterator[Line]:
    """The whole shipped catalogue in one PDF."""
    documents = _documents(ground)
    with stopwatch() as seconds:
        pages = _write(ground, documents)
        pace = pages / seconds()
    yield at_least(f"tout le catalogue en un PDF de {pages} pages", pace, 60, "pages/s")


def _documents(ground: Ground) -> list[Document]:
    services = ground.shipped
    ids = [card.id for card in services.base.reader.cards() if card.kind in {"lever", "case"}]
    return [services.library.sheet(record_id) for record_id in ids]


def _write(ground: Ground, documents: list[Document]) -> int:
    return write_brief(documents, ground.root / "mesure.pdf", printed=_DAY, base_line=ground.shipped.brief_line())
