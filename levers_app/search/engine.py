"""The search engine: what the window, the command line and the checks use.

SQLite is the truth and the index disposable: whatever happens to it, a search answers (from the cards if need be) and
``rebuild`` makes it whole again. Searches come from any thread; ``follow`` and ``rebuild`` wait for each other.
"""

import logging
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock, RLock
from typing import TypeVar

from levers_app.apart import untold
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.language import Language
from levers_app.catalogue.records import Card
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.answering import answer
from levers_app.search.completing import Completer, Completion
from levers_app.search.deck import Deck
from levers_app.search.facets import FacetTable, Filters
from levers_app.search.fields import Values
from levers_app.search.indexing import Cancelled, OvertakenError, Progress, never
from levers_app.search.keeper import IndexKeeper
from levers_app.search.place import IndexState
from levers_app.search.query import parse
from levers_app.search.results import IndexCheck, IndexCondition, Results, Sort, Status
from levers_app.search.similar import similar
from levers_app.search.snapshot import Snapshot
from levers_app.search.snippets import Marker, Span
from levers_app.search.source import Line, Source
from levers_app.search.view import IndexView
from levers_app.search.widening import Widening

_log = logging.getLogger(__name__)
_EVERYTHING = Filters()
_NO_LANGUAGE = Language()
_LOOK_EVERY = 2.0
"""Seconds between two looks at the files of the index."""

T = TypeVar("T")


