"""Writing an example at the keyboard: quick first page, drafts that are never lost, the privacy guard."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Entry, SourceLine
from levers_app.catalogue.profile import Profile
from levers_app.desktop.entry_fields import TextEditor
from levers_app.desktop.history_dialog import HistoryDialog
from levers_app.desktop.privacy_remark import PrivacyRemark
from levers_app.desktop.program import Program
from levers_app.desktop.row_list import RowList
from levers_app.desktop.rows import ListRow
from levers_app.paths import DataFolder
from levers_app.store.errors import FullDiskError
from levers_app.store.personal import Personal
from tests.desktop.entries import CTRL, QUICK, desk, drafts, page, write
from tests.desktop.helpers import child, clipboard, open_dialog, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import open_title, press, settle, titles, type_keys


def has_keyboard(box: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and box.isAncestorOf(focus)


# -- quick capture


def test_an_example_is_recorded_by_the_keyboard_alone_and_found_at_once(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    type_keys(qtbot, "Zygomatiques du soir")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_keys(qtbot, "Reze")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for words in ("halls", "trafic"):
        type_keys(qtbot, words)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_keys(qtbot, "mediation sociale")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, program)
    entry = page(program).form.entry()
    assert (entry.commune, entry.department, entry.region) == ("Rezé", "44", "Pays de la Loire")
    assert entry.problems == ("occupation-halls", "trafic-stupefiants")
    assert entry.levers == ("mediation-sociale",)
    page(program).form.boxes["actions"].take_focus()
    type_keys(qtbot, "Rondes")
    page(program).form.boxes["outcome"].take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert open_title(program) == "Zygomatiques du soir"
    assert program.services is not None
    assert program.services.engine.search("zygomatiques").total == 1
    assert drafts(program) == []


def test_what_is_missing_is_said_and_led_to(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, Entry(title="Sans rien d’autre"))
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert "Il manque un lieu" in shown_text(page(program))
    assert has_keyboard(page(program).form.boxes["commune"])
    assert len(drafts(program)) == 1


def test_the_meter_tells_what_others_still_need_and_leads_there(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    page(program).meter.wanted.emit("lessons")
    assert has_keyboard(page(program).form.boxes["lessons"])


def test_a_date_that_makes_no_sense_is_told_under_its_field(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    page(program).show_page(1)
    page(program).form.boxes["start"].take_focus()
    type_keys(qtbot, "hier")
    settle(qtbot, program)
    assert "ne se lit pas" in page(program).form.boxes["start"].fault


def test_an_unknown_commune_is_kept_and_said(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.boxes["commune"].take_focus()
    type_keys(qtbot, "Zzyx-sur-Rien")
    settle(qtbot, program)
    assert "Commune inconnue" in shown_text(page(program))
    assert page(program).form.entry().commune == "Zzyx-sur-Rien"


def test_words_that_name_no_situation_are_told(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.boxes["problems"].take_focus()
    type_keys(qtbot, "xylophone")
    assert "Rien ne s’appelle ainsi" in shown_text(page(program))


def test_a_very_similar_example_is_pointed_at(qtbot: QtBot, program: Program) -> None:
    title = "Des mères en maraude la nuit pour éviter les rixes"
    write(qtbot, program, Entry(title=title, commune="Villeneuve-Saint-Georges"))
    assert "Un exemple très proche existe déjà" in shown_text(page(program))
    press_button(qtbot, page(program), "Le voir")
    settle(qtbot, program)
    assert open_title(program).startswith("Des mères en maraude")


# -- never lost


def test_what_is_typed_comes_back_at_the_next_start(qtbot: QtBot, start: Callable[..., Program]) -> None:
    first = start()
    write(qtbot, first, Entry(title="À reprendre demain"))
    first.window.close()
    first.close()
    second = start()
    second.window.navigator.go_page("drafts")
    settle(qtbot, second)
    assert titles(second) == ["À reprendre demain"]


def test_the_last_letter_before_the_window_closes_is_kept(qtbot: QtBot, start: Callable[..., Program]) -> None:
    first = start()
    press(qtbot, first, Qt.Key.Key_N, CTRL)
    type_keys(qtbot, "Ferme aussi")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T)
    first.window.close()
    first.close()
    second = start()
    assert [draft.entry.title for draft in drafts(second)] == ["Ferme aussit"]


def test_leaving_asks_nothing_and_back_finds_the_draft(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    type_keys(qtbot, "Des rondes")
    program.window.navigator.go_home()
    settle(qtbot, program)
    assert [draft.entry.title for draft in drafts(program)] == ["Des rondes"]
    program.window.navigator.back()
    settle(qtbot, program)
    assert page(program).form.entry().title == "Des rondes"


def test_an_empty_form_leaves_no_draft(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    program.window.navigator.go_home()
    settle(qtbot, program)
    assert drafts(program) == []


def test_several_drafts_are_kept_apart(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    type_keys(qtbot, "Un")
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    assert page(program).form.entry() == Entry()
    type_keys(qtbot, "Deux")
    settle(qtbot, program)
    assert sorted(draft.entry.title for draft in drafts(program)) == ["Deux", "Un"]


def test_what_stood_in_one_form_is_not_in_the_next(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.boxes["commune"].take_focus()
    type_keys(qtbot, "Reze")
    page(program).form.boxes["problems"].take_focus()
    type_keys(qtbot, "xylophone")
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.boxes["commune"].take_focus()
    press(qtbot, program, Qt.Key.Key_Tab)
    assert page(program).form.entry() == Entry()
    assert "Rien ne s’appelle ainsi" not in shown_text(page(program))


def test_the_places_of_a_shipped_example_stay_when_its_commune_is_touched(qtbot: QtBot, program: Program) -> None:
    program.window.workspace.edit("case:gpis-paris-surveillance-nocturne")
    settle(qtbot, program)
    before = page(program).form.entry()
    page(program).form.boxes["commune"].take_focus()
    press(qtbot, program, Qt.Key.Key_End)
    press(qtbot, program, Qt.Key.Key_Space)
    press(qtbot, program, Qt.Key.Key_Tab)
    after = page(program).form.entry()
    assert (after.department, after.region) == (before.department, before.region)


def test_what_is_typed_while_an_example_is_sent_is_kept(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    desk(program).send()
    program.window.workspace.desk.new()  # before the answer
    type_keys(qtbot, "Le suivant")
    settle(qtbot, program)
    assert page(program).form.entry().title == "Le suivant"
    assert [draft.entry.title for draft in drafts(program)] == ["Le suivant"]


def test_a_step_leads_the_keyboard_into_its_page(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).steps.buttons[4].setFocus()
    press(qtbot, program, Qt.Key.Key_Space)
    assert has_keyboard(page(program).form.boxes["partners"])


def test_tab_goes_down_the_page_and_ends_with_sending(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, title="M. Dupont menacé"))
    page(program).form.boxes["title"].take_focus()
    press(qtbot, program, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.text() == "Le garder…"  # a blank that is typed there takes nothing away
    words = []
    while page(program).steps.buttons[0] is not (focus := QApplication.focusWidget()):
        assert isinstance(focus, QWidget)
        words.append(focus.text() if isinstance(focus, QAbstractButton) else "")
        press(qtbot, program, Qt.Key.Key_Tab)
    assert words[-2:] == ["Jeter", "Envoyer à relire"]


def test_ctrl_s_in_the_form_says_that_nothing_is_to_be_saved(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    assert "gardé à mesure" in shown_text(program.window)


def test_a_draft_does_not_leave(qtbot: QtBot, program: Program) -> None:
    QGuiApplication.clipboard().setText("rien")
    write(qtbot, program, Entry(title="Karim Benali au 06 12 34 56 78"))
    program.window.navigator.go_page("drafts")
    settle(qtbot, program)
    program.window.workspace.sheet_actions.copy()
    body = program.window.workspace.browse.sheet.page.body
    body.selectAll()
    body.copy()
    assert "Karim" not in clipboard()


def test_a_draft_thrown_away_is_taken_back(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, Entry(title="Jeté trop vite"))
    desk(program).discard()
    settle(qtbot, program)
    assert drafts(program) == []
    press_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert page(program).form.entry().title == "Jeté trop vite"


def test_a_draft_thrown_away_long_ago_is_in_the_bin(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, Entry(title="Jeté hier"))
    desk(program).discard()
    settle(qtbot, program)
    program.window.workspace.records.show_bin()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    press_button(qtbot, dialog, "Rétablir")
    settle(qtbot, program)
    assert titles(program) == ["Jeté hier"]
    assert "Le brouillon est jeté." not in shown_text(program.window)  # « Annuler » has nothing left to undo


def test_a_draft_that_was_sent_is_not_in_the_bin(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    program.window.workspace.records.delete()
    settle(qtbot, program)
    program.window.workspace.records.show_bin()
    settle(qtbot, program)
    rows = child(open_dialog(HistoryDialog), QListWidget)
    assert [rows.item(number).text().partition(" ")[0] for number in range(rows.count())] == ["Supprimée"]


def test_a_draft_that_changes_an_example_is_in_the_bin_with_what_it_changes(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    program.window.workspace.edit(program.window.navigator.place.record)
    settle(qtbot, program)
    page(program).form.boxes["title"].take_focus()
    type_keys(qtbot, " par ici")
    settle(qtbot, program)
    desk(program).discard()
    settle(qtbot, program)
    program.window.workspace.records.show_bin()
    settle(qtbot, program)
    dialog = open_dialog(HistoryDialog)
    assert child(dialog, QTextBrowser).toPlainText().split("\n")[0] == "Titre"
    assert "Ce qui a été fait" not in child(dialog, QTextBrowser).toPlainText()
    press_button(qtbot, dialog, "Rétablir")
    settle(qtbot, program)
    assert [title.endswith(" par ici") for title in titles(program)] == [True]


def test_drafts_are_kept_while_an_example_is_still_being_sent(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.services is not None
    recorder, go_on = program.services.recorder, Event()
    send = recorder.send

    def slow_send(*given: Any, **named: Any) -> Any:
        go_on.wait(20)
        return send(*given, **named)

    monkeypatch.setattr(recorder, "send", slow_send)
    write(qtbot, program)
    desk(program).send()
    desk(program).new()
    type_keys(qtbot, "Le suivant")
    try:
        qtbot.waitUntil(lambda: "Le suivant" in [draft.entry.title for draft in drafts(program)])
        assert QUICK.title in [draft.entry.title for draft in drafts(program)]
    finally:
        go_on.set()
    settle(qtbot, program)
    assert [draft.entry.title for draft in drafts(program)] == ["Le suivant"]


def test_of_a_draft_in_the_bin_what_was_written_is_shown_and_no_default(qtbot: QtBot, program: Program) -> None:
    assert program.services is not None
    program.services.recorder.set_profile(Profile("Nadia", "Office"))
    write(qtbot, program, Entry(title="Jeté hier", organisation="Office", territory="qpv", actions="Un café"))
    desk(program).discard()
    settle(qtbot, program)
    program.window.workspace.records.show_bin()
    settle(qtbot, program)
    shown = child(open_dialog(HistoryDialog), QTextBrowser).toPlainText().split("\n")
    assert shown == ["Titre", "+ Jeté hier", "Territoire", "+ QPV", "Ce qui a été fait", "+ Un café"]


def test_a_full_disk_is_told_and_the_words_stay(
    qtbot: QtBot, program: Program, data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Personal) -> None:
        raise FullDiskError(data.personal)

    monkeypatch.setattr(Personal, "connection", refuse)
    write(qtbot, program, Entry(title="Le disque est plein"))
    assert "disque est plein" in shown_text(page(program))
    assert page(program).form.entry().title == "Le disque est plein"
    monkeypatch.undo()
    page(program).form.edited.emit("title")
    settle(qtbot, program)
    assert [draft.entry.title for draft in drafts(program)] == ["Le disque est plein"]


def test_pasted_html_is_text(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.boxes["actions"].take_focus()
    mime = QMimeData()
    mime.setHtml("<p>Une <b>action</b></p><script>alert(1)</script>")
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    assert page(program).form.entry().actions.strip() == "Une action"


def test_a_megabyte_is_not_pasted_and_the_clipboard_keeps_it(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.boxes["actions"].take_focus()
    QGuiApplication.clipboard().setText("x" * 1_000_000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    assert "rien n’a été collé" in shown_text(page(program).form.boxes["actions"])
    assert len(clipboard()) == 1_000_000
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    assert "rien n’a été collé" not in shown_text(page(program))
    write(qtbot, program)
    page(program).form.boxes["actions"].take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)  # what was not taken is no fault of what is there
    assert open_title(program) == QUICK.title


def test_a_wrong_year_leads_to_it(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, sources=(SourceLine("Bilan", "Office", "20x4"),)))
    page(program).show_page(6)
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "20x4"
    assert "quatre chiffres" in shown_text(page(program))


@pytest.mark.parametrize(
    "text",
    ["émoji 🎉 et עברית", "un mot " * 14_000, "30\u00a0% en\nmoins\u202f?"],
    ids=["other-scripts", "long", "blanks"],
)
def test_any_text_is_kept_whole(qtbot: QtBot, program: Program, text: str) -> None:
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    page(program).form.boxes["actions"].take_focus()
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    settle(qtbot, program)
    (draft,) = drafts(program)
    assert draft.entry.actions == text


# -- the privacy guard


def test_personal_data_hold_the_example_back_until_removed_or_explained(qtbot: QtBot, program: Program) -> None:
    actions = "Appeler Karim Benali au 06 39 98 27 41"
    write(qtbot, program, replace(QUICK, actions=actions))
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert "données personnelles" in shown_text(page(program))
    remarks = {remark.words: remark for remark in page(program).findChildren(PrivacyRemark)}
    assert set(remarks) == {"Karim Benali", "06 39 98 27 41"}
    press_button(qtbot, remarks["06 39 98 27 41"], "Retirer")
    settle(qtbot, program)
    (left,) = (remark for remark in page(program).findChildren(PrivacyRemark) if remark.isVisible())
    press_button(qtbot, left, "Le garder…")
    type_keys(qtbot, "nom public")
    press(qtbot, program, Qt.Key.Key_Return)
    press(qtbot, program, Qt.Key.Key_Return, CTRL)
    assert open_title(program) == QUICK.title
    assert program.services is not None
    place = program.window.navigator.place.record.partition(":")[2]
    assert "nom public" in shown_text(program.window.workspace.browse.sheet.review)
    (kept,) = program.services.base.reader.case(place).confirmed
    assert (kept.text, kept.reason) == ("Karim Benali", "nom public")


def test_what_is_pointed_out_is_underlined_whatever_its_spaces(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, actions="Appeler le 06\u00a039\u00a098\u00a027\u00a041"))
    editor = page(program).form.boxes["actions"].editor
    assert isinstance(editor, TextEditor)
    (mark,) = editor.extraSelections()
    assert mark.cursor.selectedText() == "06\u00a039\u00a098\u00a027\u00a041"


# -- the home page


def test_drafts_are_taken_up_from_the_home_page(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, Entry(title="À finir"))
    program.window.navigator.go_home()
    settle(qtbot, program)
    (row,) = (row for row in home_rows(program) if row.plain_title == "À finir")
    program.window.navigator.open(row.id)
    settle(qtbot, program)
    assert page(program).form.entry().title == "À finir"


def home_rows(program: Program) -> list[ListRow]:
    return [row for rows in program.window.home.findChildren(RowList) for row in rows.rows.rows]
