"""What follows from words in the search field: into the results, into the sheet that is called so, or on to others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from levers_app.desktop.cards import is_named

if TYPE_CHECKING:
    from levers_app.desktop.workspace import Workspace


class SearchMoves(QObject):
    """Goes where a search leads."""

    def __init__(self, workspace: "Workspace") -> None:
        """``workspace`` holds the list and the sheet."""
        super().__init__(workspace)
        self._workspace, self._window = workspace, workspace.window
        self._navigator = self._window.navigator
        self._shown = self._entered = ""

    @Slot(str)
    def enter_results(self, words: str) -> None:
        """Enter in the search field: to the results, or straight into the sheet that bears these words as its name."""
        self._workspace.browse.focus_list()
        self._entered = words.strip() and words
        self._open_if_named()

    def show_found(self, words: str) -> None:
        """The results of these words are shown now; no words when it is another list."""
        self._shown = words
        self._open_if_named()

    def _open_if_named(self) -> None:
        """Open the first result if Enter came after its name; the answer may come later than Enter."""
        words, browse = self._entered, self._workspace.browse
        if not words or words != self._shown:
            return
        self._entered = ""
        first = browse.results.list.rows.rows[:1]
        if browse.results.list.hasFocus() and first and is_named(first[0], words):
            self._navigator.open(first[0].id)
            browse.sheet.focus_text()

    @Slot(str)
    def take_way_out(self, key: str) -> None:
        """Go on from a list in which nothing is, by one of the ways that it offers."""
        kind, _, value = key.partition(":")
        if kind == "page":
            self._navigator.go_page(value)
        elif kind == "words":
            self.search_instead(value)
        elif kind == "record":
            self._navigator.open(value)
        else:
            chosen = self._navigator.place.filters if kind == "filter" else {}
            self._navigator.filter({name: slugs for name, slugs in chosen.items() if name != value})

    @Slot(str)
    def search_instead(self, words: str) -> None:
        """Search other words that were offered, in place of those in the field."""
        self._window.top.search.show_words(words)
        self._navigator.search(words)

    @Slot(str)
    def try_search(self, words: str) -> None:
        """Search words that the panel offered; the keyboard is behind them, to change them."""
        self.search_instead(words)
        self._window.top.search.setFocus(self._workspace.focus_reason())
