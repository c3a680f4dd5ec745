"""No English where a person looks: Qt's own dialogs and menus."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from levers_app.desktop import french

ENGLISH = {"open", "save", "cancel", "look", "files", "copy", "paste", "delete", "select", "all", "print", "the", "to"}


pytestmark = pytest.mark.usefixtures("qapp")  # which speaks French: tests/desktop/conftest.py


def words(widget: QWidget) -> set[str]:
    parts = [label.text() for label in widget.findChildren(QLabel)]
    parts += [tool.toolTip() for tool in widget.findChildren(QToolButton)]
    parts += [action.text() for action in widget.findChildren(QAction)]
    return {word.strip("&:.").lower() for part in parts for word in part.replace("&", "").split()}


def test_the_save_dialog_has_no_english(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "Enregistrer", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    assert {"regarder", "type"} <= words(dialog)
    assert not words(dialog) & ENGLISH


def test_the_print_dialog_has_no_english(qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "copies" in words(dialog)
    assert not words(dialog) & ENGLISH


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextBrowser])
def test_context_menus_have_no_english(kind: type[QWidget], qtbot: QtBot) -> None:
    widget: Any = kind()
    qtbot.addWidget(widget)
    menu = widget.createStandardContextMenu()
    assert "sélectionner" in words(menu)
    assert not words(menu) & ENGLISH
    menu.deleteLater()


def test_copying_a_link_is_typographically_right(qtbot: QtBot) -> None:
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.setHtml('<a href="lever:clspd">un levier</a>')
    menu = browser.createStandardContextMenu(QPoint(8, 12))
    assert "Copier l’adresse du &lien" in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_standard_buttons_are_french(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Annuler", "Enregistrer"}


def test_keys_figures_and_dates_are_french() -> None:
    assert QKeySequence("Ctrl+Shift+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Maj+Entrée"
    assert QLocale().toString(1234.5) == "1\N{NARROW NO-BREAK SPACE}234,5"


def test_other_texts_pass_through() -> None:
    assert QCoreApplication.translate("Ailleurs", "Save") == "Save"


@pytest.mark.parametrize("text", french._TEXTS.values())
def test_our_own_words_follow_french_typography(text: str) -> None:
    assert not {"'", '"'} & set(text)
    assert " :" not in text
    assert " ?" not in text
