"""What is to be put on paper, and under which file name."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from levers_app.sheets.document import Document

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NAME_BYTES = 120


@dataclass(frozen=True)
class PaperOrder:
    """What is to be put on paper.

    Attributes:
        title: title of the sheet, for the name of the file and of the print job.
        write: writes the PDF at a path; called on a worker thread.
    """

    title: str
    write: Callable[[Path], object]

    def write_at(self, path: Path) -> Path:
        """Write the PDF at ``path`` and return it; errors are those of ``write``."""
        self.write(path)
        return path


def brief_order(title: str, documents: Callable[[], tuple[Document, ...]], base_line: str = "") -> PaperOrder:
    """Return the order for a brief of ``documents``, which are read and laid out on the worker."""

    def write(path: Path) -> None:
        # reportlab takes 200 ms to import: only when a PDF is asked for, and not on the GUI thread
        from levers_app.briefs.brief import write_brief  # noqa: PLC0415

        write_brief(documents(), path, printed=datetime.now().astimezone().date(), base_line=base_line)

    return PaperOrder(title, write)


def file_name(title: str) -> str:
    """Return a name that any system accepts, from a title that may hold anything: « Contrôle d’accès.pdf »."""
    name = " ".join(_FORBIDDEN.sub(" ", _printable(title)).split()).strip(". ")
    name = _shortened(name)
    if not name or _RESERVED.fullmatch(name):
        name = f"Fiche {name}".strip()
    return f"{name}.pdf"


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
