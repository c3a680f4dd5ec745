"""The form as a screen reader meets it: every control has a name and a role, errors are told, Tab reads the page."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Entry, ResultLine, SourceLine
from levers_app.desktop.entry_pages import PAGES
from levers_app.desktop.program import Program
from tests.desktop.entries import QUICK, page, write
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle

FULL = replace(
    QUICK,
    title="M. Dupont menacé",
    problems=("occupation-halls", "trafic-stupefiants"),
    partners=("Ville", "Police nationale"),
    results=(ResultLine("Moins de plaintes", "31"), ResultLine("Halls calmes", "", measured=True), ResultLine("Rien")),
    sources=(SourceLine("Bilan", "Office", "2021"),),
)
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.RadioButton,
}


@pytest.fixture(autouse=True)
def _reader() -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def said(widget: QWidget) -> tuple[str, str]:
    """Name and description of a control."""
    control = QAccessible.queryAccessibleInterface(widget)
    return control.text(QAccessible.Text.Name), control.text(QAccessible.Text.Description)


def controls(inside: QWidget) -> list[QWidget]:
    """What the keyboard reaches."""
    tab = Qt.FocusPolicy.TabFocus
    return [w for w in inside.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tab]


def named(program: Program, name: str) -> QWidget:
    (found,) = (w for w in controls(page(program)) if said(w)[0] == name)
    return found


@pytest.mark.parametrize("place", range(len(PAGES)))
def test_every_control_has_a_name_of_its_own_a_role_and_no_markup(qtbot: QtBot, program: Program, place: int) -> None:
    write(qtbot, program, FULL)
    page(program).show_page(place)
    settle(qtbot, program)
    names = []
    for control in controls(page(program)):
        name, description = said(control)
        assert QAccessible.queryAccessibleInterface(control).role() in ROLES
        assert name.strip()
        assert "<" not in name + description
        names.append(name)
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("place", range(len(PAGES)))
def test_tab_goes_down_the_page_as_one_reads_it(qtbot: QtBot, program: Program, place: int) -> None:
    write(qtbot, program, FULL)
    page(program).show_page(place)
    settle(qtbot, program)
    qtbot.wait(1)  # the order follows in another turn
    sheet = page(program).form.sheets[place]
    page(program).take_focus()
    boxes: list[QRect] = []
    while (focus := QApplication.focusWidget()) is not None and sheet.isAncestorOf(focus):
        boxes.append(QRect(focus.mapTo(sheet, QPoint(0, 0)), focus.size()))
        press(qtbot, program, Qt.Key.Key_Tab)
    assert boxes
    for before, after in pairwise(boxes):
        assert after.center().y() > before.bottom() or after.left() > before.left()


def test_what_is_wrong_with_a_field_is_told_with_it_until_it_is_right(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(FULL, start="hier", sources=(SourceLine("Bilan", "Office", "20x4"),)))
    page(program).go_to("start")
    assert "ne se lit pas" in said(named(program, "Début"))[1]
    page(program).go_to("sources")
    assert "quatre chiffres" in said(named(program, "Année de la source 1"))[1]
    assert "quatre chiffres" not in said(named(program, "Titre de la source 1"))[1]
    page(program).form.show_entry(FULL)
    page(program).judge()
    assert "quatre chiffres" not in said(named(program, "Année de la source 1"))[1]
    page(program).go_to("start")
    assert "ne se lit pas" not in said(named(program, "Début"))[1]


def test_a_field_says_what_is_expected_and_that_it_may_stay_empty(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    assert "une phrase qu’un collègue comprendrait" in said(named(program, "Titre"))[1]
    assert "Facultatif" not in said(named(program, "Titre"))[1]
    page(program).go_to("partners")
    told = "Facultatif. Entrée ou virgule après chacun. Flèche gauche pour aller à ce qui est choisi."
    assert said(named(program, "Partenaires"))[1] == told


def test_what_became_of_a_commune_is_told(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, Entry(commune="Zzyx-sur-Rien"))
    qtbot.waitUntil(lambda: "Commune inconnue" in said(named(program, "Commune"))[1])


def test_why_words_are_pointed_at_is_told_with_what_one_can_do(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    assert "Dupont" in said(named(program, "Retirer M. Dupont"))[1]


def test_rows_are_counted_again_after_one_went(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    page(program).go_to("results")
    qtbot.mouseClick(named(program, "Retirer la ligne 1"), Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert said(named(program, "Résultat 1"))[0] == "Résultat 1"
    assert [r.statement for r in page(program).form.entry().results] == ["Halls calmes", "Rien"]


def test_the_keyboard_stays_in_the_field_whose_chip_went(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    named(program, "Situations rencontrées").setFocus()
    press(qtbot, program, Qt.Key.Key_Left)
    chip = QApplication.focusWidget()
    assert chip is not None
    assert said(chip)[0] == "Retirer Trafic de stupéfiants"
    press(qtbot, program, Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert said(focus)[0] == "Situations rencontrées"
    press_button(qtbot, program.window, "Annuler")
