"""Writes an index: all of it into a new folder, or what has changed since."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import FileIndex, LockError, create_in
from whoosh.writing import SegmentWriter

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.documents import Indexable, search_text
from levers_app.search.errors import IndexBusyError, RebuildCancelledError
from levers_app.search.place import IndexState, write_state
from levers_app.search.schema import NOWHERE, analyse, new_schema, word_entries
from levers_app.search.source import Source

COMMIT_EVERY = 1000
"""Documents in one commit of a rebuild: some 25 MB of postings in memory."""
_REPORT_EVERY = 100
_BLOCK = 1024
"""Postings in one block on disk: we read whole lists, so larger blocks than Whoosh's 128 are faster."""
_LOCK_SECONDS = 5.0

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Posting = tuple[str, bytes, int, float, bytes]


class BucketPool:
    """Collects postings by term; stands in for Whoosh's pool, which sorts all of them at once.

    That sort would hold the interpreter, and so the window, for a quarter of a second every thousand documents.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self._buckets: dict[tuple[str, bytes], list[tuple[int, float, bytes]]] = defaultdict(list)

    def add(self, posting: Posting) -> None:
        """Add one posting; documents come in order."""
        field, term, document, weight, value = posting
        self._buckets[field, term].append((document, weight, value))

    def iter_postings(self) -> Iterator[Posting]:
        """Yield all postings by field, term and document."""
        for (field, term), postings in sorted(self._buckets.items(), key=lambda item: item[0]):
            for posting in postings:
                yield (field, term, *posting)

    def cleanup(self) -> None:
        """Forget everything."""
        self._buckets.clear()


def build(
    folder: Path,
    source: Source,
    vocabulary: Vocabulary,
    state: IndexState,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Write the index of the whole base into the empty ``folder``, then what it says of itself.

    Raises:
        RebuildCancelledError: ``cancelled`` said so.
        OSError: the disk refuses.
    """
    ids = sorted(source.ids())
    index = create_in(str(folder), new_schema())
    written: set[str] = set()
    try:
        for start in range(0, len(ids), COMMIT_EVERY):
            chunk = _reported(source.records(ids[start : start + COMMIT_EVERY]), start, len(ids), progress, cancelled)
            written |= write(index, vocabulary, chunk, (), written.__contains__, merge=False)
    finally:
        index.close()
    write_state(folder, state)
    progress(len(ids), len(ids))


def write(
    index: FileIndex,
    vocabulary: Vocabulary,
    records: Iterable[Indexable],
    outdated: Collection[str],
    listed: Callable[[str], bool],
    *,
    merge: bool,
) -> set[str]:
    """Add ``records`` to ``index`` in one commit, after deleting what it holds under the ids ``outdated``.

    Return the words added to the list of words, of which ``listed`` tells what it holds already.

    Raises:
        IndexBusyError: another writer holds the index.
    """
    writer = _open_writer(index)
    try:
        for record_id in outdated:
            writer.delete_by_term("id", record_id)
        words = _add(writer, vocabulary, records, listed)
        writer.commit(merge=merge)
    except BaseException:
        writer.cancel()
        raise
    return words


def _add(
    writer: SegmentWriter, vocabulary: Vocabulary, records: Iterable[Indexable], listed: Callable[[str], bool]
) -> set[str]:
    surfaces: set[str] = set()
    for record in records:
        text = search_text(record, vocabulary)
        analysed = analyse(text)
        surfaces |= analysed.surfaces
        writer.add_document(id=text.id, terms=analysed.terms, body=f"{text.lead}\n{text.body}")
    entries = {entry for surface in surfaces for entry in word_entries(surface) if not listed(entry)}
    if entries:
        writer.add_document(words=dict.fromkeys(entries, NOWHERE))
    return entries


def _open_writer(index: FileIndex) -> SegmentWriter:
    try:
        opened: Any = index.writer(timeout=_LOCK_SECONDS, codec=W3Codec(blocklimit=_BLOCK, compression=1))
    except LockError as error:
        raise IndexBusyError from error
    opened.pool = BucketPool()
    writer: SegmentWriter = opened
    return writer


def _reported(
    records: Iterable[Indexable], done: int, total: int, progress: Progress, cancelled: Cancelled
) -> Iterator[Indexable]:
    for record in records:
        if done % _REPORT_EVERY == 0:
            progress(done, total)
            if cancelled():
                raise RebuildCancelledError
        yield record
        done += 1


def never() -> bool:
    """Say that nobody cancels."""
    return False


def silent(_done: int, _total: int) -> None:
    """Report progress to nobody."""
