"""What the sheets have for a plan of action: steps, what a field takes over, what can carry and pay."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from levers_app.catalogue.actions import CARRIERS, Action
from levers_app.catalogue.brief import ActionsItem, TextItem
from levers_app.desktop.action_options import ActionOptions
from levers_app.desktop.action_rows import changed
from levers_app.desktop.action_sheets import steps_of
from levers_app.desktop.choice_box import ChoiceBox
from levers_app.desktop.program import Program
from tests.desktop.helpers import child, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle, type_keys, type_words
from tests.desktop.notes import CTRL, choose, notes, page
from tests.desktop.plans import kept, offered, plan_of


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
    pane = plan_of(program, Action("Cadrer", lever="mediation-sociale"), territory=territory)
    settle(qtbot, program)
    entries = offered(pane, "carried")
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
    pane = plan_of(program, Action("Cadrer", lever="mediation-sociale"), territory="lune")
    settle(qtbot, program)
    assert any("si le site est en QPV" in entry.toolTip() for entry in offered(pane, "carried"))
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
