"""What each depth shows."""

from levers_app.desktop.sheet_parts import has_two_depths, shown_parts, shown_sources
from tests.desktop.sheet_samples import SOURCES, sample_sheet


def test_essential_shows_some_and_says_how_many() -> None:
    parts = shown_parts(sample_sheet(), "essential")
    assert [(part.key, part.note) for part in parts] == [("conditions", "4 sur 7"), ("exemples", "1 sur 2")]


def test_full_sheet_shows_all_without_saying_so() -> None:
    parts = shown_parts(sample_sheet(), "full")
    assert len(parts) == 6
    assert not any(part.note for part in parts)


def test_essential_keeps_the_sources_that_it_cites() -> None:
    assert shown_sources(sample_sheet(lead=()), "essential") == SOURCES[:1]


def test_all_sources_show_when_nothing_is_cited() -> None:
    assert shown_sources(sample_sheet(lead=(), sections=()), "essential") == SOURCES


def test_a_sheet_that_is_all_essential_has_one_depth() -> None:
    assert has_two_depths(sample_sheet())
    assert not has_two_depths(sample_sheet(sections=()))
