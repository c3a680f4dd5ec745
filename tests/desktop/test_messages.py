"""Toasts and notice bars, as seen, clicked and heard."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import NoticeBar, Toasts
from tests.desktop.helpers import press, shown_text


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    return said


def toast(window: QWidget) -> QFrame | None:
    found = [frame for frame in window.findChildren(QFrame) if frame.property("look") == "toast" and frame.isVisible()]
    return found[0] if found else None


def test_a_toast_stands_at_the_bottom_left(window: QWidget) -> None:
    Toasts(window).show("Ajouté aux favoris.")
    frame = toast(window)
    assert frame is not None
    assert (frame.x(), frame.geometry().bottom()) == (16, 500 - 16 - 1)


def test_it_follows_the_size_of_the_window(qtbot: QtBot, window: QWidget) -> None:
    Toasts(window).show("Ajouté aux favoris.")
    window.resize(400, 300)
    qtbot.waitUntil(lambda: (frame := toast(window)) is not None and frame.geometry().bottom() == 300 - 16 - 1)


def test_it_stays_above_a_page_that_is_turned(window: QWidget) -> None:
    pages = QStackedWidget(window)
    pages.setGeometry(100, 0, 700, 400)
    pages.addWidget(QFrame())
    pages.addWidget(QFrame())
    pages.show()
    Toasts(pages).show("Ajouté aux favoris.")
    pages.setCurrentIndex(1)
    found = window.childAt(100 + 40, 400 - 36)
    assert isinstance(found, QLabel)
    assert found.text() == "Ajouté aux favoris."


def test_it_goes_away_by_itself(qtbot: QtBot, window: QWidget) -> None:
    Toasts(window, milliseconds=20).show("Ajouté.")
    qtbot.waitUntil(lambda: toast(window) is None)


def test_a_second_message_takes_the_place_of_the_first(window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show("un")
    toasts.show("deux")
    assert shown_text(window) == "deux"


def test_its_button_acts_and_it_goes(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    Toasts(window).show("Retiré des favoris.", Choice("Annuler", lambda: done.append("annulé")))
    press(qtbot, window, "Annuler")
    assert done == ["annulé"]
    assert toast(window) is None


def test_the_keyboard_reaches_its_button_and_keeps_it(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    toasts = Toasts(window, milliseconds=20)
    toasts.show("Retiré.", Choice("Annuler", lambda: done.append("annulé")))
    assert toasts.take_focus()
    qtbot.wait(60)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert done == ["annulé"]


def test_escape_takes_it_away(qtbot: QtBot, window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show("Retiré.", Choice("Annuler", print))
    toasts.take_focus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert toast(window) is None


def test_without_a_button_the_focus_stays(window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show("Ajouté.")
    assert not toasts.take_focus()


def test_it_stays_under_the_mouse(qtbot: QtBot, window: QWidget) -> None:
    Toasts(window).show("Ajouté.")
    qtbot.mouseMove(window, QPoint(40, 470))
    frame = toast(window)
    assert frame is not None
    (timer,) = frame.findChildren(QTimer)
    assert timer.isActive() != frame.underMouse()


def test_a_screen_reader_hears_it(window: QWidget, spoken: list[str]) -> None:
    Toasts(window).show("Ajouté aux favoris.")
    assert spoken == ["Ajouté aux favoris."]


def test_a_long_message_stays_inside_the_window(window: QWidget) -> None:
    window.resize(300, 300)
    Toasts(window).show("mot " * 60)
    frame = toast(window)
    assert frame is not None
    assert window.rect().contains(frame.geometry())


def test_a_notice_bar_offers_what_to_do(qtbot: QtBot, window: QWidget, spoken: list[str]) -> None:
    done: list[str] = []
    bar = NoticeBar("La base est abîmée.", Choice("Vérifier", lambda: done.append("vérifiée")), look="error")
    bar.setParent(window)
    bar.show()
    press(qtbot, bar, "Vérifier")
    assert (done, spoken) == (["vérifiée"], ["La base est abîmée."])


def test_a_notice_bar_can_be_taken_away(qtbot: QtBot, window: QWidget) -> None:
    bar = NoticeBar("L’index se reconstruit.")
    bar.setParent(window)
    bar.show()
    with qtbot.waitSignal(bar.closed):
        press(qtbot, bar, "Masquer")


def test_a_notice_bar_may_be_there_to_stay(qtbot: QtBot) -> None:
    bar = NoticeBar("Base en lecture seule.", closable=False)
    qtbot.addWidget(bar)
    assert not bar.findChildren(QPushButton)
    assert QAccessible.queryAccessibleInterface(bar).text(QAccessible.Text.Name) == "Base en lecture seule."


def test_messages_are_never_markup(window: QWidget) -> None:
    Toasts(window).show("<b>gras</b>")
    assert "<b>gras</b>" in shown_text(window)


def test_a_notice_in_a_narrow_window_is_not_cut(qtbot: QtBot, window: QWidget) -> None:
    page = QVBoxLayout(window)
    bar = NoticeBar("La base est abîmée, mais rien n’a été effacé. " * 6, Choice("Vérifier", print))
    page.addWidget(bar)
    page.addStretch(1)
    window.resize(360, 500)
    label = bar.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert bar.height() < 400
