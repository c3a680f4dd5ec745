"""Rows of paper: one sheet, a committee note, and every sheet of the catalogue in one file."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from benchmarks.ground import Ground
from benchmarks.harness import Line, at_least, at_most, figure, median, milliseconds, percentile, stopwatch
from benchmarks.running import outside, probe
from levers_app.briefs.brief import Written, write_edition
from levers_app.briefs.fonts import REGULAR, faces
from levers_app.catalogue.brief import Brief, Options, of_sheets
from levers_app.catalogue.brief_models import MODELS, after
from levers_app.sheets.edition import Edition
from levers_app.sheets.edition_html import edition_html

_LINES, _WORDS = 54, "Partir d’un diagnostic partagé des faits et des réponses déjà en place, avec chaque partenaire."
_LEVERS, _CASES = 3, 3
"""Sheets of a committee note: what two pages to four hold."""


def one_sheet(ground: Ground) -> Iterator[Line]:
    """A lever or an example as PDF, laid out and written, in a program that has printed before."""
    ids = _ids(ground)
    chosen = [ground.shipped.edition(of_sheets(id_)) for id_ in ids[:: 1 + len(ids) // ground.repeat(40)]]
    first = probe("first_pdf", str(ground.shipped.folder.root))["milliseconds"]
    _write(ground, chosen[0])
    times = [milliseconds(_write, ground, edition) for edition in chosen]
    told = f"{figure(first, 'ms')} (le premier, imports compris)"
    yield at_most("PDF d’une fiche, médiane", median(times), 200, "ms", told)
    yield at_most("PDF d’une fiche, p95", percentile(times, 0.95), 200, "ms")


def notes(ground: Ground) -> Iterator[Line]:
    """A fiche on one page, and notes for a committee."""
    pages = [_edition(ground, "fiche", of_sheets(id_)) for id_ in _ids(ground)[: ground.repeat(20)]]
    times = [milliseconds(_write, ground, edition) for edition in pages]
    yield at_most("fiche d’une page, p95", percentile(times, 0.95), 200, "ms")
    committees = [_edition(ground, "comite", _committee(ground, turn)) for turn in range(ground.repeat(20))]
    times = [milliseconds(_write, ground, edition) for edition in committees]
    yield at_most("note de comité, p95", percentile(times, 0.95), 500, "ms", _beside(ground, committees[0]))


def all_sheets(ground: Ground) -> Iterator[Line]:
    """The whole shipped catalogue in one PDF, with cover and contents."""
    brief = replace(of_sheets(*_ids(ground)), options=Options(cover=True, contents=True))
    edition = ground.shipped.edition(brief)
    with stopwatch() as seconds:
        pages = _write(ground, edition).pages
        pace = pages / seconds()
    yield at_least(f"tout le catalogue en un PDF de {pages} pages", pace, 60, "pages/s", _beside(ground, edition))


def last_pages(ground: Ground) -> Iterator[Line]:
    """Last pages that hold a few lines, of each shipped sheet alone and of many notes."""
    told = probe("last_pages", str(ground.shipped.folder.root))
    what = f"dernières pages presque vides, sur {told['pages']} pages de notes"
    yield at_most(what, sum(told["stranded"].values()), 0, "pages")


def _beside(ground: Ground, edition: Edition) -> str:
    """Return how long others take: bare reportlab for as many pages of plain lines, WeasyPrint for the HTML twin."""
    pages, twin = _write(ground, edition).pages, ground.root / "jumelle.html"
    twin.write_text(edition_html(edition), encoding="utf-8")
    bare = milliseconds(_bare, ground, pages)
    weasyprint = outside(".venv-bench", "weasyprint_pdf", str(twin), str(ground.root / "jumelle.pdf"))["milliseconds"]
    return f"reportlab nu {figure(bare, 'ms')}, WeasyPrint {figure(weasyprint, 'ms')}"


def _bare(ground: Ground, pages: int) -> None:
    """Write so many pages of lines with reportlab alone, in one face: the least that a page can cost."""
    faces()
    canvas = Canvas(str(ground.root / "nu.pdf"))
    for _ in range(pages):
        for line in range(_LINES):
            canvas.setFont(REGULAR, 9.5)
            canvas.drawString(48, 790 - 13.5 * line, f"{line} {_WORDS}")
        canvas.showPage()
    canvas.save()


def _edition(ground: Ground, model: str, brief: Brief) -> Edition:
    return ground.shipped.edition(after(brief, MODELS[model]))


def _committee(ground: Ground, turn: int) -> Brief:
    ids = _ids(ground)
    levers, cases = ([id_ for id_ in ids if id_.startswith(kind)] for kind in ("lever:", "case:"))
    return of_sheets(*levers[turn : turn + _LEVERS], *cases[turn : turn + _CASES])


def _ids(ground: Ground) -> list[str]:
    return [card.id for card in ground.shipped.base.reader.cards() if card.kind in {"lever", "case"}]


def _write(ground: Ground, edition: Edition) -> Written:
    return write_edition(edition, ground.root / "mesure.pdf")