class SearchEngine:
    """Searches the base, and keeps its index.

    Attributes:
        on_loss: called, on any thread, when the index turned out damaged, deleted or overtaken by another program: the
            time to :meth:`follow` or :meth:`rebuild`.
    """

    def __init__(
        self,
        folder: Path,
        source: Source,
        vocabulary: Vocabulary,
        language: Language = _NO_LANGUAGE,
    ) -> None:
        """Read nothing yet: the first search, or :meth:`open`, does.

        ``folder`` is where the index lies or will lie; ``source`` reads the base.
        """
        self._source = source
        self._language = language
        self._keeper = IndexKeeper(folder, source, vocabulary)
        self._vocabulary = vocabulary
        self._deck = Deck(())
        self._snapshot: Snapshot | None = None
        self._widening: Widening | None = None
        self._completer: Completer | None = None
        self._building: tuple[int, int] | None = None
        self._looked = time.monotonic()
        self.on_loss: Callable[[], None] = _nothing
        self._writing = RLock()  # held for as long as a rebuild takes
        self._swapping = Lock()  # held for a moment

    def search(
        self, query: str, filters: Filters = _EVERYTHING, sort: Sort = "relevance", limit: int = 50, offset: int = 0
    ) -> Results:
        """Return the records that ``query`` and ``filters`` find, best first; any text is a query.

        Without words, the filters alone choose; without either, nothing is found.

        Raises:
            LeviersError: the base cannot be read.
        """
        start = time.perf_counter()
        self._look_after_files()
        parsed = parse(query)
        results = self._on_snapshot(lambda snapshot: answer(snapshot, parsed, filters, sort, limit, offset))
        return replace(results, milliseconds=1000 * (time.perf_counter() - start))

    def complete(self, text: str, recent: Sequence[str] = (), cursor: int | None = None) -> tuple[Completion, ...]:
        """Return what may be meant by ``text``, typed up to ``cursor``; see :class:`completing.Completer`.

        Raises:
            LeviersError: the base cannot be read.
        """
        with self._borrowed() as snapshot:  # nothing of the index is read
            completer = self._completer = snapshot.completer(self._source.glossary, self._completer)
            return completer.complete(text, recent, cursor)

    def near_words(self, word: str, most: int = 3) -> tuple[str, ...]:
        """Return words of the base that ``word``, found nowhere, may stand for; none while there is no index.

        Raises:
            LeviersError: the base cannot be read.
        """
        return self._on_snapshot(lambda snapshot: snapshot.near_words(word, most))

    def marker(self, query: str) -> Marker:
        """Return what marks the words of ``query`` in any text, as in results: for an opened sheet."""
        parsed = parse(query)
        return Marker(self._on_snapshot(lambda snapshot: snapshot.sought(parsed)))

    def highlight(self, text: str, query: str) -> tuple[Span, ...]:
        """Return ``text`` cut where what ``query`` looks for begins and ends."""
        return self.marker(query).spans(text)

    def similar(self, title: str, place: str, about: Collection[str], leave_out: str = "") -> list[Card]:
        """Return the examples that are very like one being written; see :func:`similar.similar`.

        Raises:
            LeviersError: the base cannot be read.
        """
        with self._borrowed() as snapshot:
            return similar((card for _, card in snapshot.deck.present()), title, place, about, leave_out)

    def values(self) -> Values:
        """Return the values of every field, as the base has them now.

        Raises:
            LeviersError: the base cannot be read.
        """
        return self._on_snapshot(lambda snapshot: snapshot.values)

    def open(self) -> Status:
        """Read the cards and open the index if there is a usable one; searches then use it.

        Raises:
            LeviersError: the base cannot be read.
        """
        with self._writing:
            self._deck = self._read_deck()
            self._widening = None
            with self._surviving_damage():
                self._open_index()
            return self.status()

    def close(self) -> None:
        """Give the files back; a later search opens them again."""
        with self._writing:
            self._show(None)
            self._keeper.close()

    @property
    def begun(self) -> bool:
        """Whether an index was ever built: an absent one is no fault, the first search builds it."""
        return self._keeper.begun

    def status(self) -> Status:
        """Return how the index stands to the base.

        Raises:
            LeviersError: the base cannot be read.
        """
        building, snapshot = self._building, self._snapshot
        view = snapshot.view if snapshot is not None else None  # read once: it goes when the snapshot is retired
        if building is not None:
            return Status(IndexCondition.BUILDING, 0, *building)
        if view is None:
            return Status(IndexCondition.UNUSABLE)
        behind = self._keeper.pending(1)
        return Status(IndexCondition.BEHIND if behind else IndexCondition.READY, view.size)

    @property
    def whole(self) -> bool:
        """Whether there is an index in use, and every record of the base has its place in it."""
        snapshot = self._snapshot
        held = snapshot.view.size if snapshot is not None and snapshot.view is not None else -1
        return snapshot is not None and held == snapshot.facets.everything.bit_count()

    def follow(self) -> int:
        """Take in what was written since: return the number of records indexed again or taken out.

        Without a usable index, only the cards are read again.

        Raises:
            LeviersError: the base cannot be read, or the index not be written.
        """
        with self._writing:
            snapshot = self._opened()
            changed = 0
            if snapshot.view is None:
                self._deck = self._read_deck()
                self._show(self._bare_snapshot())
            if self._keeper.overtaken():
                self.open()
            while self._snapshot is not None and self._snapshot.view is not None and (lines := self._keeper.pending()):
                try:
                    changed += self._take_in(lines, self._snapshot)
                except OvertakenError:
                    self.open()
            return changed

    def rebuild(self, progress: Progress = untold, cancelled: Cancelled = never) -> None:
        """Build the index again from the base, beside the present one, which serves until the new one is there.

        ``progress(done, total)`` is called from time to time, and ``cancelled()`` asked.

        Raises:
            LeviersError: cancelled, the disk refuses, or the base cannot be read.
        """

        def report(done: int, total: int) -> None:
            self._building = (done, total)
            progress(done, total)

        with self._writing:
            before, held = self._opened(), self._keeper.held
            self._building = (0, 0)
            try:
                self._keeper.rebuild(report, cancelled)
            finally:
                self._building = None
            self._take_up(before, held)

    def check(self) -> IndexCheck:
        """Compare index and base, reading the whole index.

        Raises:
            LeviersError: the base cannot be read.
        """
        with self._writing:
            if self._keeper.overtaken():
                self.open()
            ids = self._on_snapshot(lambda snapshot: snapshot.view.verified_ids() if snapshot.view else frozenset())
            base = frozenset(self._source.ids())
            return IndexCheck(self.status().condition, base - ids, ids - base)

    # The index changes

    def _take_up(self, before: Snapshot, held: IndexState | None) -> None:
        """Use the index that was built; cards are read again only if the base changed since ``before``."""
        with self._surviving_damage():
            self._keeper.open()
            if held is None or held != self._keeper.held:
                self.open()
            else:
                self._show(self._snapshot_of(before.facets, self._keeper.view(before.deck.positions)))

    def _take_in(self, lines: Sequence[Line], snapshot: Snapshot) -> int:
        """Index what journal ``lines`` name, and the legal texts that changed levers quote."""
        ids = {line.record_id for line in lines}
        if any(record_id.startswith("lever:") for record_id in ids):
            ids |= self._texts_touched(ids)
        with self._surviving_damage():
            self._index_again(ids, lines[-1], snapshot)
        return len(ids)

    def _index_again(self, ids: Collection[str], last: Line, before: Snapshot) -> None:
        assert before.view is not None  # noqa: S101 - see follow
        fresh = self._source.cards_of(ids)
        words = self._keeper.update(ids, before.view, last)
        self._deck, changes = before.deck.changed(ids, fresh)
        if any(not record_id.startswith("case:") for record_id in ids):
            self._widening = None
        view = self._keeper.view(self._deck.positions, before.view.lexicon.extended(words), before.view)
        self._show(self._snapshot_of(before.facets.changed(self._deck, changes), view))

    def _texts_touched(self, ids: Collection[str]) -> set[str]:
        """Return the legal texts that the levers among ``ids`` quote or quoted."""
        levers = {record_id.removeprefix("lever:") for record_id in ids}
        known = {card.id: card for _, card in self._deck.present() if card.kind == "text"}
        present = self._source.cards_of(i for i in self._source.ids() if i.startswith("text:"))
        cards = [*known.values(), *present.values()]
        return {card.id for card in cards if levers.intersection(card.levers)} | (known.keys() ^ present.keys())

    def _open_index(self) -> None:
        self._keeper.open()
        self._show(self._snapshot_of(FacetTable(self._deck), self._keeper.view(self._deck.positions)))

    def _snapshot_of(self, facets: FacetTable, view: IndexView | None) -> Snapshot:
        if self._widening is None:
            cards = (card for _, card in self._deck.present())
            self._widening = Widening(self._language, self._source.glossary(), cards)
        return Snapshot(self._deck, facets, self._vocabulary, self._widening, view)

    def _bare_snapshot(self) -> Snapshot:
        return Snapshot(self._deck, FacetTable(self._deck), self._vocabulary, Widening(Language()), None)

    def _read_deck(self) -> Deck:
        return Deck(card for card in self._source.cards() if card.kind != "problem")

    # Snapshots

    @contextmanager
    def _borrowed(self) -> Iterator[Snapshot]:
        snapshot = self._borrow()
        try:
            yield snapshot
        finally:
            snapshot.give_back()

    def _borrow(self) -> Snapshot:
        while True:
            with self._swapping:
                if self._snapshot is not None:
                    return self._snapshot.borrow()
            self._opened()

    def _opened(self) -> Snapshot:
        with self._writing:
            if self._snapshot is None:
                self.open()
            return self._snapshot or self._bare_snapshot()

    def _show(self, snapshot: Snapshot | None, instead_of: Snapshot | None = None) -> None:
        """Show ``snapshot`` from now on; with ``instead_of``, only if that one is still shown."""
        with self._swapping:
            if instead_of is not None and instead_of is not self._snapshot:
                return
            old, self._snapshot = self._snapshot, snapshot
        if old is not None:
            old.retire()

    # Damage

    def _on_snapshot(self, use: Callable[[Snapshot], T]) -> T:
        """Run ``use`` on the present snapshot; when its index turns out damaged, again on what is shown then."""
        while True:
            with self._borrowed() as snapshot:
                if snapshot.view is None:
                    return use(snapshot)
                with self._surviving_damage(snapshot):
                    return use(snapshot)

    @contextmanager
    def _surviving_damage(self, using: Snapshot | None = None) -> Iterator[None]:
        """When the index cannot be used in the block, end that, and set it aside until it is built again.

        With ``using``, only if that snapshot is still shown: another thread may have built the index meanwhile.
        """
        try:
            yield
        except (LeviersError, OvertakenError):
            raise
        except Exception:  # noqa: BLE001 - a damaged index raises anything at all, down to unpickling errors
            _log.exception("The index cannot be used: it is set aside until it is built again")
            self._show(self._bare_snapshot(), using)
            self.on_loss()

    def _look_after_files(self) -> None:
        """From time to time see whether the files are those that were opened: open ones outlive their deletion."""
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY or not self._writing.acquire(blocking=False):
            return
        try:
            self._looked = now
            lost = self._keeper.overtaken()
        finally:
            self._writing.release()
        if lost:
            self.on_loss()


def _nothing() -> None:
    """Tell nobody."""
