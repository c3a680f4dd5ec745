"""Rows are as high as their texts at the width that the list has now."""

from levers_app.desktop.row_list import RowList
from levers_app.desktop.rows import ListRow
from levers_app.desktop.theme import Theme


def test_rows_are_laid_out_again_at_another_width(qtbot):
    view = RowList(Theme(dark=False, scale=1.0), "Liste")
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.set_rows([ListRow(f"lever:{n}", "surete", "Levier", title=(("mot " * 15, False),)) for n in range(40)])
    first, second = view.rows.index(0), view.rows.index(1)
    wide = view.visualRect(first).height()
    view.resize(400, 600)
    qtbot.waitUntil(lambda: view.visualRect(second).top() == view.visualRect(first).bottom() + 1 > wide)
