"""The head of a sheet: a title that wraps, facts that wrap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.desktop.sheet_facts import FactsRow
from levers_app.desktop.sheet_title import WrappedTitle
from levers_app.desktop.theme import Theme
from levers_app.sheets.document import Fact
from tests.desktop.journeys import settle
from tests.desktop.sheet_samples import sample_sheet


def test_a_title_takes_the_lines_that_it_needs(qtbot: QtBot) -> None:
    title = WrappedTitle("sheet", Theme())
    qtbot.addWidget(title)
    title.show_title("Reconquête de Planoise, entre chute des points de deal et report du trafic", Theme())
    assert [title.heightForWidth(width) for width in (2000, 608)] == [32, 64]


def test_a_title_without_spaces_is_cut_into_lines(qtbot: QtBot) -> None:
    title = WrappedTitle("sheet", Theme())
    qtbot.addWidget(title)
    title.show_title("m" * 500, Theme())
    assert title.heightForWidth(600) > 32 * 10


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_facts_go_to_the_next_line(qtbot: QtBot, scale: float) -> None:
    theme = Theme(scale=scale)
    facts = FactsRow(theme)
    qtbot.addWidget(facts)
    facts.show_facts(sample_sheet().facts, theme)
    assert facts.heightForWidth(4000) == theme.line("ui")
    assert facts.heightForWidth(theme.px(160)) > 2 * theme.line("ui")


def test_facts_have_their_places_however_little_room_there_is(qtbot: QtBot) -> None:
    facts = FactsRow(Theme())
    qtbot.addWidget(facts)
    assert facts.heightForWidth(0) == 0
    facts.show_facts([Fact("place", "Rezé")], Theme())
    assert facts.heightForWidth(0) == Theme().line("ui")


def test_a_fact_longer_than_the_line_stays_inside(qtbot: QtBot) -> None:
    facts = FactsRow(Theme())
    qtbot.addWidget(facts)
    facts.show_facts([Fact("place", "Très long lieu " * 20)], Theme())
    assert QFontMetricsF(Theme().font("label")).horizontalAdvance("Très long lieu " * 20) > 300
    assert facts.heightForWidth(300) == Theme().line("ui")


@pytest.mark.parametrize("width", [300, 500, 1200])
def test_the_way_to_compare_stands_after_the_facts_and_inside(qtbot: QtBot, width: int) -> None:
    facts = FactsRow(Theme())
    qtbot.addWidget(facts)
    shown = (Fact("place", "Très long lieu " * 3), Fact("edited", "Votre version"))
    facts.show_facts(shown, Theme())
    facts.resize(width, facts.heightForWidth(width))
    button = facts.compare.geometry()
    assert button.height() > 0
    assert facts.rect().contains(button)
    facts.show_facts(shown[:1], Theme())
    assert facts.compare.isHidden()


def test_the_head_stands_above_the_text_after_the_sheet_was_enlarged(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.open("lever:mediation-sociale")
    settle(qtbot, program)
    sheet = program.window.workspace.browse.sheet
    program.window.resize(1900, 900)
    qtbot.waitUntil(lambda: sheet.page.width() > 1200)
    program.window.workspace.toggle_reading()
    qtbot.waitUntil(lambda: sheet.page.width() > 1800)
    assert sheet.header.title.x() == sheet.page.plan.left


def test_large_text_leaves_room_to_read(qtbot: QtBot, program: Program) -> None:
    program.window.resize(1280, 720)
    program.window.navigator.open("lever:mediation-sociale")
    settle(qtbot, program)
    sheet = program.window.workspace.browse.sheet
    assert sheet.header.title.height() > Theme().line("sheet")
    for _ in range(10):
        program.window.look.zoom_in()
    settle(qtbot, program)
    assert program.window.look.theme.scale >= 2
    assert sheet.page.body.viewport().height() > 0.45 * sheet.height()
    assert sheet.header.title.isVisible()
    assert sheet.header.favourite.isVisible()
    program.window.look.reset_zoom()
    settle(qtbot, program)
    assert sheet.header.title.y() > sheet.header.favourite.y()
    assert sheet.header.contents.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
