"""Writing about levers: a version of one's own and « Chez nous »; nothing is asked, and nothing typed is lost."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.app import open_folder
from levers_app.catalogue.records import Lever, LocalComplement
from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.entry_fields import TextEditor
from levers_app.desktop.history_dialog import HistoryDialog
from levers_app.desktop.home_data import standing
from levers_app.desktop.lever_dialog import LeverDialog
from levers_app.desktop.local_dialog import LocalDialog
from levers_app.desktop.program import Program
from levers_app.desktop.sheet_facts import FactsRow
from levers_app.desktop.texts_dialog import TextsDialog
from levers_app.paths import DataFolder
from levers_app.services import Services
from levers_app.store.errors import FullDiskError
from levers_app.store.personal import Personal
from tests.desktop.entries import CTRL
from tests.desktop.helpers import child, clipboard, open_dialog, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle, type_keys

LEVER, LOCAL = "lever:clspd", "local:clspd"


def services(program: Program) -> Services:
    assert program.services is not None
    return program.services


def edit(qtbot: QtBot, program: Program) -> LeverDialog:
    """Open the sheet, then its dialog with Ctrl+E."""
    program.window.navigator.open(LEVER)
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_E, CTRL)
    return open_dialog(LeverDialog)


def complete(qtbot: QtBot, program: Program) -> LocalDialog:
    program.window.navigator.open(LEVER)
    settle(qtbot, program)
    program.window.workspace.levers.show_local()
    settle(qtbot, program)
    return open_dialog(LocalDialog)


def texts(dialog: TextsDialog) -> list[str]:
    return [editor.value() for editor in dialog.findChildren(TextEditor)]


def kept(qtbot: QtBot, program: Program, record: str = LOCAL) -> None:
    """Wait until what is typed is kept."""
    qtbot.waitUntil(lambda: services(program).recorder.unsaved.get(record) is not None, timeout=5_000)
    settle(qtbot, program)


# -- saving


def test_what_is_added_to_a_lever_shows_in_its_sheet_and_does_not_leave(qtbot: QtBot, program: Program) -> None:
    complete(qtbot, program)
    type_keys(qtbot, "Poste 12, mairie")
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    sheet = program.window.workspace.browse.sheet
    assert sheet.document is not None
    assert sheet.document.sections[0].title == "Chez nous"
    program.window.workspace.sheet_actions.copy()
    assert "Poste 12" not in clipboard()
    sheet.header.prints_local.setChecked(True)
    program.window.workspace.sheet_actions.copy()
    assert "Poste 12" in clipboard()


def test_a_lever_changed_here_is_a_local_version_that_goes_back(qtbot: QtBot, program: Program) -> None:
    reader = services(program).base.reader
    before = reader.lever("clspd")
    dialog = edit(qtbot, program)
    type_keys(qtbot, "Ici. ")
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)
    assert reader.lever("clspd").summary == f"Ici. {before.summary}"
    assert reader.origin(LEVER).edited
    assert services(program).recorder.unsaved.get(LEVER) is None
    program.window.workspace.records.compare()
    settle(qtbot, program)
    press_button(qtbot, open_dialog(HistoryDialog), "Revenir à l’original")
    settle(qtbot, program)
    assert reader.lever("clspd") == before


def test_a_lever_changed_here_says_so_under_its_title_with_the_way_to_compare(qtbot: QtBot, program: Program) -> None:
    dialog = edit(qtbot, program)
    facts = child(program.window.workspace.browse.sheet.header, FactsRow)
    assert "Votre version" not in facts.accessibleName()
    assert "Comparer à l’original" not in shown_text(facts)
    type_keys(qtbot, "Ici. ")
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)
    assert "Votre version" in facts.accessibleName()
    press_button(qtbot, facts, "Comparer à l’original")
    settle(qtbot, program)
    press_button(qtbot, open_dialog(HistoryDialog), "Revenir à l’original")
    settle(qtbot, program)
    assert "Votre version" not in facts.accessibleName()


def test_a_lever_that_was_only_looked_at_stays_as_shipped(qtbot: QtBot, program: Program) -> None:
    reader = services(program).base.reader
    assert any("\u00a0" in limit for limit in reader.lever("clspd").limits)
    dialog = edit(qtbot, program)
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)
    assert not reader.origin(LEVER).edited
    assert "enregistrée" not in shown_text(program.window)


def wrapped(program: Program) -> Lever:
    """A lever whose description is shipped in lines of 120 characters, and is shown by Ctrl+E."""
    reader = services(program).base.reader
    levers = (reader.lever(id_.partition(":")[2]) for id_ in sorted(reader.ids()) if id_.startswith("lever:"))
    return next(lever for lever in levers if "\n" in lever.description.replace("\n\n", "").strip())


def description(qtbot: QtBot, program: Program, lever: Lever) -> TextEditor:
    program.window.navigator.open(lever.id)
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_E, CTRL)
    return open_dialog(LeverDialog).findChildren(TextEditor)[1]


def test_paragraphs_are_shown_without_the_lines_of_the_file(qtbot: QtBot, program: Program) -> None:
    lever = wrapped(program)
    editor = description(qtbot, program, lever)
    shown = editor.value()
    assert "\n" not in shown.replace("\n\n", "")
    assert shown.split() == lever.description.split()
    assert shown.count("\n\n") == lever.description.strip().count("\n\n")
    editor.show_value(lever.description)  # the lines alone are no change
    editor.edited.emit()
    press_button(qtbot, open_dialog(LeverDialog), "Enregistrer")
    settle(qtbot, program)
    assert not services(program).base.reader.origin(lever.id).edited


def test_paragraphs_that_were_not_touched_stay_as_they_were(qtbot: QtBot, program: Program) -> None:
    lever = wrapped(program)
    editor = description(qtbot, program, lever)
    editor.show_value(editor.value() + "\n\nChez nous aussi.")
    editor.edited.emit()
    press_button(qtbot, open_dialog(LeverDialog), "Enregistrer")
    settle(qtbot, program)
    now = services(program).base.reader.lever(lever.slug).description
    assert now == lever.description.strip() + "\n\nChez nous aussi."


def test_a_source_that_the_lever_lacks_is_refused_where_it_was_typed(qtbot: QtBot, program: Program) -> None:
    dialog = edit(qtbot, program)
    type_keys(qtbot, "Ici [clspd-99]. ")
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert "clspd-99" in shown_text(dialog)
    assert texts(dialog)[0].startswith("Ici [clspd-99]")
    assert QApplication.focusWidget() is dialog.findChildren(TextEditor)[0]
    assert not services(program).base.reader.origin(LEVER).edited


def test_what_is_added_to_a_lever_is_undone_unless_somebody_wrote_since(qtbot: QtBot, program: Program) -> None:
    recorder, history = services(program).recorder, services(program).base.history
    reader = services(program).base.reader
    complete(qtbot, program)
    type_keys(qtbot, "Poste 12")
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert reader.complement("clspd").empty
    complete(qtbot, program)
    type_keys(qtbot, "Poste 13")
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    someone_else = LocalComplement("clspd", contacts="Poste 14")
    recorder.complete(someone_else, history.last_seq(LOCAL))
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert "Rien n’a été annulé" in shown_text(open_dialog(Dialog))
    assert reader.complement("clspd") == someone_else


def test_two_who_change_one_lever_both_keep_their_words(qtbot: QtBot, program: Program) -> None:
    dialog = complete(qtbot, program)
    type_keys(qtbot, "Poste 12")
    services(program).recorder.complete(LocalComplement("clspd", contacts="Poste 14", notes="Le lundi"), 0)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert "modifiée entre-temps" in shown_text(dialog)
    press_button(qtbot, dialog, "Enregistrer la mienne")
    settle(qtbot, program)
    complement = services(program).base.reader.complement("clspd")
    assert (complement.contacts, complement.notes) == ("Poste 12", "Le lundi")
    assert len(services(program).base.history.versions(LOCAL)) == 2


# -- closing, and going on


@pytest.mark.parametrize("way_out", ["Esc", "Fermer"])
def test_closing_asks_nothing_and_saves_nothing_and_what_was_typed_is_there_again(
    qtbot: QtBot, program: Program, way_out: str
) -> None:
    dialog = complete(qtbot, program)
    type_keys(qtbot, "Poste 12")
    if way_out == "Esc":
        press(qtbot, program, Qt.Key.Key_Escape)
    else:
        press_button(qtbot, dialog, way_out)
    settle(qtbot, program)
    assert services(program).base.reader.complement("clspd").empty
    press_button(qtbot, program.window, "Reprendre")
    settle(qtbot, program)
    again = open_dialog(LocalDialog)
    assert texts(again)[0] == "Poste 12"
    assert "Modifications non enregistrées, reprises" in shown_text(again)
    press_button(qtbot, again, "Enregistrer")
    settle(qtbot, program)
    assert services(program).base.reader.complement("clspd").contacts == "Poste 12"


def test_what_is_abandoned_goes_and_comes_back_when_that_is_undone(qtbot: QtBot, program: Program) -> None:
    dialog = complete(qtbot, program)
    type_keys(qtbot, "Poste 12")
    kept(qtbot, program)
    press_button(qtbot, dialog, "Abandonner")
    settle(qtbot, program)
    assert services(program).recorder.unsaved.get(LOCAL) is None
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert texts(open_dialog(LocalDialog))[0] == "Poste 12"
    press_button(qtbot, open_dialog(LocalDialog), "Abandonner")
    settle(qtbot, program)
    assert texts(complete(qtbot, program))[0] == ""


def test_what_was_typed_and_taken_back_leaves_nothing_behind(qtbot: QtBot, program: Program) -> None:
    dialog = complete(qtbot, program)
    type_keys(qtbot, "P")
    kept(qtbot, program)
    assert "Abandonner" in shown_text(dialog)
    press(qtbot, program, Qt.Key.Key_Backspace)
    dialog.close()
    settle(qtbot, program)
    assert services(program).recorder.unsaved.get(LOCAL) is None
    assert "Reprendre" not in shown_text(program.window)


def test_what_is_typed_survives_a_program_that_is_killed(
    qtbot: QtBot, program: Program, data: DataFolder, tmp_path: Path
) -> None:
    edit(qtbot, program)
    type_keys(qtbot, "Ici. ")
    kept(qtbot, program, LEVER)  # nobody closes anything: the files are as a kill leaves them
    copy = DataFolder(tmp_path / "après")
    shutil.copytree(data.root, copy.root)
    with closing(open_folder(copy)) as after:
        unsaved = after.recorder.unsaved.get(LEVER)
        assert unsaved is not None
        assert unsaved.texts["summary"].startswith("Ici. ")
        assert not after.base.reader.origin(LEVER).edited


def test_what_was_typed_last_is_kept_when_the_window_closes(qtbot: QtBot, start: Callable[..., Program]) -> None:
    first = start()
    complete(qtbot, first)
    type_keys(qtbot, "Poste 12")
    first.window.close()
    first.close()
    open_dialog(LocalDialog).hide()  # as the end of the program does
    assert texts(complete(qtbot, start()))[0] == "Poste 12"


def test_a_full_disk_is_told_and_the_words_stay_even_if_one_closes(
    qtbot: QtBot, program: Program, data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Personal) -> None:
        raise FullDiskError(data.personal)

    dialog = complete(qtbot, program)
    type_keys(qtbot, "Poste 12")
    monkeypatch.setattr(Personal, "connection", refuse)
    dialog.close()
    settle(qtbot, program)
    again = open_dialog(LocalDialog)
    assert "disque est plein" in shown_text(again)
    assert texts(again)[0] == "Poste 12"
    monkeypatch.undo()
    type_keys(qtbot, ".")
    kept(qtbot, program)
    assert "disque est plein" not in shown_text(again)


def test_what_is_not_saved_is_among_the_drafts_and_goes_on_from_there(
    qtbot: QtBot, program: Program, data: DataFolder
) -> None:
    with closing(open_folder(data)) as before:  # as a program that was killed left them
        before.recorder.unsaved.keep(LOCAL, {"contacts": "Poste 12"}, 0)
        before.recorder.unsaved.keep(LEVER, {"costs": "Rien"}, 0)
        before.recorder.unsaved.keep("lever:absent", {"costs": "Rien"}, 0)
    program.window.navigator.go_page("drafts")
    settle(qtbot, program)
    rows = program.window.workspace.browse.results.list
    assert {row.meta for row in rows.rows.rows} == {"Chez nous", "Modification de la fiche"}
    assert all("Non enregistré" in row.spoken for row in rows.rows.rows)
    sheet = program.window.workspace.browse.sheet.document
    assert sheet is not None
    assert sheet.id == LEVER
    rows.opened.emit("unsaved:local:clspd")
    settle(qtbot, program)
    dialog = open_dialog(LocalDialog)
    assert texts(dialog)[0] == "Poste 12"
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)
    assert [row.meta for row in rows.rows.rows] == ["Modification de la fiche"]
    assert standing(services(program)).pages["drafts"] == 1
