"""Taking something out of the form, and having it back right after."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Entry, ResultLine, SourceLine
from levers_app.desktop.attachments_field import AttachmentsField
from levers_app.desktop.entry_fields import LineEditor
from levers_app.desktop.program import Program
from tests.desktop.entries import CTRL, QUICK, drafts, page, write
from tests.desktop.helpers import child, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle, type_keys

FULL = replace(
    QUICK,
    problems=("occupation-halls", "trafic-stupefiants", "nuisances-sonores"),
    partners=("Ville", "Police nationale", "Amicale des locataires"),
    results=(ResultLine("Moins de plaintes", "31"), ResultLine("Halls calmes", "", measured=True), ResultLine("Rien")),
    sources=(SourceLine("Bilan", "Office", "2021"), SourceLine("Article", "Journal", "2022")),
)


def take_out(qtbot: QtBot, program: Program, field: str, name: str) -> None:
    """Press the cross that a screen reader calls ``name``."""
    buttons = [b for b in box(program, field).findChildren(QAbstractButton) if b.accessibleName() == name]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    settle(qtbot, program)


def box(program: Program, field: str) -> QWidget:
    page(program).go_to(field)
    return page(program).form.boxes[field]


def undo(qtbot: QtBot, program: Program) -> None:
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)


@pytest.mark.parametrize(
    ("field", "cross"),
    [
        ("problems", "Retirer Trafic de stupéfiants"),
        ("partners", "Retirer Police nationale"),
        ("results", "Retirer la ligne 2"),
        ("sources", "Retirer la ligne 1"),
    ],
)
def test_what_was_taken_out_comes_back_where_it_was(qtbot: QtBot, program: Program, field: str, cross: str) -> None:
    write(qtbot, program, FULL)
    take_out(qtbot, program, field, cross)
    assert len(getattr(page(program).form.entry(), field)) == len(getattr(FULL, field)) - 1
    undo(qtbot, program)
    assert page(program).form.entry() == FULL
    assert drafts(program)[0].entry == FULL


def test_words_that_the_guard_took_out_come_back(qtbot: QtBot, program: Program) -> None:
    entry = replace(QUICK, actions="Appeler Karim Benali le soir\nRondes")
    write(qtbot, program, entry)
    press_button(qtbot, page(program), "Retirer")
    settle(qtbot, program)
    assert "Karim" not in page(program).form.entry().actions
    undo(qtbot, program)
    assert drafts(program)[0].entry == entry
    assert "Karim Benali" in shown_text(page(program))


def test_the_last_chip_that_backspace_takes_away_comes_back_by_the_keyboard(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    page(program).form.boxes["problems"].take_focus()
    press(qtbot, program, Qt.Key.Key_Backspace)
    assert page(program).form.entry().problems == FULL.problems[:2]
    press(qtbot, program, Qt.Key.Key_F6)
    press(qtbot, program, Qt.Key.Key_Space)
    assert page(program).form.entry().problems == FULL.problems


def test_a_photo_comes_back_with_its_caption(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    photo = tmp_path / "hall.png"
    assert QImage(20, 20, QImage.Format.Format_RGB32).save(str(photo))
    write(qtbot, program)
    field = child(box(program, "attachments"), AttachmentsField)
    field.files_given.emit([photo])
    settle(qtbot, program)
    child(field, LineEditor).setFocus()
    type_keys(qtbot, "Le hall")
    (before,) = field.value()
    assert before.caption == "Le hall"
    take_out(qtbot, program, "attachments", "Retirer hall.png")
    assert field.value() == ()
    undo(qtbot, program)
    assert field.value() == (before,)
    assert drafts(program)[0].entry.attachments == (before,)


def test_what_was_typed_since_stays(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    take_out(qtbot, program, "results", "Retirer la ligne 2")
    type_keys(qtbot, "Encore un")  # the keyboard is in the empty row
    settle(qtbot, program)
    undo(qtbot, program)
    assert page(program).form.entry().results == (*FULL.results, ResultLine("Encore un"))


def test_it_is_not_offered_any_more_once_another_draft_is_open(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    take_out(qtbot, program, "problems", "Retirer Trafic de stupéfiants")
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    assert "Annuler" not in shown_text(program.window)
    assert page(program).form.entry() == Entry()


def test_what_other_messages_offer_stays_when_another_draft_opens(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, FULL)
    take_out(qtbot, program, "problems", "Retirer Trafic de stupéfiants")
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    assert "gardé à mesure" in shown_text(program.window)
