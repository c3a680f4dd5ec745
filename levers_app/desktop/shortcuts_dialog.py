"""The list of shortcuts that F1 opens."""

from itertools import groupby
from operator import attrgetter

from PySide6.QtWidgets import QWidget

from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.pair_table import Pair, PairTable
from levers_app.desktop.shortcuts import SHORTCUTS, Shortcut, french_keys


class ShortcutsDialog(Dialog):
    """The list that F1 opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show all of :data:`SHORTCUTS`, group by group."""
        super().__init__("Raccourcis clavier", parent)
        table = PairTable(shortcut_pairs(), ("Touches", "Action"), "Raccourcis clavier", self)
        self.body.addWidget(table)
        self.add_close()
        table.selectRow(1)
        table.setFocus()


def shortcut_pairs() -> tuple[Pair, ...]:
    """Return keys and labels under the headings of their groups."""
    pairs: list[Pair] = []
    for group, members in groupby(SHORTCUTS, attrgetter("group")):
        pairs.append((group, ""))
        pairs += [(_all_keys(shortcut), shortcut.label.replace(" :", "\N{NO-BREAK SPACE}:")) for shortcut in members]
    return tuple(pairs)


def _all_keys(shortcut: Shortcut) -> str:
    return "  ou  ".join(french_keys(keys) for keys in shortcut.keys)
