"""A site is described, and the levers to study come at once, with their reasons and where these come from."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
import pytestqt.modeltest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.brief import Brief, TextItem
from levers_app.catalogue.draft import Entry, new_draft
from levers_app.catalogue.vocabulary import load_vocabulary
from levers_app.desktop.intensity_dots import IntensityDots
from levers_app.desktop.line_list import LineList
from levers_app.desktop.line_rows import LineRow
from levers_app.desktop.program import Program
from levers_app.desktop.proposal_rows import ProposalModel
from levers_app.desktop.situation_answer import answer
from levers_app.desktop.situation_note import _item, action_plan, plan_note
from levers_app.desktop.situation_page import SituationPage
from levers_app.desktop.situation_rows import plan_rows, telling
from levers_app.desktop.situation_state import SETTING, Description, Trouble, decoded, encoded
from levers_app.insight.facts import Line
from levers_app.insight.rules import RULES
from levers_app.paths import DataFolder, content_folder
from levers_app.sheets.document import BulletList, Text, plain
from levers_app.sheets.free_text import free_sections
from levers_app.sheets.inline import Sigles
from levers_app.sheets.parts import House
from levers_app.store.errors import FullDiskError
from levers_app.store.personal import Personal
from tests.desktop.helpers import press as press_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import open_title, press, settle, titles, type_keys

HALLS = Description((Trouble("occupation-halls", 4), Trouble("trafic-stupefiants", 3)), "qpv")


def page(program: Program) -> SituationPage:
    """The page of the diagnosis."""
    return program.window.workspace.advice.situation.page


def open_page(qtbot: QtBot, program: Program, description: Description | None = None) -> SituationPage:
    """Open the diagnosis, and describe a site."""
    press_button(qtbot, program.window.nav, "\u2002Diagnostic")
    settle(qtbot, program)
    if description is not None:
        page(program).show_description(description)
        page(program).form.edited.emit()
        settle(qtbot, program)
    return page(program)


def proposed(program: Program) -> list[str]:
    """Titles of the levers to study."""
    return [proposal.title for proposal in page(program).levers.list.levers.proposals]


def texts(rows: Iterable[LineRow]) -> list[str]:
    return [row.text for row in rows]


def choose(view: LineList, start: str) -> LineRow:
    """Put the keyboard on the row that begins so."""
    number = next(n for n, row in enumerate(view.rows) if row.text.startswith(start))
    view.setCurrentIndex(view.model().index(number, 0))
    view.setFocus()
    return view.rows[number]


def menu_entries() -> list[str]:
    return [action.text() for menu in open_menus() for action in menu.actions() if action.text()]


def open_menus() -> list[QMenu]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]


def test_a_site_is_described_by_the_keyboard_alone_and_levers_come_at_once(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program)
    type_keys(qtbot, "halls")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    type_keys(qtbot, "4")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    type_keys(qtbot, "trafic")
    press(qtbot, program, Qt.Key.Key_Return)
    described = page(program).form.value()
    assert described.troubles == (Trouble("occupation-halls", 4), Trouble("trafic-stupefiants", 3))
    assert "Groupe local de traitement de la délinquance (GLTD)" in proposed(program)[:3]
    assert "Réponse d’ensemble" in shown_text(page(program))


def test_nothing_described_says_what_to_do_and_leads_on(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program)
    assert "Choisissez au moins un problème" in shown_text(page(program))
    press_button(qtbot, page(program), "Commencer par des halls occupés")
    settle(qtbot, program)
    assert page(program).form.value().troubles == (Trouble("occupation-halls", 3),)
    assert proposed(program)
    assert isinstance(QApplication.focusWidget(), IntensityDots)


def test_the_answer_follows_the_territory_and_the_intensity(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program, HALLS)
    assert "abattement de taxe foncière (TFPB)" in " ".join(proposed(program))
    qpv = proposed(program)
    open_page(qtbot, program, replace(HALLS, territory="hors-qpv"))
    assert {proposed(program)[-1], proposed(program)[-2]} != {qpv[-1], qpv[-2]}
    open_page(qtbot, program, replace(HALLS, troubles=(Trouble("occupation-halls", 1),)))
    assert "Réponse habituelle" in shown_text(page(program))


def test_every_reason_leads_to_what_it_comes_from(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    for row in shown.levers.reasons.rows:
        assert row.heading or row.leads
    first = proposed(program)[0]
    choose(shown.levers.reasons, "Preuves faibles")
    press(qtbot, program, Qt.Key.Key_Return)
    assert open_title(program) == first
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert program.window.pages.currentWidget() is shown
    assert proposed(program)[0] == first


def test_a_sentence_on_several_examples_offers_them_and_their_list(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    row = choose(shown.levers.reasons, "6 exemples comparables")
    assert row.way == "6 exemples"
    qtbot.keyClick(shown.levers.reasons, Qt.Key.Key_Return)
    assert len(menu_entries()) == 1 + 6 + 1
    (menu,) = open_menus()
    next(action for action in menu.actions() if action.text() == "Les voir en liste").trigger()
    menu.close()
    settle(qtbot, program)
    assert program.window.navigator.place.page == "cases"
    assert len(titles(program)) >= 5


def test_the_rules_of_the_order_are_shown_each_with_its_reason(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    choose(shown.levers.reasons, "Sa place\u00a0:")
    qtbot.keyClick(shown.levers.reasons, Qt.Key.Key_Return)
    (menu,) = open_menus()
    menu.actions()[1].trigger()
    menu.close()
    assert shown.tab == "rules"
    for rule in RULES:
        assert {rule.says, rule.why} <= set(texts(shown.rules.rows))
    assert shown.rules.rows[shown.rules.currentIndex().row()].text == RULES[0].says


def test_space_keeps_a_lever_for_the_plan(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    shown.levers.list.setFocus()
    press(qtbot, program, Qt.Key.Key_Space)
    press(qtbot, program, Qt.Key.Key_Down)
    press_button(qtbot, shown, "Ajouter au plan")
    settle(qtbot, program)
    shown.show_tab("plan")
    rows = texts(shown.plan.lines.rows)
    assert proposed(program)[0] in rows
    assert proposed(program)[1] in rows
    assert any(text.startswith("Ce plan réunit 2 leviers") for text in rows)
    assert any(text.startswith("Aménagement\u00a0: rien encore") for text in rows)
    assert "Qui porte, qui paie" in rows
    choose(shown.plan.lines, proposed(program)[0])
    press(qtbot, program, Qt.Key.Key_Delete)
    assert proposed(program)[0] not in texts(shown.plan.lines.rows)


def test_a_click_on_the_box_keeps_a_lever_and_elsewhere_shows_its_reasons(qtbot: QtBot, program: Program) -> None:
    levers = open_page(qtbot, program, HALLS).levers
    area = levers.list.visualRect(levers.list.levers.index(1))
    qtbot.mouseClick(levers.list.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + QPoint(80, 20))
    assert levers.list.currentIndex().row() == 1
    assert proposed(program)[1] in shown_text(levers)
    assert not levers.list.levers.chosen
    at = levers.list.box_area(area.toRectF()).center().toPoint()
    qtbot.mouseClick(levers.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, program)
    assert levers.list.levers.chosen == {levers.list.levers.proposals[1].id}
    assert "Retirer du plan" in shown_text(levers)


def test_what_is_in_place_reinforces_and_is_no_proposal(qtbot: QtBot, program: Program) -> None:
    before = open_page(qtbot, program, HALLS)
    first = before.levers.list.levers.proposals[0]
    open_page(qtbot, program, replace(HALLS, present=(first.id.partition(":")[2],)))
    proposals = page(program).levers.list.levers.proposals
    assert proposals[-1].id == first.id
    assert "Déjà en place" in page(program).levers.list.levers.index(len(proposals) - 1).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_the_nearest_examples_say_what_resembles_and_what_differs(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    shown.show_tab("nearest")
    rows = texts(shown.nearest.rows)
    assert rows[1].startswith("Ressemble")
    assert any(row.startswith("Diffère") for row in rows)
    shown.nearest.setFocus()
    title = rows[0]
    press(qtbot, program, Qt.Key.Key_Return)
    assert open_title(program) == title


def test_what_is_not_known_is_said(qtbot: QtBot, program: Program) -> None:
    alone = Description((Trouble("chiens-dangereux", 5),))
    shown = open_page(qtbot, program, alone)
    shown.show_tab("unknown")
    assert any("trop peu" in row.text.casefold() or "aucun" in row.text.casefold() for row in shown.unknown.rows)


def test_words_choose_examples_and_never_the_order(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program, HALLS)
    before, near = proposed(program), page(program).nearest.rows[0].text
    open_page(qtbot, program, replace(HALLS, words="mur"))
    assert proposed(program) == before
    assert any("Vos mots y figurent." in row.text for row in page(program).nearest.rows)
    assert page(program).nearest.rows[0].text != near


def test_the_description_survives_leaving_the_page_and_the_program(
    qtbot: QtBot, start: Callable[..., Program], data: DataFolder
) -> None:
    program = start()
    described = replace(HALLS, words="dalle", chosen=("mediation-sociale",))
    open_page(qtbot, program, described)
    program.window.navigator.go_home()
    settle(qtbot, program)
    assert open_page(qtbot, program).form.value() == described
    program.window.close()
    program.close()
    again = start()
    assert open_page(qtbot, again).form.value() == described
    assert proposed(again)


def test_beginning_again_empties_the_description_and_can_be_taken_back(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    press_button(qtbot, shown, "Recommencer")
    settle(qtbot, program)
    assert shown.form.value().is_blank
    assert "Décrivez le site" in shown_text(shown)
    press_button(qtbot, program.window.status, "Annuler")
    settle(qtbot, program)
    assert shown.form.value() == HALLS
    assert proposed(program)


def test_another_look_keeps_what_is_described(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program, HALLS)
    page(program).show_tab("nearest")
    program.window.look.set_mode("dark")
    settle(qtbot, program)
    assert page(program).form.value() == HALLS
    assert page(program).tab == "nearest"
    assert page(program).nearest.rows


def test_another_look_elsewhere_loses_no_description_that_could_not_be_kept(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.services is not None
    personal = type(program.services.personal)
    keep = personal.set_setting

    def full(own: Personal, key: str, value: object) -> None:
        if key == SETTING:
            raise FullDiskError(program.folder.personal)
        keep(own, key, value)

    monkeypatch.setattr(personal, "set_setting", full)
    described = replace(HALLS, present=("mediation-sociale",))
    open_page(qtbot, program, described)
    program.window.navigator.go_home()
    settle(qtbot, program)
    assert "La description reste à l’écran." in shown_text(program.window)
    program.window.look.set_mode("dark")
    settle(qtbot, program)
    shown = open_page(qtbot, program)
    assert shown.form.value() == described
    assert "Médiation sociale" in shown_text(shown.form)
    assert proposed(program)


@pytest.mark.parametrize(("width", "beside"), [(700, False), (1280, True)])
def test_in_a_narrow_window_the_form_is_a_page_of_its_own(
    qtbot: QtBot, program: Program, width: int, beside: bool
) -> None:
    shown = open_page(qtbot, program, HALLS)
    program.window.resize(width, 720)
    qtbot.wait(1)
    shown.show_tab("levers")
    assert shown.levers.list.isVisible()
    assert shown.form.isVisible() == beside
    shown.show_tab("site")
    assert shown.form.isVisible()
    assert shown.levers.list.isVisible() == beside


def test_screen_readers_hear_names_levels_and_states(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, replace(HALLS, chosen=("securite-privee-gpis",)))
    row = shown.form.troubles.row_of("occupation-halls")
    assert row is not None
    heard = QAccessible.queryAccessibleInterface(row.dots)
    assert "Occupation de halls" in heard.text(QAccessible.Text.Name)
    assert heard.text(QAccessible.Text.Value) == "4"
    assert "emprise partielle" in heard.text(QAccessible.Text.Description)
    said = shown.levers.list.levers.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"1. {proposed(program)[0]}. Dans le plan. À réunir d’abord")
    assert "Preuves faibles" in said
    states = [shown.levers.list.levers.index(n).data(Qt.ItemDataRole.CheckStateRole) for n in range(2)]
    assert [Qt.CheckState(state) for state in states] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert all(widget.accessibleName() for widget in focusable(shown) if not widget_text(widget))


def test_rows_say_what_sets_a_lever_apart_and_only_what_lacks_of_the_problems(qtbot: QtBot, program: Program) -> None:
    levers = open_page(qtbot, program, HALLS).levers.list.levers
    most = max(len(proposal.addressed) for proposal in levers.proposals)
    said = [(proposal, telling(proposal, most)) for proposal in levers.proposals]
    whole = [words for proposal, words in said if len(proposal.addressed) == most]
    assert len(whole) > 3
    assert len(set(whole)) == len(whole)
    assert not any(words.startswith("Répond") for words in whole)
    assert all("Répond à 1 problème sur 2. " in words for proposal, words in said if len(proposal.addressed) == 1)


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_the_grade_of_answer_is_named_at_every_size_and_told_in_whole(
    qtbot: QtBot, program: Program, zoom: float
) -> None:
    shown = open_page(qtbot, program, HALLS)
    while program.window.look.zoom < zoom:
        program.window.look.zoom_in()
    settle(qtbot, program)
    shown = page(program)
    assert "Réponse " in shown_text(shown)
    shown.show_tab("rules")
    assert any(row.text.startswith("Réponse ") and row.text.endswith(".") for row in shown.rules.rows)


def focusable(inside: QWidget) -> list[QWidget]:
    return [w for w in inside.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def widget_text(widget: QWidget) -> str:
    return str(widget.property("text") or "")


def test_what_is_kept_is_read_back_and_what_is_unknown_left_out(program: Program, data: DataFolder) -> None:
    assert program.services is not None
    words, levers = program.services.vocabulary, {"videoprotection"}
    kept = replace(HALLS, chosen=("videoprotection", "parti"), territory="lune")
    read = decoded(encoded(kept), words, levers)
    assert read == replace(HALLS, chosen=("videoprotection",), territory="inconnu")
    strange: list[object] = [None, 3, [], {"troubles": 4}, {"troubles": [{"problem": "lune", "intensity": 9}]}]
    assert all(decoded(data, words, levers).is_blank for data in strange)


def test_a_damaged_setting_is_a_blank_page(qtbot: QtBot, start: Callable[..., Program], data: DataFolder) -> None:
    personal = Personal(data.personal)
    personal.set_setting(SETTING, {"troubles": "halls", "chosen": [1, None]})
    personal.close()
    program = start()
    assert open_page(qtbot, program).form.value().is_blank


def test_a_change_of_the_base_is_answered_and_leaves_the_keyboard_where_it_is(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    shown.form.words.setFocus()
    before = shown.levers.list.levers.proposals[0].outcomes
    assert program.services is not None
    entry = Entry(
        title="Un essai de plus",
        commune="Rezé",
        problems=("occupation-halls",),
        levers=("videoprotection",),
        actions="Des rondes",
        outcome="negatif",
    )
    program.services.recorder.send(replace(new_draft(), entry=entry), "publie")
    program.window.index_changed()
    settle(qtbot, program)
    assert QApplication.focusWidget() is shown.form.words
    after = {p.id: p.outcomes for p in shown.levers.list.levers.proposals}["lever:videoprotection"]
    assert after.negative == before.negative + 1


def test_the_description_needs_no_saving_and_says_so(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program, HALLS)
    press(qtbot, program, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "gardée à mesure" in shown_text(program.window.status)


def test_panes_are_reached_by_f6(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, HALLS)
    shown.form.take_focus()
    press(qtbot, program, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is shown.levers.list
    press(qtbot, program, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is program.window.top.search


def test_lists_keep_what_qt_asks_of_models(
    qtbot: QtBot, program: Program, qtmodeltester: pytestqt.modeltest.ModelTester
) -> None:
    shown = open_page(qtbot, program, HALLS)
    for model in (shown.levers.list.levers, shown.levers.reasons.model(), shown.rules.model()):
        qtmodeltester.check(model)
    alone = ProposalModel(program.services.vocabulary, shown)  # type: ignore[union-attr]
    alone.choose(frozenset({"lever:gltd"}))
    assert alone.rowCount() == 0


def test_a_plan_becomes_a_note_with_its_sheets(qtbot: QtBot, program: Program) -> None:
    kept = ("mediation-sociale", "videoprotection")
    shown = open_page(qtbot, program, replace(HALLS, chosen=kept))
    shown.show_tab("plan")
    press_button(qtbot, shown, "En faire une note")
    settle(qtbot, program)
    assert program.window.navigator.place.page == "brief"
    brief = program.window.workspace.briefs.desk.brief
    assert brief is not None
    assert brief.name == "Plan\u00a0: halls occupés et trafic"
    assert brief.records == ("lever:mediation-sociale", "lever:videoprotection")
    (text,) = [item.text for item in brief.items if isinstance(item, TextItem)]
    assert "- Trafic de stupéfiants\u00a0: 3, troubles installés" in text
    assert "## Qui porte, qui paie" in text


@pytest.mark.parametrize("note", [plan_note, action_plan])
def test_a_note_of_a_plan_counts_no_restricted_example(program: Program, note: Callable[..., Brief]) -> None:
    services = program.services
    assert services is not None
    asked = replace(HALLS, chosen=("mediation-sociale", "videoprotection"))
    before, told = note(services, asked).items, plan_rows(answer(services, asked), services.vocabulary)
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
    assert note(services, asked).items == before
    assert plan_rows(answer(services, asked), services.vocabulary) != told


@given(st.text(alphabet="a*_#\\-[]() é", min_size=1).filter(lambda text: text.strip(" ")))
def test_no_sign_in_a_sentence_changes_how_the_note_prints_it(text: str) -> None:
    line = Line("x", f"Début {text} fin.", ())
    house = House(load_vocabulary(content_folder()), Sigles(()))
    (section,) = free_sections(_item(line), house)
    (block,) = section.blocks
    assert isinstance(block, BulletList)
    (item,) = block.items
    assert all(type(piece) is Text and piece == Text(piece.text) for piece in item.line)
    assert _letters(plain(item.line)) == _letters(line.text)


def _letters(text: str) -> list[str]:
    return [letter for letter in text if letter.isalpha()]
