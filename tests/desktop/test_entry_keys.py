"""Keys in the form as the system gives them: an open list of suggestions has them first, then the field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from tests.desktop.entries import CTRL, page, strike
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press

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
