"""Two to four levers are read side by side, wherever they were chosen."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from levers_app.catalogue.draft import Entry, new_draft
from levers_app.desktop.compare_data import as_html, as_text, brief_of, compared, record_of, slugs_of
from levers_app.desktop.compare_page import ComparePage
from levers_app.desktop.paper import brief_order
from levers_app.desktop.place import Place
from levers_app.desktop.program import Program
from levers_app.insight.comparison import ComparedRow
from levers_app.sheets.edition import ComparisonPart
from tests.desktop.entries import CTRL
from tests.desktop.helpers import clipboard, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import open_title, press, settle, type_keys

THREE = ("controle-acces", "mediation-sociale", "videoprotection")


def page(program: Program) -> ComparePage:
    """The page of the comparison."""
    return program.window.workspace.advice.compare.page


def open_page(qtbot: QtBot, program: Program, slugs: tuple[str, ...] = ()) -> ComparePage:
    """Open the comparison, of these levers."""
    program.window.navigator.go(Place(page="compare", record=record_of(slugs)))
    settle(qtbot, program)
    return page(program)


def row(program: Program, key: str) -> ComparedRow:
    return next(row for row in page(program).table.compared.rows if row.key == key)


def test_levers_are_added_by_their_names_and_taken_off(qtbot: QtBot, program: Program) -> None:
    press_button(qtbot, program.window.nav, "\u2002Comparer")
    settle(qtbot, program)
    assert "Ajoutez de deux à quatre leviers" in shown_text(page(program))
    for words in ("videoprotection", "mediation sociale"):
        type_keys(qtbot, words)
        press(qtbot, program, Qt.Key.Key_Return)
    assert [head.id for head in page(program).shown.heads] == ["lever:mediation-sociale", "lever:videoprotection"]
    assert "Comparer deux leviers" in shown_text(page(program))
    press_button(qtbot, page(program), "Vidéoprotection")
    settle(qtbot, program)
    assert "Un seul levier" in shown_text(page(program))
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert len(page(program).shown.heads) == 2


def test_a_fifth_lever_is_refused_in_a_sentence(qtbot: QtBot, program: Program) -> None:
    four = (*THREE, "gltd")
    open_page(qtbot, program, four)
    page(program).levers.setFocus()
    type_keys(qtbot, "clspd")
    press(qtbot, program, Qt.Key.Key_Return)
    assert "4 leviers au plus" in shown_text(program.window.status)
    assert len(page(program).shown.heads) == 4
    assert len(page(program).levers.value()) == 4


def test_the_same_rows_are_filled_for_all_and_say_what_is_not_known(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program, THREE)
    table = page(program).table
    labels = [table.compared.headerData(n, Qt.Orientation.Vertical) for n in range(table.compared.rowCount())]
    assert labels[:3] == ["Pour quoi faire", "Problèmes", "Preuves"]
    assert {"Limites", "Temps", "Coûts", "Droit", "Partenaires", "Exemples", "En commun"} <= set(labels)
    for compared_row in table.compared.rows:
        assert all(line.text for cell in compared_row.cells for line in cell)
        assert all(compared_row.cells)


def test_long_cells_are_cut_until_the_whole_is_asked_for(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, THREE)
    assert any("autre" in cell[-1].text for cell in row(program, "conditions").cells)
    press_button(qtbot, shown, "Cellules entières")
    assert not any(line.kind == "more" for cell in row(program, "conditions").cells for line in cell)
    assert len(row(program, "conditions").cells[0]) > 3


def test_only_what_differs_is_shown_when_that_is_asked_for(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, ("videoprotection", "controle-acces"))
    same = {each.key for each in shown.table.compared.rows if not each.differs}
    assert "strength" in same
    table = shown.table.compared
    for number, each in enumerate(table.rows):
        said = table.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.endswith(" Identique pour tous.") != each.differs
    press_button(qtbot, shown, "Différences seulement")
    assert not same & {each.key for each in shown.table.compared.rows}


def test_arrows_read_cells_and_enter_opens_the_sheet(qtbot: QtBot, program: Program) -> None:
    table = open_page(qtbot, program, THREE).table
    assert QApplication.focusWidget() is table
    press(qtbot, program, Qt.Key.Key_Right)
    said = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Pour quoi faire, Médiation sociale")
    press(qtbot, program, Qt.Key.Key_Return)
    assert open_title(program).startswith("Médiation sociale")


def test_the_row_of_examples_opens_their_list(qtbot: QtBot, program: Program) -> None:
    table = open_page(qtbot, program, THREE).table
    number = next(n for n, each in enumerate(table.compared.rows) if each.key == "examples")
    table.setCurrentIndex(table.compared.index(number, 2))
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.window.navigator.place.filters["lever"] == ("videoprotection",)


def test_a_long_cell_scrolls_before_the_next_one_comes(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, THREE)
    press_button(qtbot, shown, "Cellules entières")
    number = next(n for n, each in enumerate(shown.table.compared.rows) if each.key == "legal")
    index = shown.table.compared.index(number, 2)
    shown.table.setCurrentIndex(index)
    shown.table.scrollTo(index, shown.table.ScrollHint.PositionAtTop)
    shown.table.setFocus()
    assert shown.table.visualRect(index).height() > shown.table.viewport().height()
    press(qtbot, program, Qt.Key.Key_Down)
    assert shown.table.currentIndex() == index
    for _ in range(60):
        press(qtbot, program, Qt.Key.Key_Down)
        if shown.table.currentIndex() != index:
            break
    assert shown.table.currentIndex().row() == number + 1


@pytest.mark.parametrize("of_list", [True, False])
def test_a_lever_is_gathered_from_the_list_and_from_its_sheet(qtbot: QtBot, program: Program, of_list: bool) -> None:
    program.window.navigator.go_page("levers")
    settle(qtbot, program)
    results = program.window.workspace.browse.results.list
    for place in (0, 3):
        results.setFocus()
        results.setCurrentIndex(results.rows.index(place))
        program.window.navigator.open(results.chosen())
        settle(qtbot, program)
        (results if of_list else program.window.workspace.browse.sheet.page.body).setFocus()
        press(qtbot, program, Qt.Key.Key_M, CTRL)
    assert "2 leviers à comparer." in shown_text(program.window.status)
    press_button(qtbot, program.window.status, "Comparer")
    settle(qtbot, program)
    assert len(page(program).shown.heads) == 2


def test_what_is_no_lever_is_not_compared(qtbot: QtBot, program: Program) -> None:
    program.window.navigator.go_page("cases")
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_M, CTRL)
    assert "Seuls les leviers se comparent" in shown_text(program.window.status)


def test_the_table_is_copied_for_a_spreadsheet_and_a_word_processor(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program, THREE)
    press(qtbot, program, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    first = clipboard().splitlines()[0].split("\t")
    assert first == ["", *(head.title for head in page(program).shown.heads)]
    assert all(line.count("\t") == 3 for line in clipboard().splitlines())
    mime = QApplication.clipboard().mimeData()
    assert "<th>Limites</th>" in mime.html()


def test_what_leaves_counts_no_restricted_example(program: Program) -> None:
    services = program.services
    assert services is not None
    before = as_text(compared(services, THREE))
    secret = Entry(
        title="Un cas à ne pas dire",
        commune="Rezé",
        problems=("occupation-halls",),
        levers=("videoprotection",),
        actions="Des rondes le soir",
        outcome="negatif",
        confidentiality="restreint",
    )
    services.recorder.send(replace(new_draft(), entry=secret), "publie")
    after = compared(services, THREE)
    assert as_text(after) == before
    assert as_html(after).count("<tr>") == len(after.rows) + 1
    assert after.outcomes[2].negative == compared(services, THREE).outcomes[2].negative == 1


def test_what_is_printed_is_one_page_in_landscape(program: Program, tmp_path: Path) -> None:
    services = program.services
    assert services is not None
    brief = brief_of(THREE, ["Contrôle d’accès", "Médiation", "Vidéoprotection"])
    (part,) = services.edition(brief).parts
    assert isinstance(part, ComparisonPart)
    assert len(part.comparison.levers) == 3
    order = brief_order(brief.name, lambda: services.edition(brief))
    pages = PdfReader(order.write_at(tmp_path / "comparer.pdf")).pages
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert "Vidéoprotection" in pages[0].extract_text()
    assert len(pages) == 1


def test_places_name_levers_and_what_is_unknown_is_left_out(qtbot: QtBot, program: Program) -> None:
    assert slugs_of(record_of(("b", "a", "b"))) == ("b", "a")
    open_page(qtbot, program, ("videoprotection", "parti", "gltd"))
    assert [head.id for head in page(program).shown.heads] == ["lever:gltd", "lever:videoprotection"]
    program.window.look.set_mode("dark")
    settle(qtbot, program)
    assert len(page(program).shown.heads) == 2


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_title_and_heads_are_whole_at_every_size_of_text(qtbot: QtBot, program: Program, zoom: float) -> None:
    program.window.resize(1280, 720)
    while program.window.look.zoom < zoom:
        program.window.look.zoom_in()
    settle(qtbot, program)
    shown = open_page(qtbot, program, THREE)
    title = next(label for label in shown.findChildren(QLabel) if label.text().startswith("Comparer"))
    assert title.isVisible()
    assert title.width() >= title.sizeHint().width()
    heads = shown.table.horizontalHeader()
    assert heads.height() >= heads.sizeHint().height()
    assert heads.height() < shown.table.height() / 2
    said = shown.table.compared.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert said == "Contrôle d’accès et fermeture des parties communes"
