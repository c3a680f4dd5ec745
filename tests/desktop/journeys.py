"""What a person does at the keyboard, for the tests of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program


def type_keys(qtbot: QtBot, words: str) -> None:
    """Type ``words`` where the keyboard is, key by key; they must be ASCII: QTest aborts on other letters."""
    for character in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, character)


def type_words(qtbot: QtBot, program: Program, words: str) -> None:
    """Type ``words`` where the keyboard is, key by key, then wait for the results."""
    type_keys(qtbot, words)
    settle(qtbot, program)


def press(qtbot: QtBot, program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press one key where the keyboard is, then wait until the window has answered."""
    target = QApplication.focusWidget() or program.window
    qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
    settle(qtbot, program)


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until no timer of the search or of the list is due, no job runs, and what they brought is shown.

    What is put into a layout is shown in a later turn, and Tab is told of it in the one after: a job that ends late in
    a turn leaves its parts still hidden.
    """
    window = program.window
    timers = (window.top.search.pause, window.home.search.pause, window.navigator.glance_timer, window.look.pause)

    def at_rest() -> bool:
        desks = (window.workspace.desk, window.workspace.briefs, window.workspace.advice)
        return not (program.jobs.busy or any(d.busy for d in desks) or any(t.isActive() for t in timers))

    def shown() -> bool:
        if not at_rest():
            return False
        for _ in range(3):
            QApplication.processEvents()
        return at_rest()

    qtbot.waitUntil(shown, timeout=20_000)


def titles(program: Program) -> list[str]:
    """Titles of the rows in the list."""
    return [row.plain_title for row in program.window.workspace.browse.results.list.rows.rows]


def open_title(program: Program) -> str:
    """Title of the open sheet."""
    document = program.window.workspace.browse.sheet.document
    return document.title if document else ""
