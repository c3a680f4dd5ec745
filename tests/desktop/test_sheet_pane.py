"""The sheet as a person uses it: by mouse, by keyboard, in narrow and wide windows, light and dark."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from levers_app.desktop.sheet_body import SheetBody
from levers_app.desktop.sheet_header import SheetHeader
from levers_app.desktop.sheet_page import plan
from levers_app.desktop.sheet_pane import SheetPane
from levers_app.desktop.theme import Theme
from tests.desktop.helpers import dies_when_closed, press, shown_text
from tests.desktop.sheet_samples import sample_sheet

NARROW, WIDE = 688, 1224


@pytest.fixture
def pane(qtbot: QtBot) -> SheetPane:
    pane = SheetPane(Theme())
    pane.resize(NARROW, 500)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_document(sample_sheet(), depth="full", favourite=False)
    return pane


def button(pane: SheetPane, name: str) -> QToolButton:
    return next(b for b in pane.findChildren(QToolButton) if b.accessibleName() == name)


def select_link(body: SheetBody, href: str) -> None:
    """Put the keyboard on a link, as Tab does."""
    body.setFocus()
    for _ in range(200):
        cursor = body.textCursor()
        if cursor.hasSelection() and cursor.charFormat().anchorHref() == href:
            return
        body.focusNextPrevChild(True)
    pytest.fail(f"{href} is not reached by Tab")


# -- what is asked


def test_buttons_tell_what_is_asked_of_which_sheet(qtbot: QtBot, pane: SheetPane) -> None:
    for name, signal in {
        "Copier la fiche": pane.copy_requested,
        "Enregistrer en PDF": pane.pdf_requested,
        "Imprimer": pane.print_requested,
    }.items():
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(button(pane, name), Qt.MouseButton.LeftButton)
        assert asked.args == ["lever:clspd"]


def test_the_star_tells_and_changes_its_name(qtbot: QtBot, pane: SheetPane) -> None:
    with qtbot.waitSignal(pane.favourite_toggled) as asked:
        qtbot.mouseClick(button(pane, "Ajouter aux favoris"), Qt.MouseButton.LeftButton)
    assert asked.args == ["lever:clspd", True]
    assert button(pane, "Retirer des favoris").isChecked()


def test_depth_changes_in_place_and_is_told_once(qtbot: QtBot, pane: SheetPane) -> None:
    with qtbot.waitSignal(pane.depth_changed) as changed:
        press(qtbot, pane, "L’essentiel")
    assert changed.args == ["essential"]
    assert "Paragraphe 1" not in pane.page.body.toPlainText()
    with qtbot.assertNotEmitted(pane.depth_changed):
        press(qtbot, pane, "L’essentiel")


# -- links


@pytest.mark.parametrize("target", ["lever:gltd", "term:clspd", "case:toulouse"])
def test_enter_on_a_link_asks_for_its_record(qtbot: QtBot, pane: SheetPane, target: str) -> None:
    select_link(pane.page.body, target)
    with qtbot.waitSignal(pane.record_requested) as asked:
        qtbot.keyClick(pane.page.body, Qt.Key.Key_Return)
    assert asked.args == [target]


def test_an_address_is_told_and_nothing_is_opened(qtbot: QtBot, pane: SheetPane) -> None:
    select_link(pane.page.body, "https://exemple.fr/guide?a=1&b=%C3%A9")
    with qtbot.waitSignal(pane.address_requested) as asked:
        qtbot.keyClick(pane.page.body, Qt.Key.Key_Return)
    assert asked.args == ["https://exemple.fr/guide?a=1&b=%C3%A9"]
    assert "Paragraphe 1" in pane.page.body.toPlainText()


def test_a_mark_scrolls_to_its_source(qtbot: QtBot, pane: SheetPane) -> None:
    select_link(pane.page.body, "#source-2")
    qtbot.keyClick(pane.page.body, Qt.Key.Key_Return)
    assert pane.scroll_position() > 0
    assert pane.page.body.textCursor().block().text().startswith("2\tRegistre")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "inconnu:x"])
def test_other_addresses_lead_nowhere(qtbot: QtBot, pane: SheetPane, address: str) -> None:
    with qtbot.assertNotEmitted(pane.address_requested), qtbot.assertNotEmitted(pane.record_requested):
        pane.page.body.anchorClicked.emit(QUrl(address))


def test_nothing_is_ever_loaded(pane: SheetPane) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert pane.page.body.document().resource(kind, QUrl("file:///etc/passwd")) is None


# -- layouts


def test_a_narrow_sheet_has_its_contents_in_a_menu(pane: SheetPane) -> None:
    entries = [action.text() for action in pane.header.contents.menu().actions()]
    assert entries[:3] == ["En bref", "Description", "Conditions (7)"]
    assert "Exemples (2)" in entries
    assert not pane.page.margin.isVisible()


def test_a_wide_sheet_has_contents_and_margin_beside_it(pane: SheetPane) -> None:
    pane.resize(WIDE, 500)
    assert pane.page.contents.isVisible()
    assert not pane.header.contents.isVisible()
    assert "Caméras" in pane.page.margin.toPlainText()
    assert "Caméras" not in pane.page.body.toPlainText()


def test_the_menu_leads_to_a_part(qtbot: QtBot, pane: SheetPane) -> None:
    pane.header.contents.menu().actions()[2].trigger()
    assert pane.page.body.textCursor().block().text() == "À quelles conditions"
    assert pane.scroll_position() > 0


def test_the_contents_follow_the_text(pane: SheetPane) -> None:
    pane.resize(WIDE, 500)
    contents = pane.page.contents
    assert contents.currentIndex().data() == "En bref"
    bar = pane.page.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert contents.currentIndex().data() == "Sources"


def test_enter_in_the_contents_goes_there(qtbot: QtBot, pane: SheetPane) -> None:
    pane.resize(WIDE, 500)
    contents = pane.page.contents
    contents.setFocus()
    qtbot.keyClick(contents, Qt.Key.Key_Down)
    qtbot.keyClick(contents, Qt.Key.Key_Down)
    qtbot.keyClick(contents, Qt.Key.Key_Return)
    assert pane.page.body.textCursor().block().text() == "À quelles conditions"
    assert contents.currentIndex().data() == "Conditions"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [320, 500, 688, 952, 1224, 2400])
def test_the_text_is_never_too_long_nor_outside(width: int, scale: float) -> None:
    theme = Theme(scale=scale)
    shape = plan(width, theme, aside=True)
    assert 0 < shape.width <= theme.px(608)
    assert shape.text + shape.width + (theme.px(272) if shape.margin else 0) <= width


# -- look and place


def test_another_theme_keeps_the_place(pane: SheetPane) -> None:
    pane.show_document(sample_sheet(), depth="full", favourite=True, scroll=300)
    pane.set_theme(Theme(dark=True))
    assert pane.scroll_position() == 300
    assert button(pane, "Retirer des favoris").isChecked()


def test_another_width_keeps_the_first_line_in_sight(pane: SheetPane) -> None:
    pane.show_document(sample_sheet(), depth="full", favourite=False, scroll=500)
    before = pane.page.body.reading_place()[0]
    pane.resize(WIDE, 500)
    after = pane.page.body.reading_place()[0]
    assert pane.scroll_position() > 0
    assert abs(after - before) < 120


def test_the_place_is_found_again(pane: SheetPane) -> None:
    pane.show_nothing("Rien", "Choisissez une fiche")
    pane.show_document(sample_sheet(), depth="full", favourite=False, scroll=420)
    assert pane.scroll_position() == 420


# -- keyboard and screen readers


def test_tab_goes_through_everything_in_reading_order(qtbot: QtBot, pane: SheetPane) -> None:
    pane.resize(WIDE, 500)
    pane.activateWindow()
    pane.header.favourite.setFocus()
    met: list[QWidget] = []
    for _ in range(60):
        focused = pane.window().focusWidget()
        met.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    order = [met.index(w) for w in (pane.header.full, pane.page.contents, pane.page.body, pane.page.margin)]
    assert order == sorted(order)


def test_alt_with_arrows_is_left_to_the_window(qtbot: QtBot, pane: SheetPane) -> None:
    body = pane.page.body
    body.moveCursor(QTextCursor.MoveOperation.End)
    before = body.textCursor().position()
    qtbot.keyClick(body, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert body.textCursor().position() == before


def test_everything_has_a_name(pane: SheetPane) -> None:
    assert pane.page.body.accessibleName() == sample_sheet().title
    assert all(b.accessibleName() for b in pane.findChildren(QToolButton) if b.isVisible())
    facts = [w.accessibleName() for w in pane.header.findChildren(QWidget)]
    assert "Preuves moyennes, 2 exemples, 1 positif, 1 point à vérifier" in facts


def test_the_title_is_text_and_not_markup(pane: SheetPane) -> None:
    assert "Un levier & <b>son</b> titre" in shown_text(pane)


# -- states


def test_states_say_what_to_do(pane: SheetPane) -> None:
    pane.show_nothing("Choisissez une fiche", "Cherchez un mot.")
    assert shown_text(pane) == "Choisissez une fiche\nCherchez un mot."
    assert pane.document is None


def test_an_error_is_shown_in_its_own_words(pane: SheetPane) -> None:
    pane.show_error("Cette fiche n’existe plus.")
    assert "Cette fiche n’existe plus." in shown_text(pane)


@pytest.mark.parametrize("text", ["\u202eשלום עולם", "👩‍🚒 " * 50, "mot" * 3000])
@pytest.mark.parametrize("width", [320, WIDE])
def test_odd_texts_are_shown(pane: SheetPane, text: str, width: int) -> None:
    pane.resize(width, 500)
    pane.show_document(sample_sheet(title=text, kind_label=text), depth="full", favourite=False)
    assert not pane.grab().isNull()


def test_a_closed_sheet_leaves_nothing(qapp: QApplication) -> None:
    pane = SheetPane(Theme())
    pane.show_document(sample_sheet(), depth="full", favourite=False)
    holder = [pane]
    del pane
    assert dies_when_closed(holder)


def test_the_two_depths_are_one_choice_of_two(qtbot: QtBot) -> None:
    header = SheetHeader(Theme())
    qtbot.addWidget(header)
    for tab in (header.essential, header.full):
        interface = QAccessible.queryAccessibleInterface(tab)
        assert interface.role() == QAccessible.Role.RadioButton
        assert interface.text(QAccessible.Text.Name) == tab.text()
