"""Composing a note, for the tests of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from levers_app.catalogue.brief import ActionsItem, Brief, ComparisonItem, SheetItem
from levers_app.desktop.brief_page import BriefPage
from levers_app.desktop.program import Program
from tests.desktop.journeys import press, settle, type_keys

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
VIDEO, ACCESS = "lever:videoprotection", "lever:controle-acces"
MEDIATION, GITES = "lever:mediation-sociale", "case:gites-toulouse-grand-mirail"


def open_sheet(qtbot: QtBot, program: Program, record: str) -> None:
    program.window.navigator.open(record)
    settle(qtbot, program)


def add(qtbot: QtBot, program: Program, *records: str) -> None:
    """Open each sheet and press Ctrl+B."""
    for record in records:
        open_sheet(qtbot, program, record)
        press(qtbot, program, Qt.Key.Key_B, CTRL)


def open_note(qtbot: QtBot, program: Program) -> BriefPage:
    """Ctrl+Maj+B."""
    press(qtbot, program, Qt.Key.Key_B, CTRL | SHIFT)
    return page(program)


def page(program: Program) -> BriefPage:
    return program.window.workspace.briefs.desk.page


def notes(program: Program) -> list[Brief]:
    """The notes as they are kept, the one changed last first."""
    assert program.services is not None
    return program.services.briefs.all()


def records(brief: Brief) -> list[str]:
    """What is in a note, in order: ids of sheets, beginnings of texts, levers of comparisons."""
    found = []
    for item in brief.items:
        if isinstance(item, SheetItem):
            found.append(item.record)
        elif isinstance(item, ComparisonItem):
            found.append("+".join(item.levers))
        elif isinstance(item, ActionsItem):
            found.append(f"{len(item.actions)} actions")
        else:
            found.append(item.text.strip()[:20])
    return found


def choose(qtbot: QtBot, program: Program, label: str) -> None:
    """Press the entry of the open menu that reads so."""
    (menu,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    entry = next(a for a in menu.actions() if a.text().partition("\t")[0] == label)
    menu.setActiveAction(entry)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle(qtbot, program)


def shown_rows(program: Program) -> Sequence[str]:
    return [row.title for row in page(program).contents.list.rows.rows]


def find(qtbot: QtBot, program: Program, *words: str) -> None:
    """Type the titles of sheets into the line that finds them, Enter after each, then Esc."""
    for each in words:
        type_keys(qtbot, each)
        press(qtbot, program, Qt.Key.Key_Return)
        come_back(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Escape)


def come_back(qtbot: QtBot, program: Program) -> None:
    """Have the keyboard in the window again: the offscreen plugin leaves it where a dialog or a list was."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
