"""Filters and orders of the real lists: what each page offers, kept by back and forward and in saved searches."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from levers_app.catalogue.records import Card
from levers_app.desktop.chips import Chip
from levers_app.desktop.program import Program
from levers_app.desktop.results_pane import ResultsPane
from levers_app.desktop.value_list import ValueList
from levers_app.search.fields import folded
from tests.desktop.helpers import child, shown_text
from tests.desktop.helpers import press as click
from tests.desktop.journeys import press, settle, titles, type_words

ALT = Qt.KeyboardModifier.AltModifier


def pane(program: Program) -> ResultsPane:
    """Head and list."""
    return program.window.workspace.browse.results


def go(qtbot: QtBot, program: Program, page: str) -> None:
    """Open a page of the navigation."""
    program.window.nav.page_requested.emit(page)
    settle(qtbot, program)


def chips(program: Program) -> list[str]:
    """What the visible chips say."""
    return [chip.text() for chip in pane(program).facets.findChildren(Chip) if chip.isVisible()]


def focus_chip(program: Program, facet: str) -> None:
    """Give the keyboard to the chip of a filter."""
    next(chip for chip in pane(program).findChildren(Chip) if chip.property("facet") == facet).setFocus()


def said(program: Program) -> list[str]:
    """The values of the open filter, as a screen reader says them."""
    model = child(pane(program), ValueList).model()
    return [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]


def write(qtbot: QtBot, program: Program, words: str) -> None:
    """Write into the field that has the keyboard."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    qtbot.keyClicks(focus, words)
    settle(qtbot, program)


def test_the_list_of_levers_offers_three_filters(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "levers")
    assert chips(program) == ["Famille", "Situation", "Preuves"]


