"""Keeps the index in step with the base: opens it if it can be trusted, follows the journal, builds it again."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.errors import IndexFolderError, refused
from levers_app.search.indexing import Cancelled, Progress, build_apart, write
from levers_app.search.lexicon import Lexicon
from levers_app.search.place import IndexPlace, IndexState, read_state, write_state
from levers_app.search.schema import schema_version
from levers_app.search.source import Line, Source
from levers_app.search.view import IndexView
from levers_app.store.folder import try_to_write_in

if TYPE_CHECKING:
    from whoosh.index import FileIndex


class IndexKeeper:
    """The one that writes the index. Its caller lets one thread at a time in."""

    def __init__(self, folder: Path, source: Source, vocabulary: Vocabulary) -> None:
        """Touch nothing yet."""
        self._place = IndexPlace(folder)
        self._source = source
        self._vocabulary = vocabulary
        self._schema = schema_version(vocabulary)
        self._folder = folder
        self._index: FileIndex | None = None
        self._state = IndexState(self._schema, "", 0, "")

    @property
    def begun(self) -> bool:
        """Whether an index was ever put in place here."""
        return self._place.begun()

    @property
    def held(self) -> IndexState | None:
        """What the index in use holds; None without a usable one."""
        return self._state if self._index is not None else None

    def open(self) -> None:
        """Open the index in use, if it was made for this base by this version of the program.

        Raises:
            Exception: of any kind, when its files are damaged.
        """
        self.close()
        folder = self._place.current()
        if folder is None:
            return
        state = read_state(folder)
        if state.schema == self._schema and state.base == self._source.base_id() and self._remembers(state):
            # No memory maps: a file cut short under one kills the program, and they count as its memory.
            self._index = FileStorage(str(folder), supports_mmap=False).open_index()
            self._folder, self._state = folder, state
            self._place.sweep()

    def close(self) -> None:
        """Let go of the index: it is not usable any more."""
        if self._index is not None:
            self._index.close()
        self._index = None

    def view(
        self, positions: Mapping[str, int], lexicon: Lexicon | None = None, earlier: IndexView | None = None
    ) -> IndexView | None:
        """Return the present state of the index for cards at ``positions``; None without a usable index.

        ``lexicon`` and an ``earlier`` view over the same positions, when there are, save reading what they know.
        """
        if self._index is None:
            return None
        toc = TOC.read(self._index.storage, self._index.indexname)
        return IndexView(self._index.storage, toc, positions, lexicon, earlier)

    def pending(self, limit: int = 1000) -> list[Line]:
        """Return the journal lines that the index does not hold yet, at most ``limit``."""
        return list(self._source.journal_after(self._state.seq, limit))

    def overtaken(self) -> bool:
        """Tell whether the files are no longer what was opened: another program wrote, or deleted them."""
        if self._index is None:
            return False
        try:
            return self._place.current() != self._folder or read_state(self._folder) != self._state
        except (OSError, TypeError, ValueError):
            return True

    def update(self, ids: Collection[str], view: IndexView, last: Line) -> set[str]:
        """Index ``ids`` again, and take out those that no longer exist: the index then holds the line ``last``.

        ``view`` is its present state. Return the words added to the list.

        Raises:
            IndexBusyError: another program is writing the index.
            OvertakenError: another program wrote since ``view``.
            IndexFolderError: nothing can be written there; the index stays as it is.
            Exception: of any kind, when its files are damaged.
        """
        if self._index is None:
            return set()
        try:
            try_to_write_in(self._folder)
        except OSError as error:
            raise IndexFolderError(error) from error
        records = self._source.records(sorted(ids))
        outdated, listed = view.places(ids), view.lexicon.lists
        state = replace(self._state, seq=last.seq, mark=last.at)
        try:
            words = write(self._index, self._vocabulary, records, outdated, listed, view.generation)
            write_state(self._folder, state)
        except OSError as error:
            if refused(error):
                raise IndexFolderError(error) from error
            raise
        self._state = state
        return words

    def rebuild(self, progress: Progress, cancelled: Cancelled) -> None:
        """Build the index of the whole base beside the present one, then put it in its place: :meth:`open` takes it up.

        Raises:
            RebuildCancelledError, RebuildCutShortError: it was stopped; the present index stays.
            IndexPlaceTakenError: a file has the name of the folder.
            IndexFolderError: the disk refuses; the present index stays.
        """
        last = self._source.last_journal_line()
        state = IndexState(self._schema, self._source.base_id(), last.seq if last else 0, last.at if last else "")
        try:
            with self._place.under_construction() as folder:
                build_apart(folder, self._source, self._vocabulary, state, progress, cancelled)
        except OSError as error:
            raise IndexFolderError(error) from error

    def _remembers(self, state: IndexState) -> bool:
        """Tell whether the base's journal still has the line up to which the index goes."""
        if state.seq == 0:
            return True
        lines = self._source.journal_after(state.seq - 1, 1)
        return bool(lines) and (lines[0].seq, lines[0].at) == (state.seq, state.mark)
