"""The rows that tell how the search grows: key presses of all sorts, the reference, and what is promised for a size."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.full_text import FullText
from benchmarks.ground import Ground
from benchmarks.harness import at_most
from benchmarks.queries import Press, mixed
from benchmarks.scaling import asked, promised
from levers_app.search.documents import SearchText


@pytest.fixture
def table(tmp_path: Path) -> Iterator[FullText]:
    bodies = ("La gestion urbaine de proximité.", "Une proximité urbaine, une gestion.", "Trafic.")
    with closing(FullText(tmp_path / "reference.db")) as table:
        table.index(SearchText(f"case:{n}", "case", "", (), "", "", body) for n, body in enumerate(bodies))
        yield table


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gestion proxi", 2),
        ('"gestion urbaine"', 1),
        ('"gestion urb', 1),
        ("traf", 1),
        ("gestion trafic", 0),
        ('"', 0),
        ('-*:" ""', 0),
    ],
)
def test_the_reference_finds_words_phrases_and_what_is_being_typed(table: FullText, text: str, found: int) -> None:
    assert table.search(text, 10) == found


def test_the_reference_knows_its_size(table: FullText, tmp_path: Path) -> None:
    size = table.size()
    table.close()
    assert size == (tmp_path / "reference.db").stat().st_size


def test_all_sorts_are_typed_key_by_key_from_the_fourth_on() -> None:
    assert min(Counter(press.sort for press in mixed()).values()) > 10
    rare = [press.text for press in mixed() if press.sort == "mots rares"]
    assert rare[:3] == ["L272", "L272-", "L272-4"]


def test_filters_narrow_the_list_that_is_asked_for() -> None:
    narrowed = [press.place for press in mixed() if press.filters]
    assert ("", {"kind": ("case",)}) in [(place.query, place.filters) for place in narrowed]


def test_the_reference_is_asked_for_one_in_five_texts_of_each_sort_it_understands(table: FullText) -> None:
    presses = [Press("mots", f"mot{n}") for n in range(11)] + [Press("champs", "famille:sûreté")]
    times = asked(table, presses, 5)
    assert {sort: len(some) for sort, some in times.items()} == {"mots": 3}


@pytest.mark.parametrize(("count", "kept"), [(1_000, False), (10_000, False), (100_000, None)])
def test_budgets_are_for_ten_thousand_examples_at_most(count: int, kept: bool | None) -> None:
    assert promised(at_most("facettes", 12, 10, "ms"), count).kept is kept


def test_bases_of_other_sizes_lie_side_by_side(tmp_path: Path) -> None:
    ground = Ground(tmp_path, 10, quick=True)
    folders = {count: ground.sized(count).folder for count in (1, 10, 100)}
    assert (len({*folders.values()}), folders[10]) == (3, ground.folder)


@pytest.mark.parametrize("sizes", ["", "0", "1000,", "mille", "-5"])
def test_sizes_that_are_no_numbers_are_refused(
    sizes: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", f"--tailles={sizes}"])
    with pytest.raises(SystemExit):
        main()
    assert "écrivez des nombres d’exemples" in capsys.readouterr().err
