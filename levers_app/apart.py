"""Long work in a process of its own: in ours, it would hold the window up each time both want the interpreter."""

import logging
import multiprocessing
import os
import pickle
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

from levers_app.catalogue.errors import LeviersError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Report = Callable[[int, int], None]
"""Told how far the work is: done, in all."""

_log = logging.getLogger(__name__)
_LOOK_EVERY = 0.1
_POLITE = 5
_REPORT, _RESULT, _ERROR = "report", "result", "error"

T = TypeVar("T")


class CutShortError(Exception):
    """The process ended before its work was done, or none could start: it was killed, or there was no memory left."""


def untold(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def go_on() -> None:
    """Let the work go on to its end."""


def run_apart(work: Callable[[Report], T], report: Report = untold, check: Callable[[], None] = go_on) -> T:
    """Run ``work`` in a new process and return what it returns; it must be picklable, with all that it holds.

    ``report`` is called with what the work reports; ``check`` ten times a second or more: it may raise, which ends it.

    Raises:
        CutShortError: the process ended before its work was done, or could not be started.
        Exception: what ``work`` raised, with the lines where that happened as a note.
    """
    process, line = _started(_serve, work, duplex=False)
    try:
        return cast("T", _followed(line, report, check))
    finally:
        _end(process, line)


class Workbench:
    """A process that stays from one piece of work to the next: what one has imported, the next one finds there.

    Any thread may use it; one piece of work waits for the other.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def run(self, work: Callable[[Report], T], report: Report = untold, check: Callable[[], None] = go_on) -> T:
        """Run ``work`` as :func:`run_apart` does; after an error, that of ``check`` too, the next one begins anew.

        Raises:
            CutShortError: the process ended before its work was done, or could not be started.
            Exception: what ``work`` or ``check`` raised.
        """
        with self._lock:
            try:
                line = self._line or self._start()
                _send(line, work)
                return cast("T", _followed(line, report, check))
            except BaseException:
                self._end()
                raise

    def close(self) -> None:
        """End the process, once its present work is done; the next work would start another."""
        with self._lock:
            self._end()

    def _start(self) -> "Connection":
        self._process, self._line = _started(_serve_on, duplex=True)
        return self._line

    def _end(self) -> None:
        if self._process is not None and self._line is not None:
            _end(self._process, self._line)
        self._process = self._line = None


def _started(serve: Callable[..., None], *work: object, duplex: bool) -> "tuple[BaseProcess, Connection]":
    """Return a process that serves, and our end of the line to it; where none can be started, nothing is left open."""
    context = multiprocessing.get_context("spawn")  # a fork would copy the locks of other threads as they are
    ours, theirs = context.Pipe(duplex)
    try:
        process = context.Process(target=serve, args=(theirs, *work), daemon=True)
        process.start()
    except BaseException as error:
        ours.close()
        if isinstance(error, OSError):  # the system has no room for another one
            raise CutShortError from error
        raise
    finally:
        theirs.close()
    return process, ours


def _end(process: "BaseProcess", line: "Connection") -> None:
    process.kill()
    process.join()
    process.close()
    line.close()


def _send(line: "Connection", work: object) -> None:
    try:
        line.send(work)
    except OSError as error:
        raise CutShortError from error


def _followed(messages: "Connection", report: Report, check: Callable[[], None]) -> object:
    while True:
        check()
        try:
            if not messages.poll(_LOOK_EVERY):
                continue
            kind, told = messages.recv()
        except (EOFError, OSError) as error:
            raise CutShortError from error
        if kind == _RESULT:
            return told
        if kind == _ERROR:
            if not isinstance(told, LeviersError):
                _log.error("Work in another process failed", exc_info=told)
            raise told
        report(*told)


def _serve(messages: "Connection", work: Callable[[Report], object]) -> None:
    """Do the work in the new process; once the first one is gone, the next report ends this one too."""
    _settle_in()
    with suppress(BrokenPipeError):
        _do(work, messages)


def _serve_on(messages: "Connection") -> None:
    """Do one piece of work after the other, until the first process lets go or is gone."""
    _settle_in()
    with suppress(EOFError, OSError):
        while True:
            _do(messages.recv(), messages)


def _settle_in() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches both: the first one decides
    if hasattr(os, "nice"):
        os.nice(_POLITE)  # the window comes first
    logging.disable()  # the log is the first one's: it writes what is raised


def _do(work: Callable[[Report], object], messages: "Connection") -> None:
    try:
        result = work(lambda done, total: messages.send((_REPORT, (done, total))))
        messages.send((_RESULT, result))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again in the first process
        error.add_note(traceback.format_exc())
        messages.send((_ERROR, error if _travels(error) else RuntimeError(traceback.format_exc())))


def _travels(error: Exception) -> bool:
    """Tell whether an error can be sent: some hold what cannot, or cannot be made again from their text."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made a line before
    except Exception:  # noqa: BLE001 - of any kind: the error's own code runs
        return False
    return True
