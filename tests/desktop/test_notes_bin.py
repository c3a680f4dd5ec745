"""Notes that were thrown away: told on their page and in the bin, shown with what they hold, and brought back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from levers_app.catalogue.brief import SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.catalogue.draft import new_draft
from levers_app.desktop.history_dialog import HistoryDialog
from levers_app.desktop.notes_page import NotesPage
from levers_app.desktop.program import Program
from tests.desktop.entries import QUICK
from tests.desktop.helpers import child, clipboard, open_dialog, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle
from tests.desktop.notes import CTRL, VIDEO, come_back, notes


def keep(program: Program, *names: str, record: str = VIDEO) -> None:
    """Keep notes of a sheet and a paragraph, the last one changed last."""
    assert program.services is not None
    for name in names:
        items = (SheetItem(record), TextItem("## Pourquoi maintenant"))
        program.services.briefs.keep(new_brief(MODELS["dossier"], items, name=name))


def show_notes(qtbot: QtBot, program: Program) -> NotesPage:
    program.window.navigator.go_page("notes")
    settle(qtbot, program)
    return program.window.workspace.briefs.book.page


def throw_away(qtbot: QtBot, program: Program, count: int) -> None:
    """Press Suppr on the list, as often as there are notes to throw away."""
    for _ in range(count):
        press(qtbot, program, Qt.Key.Key_Home)
        press(qtbot, program, Qt.Key.Key_Delete)


def ways(page: NotesPage) -> list[QPushButton]:
    """What leads to the notes that were thrown away."""
    return [button for button in page.findChildren(QPushButton) if button.isVisible() and "jetées" in button.text()]


def shown(dialog: HistoryDialog) -> list[str]:
    rows = child(dialog, QListWidget)
    return [rows.item(number).text() for number in range(rows.count())]


def test_a_note_is_brought_back_by_the_keyboard_alone(qtbot: QtBot, program: Program) -> None:
    keep(program, "un", "deux", "trois")
    page = show_notes(qtbot, program)
    assert ways(page) == []
    throw_away(qtbot, program, 2)
    assert [brief.name for brief in notes(program)] == ["un"]
    (way,) = ways(page)
    assert way.text() == "Notes jetées (2)…"
    press(qtbot, program, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is way
    press(qtbot, program, Qt.Key.Key_Space)
    dialog = open_dialog(HistoryDialog)
    assert dialog.windowTitle() == "Notes jetées"
    assert "Les 30 dernières notes jetées sont gardées" in shown_text(dialog)
    (last, first) = shown(dialog)
    assert last.startswith("Note jetée, modifiée aujourd’hui à ")
    assert (last.split("\n")[1], first.split("\n")[1]) == ("deux", "trois")
    qtbot.keyClick(child(dialog, QListWidget), Qt.Key.Key_Down)
    assert child(dialog, QTextBrowser).toPlainText().split("\n") == [
        "Contenu",
        "+ Vidéoprotection des parties communes · Fiche complète",
        "+ Pourquoi maintenant · Paragraphe",
    ]
    (back,) = (button for button in dialog.findChildren(QPushButton) if button.text() == "Rétablir")
    while QApplication.focusWidget() is not back:
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    qtbot.keyClick(back, Qt.Key.Key_Return)
    settle(qtbot, program)
    come_back(qtbot, program)
    assert {brief.name for brief in notes(program)} == {"un", "trois"}
    assert [way.text() for way in ways(page)] == ["Notes jetées (1)…"]
    assert page.list.hasFocus()
    assert page.list.currentIndex().data() == "trois"
    assert "La note est de nouveau dans la liste." in shown_text(program.window)


def test_a_note_is_brought_back_by_the_mouse_where_no_other_is_left(qtbot: QtBot, program: Program) -> None:
    keep(program, "un")
    page = show_notes(qtbot, program)
    throw_away(qtbot, program, 1)
    (way,) = ways(page)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    press_button(qtbot, open_dialog(HistoryDialog), "Rétablir")
    settle(qtbot, program)
    assert [brief.name for brief in notes(program)] == ["un"]
    assert ways(page) == []
    assert "La note est jetée." not in shown_text(program.window)  # « Annuler » has nothing left to undo


def test_the_way_counts_what_annuler_took_back(qtbot: QtBot, program: Program) -> None:
    keep(program, "un", "deux")
    page = show_notes(qtbot, program)
    throw_away(qtbot, program, 1)
    assert [way.text() for way in ways(page)] == ["Notes jetées (1)…"]
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert ways(page) == []


def test_a_note_is_in_the_bin_and_comes_back_from_any_page(qtbot: QtBot, program: Program) -> None:
    keep(program, "un", "deux")
    show_notes(qtbot, program)
    throw_away(qtbot, program, 1)
    program.window.navigator.open(VIDEO)
    settle(qtbot, program)
    program.window.keys.bin_requested.emit()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    assert [row.split("\n")[1] for row in shown(dialog)] == ["deux"]
    assert "les 30 dernières notes jetées" in shown_text(dialog)
    press_button(qtbot, dialog, "Rétablir")
    settle(qtbot, program)
    come_back(qtbot, program)
    page = program.window.workspace.briefs.book.page
    assert page.isVisible()
    assert page.list.currentIndex().data() == "deux"
    assert len(page.list.rows.rows) == 2


def test_a_note_that_is_kept_no_more_is_told(qtbot: QtBot, program: Program) -> None:
    keep(program, "un", "deux")
    page = show_notes(qtbot, program)
    throw_away(qtbot, program, 1)
    ways(page)[0].click()
    settle(qtbot, program)
    keep(program, *map(str, range(30)))
    assert program.services is not None
    for brief in notes(program)[:30]:  # another window throws away as many as are kept
        program.services.briefs.discard(brief.id)
    press_button(qtbot, open_dialog(HistoryDialog), "Rétablir")
    settle(qtbot, program)
    assert "Cette note n’existe plus." in shown_text(program.window)
    assert [brief.name for brief in notes(program)] == ["un"]


@pytest.mark.parametrize("confidentiality", ["restreint", "public"])
def test_what_a_note_holds_is_not_copied_when_it_names_a_restricted_example(
    qtbot: QtBot, program: Program, confidentiality: str
) -> None:
    assert program.services is not None
    entry = replace(QUICK, confidentiality=confidentiality)
    sent = program.services.recorder.send(replace(new_draft(), entry=entry), "publie")
    keep(program, "un", record=sent.record_id)
    page = show_notes(qtbot, program)
    throw_away(qtbot, program, 1)
    ways(page)[0].click()
    settle(qtbot, program)
    QApplication.clipboard().setText("avant")
    text = child(open_dialog(HistoryDialog), QTextBrowser)
    assert QUICK.title in text.toPlainText()
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, CTRL)
    assert (clipboard() == "avant") == (confidentiality == "restreint")


def test_a_screen_reader_hears_what_the_lists_are(qtbot: QtBot, program: Program) -> None:
    keep(program, "un")
    page = show_notes(qtbot, program)
    throw_away(qtbot, program, 1)
    (way,) = ways(page)
    spoken = QAccessible.queryAccessibleInterface(way)
    assert spoken.text(QAccessible.Text.Name) == "Notes jetées (1)…"
    way.click()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    assert child(dialog, QListWidget).accessibleName() == "Notes jetées"
    assert child(dialog, QTextBrowser).accessibleName() == "Ce qu’elle contient"
