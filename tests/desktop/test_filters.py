"""The filters above a list: their words and counts have room, whatever the size of text and window; keys and mouse."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.browse_page import BrowsePage
from levers_app.desktop.chips import Chip, CountTab
from levers_app.desktop.facet_bar import FacetBar
from levers_app.desktop.facet_words import RULE
from levers_app.desktop.flow_layout import FlowLayout
from levers_app.desktop.program import Program
from levers_app.desktop.rows import Facet, FacetValue
from levers_app.desktop.theme import Theme
from levers_app.desktop.value_list import ValueList
from tests.desktop.helpers import child, press, shown_text
from tests.desktop.journeys import type_words

FAMILIES = ("Sûreté", "Aménagement", "Présence humaine", "Partenariat", "Développement social", "Observation")
MANY = tuple(f"Situation numéro {n}" for n in range(1, 21))
SCALES = [0.85, 1.0, 1.5, 2.0]


def facet(name: str, labels: tuple[str, ...], *, usual: bool = True, find: str = "") -> Facet:
    """A filter with a mark and a count of two figures for each value."""
    values = tuple(FacetValue(label, label, 11, "surete") for label in labels)
    return Facet(name, name.capitalize(), values, usual, find)


FACETS = (facet("family", FAMILIES), facet("problem", MANY, find="Trouver une situation"))
EIGHT = (*FACETS, *(facet(name, ("a", "b"), usual=False) for name in ("region", "period", "territory")))


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
    bar.show_facets(FACETS, {})
    window.show()
    qtbot.waitExposed(window)
    yield bar
    qapp.setStyleSheet("")
    qapp.setFont(Theme().font("ui"))


def chip(bar: FacetBar, name: str) -> Chip:
    """The chip of a filter."""
    return next(found for found in bar.findChildren(Chip) if found.property("facet") == name)


def opened(qtbot: QtBot, bar: FacetBar, name: str) -> ValueList:
    """Open a filter; return its values."""
    qtbot.mouseClick(chip(bar, name), Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    qtbot.wait(1)
    return child(bar, ValueList)


def said(values: ValueList) -> list[str]:
    """Each value as a screen reader says it."""
    model = values.model()
    return [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]


def type_here(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
    qtbot.wait(1)


@pytest.mark.parametrize("name", ["family", "problem"])
def test_words_and_counts_have_room(qtbot: QtBot, bar: FacetBar, name: str) -> None:
    values = opened(qtbot, bar, name)
    theme = Theme(scale=bar.font().pixelSize() / 15)
    metrics = QFontMetricsF(theme.font("label"))
    for n in range(values.model().rowCount()):
        index = values.model().index(n, 0)
        words = metrics.horizontalAdvance(str(index.data())) + metrics.horizontalAdvance("11")
        assert values.visualRect(index).width() >= words + theme.px(60), index.data()
        assert values.visualRect(index).right() < values.viewport().width()


def test_values_beyond_the_window_are_reached_by_the_arrows(qtbot: QtBot, bar: FacetBar) -> None:
    values = opened(qtbot, bar, "problem")
    values.setFocus()
    type_here(qtbot, *[Qt.Key.Key_Down] * len(MANY))
    index = values.currentIndex()
    assert index.row() >= len(MANY) - 2
    assert values.viewport().rect().contains(values.visualRect(index).center())


def test_values_stand_close_to_their_filters_from_the_first_opening_on(qtbot: QtBot, bar: FacetBar) -> None:
    bar.window().resize(1400, 1400)
    values = opened(qtbot, bar, "problem")
    for scale in (2.0, 1.0):
        bar.close_values()
        bar.set_theme(Theme(scale=scale))
        opened(qtbot, bar, "problem")
        qtbot.waitUntil(lambda: values.height() == values.sizeHint().height())
        field = next(box for box in bar.findChildren(QLineEdit) if box.isVisible())
        between = values.mapTo(bar, QPoint()).y() - field.mapTo(bar, field.rect().bottomLeft()).y()
        assert between <= Theme(scale=scale).px(8)


def test_a_long_filter_leaves_the_results_in_sight(qtbot: QtBot, bar: FacetBar) -> None:
    values = opened(qtbot, bar, "problem")
    rows = values.height() / values.visualRect(values.model().index(0, 0)).height()
    assert 1 < rows <= 8


def test_the_cross_and_suppr_drop_a_filter(qtbot: QtBot, bar: FacetBar) -> None:
    for drop in (_click_cross, _press_delete):
        bar.show_facets(FACETS, {"family": ("Sûreté",), "problem": (MANY[0],)})
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


def test_keys_open_a_filter_choose_values_and_go_back_to_the_chip(qtbot: QtBot, bar: FacetBar) -> None:
    chip(bar, "family").setFocus()
    type_here(qtbot, Qt.Key.Key_Space)
    assert chip(bar, "family").hasFocus()
    type_here(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Space)
    values = child(bar, ValueList)
    assert values.hasFocus()
    assert said(values)[0] == "Sûreté, 11, choisi"
    type_here(qtbot, Qt.Key.Key_Space)
    assert said(values)[0] == "Sûreté, 11"
    assert bar.close_values()
    assert chip(bar, "family").hasFocus()
    assert not values.isVisible()


def test_up_and_the_arrows_go_from_values_to_chip_to_chip(qtbot: QtBot, bar: FacetBar) -> None:
    chip(bar, "family").setFocus()
    type_here(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert chip(bar, "problem").hasFocus()
    type_here(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert chip(bar, "family").hasFocus()


def test_words_and_box_are_clicked_alike(qtbot: QtBot, bar: FacetBar) -> None:
    values, changed = opened(qtbot, bar, "family"), QSignalSpy(bar.changed)
    rect = values.visualRect(values.model().index(1, 0))
    qtbot.mouseClick(values.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert changed.at(0) == [{"family": ("Aménagement",)}]


def test_a_field_finds_among_many_values_whatever_the_accents(qtbot: QtBot, bar: FacetBar) -> None:
    bar.show_facets(FACETS, {"problem": (MANY[4],)})
    chip(bar, "problem").setFocus()
    type_here(qtbot, Qt.Key.Key_Down)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Trouver une situation"
    qtbot.keyClicks(field, "NUMERO 12")
    values, changed = child(bar, ValueList), QSignalSpy(bar.changed)
    assert said(values) == [f"{MANY[11]}, 11", f"{MANY[4]}, 11, choisi"]
    type_here(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert changed.at(0) == [{"problem": (MANY[4], MANY[11])}]
    type_here(qtbot, Qt.Key.Key_Up)
    assert field.hasFocus()
    assert bar.close_values()
    assert (field.text(), values.isVisible()) == ("", True)


def test_nothing_of_that_name_is_said(qtbot: QtBot, bar: FacetBar) -> None:
    opened(qtbot, bar, "problem")
    qtbot.keyClicks(child(bar, QLineEdit), "zzz")
    assert "Rien de ce nom ici." in shown_text(bar)


def test_further_filters_wait_behind_plus_unless_they_are_in_use(qtbot: QtBot, bar: FacetBar) -> None:
    bar.show_facets(EIGHT, {"region": ("a",)})
    assert "Plus" in shown_text(bar).splitlines()
    assert [name for name in ("region", "period", "territory") if _is_shown(bar, name)] == ["region"]
    press(qtbot, bar, "Plus")
    assert _is_shown(bar, "period")
    press(qtbot, bar, "Moins")
    assert not _is_shown(bar, "period")


def _is_shown(bar: FacetBar, name: str) -> bool:
    return any(found.isVisible() for found in bar.findChildren(Chip) if found.property("facet") == name)


def test_chips_that_come_stand_beside_the_others(qtbot: QtBot, bar: FacetBar) -> None:
    bar.show_facets(EIGHT, {})
    press(qtbot, bar, "Plus")
    qtbot.wait(1)
    shown = [found.geometry() for found in bar.findChildren(Chip) if found.isVisible()]
    assert not [one for n, one in enumerate(shown) if any(one.intersects(other) for other in shown[n + 1 :])]


def test_the_keyboard_stays_in_the_row_when_its_chip_goes(qtbot: QtBot, bar: FacetBar) -> None:
    bar.show_facets(EIGHT, {"region": ("a",)})
    chip(bar, "region").setFocus()
    type_here(qtbot, Qt.Key.Key_Delete)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Chip)
    assert focus.text() == "Plus"


def test_how_choices_combine_is_said_and_one_click_clears_them(qtbot: QtBot, bar: FacetBar) -> None:
    bar.show_facets(FACETS, {"family": ("Sûreté", "Partenariat"), "problem": (MANY[0],)})
    assert f"Sûreté ou Partenariat, et {MANY[0]}" in shown_text(bar)
    assert chip(bar, "family").text() == "Sûreté\u00a0+1"
    changed = QSignalSpy(bar.changed)
    press(qtbot, bar, "Effacer les filtres")
    assert changed.at(0) == [{}]
    assert "Effacer les filtres" not in shown_text(bar)


def test_an_open_filter_says_how_choices_combine_where_there_is_room(qtbot: QtBot, bar: FacetBar) -> None:
    opened(qtbot, bar, "family")
    assert RULE not in shown_text(bar)
    bar.window().resize(1100, 1100)
    qtbot.waitUntil(lambda: RULE in shown_text(bar))


def test_many_choices_are_told_by_their_filters(qtbot: QtBot, bar: FacetBar) -> None:
    bar.show_facets(FACETS, {"family": FAMILIES, "problem": MANY[:2]})
    assert "Family, et Problem. Dans chacun\u00a0: l’un ou l’autre." in shown_text(bar)


def test_values_are_told_with_their_count_and_whether_they_are_chosen(qtbot: QtBot, bar: FacetBar) -> None:
    bar.show_facets(FACETS, {"family": ("Sûreté",)})
    values = opened(qtbot, bar, "family")
    interface = QAccessible.queryAccessibleInterface(values)
    assert interface.text(QAccessible.Text.Name) == "Family\u00a0: l’un ou l’autre"
    states = [interface.child(n).state() for n in (0, 1)]
    assert [(bool(state.checkable), bool(state.checked)) for state in states] == [(True, True), (True, False)]


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


def test_what_is_added_to_a_line_or_taken_away_counts_at_once(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, spacing=16)
    tabs = [CountTab(kind, kind, Theme(), parent) for kind in ("levier", "exemple")]
    width, high = tabs[0].sizeHint().width() + 10, tabs[0].sizeHint().height()
    flow.addWidget(tabs[0])
    assert flow.heightForWidth(width) == high
    flow.addWidget(tabs[1])
    assert flow.heightForWidth(width) == 2 * high + 16
    flow.takeAt(1)
    assert flow.heightForWidth(width) == high


def test_kinds_on_two_lines_stand_close(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, spacing=16, close=True)
    tabs = [CountTab(kind, kind, Theme(), parent) for kind in ("levier", "exemple", "texte")]
    for tab in tabs:
        flow.addWidget(tab)
    assert flow.heightForWidth(tabs[0].sizeHint().width() + 40) == 3 * tabs[0].sizeHint().height()


def test_the_kinds_of_results_stay_on_one_line(qtbot: QtBot, program: Program) -> None:
    program.window.resize(1280, 720)
    type_words(qtbot, program, "medi")
    tabs = [tab for tab in program.window.workspace.browse.results.findChildren(CountTab) if tab.isVisible()]
    assert len(tabs) == 5
    assert len({tab.y() for tab in tabs}) == 1
    assert all(left.geometry().right() < right.x() for left, right in pairwise(tabs))
