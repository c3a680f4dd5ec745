"""The menu of the window, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.desktop.shortcuts_dialog import shortcut_pairs
from tests.desktop.helpers import open_windows
from tests.desktop.journeys import press

ALT = Qt.KeyboardModifier.AltModifier


def open_menu(caplog: pytest.LogCaptureFixture) -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert all(said.startswith("This plugin does not support") for said in caplog.messages)  # that of the tests
    caplog.clear()
    return menu


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F10, None), (Qt.Key.Key_M, ALT)])
def test_a_key_opens_it_and_the_arrows_lead_to_the_help(
    qtbot: QtBot,
    program: Program,
    caplog: pytest.LogCaptureFixture,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier | None,
) -> None:
    before = QApplication.focusWidget()
    press(qtbot, program, key, modifier)
    menu = open_menu(caplog)
    assert menu.activeAction().text() == "Comme le système"
    for _ in range(9):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().text() == "Raccourcis clavier"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    (dialog,) = open_windows("Raccourcis clavier")
    dialog.close()
    caplog.clear()
    assert QApplication.focusWidget() is before


def test_escape_closes_it_and_the_keyboard_is_where_it_was(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    before = QApplication.focusWidget()
    press(qtbot, program, Qt.Key.Key_F10)
    qtbot.keyClick(open_menu(caplog), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is before


def test_its_key_is_told(program: Program) -> None:
    button = next(b for b in program.window.top.findChildren(QPushButton) if b.menu() is not None)
    assert button.toolTip().replace("\u00a0", " ") == "Menu : affichage et aide (F10)"
    assert QAccessible.queryAccessibleInterface(button).state().hasPopup
    keys = {label.replace("\u00a0", " "): keys for keys, label in shortcut_pairs()}
    assert keys["Menu : affichage et aide"].startswith("F10")


def test_its_parts_have_names_that_the_keyboard_passes_over(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    press(qtbot, program, Qt.Key.Key_F10)
    menu = open_menu(caplog)
    names = [action.text() for action in menu.actions() if not action.isEnabled() and not action.isSeparator()]
    assert names == ["Affichage", "Écrire", "Aide"]
    menu.close()


def test_a_click_leaves_the_keyboard_where_it_was(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    before = QApplication.focusWidget()
    button = next(b for b in program.window.top.findChildren(QPushButton) if b.menu() is not None)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    open_menu(caplog).close()
    assert QApplication.focusWidget() is before
