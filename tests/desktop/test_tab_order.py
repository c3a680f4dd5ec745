"""Tab goes through all of a page, once, and comes back; Shift+Tab goes the other way round."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop import situation_answer
from levers_app.desktop.chips import CountTab
from levers_app.desktop.map_data import VIEWS
from levers_app.desktop.nav import NavButton
from levers_app.desktop.place import Place
from levers_app.desktop.program import Program
from levers_app.desktop.situation_answer import answer
from levers_app.desktop.situation_page import TABS, SituationPage
from levers_app.desktop.situation_state import Description, Trouble
from levers_app.desktop.situation_ways import none_answers
from levers_app.insight.asked import Situation
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.situation import Advice, advise
from tests.desktop.entries import page as form_page
from tests.desktop.entries import write
from tests.desktop.helpers import press as press_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press, settle, type_keys, type_words
from tests.desktop.notes import ACCESS, VIDEO, add, come_back, open_note

FORWARD, BACKWARD = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
MOST = 400
HALLS = Description((Trouble("occupation-halls", 4), Trouble("trafic-stupefiants", 3)), "qpv", words="dalle")
PLAN = replace(HALLS, chosen=("mediation-sociale", "videoprotection"))


def tour(qtbot: QtBot, program: Program, key: Qt.Key = FORWARD) -> list[QWidget]:
    """Press Tab until the keyboard is where it was first: all that had it, in order.

    A text goes from link to link before it lets the keyboard go: that is one stop. A round that never comes back ends
    where it meets something again.
    """
    stops = [focused()]
    for _ in range(MOST):
        press(qtbot, program, key)
        here = focused()
        if here in stops[:-1] or (here is stops[0] and len(stops) > 1):
            break
        if here is not stops[-1]:
            stops.append(here)
    return stops


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def group_of(widget: QWidget) -> object | None:
    """What holds the buttons of which one is chosen, if ``widget`` is one of them."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return None
    for group in widget.window().findChildren(QButtonGroup):
        if widget in group.buttons():
            return group if group.exclusive() else None
    return widget.parentWidget() if widget.autoExclusive() else None


def reachable(program: Program) -> list[QWidget]:
    """What Tab must reach in the window; of buttons of which one is chosen, that one or the first that is shown."""
    shown = [w for w in program.window.findChildren(QWidget) if w.isVisibleTo(program.window) and w.isEnabled()]
    shown = [w for w in shown if w.window() is program.window]
    single = [w for w in shown if w.focusPolicy() & Qt.FocusPolicy.TabFocus and group_of(w) is None]
    groups: dict[int, list[QAbstractButton]] = {}
    for widget in shown:
        if isinstance(widget, QAbstractButton) and (group := group_of(widget)) is not None:
            groups.setdefault(id(group), []).append(widget)
    chosen = [next((b for b in buttons if b.isChecked()), buttons[0]) for buttons in groups.values()]
    return [*single, *chosen]


def name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return f"{type(widget).__name__} « {told} »"


def check_tour(qtbot: QtBot, program: Program) -> list[str]:
    """Go round the window both ways; return what Tab met, from where the keyboard was."""
    settle(qtbot, program)
    qtbot.wait(1)  # pages tell the order of Tab in another turn
    there = tour(qtbot, program)
    wanted = reachable(program)
    assert {name(widget) for widget in wanted if widget not in there} == set()
    assert {name(widget) for widget in there if widget not in wanted} == set()
    there[0].setFocus(Qt.FocusReason.TabFocusReason)
    back = tour(qtbot, program, BACKWARD)
    assert [name(widget) for widget in back] == [name(widget) for widget in (there[0], *reversed(there[1:]))]
    return [name(widget) for widget in there]


def situation(program: Program) -> SituationPage:
    """The page of the diagnosis."""
    return program.window.workspace.advice.situation.page


def describe(qtbot: QtBot, program: Program, description: Description, tab: str = "levers") -> SituationPage:
    """Open the diagnosis of a site, at one of its tabs."""
    program.window.navigator.go_page("situation")
    settle(qtbot, program)
    shown = situation(program)
    if not description.is_blank:
        shown.show_description(description)
        shown.form.edited.emit()
        settle(qtbot, program)
        shown.show_tab(tab)
    return shown


