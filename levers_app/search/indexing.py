"""Writes an index: all of it into a new folder, or what has changed since."""

import errno
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex, LockError, create_in
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from levers_app.apart import CutShortError, run_apart
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.codec import ArrayCodec, BucketPool
from levers_app.search.documents import Indexable, search_text
from levers_app.search.errors import IndexBusyError, RebuildCancelledError, RebuildCutShortError
from levers_app.search.place import IndexState, write_state
from levers_app.search.schema import NOWHERE, analyse, new_schema, word_entries
from levers_app.search.source import Source

_log = logging.getLogger(__name__)

COMMIT_EVERY = 5_000
"""Documents in one commit of a rebuild, which become one segment: some 60 MB of postings in memory."""
_READ_AT_ONCE = 500
_REPORT_EVERY = 100
_SIZES = (0, 32, 1024)
"""Segments between two of these sizes, in documents, are merged once there are as many as ``_MANY_SMALL``."""
_MANY_SMALL = 16
_LOCK_SECONDS = 5.0
_WORTH_A_PROCESS = 1_000
"""Records from which on building takes longer than starting a process."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def never() -> bool:
    """Say that nobody cancels."""
    return False


class OvertakenError(Exception):
    """The index is no longer in the state that was read."""


def build(
    folder: Path,
    source: Source,
    vocabulary: Vocabulary,
    state: IndexState,
    progress: Progress,
    cancelled: Cancelled = never,
) -> None:
    """Write the index of the whole base into the empty ``folder``, then what it says of itself.

    Raises:
        RebuildCancelledError: ``cancelled`` said so.
        OSError: the disk refuses.
    """
    ids = sorted(source.ids())
    with _lost_files_told():
        index = create_in(str(folder), new_schema())
    written: set[str] = set()
    try:
        for start in range(0, len(ids), COMMIT_EVERY):
            records = _read(source, ids[start : start + COMMIT_EVERY])
            chunk = _reported(records, start, len(ids), progress, cancelled)
            written |= write(index, vocabulary, chunk, {}, written.__contains__)
    finally:
        index.close()
    write_state(folder, state)
    progress(len(ids), len(ids))


def build_apart(
    folder: Path,
    source: Source,
    vocabulary: Vocabulary,
    state: IndexState,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Do as :func:`build` in a process of its own when there is much to do: the window stays as quick as before.

    Raises:
        RebuildCancelledError, OSError: as there.
        RebuildCutShortError: that process was ended.
    """
    if len(source.ids()) < _WORTH_A_PROCESS:
        build(folder, source, vocabulary, state, progress, cancelled)
        return

    def check() -> None:
        if cancelled():
            raise RebuildCancelledError

    try:
        run_apart(partial(build, folder, source, vocabulary, state), progress, check)
    except CutShortError as error:
        raise RebuildCutShortError from error


def write(
    index: FileIndex,
    vocabulary: Vocabulary,
    records: Iterable[Indexable],
    outdated: Mapping[str, Collection[int]],
    listed: Callable[[str], bool],
    generation: int | None = None,
) -> set[str]:
    """Add ``records`` to ``index`` in one commit, and take the documents ``outdated`` (by segment) out of it.

    Return the words added to the list of words, of which ``listed`` tells what it holds already. ``generation`` is the
    state in which ``outdated`` was looked up.

    Raises:
        IndexBusyError: another writer holds the index.
        OvertakenError: another program wrote since that state.
        OSError: the disk refuses, or does not keep what is written.
    """
    writer = _open_writer(index)
    try:
        if generation is not None and writer.generation != generation + 1:
            raise OvertakenError
        for segment in writer.segments:
            for document in outdated.get(segment.segment_id(), ()):
                segment.delete_document(document)
        words = _add(writer, vocabulary, records, listed)
        with _lost_files_told():
            writer.commit(mergetype=_merge_small)
    except BaseException:
        _give_up(writer)
        raise
    return words


def _give_up(writer: SegmentWriter) -> None:
    """Give the lock back after a failed write: in a commit, whoosh3 does so itself, but Whoosh-Reloaded does not."""
    if writer.is_closed:
        return
    try:
        writer.cancel()
    except Exception:  # noqa: BLE001 - of any kind when files are lost; what is told is why the write failed
        if writer.writelock:
            writer.writelock.release()


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


def _merge_small(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Merge the small segments that single saves leave, once they are many; large ones are never written again.

    Segments without any document left are dropped.
    """
    kept = [segment for segment in segments if segment.doc_count_all() > segment.deleted_count()]
    for least, most in pairwise(_SIZES):
        small = [segment for segment in kept if least <= segment.doc_count_all() < most]
        if len(small) >= _MANY_SMALL:
            for segment in small:
                reader = SegmentReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
            return [segment for segment in kept if segment not in small]
    return kept


def _open_writer(index: FileIndex) -> SegmentWriter:
    with _lost_files_told():
        try:
            opened: Any = index.writer(timeout=_LOCK_SECONDS, codec=ArrayCodec())
        except LockError as error:
            raise IndexBusyError from error
    opened.pool = BucketPool()
    writer: SegmentWriter = opened
    return writer


@contextmanager
def _lost_files_told() -> Iterator[None]:
    """Tell as one error of the disk what Whoosh raises, of any kind, when files that it needs are gone or changed."""
    try:
        yield
    except (OSError, LeviersError):
        raise
    except Exception as error:
        _log.exception("The index could not be written: its files are no longer what they were")
        raise OSError(errno.EIO, "files of the index were lost while it was written") from error


def _read(source: Source, ids: Collection[str]) -> Iterator[Indexable]:
    """Read ``ids`` some at a time: no connection stays open while they are indexed."""
    waiting = list(ids)
    for start in range(0, len(waiting), _READ_AT_ONCE):
        yield from list(source.records(waiting[start : start + _READ_AT_ONCE]))


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
