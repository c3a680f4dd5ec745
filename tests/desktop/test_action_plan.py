"""A plan of action, from the diagnosis to the last cell, at the keyboard."""

from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.actions import CARRIERS, MOST_ACTIONS, TEXTS, Action
from levers_app.catalogue.brief import ActionsItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.catalogue.draft import Entry, new_draft
from levers_app.desktop.action_options import ActionOptions
from levers_app.desktop.action_rows import changed
from levers_app.desktop.action_sheets import steps_of
from levers_app.desktop.actions_pane import ActionsPane
from levers_app.desktop.choice_box import ChoiceBox
from levers_app.desktop.place import BRIEF_MARK
from levers_app.desktop.program import Program
from levers_app.desktop.situation_note import action_plan, plan_note
from levers_app.desktop.situation_state import Description, Trouble
from tests.desktop.helpers import child, shown_text
from tests.desktop.helpers import press as press_button
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
    return page(program).side.pane


def offered(pane: ActionsPane, field: str) -> list[QAction]:
    """What the sheet has for a field, as its menu offers it."""
    name = f"{TEXTS[field]}\u00a0: reprendre de la fiche"
    (button,) = [each for each in pane.findChildren(QPushButton) if each.accessibleName() == name]
    assert button.isVisible()
    return button.menu().actions()


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
    entries = offered(pane, "who")
    entries[0].trigger()
    entries[0].trigger()
    settle(qtbot, program)
    assert kept(program)[0].who == f"Moi, {entries[0].text()}"
    type_keys(qtbot, " et nous")
    settle(qtbot, program)
    assert kept(program)[0].who == f"Moi, {entries[0].text()} et nous"


@pytest.mark.parametrize("field", ["who", "partners"])
def test_what_a_field_took_over_is_taken_back(qtbot: QtBot, program: Program, field: str) -> None:
    pane = plan_of(program, changed((Action("Cadrer", lever="videoprotection"),), 0, field, "Moi")[0])
    settle(qtbot, program)
    offered(pane, field)[0].trigger()
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert getattr(kept(program)[0], field) == "Moi"


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
    entries = offered(page(program).side.pane, "carried")
    assert any("Adultes-relais" in entry.toolTip() for entry in entries) == told