def test_home(qtbot: QtBot, program: Program) -> None:
    check_tour(qtbot, program)


@pytest.mark.parametrize("width", [700, 1280])
def test_a_list_and_its_sheet(qtbot: QtBot, program: Program, width: int) -> None:
    program.window.resize(width, 720)
    program.window.navigator.open(VIDEO)
    settle(qtbot, program)
    check_tour(qtbot, program)


def test_a_search_with_an_open_filter(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "trafic")
    press(qtbot, program, Qt.Key.Key_Down)
    check_tour(qtbot, program)
    while focused().property("facet") != "outcome":
        press(qtbot, program, FORWARD)
    press(qtbot, program, Qt.Key.Key_Space)
    check_tour(qtbot, program)


@pytest.mark.parametrize("words", ["zzzzqqq", "mediation zzzzqqq"])
def test_nothing_found(qtbot: QtBot, program: Program, words: str) -> None:
    type_words(qtbot, program, words)
    check_tour(qtbot, program)


@pytest.mark.parametrize("width", [700, 1280])
def test_nothing_described(qtbot: QtBot, program: Program, width: int) -> None:
    program.window.resize(width, 720)
    describe(qtbot, program, Description())
    check_tour(qtbot, program)


@pytest.mark.parametrize("tab", [name for name in TABS if name != "site"])
@pytest.mark.parametrize("width", [700, 1280])
def test_a_described_site(qtbot: QtBot, program: Program, tab: str, width: int) -> None:
    program.window.resize(width, 720)
    describe(qtbot, program, PLAN, tab)
    check_tour(qtbot, program)


def test_a_narrow_form(qtbot: QtBot, program: Program) -> None:
    program.window.resize(700, 720)
    describe(qtbot, program, PLAN, "site").form.take_focus()
    check_tour(qtbot, program)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_comparison(qtbot: QtBot, program: Program, count: int) -> None:
    slugs = ("controle-acces", "mediation-sociale", "videoprotection")[:count]
    program.window.navigator.go(Place(page="compare", record="+".join(slugs)))
    check_tour(qtbot, program)


@pytest.mark.parametrize("view", list(VIEWS))
def test_a_map(qtbot: QtBot, program: Program, view: str) -> None:
    program.window.navigator.go_page("map")
    settle(qtbot, program)
    press_button(qtbot, program.window.workspace.advice.map.page, VIEWS[view])
    settle(qtbot, program)
    program.window.workspace.advice.map.page.take_focus()
    check_tour(qtbot, program)


def test_notes(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("notes")
    check_tour(qtbot, program)
    add(qtbot, program, VIDEO)
    program.window.navigator.go_page("notes")
    check_tour(qtbot, program)


@pytest.mark.parametrize("tab", range(3))
@pytest.mark.parametrize("width", [700, 1280])
def test_a_note(qtbot: QtBot, program: Program, tab: int, width: int) -> None:
    program.window.resize(width, 720)
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program).show_tab(tab)
    check_tour(qtbot, program)


@pytest.mark.parametrize("step", range(4))
def test_the_form_of_an_example(qtbot: QtBot, program: Program, step: int) -> None:
    write(qtbot, program)
    form_page(program).show_page(step)
    settle(qtbot, program)
    form_page(program).take_focus()
    check_tour(qtbot, program)


# -- where Tab lands, and what Enter leads to


def test_a_problem_is_followed_by_its_intensity_and_its_cross(qtbot: QtBot, program: Program) -> None:
    form = describe(qtbot, program, HALLS).form
    press_named(qtbot, program, "Retirer «\u00a0Occupation de halls et de parties communes\u00a0»")
    form.take_focus()
    type_keys(qtbot, "halls")
    press(qtbot, program, Qt.Key.Key_Return)
    come_back(qtbot, program)
    form.take_focus()
    stops = []
    for _ in range(6):
        press(qtbot, program, FORWARD)
        stops.append(name(focused()).partition(" « ")[2])
    traffic, halls = (
        "«\u00a0Trafic de stupéfiants\u00a0» »",
        "«\u00a0Occupation de halls et de parties communes\u00a0» »",
    )
    assert stops[:4] == [f"{part} {of}" for of in (traffic, halls) for part in ("Intensité de", "Retirer")]
    assert stops[4].startswith("Territoire")
    assert stops[5] == "Leviers déjà en place »"


