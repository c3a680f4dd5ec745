"""Composing a note at the keyboard: adding, ordering, taking back, keeping."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from levers_app.catalogue.brief import ComparisonItem, SheetItem, TextItem
from levers_app.catalogue.draft import new_draft
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.place import BRIEF_MARK
from levers_app.desktop.program import Program
from levers_app.store.errors import FullDiskError
from levers_app.store.personal import Personal
from tests.desktop.entries import QUICK
from tests.desktop.helpers import press as press_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press, settle, type_keys, type_words
from tests.desktop.notes import (
    ACCESS,
    ALT,
    CTRL,
    GITES,
    MEDIATION,
    VIDEO,
    add,
    choose,
    find,
    notes,
    open_note,
    page,
    records,
    shown_rows,
)

# -- adding


def test_the_first_sheet_makes_a_note_of_one_page(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    (brief,) = notes(program)
    assert (brief.model, records(brief)) == ("fiche", [VIDEO])
    assert brief.name.startswith("Note du ")
    assert f"Ajouté à «\u00a0{brief.name}\u00a0»\u00a0: 1 élément." in shown_text(program.window)
    assert "Note PDF · 1" in shown_text(program.window.top)


def test_with_a_second_sheet_it_becomes_a_file(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, GITES)
    (brief,) = notes(program)
    assert (brief.model, records(brief)) == ("dossier", [VIDEO, GITES])
    assert brief.options.cover


def test_what_is_there_already_is_said_and_not_added_twice(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, VIDEO)
    assert records(notes(program)[0]) == [VIDEO]
    assert "Déjà dans" in shown_text(program.window)


def test_an_addition_is_taken_back(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, GITES)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert records(notes(program)[0]) == [VIDEO]


def test_taking_the_first_addition_back_leaves_no_note(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert notes(program) == []
    assert "Note PDF ·" not in shown_text(program.window.top)


def test_a_draft_is_refused_with_the_reason(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    draft = replace(new_draft(), entry=QUICK)
    program.services.recorder.drafts.keep(draft)
    program.window.navigator.go_page("drafts")
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_B, CTRL)
    assert notes(program) == []
    assert "Un brouillon ne va pas dans une note" in shown_text(program.window)


def test_the_row_under_the_keyboard_is_added(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_K, CTRL)
    type_words(qtbot, program, "mediation sociale")
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Down)
    chosen = program.window.workspace.browse.results.list.chosen()
    press(qtbot, program, Qt.Key.Key_B, CTRL)
    assert records(notes(program)[0]) == [chosen]


def test_the_menu_of_a_row_adds_it(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("levers")
    settle(qtbot, program)
    rows = program.window.workspace.browse.results.list
    rows.choose(MEDIATION)
    rows.note_wanted.emit(MEDIATION)
    settle(qtbot, program)
    assert records(notes(program)[0]) == [MEDIATION]


# -- composing


def test_a_committee_note_is_composed_by_the_keyboard_alone(qtbot: QtBot, program: Program) -> None:
    program.window.nav.page_requested.emit("notes")
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    assert records(notes(program)[0]) == ["## La situation", "## Ce qui est propos", "## Ce que d’autres o"]
    press(qtbot, program, Qt.Key.Key_Return)  # into the first paragraph
    type_keys(qtbot, "Deux halls sont occupes.")
    press(qtbot, program, Qt.Key.Key_Escape)
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Insert)
    find(qtbot, program, "videoprotection", "controle d acces")
    press(qtbot, program, Qt.Key.Key_End)
    press(qtbot, program, Qt.Key.Key_Insert)
    find(qtbot, program, "gites")
    (brief,) = notes(program)
    situation, proposed, *rest = brief.items
    assert isinstance(situation, TextItem)
    assert situation.text.endswith("Deux halls sont occupes.")
    assert isinstance(proposed, TextItem)
    assert [getattr(item, "record", "") for item in rest] == [VIDEO, ACCESS, "", GITES]
    assert page(program).preview.has_pages


def test_an_item_moves_by_keys(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS, GITES)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert records(notes(program)[0]) == [ACCESS, VIDEO, GITES]
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert records(notes(program)[0]) == [ACCESS, GITES, VIDEO]
    assert page(program).contents.list.current() == 2


def test_an_item_moves_by_the_mouse(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS, GITES)
    rows = open_note(qtbot, program).contents.list
    rows.choose(2)
    top = rows.visualRect(rows.rows.index(0)).topLeft()
    data = QMimeData()
    move = Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(top), move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.source = lambda: rows  # type: ignore[method-assign] # a real drag needs a person
    rows.dropEvent(event)
    settle(qtbot, program)
    assert records(notes(program)[0]) == [GITES, VIDEO, ACCESS]


def test_an_item_is_removed_and_comes_back(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Delete)
    assert records(notes(program)[0]) == [ACCESS]
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert records(notes(program)[0]) == [VIDEO, ACCESS]


def test_changes_are_taken_back_one_after_the_other(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS, GITES)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Delete)
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert records(notes(program)[0]) == [VIDEO, ACCESS, GITES]
    press(qtbot, program, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert records(notes(program)[0]) == [ACCESS, GITES]


def test_two_removals_are_taken_back_one_by_one(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS, GITES)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Delete)
    press(qtbot, program, Qt.Key.Key_Delete)
    assert records(notes(program)[0]) == [GITES]
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert records(notes(program)[0]) == [ACCESS, GITES]
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert records(notes(program)[0]) == [VIDEO, ACCESS, GITES]


def test_what_was_taken_back_does_not_come_over_a_sheet_added_since(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Delete)
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    add(qtbot, program, MEDIATION, GITES)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert records(notes(program)[0]) == [VIDEO, ACCESS, MEDIATION, GITES]
    press(qtbot, program, Qt.Key.Key_Z, CTRL)
    assert records(notes(program)[0]) == [VIDEO, ACCESS, MEDIATION]


def test_enter_chooses_how_much_of_a_sheet_is_printed(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return)
    choose(qtbot, program, "Fiche complète")
    (item,) = notes(program)[0].items
    assert isinstance(item, SheetItem)
    assert item.depth == "full"
    assert page(program).preview.view.pages > 1


def test_sections_are_chosen_one_by_one(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return)
    choose(qtbot, program, "Rubriques choisies…")
    assert program.services is not None
    boxes = page(program).contents.panel.findChildren(QCheckBox)
    by_name = {box.text(): box for box in boxes if box.isVisible()}
    assert "Limites et effets indésirables" in by_name
    essential = [section.key for section in program.services.sheet(VIDEO).sections if section.essential]
    (item,) = notes(program)[0].items
    assert isinstance(item, SheetItem)
    assert list(item.sections) == essential
    before = by_name["Limites et effets indésirables"].isChecked()
    by_name["Limites et effets indésirables"].click()
    settle(qtbot, program)
    (item,) = notes(program)[0].items
    assert isinstance(item, SheetItem)
    assert ("limites" in item.sections) is not before


def test_a_deleted_sheet_is_told_in_its_row_and_nowhere_else(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    recorder = program.services.recorder
    sent = recorder.send(replace(new_draft(), entry=QUICK), "publie")
    add(qtbot, program, sent.record_id)
    open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return)
    choose(qtbot, program, "Rubriques choisies…")
    program.window.navigator.go_home()
    settle(qtbot, program)
    recorder.delete(sent.record_id, program.services.base.history.last_seq(sent.record_id))
    program.window.look.set_mode("dark" if not program.window.look.theme.dark else "light")
    settle(qtbot, program)
    program.window.navigator.back()
    settle(qtbot, program)
    page(program).contents.list.choose(0)
    settle(qtbot, program)
    assert shown_rows(program) == ["Une fiche qui n’existe plus"]
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]


def test_a_new_title_is_shown_when_the_note_is_seen_again(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    program.window.navigator.go_home()
    settle(qtbot, program)
    assert program.services is not None
    lever = program.services.base.reader.lever("videoprotection")
    seq = program.services.base.history.last_seq(VIDEO)
    program.services.recorder.edit_lever(replace(lever, title="Caméras"), seq)
    program.window.navigator.back()
    settle(qtbot, program)
    assert shown_rows(program) == ["Caméras"]


def test_a_paragraph_is_written_with_its_marks(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    contents = open_note(qtbot, program).contents
    contents.add_paragraph()
    type_keys(qtbot, "Pourquoi maintenant")
    contents.panel.paragraph.make_heading()
    settle(qtbot, program)
    assert records(notes(program)[0]) == [VIDEO, "## Pourquoi maintena"]
    assert shown_rows(program)[1] == "Pourquoi maintenant"


def test_the_key_of_bold_is_that_of_the_text_in_a_paragraph(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    shown = open_note(qtbot, program)
    shown.contents.add_paragraph()
    type_keys(qtbot, "Un hall")
    for _ in range(4):
        press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, program, Qt.Key.Key_B, CTRL)
    assert shown.contents.panel.paragraph.editor.value() == "Un **hall**"
    assert [item.text for item in notes(program)[0].items if isinstance(item, TextItem)] == ["Un **hall**"]
    bold = next(button for button in shown.findChildren(QAbstractButton) if button.text() == "Gras")
    assert "Ctrl\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}B" in bold.toolTip()


def test_levers_are_compared(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    contents = open_note(qtbot, program).contents
    contents.add_comparison()
    settle(qtbot, program)
    for words in ("mediation sociale", "clspd"):  # by its name, by its sigle
        type_keys(qtbot, words)
        press(qtbot, program, Qt.Key.Key_Return)
    comparison = next(item for item in notes(program)[0].items if isinstance(item, ComparisonItem))
    assert comparison.levers == ("videoprotection", "controle-acces", "mediation-sociale", "clspd")


def test_another_model_changes_the_options_and_is_taken_back(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, GITES)
    head = open_note(qtbot, program).head
    head.model_chosen.emit("comite")
    settle(qtbot, program)
    assert (notes(program)[0].model, notes(program)[0].options.paged) == ("comite", False)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert (notes(program)[0].model, records(notes(program)[0])) == ("dossier", [VIDEO, GITES])


def test_cover_and_options_are_kept(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, GITES)
    shown = open_note(qtbot, program)
    shown.show_tab(1)
    shown.cover.take_focus()
    type_keys(qtbot, "Comite du 27")
    settle(qtbot, program)
    shown.show_tab(2)
    shown.options.take_focus()
    press(qtbot, program, Qt.Key.Key_Space)
    (brief,) = notes(program)
    assert (brief.cover.title, brief.options.cover) == ("Comite du 27", False)


# -- kept


def test_a_note_is_there_at_the_next_start(qtbot: QtBot, start: Callable[..., Program]) -> None:
    first = start()
    add(qtbot, first, VIDEO, GITES)
    open_note(qtbot, first)
    qtbot.keyClick(page(first).contents.list, Qt.Key.Key_Down, ALT)  # not yet kept when the window closes
    first.window.close()
    first.close()
    second = start()
    settle(qtbot, second)
    assert "Note PDF · 2" in shown_text(second.window.top)
    open_note(qtbot, second)
    assert records(notes(second)[0]) == [GITES, VIDEO]
    assert len(shown_rows(second)) == 2


def test_leaving_asks_nothing_and_back_finds_the_note(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO)
    open_note(qtbot, program)
    page(program).head.name.setFocus()
    press(qtbot, program, Qt.Key.Key_End)
    type_keys(qtbot, " bis")
    program.window.navigator.go_home()
    settle(qtbot, program)
    assert notes(program)[0].name.endswith(" bis")
    program.window.navigator.back()
    settle(qtbot, program)
    assert page(program).head.name.text().endswith(" bis")


def test_a_note_that_cannot_be_kept_stays_and_is_tried_again(qtbot: QtBot, program: Program, monkeypatch) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    assert program.services is not None
    briefs = program.services.briefs
    kept = type(briefs).keep

    def full(*_: object) -> str:
        raise FullDiskError(program.folder.personal)

    monkeypatch.setattr(type(briefs), "keep", full)
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert "reste à l’écran" in shown_text(program.window)
    monkeypatch.setattr(type(briefs), "keep", kept)
    qtbot.waitUntil(lambda: records(notes(program)[0]) == [ACCESS, VIDEO], timeout=10_000)


def test_a_change_that_could_not_be_kept_is_there_when_the_note_is_opened_again(
    qtbot: QtBot, program: Program, monkeypatch
) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    (first,) = notes(program)
    program.window.workspace.briefs.book.new("model:comite")
    settle(qtbot, program)
    program.window.navigator.open(BRIEF_MARK + first.id)
    settle(qtbot, program)
    assert program.services is not None
    briefs = type(program.services.briefs)
    kept = briefs.keep

    def full(*_: object) -> str:
        raise FullDiskError(program.folder.personal)

    monkeypatch.setattr(briefs, "keep", full)
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    program.window.navigator.back()
    settle(qtbot, program)
    assert len(shown_rows(program)) == 3
    program.window.navigator.forward()
    settle(qtbot, program)
    assert shown_rows(program)[1].startswith("Vid")
    assert "Note non enregistrée" in shown_text(program.window)
    program.window.navigator.back()
    settle(qtbot, program)
    monkeypatch.setattr(briefs, "keep", kept)
    qtbot.waitUntil(lambda: [ACCESS, VIDEO] in [records(each) for each in notes(program)], timeout=10_000)


def test_a_note_thrown_away_by_another_window_is_told_and_taken_up_again(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    assert program.services is not None
    other = Personal(program.folder.personal)
    type(program.services.briefs)(other).discard(notes(program)[0].id)
    other.close()
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert "jetée dans une autre fenêtre" in shown_text(program.window)
    assert "Note enregistrée" not in shown_text(program.window)
    press_button(qtbot, program.window, "Reprendre la note")
    settle(qtbot, program)
    assert records(notes(program)[0]) == [ACCESS, VIDEO]


def test_a_change_of_another_window_is_told_even_if_the_notes_were_listed_meanwhile(
    qtbot: QtBot, program: Program
) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    assert program.services is not None
    other = Personal(program.folder.personal)
    (brief,) = notes(program)
    type(program.services.briefs)(other).keep(replace(brief, items=(*brief.items, TextItem("Ailleurs"))))
    other.close()
    press(qtbot, program, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)  # opens what is on the page already
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert "dans une autre fenêtre" in shown_text(program.window)
    assert records(notes(program)[0]) == [VIDEO, ACCESS, "Ailleurs"]


def test_a_note_written_by_another_window_is_shown_and_told(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    assert program.services is not None
    other = Personal(program.folder.personal)
    (brief,) = notes(program)
    type(program.services.briefs)(other).keep(replace(brief, items=(*brief.items, TextItem("Ailleurs"))))
    other.close()
    press(qtbot, program, Qt.Key.Key_Down, ALT)
    assert "dans une autre fenêtre" in shown_text(program.window)
    assert records(notes(program)[0]) == [VIDEO, ACCESS, "Ailleurs"]
    assert len(shown_rows(program)) == 3
    press_button(qtbot, program.window, "Reprendre mes changements")
    settle(qtbot, program)
    assert records(notes(program)[0]) == [ACCESS, VIDEO]


def test_the_look_changes_without_losing_the_note(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program)
    program.window.look.set_mode("dark" if not program.window.look.theme.dark else "light")
    settle(qtbot, program)
    assert len(shown_rows(program)) == 2
    assert page(program).preview.has_pages
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page(program).isAncestorOf(focus)
