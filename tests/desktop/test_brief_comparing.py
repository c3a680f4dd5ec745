"""Levers side by side in a note: told when one changed, and changed at the keyboard, also in a low window."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from levers_app.desktop.brief_items import ItemDelegate
from levers_app.desktop.brief_page import BriefPage
from levers_app.desktop.program import Program
from tests.desktop.journeys import press, settle, type_keys
from tests.desktop.notes import ACCESS, MEDIATION, VIDEO, add, choose, notes, open_note, page

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
    assert row.note == "Modifiés depuis\u00a0: Vidéoprotection, Médiation sociale"
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
