"""What is written to standard output and standard error, whatever is at their other end."""

import codecs
import errno
import os
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import MARK, only_characters

if TYPE_CHECKING:  # wrong use and help need no search
    from levers_app.search.snippets import Span

_BOLD, _NORMAL = "\x1b[1m", "\x1b[0m"
_NEAREST = str.maketrans(
    {
        **dict.fromkeys("’‘", "'"),
        **dict.fromkeys("“”«»", '"'),
        **dict.fromkeys("–—−·", "-"),
        "œ": "oe",
        "Œ": "Oe",
        "✓": "ok",
        "✗": "!!",
        "→": "->",
    }
)
_ERRORS = "leviers-plain"


class OutputError(LeviersError):
    """Standard output takes no more: a full disk at the end of a redirection."""

    def __init__(self, error: OSError) -> None:
        """Say why, as far as one can know it."""
        reason = "le disque est plein" if error.errno == errno.ENOSPC else "le système l’a refusée"
        super().__init__(f"La réponse n’a pas pu être écrite ({reason}). Vos données ne sont pas touchées.")


def prepare_streams() -> None:
    """Make every text writable: what a terminal has no character for is replaced by the nearest one."""
    codecs.register_error(_ERRORS, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)


def use_utf8() -> None:
    """Read and write UTF-8 whatever the system prefers: JSON is UTF-8."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors=_ERRORS)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def write(stream: TextIO | None, text: str) -> None:
    """Write ``text`` at once; nothing is written on a stream that whoever started us had closed.

    Raises:
        BrokenPipeError: nobody reads any more.
        OutputError: it cannot be written.
    """
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from error


def say(text: str = "") -> None:
    """Write a line to standard output, as :func:`write` does."""
    write(sys.stdout, f"{text}\n")


def warn(text: str) -> None:
    """Write a line to standard error, if there is one."""
    with suppress(OSError, OutputError):
        write(sys.stderr, f"{printable(text)}\n")


def printable(text: str) -> str:
    """Return ``text`` without the control characters that a terminal would obey."""
    return only_characters(text).replace("\r", MARK)


def marked(spans: Iterable["Span"]) -> str:
    """Return ``spans`` with what was found in bold, in a terminal; plain elsewhere."""
    bold = _takes_bold()
    return "".join(f"{_BOLD}{span.text}{_NORMAL}" if bold and span.marked else span.text for span in spans)


def plain(spans: Iterable["Span"]) -> str:
    """Return the text of ``spans``."""
    return "".join(span.text for span in spans)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a person looks at ``stream``."""
    return stream is not None and stream.isatty()


def abandon_output() -> None:
    """Throw away what standard output still holds: else Python would complain about it when it ends."""
    with suppress(OSError, AttributeError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - no path of ours
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _takes_bold() -> bool:
    dumb = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or os.name == "nt"
    return not dumb and is_terminal(sys.stdout)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Replace what has no character there by its ASCII neighbour (é by e), else by a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = unicodedata.normalize("NFKD", error.object[error.start : error.end].translate(_NEAREST))
    return "".join(c if c.isascii() else "?" for c in missing if not unicodedata.combining(c)), error.end
