"""Errors that nobody foresaw: logged, told once, with a report to copy."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot, qInfo, qInstallMessageHandler
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.desktop.jobs import Jobs
from levers_app.desktop.unexpected import UnexpectedErrors, report
from tests.desktop.helpers import clipboard, open_windows, press, shown_text

TITLE = "Erreur inattendue"


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def errors(qtbot: QtBot, caplog: pytest.LogCaptureFixture, opened: list[str]) -> Iterator[UnexpectedErrors]:
    """The hook, installed; the dialogs it left are closed and its log lines are read."""
    before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(None))
    errors = UnexpectedErrors(lambda: opened.append("journal"))
    errors.install()
    yield errors
    errors.uninstall()
    for window in (*open_windows(TITLE), *open_windows("Leviers")):
        window.close()
    sys.excepthook, threading.excepthook = before[:2]
    qInstallMessageHandler(before[2])
    caplog.get_records("call").clear()


def raised(message: str) -> ValueError:
    try:
        raise ValueError(message)
    except ValueError as error:
        return error


def the_dialog(qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: len(open_windows(TITLE)) == 1)
    return open_windows(TITLE)[0]


def test_the_dialog_is_calm_and_says_what_was_kept(qtbot: QtBot, errors: UnexpectedErrors) -> None:
    errors.handle(raised("secret"))
    text = shown_text(the_dialog(qtbot))
    assert "est intact" in text
    assert "secret" not in text


def test_the_report_has_versions_and_traceback(qtbot: QtBot, errors: UnexpectedErrors) -> None:
    errors.handle(raised("la cause"))
    press(qtbot, the_dialog(qtbot), "Copier le rapport")
    assert "PySide6_Essentials" in clipboard()
    assert "ValueError: la cause" in clipboard()


def test_the_error_is_logged_with_its_traceback(errors: UnexpectedErrors, caplog: pytest.LogCaptureFixture) -> None:
    errors.handle(raised("la cause"))
    assert "ValueError: la cause" in caplog.text


def test_many_errors_open_one_dialog_and_one_report(qtbot: QtBot, errors: UnexpectedErrors) -> None:
    for message in ("un", "deux"):
        errors.handle(raised(message))
    press(qtbot, the_dialog(qtbot), "Copier le rapport")
    qtbot.waitUntil(lambda: "ValueError: un" in clipboard())
    assert "ValueError: deux" in clipboard()


def test_the_same_fault_is_not_told_again(
    qtbot: QtBot, errors: UnexpectedErrors, caplog: pytest.LogCaptureFixture
) -> None:
    errors.handle(raised("un"))
    dialog = the_dialog(qtbot)
    with qtbot.waitSignal(dialog.destroyed):
        press(qtbot, dialog, "Fermer")
    errors.handle(raised("deux"))
    qtbot.wait(50)
    assert not open_windows(TITLE)
    assert "ValueError: deux" in caplog.text


def test_the_log_opens_from_the_dialog(qtbot: QtBot, errors: UnexpectedErrors, opened: list[str]) -> None:
    errors.handle(raised("un"))
    press(qtbot, the_dialog(qtbot), "Ouvrir le journal")
    assert opened == ["journal"]


def test_a_thread_s_error_arrives(qtbot: QtBot, errors: UnexpectedErrors) -> None:
    thread = threading.Thread(target=int, args=("x",))
    thread.start()
    thread.join()
    assert the_dialog(qtbot).isVisible()


def test_a_job_s_error_arrives(qtbot: QtBot, errors: UnexpectedErrors) -> None:
    jobs = Jobs()
    jobs.unexpected.connect(errors.handle)
    jobs.read(raised_in_job, print)
    assert the_dialog(qtbot).isVisible()
    jobs.close()


def raised_in_job() -> None:
    raise RuntimeError("au travail")


class Clumsy(QObject):
    poked = Signal()

    @Slot()
    def stumble(self) -> None:
        raise RuntimeError("dans un slot")


def test_a_slot_s_error_arrives(qtbot: QtBot, errors: UnexpectedErrors) -> None:
    clumsy = Clumsy()
    clumsy.poked.connect(clumsy.stumble)
    with qtbot.captureExceptions() as caught:  # pytest-qt takes the hook for itself
        clumsy.poked.emit()
    sys.excepthook(*caught[0])
    assert the_dialog(qtbot).isVisible()


def test_a_known_error_is_told_as_its_sentence(qtbot: QtBot, errors: UnexpectedErrors) -> None:
    errors.handle(UnknownRecordError("lever:x"))
    qtbot.waitUntil(lambda: bool(open_windows("Leviers")))
    assert "lever:x" in shown_text(open_windows("Leviers")[0])


def test_an_interrupt_quits(errors: UnexpectedErrors, monkeypatch: pytest.MonkeyPatch) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QCoreApplication, "quit", lambda: quits.append(True))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert quits


def test_qt_s_messages_reach_the_log(errors: UnexpectedErrors, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        qInfo("bonjour de Qt")
    assert ("qt", logging.INFO, "bonjour de Qt") in caplog.record_tuples


def test_a_report_never_fails() -> None:
    assert "ValueError" in report(ValueError("sans trace"))
