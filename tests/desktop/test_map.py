"""The map of what is known: how many examples of what, how they ended, and what was never tried."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
import pytestqt.modeltest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from levers_app.catalogue.departments import DEPARTMENTS
from levers_app.catalogue.draft import Entry, new_draft
from levers_app.catalogue.outlines import load_outlines
from levers_app.desktop.listing import PAGE_SIZE
from levers_app.desktop.map_data import MAP_MARK, VIEWS, Grid, GridCell, Head, Maps, as_csv, maps
from levers_app.desktop.map_france import _centre, areas
from levers_app.desktop.map_legend import Legend, ReadingMenu
from levers_app.desktop.map_page import MapPage
from levers_app.desktop.map_paint import heads_height, labels_width
from levers_app.desktop.map_picture import france_picture, picture, png
from levers_app.desktop.map_shades import Figure, Shades, paint_figures
from levers_app.desktop.place import Place
from levers_app.desktop.program import Program
from levers_app.desktop.theme import Theme
from levers_app.insight.facts import Outcomes
from levers_app.paths import outlines_file
from levers_app.search.facets import Filters
from levers_app.services import Services
from tests.desktop.entries import page as form_page
from tests.desktop.helpers import child, shown_text
from tests.desktop.helpers import press as press_button
from tests.desktop.journeys import press, settle, titles
from tests.desktop.test_looks import contrast

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
    (shown.head.save_csv_action if entry == "csv" else shown.head.save_picture_action).trigger()
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


def enlarged(qtbot: QtBot, program: Program, view: str, zoom: float) -> MapPage:
    """The page at a size of text, in a window of 1280 x 720."""
    program.window.resize(1280, 720)
    while program.window.look.zoom < zoom:
        program.window.look.zoom_in()
    program.window.navigator.go(Place(page="map", record=MAP_MARK + view))
    settle(qtbot, program)
    return page(program)


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_the_map_of_france_is_reached_at_every_size_of_text(qtbot: QtBot, program: Program, zoom: float) -> None:
    shown = enlarged(qtbot, program, "departments", zoom)
    if not shown.france.isVisible():
        press_button(qtbot, shown, "Voir la carte")
        assert not shown.table.isVisible()
    assert shown.france.isVisible()
    assert not shown.france.visibleRegion().isEmpty()
    click_department(qtbot, program, "44")
    assert program.window.navigator.place.filters["department"] == ("44",)


def test_where_they_take_turns_the_table_comes_back_and_other_tables_offer_no_map(
    qtbot: QtBot, program: Program
) -> None:
    shown = enlarged(qtbot, program, "departments", 2.0)
    press_button(qtbot, shown, "Voir la carte")
    assert shown.panes[0].isVisible()
    press_button(qtbot, shown, "Voir le tableau")
    assert shown.table.isVisible()
    press_button(qtbot, shown, "Voir la carte")
    press_button(qtbot, shown, VIEWS["years"])
    settle(qtbot, program)
    assert shown.table.isVisible()
    assert not shown.head.turn.isVisible()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_title_and_legend_and_how_to_read_are_never_lost(qtbot: QtBot, program: Program, zoom: float) -> None:
    shown = enlarged(qtbot, program, "problems", zoom)
    title = next(label for label in shown.findChildren(QLabel) if label.text() == "Carte des preuves")
    assert title.isVisible()
    assert title.width() >= title.sizeHint().width()
    buttons = [b for b in shown.findChildren(QPushButton) if b.isVisible() and isinstance(b.menu(), ReadingMenu)]
    if buttons:
        words = [label.text() for label in buttons[0].menu().findChildren(QLabel)]
        assert any("113 exemples publiés" in text for text in words)
        assert buttons[0].menu().findChildren(Legend)
    else:
        assert "113 exemples publiés" in shown_text(shown)
        assert any(legend.isVisible() for legend in shown.findChildren(Legend))


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_head_is_cut_where_there_is_room(qtbot: QtBot, program: Program, zoom: float) -> None:
    shown = enlarged(qtbot, program, "problems", zoom)
    theme, grid = program.window.look.theme, shown.table.grid
    assert shown.table.horizontalHeader().height() == heads_height(grid, theme)
    metrics = theme.metrics("label")
    for view in VIEWS:
        grid = maps(services_of(program)).grids[view]
        room = labels_width(grid, theme) - theme.px(24)
        assert max(metrics.horizontalAdvance(head.label) for head in grid.rows) <= room


@pytest.mark.parametrize("dark", [False, True])
def test_figures_can_be_read_on_every_tint(dark: bool) -> None:
    shades = Shades({"75": 9, "44": 1}, Theme(dark=dark))
    assert shades.classes == [(0, "0"), (1, "1"), (3, "2–3"), (6, "4–6"), (9, "7–9")]
    for count, _ in shades.classes:
        assert contrast(shades.tint(count), shades.ink(count)) >= 4.5


@given(st.integers(1, 2_000))
def test_every_count_is_in_a_class(most: int) -> None:
    shades = Shades({"75": most}, Theme())
    assert shades.classes[-1][0] == most
    assert all(shades.tint(count).isValid() for count in range(most + 1))


def test_a_figure_stands_inside_its_shape_or_has_a_halo(qtbot: QtBot) -> None:
    theme = Theme()
    large, small = QPainterPath(), QPainterPath()
    large.addRect(10, 10, 60, 60)
    small.addRect(120, 30, 4, 20)
    for shape, away in ((large, False), (small, True)):
        image = QImage(200, 100, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        painter = QPainter(image)
        figure = Figure(("5",), shape.boundingRect().center(), shape, QColor("white"))
        paint_figures(painter, [figure], theme)
        painter.end()
        inked = [QPointF(x, y) for x in range(200) for y in range(100) if image.pixelColor(x, y) != QColor("black")]
        assert inked
        assert any(not shape.contains(point) for point in inked) == away
        assert any(image.pixelColor(point.toPoint()) == theme.colour("ink") for point in inked) == away
