"""The filters above a list: their words and counts have room, whatever the size of text and window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.browse_page import BrowsePage
from levers_app.desktop.chips import Chip, CountTab
from levers_app.desktop.facet_bar import FacetBar
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.rows import Facet, FacetValue
from levers_app.desktop.theme import Theme

FAMILIES = ("Sûreté", "Aménagement", "Présence humaine", "Partenariat", "Développement social", "Observation")
MANY = tuple(f"Situation numéro {n}" for n in range(1, 21))
SCALES = [0.85, 1.0, 1.5, 2.0]


def facet(name: str, labels: tuple[str, ...]) -> Facet:
    """A filter with a mark and a count of two figures for each value."""
    return Facet(name, name.capitalize(), tuple(FacetValue(label, label, 11, "surete") for label in labels))


@pytest.fixture(params=SCALES)
def bar(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[FacetBar]:
    """Two filters, in a list 400 px wide and a window 420 px high, at every size of text."""
    theme = Theme(scale=request.param)
    qapp.setFont(theme.font("ui"))
    qapp.setStyleSheet(theme.stylesheet())
    window = QWidget()
    qtbot.addWidget(window)
    bar = FacetBar(theme, window)
    rest = QWidget(window)
    rest.setMinimumHeight(theme.px(64))
    layout = QVBoxLayout(window)
    layout.setContentsMargins(20, 20, 20, 20)
    layout.addWidget(bar)
    layout.addWidget(rest, 1)
    window.resize(400 if request.param <= 1 else 1100, 420)
    bar.show_facets((facet("family", FAMILIES), facet("problem", MANY)), {})
    window.show()
    qtbot.waitExposed(window)
    yield bar
    qapp.setStyleSheet("")
    qapp.setFont(Theme().font("ui"))


def chip(bar: FacetBar, name: str) -> Chip:
    """The chip of a filter."""
    return next(found for found in bar.findChildren(Chip) if found.property("facet") == name)


def opened(qtbot: QtBot, bar: FacetBar, name: str) -> list[tuple[QCheckBox, QLabel]]:
    """Open a filter; return its boxes, each with its count."""
    qtbot.mouseClick(chip(bar, name), Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    qtbot.wait(1)
    counts = [label for label in bar.findChildren(QLabel) if label.text() == "11" and label.isVisible()]
    boxes = [box for box in bar.findChildren(QCheckBox) if box.isVisible()]
    return list(zip(boxes, counts, strict=True))


@pytest.mark.parametrize("name", ["family", "problem"])
def test_words_and_counts_have_room(qtbot: QtBot, bar: FacetBar, name: str) -> None:
    for box, count in opened(qtbot, bar, name):
        assert box.width() >= box.sizeHint().width(), box.text()
        assert box.height() >= box.sizeHint().height(), box.text()
        assert count.x() + count.width() - count.sizeHint().width() >= box.x() + box.sizeHint().width() + 6, box.text()


def test_values_beyond_the_window_are_reached_by_tab(qtbot: QtBot, bar: FacetBar) -> None:
    pairs = opened(qtbot, bar, "problem")
    last = pairs[-1][0]
    pairs[0][0].setFocus()
    for _ in pairs[1:]:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_the_cross_and_suppr_drop_a_filter(qtbot: QtBot, bar: FacetBar) -> None:
    facets = (facet("family", FAMILIES), facet("problem", MANY))
    for drop in (_click_cross, _press_delete):
        bar.show_facets(facets, {"family": ("Sûreté",), "problem": (MANY[0],)})
        changed = QSignalSpy(bar.changed)
        drop(qtbot, chip(bar, "family"))
        assert changed.at(0) == [{"problem": (MANY[0],)}]


def _click_cross(qtbot: QtBot, chip: Chip) -> None:
    qtbot.wait(1)  # the chip takes its new width
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, chip.height() // 2))


def _press_delete(qtbot: QtBot, chip: Chip) -> None:
    qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_a_filter_is_a_button_that_says_whether_it_is_open(qtbot: QtBot, bar: FacetBar) -> None:
    family = chip(bar, "family")
    interface = QAccessible.queryAccessibleInterface(family)
    assert interface.role() == QAccessible.Role.Button
    assert family.accessibleName() == "Filtre Family"
    opened(qtbot, bar, "family")
    assert family.accessibleName() == "Filtre Family, ouvert"


def test_kinds_are_one_choice_of_several(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    tabs = [CountTab(kind, kind, Theme(), parent) for kind in ("levier", "exemple")]
    tabs[0].click()
    tabs[1].click()
    assert [tab.isChecked() for tab in tabs] == [False, True]
    assert {QAccessible.queryAccessibleInterface(tab).role() for tab in tabs} == {QAccessible.Role.RadioButton}


def test_a_screen_reader_meets_the_list_before_the_sheet(qtbot: QtBot) -> None:
    page = BrowsePage(Theme())
    qtbot.addWidget(page)
    order = [child for child in page.findChildren(QWidget) if child in {page.results, page.sheet}]
    assert order == [page.results, page.sheet]


def test_kinds_on_two_lines_stand_close(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, spacing=16, close=True)
    tabs = [CountTab(kind, kind, Theme(), parent) for kind in ("levier", "exemple", "texte")]
    for tab in tabs:
        flow.addWidget(tab)
    assert flow.heightForWidth(tabs[0].sizeHint().width() + 40) == 3 * tabs[0].sizeHint().height()
