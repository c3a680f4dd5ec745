"""The log file: what went wrong and when, for the person who is asked to help; never what people write or look for."""

import logging
import os
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from levers_app.store.folder import make_private_folder, try_to_write_in

LOG_BYTES = 1_000_000
LOG_COPIES = 2
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_NAME = "leviers"


def set_up_logging(
    path: Path, *, level: int = logging.INFO, otherwise: Callable[[], logging.Handler] = logging.StreamHandler
) -> logging.Handler:
    """Send all log lines to ``path``, readable by its owner only, and return the handler.

    Called again, it replaces the earlier handler. When the file cannot be written the lines go to what ``otherwise``
    makes, which is standard error: a program that cannot log still runs.
    """
    close_logging()
    handler = _file_handler(path) or otherwise()
    handler.set_name(_NAME)
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def close_logging() -> None:
    """Detach and close what :func:`set_up_logging` opened, if anything."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if handler.name == _NAME]:
        root.removeHandler(handler)
        handler.close()


def last_lines(path: Path, count: int) -> list[str]:
    """Return the last ``count`` lines of the log at ``path``, beginning in the rotated copy when it is short.

    Raises:
        OSError: the log exists and cannot be read.
    """
    lines: deque[str] = deque(maxlen=count)
    for file in (path.with_name(path.name + ".1"), path):
        if file.exists():
            with file.open(encoding="utf-8", errors="replace") as source:
                lines.extend(line.rstrip("\n") for line in source)
    return list(lines)


def _file_handler(path: Path) -> logging.Handler | None:
    try:
        make_private_folder(path.parent)
        try_to_write_in(path.parent)  # where it also grows old copies
        return _PrivateFile(path, maxBytes=LOG_BYTES, backupCount=LOG_COPIES, encoding="utf-8")
    except OSError:
        return None


class _PrivateFile(RotatingFileHandler):
    """A rotating file that only its owner can read, and that never disturbs the program when the disk is full."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="replace")

    def close(self) -> None:
        with suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)
