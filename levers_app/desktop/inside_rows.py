"""Rows on screen whose words stay inside: lists name restricted examples, and drafts that no guard has read."""

from PySide6.QtGui import QKeyEvent, QKeySequence


def is_copying(event: QKeyEvent) -> bool:
    """Tell whether a key is to copy: Qt would put the title of a row on the clipboard, whatever record it names."""
    return event.matches(QKeySequence.StandardKey.Copy)
