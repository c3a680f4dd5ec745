"""A plan of action, from the diagnosis to the last cell, at the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.catalogue.actions import MOST_ACTIONS, Action
from levers_app.catalogue.brief import ActionsItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.desktop.actions_pane import ActionsPane
from levers_app.desktop.place import BRIEF_MARK
from levers_app.desktop.program import Program
from levers_app.desktop.situation_note import action_plan
from levers_app.desktop.situation_state import Description, Trouble
from tests.desktop.helpers import press as press_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press, settle, type_keys, type_words
from tests.desktop.notes import ALT, CTRL, SHIFT, choose, come_back, notes, page

HALLS = Description(
    (Trouble("occupation-halls", 4), Trouble("trafic-stupefiants", 3)),
    "qpv",
    present=("gltd",),
    chosen=("mediation-sociale", "videoprotection"),
)


def plan_of(program: Program, *actions: Action) -> ActionsPane:
    """Open a note with these actions, and return what shows them."""
    assert program.services is not None
    brief = new_brief(MODELS["plan"], [ActionsItem(actions, territory="qpv")], name="Plan")
    program.services.briefs.keep(brief)
    program.window.navigator.open(BRIEF_MARK + brief.id)
    return page(program).pane


def kept(program: Program) -> tuple[Action, ...]:
    """The actions as they stand in the file."""
    page(program)
    (brief, *_) = notes(program)
    (item,) = [item for item in brief.items if isinstance(item, ActionsItem)]
    return item.actions


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
    assert shown_text(page(program).pane).count("15 actions à faire") == 1
    assert page(program).pane.list.rows.rowCount() == 15


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
    assert page(program).pane.list.hasFocus()
    assert "À faire · DRH · mars 2027" in page(program).pane.list.rows.rows[1].detail
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


# -- what the sheets propose


def test_the_steps_of_a_lever_are_taken_over(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program)
    settle(qtbot, program)
    assert "Aucune action pour l’instant" in shown_text(pane)
    press_button(qtbot, pane, "Reprendre les étapes d’un levier")
    type_words(qtbot, program, "videoprotection")
    press(qtbot, program, Qt.Key.Key_Return)
    settle(qtbot, program)
    actions = kept(program)
    assert len(actions) == 8
    assert {action.lever for action in actions} == {"videoprotection"}
    assert program.window.focusWidget() is pane.list


def test_a_field_takes_over_what_the_sheet_has_and_only_once(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer", lever="videoprotection", who="Moi"))
    settle(qtbot, program)
    (button,) = [b for key, b in pane.form._takers.items() if key == "who"]
    assert button.isVisible()
    entries = button.menu().actions()
    entries[0].trigger()
    entries[0].trigger()
    settle(qtbot, program)
    first = entries[0].toolTip()
    assert kept(program)[0].who == f"Moi, {first}"


@pytest.mark.parametrize(("territory", "told"), [("qpv", True), ("hors-qpv", False)])
def test_what_can_pay_depends_on_the_territory_of_the_plan(
    qtbot: QtBot, program: Program, territory: str, told: bool
) -> None:
    assert program.services is not None
    item = ActionsItem((Action("Cadrer", lever="mediation-sociale"),), territory=territory)
    brief = new_brief(MODELS["plan"], [item], name="Plan")
    program.services.briefs.keep(brief)
    program.window.navigator.open(BRIEF_MARK + brief.id)
    settle(qtbot, program)
    menu = page(program).pane.form._takers["carried"].menu()
    assert any("Adultes-relais" in entry.toolTip() for entry in menu.actions()) == told


def test_an_action_of_ones_own_has_no_sheet_to_take_from(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("À nous"), Action("Cadrer", lever="videoprotection"))
    settle(qtbot, program)
    assert "De la fiche…" not in shown_text(pane)
    pane.list.choose(1)
    settle(qtbot, program)
    assert "De la fiche…" in shown_text(pane)
    pane.list.choose(0)
    settle(qtbot, program)
    assert "De la fiche…" not in shown_text(pane)


# -- beside the pages


def test_actions_stand_beside_their_item_and_pages_beside_the_others(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer"))
    settle(qtbot, program)
    assert pane.isVisible()
    press(qtbot, program, Qt.Key.Key_Up)
    assert not pane.isVisible()
    press(qtbot, program, Qt.Key.Key_Down)
    assert pane.isVisible()
    press_button(qtbot, pane, "Voir les pages")
    assert not pane.isVisible()
    press_button(qtbot, page(program), "Modifier les actions")
    assert pane.isVisible()
    assert pane.list.hasFocus()


def test_a_table_of_actions_is_added_to_any_note(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    brief = new_brief(MODELS["dossier"], name="Dossier")
    program.services.briefs.keep(brief)
    program.window.navigator.open(BRIEF_MARK + brief.id)
    settle(qtbot, program)
    page(program).contents.add_actions()
    settle(qtbot, program)
    press_button(qtbot, page(program).pane, "Écrire une action")
    type_keys(qtbot, "Former les gardiens")
    settle(qtbot, program)
    assert kept(program) == (Action("Former les gardiens"),)


def test_a_plan_that_is_full_says_so_and_keeps_what_it_has(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, *[Action(f"Action {n}") for n in range(MOST_ACTIONS)])
    settle(qtbot, program)
    pane.take_focus()
    press(qtbot, program, Qt.Key.Key_Insert)
    assert "1\u202f000 actions" in shown_text(program.window)
    assert len(kept(program)) == MOST_ACTIONS


def test_a_narrow_window_shows_the_actions_in_front_and_leads_back(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer"))
    settle(qtbot, program)
    program.window.resize(820, 640)
    settle(qtbot, program)
    assert not pane.isVisible()
    press(qtbot, program, Qt.Key.Key_Return)
    assert pane.isVisible()
    press_button(qtbot, pane, "Contenu")
    assert page(program).contents.list.hasFocus()


def test_the_plan_is_there_after_another_look(qtbot: QtBot, program: Program) -> None:
    plan_of(program, Action("Cadrer"))
    settle(qtbot, program)
    program.window.look.zoom_in()
    settle(qtbot, program)
    assert page(program).pane.isVisible()
    assert QApplication.focusWidget() is not None
