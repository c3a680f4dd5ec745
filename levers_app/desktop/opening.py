"""Showing an attachment with the program of the system, which gets a copy of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from levers_app.catalogue.errors import LeviersError
from levers_app.desktop.dialogs import Choice, Dialog, open_outside
from levers_app.desktop.directions import isolated
from levers_app.desktop.jobs import Jobs

_LEAVES = (
    "Cet exemple est restreint\u00a0: la copie ouverte peut sortir de Leviers, sans la mention «\u00a0Restreint\u00a0»."
)


def ask_if_restricted(window: QWidget | None, open_it: Callable[[], object], *, restricted: bool) -> None:
    """Hand a copy to another program, which ``open_it`` does; ask first when it is of a ``restricted`` example."""
    if not restricted:
        open_it()
        return
    dialog = Dialog("Leviers", window)
    dialog.add_text(_LEAVES)
    dialog.add_choices((Choice("Ouvrir quand même", open_it),))
    dialog.add_close("Annuler")
    dialog.open()


def open_copy(jobs: Jobs, make: Callable[[], Path | None], name: str, say: Callable[[str], object]) -> None:
    """Open the copy that ``make`` gives on a worker; ``say`` tells why an attachment called ``name`` does not open."""
    quoted = f"«\u00a0{isolated(name)}\u00a0»"

    def made(copy: Path | None) -> None:
        if copy is None:
            say(f"{quoted} ne peut pas être ouvert\u00a0: le fichier n’est plus là.")
        elif not open_outside(copy):
            say(f"Aucun programme de cet ordinateur n’ouvre {quoted}.")

    def failed(error: Exception) -> None:
        if isinstance(error, LeviersError):
            say(str(error))
        else:
            jobs.unexpected.emit(error)

    jobs.read(make, made, failed)
