"""What every test gets: a private home, Qt without a screen, and a check that nothing is left behind."""

import logging
import os
import tempfile
import threading
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import settings

# Before the first import of Qt, which reads some of it.
_session_home = tempfile.TemporaryDirectory(prefix="leviers-")
os.environ.update(
    HOME=_session_home.name,
    XDG_RUNTIME_DIR=_session_home.name,
    QT_QPA_PLATFORM="offscreen",
    LC_ALL="C.UTF-8",
    LANGUAGE="fr",
)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "QT_SCALE_FACTOR"):
    os.environ.pop(_name, None)

from tests import leaks  # noqa: E402

settings.register_profile("leviers", deadline=None)  # machines differ: time belongs to benchmarks
settings.load_profile("leviers")


def uses_qt(item: pytest.Item) -> bool:
    """Tell whether a test asks for Qt, itself or through its fixtures."""
    return not {"qapp", "qtbot", "qtmodeltester"}.isdisjoint(getattr(item, "fixturenames", ()))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the pure tests first: they are quick, and say more precisely what is wrong."""
    items.sort(key=uses_qt)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """Escape half characters in what a test showed: a process of pytest-xdist ends when it cannot send a report."""
    return _sendable((yield))


def _sendable(data: Any) -> Any:
    match data:
        case str():
            return data.encode("utf-8", "backslashreplace").decode("utf-8")
        case dict():
            return {key: _sendable(value) for key, value in data.items()}
        case list() | tuple():
            return type(data)(map(_sendable, data))
    return data


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))


_OF_THE_PLUGIN = "This plugin does not support"
"""Said by Qt's offscreen plugin of lists that open over a field."""


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning or worse in the log, unless the test read it and called ``caplog.clear()``."""
    yield
    records = [
        record
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and not record.getMessage().startswith(_OF_THE_PLUGIN)
    ]
    if records:
        lines = [f"{record.pathname}:{record.lineno} {record.getMessage()}" for record in records]
        pytest.fail("unexpected log:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a test leaves a thread or, if it used Qt, a job of the pool, an active timer or a window."""
    threads = set(threading.enumerate())
    qt = uses_qt(request.node)
    if qt:
        leaks.set_aside()
    windows = set(leaks.windows()) if qt else set()
    yield
    left = leaks.leaked_threads(threads) + (leaks.leaked_qt_objects(windows) if qt else [])
    if left:
        pytest.fail("left behind:\n" + "\n".join(left), pytrace=False)
