"""The window and its dialogs fit the screen; the screen of the tests is 800 x 800."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.desktop.about import AboutDialog
from levers_app.desktop.diagnostic import BaseFacts
from levers_app.desktop.dialogs import Choice, Dialog, fit_to_screen
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.log_view import LogWindow
from levers_app.desktop.look import Look
from levers_app.desktop.messages import tell
from levers_app.desktop.paper import PaperOrder
from levers_app.desktop.pdf_saving import _file_dialog
from levers_app.desktop.printing import new_printer, print_dialog
from levers_app.desktop.shortcuts_dialog import ShortcutsDialog
from levers_app.desktop.theme import Theme
from levers_app.desktop.unexpected import ErrorDialog
from levers_app.desktop.window import MainWindow
from levers_app.desktop.window_state import WindowState
from levers_app.paths import DataFolder
from tests.desktop.helpers import child

FRAME = 40
"""Height of a title bar with its edge, on the systems that have large ones."""


def window_with(qtbot: QtBot, tmp_path: Path, geometry: bytes = b"") -> MainWindow:
    """A window as it would show, with the geometry of the last session."""
    jobs = Jobs()
    window = MainWindow(Look(), jobs, DataFolder(tmp_path), WindowState(geometry=geometry))
    qtbot.addWidget(window, before_close_func=lambda _: jobs.close())
    return window


def available(widget: QWidget) -> QRect:
    """What panels leave of the screen."""
    return widget.screen().availableGeometry()


def test_the_first_window_fits_the_screen_with_its_frame(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_with(qtbot, tmp_path)
    assert window.width() <= available(window).width()
    assert window.height() + FRAME <= available(window).height()


@pytest.mark.parametrize("place", [(2000, 1500, 900, 700), (-5000, -60, 700, 600), (-40, -40, 3000, 2000)])
def test_a_window_kept_from_another_screen_comes_back(
    qtbot: QtBot, tmp_path: Path, place: tuple[int, int, int, int]
) -> None:
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.setGeometry(*place)
    window = window_with(qtbot, tmp_path, bytes(elsewhere.saveGeometry().data()))
    assert available(window).contains(window.geometry().adjusted(0, -FRAME, 0, 0))


@pytest.mark.parametrize("kept", [b"", b"not a geometry"])
def test_what_is_unreadable_counts_as_never_set(qtbot: QtBot, tmp_path: Path, kept: bytes) -> None:
    assert window_with(qtbot, tmp_path, kept).size() == window_with(qtbot, tmp_path).size()


def every_dialog(kind: str, window: QWidget, tmp_path: Path) -> QDialog:
    """A dialog of each kind, open, with much to say."""
    dialog: Dialog
    match kind:
        case "about":
            dialog = AboutDialog(BaseFacts(tmp_path / ("long" * 40)), Theme(), window)
        case "shortcuts":
            dialog = ShortcutsDialog(window)
        case "log":
            dialog = LogWindow(tmp_path / "leviers.log", str, window)
        case "error":
            dialog = ErrorDialog("trace", window)
        case _:
            return tell(window, UnknownRecordError("lever:" + "a" * 900), Choice("Choisir un autre dossier", str))
    dialog.open()
    return dialog


@pytest.fixture(params=[1.0, 2.0])
def window(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    """A window at usual and at double size of text."""
    theme = Theme(scale=request.param)
    qapp.setFont(theme.font("ui"))
    qapp.setStyleSheet(theme.stylesheet())
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    qapp.setStyleSheet("")
    qapp.setFont(Theme().font("ui"))


@pytest.mark.parametrize("kind", ["about", "shortcuts", "log", "error", "told"])
def test_dialogs_fit_the_screen_and_scroll(qtbot: QtBot, window: QWidget, tmp_path: Path, kind: str) -> None:
    dialog = every_dialog(kind, window, tmp_path)
    qtbot.wait(1)
    assert dialog.width() <= available(dialog).width()
    assert dialog.height() + FRAME <= available(dialog).height()
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()
        assert dialog.rect().contains(button.geometry()), button.text()
    area = child(dialog, QScrollArea)
    parts = area.widget()
    assert parts is not None
    assert area.verticalScrollBar().maximum() == max(0, parts.height() - area.viewport().height())
    dialog.close()


def test_the_question_where_to_save_fits_the_screen(window: QWidget, tmp_path: Path) -> None:
    dialog = _file_dialog(window, tmp_path, PaperOrder("Une fiche", Path.touch))
    dialog.open()
    assert dialog.width() <= available(dialog).width()
    assert dialog.height() + FRAME <= available(dialog).height()
    dialog.close()


def test_the_print_dialog_fits_the_screen(window: QWidget) -> None:
    printer = new_printer("Une fiche")  # the dialog does not own it
    dialog = print_dialog(printer, 3, window)
    fit_to_screen(dialog)
    QDialog.open(dialog)
    assert dialog.width() <= available(dialog).width()
    assert dialog.height() + FRAME <= available(dialog).height()
    dialog.close()
