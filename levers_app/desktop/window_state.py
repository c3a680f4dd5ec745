"""What the window finds again at the next start: its place, its text size, its colours.

A file of its own, read by Qt: it is needed before the window shows, when nothing of SQLite is imported yet.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from levers_app.desktop.look import Mode

_MODES: tuple[Mode, ...] = ("system", "light", "dark")


class WindowState(NamedTuple):
    """State of a window; anything unreadable counts as never set.

    Attributes:
        geometry: Qt's own description of place and size.
        list_width: width of the list in pixels, 0 for the usual one.
        mode: colours; ``zoom``: factor of the text size.
    """

    geometry: bytes = b""
    list_width: int = 0
    mode: Mode = "system"
    zoom: float = 1.0


def load_state(path: Path) -> WindowState:
    """Return the state kept in ``path``, or the usual one."""
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    geometry = kept.value("geometry")
    mode = kept.value("mode")
    return WindowState(
        geometry=bytes(geometry.data()) if isinstance(geometry, QByteArray) else b"",
        list_width=int(_number(kept.value("list_width"), 0)),
        mode=next((known for known in _MODES if known == mode), "system"),
        zoom=_number(kept.value("zoom"), 1.0),
    )


def save_state(path: Path, state: WindowState) -> None:
    """Keep ``state`` in ``path``, readable by its owner only; a disk that refuses loses nothing but this."""
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    for name, value in state._asdict().items():
        kept.setValue(name, QByteArray(value) if isinstance(value, bytes) else value)
    kept.sync()
    with suppress(OSError):
        path.chmod(0o600)


def _number(value: object, usual: float) -> float:
    try:
        number = float(str(value))
    except ValueError:
        return usual
    return number if 0 <= number <= 10_000 else usual
