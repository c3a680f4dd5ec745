"""File names and orders: what is put on paper, before any window."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from levers_app.desktop.paper import PaperOrder, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Contrôle d’accès", "Contrôle d’accès.pdf"),
        ("GITeS : Toulouse / Mirail", "GITeS Toulouse Mirail.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("  . . ", "Fiche.pdf"),
        ("con", "Fiche con.pdf"),
        ("a\u202eb\x00c\nd", "abc d.pdf"),
        ("mot " * 60, "mot " * 29 + "mot.pdf"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text())
@example("\ud800")
@example("é" * 500)
def test_any_title_gives_a_name_that_any_system_accepts(title: str) -> None:
    name = file_name(title)
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 150
    assert not set(name) & set('<>:"/\\|?*\n\x00')
    assert Path(name).name == name


@given(st.text(min_size=1, max_size=30))
def test_the_name_can_be_written(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    path = tmp_path_factory.getbasetemp() / file_name(title)
    path.touch()
    assert path.name in {found.name for found in path.parent.iterdir()}


def test_an_order_writes_and_tells_where(tmp_path: Path) -> None:
    order = PaperOrder("Fiche", lambda path: path.write_bytes(b"%PDF"))
    assert order.write_at(tmp_path / "a.pdf").read_bytes() == b"%PDF"
