"""What each command of ``leviers`` does, by its name. Importing this imports the search: parse first."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from levers_app.cli.advising import advise
from levers_app.cli.notes import write_note
from levers_app.cli.searching import search
from levers_app.cli.sheets import show_sheet
from levers_app.cli.upkeep import check, rebuild_index
from levers_app.services import Services

COMMANDS: Mapping[str, Callable[[Namespace, Services], int]] = {
    "chercher": search,
    "fiche": show_sheet,
    "note": write_note,
    "situation": advise,
    "verifier": check,
    "reindexer": rebuild_index,
}
