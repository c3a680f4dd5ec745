"""The map of what is known: how many examples of what, how they ended, and what was never tried."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
import pytestqt.modeltest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from levers_app.catalogue.departments import DEPARTMENTS
from levers_app.catalogue.draft import Entry, new_draft
from levers_app.catalogue.outlines import load_outlines
from levers_app.desktop.listing import PAGE_SIZE
from levers_app.desktop.map_data import VIEWS, Grid, GridCell, Head, Maps, as_csv, maps
from levers_app.desktop.map_france import _centre, areas
from levers_app.desktop.map_page import MapPage
from levers_app.desktop.map_picture import france_picture, picture, png
from levers_app.desktop.program import Program
from levers_app.insight.facts import Outcomes
from levers_app.paths import outlines_file
from levers_app.search.facets import Filters
from levers_app.services import Services
from tests.desktop.entries import page as form_page
from tests.desktop.helpers import child, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle, titles

SECRET = Entry(
    title="Un cas à ne pas dire",
    commune="Rezé",
    department="44",
    problems=("intimidation-locataires",),
    levers=("videoprotection",),
    actions="Des rondes le soir",
    outcome="negatif",
    confidentiality="restreint",
)


def page(program: Program) -> MapPage:
    """The page of the map."""
    return program.window.workspace.advice.map.page


def open_page(qtbot: QtBot, program: Program, view: str = "problems") -> MapPage:
    """Open the map at one of its tables."""
    press_button(qtbot, program.window.nav, "\u2002Preuves")
    settle(qtbot, program)
    if view != "problems":
        press_button(qtbot, page(program), VIEWS[view])
        settle(qtbot, program)
    return page(program)


def services_of(program: Program) -> Services:
    assert program.services is not None
    return program.services


def place_of(grid: Grid, row: str, column: str) -> tuple[int, int]:
    rows = [head.key for head in grid.rows]
    return rows.index(row), [head.key for head in grid.columns].index(column)


def cell_of(shown: Maps, view: str, row: str, column: str) -> GridCell:
    at = place_of(shown.grids[view], row, column)
    return shown.grids[view].cells[at[0]][at[1]]


def test_the_cells_count_examples_and_enter_opens_their_list(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program)
    assert QApplication.focusWidget() is shown.table
    at = place_of(shown.table.grid, "occupation-halls", "videoprotection")
    shown.table.choose(*at)
    cell = shown.table.cell()
    assert cell is not None
    assert cell.told in shown_text(shown)
    press(qtbot, program, Qt.Key.Key_Return)
    assert len(titles(program)) == cell.outcomes.total
    press(qtbot, program, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert program.window.pages.currentWidget() is shown
    assert shown.table.cell() == cell


def test_a_click_opens_the_list_of_a_cell(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program)
    at = place_of(shown.table.grid, "trafic-stupefiants", "controle-acces")
    area = shown.table.visualRect(shown.table.map.index(*at))
    qtbot.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    settle(qtbot, program)
    assert program.window.navigator.place.page == "cases"
    assert program.window.navigator.place.filters["lever"] == ("controle-acces",)


def test_an_empty_cell_calls_for_an_example_and_begins_it(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program)
    row, column = next(
        (n, m) for n, cells in enumerate(shown.table.grid.cells) for m, cell in enumerate(cells) if cell.gap
    )
    shown.table.choose(row, column)
    assert "proposé par la fiche, aucun exemple encore" in shown_text(shown)
    problem, lever = shown.table.grid.rows[row].key, shown.table.grid.columns[column].key
    press_button(qtbot, shown, "Ajouter un exemple")
    settle(qtbot, program)
    entry = form_page(program).form.entry()
    assert (entry.problems, entry.levers) == ((problem,), (lever,))


@pytest.mark.parametrize("view", ["families", "years", "departments"])
def test_other_tables_open_lists_too(qtbot: QtBot, program: Program, view: str) -> None:
    shown = open_page(qtbot, program, view)
    row, column, cell = next(
        (n, m, cell)
        for n, cells in enumerate(shown.table.grid.cells)
        for m, cell in enumerate(cells)
        if cell.leads and cell.outcomes.total <= PAGE_SIZE
    )
    shown.table.choose(row, column)
    press_button(qtbot, shown, "Voir les exemples")
    settle(qtbot, program)
    place = program.window.navigator.place
    assert (place.page, dict(place.filters)) == ("cases", cell.filters)
    assert len(titles(program)) == cell.outcomes.total


def test_the_list_of_a_cell_has_the_examples_that_it_counts(program: Program) -> None:
    services = services_of(program)
    for grid in maps(services).grids.values():
        for cell in (cell for cells in grid.cells for cell in cells if cell.leads):
            found = services.engine.search("", Filters.of({"kind": ("case",), **cell.filters}), limit=1000)
            assert len(found.hits) == cell.outcomes.total, cell.told


def test_every_example_is_counted_once_a_year_and_a_department(program: Program) -> None:
    shown = maps(services_of(program))
    for view in ("years", "departments"):
        assert sum(cells[0].outcomes.total for cells in shown.grids[view].cells) == shown.total
        for cells in shown.grids[view].cells:
            assert sum(cell.outcomes.total for cell in cells[1:]) == cells[0].outcomes.total


def test_it_is_a_table_for_screen_readers(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program)
    row, column = place_of(shown.table.grid, "occupation-halls", "videoprotection")
    heard = QAccessible.queryAccessibleInterface(shown.table)
    assert heard.role() == QAccessible.Role.Table
    columns = len(shown.table.grid.columns) + 1  # the heads are cells too
    assert heard.childCount() == (len(shown.table.grid.rows) + 1) * columns
    said = heard.child((row + 1) * columns + column + 1).text(QAccessible.Text.Name)
    assert said.startswith("Vidéoprotection et halls occupés\u00a0: ")
    assert shown.table.map.headerData(row, Qt.Orientation.Vertical) == "Halls occupés"


def test_a_new_example_is_counted_at_once(qtbot: QtBot, program: Program) -> None:
    services = services_of(program)
    before = cell_of(maps(services), "problems", "intimidation-locataires", "videoprotection").outcomes
    services.recorder.send(replace(new_draft(), entry=replace(SECRET, confidentiality="interne")), "publie")
    after = cell_of(maps(services), "problems", "intimidation-locataires", "videoprotection").outcomes
    assert (after.negative, after.total) == (before.negative + 1, before.total + 1)


def saved(qtbot: QtBot, program: Program, entry: str, path: Path) -> Path:
    """Save the table in front through the dialog, under ``path``."""
    shown = page(program)
    (shown.save_csv_action if entry == "csv" else shown.save_picture_action).trigger()
    settle(qtbot, program)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    child(dialog, QLineEdit).setText(str(path))
    press_button(qtbot, dialog, "Enregistrer")
    settle(qtbot, program)
    return path


def test_the_table_is_saved_as_csv_without_restricted_examples(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    services = services_of(program)
    open_page(qtbot, program)
    before = saved(qtbot, program, "csv", tmp_path / "avant.csv").read_bytes()
    services.recorder.send(replace(new_draft(), entry=SECRET), "publie")
    path = saved(qtbot, program, "csv", tmp_path / "apres.csv")
    assert path.read_bytes() == before
    rows = list(csv.DictReader(io.StringIO(before.decode("utf-8-sig")), delimiter=";"))
    cell = cell_of(maps(services, outside=True), "problems", "occupation-halls", "mediation-sociale")
    (row,) = [r for r in rows if r["Ligne"] == "Halls occupés" and r["Colonne"] == "Médiation sociale"]
    assert int(row["Exemples"]) == cell.outcomes.total
    assert maps(services).hidden == 0
    assert maps(services, outside=True).hidden == 1


def test_the_table_is_saved_as_a_sharp_picture(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    open_page(qtbot, program)
    image = QImage(str(saved(qtbot, program, "png", tmp_path / "carte.png")))
    assert image.width() > 2 * 45 * 20
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 20


def test_a_base_without_examples_says_so(qtbot: QtBot, program: Program) -> None:
    services = services_of(program)
    for case in services.knowledge().cases:
        services.base.writer.delete(case.id, "Test")
    shown = open_page(qtbot, program)
    assert "0 exemple publié. Aucun exemple publié\u00a0: la carte ne montre que" in shown_text(shown)
    shown.table.choose(*place_of(shown.table.grid, "occupation-halls", "videoprotection"))
    assert "aucun exemple encore" in shown_text(shown)
    press(qtbot, program, Qt.Key.Key_Return)
    assert program.window.navigator.place.page == "map"


def test_another_look_keeps_the_table_in_front(qtbot: QtBot, program: Program) -> None:
    open_page(qtbot, program, "years")
    program.window.look.set_mode("dark")
    settle(qtbot, program)
    assert page(program).view == "years"
    assert page(program).table.grid.key == "years"
    assert QApplication.focusWidget() is page(program).table


@pytest.mark.parametrize("view", VIEWS)
def test_every_table_can_be_a_picture(program: Program, view: str) -> None:
    image = picture(maps(services_of(program)).grids[view], "Carte des preuves", "Leviers")
    assert QImage.fromData(png(image)).size() == image.size()


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.integers(0, 10_000))
def test_no_text_of_the_csv_is_a_formula_and_all_is_read_back(labels: list[str], count: int) -> None:
    cell = GridCell(Outcomes(positive=count), "=1+1")
    heads = tuple(Head(str(n), label) for n, label in enumerate(labels))
    grid = Grid("years", heads, (Head("all", "+Tous"),), tuple((cell,) for _ in heads))
    text = as_csv(grid).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == len(labels) + 1
    for row in rows[1:]:
        assert row[2] == str(count)
        assert not any(part.startswith(("=", "+", "-", "@", "\t", "\r")) for part in (row[0], row[1], row[7]))


# -- the map of France


def click_department(qtbot: QtBot, program: Program, number: str) -> None:
    france = page(program).france
    qtbot.mouseClick(france, Qt.MouseButton.LeftButton, pos=france.place_of(number))
    settle(qtbot, program)


def test_a_click_on_a_department_opens_its_examples(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, "departments")
    rows = [head.key for head in shown.table.grid.rows]
    count = shown.table.grid.cells[rows.index("44")][0].outcomes.total
    click_department(qtbot, program, "44")
    assert program.window.navigator.place.filters["department"] == ("44",)
    assert len(titles(program)) == count


def test_a_department_without_example_says_so(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, "departments")
    click_department(qtbot, program, "2A")
    assert "Corse-du-Sud (2A)\u00a0: aucun exemple encore." in shown_text(shown)
    assert program.window.navigator.place.page == "map"


def test_every_department_is_on_the_map_and_can_be_clicked(qtbot: QtBot, program: Program) -> None:
    france = open_page(qtbot, program, "departments").france
    drawn = {number: france.department_at(france.place_of(number).toPointF()) for number in DEPARTMENTS}
    tiny = {"75", "92", "93", "94"}  # one pixel beside the next one; they are drawn again, larger
    assert {number for number, found in drawn.items() if found != number} <= tiny
    again = {area.number: _centre(area.path) for area in areas(load_outlines(outlines_file())) if area.again}
    assert again.keys() == tiny


def test_the_row_under_the_keyboard_is_marked_on_the_map(qtbot: QtBot, program: Program) -> None:
    shown = open_page(qtbot, program, "departments")
    before = shown.france.grab().toImage()
    press(qtbot, program, Qt.Key.Key_Down)
    assert shown.france.grab().toImage() != before
    assert not shown.france.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "tableau voisin" in shown.france.accessibleDescription()


def test_the_map_of_france_is_a_picture_too(program: Program) -> None:
    grid = maps(services_of(program)).grids["departments"]
    image = france_picture(grid, areas(load_outlines(outlines_file())), "Carte", "Leviers")
    assert QImage.fromData(png(image)).width() == 1800


def test_tables_keep_what_qt_asks_of_models(
    qtbot: QtBot, program: Program, qtmodeltester: pytestqt.modeltest.ModelTester
) -> None:
    qtmodeltester.check(open_page(qtbot, program, "families").table.map)
