"""Keys in the form as the system gives them: an open list of suggestions has them first, then the field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Entry, ResultLine, SourceLine
from levers_app.catalogue.records import Attachment
from levers_app.desktop.entry_fields import TextEditor
from levers_app.desktop.entry_page import EntryPage
from levers_app.desktop.profile_dialog import ProfileDialog
from levers_app.desktop.program import Program
from tests.desktop.entries import CTRL, QUICK, drafts, page, strike, write
from tests.desktop.helpers import child, open_dialog, shown_text
from tests.desktop.journeys import open_title, press, settle

DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab


def focused() -> QWidget:
    """What has the keyboard."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def in_sight(part: QWidget, inside: EntryPage, area: QRect | None = None) -> bool:
    """Whether ``area`` of a part, or all of it, stands in the part of the page that is shown."""
    port = child(inside, QScrollArea).viewport()
    shown = area or part.rect()
    return port.rect().contains(QRect(part.mapTo(port, QPoint(0, 0)) + shown.topLeft(), shown.size()))


@pytest.fixture
def begun(qtbot: QtBot, program: Program) -> Program:
    """An empty form."""
    press(qtbot, program, Qt.Key.Key_N, CTRL)
    return program


# -- suggestions


@pytest.mark.parametrize(
    ("keys", "partners"),
    [
        (("Ville de Sai", ENTER), ("Ville de Sai",)),
        (("Ville de Sai", DOWN, ENTER), ("Ville de Saint-Ouen",)),
        (("mission loc,",), ("mission loc",)),
        (("mission loc", ENTER, "Office", TAB), ("mission loc", "Office")),
    ],
    ids=["typed", "chosen", "comma", "two"],
)
def test_a_partner_is_what_was_typed_or_what_the_arrows_chose_and_one_alone(
    qtbot: QtBot, begun: Program, keys: tuple[Qt.Key | str, ...], partners: tuple[str, ...]
) -> None:
    page(begun).go_to("partners")
    strike(qtbot, begun, *keys)
    assert page(begun).form.entry().partners == partners


def test_an_organisation_is_written_as_chosen(qtbot: QtBot, begun: Program) -> None:
    page(begun).go_to("organisation")
    strike(qtbot, begun, "Ville de Sai", DOWN, ENTER)
    assert "Ville de Saint-" in page(begun).form.entry().organisation


def test_of_several_communes_enter_takes_none(qtbot: QtBot, begun: Program) -> None:
    page(begun).go_to("commune")
    strike(qtbot, begun, "Saint-De", ENTER)
    entry = page(begun).form.entry()
    assert (entry.commune, entry.department, entry.region) == ("Saint-De", "", "")
    assert "choisissez la vôtre dans la liste" in shown_text(page(begun))
    strike(qtbot, begun, DOWN, ENTER)
    assert page(begun).form.entry().department


@pytest.mark.parametrize("typed", ["Reze", "Villeneuve-Saint-Georg"], ids=["its name", "the only one so begun"])
def test_enter_takes_the_only_commune_that_is_meant(qtbot: QtBot, begun: Program, typed: str) -> None:
    page(begun).go_to("commune")
    strike(qtbot, begun, typed, ENTER, TAB)
    assert page(begun).form.entry().department


# -- words left in a field


def test_words_that_name_one_situation_are_taken_when_one_leaves(qtbot: QtBot, begun: Program) -> None:
    page(begun).go_to("problems")
    strike(qtbot, begun, "trafic de stup", TAB)
    assert page(begun).form.entry().problems == ("trafic-stupefiants",)


