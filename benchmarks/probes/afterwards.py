"""Hears when what was shown is painted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

SOON = Qt.EventPriority.HighEventPriority.value
"""As soon as the present event is dealt with."""
AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1
"""Once all events that wait are dealt with, those that paint included."""


class Afterwards(QObject):
    """Calls a function a little later, before any timer."""

    def __init__(self, when: int, function: Callable[[], None], parent: QObject) -> None:
        """``when`` is :data:`SOON` or :data:`AFTER_PAINTING`; ``function`` is called once for each :meth:`ask`."""
        super().__init__(parent)
        self._when = when
        self._function = function

    def ask(self) -> None:
        """Take a place in the queue."""
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), self._when)

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        """It is our turn."""
        self._function()
