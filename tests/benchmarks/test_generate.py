"""Generated examples are real enough to measure with, and the same for everyone."""

from itertools import islice
from pathlib import Path
from statistics import mean
from uuid import UUID

import pytest

from benchmarks.generate import examples, fill
from levers_app.app import open_folder
from levers_app.catalogue.content import load_bundle
from levers_app.catalogue.records import CaseStudy
from levers_app.catalogue.validation import check_record
from levers_app.catalogue.vocabulary import load_vocabulary
from levers_app.paths import DataFolder, content_folder
from levers_app.search.documents import search_text


@pytest.fixture(scope="module")
def some() -> list[CaseStudy]:
    return list(examples(300))


def test_same_seed_gives_the_same_examples(some: list[CaseStudy]) -> None:
    assert list(islice(examples(1000), 300)) == some


def test_other_seed_gives_others(some: list[CaseStudy]) -> None:
    assert {example.id for example in examples(300, seed=2)}.isdisjoint(example.id for example in some)


def test_ids_are_distinct_uuids_made_from_names(some: list[CaseStudy]) -> None:
    ids = {UUID(example.slug) for example in some}
    assert (len(ids), {one.version for one in ids}) == (300, {5})


def test_examples_are_valid_and_point_at_real_levers(some: list[CaseStudy]) -> None:
    vocabulary = load_vocabulary(content_folder())
    levers = {lever.slug for lever in load_bundle(content_folder()).levers}
    for example in some:
        check_record(example, vocabulary)
    assert {slug for example in some for slug in example.levers} <= levers


def test_examples_are_about_as_long_as_a_field_sheet(some: list[CaseStudy]) -> None:
    vocabulary = load_vocabulary(content_folder())
    texts = (search_text(example, vocabulary) for example in some)
    assert 180 <= mean(len(f"{text.title} {text.labels} {text.lead} {text.body}".split()) for text in texts) <= 210


def test_places_and_years_vary(some: list[CaseStudy]) -> None:
    assert len({example.commune for example in some}) > 30
    assert len({example.period.start for example in some}) > 15


def test_filling_a_folder_writes_what_is_missing(tmp_path: Path) -> None:
    assert [fill(tmp_path, count) for count in (5, 8, 8)] == [5, 3, 0]
    services = open_folder(DataFolder(tmp_path))
    assert {example.id for example in examples(8)} <= services.base.reader.ids()
    services.close()
