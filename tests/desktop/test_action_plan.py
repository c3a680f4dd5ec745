"""A plan of action, made of a diagnosis and filled in at the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem, TextItem
from levers_app.desktop.program import Program
from levers_app.desktop.situation_note import action_plan, plan_note
from tests.desktop.helpers import press as press_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press, settle, type_keys
from tests.desktop.notes import ALT, CTRL, SHIFT, choose, come_back, notes, page
from tests.desktop.plans import HALLS, kept, plan_of

# -- made of a diagnosis


def test_a_diagnosis_becomes_a_plan_of_action(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("situation")
    settle(qtbot, program)
    shown = program.window.workspace.advice.situation.page
    shown.show_description(HALLS)
    shown.form.edited.emit()
    settle(qtbot, program)
    shown.show_tab("plan")
    press_button(qtbot, shown, "En faire un plan d’actions")
    settle(qtbot, program)
    (brief,) = notes(program)
    assert brief.name == "Plan d’actions\u00a0: halls occupés et trafic"
    actions = kept(program)
    assert [action.lever for action in actions] == ["mediation-sociale"] * 7 + ["videoprotection"] * 8
    assert shown_text(page(program).side.pane).count("15 actions à faire") == 1
    assert page(program).side.pane.list.rows.rowCount() == 15


def test_levers_in_place_are_of_the_diagnosis_and_have_no_steps_to_take(program: Program) -> None:
    assert program.services is not None
    brief = action_plan(program.services, HALLS)
    texts = [getattr(item, "text", "") for item in brief.items]
    assert "Déjà en place\u00a0: GLTD" in texts[0]
    assert [text.split("\n")[0] for text in texts if text] == [
        "## Diagnostic",
        "## Objectifs",
        "## Qui porte, qui paie",
        "## Suivi",
    ]
    (item,) = [item for item in brief.items if isinstance(item, ActionsItem)]
    assert "gltd" not in {action.lever for action in item.actions}
    assert item.territory == "qpv"


def test_a_plan_of_levers_in_place_alone_offers_no_steps(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("situation")
    settle(qtbot, program)
    shown = program.window.workspace.advice.situation.page
    shown.show_description(replace(HALLS, chosen=()))
    shown.form.edited.emit()
    settle(qtbot, program)
    shown.show_tab("plan")
    assert "En faire un plan d’actions" not in shown_text(shown)


@pytest.mark.parametrize(("territory", "told"), [("hors-qpv", "Fermé hors QPV"), ("inconnu", "À vérifier\u00a0: QPV")])
def test_paper_says_what_the_territory_closes(program: Program, territory: str, told: str) -> None:
    assert program.services is not None
    for note in (action_plan, plan_note):
        brief = note(program.services, replace(HALLS, territory=territory))
        text = "\n".join(item.text for item in brief.items if isinstance(item, TextItem))
        assert any(line.endswith(f"**{told}.**") for line in text.splitlines())


# -- filled in


def test_an_action_is_filled_in_at_the_keyboard(qtbot: QtBot, program: Program) -> None:
    plan_of(program, Action("Cadrer"), Action("Former"))
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return)  # from what the note is made of to the actions
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    type_keys(qtbot, " les agents")
    press(qtbot, program, Qt.Key.Key_Tab)
    press(qtbot, program, Qt.Key.Key_Tab)
    type_keys(qtbot, "DRH")
    press(qtbot, program, Qt.Key.Key_Tab)
    type_keys(qtbot, "mars 2027")
    settle(qtbot, program)
    assert kept(program) == (Action("Cadrer"), Action("Former les agents", who="DRH", when="mars 2027"))
    press(qtbot, program, Qt.Key.Key_Escape)
    assert page(program).side.pane.list.hasFocus()
    assert "À faire · DRH · mars 2027" in page(program).side.pane.list.rows.rows[1].detail
    press(qtbot, program, Qt.Key.Key_Escape)
    assert page(program).contents.list.hasFocus()


def test_typing_is_taken_back_field_by_field(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer"))
    settle(qtbot, program)
    pane.form.take_focus()
    type_keys(qtbot, " tout")
    press(qtbot, program, Qt.Key.Key_Escape)
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert kept(program) == (Action("Cadrer"),)
    press(qtbot, program, Qt.Key.Key_Z, CTRL | SHIFT)
    assert kept(program) == (Action("Cadrer tout"),)


def test_actions_are_moved_added_copied_and_removed(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Un", lever="clspd"), Action("Deux", lever="clspd"))
    settle(qtbot, program)
    pane.take_focus()
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert [action.what for action in kept(program)] == ["Deux", "Un"]
    press(qtbot, program, Qt.Key.Key_Insert)
    type_keys(qtbot, "Trois")
    settle(qtbot, program)
    assert kept(program)[2] == Action("Trois", lever="clspd")
    pane.bar.own_wanted.emit()
    type_keys(qtbot, "A nous")
    settle(qtbot, program)
    assert kept(program)[3] == Action("A nous")
    press(qtbot, program, Qt.Key.Key_Escape)
    press(qtbot, program, Qt.Key.Key_Delete)
    pane.take_focus()
    pane.list.choose(0)
    pane.list.menu_wanted.emit(0, pane.mapToGlobal(pane.rect().center()))
    choose(qtbot, program, "Dupliquer")
    assert [action.what for action in kept(program)] == ["Deux", "Deux", "Un", "Trois"]
    come_back(qtbot, program)
    pane.take_focus()
    press(qtbot, program, Qt.Key.Key_Delete)
    assert [action.what for action in kept(program)] == ["Deux", "Un", "Trois"]
    assert "est retirée du plan" in shown_text(program.window)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert len(kept(program)) == 4


def test_how_far_an_action_is_is_chosen_from_its_row(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Un"), Action("Deux"))
    settle(qtbot, program)
    pane.list.menu_wanted.emit(1, pane.mapToGlobal(pane.rect().center()))
    choose(qtbot, program, "Faite")
    assert [action.state for action in kept(program)] == ["todo", "done"]
    assert "2 actions\u00a0: 1 à faire, 1 faite" in shown_text(pane)
