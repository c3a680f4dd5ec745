"""What a test may leave behind: threads, jobs of the Qt pool, active timers, windows. Each is named with its place."""

import gc
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 2.0  # seconds for threads that are already stopping
_earlier_timers = weakref.WeakSet[QTimer]()


def set_aside() -> None:
    """Collect what the last test left to the collector, then hide all there is from it.

    The modules of the program and of the tests are hundreds of thousands of objects: looking through them after every
    test took longer than the tests.
    """
    gc.collect()
    _earlier_timers.update(_timers())
    gc.freeze()


def leaked_threads(before: set[threading.Thread]) -> list[str]:
    """Describe the threads started since ``before`` that do not end, with the line where each one is."""
    deadline = time.monotonic() + PATIENCE
    # Threads that Python did not start (Qt's pool) show as dummies, which outlive them.
    while new := [t for t in set(threading.enumerate()) - before if not isinstance(t, threading._DummyThread)]:
        if time.monotonic() > deadline:
            return [f"thread {thread.name}, now at\n{_stack(thread)}" for thread in new]
        time.sleep(0.01)
    return []


def leaked_qt_objects(windows_before: set[int]) -> list[str]:
    """Describe the jobs, timers and windows that live on after a test; stop them, so that one test only is blamed."""
    leaks = []
    pool = QThreadPool.globalInstance()
    if not pool.waitForDone(int(PATIENCE * 1000)):
        leaks.append(f"{pool.activeThreadCount()} jobs of QThreadPool.globalInstance()")
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [*leaks, *_active_timers(), *_windows_but(windows_before)]


def windows() -> dict[int, QWidget]:
    """Return the top-level windows that exist now, by address."""
    return {shiboken6.getCppPointer(each)[0]: each for each in QApplication.topLevelWidgets() if each.parent() is None}


def _stack(thread: threading.Thread) -> str:
    frame = sys._current_frames().get(thread.ident or 0)
    return "".join(traceback.format_stack(frame)[-3:]) if frame else ""


def _timers() -> list[QTimer]:
    return [found for found in gc.get_objects() if isinstance(found, QTimer)]


def _active_timers() -> Iterator[str]:
    for timer in {*_earlier_timers, *_timers()}:
        if shiboken6.isValid(timer) and timer.isActive():
            timer.stop()
            yield f"active timer ({timer.interval()} ms): {_path(timer)}"


def _windows_but(before: set[int]) -> Iterator[str]:
    for address, window in windows().items():
        if address not in before:
            yield f"window « {window.windowTitle()} »: {_path(window)}"
            window.close()
            window.deleteLater()


def _path(found: QObject | None) -> str:
    names: list[str] = []
    while found is not None:
        names.insert(0, f"{type(found).__name__} {found.objectName()}".rstrip())
        found = found.parent()
    return " > ".join(names)
