"""What stands where there is no list: the ways on are whole, by mouse and by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from levers_app.desktop.program import Program
from levers_app.desktop.states import StatePage, WayButton, WayOn
from levers_app.desktop.theme import Theme
from tests.desktop.journeys import press, settle

WAYS = tuple(WayOn(f"words:{n}", f"essai {n}", f"{n} résultats") for n in range(1, 7))


@pytest.fixture(params=[1.0, 2.0])
def page(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[StatePage]:
    """A state with six ways on in a low window, at usual and double size of text."""
    theme = Theme(scale=request.param)
    qapp.setFont(theme.font("ui"))
    qapp.setStyleSheet(theme.stylesheet())
    page = StatePage(theme)
    qtbot.addWidget(page)
    page.resize(900, 420)
    page.show_state("Rien ne répond à cette recherche", "Aucune fiche ne contient cela.", WAYS)
    page.show()
    qtbot.waitExposed(page)
    yield page
    qapp.setStyleSheet("")
    qapp.setFont(Theme().font("ui"))


def ring(button: QPushButton, accent: QColor) -> bool:
    """Whether the ring of the keyboard is drawn around a button."""
    image: QImage = button.grab().toImage()
    return image.pixelColor(image.width() // 2, 1) == accent


def test_ways_on_keep_their_height_and_tab_reaches_the_last(qtbot: QtBot, page: StatePage) -> None:
    ways = page.findChildren(WayButton)
    assert {way.height() for way in ways} == {ways[0].sizeHint().height()}
    page.take_focus(Qt.FocusReason.TabFocusReason)
    for _ in ways[1:]:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert ways[-1].hasFocus()
    assert ways[-1].visibleRegion().boundingRect().height() == ways[-1].height()


def test_a_way_on_tells_where_it_leads(qtbot: QtBot, page: StatePage) -> None:
    chosen = QSignalSpy(page.chosen)
    way = page.findChildren(WayButton)[1]
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert chosen.at(0) == ["words:2"]
    assert way.accessibleName() == "essai 2, 2 résultats"


def test_the_ring_shows_for_the_keyboard_only(qtbot: QtBot, page: StatePage) -> None:
    way = page.findChildren(WayButton)[0]
    accent = Theme().colour("accent")
    page.take_focus(Qt.FocusReason.OtherFocusReason)
    assert way.hasFocus()
    assert not ring(way, accent)
    qtbot.keyClick(way, Qt.Key.Key_Tab)
    qtbot.keyClick(page.findChildren(WayButton)[1], Qt.Key.Key_Backtab)
    assert ring(way, accent)


def test_the_keyboard_goes_where_one_goes(qtbot: QtBot, program: Program) -> None:
    entry = next(b for b in program.window.nav.findChildren(QPushButton) if b.accessibleName().startswith("Favoris"))
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    settle(qtbot, program)
    focus = QApplication.focusWidget()
    assert isinstance(focus, WayButton)
    press(qtbot, program, Qt.Key.Key_Space)
    assert program.window.navigator.place.page == "problems"
    assert program.window.workspace.browse.results.list.hasFocus()