def test_another_territory_chosen_in_the_panel_offers_other_means(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer", lever="mediation-sociale"))
    settle(qtbot, program)
    assert any("Adultes-relais" in entry.toolTip() for entry in offered(pane, "carried"))
    options = child(page(program).contents.panel, ActionOptions)
    box = child(options, ChoiceBox)
    box.setCurrentIndex(box.findData("hors-qpv"))
    box.activated.emit(box.currentIndex())
    settle(qtbot, program)
    assert not any("Adultes-relais" in entry.toolTip() for entry in offered(pane, "carried"))


def test_means_of_another_territory_take_the_place_of_those_that_nobody_changed(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program)
    settle(qtbot, program)
    pane.steps_wanted.emit("mediation-sociale")
    settle(qtbot, program)
    pane.form.fields["carried"].editor.setPlainText("Budget de l’agence")  # type: ignore[attr-defined]
    box = child(child(page(program).contents.panel, ActionOptions), ChoiceBox)
    box.setCurrentIndex(box.findData("hors-qpv"))
    box.activated.emit(box.currentIndex())
    settle(qtbot, program)
    mine, *others = kept(program)
    assert mine.carried == "Budget de l’agence"
    assert not any("Abattement" in action.carried for action in others)
    assert "6 actions suivent" in shown_text(program.window)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert all("Abattement" in action.carried for action in kept(program)[1:])


def test_who_carries_and_pays_is_written_anew_for_the_levers_of_the_plan(qtbot: QtBot, program: Program) -> None:
    plan_of(program, Action("Cadrer", lever="videoprotection"))
    settle(qtbot, program)
    press_button(qtbot, page(program), "Refaire «\u00a0Qui porte, qui paie\u00a0»")
    settle(qtbot, program)
    texts = [item.text for item in notes(program)[0].items if isinstance(item, TextItem)]
    (said,) = [text for text in texts if text.startswith(CARRIERS)]
    assert "### Vidéoprotection des parties communes" in said
    page(program).side.pane.steps_wanted.emit("mediation-sociale")
    settle(qtbot, program)
    press_button(qtbot, page(program), "Refaire «\u00a0Qui porte, qui paie\u00a0»")
    settle(qtbot, program)
    texts = [item.text for item in notes(program)[0].items if isinstance(item, TextItem)]
    (said,) = [text for text in texts if text.startswith(CARRIERS)]
    assert "### Médiation sociale" in said


def test_the_steps_of_a_lever_become_one_action_and_no_word_is_lost(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(
        program,
        Action("Cadrer", "Avec le parquet", "clspd", who="DSU", when="mai", carried="FIPD", state="done"),
        Action("Autre"),
        Action("Former", lever="clspd", who="DRH", carried="FIPD", indicator="Agents formés"),
    )
    settle(qtbot, program)
    pane.list.menu_wanted.emit(0, pane.mapToGlobal(pane.rect().center()))
    choose(qtbot, program, "Réunir les actions de ce levier en une seule")
    whole, other = kept(program)
    assert other == Action("Autre")
    assert whole.detail == "– Cadrer\u00a0: Avec le parquet (Faite · DSU · mai)\n– Former (DRH)"
    assert (whole.who, whole.when, whole.carried, whole.state) == ("DSU, DRH", "mai", "FIPD", "doing")
    assert whole.indicator == "Agents formés"


def test_a_territory_that_the_base_does_not_know_is_one_that_nobody_said(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    item = ActionsItem((Action("Cadrer", lever="mediation-sociale"),), territory="lune")
    brief = new_brief(MODELS["plan"], [item], name="Plan")
    program.services.briefs.keep(brief)
    program.window.navigator.open(BRIEF_MARK + brief.id)
    settle(qtbot, program)
    assert any("si le site est en QPV" in entry.toolTip() for entry in offered(page(program).side.pane, "carried"))
    options = child(page(program).contents.panel, ActionOptions)
    options.take_focus()
    type_keys(qtbot, "Halls")
    settle(qtbot, program)
    (kept_item,) = [i for i in notes(program)[0].items if isinstance(i, ActionsItem)]
    assert (kept_item.title, kept_item.territory) == ("Halls", "lune")


@pytest.fixture
def held_steps(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Steps are read only once this is set."""
    go_on = Event()

    def late(*asked: Any) -> tuple[Action, ...]:
        go_on.wait(10)
        return steps_of(*asked)

    monkeypatch.setattr("levers_app.desktop.action_sheets.steps_of", late)
    return go_on


def test_steps_that_come_after_the_note_changed_are_dropped(qtbot: QtBot, program: Program, held_steps: Event) -> None:
    pane = plan_of(program, Action("Cadrer", lever="videoprotection"))
    settle(qtbot, program)
    pane.steps_wanted.emit("mediation-sociale")
    other = plan_of(program, Action("Seule"))
    qtbot.waitUntil(lambda: [action.what for action in other.shown] == ["Seule"])
    held_steps.set()
    settle(qtbot, program)
    assert [action.what for action in other.shown] == ["Seule"]
    assert "n’ont pas été reprises" in shown_text(program.window)


def test_another_look_made_meanwhile_harms_nothing(qtbot: QtBot, program: Program, held_steps: Event) -> None:
    pane = plan_of(program, Action("Cadrer", lever="videoprotection"))
    settle(qtbot, program)
    for wanted in (pane.steps_wanted, pane.sheet_wanted):
        wanted.emit("mediation-sociale")
    pane.levers_wanted.emit()
    program.window.look.zoom_in()
    qtbot.waitUntil(lambda: page(program).side.pane is not pane)
    held_steps.set()
    settle(qtbot, program)
    assert len(kept(program)) == 1


def test_steps_are_taken_over_once(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Qualifier les troubles", lever="mediation-sociale", who="Nous"))
    settle(qtbot, program)
    pane.steps_wanted.emit("mediation-sociale")
    settle(qtbot, program)
    assert len(kept(program)) == 7
    assert "6 étapes reprises" in shown_text(program.window)
    pane.steps_wanted.emit("mediation-sociale")
    settle(qtbot, program)
    assert len(kept(program)) == 7
    assert "déjà dans le plan" in shown_text(program.window)


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
    press_button(qtbot, page(program).side.pane, "Écrire une action")
    type_keys(qtbot, "Former les gardiens")
    settle(qtbot, program)
    assert kept(program) == (Action("Former les gardiens"),)


def test_a_plan_that_is_full_says_so_and_keeps_what_it_has(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, *[Action(f"Action {n}") for n in range(MOST_ACTIONS)])
    settle(qtbot, program)
    pane.take_focus()
    press(qtbot, program, Qt.Key.Key_Insert)
    assert "rien n’y a été ajouté" in shown_text(program.window)
    assert len(kept(program)) == MOST_ACTIONS


def test_a_narrow_window_shows_the_actions_in_front_and_leads_back(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer"))
    settle(qtbot, program)
    program.window.resize(820, 640)
    settle(qtbot, program)
    assert not pane.isVisible()
    press(qtbot, program, Qt.Key.Key_Return)
    assert pane.isVisible()
    program.window.navigator.go_page("levers")
    settle(qtbot, program)
    program.window.navigator.back()
    settle(qtbot, program)
    assert pane.list.hasFocus()
    press_button(qtbot, pane, "Contenu")
    assert page(program).contents.list.hasFocus()
    press_button(qtbot, page(program), "Actions")
    assert pane.list.hasFocus()
    press_button(qtbot, pane, "Voir les pages")
    assert page(program).preview.view.isVisible()


def test_the_plan_is_there_after_another_look(qtbot: QtBot, program: Program) -> None:
    plan_of(program, Action("Cadrer"), Action("Former"))
    settle(qtbot, program)
    page(program).side.pane.list.choose(1)
    page(program).side.take_focus()
    program.window.look.zoom_in()
    settle(qtbot, program)
    pane = page(program).side.pane
    assert pane.list.hasFocus()
    assert pane.list.current() == 1


def test_the_wheel_over_the_state_scrolls_and_chooses_nothing(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer"))
    settle(qtbot, program)
    turn = QPoint(0, -120)
    middle = QPointF(pane.form.state.rect().center())
    event = QWheelEvent(
        middle,
        pane.form.state.mapToGlobal(middle),
        turn,
        turn,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.form.state, event)
    settle(qtbot, program)
    assert kept(program)[0].state == "todo"


def test_a_table_that_moves_keeps_its_chosen_action_and_the_keyboard(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Un"), Action("Deux"))
    settle(qtbot, program)
    pane.list.choose(1)
    contents = page(program).contents
    contents.take_focus()
    place = contents.list.current()
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert pane.isVisible()
    assert pane.list.current() == 1
    pane.take_focus()
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert contents.list.current() == place
    assert pane.list.hasFocus()
    assert pane.list.current() == 1


def test_the_chosen_action_is_followed_when_one_above_comes_back(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Un"), Action("Deux"), Action("Trois"))
    settle(qtbot, program)
    pane.list.choose(0)
    pane.take_focus()
    press(qtbot, program, Qt.Key.Key_Delete)
    pane.list.choose(1)
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert pane.list.current() == 2
    assert pane.form.fields["what"].editor.value() == "Trois"  # type: ignore[attr-defined]


def test_typing_in_two_tables_is_taken_back_apart(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    brief = new_brief(MODELS["dossier"], [ActionsItem((Action("A"),)), ActionsItem((Action("B"),))], name="Deux")
    program.services.briefs.keep(brief)
    program.window.navigator.open(BRIEF_MARK + brief.id)
    settle(qtbot, program)
    contents, pane = page(program).contents, page(program).side.pane
    for place in (0, 1):
        contents.list.choose(place)
        pane.form.take_focus()
        type_keys(qtbot, "x")
    pane.take_focus()
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    texts = [item.actions[0].what for item in notes(program)[0].items if isinstance(item, ActionsItem)]
    assert texts == ["Ax", "B"]


def test_an_action_that_went_elsewhere_while_its_menu_was_open_is_left_alone(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Un"), Action("Deux"))
    settle(qtbot, program)
    pane.list.menu_wanted.emit(1, pane.mapToGlobal(pane.rect().center()))
    page(program).undo_wanted.emit()
    pane._remove(0)
    choose(qtbot, program, "Retirer du plan")
    assert [action.what for action in kept(program)] == ["Deux"]


def test_an_empty_plan_is_reached_by_f6(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program)
    settle(qtbot, program)
    page(program).contents.take_focus()
    press(qtbot, program, Qt.Key.Key_F6)
    assert pane.isAncestorOf(program.window.focusWidget())


def test_title_and_territory_are_reached_in_a_low_window(qtbot: QtBot, program: Program) -> None:
    plan_of(program, Action("Cadrer"))
    settle(qtbot, program)
    program.window.resize(1280, 520)
    settle(qtbot, program)
    contents = page(program).contents
    contents.list.menu_wanted.emit(contents.list.current(), contents.mapToGlobal(contents.rect().center()))
    choose(qtbot, program, "Titre et territoire…")
    come_back(qtbot, program)
    assert program.window.focusWidget() is not None
    assert program.window.focusWidget().accessibleName() == "Titre du tableau"


@pytest.mark.parametrize(("territory", "told"), [("hors-qpv", "Fermé hors QPV"), ("inconnu", "À vérifier\u00a0: QPV")])
def test_paper_says_what_the_territory_closes(program: Program, territory: str, told: str) -> None:
    assert program.services is not None
    for note in (action_plan, plan_note):
        brief = note(program.services, replace(HALLS, territory=territory))
        text = "\n".join(item.text for item in brief.items if isinstance(item, TextItem))
        assert any(line.endswith(f"**{told}.**") for line in text.splitlines())


def test_a_plan_of_action_counts_no_restricted_example(program: Program) -> None:
    services = program.services
    assert services is not None
    before = action_plan(services, HALLS).items
    entry = Entry(
        title="Un cas à ne pas dire",
        commune="Rezé",
        problems=("occupation-halls",),
        levers=("mediation-sociale", "videoprotection"),
        actions="Des rondes",
        outcome="negatif",
        confidentiality="restreint",
    )
    services.recorder.send(replace(new_draft(), entry=entry), "publie")
    assert action_plan(services, HALLS).items == before


def test_a_screen_reader_names_each_field_and_button_apart(qtbot: QtBot, program: Program) -> None:
    pane = plan_of(program, Action("Cadrer", lever="videoprotection", who="DSU", when="mai"))
    settle(qtbot, program)
    stops = [
        each for each in pane.findChildren(QWidget) if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    names = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in stops]
    assert all(names)
    assert len(names) == len(set(names))
    row = QAccessible.queryAccessibleInterface(pane.list).child(0)
    assert row.text(QAccessible.Text.Name) == "1, Cadrer. À faire · Vidéoprotection · DSU · mai"
