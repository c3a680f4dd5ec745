"""How far the index is: one line that changes in a terminal, a few plain lines elsewhere."""

from typing import TextIO

from levers_app.catalogue.typography import NBSP
from levers_app.cli.terminal import is_terminal, write

_STEP = 10
"""Per cent between two plain lines."""


class IndexProgress:
    """Tells on ``stream`` how far the index is; call it with the records done and their number."""

    def __init__(self, stream: TextIO | None, *, lines: bool = True) -> None:
        """Without ``lines``, nothing is written where no person looks."""
        self._stream = stream
        self._end = "\r" if is_terminal(stream) else "\n"
        self._silent = not (lines or is_terminal(stream))
        self._next = 0

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done; a plain line comes every ten per cent only."""
        percent = 100 * done // total if total else 100
        if self._silent or (self._end == "\n" and percent < self._next):
            return
        self._next = percent - percent % _STEP + _STEP
        end = "\n" if done >= total else self._end
        try:
            write(self._stream, f"Index de recherche{NBSP}: {done} sur {total} ({percent}{NBSP}%){end}")
        except BrokenPipeError:  # nobody listens any more: the work that was asked for goes on
            self._silent = True
