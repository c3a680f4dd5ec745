"""The actions of a plan beside their note: what stands in front, where the keyboard is, what is followed."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.actions import MOST_ACTIONS, Action
from levers_app.catalogue.brief import ActionsItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.desktop.place import BRIEF_MARK
from levers_app.desktop.program import Program
from tests.desktop.helpers import press as press_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press, settle, type_keys
from tests.desktop.notes import ALT, CTRL, choose, come_back, notes, page
from tests.desktop.plans import kept, plan_of


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
    pane.list.remove_wanted.emit(0)
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
