"""The safety net itself: a test that leaves something behind must fail."""

import shutil
from pathlib import Path

import pytest

pytest_plugins = "pytester"
TESTS = Path(__file__).parent
LEAKY = """
import logging, threading, time
from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QLabel
from tests import leaks
kept = []
leaks.PATIENCE = 0.1

told = threading.Event()

class Job(QRunnable):
    def run(self):
        told.wait()

def test_thread():
    threading.Thread(target=time.sleep, args=(0.5,), daemon=True, name="slow").start()

def test_log():
    logging.getLogger("leaky").warning("odd")

def test_expected_log(caplog):
    logging.getLogger("leaky").warning("odd")
    assert "odd" in caplog.text
    caplog.clear()

def test_qt_warning(qtbot):
    qWarning("bad")

def test_job(qtbot):
    QThreadPool.globalInstance().start(Job())

def test_timer(qtbot):
    told.set()
    QThreadPool.globalInstance().waitForDone()
    owner = QObject(objectName="owner")
    timer = QTimer(owner, interval=50)
    timer.start()
    kept.append(owner)

def test_window(qtbot):
    kept.append(QLabel(objectName="stray", windowTitle="hi"))

def test_closed_window(qtbot):
    label = QLabel("hello")
    qtbot.addWidget(label)
    label.show()
    kept.append(label)

def test_pure_comes_first():
    assert not kept
"""


def test_each_leak_fails_its_own_test_and_is_named(pytester: pytest.Pytester) -> None:
    folder = pytester.mkdir("tests")
    for name in ("conftest.py", "leaks.py"):
        shutil.copy(TESTS / name, folder)
    shutil.copy(TESTS.parent / "pyproject.toml", pytester.path)
    (folder / "test_leaky.py").write_text(LEAKY, encoding="utf-8")

    result = pytester.runpytest_subprocess()

    result.assert_outcomes(passed=8, errors=5, failed=1)
    result.stdout.fnmatch_lines_random(
        [
            "thread slow, now at",
            "1 jobs of QThreadPool.globalInstance()",
            "active timer (50 ms): QObject owner > QTimer",
            "window « hi »: QLabel stray",
            "*test_leaky.py:* odd",
        ]
    )
