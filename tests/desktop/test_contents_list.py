"""The list of contents."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from levers_app.desktop.contents_list import ContentsList, ContentsModel, Entry
from levers_app.desktop.theme import Theme

ENTRIES = (Entry("top", "En bref"), Entry("conditions", "Conditions", 7), Entry("sources", "Sources", 20))


@pytest.fixture
def contents(qtbot: QtBot) -> ContentsList:
    contents = ContentsList(Theme())
    qtbot.addWidget(contents)
    contents.show_entries(ENTRIES, Theme())
    return contents


def test_the_model_behaves(qtmodeltester: ModelTester) -> None:
    model = ContentsModel()
    qtmodeltester.check(model)
    model.set_entries(ENTRIES)
    qtmodeltester.check(model)


def test_counts_are_said_to_screen_readers(contents: ContentsList) -> None:
    index = contents.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Conditions (7)"
    assert index.data() == "Conditions"


def test_a_click_chooses(qtbot: QtBot, contents: ContentsList) -> None:
    row = contents.visualRect(contents.model().index(2, 0)).center()
    with qtbot.waitSignal(contents.chosen) as chosen:
        qtbot.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert chosen.args == ["sources"]


def test_following_the_text_chooses_nothing(qtbot: QtBot, contents: ContentsList) -> None:
    with qtbot.assertNotEmitted(contents.chosen):
        contents.set_current("conditions")
    assert contents.currentIndex().row() == 1
