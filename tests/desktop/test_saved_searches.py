"""Searches saved under a name, as a person makes and uses them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from levers_app.desktop.nav import ENTRIES, NavButton
from levers_app.desktop.place import Place
from levers_app.desktop.program import Program
from levers_app.desktop.saved_list import SavedList
from levers_app.desktop.saved_places import as_saved
from levers_app.search.facets import Filters
from levers_app.store.errors import FullDiskError
from levers_app.store.personal import Personal
from levers_app.store.saved_search import SavedSearch
from tests.desktop.helpers import press as click_button
from tests.desktop.helpers import shown_text
from tests.desktop.journeys import press, settle, titles, type_words

CTRL = Qt.KeyboardModifier.ControlModifier
FAILED = Place("cases", "", {"outcome": ("negatif",)}, "date")


def saved(program: Program) -> list[str]:
    """What the sidebar says of each saved search, as a screen reader would."""
    model = program.window.workspace.searches.panel.model
    return [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]


def sidebar(program: Program) -> SavedList:
    """The list below the pages."""
    return program.window.workspace.searches.panel.list


def save_as(qtbot: QtBot, program: Program, name: str) -> None:
    """Ctrl+S, the name, Enter."""
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == field.text()
    qtbot.keyClicks(field, name)
    press(qtbot, program, Qt.Key.Key_Return)


def chosen_page(program: Program) -> list[str]:
    """The pages marked in the navigation."""
    return [b.property("page") for b in program.window.nav.findChildren(NavButton) if b.isChecked() and b.isVisible()]


@pytest.fixture
def with_searches(data, start: Callable[..., Program], qtbot: QtBot) -> Callable[..., Program]:
    """Start the program after searches were saved in an earlier session."""

    def begin(*searches: SavedSearch) -> Program:
        personal = Personal(data.personal)
        for search in searches:
            personal.save_search(search)
        program = start()
        settle(qtbot, program)
        return program

    return begin


def test_a_search_is_saved_by_keys_and_found_at_the_next_start(qtbot: QtBot, start: Callable[..., Program]) -> None:
    first = start()
    type_words(qtbot, first, "hall occupe")
    rows, total = titles(first), _total(first)
    press(qtbot, first, Qt.Key.Key_S, CTRL)
    press(qtbot, first, Qt.Key.Key_Return)
    assert saved(first) == [f"hall occupe, {total}, affichée"]
    first.window.close()
    second = start()
    settle(qtbot, second)
    assert saved(second) == [f"hall occupe, {total}"]
    row = sidebar(second).visualRect(sidebar(second).model().index(0, 0)).center()
    qtbot.mouseClick(sidebar(second).viewport(), Qt.MouseButton.LeftButton, pos=row)
    settle(qtbot, second)
    assert (titles(second), second.window.top.search.text()) == (rows, "hall occupe")


def _total(program: Program) -> str:
    return next(text for text in shown_text(program.window.workspace.browse).splitlines() if "résultat" in text)


def test_filters_and_order_are_saved_and_the_mark_goes_as_soon_as_they_change(
    qtbot: QtBot, with_searches: Callable[..., Program]
) -> None:
    program = with_searches(as_saved("Ce qui n’a pas marché", FAILED))
    sidebar(program).setFocus()
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.window.navigator.place.same_list(FAILED)
    assert saved(program) == ["Ce qui n’a pas marché, 7 résultats, affichée"]
    assert chosen_page(program) == []
    program.window.workspace.browse.results.sort_changed.emit("place")
    settle(qtbot, program)
    assert saved(program) == ["Ce qui n’a pas marché, 7 résultats"]
    assert chosen_page(program) == ["cases"]


def test_the_bookmark_says_what_is_saved(qtbot: QtBot, program: Program) -> None:
    keep = program.window.workspace.browse.results.keep
    program.window.nav.page_requested.emit("cases")
    settle(qtbot, program)
    assert not keep.isVisible()
    program.window.workspace.browse.results.filters_changed.emit({"outcome": ("negatif",), "family": ("surete",)})
    settle(qtbot, program)
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert "Exemples · N’a pas marché · Sûreté · tri par date" in shown_text(program.window.workspace.searches.popover)
    press(qtbot, program, Qt.Key.Key_Return)
    assert keep.isChecked()
    assert keep.accessibleName() == "Recherche enregistrée sous «\u00a0Exemples · N’a pas marché · Sûreté\u00a0»"


def test_a_name_that_exists_is_replaced_and_that_can_be_undone(
    qtbot: QtBot, with_searches: Callable[..., Program]
) -> None:
    program = with_searches(as_saved("Halls", FAILED))
    type_words(qtbot, program, "clspd")
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, "HALLS")
    assert "son contenu sera remplacé" in shown_text(program.window.workspace.searches.popover)
    click_button(qtbot, program.window, "Remplacer")
    settle(qtbot, program)
    assert saved(program) == [f"HALLS, {_total(program)}, affichée"]
    click_button(qtbot, program.window, "Annuler")
    settle(qtbot, program)
    assert saved(program) == ["Halls, 7 résultats"]


def test_a_refined_search_offers_to_replace_the_one_it_comes_from(
    qtbot: QtBot, with_searches: Callable[..., Program]
) -> None:
    program = with_searches(as_saved("Échecs", FAILED))
    sidebar(program).setFocus()
    press(qtbot, program, Qt.Key.Key_Return)
    program.window.workspace.browse.results.filters_changed.emit({"outcome": ("negatif", "mitige")})
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    press(qtbot, program, Qt.Key.Key_Return)
    (kept,) = _personal(program).saved_searches()
    assert (kept.name, kept.filters) == ("Échecs", {"outcome": ("negatif", "mitige")})


def test_f2_renames_and_a_taken_name_is_refused(qtbot: QtBot, with_searches: Callable[..., Program]) -> None:
    program = with_searches(as_saved("Halls", FAILED), as_saved("TFPB", Place("search", "TFPB")))
    sidebar(program).setFocus()
    _rename(qtbot, program, "tfpb")
    qtbot.waitUntil(lambda: "existe déjà" in shown_text(program.window))
    assert saved(program)[0] == "Halls, 7 résultats"
    _rename(qtbot, program, "Echecs")
    qtbot.waitUntil(lambda: saved(program)[0] == "Echecs, 7 résultats")
    assert sidebar(program).current_name() == "Echecs"
    assert sidebar(program).hasFocus()


def _rename(qtbot: QtBot, program: Program, name: str) -> None:
    press(qtbot, program, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, name)
    press(qtbot, program, Qt.Key.Key_Return)


def test_suppr_removes_and_the_message_brings_it_back_to_its_place(
    qtbot: QtBot, with_searches: Callable[..., Program]
) -> None:
    program = with_searches(*(as_saved(name, FAILED._replace(query=name)) for name in ("a", "b", "c")))
    sidebar(program).setFocus()
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Delete)
    assert [said[0] for said in saved(program)] == ["a", "c"]
    assert sidebar(program).current_name() == "c"
    press(qtbot, program, Qt.Key.Key_F6)
    press(qtbot, program, Qt.Key.Key_Space)
    assert [said[0] for said in saved(program)] == ["a", "b", "c"]


def test_the_last_one_removed_takes_its_heading_away(qtbot: QtBot, with_searches: Callable[..., Program]) -> None:
    program = with_searches(as_saved("Halls", FAILED))
    assert "Recherches" in shown_text(program.window.nav)
    sidebar(program).setFocus()
    press(qtbot, program, Qt.Key.Key_Delete)
    assert "Recherches" not in shown_text(program.window.nav)
    focus = QApplication.focusWidget()
    assert isinstance(focus, NavButton)


def test_the_context_menu_offers_the_same(
    qtbot: QtBot, with_searches: Callable[..., Program], caplog: pytest.LogCaptureFixture
) -> None:
    program = with_searches(as_saved("Halls", FAILED))
    sidebar(program).setFocus()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(sidebar(program), asked)  # the plugin of the tests has no such key
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().partition("\t")[0] for action in menu.actions()] == ["Ouvrir", "Renommer", "Supprimer"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.navigator.place.same_list(FAILED)
    caplog.clear()  # the plugin of the tests has no popups


def test_in_a_rail_one_icon_opens_the_list(
    qtbot: QtBot, with_searches: Callable[..., Program], caplog: pytest.LogCaptureFixture
) -> None:
    program = with_searches(as_saved("Halls", FAILED), as_saved("TFPB", Place("search", "TFPB")))
    program.window.resize(900, 700)
    panel = program.window.workspace.searches.panel
    assert not panel.list.isVisible()
    panel.take_focus()
    press(qtbot, program, Qt.Key.Key_Return)
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.window.top.search.text() == "TFPB"
    assert panel.icon.isChecked()
    assert QApplication.activePopupWidget() is None
    caplog.clear()  # the plugin of the tests has no popups


def test_many_are_reached_by_the_arrows_from_the_pages_above(
    qtbot: QtBot, with_searches: Callable[..., Program]
) -> None:
    program = with_searches(*(as_saved(f"Recherche {n}", Place("search", f"hall {n}")) for n in range(30)))
    program.window.resize(1280, 600)
    press(qtbot, program, Qt.Key.Key_F6)
    for _ in range(len(ENTRIES) - 1 + 30):
        press(qtbot, program, Qt.Key.Key_Down)
    shown = sidebar(program)
    assert shown.current_name() == "Recherche 29"
    assert shown.visibleRegion().contains(shown.visualRect(shown.currentIndex()).center())
    for _ in range(30):
        press(qtbot, program, Qt.Key.Key_Up)
    focus = QApplication.focusWidget()
    assert isinstance(focus, NavButton)
    assert focus.property("page") == "review"


def test_tab_goes_from_the_pages_to_the_searches_and_on_to_the_list(
    qtbot: QtBot, with_searches: Callable[..., Program]
) -> None:
    program = with_searches(as_saved("Halls", FAILED))
    type_words(qtbot, program, "trafic")
    press(qtbot, program, Qt.Key.Key_F6)
    press(qtbot, program, Qt.Key.Key_Tab)
    assert sidebar(program).hasFocus()
    press(qtbot, program, Qt.Key.Key_Tab)
    press(qtbot, program, Qt.Key.Key_Tab)
    assert program.window.workspace.browse.results.keep.hasFocus()


def test_what_cannot_be_kept_is_told_and_not_shown_as_kept(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(search: SavedSearch) -> None:
        raise FullDiskError(Path("personnel.db"))

    monkeypatch.setattr(_personal(program), "save_search", full)
    type_words(qtbot, program, "gltd")
    save_as(qtbot, program, "GLTD")
    qtbot.waitUntil(lambda: "Le disque est plein" in shown_text(program.window))
    assert "Vos recherches n’ont pas été modifiées." in shown_text(program.window)
    assert (saved(program), program.window.workspace.browse.results.keep.isChecked()) == ([], False)


def test_a_search_without_results_can_be_saved_and_nothing_cannot(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    assert "Rien à enregistrer ici" in shown_text(program.window)
    type_words(qtbot, program, "qqqzzz wwwxxx")
    save_as(qtbot, program, "Un jour")
    assert saved(program) == ["Un jour, 0 résultat, affichée"]


def test_escape_closes_the_question_and_gives_the_keyboard_back(qtbot: QtBot, program: Program) -> None:
    type_words(qtbot, program, "gltd")
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    press(qtbot, program, Qt.Key.Key_Escape)
    assert not program.window.workspace.searches.popover.isVisible()
    assert QApplication.focusWidget() is program.window.top.search
    assert (saved(program), program.window.top.search.text()) == ([], "gltd")


def test_ctrl_s_on_a_saved_search_renames_or_removes_it(qtbot: QtBot, with_searches: Callable[..., Program]) -> None:
    program = with_searches(as_saved("gltd", Place("search", "gltd")))
    type_words(qtbot, program, "gltd")
    save_as(qtbot, program, "Le GLTD")
    assert saved(program) == [f"Le GLTD, {_total(program)}, affichée"]
    press(qtbot, program, Qt.Key.Key_S, CTRL)
    click_button(qtbot, program.window, "Supprimer")
    settle(qtbot, program)
    assert saved(program) == []


def test_what_this_version_does_not_know_is_ignored_and_said(
    qtbot: QtBot, with_searches: Callable[..., Program]
) -> None:
    filters = {"outcome": ("negatif", "triomphe"), "humeur": ("bonne",), "lever": ("disparu",)}
    later, partly = SavedSearch("Carte", "map", "", {}, "heat"), SavedSearch("Échecs", "cases", "", filters, "date")
    program = with_searches(later, partly)
    assert saved(program) == ["Carte", "Échecs, 7 résultats"]
    sidebar(program).setFocus()
    press(qtbot, program, Qt.Key.Key_Return)
    assert "vient d’une version plus récente" in shown_text(program.window)
    assert program.window.navigator.place.page == "home"
    press(qtbot, program, Qt.Key.Key_Down)
    press(qtbot, program, Qt.Key.Key_Return)
    assert "«\u00a0triomphe\u00a0», «\u00a0bonne\u00a0», «\u00a0disparu\u00a0»" in shown_text(program.window)
    assert program.window.navigator.place.same_list(FAILED)
    assert _personal(program).saved_searches()[1].filters == filters


def test_counts_follow_the_base(qtbot: QtBot, with_searches: Callable[..., Program]) -> None:
    program = with_searches(as_saved("Échecs", FAILED))
    services = program.services
    assert services is not None
    failed = services.engine.search("", filters=Filters(kind=("case",), outcome=("negatif",)), limit=1).hits[0]
    services.base.writer.delete(failed.id, "Anne")
    services.follow_index(lambda _done, _total: None)
    program.window.index_changed()
    settle(qtbot, program)
    assert saved(program) == ["Échecs, 6 résultats"]


def test_a_name_is_never_read_as_markup(with_searches: Callable[..., Program]) -> None:
    program = with_searches(as_saved("<img src=x> & co", FAILED))
    tip = program.window.workspace.searches.panel.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>&lt;img src=x&gt; &amp; co</p>"
    assert saved(program) == ["<img src=x> & co, 7 résultats"]


def _personal(program: Program) -> Personal:
    assert program.services is not None
    return program.services.personal
