"""Toasts and notice bars, as seen, clicked and heard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.dialogs import Choice
from levers_app.desktop.messages import NoticeBar, Toasts
from levers_app.desktop.status_bar import StatusBar
from levers_app.desktop.theme import Theme
from tests.desktop.helpers import child, press, shown_text


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A page with a button in its last corner, and the status bar under it."""
    window = QWidget()
    window.resize(800, 500)
    page = QWidget(window)
    foot = QVBoxLayout(page)
    foot.setContentsMargins(0, 0, 0, 0)
    foot.addStretch(1)
    foot.addWidget(QPushButton("Suivant", page), 0, Qt.AlignmentFlag.AlignLeft)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(page, 1)
    column.addWidget(StatusBar(Theme(), window))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def toasts_of(window: QWidget, **changes: int) -> Toasts:
    return Toasts(child(window, StatusBar), **changes)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    return said


def toast(window: QWidget) -> QFrame | None:
    found = [frame for frame in window.findChildren(QFrame) if frame.property("look") == "toast" and frame.isVisible()]
    return found[0] if found else None


def place_of(window: QWidget, part: QWidget) -> QRect:
    """Where a part of the window is."""
    return QRect(part.mapTo(window, QPoint()), part.size())


def test_a_message_stands_at_the_bottom_left_and_covers_nothing_of_the_page(qtbot: QtBot, window: QWidget) -> None:
    toasts_of(window).show("Ajouté aux favoris.")
    frame, button = toast(window), next(b for b in window.findChildren(QPushButton) if b.text() == "Suivant")
    assert frame is not None
    qtbot.waitUntil(lambda: place_of(window, button).bottom() < place_of(window, frame).top())
    assert place_of(window, frame).x() == 16
    assert window.rect().contains(place_of(window, frame))


def test_the_page_has_its_room_again_when_it_is_gone(qtbot: QtBot, window: QWidget) -> None:
    bar = child(window, StatusBar)
    bar.show_base("Base locale")
    toasts = toasts_of(window)
    toasts.show("Ajouté aux favoris.")
    qtbot.waitUntil(lambda: bar.height() > 28)
    assert "Base locale" not in shown_text(window)
    toasts.clear()
    qtbot.waitUntil(lambda: bar.height() == 28)
    assert "Base locale" in shown_text(window)


def test_a_long_message_takes_the_place_of_what_is_said_of_the_page(qtbot: QtBot, window: QWidget) -> None:
    bar = child(window, StatusBar)
    bar.show_page("80 résultats")
    toasts = toasts_of(window)
    toasts.show("Ajouté.")
    assert "80 résultats" in shown_text(window)
    toasts.show("mot " * 40)
    assert "80 résultats" not in shown_text(window)
    toasts.clear()
    assert "80 résultats" in shown_text(window)


def test_it_is_read_whole_in_any_size_of_window(qtbot: QtBot, window: QWidget) -> None:
    toasts_of(window).show("mot " * 30, Choice("Annuler", print))
    frame = toast(window)
    assert frame is not None
    wide = frame.height()
    window.resize(400, 300)
    label = child(frame, QLabel)
    qtbot.waitUntil(lambda: frame.height() > wide and label.height() >= label.heightForWidth(label.width()))
    qtbot.waitUntil(lambda: window.rect().contains(place_of(window, frame)))


def test_it_goes_away_by_itself(qtbot: QtBot, window: QWidget) -> None:
    toasts_of(window, milliseconds=20).show("Ajouté.")
    qtbot.waitUntil(lambda: toast(window) is None)


def test_one_that_offers_to_undo_stays_twice_as_long(qtbot: QtBot, window: QWidget) -> None:
    toasts = toasts_of(window, milliseconds=20)
    toasts.show("Retiré.", Choice("Annuler", print))
    frame = toast(window)
    assert frame is not None
    assert [timer.interval() for timer in frame.findChildren(QTimer)] == [40]
    qtbot.waitUntil(lambda: toast(window) is None)


def test_undo_presses_the_button_that_undoes_and_no_other(window: QWidget) -> None:
    done: list[str] = []
    toasts = toasts_of(window)
    toasts.undo()
    toasts.show("Gardé.", Choice("Reprendre", lambda: done.append("repris")))
    toasts.undo()
    toasts.show("Retiré.", Choice("Ouvrir", lambda: done.append("ouvert")), Choice("Annuler", lambda: done.append("x")))
    toasts.undo()
    assert (done, toast(window)) == (["x"], None)


def test_a_second_message_takes_the_place_of_the_first(window: QWidget) -> None:
    toasts = toasts_of(window)
    toasts.show("un")
    toasts.show("deux")
    assert "deux" in shown_text(window)
    assert "un" not in shown_text(window).split()


def test_its_button_acts_and_it_goes(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    toasts_of(window).show("Retiré des favoris.", Choice("Annuler", lambda: done.append("annulé")))
    press(qtbot, window, "Annuler")
    assert done == ["annulé"]
    assert toast(window) is None


def test_the_keyboard_reaches_its_button_and_keeps_it(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    toasts = toasts_of(window, milliseconds=20)
    toasts.show("Retiré.", Choice("Annuler", lambda: done.append("annulé")))
    assert toasts.take_focus()
    qtbot.wait(60)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert done == ["annulé"]


def test_escape_takes_it_away(qtbot: QtBot, window: QWidget) -> None:
    toasts = toasts_of(window)
    toasts.show("Retiré.", Choice("Annuler", print))
    toasts.take_focus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert toast(window) is None


def test_what_would_undo_something_goes_when_it_was_written_since(window: QWidget) -> None:
    toasts = toasts_of(window)
    toasts.show("Supprimé.", Choice("Annuler", print), about="case:halls")
    toasts.withdraw("case:autre")
    assert "Supprimé." in shown_text(window)
    toasts.withdraw("case:halls")
    assert toast(window) is None
    toasts.show("Copié.")
    toasts.withdraw("case:halls")
    toasts.withdraw("")
    assert "Copié." in shown_text(window)


def test_without_a_button_the_focus_stays(window: QWidget) -> None:
    toasts = toasts_of(window)
    toasts.show("Ajouté.")
    assert not toasts.take_focus()


def test_it_stays_under_the_mouse(window: QWidget) -> None:
    toasts_of(window).show("Ajouté.")
    frame = toast(window)
    assert frame is not None
    (timer,) = frame.findChildren(QTimer)
    assert timer.isActive()
    centre = QPointF(frame.rect().center())
    QApplication.sendEvent(frame, QEnterEvent(centre, centre, centre))
    assert not timer.isActive()


def test_a_screen_reader_hears_it(window: QWidget, spoken: list[str]) -> None:
    toasts_of(window).show("Ajouté aux favoris.")
    assert spoken == ["Ajouté aux favoris."]


def test_a_long_message_stays_inside_the_window(window: QWidget) -> None:
    window.resize(300, 300)
    toasts_of(window).show("mot " * 60)
    frame = toast(window)
    assert frame is not None
    assert window.rect().contains(place_of(window, frame))


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
    toasts_of(window).show("<b>gras</b>")
    assert "<b>gras</b>" in shown_text(window)


def test_a_notice_in_a_narrow_window_is_not_cut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    page = QVBoxLayout(window)
    bar = NoticeBar("La base est abîmée, mais rien n’a été effacé. " * 6, Choice("Vérifier", print))
    page.addWidget(bar)
    page.addStretch(1)
    window.resize(360, 500)
    label = bar.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert bar.height() < 400
