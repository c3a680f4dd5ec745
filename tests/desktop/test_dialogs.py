"""The small dialogs: what they say, what their buttons do, that the keyboard suffices, that they are freed."""

import logging
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from levers_app import __version__
from levers_app.catalogue.errors import UnknownRecordError
from levers_app.desktop.about import AboutDialog
from levers_app.desktop.diagnostic import BaseFacts, counted, diagnostic, versions, without_home
from levers_app.desktop.dialogs import Choice, Dialog
from levers_app.desktop.icons import window_icon
from levers_app.desktop.log_view import LogWindow
from levers_app.desktop.messages import tell
from levers_app.desktop.shortcuts import SHORTCUTS, french_keys, key_sequences, shown_keys
from levers_app.desktop.shortcuts_dialog import ShortcutsDialog
from levers_app.desktop.theme import Theme
from levers_app.desktop.unexpected import ErrorDialog
from tests.desktop.helpers import child, clipboard, dies_when_closed, press, shown_text

FACTS = BaseFacts(Path("/donnees"), {"lever": 45, "case": 1}, "3", "index à jour", "3.45.1")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def every_dialog(kind: str, window: QWidget, tmp_path: Path) -> Dialog:
    match kind:
        case "about":
            return AboutDialog(FACTS, Theme(), window)
        case "shortcuts":
            return ShortcutsDialog(window)
        case "log":
            return LogWindow(tmp_path / "leviers.log", lambda: "diagnostic", window)
        case "error":
            return ErrorDialog("rapport", window)
        case _:
            return tell(window, UnknownRecordError("lever:x"))


@pytest.mark.parametrize("kind", ["about", "shortcuts", "log", "error", "told"])
def test_a_closed_dialog_dies(kind: str, window: QWidget, tmp_path: Path) -> None:
    holder: list[Any] = [every_dialog(kind, window, tmp_path)]
    holder[0].open()
    assert dies_when_closed(holder)