def test_words_that_name_no_lever_are_told_and_hold_the_example_back(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    page(program).go_to("levers")
    strike(qtbot, program, "encore forcees", TAB)
    said = "«\u00a0encore forcees\u00a0» n’est pas un levier\u00a0: choisissez dans la liste ou effacez."
    assert page(program).form.boxes["levers"].fault == said
    press(qtbot, program, ENTER, CTRL)
    assert said in shown_text(page(program))
    assert len(drafts(program)) == 1
    strike(qtbot, program, *14 * (Qt.Key.Key_Backspace,))
    assert page(program).form.boxes["levers"].fault == ""
    press(qtbot, program, ENTER, CTRL)
    assert open_title(program) == QUICK.title


def test_what_is_still_in_the_line_at_sending_is_taken(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    page(program).go_to("problems")
    strike(qtbot, program, "trafic de stup")
    press(qtbot, program, ENTER, CTRL)
    assert program.services is not None
    slug = program.window.navigator.place.record.partition(":")[2]
    assert program.services.base.reader.case(slug).problems == ("occupation-halls", "trafic-stupefiants")


# -- where Tab goes


def test_tab_into_a_field_of_chips_reaches_its_line_and_the_arrows_its_chips(qtbot: QtBot, begun: Program) -> None:
    page(begun).form.show_entry(Entry(partners=("Ville", "Parquet", "Gendarmerie")))
    page(begun).go_to("partners")
    strike(qtbot, begun, TAB, " x", Qt.Key.Key_Backtab)
    assert page(begun).form.entry().partners == ("Ville", "Parquet", "Gendarmerie")
    strike(qtbot, begun, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert page(begun).form.entry().partners == ("Ville", "Gendarmerie")


def test_enter_after_the_last_field_of_a_page_goes_on(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    page(program).go_to("rationale")
    qtbot.wait(1)  # the order follows in another turn
    strike(qtbot, program, TAB, Qt.Key.Key_Space)
    assert page(program).form.currentIndex() == 3


def test_letters_after_turning_pages_are_added(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program)
    page(program).show_page(1)
    press(qtbot, program, Qt.Key.Key_PageUp, CTRL)
    strike(qtbot, program, " bis")
    assert page(program).form.entry().title == f"{QUICK.title} bis"


def test_one_goes_through_a_row_without_removing_it(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, results=(ResultLine("Moins"),), sources=(SourceLine("Bilan"),)))
    page(program).go_to("results")
    strike(qtbot, program, TAB, "3 fois")
    page(program).go_to("sources")
    strike(qtbot, program, TAB, "A B", TAB, "2021", TAB, "x.fr")
    entry = page(program).form.entry()
    assert entry.results == (ResultLine("Moins", "3 fois"),)
    assert entry.sources == (SourceLine("Bilan", "A B", "2021", "x.fr"),)


def test_a_blank_typed_after_a_field_with_a_remark_takes_no_words_away(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, actions="Appeler Karim Benali"))
    page(program).go_to("actions")
    strike(qtbot, program, TAB, " nom public", ENTER)
    entry = page(program).form.entry()
    assert entry.actions == "Appeler Karim Benali"
    assert [kept.reason for kept in entry.confirmed] == ["nom public"]


@pytest.mark.parametrize("key", [DOWN, Qt.Key.Key_Right])
def test_arrows_choose_an_outcome_when_none_is(qtbot: QtBot, begun: Program, key: Qt.Key) -> None:
    page(begun).go_to("outcome")
    strike(qtbot, begun, key)
    assert page(begun).form.entry().outcome
    radio = focused()
    assert isinstance(radio, QRadioButton)
    assert radio.isChecked()


def test_enter_on_a_role_keeps_the_profile(qtbot: QtBot, program: Program) -> None:
    program.window.keys.profile_requested.emit()
    settle(qtbot, program)
    dialog = open_dialog(ProfileDialog)
    dialog.findChildren(QRadioButton)[0].setFocus()
    qtbot.keyClick(focused(), DOWN)
    role = focused()
    assert isinstance(role, QRadioButton)
    assert role.isChecked()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(role, ENTER)


# -- what is said, and what is seen


def test_passages_to_be_looked_at_are_said_where_sending_would_be_offered(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, actions="Appeler Karim Benali au 06 39 98 27 41"))
    assert "2 passages à revoir" in shown_text(page(program).meter)
    page(program).form.show_entry(QUICK)
    page(program).form.edited.emit("actions")
    press(qtbot, program, Qt.Key.Key_End)
    assert "Vous pouvez envoyer dès maintenant" in shown_text(page(program).meter)


def test_the_way_to_a_passage_leads_into_its_caption(qtbot: QtBot, program: Program) -> None:
    files = [
        Attachment(name=f"hall {n}.png", digest=f"{n}" * 64, media="image/png", size=9, caption=caption)
        for n, caption in enumerate(("Le hall", "Karim Benali devant le hall"))
    ]
    write(qtbot, program, replace(QUICK, attachments=tuple(files)))
    press(qtbot, program, ENTER, CTRL)
    assert focused().accessibleName() == "Légende de hall 1.png"
    (remark,) = page(program).form.boxes["attachments"].remarks
    qtbot.waitUntil(lambda: in_sight(focused(), page(program)) and in_sight(remark, page(program)))


def test_the_page_follows_the_caret_of_what_is_pasted(qtbot: QtBot, program: Program) -> None:
    program.window.resize(1280, 720)
    write(qtbot, program, replace(QUICK, actions=""))
    page(program).form.boxes["actions"].take_focus()
    QGuiApplication.clipboard().setText("Une ronde\n" * 12)
    press(qtbot, program, Qt.Key.Key_V, CTRL)
    editor = focused()
    assert isinstance(editor, TextEditor)
    qtbot.waitUntil(lambda: in_sight(editor.viewport(), page(program), editor.cursorRect()))


def test_the_meter_names_what_is_missing_and_counts_nothing(qtbot: QtBot, program: Program) -> None:
    write(qtbot, program, replace(QUICK, lessons="Venir souvent"))
    said = shown_text(page(program).meter)
    assert said.startswith("Il manque, pour qu’un collègue s’en serve\u00a0:")
    assert "sur 10" not in said
    assert "Enseignements" not in said
