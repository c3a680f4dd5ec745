"""The note that is composed as it is printed. No Qt here: the process that writes imports this module."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from levers_app.apart import Report
    from levers_app.briefs.brief import Written
    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.brief_rows import Standing
    from levers_app.desktop.pdf_pages import PdfPages
    from levers_app.services import Services
    from levers_app.sheets.edition import Edition


@dataclass(frozen=True, slots=True)
class Proof:
    """A note as it was printed for its preview: ``pages`` are None when there is nothing to print."""

    brief: "Brief"
    edition: "Edition"
    standing: "Standing"
    pages: "PdfPages | None"


def proof(services: "Services", brief: "Brief", path: Path, run: "partial[Written]") -> Proof:
    """Return a note as it is printed now; ``run`` does the writing in another process. For a worker."""
    from levers_app.desktop.brief_rows import standing_of  # noqa: PLC0415 - on the worker, not in the other process
    from levers_app.desktop.pdf_pages import PdfPages  # noqa: PLC0415 - the same

    edition = services.edition(brief)
    changed = services.changed_in(brief)
    if not edition.parts:
        return Proof(brief, edition, standing_of(edition, (), changed), None)
    written = run(partial(_write, edition, path))
    pages = PdfPages(path.read_bytes())
    return Proof(brief, edition, standing_of(edition, written.starts, changed), pages)


def import_writer(_: "Report") -> None:
    """Import what writes PDFs, in the other process: the first pages come sooner."""
    from levers_app.briefs import brief  # noqa: F401, PLC0415 - only there


def _write(edition: "Edition", path: Path, report: "Report") -> "Written":
    from levers_app.briefs.brief import write_edition  # noqa: PLC0415 - only there

    return write_edition(edition, path, progress=report)
