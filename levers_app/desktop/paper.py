"""What is to be put on paper, and under which file name."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from levers_app.catalogue.errors import LeviersError

if TYPE_CHECKING:
    from levers_app.apart import Report
    from levers_app.sheets.edition import Edition

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NAME_BYTES = 120


@dataclass(frozen=True)
class FileForm:
    """A form of file: its ending, what the file dialog calls it, and the title of that dialog."""

    suffix: str
    filter: str
    heading: str


PDF = FileForm(".pdf", "Document PDF (*.pdf)", "Enregistrer en PDF")


class PaperWork:
    """How far the making of a file is: told by a worker, read by the window, which may ask it to stop.

    Attributes:
        done, total: parts of the note that are begun, out of how many; 0 as long as nothing is known.
        stopped: the person asked for it.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self.begin()

    def begin(self) -> None:
        """Begin, or begin again."""
        self.done = self.total = 0
        self.stopped = False

    def report(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self.done, self.total = done, total

    def stop(self) -> None:
        """Ask for an end: nothing is written then."""
        self.stopped = True


@dataclass(frozen=True)
class PaperOrder:
    """What is to be put on paper, or into another ``form`` of file.

    Attributes:
        title: title of the sheet, for the name of the file and of the print job.
        write: writes the file at a path; called on a worker thread.
        work: how far that is; without it, the writing is short and is not stopped.
    """

    title: str
    write: Callable[[Path], object]
    form: FileForm = PDF
    work: PaperWork | None = None

    def write_at(self, path: Path) -> Path:
        """Write the file at ``path`` and return it; errors are those of ``write``."""
        self.write(path)
        return path


class PaperCutShortError(LeviersError):
    """The process that wrote the PDF was ended by the system, or by someone."""

    def __init__(self) -> None:
        """Say it in one sentence."""
        super().__init__(
            "Le PDF n’a pas été fait\u00a0: sa préparation s’est interrompue, peut-être faute de mémoire. "
            "Fermez d’autres programmes, puis recommencez."
        )


class PaperStoppedError(LeviersError):
    """The person stopped the making of a file."""

    def __init__(self) -> None:
        """Say that nothing was changed."""
        super().__init__("La préparation est arrêtée\u00a0: rien n’a été écrit.")


def brief_order(
    title: str, edition: "Callable[[], Edition]", stopped: Callable[[], bool] = lambda: False
) -> PaperOrder:
    """Return the order for a note, whose ``edition`` is made on the worker and laid out in a process of its own.

    Laying out would hold up the window for a tenth of a second now and then; see ``docs/decisions/0021``. Nothing is
    written once ``stopped`` says so.
    """
    work = PaperWork()

    def write(path: Path) -> None:
        from levers_app.apart import CutShortError, run_apart  # noqa: PLC0415 - not before the first sheet shows

        def check() -> None:
            if stopped():
                raise PaperCutShortError
            if work.stopped:
                raise PaperStoppedError

        try:
            run_apart(partial(_write, edition(), path), work.report, check)
        except CutShortError as error:
            raise PaperCutShortError from error

    return PaperOrder(title, write, work=work)


def _write(edition: "Edition", path: Path, report: "Report") -> None:
    from levers_app.briefs.brief import write_edition  # noqa: PLC0415 - only there: reportlab takes 200 ms to import

    write_edition(edition, path, progress=report)


def file_name(title: str, suffix: str = ".pdf") -> str:
    """Return a name that any system accepts, from a title that may hold anything: « Contrôle d’accès.pdf »."""
    name = " ".join(_FORBIDDEN.sub(" ", _printable(title)).split()).strip(". ")
    name = _shortened(name)
    if not name or _RESERVED.fullmatch(name):
        name = f"Fiche {name}".strip()
    return f"{name}{suffix}"


def _printable(text: str) -> str:
    """Drop what cannot be seen (control characters, direction marks, lone surrogates); keep blanks."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if unicodedata.category(c)[0] != "C" else " " * c.isspace() for c in composed)


def _shortened(name: str) -> str:
    """Cut at a word: file systems count bytes, and a path needs room for its folders."""
    cut = name.encode()[:_NAME_BYTES].decode(errors="ignore")
    if cut != name and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.strip(". ")
