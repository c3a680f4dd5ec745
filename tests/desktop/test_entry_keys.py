"""Keys in the form as the system gives them: an open list of suggestions has them first, then the field."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Entry
from levers_app.desktop.program import Program
from tests.desktop.entries import CTRL, QUICK, drafts, page, strike, write
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import open_title, press

DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab


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
