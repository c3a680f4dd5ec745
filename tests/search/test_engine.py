import threading

import pytest

from levers_app.search.analysis import fold
from levers_app.search.engine import SearchEngine
from levers_app.search.facets import Filters
from levers_app.search.results import IndexCondition, Sort


def test_filters_alone_choose_among_all(engine: SearchEngine) -> None:
    results = engine.search("", Filters(kind=("lever",)), limit=100)
    assert results.total == 45
    assert {hit.kind for hit in results.hits} == {"lever"}


def test_filters_cut_results_and_leave_their_own_counts(engine: SearchEngine) -> None:
    free, cut = engine.search("police "), engine.search("police ", Filters(kind=("case",)))
    assert cut.total == free.facets["kind"]["case"] < free.total
    assert cut.facets["kind"] == free.facets["kind"]


@pytest.mark.parametrize("sort", ["relevance", "title", "date", "place"])
def test_sorting_changes_the_order_only(engine: SearchEngine, sort: Sort) -> None:
    by_relevance = {hit.id for hit in engine.search("gardien ", limit=500).hits}
    assert {hit.id for hit in engine.search("gardien ", sort=sort, limit=500).hits} == by_relevance


def test_titles_are_sorted_without_regard_to_accents(engine: SearchEngine) -> None:
    hits = engine.search("", Filters(kind=("lever",)), sort="title", limit=100).hits
    titles = ["".join(span.text for span in hit.title) for hit in hits]
    firsts = [fold(title)[0] for title in titles]
    assert firsts == sorted(firsts)
    assert any(title.startswith("É") for title in titles)


def test_pages_follow_each_other(engine: SearchEngine) -> None:
    whole = engine.search("police ", limit=20).hits
    assert engine.search("police ", limit=10, offset=10).hits == whole[10:]


def test_snippets_show_why(engine: SearchEngine) -> None:
    hit = engine.search("occupation hall ").hits[0]
    assert any(span.marked for span in (*hit.title, *hit.snippet))


def test_problems_are_not_documents(engine: SearchEngine) -> None:
    assert "problem" not in engine.search("bruit ").facets["kind"]


def test_index_and_base_hold_the_same_records(engine: SearchEngine) -> None:
    assert engine.check().sound
    assert engine.status().condition is IndexCondition.READY


def test_many_threads_may_search(engine: SearchEngine) -> None:
    expected = engine.search("médiation nuit ").hits
    found: list[bool] = []

    def search() -> None:
        found.extend(engine.search("médiation nuit ").hits == expected for _ in range(5))

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 20
