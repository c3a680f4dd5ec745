"""Long work in a process of its own: in ours, it would hold the window up each time both want the interpreter."""

import logging
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Report = Callable[[int, int], None]
"""Told how far the work is: done, in all."""

_LOOK_EVERY = 0.1
_POLITE = 5
_REPORT, _RESULT, _ERROR = "report", "result", "error"

T = TypeVar("T")


class CutShortError(Exception):
    """The process ended before its work was done: it was killed, or there was no memory left."""


def untold(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def go_on() -> None:
    """Let the work go on to its end."""


def run_apart(work: Callable[[Report], T], report: Report = untold, check: Callable[[], None] = go_on) -> T:
    """Run ``work`` in a new process and return what it returns; it must be picklable, with all that it holds.

    ``report`` is called with what the work reports; ``check`` ten times a second: it may raise, which ends the work.

    Raises:
        CutShortError: the process ended before its work was done.
        Exception: what ``work`` raised, with the lines where that happened as a note.
    """
    context = multiprocessing.get_context("spawn")  # a fork would copy the locks of other threads as they are
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        return cast("T", _followed(ours, report, check))
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _followed(messages: "Connection", report: Report, check: Callable[[], None]) -> object:
    while True:
        check()
        if not messages.poll(_LOOK_EVERY):
            continue
        try:
            kind, told = messages.recv()
        except EOFError as error:
            raise CutShortError from error
        if kind == _RESULT:
            return told
        if kind == _ERROR:
            raise told
        report(*told)


def _serve(work: Callable[[Report], object], messages: "Connection") -> None:
    """Do the work in the new process; once the first one is gone, the next report ends this one too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches both: the first one decides
    if hasattr(os, "nice"):
        os.nice(_POLITE)  # the window comes first
    logging.disable()  # the log is the first one's: it writes what is raised
    try:
        result = work(lambda done, total: messages.send((_REPORT, (done, total))))
    except Exception as error:  # noqa: BLE001 - raised again in the first process
        error.add_note(traceback.format_exc())
        messages.send((_ERROR, error))
    else:
        messages.send((_RESULT, result))
