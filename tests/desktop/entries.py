"""Writing an example, for the tests of the window: the form, what is typed into it, the drafts that are kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Draft, Entry
from levers_app.desktop.entry_desk import EntryDesk
from levers_app.desktop.entry_page import EntryPage
from levers_app.desktop.program import Program
from tests.desktop.journeys import press, settle

CTRL = Qt.KeyboardModifier.ControlModifier
QUICK = Entry(
    title="Rondes du soir dans les halls",
    commune="Rezé",
    department="44",
    region="Pays de la Loire",
    problems=("occupation-halls",),
    levers=("mediation-sociale",),
    actions="Rondes à deux, le soir\nCafé dans le hall",
    outcome="mitige",
)


def desk(program: Program) -> EntryDesk:
    return program.window.workspace.desk


def page(program: Program) -> EntryPage:
    return desk(program).page


def write(qtbot: QtBot, program: Program, entry: Entry = QUICK) -> None:
    """Open the form with Ctrl+N and fill it in, as if typed."""
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.show_entry(entry)
    page(program).form.edited.emit("title")
    settle(qtbot, program)


def strike(qtbot: QtBot, program: Program, *keys: Qt.Key | str) -> None:
    """Press keys, or those of words in ASCII, as the system does: an open list has them before the field."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClick(program.window.windowHandle(), letter)  # type: ignore[call-overload]  # a char, say Qt's headers
        else:
            QTest.keyClick(program.window.windowHandle(), key)
        settle(qtbot, program)


def drafts(program: Program) -> list[Draft]:
    assert program.services is not None
    return program.services.recorder.drafts.all()
