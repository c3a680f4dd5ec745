"""An argparse that speaks French: headings, and every message of wrong use.

The messages that reach :meth:`FrenchParser.error` are recognised by their form; one that is not (of a later Python)
becomes a general French sentence rather than an English one.
"""

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NoReturn, TypeVar

from levers_app.catalogue.typography import NBSP, shortened
from levers_app.cli.terminal import printable

_MESSAGES = tuple(
    (re.compile(pattern, re.DOTALL), french)
    for pattern, french in (
        (r"the following arguments are required: (?P<what>.+)", "il manque {what}."),
        (
            r"unexpected argument: (?P<what>.+)",
            "« {what} » n’est pas compris ici : un problème se dit après « --probleme ».",
        ),
        (r"unrecognized arguments: (?P<what>.+)", "« {what} » n’est pas compris ici."),
        (r"argument (?P<name>\S+): invalid choice: ['\"](?P<what>.*)['\"] \(.+", "« {what} » n’est pas une commande."),
        (r"argument (?P<name>\S+): expected (?:at least )?one argument", "« {name} » attend une valeur."),
        (r"argument (?P<name>\S+): ignored explicit argument (?P<what>.+)", "« {name} » ne prend pas de valeur."),
        (r"argument (?P<name>\S+): attend (?P<said>.+)", "« {name} » attend {said}."),
    )
)
T = TypeVar("T")
_NOT_UNDERSTOOD = "la commande n’est pas comprise."


class FrenchParser(argparse.ArgumentParser):
    """A parser whose help and errors are French.

    Arguments go to :attr:`arguments` and :attr:`options`: argparse's own groups have English titles and stay empty.
    """

    def __init__(self, prog: str, usage: str, description: str, **further: Any) -> None:  # noqa: ANN401 - argparse's own
        """``usage`` follows ``prog`` in the help; ``further`` is what argparse gives to sub-commands."""
        super().__init__(
            prog=prog,
            usage=f"{prog} {usage}".rstrip(),
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_FrenchHelp,
            **further,
        )
        self.arguments = self.add_argument_group("Arguments")
        self.options = self.add_argument_group("Options")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is used, and stop with exit status 2."""
        self.exit(2, f"{self.prog}{NBSP}: {_in_french(message)}\n{self.format_usage()}")


class _FrenchHelp(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or f"Emploi{NBSP}: ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and f"{heading}{NBSP}")


def whole_number(text: str) -> int:
    """Return ``text`` as a number of at least 1, for ``type=``.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"attend un nombre entier d’au moins 1, et non «{NBSP}{_short(text)}{NBSP}»")
    return number


def one_of(values: Mapping[str, T]) -> Callable[[str], T]:
    """Return what turns a key of ``values`` into its value, for ``type=``."""

    def value_of(text: str) -> T:
        if text not in values:
            words = ", ".join(values)
            raise argparse.ArgumentTypeError(
                f"attend un de ces mots{NBSP}: {words}, et non «{NBSP}{_short(text)}{NBSP}»"
            )
        return values[text]

    return value_of


def ending_with(suffixes: Sequence[str]) -> Callable[[str], str]:
    """Return what takes a file name with one of these ``suffixes``, or with none, for ``type=``."""

    def name_of(text: str) -> str:
        suffix = PurePath(not_empty(text)).suffix
        if suffix and suffix.lower() not in suffixes:
            ends = ", ".join(suffixes)
            raise argparse.ArgumentTypeError(
                f"attend un nom qui finit ainsi{NBSP}: {ends}, et non «{NBSP}{_short(suffix)}{NBSP}»"
            )
        return text

    return name_of


def not_empty(text: str) -> str:
    """Return ``text`` as it is, for ``type=``.

    Raises:
        argparse.ArgumentTypeError: there is nothing in it.
    """
    if not text:
        raise argparse.ArgumentTypeError("attend une valeur")
    return text


def _in_french(message: str) -> str:
    for pattern, french in _MESSAGES:
        if found := pattern.fullmatch(message):
            return french.format(**{name: _shown(name, value) for name, value in found.groupdict().items()})
    return _NOT_UNDERSTOOD


def _shown(name: str, value: str) -> str:
    return value if name == "said" else _short(value)  # what our own types say is short already


def _short(text: str) -> str:
    return shortened(printable(text))
