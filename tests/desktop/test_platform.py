"""Faults of the platform that would end the program in use; each was met for real."""

import sys
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot


class _SilentModel(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None


def test_overrides_that_return_none_do_not_use_none_up(qtbot: QtBot) -> None:
    """PySide6 6.12.0 takes a reference from None at each such return; on Python 3.11 the process then aborts."""
    model = _SilentModel()
    index = model.index(0)
    before = sys.getrefcount(None)
    for _ in range(500):
        index.data(Qt.ItemDataRole.DisplayRole)
    assert sys.getrefcount(None) > before - 100
