"""The outlines of the departments: all of France is there, and a damaged file is told."""

from itertools import pairwise
from pathlib import Path

import pytest

from levers_app.catalogue.departments import DEPARTMENTS
from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.outlines import OVERSEAS, SIZE, load_outlines
from levers_app.paths import outlines_file
from tools.departments import shapes


def test_every_department_has_a_shape_or_is_a_square() -> None:
    assert load_outlines(outlines_file()).keys() | set(OVERSEAS) == DEPARTMENTS.keys()


def test_shapes_are_closed_lines_on_the_plane() -> None:
    for number, parts in load_outlines(outlines_file()).items():
        assert parts, number
        for shape in parts:
            assert len(shape) >= 3, number
            assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in shape), number
            assert all(one != other for one, other in pairwise(shape)), number


def test_the_largest_is_the_gironde_and_the_smallest_paris() -> None:
    def area(number: str) -> float:
        found = 0.0
        for shape in load_outlines(outlines_file())[number]:
            turned = zip(shape, (*shape[1:], shape[0]), strict=True)
            found += abs(sum(x * v - u * y for (x, y), (u, v) in turned)) / 2
        return found

    sizes = sorted(load_outlines(outlines_file()), key=area)
    assert sizes[0] == "75"
    assert "33" in sizes[-2:]


@pytest.mark.parametrize("text", ["01\tici,la", "01\t1,2 3"])
def test_what_is_no_outline_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "outlines.tsv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"outlines\.tsv"):
        load_outlines(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        load_outlines(tmp_path / "outlines.tsv")


def test_an_svg_path_is_read_move_by_move() -> None:
    assert list(shapes("m 1,1 2,0 0,2 z m 5,5 1,0 0,1 z")) == [[(1, 1), (3, 1), (3, 3)], [(6, 6), (7, 6), (7, 7)]]
    with pytest.raises(SystemExit):
        list(shapes("m 1,1 c 2,0 0,2 1,1 z"))
