"""Doing what a person does, and looking at what a person sees."""

import gc
import weakref
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

Kind = TypeVar("Kind", bound=QWidget)


def press(qtbot: QtBot, inside: QWidget, label: str) -> None:
    """Click the visible button that reads ``label``."""
    buttons = [b for b in inside.findChildren(QAbstractButton) if b.text().replace("&", "") == label and b.isVisible()]
    assert buttons, f"no visible button « {label} »"
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def shown_text(inside: QWidget) -> str:
    """All words of the visible labels and buttons."""
    parts = [w for w in inside.findChildren(QWidget) if isinstance(w, QLabel | QAbstractButton) and w.isVisible()]
    return "\n".join(part.text() for part in parts)


def child(inside: QWidget, kind: type[Kind]) -> Kind:
    """The only part of this kind."""
    (found,) = inside.findChildren(kind)
    return found


def open_windows(title: str) -> list[QWidget]:
    """The visible windows with this title."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowTitle() == title]


def open_dialog(kind: type[Kind]) -> Kind:
    """The only visible window of this kind."""
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
    return found


def clipboard() -> str:
    """What a person would paste."""
    return QApplication.clipboard().text()


def dies_when_closed(holder: list[Any]) -> bool:
    """Close the only widget in ``holder``; true when both its halves are gone, without the garbage collector."""
    gc.disable()
    try:
        dead = weakref.ref(holder[0])
        holder.pop().close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return dead() is None
    finally:
        gc.enable()