@pytest.mark.parametrize("kind", ["about", "shortcuts", "log", "error", "told"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_close_it(kind: str, key: Qt.Key, qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = every_dialog(kind, window, tmp_path)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.focusWidget(), key)


def test_about_tells_version_content_counts_and_place(window: QWidget) -> None:
    dialog = AboutDialog(FACTS, Theme(), window)
    dialog.open()
    text = shown_text(dialog).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert f"Leviers {__version__}" in text
    assert "version 3 ; 45 leviers, 1 exemple" in text
    assert "/donnees" in text


def test_about_lists_the_licences(window: QWidget) -> None:
    dialog = AboutDialog(FACTS, Theme(), window)
    model = child(dialog, QTableView).model()
    rows = {model.index(r, 0).data(): model.index(r, 1).data() for r in range(model.rowCount())}
    assert rows["Leviers"] == "EUPL-1.2"
    assert "OFL" in rows["Source Sans 3 (caractères)"]


def test_the_window_icon_is_drawn(qapp: object) -> None:
    assert window_icon().pixmap(32).toImage().pixelColor(16, 19).alpha() > 0


def test_the_list_of_shortcuts_shows_each_one(window: QWidget) -> None:
    model = child(ShortcutsDialog(window), QTableView).model()
    shown = {model.index(row, 1).data() for row in range(model.rowCount())}
    assert {shortcut.label.replace(" :", "\N{NO-BREAK SPACE}:") for shortcut in SHORTCUTS} <= shown


def test_the_table_passes_qt_s_model_tester(window: QWidget, qtmodeltester: Any) -> None:
    qtmodeltester.check(child(ShortcutsDialog(window), QTableView).model())


def test_no_key_has_two_meanings() -> None:
    keys = [key for shortcut in SHORTCUTS for key in shortcut.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("shortcut", SHORTCUTS, ids=lambda s: s.label)
def test_qt_understands_every_key(shortcut: Any) -> None:
    assert all(QKeySequence(keys).toString() == keys for keys in shortcut.keys)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl+Shift+C", "Ctrl + Maj + C"), ("Ctrl++", "Ctrl + Plus"), ("Ctrl+-", "Ctrl + Moins"), ("Esc", "Échap")],
)
def test_keys_are_named_in_french(keys: str, shown: str) -> None:
    assert french_keys(keys).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_the_window_takes_its_keys_from_the_table() -> None:
    assert key_sequences("zoom_in") == [QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")]
    assert shown_keys("copy_sheet").replace("\N{NO-BREAK SPACE}", " ") == "Ctrl + Maj + C"
    with pytest.raises(KeyError):
        key_sequences("")


def test_the_log_window_follows_the_file(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "leviers.log"
    path.write_text("première\n")
    dialog = LogWindow(path, lambda: "", window)
    dialog.open()
    view = child(dialog, QPlainTextEdit)
    assert view.toPlainText() == "première"
    path.write_text("première\nseconde\n")
    qtbot.waitUntil(lambda: view.toPlainText().endswith("seconde"))


def test_reading_again_is_a_button_and_a_key(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = LogWindow(tmp_path / "leviers.log", lambda: "", window)
    dialog.open()
    view = child(dialog, QPlainTextEdit)
    assert "vide" in view.toPlainText()
    (tmp_path / "leviers.log").write_text("nouvelle")
    press(qtbot, dialog, "Relire")
    assert view.toPlainText() == "nouvelle"


def test_only_the_last_lines_of_a_long_log_are_shown(window: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "leviers.log"
    path.write_text("\n".join(map(str, range(5000))))
    view = child(LogWindow(path, lambda: "", window), QPlainTextEdit)
    lines = view.toPlainText().splitlines()
    assert (len(lines), lines[-1]) == (2000, "4999")


def test_a_log_that_cannot_be_read_says_so(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "leviers.log").mkdir()
    view = child(LogWindow(tmp_path / "leviers.log", lambda: "", window), QPlainTextEdit)
    assert view.toPlainText().startswith("Le journal ne peut pas être lu. Il se trouve ici")


def test_the_diagnostic_goes_to_the_clipboard(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = LogWindow(tmp_path / "leviers.log", lambda: "tout va bien", window)
    dialog.open()
    press(qtbot, dialog, "Copier le diagnostic")
    assert clipboard() == "tout va bien"
    assert "copié" in shown_text(dialog)


def test_the_diagnostic_says_what_is_installed_and_shown(qapp: object) -> None:
    text = diagnostic(FACTS, Theme(dark=True, scale=1.5)).replace("\N{NO-BREAK SPACE}", " ")
    for expected in (f"Leviers {__version__}", "PySide6", "whoosh3", "SQLite 3.45.1", "45 leviers", "sombre", "150 %"):
        assert expected in text


def test_reports_do_not_carry_the_person_s_name() -> None:
    assert without_home(f"{Path.home()}/leviers/leviers.db") == "~/leviers/leviers.db"
    assert str(Path.home()) not in versions()


def test_counts_agree() -> None:
    assert counted({"lever": 0, "case": 1, "text": 2}) == "0 levier, 1 exemple, 2 textes"


def test_a_known_error_is_its_own_sentence(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    dialog = tell(window, UnknownRecordError("lever:<b>x</b>"), Choice("Recommencer", lambda: done.append("oui")))
    assert "lever:<b>x</b>" in shown_text(dialog)
    with qtbot.waitSignal(dialog.destroyed):
        press(qtbot, dialog, "Recommencer")
    assert done == ["oui"]


def test_what_a_folder_button_cannot_open_is_told(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("levers_app.desktop.about.open_outside", lambda path: False)
    dialog = AboutDialog(FACTS, Theme(), window)
    dialog.open()
    press(qtbot, dialog, "Ouvrir le dossier des données")
    assert "n’a pas pu être ouvert" in shown_text(dialog)
    assert logging.WARNING not in {record.levelno for record in caplog.records}


def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    dialog = Dialog("Question", window)
    other = dialog.add_button("Enregistrer", partial(done.append, "enregistré"))
    dialog.add_close()
    dialog.open()
    qtbot.waitExposed(dialog)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert done == ["enregistré"]
    assert dialog.isVisible()
    dialog.close()
