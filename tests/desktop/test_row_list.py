"""Rows are as high as their texts at the width that the list has now."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.desktop.row_delegate import RowDelegate
from levers_app.desktop.row_list import RowList
from levers_app.desktop.rows import ListRow, Marked
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


def height_of(view: RowList, title: str) -> int:
    view.set_rows([ListRow("lever:a", "surete", "Levier", title=((title, False),))])
    return view.visualRect(view.rows.index(0)).height()


@given(
    words=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)  # no record holds controls
    | st.lists(st.sampled_from(["hall", "résidentialisation", "l’", "–", "مرحبا", "🏢"])).map(" ".join)
)
@settings(max_examples=200)
def test_a_row_has_room_for_the_lines_that_are_painted(qapp: QApplication, words: str) -> None:
    view = RowList(Theme(), "Liste")
    view.resize(300, 400)
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    title: Marked = ((words, False),)
    assert delegate.lines(title, "card_title", 260.0) >= delegate.laid_out(title, "card_title", 260.0).lineCount()
    view.deleteLater()


def test_what_breaks_a_line_in_a_text_breaks_none_in_a_row(qtbot: QtBot) -> None:
    view = RowList(Theme(), "Liste")
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    assert height_of(view, "Un\u2028hall\nlibre") == height_of(view, "Un hall libre")


def test_a_compact_list_stays_as_high_as_its_rows_at_another_width(qtbot: QtBot) -> None:
    view = RowList(Theme(), "Liste", compact=True)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.set_rows([ListRow(f"lever:{n}", "surete", "Levier", title=(("mot " * 12, False),)) for n in range(4)])
    wide = view.height()
    view.resize(200, view.height())
    rows = [view.sizeHintForRow(n) for n in range(4)]
    assert view.height() == sum(rows) > wide