def test_the_list_of_examples_offers_three_filters_and_six_more(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    usual, further = ["Situation", "Résultat", "Levier"], ["Territoire", "Intensité", "Période", "Région"]
    assert chips(program) == [*usual, "Plus"]
    click(qtbot, pane(program), "Plus")
    assert chips(program) == [*usual, *further, "Département", "Famille", "Moins"]


def test_a_filter_without_any_value_here_is_not_offered(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "hall")
    assert chips(program) == ["Famille", "Situation", "Résultat", "Plus"]
    pane(program).filters_changed.emit({"kind": ("lever",)})
    settle(qtbot, program)
    assert "Résultat" not in chips(program)


def test_a_department_is_found_by_name_chosen_and_kept_by_back_and_forward(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    click(qtbot, pane(program), "Plus")
    focus_chip(program, "department")
    press(qtbot, program, Qt.Key.Key_Down)
    write(qtbot, program, "seine st")
    assert said(program) == []
    write(qtbot, program, "\b\bsaint")
    assert said(program) == ["Seine-Saint-Denis (93), 5"]
    press(qtbot, program, Qt.Key.Key_Return)
    press(qtbot, program, Qt.Key.Key_Space)
    kept = titles(program)
    assert (len(kept), said(program)) == (5, ["Seine-Saint-Denis (93), 5, choisi"])
    assert child(pane(program), ValueList).hasFocus()
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert "Département" in chips(program)
    press(qtbot, program, Qt.Key.Key_Right, ALT)
    assert ("Seine-Saint-Denis (93)" in chips(program), titles(program)) == (True, kept)


def test_escape_folds_the_values_and_the_keyboard_is_on_the_chip(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    focus_chip(program, "outcome")
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Chip)
    assert (focus.property("facet"), child(pane(program), ValueList).isVisible()) == ("outcome", False)


def test_values_add_up_inside_a_filter_and_cut_down_between_filters(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    pane(program).filters_changed.emit({"outcome": ("negatif", "mitige"), "period": ("avant-2015",)})
    settle(qtbot, program)
    rows = pane(program).list.rows.rows
    assert {row.note for row in rows} == {"N’a pas marché", "Mitigé"}
    assert "Résultats mitigés ou N’a pas marché, et Avant 2015" in shown_text(pane(program))
    click(qtbot, pane(program), "Effacer les filtres")
    settle(qtbot, program)
    assert program.window.navigator.place.filters == {}
    assert "113 exemples" in shown_text(pane(program))


def test_levers_are_found_by_their_sigle_the_most_frequent_first(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    focus_chip(program, "lever")
    press(qtbot, program, Qt.Key.Key_Down)
    counts = [int(value.rpartition(", ")[2]) for value in said(program)]
    assert counts == sorted(counts, reverse=True)
    write(qtbot, program, "gpo")
    assert [value.rpartition(", ")[0] for value in said(program)] == ["GPO"]


def test_a_chip_tells_what_its_value_is_about(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    pane(program).filters_changed.emit({"territory": ("inconnu", "qpv")})
    settle(qtbot, program)
    assert "Territoire\u00a0: QPV\u00a0+1" in chips(program)


def test_escape_empties_the_field_first(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    focus_chip(program, "lever")
    press(qtbot, program, Qt.Key.Key_Down)
    write(qtbot, program, "gpo")
    press(qtbot, program, Qt.Key.Key_Escape)
    assert len(said(program)) == 45
    press(qtbot, program, Qt.Key.Key_Escape)
    assert not child(pane(program), ValueList).isVisible()


def test_intensity_and_period_are_words(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "cases")
    click(qtbot, pane(program), "Plus")
    focus_chip(program, "intensity")
    press(qtbot, program, Qt.Key.Key_Down)
    assert said(program) == ["Troubles installés, 1", "Emprise partielle, 12", "Emprise forte, 9"]
    focus_chip(program, "period")
    press(qtbot, program, Qt.Key.Key_Down)
    assert [value.partition(", ")[0] for value in said(program)] == [
        "Depuis 2024",
        "2020–2023",
        "2015–2019",
        "Avant 2015",
    ]


def orders(program: Program) -> list[str]:
    """The orders that the button offers."""
    button = next(b for b in pane(program).findChildren(QToolButton) if b.text().startswith("tri"))
    return [action.text() for action in button.menu().actions()]


def sorted_by(program: Program) -> str:
    """The present order, as a screen reader says it."""
    return next(b for b in pane(program).findChildren(QToolButton) if b.text().startswith("tri")).accessibleName()


def test_relevance_is_an_order_only_where_there_are_words(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "hall")
    assert orders(program) == ["Par pertinence", "Par date", "Par lieu", "Par titre"]
    assert sorted_by(program) == "Tri, par pertinence"
    assert pane(program).list.accessibleName().endswith("résultats, par pertinence")
    pane(program).filters_changed.emit({"outcome": ("negatif",)})
    settle(qtbot, program)
    program.window.focus_search()  # which selects the words
    press(qtbot, program, Qt.Key.Key_Backspace)
    assert (orders(program), sorted_by(program)) == (["Par date", "Par lieu", "Par titre"], "Tri, par titre")
    assert titles(program) == sorted(titles(program), key=folded)


@pytest.mark.parametrize("name", ["date", "place", "title"])
def test_examples_are_sorted(qtbot: QtBot, program: Program, name: str) -> None:
    go(qtbot, program, "cases")
    pane(program).sort_changed.emit(name)
    settle(qtbot, program)
    assert program.services is not None
    cards = program.services.base.reader.cards_of([row.id for row in pane(program).list.rows.rows]).values()
    keys = [_KEYS[name](card) for card in cards]
    assert keys == sorted(keys)


_KEYS: Mapping[str, Callable[[Card], tuple[Any, ...]]] = {
    "date": lambda card: (-(card.end or card.start or 0),),
    "place": lambda card: (not card.place, folded(card.place)),
    "title": lambda card: (folded(card.title),),
}


def test_a_filter_opened_by_the_mouse_takes_what_is_typed(qtbot: QtBot, program: Program) -> None:
    go(qtbot, program, "levers")
    chip = next(chip for chip in pane(program).findChildren(Chip) if chip.property("facet") == "problem")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    settle(qtbot, program)
    write(qtbot, program, "hall")
    assert said(program)
    assert all("hall" in folded(value) for value in said(program))