def press_named(qtbot: QtBot, program: Program, called: str) -> None:
    """Click the button that a screen reader calls so."""
    (button,) = (b for b in program.window.findChildren(QAbstractButton) if b.accessibleName() == called)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, program)


def test_in_a_narrow_window_the_keyboard_comes_back_to_what_is_shown(qtbot: QtBot, program: Program) -> None:
    program.window.resize(700, 720)
    shown = describe(qtbot, program, PLAN, "plan")
    program.window.navigator.go_page("compare")
    settle(qtbot, program)
    program.window.navigator.go_page("situation")
    settle(qtbot, program)
    assert shown.plan.isAncestorOf(focused())
    assert focused().isVisible()


@pytest.mark.parametrize("tab", ["plan", "nearest", "rules"])
def test_tab_lands_on_the_tab_in_front_and_arrows_go_on(qtbot: QtBot, program: Program, tab: str) -> None:
    shown = describe(qtbot, program, PLAN)
    while not isinstance(focused(), CountTab):
        press(qtbot, program, FORWARD)
    assert name(focused()).startswith("CountTab « Leviers")
    shown.enter_tab(tab)
    while not isinstance(focused(), CountTab):
        press(qtbot, program, FORWARD)
    assert name(focused()).startswith(f"CountTab « {TABS[tab]}")
    press(qtbot, program, Qt.Key.Key_Left)
    assert shown.tab == {"plan": "levers", "nearest": "plan", "rules": "unknown"}[tab]
    assert name(focused()).startswith(f"CountTab « {TABS[shown.tab]}")


def test_tab_finds_the_tabs_again_when_the_chosen_one_is_gone(qtbot: QtBot, program: Program) -> None:
    shown = describe(qtbot, program, PLAN, "plan")
    press_button(qtbot, shown, "Recommencer")
    assert any("Comment cet ordre est fait" in stop for stop in check_tour(qtbot, program))


def test_tab_lands_on_the_territory_that_the_program_chose(qtbot: QtBot, program: Program) -> None:
    form = describe(qtbot, program, HALLS).form
    while not isinstance(focused(), QRadioButton) or isinstance(focused(), CountTab):
        press(qtbot, program, FORWARD)
    form.show_value(replace(HALLS, territory="hors-qpv"))
    form.take_focus()
    assert "QRadioButton « Territoire\u00a0: Hors QPV »" in check_tour(qtbot, program)


@pytest.mark.parametrize("page", ["situation", "compare", "map"])
def test_a_sheet_opened_from_another_page_has_the_keyboard(qtbot: QtBot, program: Program, page: str) -> None:
    sheet = program.window.workspace.browse.sheet
    match page:
        case "situation":
            describe(qtbot, program, HALLS).levers.take_focus()
        case "compare":
            program.window.navigator.go(Place(page="compare", record="mediation-sociale+videoprotection"))
            settle(qtbot, program)
            program.window.workspace.advice.compare.page.table.setFocus()
        case _:
            program.window.navigator.go_page("map")
            settle(qtbot, program)
            program.window.workspace.advice.map.page.take_focus()
    program.window.navigator.open(VIDEO)
    settle(qtbot, program)
    assert focused() is sheet.page.body
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert program.window.navigator.place.page == page
    assert not sheet.isVisible()


def test_enter_on_a_lever_reads_its_sheet(qtbot: QtBot, program: Program) -> None:
    shown = describe(qtbot, program, HALLS)
    shown.levers.take_focus()
    press(qtbot, program, Qt.Key.Key_Return)
    assert focused() is program.window.workspace.browse.sheet.page.body
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert focused() is shown.levers.list


