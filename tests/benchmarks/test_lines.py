"""Lines of the table, and the statistics under them."""

import pytest

from benchmarks.harness import at_least, at_most, decimal, figure, percentile, ratio_at_most, spread
from benchmarks.quality import mean_reciprocal, rank
from benchmarks.queries import typed


@pytest.mark.parametrize(("share", "expected"), [(0, 1), (0.5, 51), (0.95, 96), (1, 100)])
def test_percentile_of_a_hundred(share: float, expected: int) -> None:
    assert percentile(range(100, 0, -1), share) == expected


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (at_most("temps", 20.0, 20, "ms"), True),
        (at_most("temps", 20.1, 20, "ms"), False),
        (at_least("débit", 399, 400, "documents/s"), False),
        (ratio_at_most("début", 450, 300, 1.5, "nue"), True),
        (ratio_at_most("début", 451, 300, 1.5, "nue"), False),
    ],
)
def test_a_line_says_whether_its_budget_is_kept(line, kept: bool) -> None:
    assert line.kept is kept
    assert ("à revoir" in str(line)) is not kept


def test_figures_are_written_as_in_french() -> None:
    assert (figure(12.34, "ms"), figure(1234, "ms"), decimal(10_000, 0)) == (
        "12,3\xa0ms",
        "1\u202f234\xa0ms",
        "10\u202f000",
    )


def test_many_times_are_told_by_three_of_them() -> None:
    assert spread([*range(99), 1234.5], "ms") == "50 · 95 · 1\u202f234\xa0ms"


@pytest.mark.parametrize(("found", "expected"), [(["a", "b"], 2), (["c"], float("inf")), ([], float("inf"))])
def test_rank_of_the_first_expected_record(found: list[str], expected: float) -> None:
    assert rank(["b", "d"], found) == expected


def test_mean_reciprocal_rank_counts_what_is_missed_as_nothing() -> None:
    assert mean_reciprocal([1, 2, float("inf")]) == 0.5


def test_typing_shows_each_beginning() -> None:
    assert list(typed(["la", "x"])) == ["l", "la", "x"]
