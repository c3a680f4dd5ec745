"""Levers side by side in a note: told when one changed, and changed at the keyboard, also in a low window."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from levers_app.catalogue.brief import ComparisonItem, SheetItem, TextItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.desktop.brief_items import ItemDelegate
from levers_app.desktop.brief_page import BriefPage
from levers_app.desktop.picker import Picker
from levers_app.desktop.program import Program
from levers_app.desktop.theme import Theme
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press, settle, type_keys
from tests.desktop.notes import ACCESS, MEDIATION, VIDEO, add, choose, notes, open_note, page, records

# -- what changed since


def test_a_lever_of_a_comparison_that_changed_is_told_and_accepted(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    open_note(qtbot, program).contents.add_comparison()
    settle(qtbot, program)
    type_keys(qtbot, "mediation sociale")
    press(qtbot, program, Qt.Key.Key_Return)
    assert rewrite(program, "videoprotection", "mediation-sociale") == {
        0: {VIDEO},
        1: {VIDEO, MEDIATION},
    }
    contents = open_again(qtbot, program).contents
    row = contents.list.rows.rows[1]
    assert row.note == "2 leviers modifiés depuis\u00a0: Vidéoprotection, Médiation sociale"
    assert row.note in row.spoken
    contents.list.choose(1)
    contents.list.setFocus()
    QApplication.sendEvent(contents.list, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    settle(qtbot, program)
    choose(qtbot, program, "Vu\u00a0: noter la version d’aujourd’hui")
    assert contents.list.rows.rows[1].note == ""
    assert program.services is not None
    assert [*program.services.changed_in(notes(program)[0])] == [0]  # the sheet is another item
    page(program).undo_wanted.emit()
    settle(qtbot, program)
    assert [*program.services.changed_in(notes(program)[0])] == [0, 1]


def test_seen_is_clicked_beside_the_names_of_the_levers(qtbot: QtBot, program: Program) -> None:
    add(qtbot, program, VIDEO, ACCESS)
    page_ = open_note(qtbot, program)
    page_.contents.add_comparison()
    settle(qtbot, program)
    rewrite(program, "videoprotection", "controle-acces")
    rows = open_again(qtbot, program).contents.list
    area = rows.visualRect(rows.rows.index(1))
    line = range(area.left(), area.right())
    delegate = rows.itemDelegate()
    assert isinstance(delegate, ItemDelegate)
    zone = partial(delegate.zone_at, rows.rows.index(1), QRectF(area))
    (point, *_) = (p for y in range(area.top(), area.bottom()) for x in line if zone(p := QPoint(x, y)) == "seen")
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(8, 4))
    settle(qtbot, program)
    assert rows.rows.rows[1].note == ""


def rewrite(program: Program, *slugs: str) -> dict[int, set[str]]:
    """Write another summary of levers; return what changed in the note, by place."""
    services = program.services
    assert services is not None
    for slug in slugs:
        lever = services.base.reader.lever(slug)
        services.recorder.edit_lever(
            replace(lever, summary=f"{lever.summary} Autrement dit."), services.last_seq(lever.id)
        )
    return {place: set(lines) for place, lines in services.changed_in(notes(program)[0]).items()}


def open_again(qtbot: QtBot, program: Program) -> BriefPage:
    """Leave the note and come back to it."""
    program.window.navigator.go_home()
    settle(qtbot, program)
    return open_note(qtbot, program)


# -- the panel of a comparison


def open_comparison(qtbot: QtBot, program: Program) -> BriefPage:
    """Open a note whose second item compares three levers, and choose that by the keyboard."""
    assert program.services is not None
    items = (TextItem("Bonjour"), ComparisonItem(("videoprotection", "controle-acces", "mediation-sociale")))
    program.services.briefs.keep(new_brief(MODELS["comparatif"], items, name="Comité"))
    shown = open_note(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Down)
    assert shown.contents.list.current() == 1
    return shown


def in_large_text(qtbot: QtBot, program: Program) -> None:
    """A text of 200 % in a low window."""
    while program.window.look.zoom < 2:
        program.window.look.zoom_in()
    program.window.resize(1280, 720)
    settle(qtbot, program)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def in_sight(widget: QWidget) -> bool:
    """Whether all of a widget is shown."""
    return widget.visibleRegion().boundingRect() == QRect(QPoint(0, 0), widget.size())


def test_as_long_as_titles_are_not_known_no_slug_stands_for_them(qtbot: QtBot, qapp: QApplication) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    picker = Picker(Theme(), around, placeholder="Ajouter un levier…")
    picker.show_value(("videoprotection",))
    assert [chip.text() for chip in picker.findChildren(QToolButton)] == ["…"]
    picker.set_known({"videoprotection": "Vidéoprotection des parties communes"})
    qapp.processEvents()
    shown = [chip.text() for chip in picker.findChildren(QToolButton) if chip.text() != "…"]
    assert shown == ["Vidéoprotection des parties communes"]


def test_the_panel_names_levers_by_their_titles(qtbot: QtBot, program: Program) -> None:
    panel = open_comparison(qtbot, program).contents.panel
    qtbot.waitUntil(lambda: "Vidéoprotection des parties communes" in shown_text(panel))
    assert "videoprotection" not in shown_text(panel)


def test_tab_goes_from_the_list_through_the_panel_in_reading_order(qtbot: QtBot, program: Program) -> None:
    open_comparison(qtbot, program)
    names = []
    for _ in range(4):
        press(qtbot, program, Qt.Key.Key_Tab)
        names.append(focus().accessibleName())
    assert names == ["Leviers comparés", "Titre du comparatif", "Revenir à la liste", "Page précédente"]
    for _ in range(4):
        press(qtbot, program, Qt.Key.Key_Backtab)
    assert page(program).contents.list.hasFocus()


def test_in_a_low_window_enter_shows_the_whole_panel_and_esc_leads_back(qtbot: QtBot, program: Program) -> None:
    in_large_text(qtbot, program)
    shown = open_comparison(qtbot, program)
    contents = shown.contents
    assert contents.panel.isHidden()
    press(qtbot, program, Qt.Key.Key_Return)
    assert contents.panel.isVisible()
    assert not contents.list.isVisible()
    qtbot.waitUntil(lambda: contents.rect().contains(contents.panel.geometry()))
    assert focus().accessibleName() == "Leviers comparés"
    qtbot.waitUntil(lambda: in_sight(focus()))
    for name in ("Titre du comparatif", "Revenir à la liste"):
        press(qtbot, program, Qt.Key.Key_Tab)
        assert focus().accessibleName() == name
        qtbot.waitUntil(lambda: in_sight(focus()))
    press(qtbot, program, Qt.Key.Key_Escape)
    assert contents.list.hasFocus()
    assert contents.list.current() == 1
    assert contents.list.isVisible()
    assert contents.panel.isHidden()


def test_in_a_low_window_the_chips_come_in_sight_and_go_by_keys(qtbot: QtBot, program: Program) -> None:
    in_large_text(qtbot, program)
    open_comparison(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return)
    for _ in range(3):
        press(qtbot, program, Qt.Key.Key_Left)
        qtbot.waitUntil(lambda: in_sight(focus()))
    assert focus().accessibleName() == "Retirer Vidéoprotection des parties communes"
    press(qtbot, program, Qt.Key.Key_Delete)
    assert records(notes(program)[0]) == ["Bonjour", "controle-acces+mediation-sociale"]
    assert focus().accessibleName() == "Leviers comparés"


def test_in_a_low_window_the_mouse_leads_back_to_the_list(qtbot: QtBot, program: Program) -> None:
    in_large_text(qtbot, program)
    contents = open_comparison(qtbot, program).contents
    press(qtbot, program, Qt.Key.Key_Return)
    (back,) = (b for b in contents.panel.findChildren(QToolButton) if b.isVisible() and "Revenir" in b.accessibleName())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert contents.list.isVisible()
    assert contents.list.hasFocus()


def test_a_window_that_grows_shows_list_and_panel(qtbot: QtBot, program: Program) -> None:
    in_large_text(qtbot, program)
    contents = open_comparison(qtbot, program).contents
    assert contents.panel.isHidden()
    program.window.resize(1280, 1400)
    settle(qtbot, program)
    assert contents.panel.isVisible()
    assert contents.list.isVisible()


def test_another_note_is_not_hidden_by_the_panel_that_was_entered(qtbot: QtBot, program: Program) -> None:
    in_large_text(qtbot, program)
    open_comparison(qtbot, program)
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.services is not None
    other = new_brief(MODELS["dossier"], (SheetItem(VIDEO),), name="Autre")
    program.services.briefs.keep(other)
    program.window.navigator.open(f"brief:{other.id}")
    settle(qtbot, program)
    assert page(program).contents.list.isVisible()
    assert page(program).contents.list.hasFocus()


def test_another_size_of_text_takes_the_titles_that_the_page_before_asked_for(qtbot: QtBot, program: Program) -> None:
    look = program.window.look
    open_comparison(qtbot, program)
    look.zoom_in()  # a page anew, which asks for titles
    look.zoom_in()
    look.pause.setInterval(0)  # and another one before they come
    settle(qtbot, program)
    assert look.zoom > 1.2
    panel = page(program).contents.panel
    qtbot.waitUntil(lambda: "Vidéoprotection des parties communes" in shown_text(panel))