def test_the_examples_of_a_cell_have_the_keyboard_in_their_list(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("map")
    settle(qtbot, program)
    press_button(qtbot, program.window.workspace.advice.map.page, "Voir les exemples")
    settle(qtbot, program)
    assert focused() is program.window.workspace.browse.results.list


def test_in_the_form_the_list_of_drafts_is_marked(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    assert [name(b) for b in program.window.nav.findChildren(NavButton) if b.isChecked()] == [
        "NavButton « Brouillons, 1 »"
    ]


# -- which lever is current


def first_of_others(program: Program, lever: str) -> Description:
    """A site for which this lever is proposed, and another one first."""
    assert program.services is not None
    for problem in program.services.vocabulary.problems:
        description = Description((Trouble(problem, 5),))
        ids = [proposal.id for proposal in answer(program.services, description).advice.proposals]
        if lever in ids[1:]:
            return description
    pytest.fail(f"{lever} comes first everywhere")


def test_the_first_lever_is_current_until_the_person_chooses_one(qtbot: QtBot, program: Program) -> None:
    levers = describe(qtbot, program, HALLS).levers.list
    first = levers.current()
    describe(qtbot, program, first_of_others(program, first))
    assert levers.currentIndex().row() == 0
    assert levers.current() != first
    describe(qtbot, program, HALLS)
    levers.setFocus()
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Up)
    assert levers.current() == first
    describe(qtbot, program, first_of_others(program, first))
    assert levers.current() == first


def test_a_lever_that_was_clicked_stays_current(qtbot: QtBot, program: Program) -> None:
    levers = describe(qtbot, program, HALLS).levers.list
    at = levers.visualRect(levers.levers.index(1)).topLeft() + QPoint(80, 20)
    qtbot.mouseClick(levers.viewport(), Qt.MouseButton.LeftButton, pos=at)
    clicked = levers.current()
    assert levers.currentIndex().row() == 1
    describe(qtbot, program, first_of_others(program, clicked))
    assert levers.current() == clicked


# -- no lever answers


@pytest.fixture
def nothing_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """No lever answers prostitution, however many the base has."""

    def none(known: Knowledge, asked: Situation) -> Advice:
        advice = advise(known, asked)
        alone = [slug for slug, _ in asked.problems] == ["prostitution"]
        return replace(advice, proposals=()) if alone else advice

    monkeypatch.setattr(situation_answer, "advise", none)


@pytest.mark.usefixtures("nothing_answers")
def test_a_problem_that_no_lever_answers_says_so_and_leads_on(qtbot: QtBot, program: Program) -> None:
    shown = describe(qtbot, program, Description((Trouble("prostitution", 3),)))
    assert "Aucun levier de la base ne répond à ce problème" in shown_text(shown)
    assert not {"Ouvrir la fiche", "Comparer", "Ajouter au plan"} & set(shown_text(shown).split("\n"))
    check_tour(qtbot, program)
    (way,) = (b for b in shown.levers.findChildren(QAbstractButton) if b.isVisible() and b.text().startswith("Voir l"))
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert focused() is shown.nearest
    shown.show_tab("levers")
    press_button(qtbot, shown, "Ajouter un problème voisin")
    type_keys(qtbot, "halls")
    press(qtbot, program, Qt.Key.Key_Return)
    assert "Ouvrir la fiche" in shown_text(shown)


@pytest.mark.usefixtures("nothing_answers")
@pytest.mark.parametrize("width", [700, 1280])
def test_f6_reaches_the_ways_on_where_no_lever_answers(qtbot: QtBot, program: Program, width: int) -> None:
    program.window.resize(width, 720)
    shown = describe(qtbot, program, Description((Trouble("prostitution", 3),)))
    shown.show_tab("levers")
    program.window.focus_search()
    for _ in range(4):
        press(qtbot, program, Qt.Key.Key_F6)
        if shown.levers.isAncestorOf(focused()):
            break
    assert shown.levers.isAncestorOf(focused())
    press(qtbot, program, Qt.Key.Key_Space)
    assert focused() is shown.form.troubles.line


@pytest.mark.usefixtures("nothing_answers")
def test_an_example_is_begun_with_the_problems_that_no_lever_answers(qtbot: QtBot, program: Program) -> None:
    shown = describe(qtbot, program, Description((Trouble("prostitution", 3),)))
    press_button(qtbot, shown, "Ajouter un exemple")
    settle(qtbot, program)
    assert form_page(program).form.entry().problems == ("prostitution",)


def test_no_lever_answers_one_problem_or_several() -> None:
    one, _, ways = none_answers(1, 1)
    assert one.endswith("à ce problème")
    assert "Voir l’exemple le plus proche" in [way.label for way in ways]
    title, _, ways = none_answers(2, 0)
    assert title.endswith("à ces problèmes")
    assert not [way for way in ways if way.key.startswith("tab")]
