"""Runs one command, and turns whatever happens into an exit status."""

import logging
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from levers_app.catalogue.errors import LeviersError
from levers_app.cli.arguments import parse
from levers_app.cli.terminal import OutputError, abandon_output, prepare_streams, warn
from levers_app.logs import close_logging, set_up_logging
from levers_app.paths import DataFolder, find_data_folder

if TYPE_CHECKING:  # imported when the base is opened: help and wrong use are told at once
    from levers_app.services import Services

Opener = Callable[[DataFolder], "Services"]

DONE, KNOWN_ERROR, INTERRUPTED = 0, 1, 130

_UNEXPECTED = "Leviers a rencontré un problème inattendu et s’est arrêté. Ce qui était enregistré est conservé."
_LOGGED = "Le détail est dans «\u00a0{log}\u00a0», à joindre à une demande d’aide."
_SHOWN = "Le détail est au-dessus, à joindre à une demande d’aide."


def run(arguments: Sequence[str], opener: Opener) -> int:
    """Run the command that ``arguments`` ask for on the base that ``opener`` opens.

    Returns:
        The exit status: 0 done, 1 known error (told in one French sentence), 2 wrong use, 130 interrupted.
    """
    prepare_streams()
    try:
        asked = parse(arguments)
    except SystemExit as stop:  # help, version or wrong use: argparse has told it
        return int(stop.code or DONE)
    folder = find_data_folder(getattr(asked, "donnees", None))
    return guarded(lambda: _command(asked, folder, opener), folder)


def _command(asked: Namespace, folder: DataFolder, opener: Opener) -> int:
    from levers_app.cli.commands import COMMANDS  # noqa: PLC0415 - help and wrong use are told at once

    def work(services: "Services") -> int:
        if services.personal.notice and asked.command != "verifier":  # which tells it in its own list
            warn(services.personal.notice)
        return COMMANDS[asked.command](asked, services)

    return with_services(folder, opener, work)


def with_services(folder: DataFolder, opener: Opener, work: Callable[["Services"], int]) -> int:
    """Open the base, do ``work`` with it and give it back; from then on the log, if it can, takes what goes wrong."""
    with closing(opener(folder)) as services:
        set_up_logging(folder.log, otherwise=logging.NullHandler)  # the terminal is for answers
        return work(services)


def guarded(work: Callable[[], int], folder: DataFolder) -> int:
    """Do ``work`` and return its exit status; whatever goes wrong is told in one sentence."""
    try:
        return work()
    except BrokenPipeError:  # « | head » has read all that it wanted
        abandon_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except LeviersError as error:
        if isinstance(error, OutputError):
            abandon_output()
        warn(str(error))
        return KNOWN_ERROR
    except Exception:  # the edge of the program: logged whole, told in a sentence
        handler = set_up_logging(folder.log)
        logging.getLogger(__name__).exception("Unexpected error")
        where = _LOGGED.format(log=folder.log) if isinstance(handler, logging.FileHandler) else _SHOWN
        warn(f"{_UNEXPECTED} {where}")
        return KNOWN_ERROR
    finally:
        close_logging()
