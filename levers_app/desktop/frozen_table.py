"""How tables whose heads stay in place are set up: they are read cell by cell, never edited."""

from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView


def set_up(table: QTableView, columns: QHeaderView, rows: QHeaderView) -> None:
    """Give ``table`` the heads of its ``columns`` and ``rows``, and the manners of such tables."""
    table.setHorizontalHeader(columns)
    table.setVerticalHeader(rows)
    for heads in (columns, rows):
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
