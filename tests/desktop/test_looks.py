"""What a demanding eye checks: hairlines are one pixel, quiet words can be read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from levers_app.desktop.home_data import Tile
from levers_app.desktop.nav import Nav, NavButton
from levers_app.desktop.search_field import SearchField
from levers_app.desktop.sheet_page import plan
from levers_app.desktop.theme import Theme
from levers_app.desktop.tiles import TileGrid

PROBLEMS = tuple(Tile(f"problem:{n}", "Agressions du personnel", (14, 14)) for n in range(3))


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """Both looks."""
    theme = Theme(dark=request.param)
    qapp.setPalette(theme.palette())
    qapp.setFont(theme.font("ui"))
    qapp.setStyleSheet(theme.stylesheet())
    yield theme
    qapp.setStyleSheet("")
    qapp.setFont(Theme().font("ui"))


def picture(qtbot: QtBot, theme: Theme, tiles: tuple[Tile, ...], width: int, height: int) -> QImage:
    """The tiles as they are drawn."""
    grid = TileGrid(theme, "Tuiles", height)
    qtbot.addWidget(grid)
    grid.resize(width, 200)
    grid.set_tiles(tiles)
    grid.show()
    qtbot.waitExposed(grid)
    return grid.grab().toImage()


def contrast(one: QColor, other: QColor) -> float:
    """Ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]  # type: ignore[index]
    return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])


def test_the_line_under_a_tile_is_one_pixel(qtbot: QtBot, theme: Theme) -> None:
    image = picture(qtbot, theme, PROBLEMS, 660, 36)
    under = [image.pixelColor(100, y) for y in range(30, 36)]
    assert under.count(theme.colour("line")) == 1
    assert len(set(map(QColor.name, under))) == 2


def test_what_a_field_is_for_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme, "Un lieu, un trouble…")
    qtbot.addWidget(field)
    field.show()
    words = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert words.alpha() == 255
    assert contrast(words, theme.colour("surface")) >= 4.5


@pytest.mark.parametrize(("width", "edge"), [(640, 24), (672, 32), (687, 39), (800, 40)])
def test_a_sheet_has_as_much_room_beside_it_as_there_is(width: int, edge: int) -> None:
    assert plan(width, Theme(), aside=False).text == edge


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_icons_of_the_rail_stand_in_its_middle(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    theme = Theme(scale=scale)
    qapp.setStyleSheet(theme.stylesheet())
    nav = Nav(theme)
    qtbot.addWidget(nav)
    nav.set_rail(rail=True)
    nav.resize(nav.width(), 720)
    nav.show()
    qtbot.waitExposed(nav)
    button = nav.findChildren(NavButton)[2]
    image = button.grab().toImage()
    ground = image.pixelColor(0, 0)
    inked = [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(image.height()))]
    middle = button.mapTo(nav, QPoint(0, 0)).x() + (inked[0] + inked[-1]) / 2
    qapp.setStyleSheet("")
    assert abs(middle - nav.width() / 2) <= theme.px(2)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_round_box_is_round(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    theme = Theme(scale=scale)
    qapp.setStyleSheet(theme.stylesheet())
    button = QRadioButton("")
    button.setChecked(True)
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    image, accent = button.grab().toImage(), theme.colour("accent")
    inked = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == accent]
    qapp.setStyleSheet("")
    left, right = min(x for x, _ in inked), max(x for x, _ in inked)
    top = min(y for _, y in inked)
    highest = [x for x, y in inked if y == top]
    assert max(highest) - min(highest) < (right - left) / 2
