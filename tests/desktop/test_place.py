from levers_app.desktop.place import History, Place

HOME = Place()
LEVERS = Place(page="levers")
CASES = Place(page="cases")


def test_back_and_forward_find_the_same_places_again() -> None:
    history = History(HOME)
    history.go(LEVERS)
    history.go(CASES)
    assert [history.back(), history.back(), history.forward()] == [LEVERS, HOME, LEVERS]


def test_a_new_place_forgets_what_was_ahead() -> None:
    history = History(HOME)
    history.go(LEVERS)
    history.back()
    history.go(CASES)
    assert not history.can_go_forward
    assert history.back() == HOME


def test_the_ends_of_the_history_stay_where_they_are() -> None:
    history = History(HOME)
    assert history.back() == HOME
    assert history.forward() == HOME
    assert not history.can_go_back


def test_going_where_one_is_makes_no_step() -> None:
    history = History(HOME)
    history.go(Place())
    assert not history.can_go_back


def test_updating_changes_the_place_without_a_step() -> None:
    history = History(HOME)
    history.update(query="hall")
    assert history.current.query == "hall"
    assert not history.can_go_back


def test_only_so_many_places_are_kept() -> None:
    history = History(HOME, limit=3)
    for query in "abcdef":
        history.go(Place(page="search", query=query))
    assert [history.back().query, history.back().query, history.back().query] == ["e", "d", "d"]


def test_scrolling_leaves_the_list_the_same() -> None:
    assert Place(page="cases", list_scroll=40).same_list(Place(page="cases", record="case:x"))
    assert not Place(page="cases").same_list(Place(page="cases", filters={"outcome": ("negatif",)}))
